/**
 * Which columns only number the rows: each cell is the code of its row's criterion, or the number after the one above it,
 * from the first again where a group begins. Such a column is never a result, whatever the word over it.
 */
import { type ColumnsDraft as Draft, setApart, setUsed } from './columns-draft.ts';
import { readNumbering } from './numbering.ts';
import type { SampledTable } from './sampled-table.ts';

/** Fewer whole numbers one after the other may be results. */
const LEAST_IN_ORDER = 4;
/** Codes without a dot (`1`, `2`) can equal results by chance: fewer of them prove nothing. */
const LEAST_NAMED = 3;
const NEARLY = 0.8;
const HALF = 0.5;

/** Takes the columns that number the rows out of every other role; the first of them is the index. */
export function withRowNumbers(draft: Draft, table: SampledTable): void {
  const points = new Set([draft.max, draft.self, ...draft.appraised]);
  const named = [draft.index, draft.code].filter((column) => column !== undefined);
  const known = new Set([draft.titles[0], ...named]);
  // "Ký hiệu túi" stands over other codes than those of the rows.
  const hasIndex = named.some((column) => numbersRows(column, table, false));
  const columns = new Set(table.samples.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const found = [...columns].filter(
    (column) => !known.has(column) && numbersRows(column, table, hasIndex || points.has(column)),
  );
  if (found.length === 0) return;
  const isOther = (column: number | undefined): boolean => column === undefined || !found.includes(column);
  draft.titles = draft.titles.filter(isOther);
  draft.rivals = draft.rivals.filter(isOther);
  draft.appraised = draft.appraised.filter(isOther);
  draft.twins = draft.twins.filter(({ column }) => isOther(column));
  const roles = draft as { [role: string]: unknown };
  for (const role in roles) if (found.some((column) => roles[role] === column)) roles[role] = undefined;
  if (draft.value === undefined) {
    draft.value = draft.figure ?? draft.rivals[0];
    draft.figure = undefined;
    draft.rivals = draft.rivals.filter((column) => column !== draft.value);
  }
  setApart(draft, found, 'word');
  const [index] = found;
  if (hasIndex || index === undefined) return;
  setUsed(draft, index);
  draft.index = index;
}

/** The letter of a part stands between the numbers of two criteria and is in no order with them. */
const PART = /^\(?\p{Ll}[).]?$/u;

type Steps = readonly number[];

/** `isCodes` = numbers that only follow each other are not enough: another column numbers the rows, or they are points. */
function numbersRows(column: number, { samples }: SampledTable, isCodes: boolean): boolean {
  const rows = samples.flatMap(({ criterion, cells }) => {
    const cell = cells.find((pageCell) => pageCell.column === column);
    const text = cell?.text.trim() ?? '';
    return /^[-–—+]?$/.test(text) ? [] : [{ criterion, text, row: cell?.row ?? 0, steps: stepsOf(text) }];
  });
  const numbered = rows.filter(({ steps }) => steps.length > 0);
  if (numbered.length === 0 || numbered.length < NEARLY * rows.length) return false;
  // The letters of parts begin anew under each criterion.
  const whole = numbered.filter(({ text }) => !/^\(?\p{L}[).]?$/u.test(text));
  const named = whole.filter(({ criterion, steps }) => criterion.codes.some((code) => isSame(stepsOf(code), steps)));
  const isTelling = named.length >= LEAST_NAMED || named.some(({ steps }) => steps.length > 1);
  if (isTelling && named.length >= NEARLY * whole.length) return true;
  const apart = numbered.filter(({ text }) => !PART.test(text));
  return (
    (!isCodes || numbered.every(({ steps }) => steps.length > 1)) && isInOrder(apart.length > 0 ? apart : numbered)
  );
}

/** `IV.3` → 4, 3; `1.2.a` → 1, 2, 1; `TC 1.2`, `(1.2)` → 1, 2; none where it is no numbering. */
function stepsOf(text: string): Steps {
  const bare = /^\(?(?:\p{L}[\p{L} ]+ )?([\dA-Za-zđ]{1,5}(?:\.[\dA-Za-zđ]{1,5}){0,5})[.): ]*$/u.exec(text)?.[1] ?? '';
  const steps = bare.split('.').map((step) => {
    const numbering = readNumbering(step);
    if (numbering?.kind === 'decimal') return Number(numbering.path);
    if (numbering?.kind === 'letter') return LETTERS.indexOf(numbering.letter) + 1;
    return numbering?.kind === 'group' ? numbering.order : 0;
  });
  return steps.every((step) => step > 0) ? steps : [];
}

const LETTERS = 'abcdđefghijklmnopqrstuvwxyz';

function isSame(a: Steps, b: Steps): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}

interface Numbered {
  readonly row: number;
  readonly steps: Steps;
}

/** The numbers begin with the first and rise without a gap, apart from rows between, or begin again in a new group. */
function isInOrder(all: readonly Numbered[]): boolean {
  const [first] = all;
  if (first === undefined || all.length < LEAST_IN_ORDER || first.steps.at(-1) !== 1) return false;
  let [next, rises, begins] = [0, 0, 0];
  for (const [at, { row, steps }] of all.entries()) {
    const { row: rowAbove = 0, steps: above } = all[at - 1] ?? {};
    if (above === undefined) continue;
    const differs = steps.findIndex((step, depth) => step !== above[depth]);
    const [own = 0, before = 0] = [steps[differs], above[differs]];
    // A number cell shows 1.10 as 1.1.
    const isTenth = steps.length === 2 && steps[1] === 1 && above[1] === 9 && steps[0] === above[0];
    if (isTenth || (differs >= 0 && own > before)) {
      rises += 1;
      if (isTenth || own - before <= Math.max(1, row - rowAbove)) next += 1;
    } else if (isSame(steps, [1])) begins += 1;
    else return false;
  }
  return next >= NEARLY * rises && rises >= LEAST_IN_ORDER * HALF && begins <= rises;
}
