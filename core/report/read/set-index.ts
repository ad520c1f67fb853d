/** A criteria set prepared for matching rows: by code, by title, by place in the set. */

import { foldKey, squashKey } from '../../base/text/text.ts';
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Measure, RulePart } from '../../movement/rule.ts';
import { partsOf } from '../../movement/rule.ts';
import type { CriterionFacts } from './samples.ts';
import { indexTitles, type TitleIndex } from './title-index.ts';

export interface SetIndex {
  readonly set: CriteriaSet;
  readonly byCode: ReadonlyMap<string, Criterion>;
  /** `1.2.a` → criterion and part. */
  readonly partByCode: ReadonlyMap<string, { readonly criterion: Criterion; readonly part: RulePart }>;
  readonly titles: TitleIndex<Criterion>;
  readonly groups: TitleIndex<string>;
  /** Code of a composed criterion → its parts by title. */
  readonly partTitles: ReadonlyMap<string, TitleIndex<RulePart>>;
}

export function codeKey(code: string): string {
  return foldKey(code.slice(0, 100)).replace(/[\s.):]+$/, '');
}

const prepared = new WeakMap<CriteriaSet, SetIndex>();

/** The set prepared for matching; prepared once for as long as the set lives. */
export function indexOf(set: CriteriaSet): SetIndex {
  const index = prepared.get(set) ?? indexSet(set);
  prepared.set(set, index);
  return index;
}

function indexSet(set: CriteriaSet): SetIndex {
  return {
    set,
    byCode: new Map(set.criteria.map((criterion) => [codeKey(criterion.code), criterion])),
    partByCode: new Map(
      set.criteria.flatMap((criterion) =>
        partsOf(criterion.rule).map(
          (part) => [codeKey(`${criterion.code}.${part.code}`), { criterion, part }] as const,
        ),
      ),
    ),
    titles: indexTitles(
      set.criteria.map((criterion) => ({ item: criterion, wordings: [criterion.title, ...criterion.aliases] })),
    ),
    groups: indexTitles(set.groups.map((group) => ({ item: group.code, wordings: [group.title] }))),
    partTitles: new Map(
      set.criteria.flatMap((criterion) => {
        const parts = partsOf(criterion.rule).map((part) => ({ item: part, wordings: [part.title] }));
        return parts.length > 0 ? [[criterion.code, indexTitles(parts)] as const] : [];
      }),
    ),
  };
}

const known = new WeakMap<Movement, KnownCriteria>();

/** All criteria of a movement, in any set: shows whether a table is about the movement at all. */
export interface KnownCriteria {
  /** Items are the keys of titles, parts' too, so that one criterion of several sets is one item. */
  readonly titles: TitleIndex<string>;
  readonly codes: ReadonlySet<string>;
  /** By the items of `titles`. */
  readonly facts: ReadonlyMap<string, CriterionFacts>;
}

/** What the sets say of several titles that one text may mean, cut as it is; undefined = of none. */
export function factsOfAll(facts: KnownCriteria['facts'], items: readonly string[]): CriterionFacts | undefined {
  const found = items.flatMap((item) => facts.get(item) ?? []);
  const [first] = found;
  if (first === undefined || found.length === 1) return first;
  return {
    codes: found.flatMap(({ codes }) => codes),
    maxima: found.flatMap(({ maxima }) => maxima),
    targets: found.flatMap(({ targets }) => targets),
    measures: found.flatMap(({ measures }) => measures),
  };
}

/** Codes, maxima, targets and measures of all criteria and parts with one title. */
function factsByTitle(movement: Movement): ReadonlyMap<string, CriterionFacts> {
  const facts = new Map<string, { codes: string[]; maxima: number[]; targets: number[]; measures: Measure[] }>();
  const add = (title: string, code: string, measure: Measure, maxPoints: number, target: number | undefined): void => {
    const known = facts.get(squashKey(title)) ?? { codes: [], maxima: [], targets: [], measures: [] };
    known.codes.push(code);
    known.maxima.push(maxPoints / 100);
    known.measures.push(measure);
    if (target !== undefined) known.targets.push(target);
    facts.set(squashKey(title), known);
  };
  for (const { title, code, measure, maxPoints, target, rule } of movement.criteriaSets.flatMap(
    (set) => set.criteria,
  )) {
    add(title, code, measure, maxPoints, target?.value);
    for (const part of partsOf(rule)) add(part.title, `${code}.${part.code}`, part.measure, part.maxPoints, undefined);
  }
  return facts;
}

export function knownCriteria(movement: Movement): KnownCriteria {
  const before = known.get(movement);
  if (before) return before;
  const criteria = movement.criteriaSets.flatMap((set) => set.criteria);
  const made = {
    titles: indexTitles(
      criteria.flatMap(({ title, aliases, rule }) => [
        { item: squashKey(title), wordings: [title, ...aliases] },
        ...partsOf(rule).map((part) => ({
          item: squashKey(part.title),
          wordings: [part.title],
        })),
      ]),
    ),
    codes: new Set(criteria.map((criterion) => codeKey(criterion.code))),
    facts: factsByTitle(movement),
  };
  known.set(movement, made);
  return made;
}
