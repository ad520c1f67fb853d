/**
 * Results spread over more than one cell: a column for yes and a column for no, several columns of results, a plan
 * beside what was done and a ratio that may belong to either. Where two readings remain possible, the result is both.
 */

import { kindOf } from '../../movement/rule.ts';
import type { Read, Reading } from '../report.ts';
import { type Figures, isMissing, type Measured, readCell } from './read-cell.ts';
import type { BodyRow } from './rows.ts';
import { readStatement } from './statement.ts';

const NO_ANSWER: ReadonlySet<Reading['kind']> = new Set(['missing', 'not-applicable']);

/**
 * A tick under "Không đạt" says no; ticks under both say nothing. undefined = the table has no such pair of columns.
 */
export function readTicks(row: BodyRow, measured: Measured): Read | undefined {
  const { columns } = row.header;
  if (columns.yes === undefined || measured.measure !== 'yes-no') return undefined;
  const under = readCell(row, columns.no, 'yes-no', measured);
  const yes = readCell(row, columns.yes, 'yes-no', measured);
  if (!under || isMissing(under)) return isMissing(yes) && columns.value !== columns.yes ? undefined : yes;
  if (yes && !isMissing(yes)) return { ...yes, reading: { kind: 'text', text: `${yes.raw} và ${under.raw}` } };
  const { kind } = under.reading;
  return kind === 'yes' || kind === 'no' ? { ...under, reading: { kind: 'no' } } : under;
}

/** The result of several columns that could all hold it. */
export function readRivals(row: BodyRow, measured: Measured): Read | undefined {
  const { value, rivals } = row.header.columns;
  const own = readCell(row, value, measured.measure, measured);
  if (rivals.length === 0 || own === undefined) return own;
  const reads = [own, ...rivals.flatMap((column) => readCell(row, column, measured.measure, measured) ?? [])];
  const answers = reads.filter(({ reading }) => !NO_ANSWER.has(reading.kind));
  const clear = answers.filter(({ reading }) => reading.kind !== 'text');
  const candidates = clear.length > 0 ? clear : answers;
  const [first, ...others] = candidates;
  if (!first) return reads.find((read) => !isMissing(read)) ?? own;
  return others.every((other) => isSameReading(other, first)) ? first : between(candidates);
}

function isSameReading(a: Read, b: Read): boolean {
  return JSON.stringify(a.reading) === JSON.stringify(b.reading);
}

/** Another number under the result, in a row without a title: it cannot be known which of the two counts. */
export function withRivalsBelow(result: Figures, below: readonly BodyRow[], measured: Measured): Figures {
  const { value } = result;
  if (value?.reading.kind !== 'number') return result;
  const used = [result.numerator, result.denominator].map((read) => read?.cell.address);
  const others = below.flatMap((row) => {
    const read =
      row.titles.length > 0 ? undefined : readCell(row, row.header.columns.value, measured.measure, measured);
    return read?.reading.kind === 'number' && !used.includes(read.cell.address) ? [read] : [];
  });
  return others.every((other) => isSameReading(other, value))
    ? result
    : { ...result, value: between([value, ...others]) };
}

/** An ambiguous reading with all candidates, placed at the first of the cells. */
function between(reads: readonly Read[]): Read {
  const [first] = reads as readonly [Read, ...Read[]];
  const text = reads.map(({ raw, cell }) => `${raw ?? ''} (ô ${cell.address})`).join(', ');
  const numbers = reads.flatMap(({ reading }) => (reading.kind === 'number' ? [reading.value] : []));
  const { percent: _, ...bare } = first;
  if (numbers.length !== reads.length) return { ...bare, reading: { kind: 'text', text }, raw: text };
  return { ...bare, reading: { kind: 'ambiguous', text, candidates: [...new Set(numbers)] } };
}

/**
 * A criterion that is no percentage in a table with a column of shares: its result is the number of cases, never the
 * share; the share only checks it. Words and days are read where the unit wrote them.
 */
export function besideRatio(row: BodyRow, measured: Measured): Figures {
  const { columns } = row.header;
  const ticks = readTicks(row, measured);
  if (ticks && columns.yes !== undefined && !isMissing(ticks)) return { value: ticks };
  const cases = [columns.numerator, columns.figure].flatMap(
    (column) => readCell(row, column, measured.measure, measured) ?? [],
  );
  const count = cases.find((read) => !isMissing(read));
  const share = readCell(row, columns.value, measured.measure, measured);
  if (share === undefined || isMissing(share)) {
    const result = count ?? share ?? cases[0];
    return result ? { value: result } : {};
  }
  if (count === undefined) {
    // A bare number under "Tỷ lệ (%)" is a share, whatever the criterion counts; 0 is 0 either way.
    const isShare = share.reading.kind === 'number' && share.reading.value !== 0 && !columns.mixed;
    return { value: isShare ? { ...share, percent: true } : share };
  }
  return { value: contradicts(row, measured, count, share) ? between([count, share]) : count };
}

/** Both are numbers, and the share is neither the count itself, nor its ratio to the total, nor the whole. */
function contradicts(row: BodyRow, measured: Measured, count: Read, share: Read): boolean {
  if (count.reading.kind !== 'number' || share.reading.kind !== 'number') return false;
  const total = readCell(row, row.header.columns.denominator, 'denominator', measured);
  const ratio = share.reading.value;
  // A count below nought is wrong by itself, whatever stands beside it.
  if (ratio === count.reading.value || count.reading.value < 0) return false;
  if (total?.reading.kind === 'number' && total.reading.value > 0)
    return !isAbout(ratio, (100 * count.reading.value) / total.reading.value);
  return ratio !== 100 && share.percent !== true;
}

/** a, b and the ratio written in a single cell of a percentage. */
export function statedIn(row: BodyRow, column: number | undefined, measured: Measured): Figures | null {
  const cell = column === undefined ? undefined : row.at.get(column);
  const stated = cell?.isText ? readStatement(cell.text, measured.unit) : null;
  const read = stated && readCell(row, column, measured.measure, measured);
  if (!stated || read?.reading.kind !== 'text') return null;
  const part = (value: number | undefined): Read | undefined =>
    value === undefined ? undefined : { ...read, reading: { kind: 'number', value } };
  const [numerator, denominator, value] = [part(stated.a), part(stated.b), part(stated.ratio)];
  return {
    ...(numerator ? { numerator } : {}),
    ...(denominator ? { denominator } : {}),
    ...(value ? { value: { ...value, percent: true } } : {}),
  };
}

/** Another column that may hold the result contradicts this one: neither can be preferred. */
export function statedRival(row: BodyRow, measured: Measured): Figures | null {
  const { value, rivals } = row.header.columns;
  const reads = [value, ...rivals].flatMap((column) => readCell(row, column, 'percentage', measured) ?? []);
  const answers = reads.filter(({ reading }) => !NO_ANSWER.has(reading.kind));
  const isOne = answers.every(({ raw }) => raw === answers[0]?.raw);
  return isOne ? null : { value: between(answers) };
}

/**
 * "Kế hoạch | Kết quả thực hiện | Tỷ lệ (%)": the ratio may be done ÷ plan and is then not the criterion's result. For
 * a percentage the plan decides: the criterion's own target, or anything in percent, is compared with a result in
 * percent. null = no such table, or no such cells in this row.
 */
export function plannedResult(row: BodyRow, measured: Measured): Figures | null {
  const { plan: planColumn, figure, value } = row.header.columns;
  if (planColumn === undefined || figure === undefined || value === undefined) return null;
  const done = readCell(row, figure, 'percentage', measured);
  const ratio = readCell(row, value, 'percentage', measured);
  if (!done || !ratio) return null;
  if (isMissing(done)) return { value: done };
  const plan = readCell(row, planColumn, 'percentage', measured);
  if (done.reading.kind === 'fraction') return plannedPair(done, ratio, plan);
  if (done.reading.kind !== 'number') return { value: done };
  if (done.percent) return { value: done };
  const isGoal = plan !== undefined && speaksOfPercent(plan, measured);
  if (isMissing(ratio)) return isGoal || isMissing(plan) ? { value: done } : null;
  if (ratio.reading.kind !== 'number') return null;
  if (ratio.reading.value === done.reading.value) return { value: done };
  const target = plan?.reading;
  const planned100 = target?.kind === 'number' || target?.kind === 'bound' ? target.value : 0;
  const isDoneByPlan = planned100 > 0 && isAbout(ratio.reading.value, (100 * done.reading.value) / planned100);
  // Of a percentage more than all of it can only be done ÷ plan.
  const isOfPlan = isDoneByPlan && (isGoal || isPrinted(row, planned100, measured) || ratio.reading.value > 100);
  return { value: isOfPlan ? done : between([done, ratio]) };
}

/** `170/200` done: the ratio beside it is theirs, right or wrong, unless it is done ÷ plan. */
function plannedPair(done: Read, ratio: Read, plan: Read | undefined): Figures {
  if (done.reading.kind !== 'fraction' || ratio.reading.kind !== 'number') return { value: done };
  const { a, b } = done.reading;
  const own = b > 0 ? (100 * a) / b : 0;
  const part = (value: number): Read => ({ ...done, reading: { kind: 'number', value } });
  const pair = { numerator: part(a), denominator: part(b), value: ratio };
  // Both columns show the same ratio: the pair is the result.
  if (Math.abs(ratio.reading.value - own) <= 0.05) return { value: done };
  if (isAbout(ratio.reading.value, own)) return pair;
  const target = plan?.reading;
  const goal = target?.kind === 'number' || target?.kind === 'bound' ? target.value : null;
  const isOfPlan = goal === null ? !isMissing(plan) : goal > 0 && isAbout(ratio.reading.value, (100 * own) / goal);
  return isOfPlan ? { value: done } : pair;
}

/** The plan is the target printed in a column of its own. */
function isPrinted(row: BodyRow, plan: number, measured: Measured): boolean {
  const { target, plan: own } = row.header.columns;
  const read = target === own ? undefined : readCell(row, target, 'percentage', measured);
  const reading = read?.reading;
  return (reading?.kind === 'number' || reading?.kind === 'bound') && reading.value === plan;
}

function speaksOfPercent({ reading, percent }: Read, measured: Measured): boolean {
  if (percent) return true;
  return (reading.kind === 'number' || reading.kind === 'bound') && goalsOf(measured).includes(reading.value);
}

/** Percent the criterion requires, by its target or by the figures at which its rule gives points. */
function goalsOf({ target, rule }: Measured): readonly number[] {
  return [...(target ? [target.value] : []), ...kindOf(rule).goals(rule)];
}

/** Ratios are typed rounded, some to a whole percent. */
function isAbout(typed: number, exact: number): boolean {
  return Math.abs(typed - exact) <= 0.5 + 1e-9;
}
