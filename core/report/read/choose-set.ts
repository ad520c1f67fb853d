/**
 * Which criteria set a report is read against: the audience printed in it, else the register's unless the rows are
 * clearly another set's (a unit that sent the form of others), else the set that fits best.
 */

import type { Period } from '../../base/period/period.ts';
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { criteriaSetFor } from '../../movement/criteria-set-for.ts';
import type { Movement } from '../../movement/movement.ts';
import { fileTitle, matchFile, matchUnit } from '../match-unit.ts';
import type { Register } from '../register.ts';
import { audienceNamed, audienceOfName } from '../register-audience.ts';
import type { Report } from '../report.ts';
import type { Identity } from './identity.ts';
import { matchRows, NOT_ALIEN, type RowMeaning } from './match-rows.ts';
import type { BodyRow } from './rows.ts';
import { codeKey, indexOf, type SetIndex } from './set-index.ts';

export interface SetChoice {
  readonly index: SetIndex;
  readonly meanings: readonly RowMeaning[];
  readonly from: Report['audienceFrom'];
}

export interface Chooser {
  readonly movement: Movement;
  readonly period: Period | null;
  readonly register: Register | null;
  readonly file: string;
}

/** Chooses the set and matches the rows against it. */
export function chooseSet(rows: readonly BodyRow[], identity: Identity, chooser: Chooser): SetChoice {
  const { movement } = chooser;
  const period = chooser.period ?? identity.period?.period ?? null;
  const setOf = (kind: string | undefined): CriteriaSet | undefined =>
    kind === undefined ? undefined : (criteriaSetFor(movement, kind, period) ?? criteriaSetFor(movement, kind, null));
  const decide = (set: CriteriaSet, from: Report['audienceFrom']): SetChoice => {
    const index = indexOf(set);
    return { index, meanings: matchRows(rows, index), from };
  };
  const printed = identity.audience && setOf(audienceNamed(identity.audience.text, movement.audiences));
  if (printed) return decide(printed, 'sheet');
  const unit = identity.unit?.text ?? fileTitle(chooser.file);
  const known =
    chooser.register && (identity.unit ? matchUnit(unit, chooser.register) : matchFile(unit, chooser.register));
  const registered = known ? setOf(audienceNamed(known.audience, movement.audiences)) : undefined;
  const kinds = new Set(movement.criteriaSets.map((set) => set.audience));
  const candidates = [...kinds].flatMap((kind) => setOf(kind) ?? []);
  if (registered) {
    const own = decide(registered, 'register');
    if (fitOf(own) >= registered.criteria.length - CLEARLY_MORE) return own;
    const other = best(
      candidates.filter((set) => set !== registered).map((set) => decide(set, 'best-fit')),
      fitOf,
    );
    return other && other.fit >= fitOf(own) + CLEARLY_MORE ? other.item : own;
  }
  const hinted = identity.unit ? setOf(audienceOfName(unit, movement.audiences)) : undefined;
  const hint = (set: CriteriaSet): number => (set === hinted ? HINT : 0);
  const [first, second] = candidates.map((set) => quickFit(rows, indexOf(set))).sort((x, y) => y.fit - x.fit);
  const isSure = first && first.worded >= SURE_SHARE * first.set.criteria.length;
  if (isSure && first.fit >= (second?.fit ?? 0) + CLEARLY_MORE) return decide(first.set, 'best-fit');
  const choices = candidates.map((set) => decide(set, 'best-fit'));
  return (
    best(choices, (choice) => fitOf(choice) + hint(choice.index.set))?.item ??
    decide(movement.criteriaSets[0] as CriteriaSet, 'best-fit')
  );
}

/**
 * A set of which more than this share is found word by word, and that is clearly ahead of the other sets, needs no
 * comparison of reworded titles. Sets of a movement share criteria, so the share alone proves little.
 */
const SURE_SHARE = 0.5;

/** Another set must fit the rows by so many criteria more before it stands above the register's word. */
const CLEARLY_MORE = 3;

/** The audience the unit's own name speaks for ("Bản …") parts sets that fit almost alike, no more. */
const HINT = 0.3;
/** A sheet that has all the criteria of a set, and no more. */
const COMPLETE = 0.5;

/** The item that fits best; of items that fit alike the first. */
function best<T>(items: readonly T[], fitOf: (item: T) => number): { readonly item: T; readonly fit: number } | null {
  let found: { readonly item: T; readonly fit: number } | null = null;
  for (const item of items) {
    const fit = fitOf(item);
    if (!found || fit > found.fit + 1e-9) found = { item, fit };
  }
  return found;
}

/** How well the rows fit, less the rows the set does not know. */
function weigh(fit: number, matched: number, total: number, unknown: number): number {
  return fit - 0.25 * unknown + (matched === total ? COMPLETE : 0);
}

interface Quick {
  readonly set: CriteriaSet;
  readonly fit: number;
  /** Criteria found by their own words. */
  readonly worded: number;
}

function quickFit(rows: readonly BodyRow[], { set, titles, groups, byCode }: SetIndex): Quick {
  const matched = new Set<string>();
  const worded = new Set<string>();
  let unknown = 0;
  for (const row of rows) {
    const equal = row.titles.map((title) => titles.equal(title)[0]).find((criterion) => criterion !== undefined);
    const found = equal ?? byCode.get(codeKey(row.code));
    if (equal) worded.add(equal.code);
    if (found) matched.add(found.code);
    else if (row.numbering?.kind === 'decimal' && !row.titles.some((title) => groups.equal(title).length > 0))
      unknown += 1;
  }
  return { set, fit: weigh(matched.size, matched.size, set.criteria.length, unknown), worded: worded.size };
}

/**
 * Each criterion found counts by how far its row's title is like its own. All sets are numbered alike: a row that has
 * no more than the number of a criterion does not speak for the set.
 */
function fitOf({ index, meanings }: SetChoice): number {
  const own = meanings.flatMap((meaning) =>
    meaning.kind === 'criterion' && !meaning.part ? [spoken(meaning.matched.similarity)] : [],
  );
  const fit = own.reduce((sum, number) => sum + number, 0);
  const unknown = meanings.filter(({ kind }) => kind === 'unknown').length;
  return weigh(fit, own.filter((number) => number > 0).length, index.set.criteria.length, unknown);
}

/** What of a likeness is more than the likeness of two titles of different matters: 0 … 1. */
function spoken(similarity: number): number {
  return Math.max(0, (similarity - NOT_ALIEN) / (1 - NOT_ALIEN));
}

/** Number of criteria found in the rows. */
export function matchedCount(meanings: readonly RowMeaning[]): number {
  return new Set(meanings.flatMap((meaning) => (meaning.kind === 'criterion' ? [meaning.criterion.code] : []))).size;
}
