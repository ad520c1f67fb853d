/** The rows of a criteria set as the list shows them: those that are understood and those that are not. Pure. */
import { toPoints } from '../../../core/base/quantity/points.ts';
import type { CriterionKey } from '../../../core/dossier/edit-criterion.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import { readPoints } from '../../../core/dossier/words.ts';
import type { CriteriaSet, Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { partsOf, type RulePart, type ScoringRule } from '../../../core/movement/rule.ts';
import type { CellToCheck } from '../../../session/book/own-movement.ts';

export interface CriterionShown {
  readonly key: CriterionKey;
  /** Of a part its own code, title, points and rule in its criterion's place. */
  readonly criterion: Criterion;
  readonly isPart: boolean;
  /** Its points come from its parts. */
  readonly isComposed: boolean;
  /** Column “Cách chấm”, as it stands or as it would be written. */
  readonly words: string;
  /** Vietnamese sentences. */
  readonly faults: readonly string[];
  /** It could not be read, so it counts nowhere. */
  readonly isUnread: boolean;
}

interface ShownGroup {
  readonly code: string;
  readonly title: string;
  /** Hundredths, without bonus. */
  readonly points: number;
  readonly rows: readonly CriterionShown[];
}

/** `told` = of the whole dossier. */
export function criteriaShown(
  movement: Movement,
  set: CriteriaSet,
  cells: readonly CellToCheck[],
): readonly ShownGroup[] {
  const audience = movement.audiences.find(({ kind }) => kind === set.audience)?.name ?? set.audience;
  const phase = movement.phases.find(({ code }) => code === set.phase)?.name ?? '';
  const here = cells.flatMap(({ criterion, message, kind }) =>
    criterion && kind === 'fault' && criterion.audience === audience && criterion.phase === phase
      ? [{ ...criterion, message }]
      : [],
  );
  const faultsOf = (code: string) => here.flatMap((item) => (item.code === code ? [item.message] : []));
  const rowsOf = (criterion: Criterion): CriterionShown[] => [
    shown(set, criterion, faultsOf(criterion.code), false),
    ...partRows(set, criterion, faultsOf),
  ];
  const known = new Set(set.criteria.flatMap((criterion) => rowsOf(criterion).map(({ key }) => key.code)));
  const unread = new Map(here.flatMap((item) => (known.has(item.code) ? [] : [[item.code, item] as const])));
  const groups = set.groups.map(({ code, title }) => {
    const criteria = set.criteria.filter(({ group }) => group === code);
    const missing = [...unread.values()].filter((item) => item.code.split('.')[0] === code);
    for (const item of missing) unread.delete(item.code);
    return {
      ...{
        code,
        title,
        points: criteria.reduce((sum, criterion) => sum + (criterion.bonus ? 0 : criterion.maxPoints), 0),
      },
      rows: [...criteria.flatMap(rowsOf), ...missing.map((item) => unreadRow(set, item, faultsOf(item.code)))],
    };
  });
  const others = set.criteria.filter(({ group }) => !set.groups.some(({ code }) => code === group));
  const left = [...unread.values()].map((item) => unreadRow(set, item, faultsOf(item.code)));
  const rest = [...others.flatMap(rowsOf), ...left];
  return rest.length === 0 ? groups : [...groups, { code: '', title: 'Tiêu chí khác', points: 0, rows: rest }];
}

function shown(set: CriteriaSet, criterion: Criterion, faults: readonly string[], isPart: boolean): CriterionShown {
  const { rule } = criterion;
  return {
    key: { audience: set.audience, phase: set.phase, code: criterion.code },
    ...{ criterion, isPart, faults, isUnread: false },
    isComposed: partsOf(rule).length > 0,
    words: wordsOf(rule, criterion),
  };
}

function wordsOf(rule: ScoringRule, criterion: Criterion): string {
  return rule.kind === 'council-graded' && rule.words !== undefined ? rule.words : ruleWords(rule, criterion);
}

function partRows(
  set: CriteriaSet,
  { target: _, milestones: __, ...criterion }: Criterion,
  faultsOf: (code: string) => readonly string[],
): CriterionShown[] {
  return partsOf(criterion.rule).flatMap(({ code, title, measure, maxPoints, rule }: RulePart) => {
    const own = { code: `${criterion.code}.${code}`, title, measure, maxPoints, rule, unit: '', target: null };
    const part: Criterion = { ...criterion, ...own };
    return [shown(set, part, faultsOf(part.code), true), ...partRows(set, part, faultsOf)];
  });
}

/** A row that could not be understood, as a criterion to correct; until then the council grades it. */
function unreadRow(
  set: CriteriaSet,
  { code, title, rule: words, points }: NonNullable<CellToCheck['criterion']>,
  faults: readonly string[],
): CriterionShown {
  const number = Number(points);
  const maxPoints = points.trim() === '' ? 0 : Number.isFinite(number) ? toPoints(number) : (readPoints(points) ?? 0);
  const criterion: Criterion = {
    ...{ code, group: '', title, aliases: [], measure: 'percentage', unit: '%', direction: 'higher', target: null },
    ...{ maxPoints, rule: { kind: 'council-graded', by: 'council' }, notApplicable: 'zero', evidence: 'optional' },
    ...{ filledBy: 'unit', bonus: false, gates: [], indicator: null, source: { section: '' }, proposed: false },
  };
  return {
    key: { audience: set.audience, phase: set.phase, code },
    ...{ criterion, isPart: false, isComposed: false, words, faults, isUnread: true },
  };
}
