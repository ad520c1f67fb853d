/**
 * The result of a criterion row: numerator, denominator and value from the table's columns, from rows `a = …`, `b = …`
 * below it, or from a cell that holds both. Nothing is computed here.
 */

import { foldKey, squashKey } from '../../base/text/text.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Measure, ScoringRule } from '../../movement/rule.ts';
import type { Read, Reading } from '../report.ts';
import { type Figures, isMissing, type Measured, readCell, readText } from './read-cell.ts';
import {
  besideRatio,
  plannedResult,
  readRivals,
  readTicks,
  statedIn,
  statedRival,
  withRivalsBelow,
} from './result-cells.ts';
import { labelledRows } from './row-labels.ts';
import type { BodyRow } from './rows.ts';
import { roleOver } from './word-over.ts';

/** The figures of a criterion or part: its own row, then the rows below that belong to it. */
export function readFigures(row: BodyRow, below: readonly BodyRow[], measured: Measured): Figures {
  const labelled = below.length > 0 ? labelledRows(row, below) : null;
  if (labelled) return labelledFigures(labelled, measured);
  const own = measured.measure === 'percentage' ? percentage(row, measured) : single(row, measured);
  const fromExplanation = own.value === undefined ? explained(row, measured) : undefined;
  if (measured.measure !== 'percentage')
    return fromExplanation ? { value: fromExplanation } : withRivalsBelow(own, below, measured);
  const result: Figures =
    figureOnOwnRow(row, below, measured) ?? (fromExplanation ? { ...own, value: fromExplanation } : own);
  return withRivalsBelow({ ...result, ...figuresBelow(row, below, measured, result) }, below, measured);
}

/** "Kế hoạch" over "Thực hiện", "Số đạt" over "Tổng số": a figure a row. */
function labelledFigures(rows: NonNullable<ReturnType<typeof labelledRows>>, measured: Measured): Figures {
  const at = (which: 'numerator' | 'denominator'): Read | undefined => {
    const own = rows.get(which);
    return own && readCell(own, own.header.columns.value, which, measured);
  };
  const done = rows.get('value');
  const [numerator, denominator] = [at('numerator'), at('denominator')];
  const result = done && (measured.measure === 'percentage' ? percentage(done, measured) : single(done, measured));
  if (measured.measure !== 'percentage') return result ?? (numerator ? { value: numerator } : {});
  return { ...(numerator ? { numerator } : {}), ...(denominator ? { denominator } : {}), ...result };
}

/** A criterion that is no percentage: the figure column when it says something, else the result column. */
function single(row: BodyRow, measured: Measured): Figures {
  const { columns } = row.header;
  if (columns.ratio !== undefined && columns.ratio === columns.value) return besideRatio(row, measured);
  const figure = readCell(row, columns.figure, measured.measure, measured);
  const ticks = readTicks(row, measured);
  const value = ticks ?? readRivals(row, measured);
  // What was done ÷ plan is no count.
  if (figure !== undefined && columns.plan !== undefined && isMissing(ticks))
    return { value: isMissing(figure) && value && !isNamedShare(row) ? value : figure };
  if (figure === undefined) {
    const count = isMissing(value) ? readCell(row, columns.numerator, measured.measure, measured) : undefined;
    const chosen = value === undefined || !isMissing(count) ? count : value;
    return chosen ? { value: chosen } : {};
  }
  return { value: isMissing(figure) && value && !isMissing(value) ? value : figure };
}

/** The column of results is called a share: "Tỷ lệ (%)", "% so với kế hoạch". */
function isNamedShare({ header: { columns, texts } }: BodyRow): boolean {
  const role = roleOver(texts, columns.value);
  return role === 'ratio' || role === 'completion';
}

function percentage(row: BodyRow, measured: Measured): Figures {
  const { columns } = row.header;
  const stated = statedIn(row, columns.figure, measured) ?? statedIn(row, columns.value, measured);
  const swapped = isSwapped(row);
  const b = readCell(row, swapped ? columns.numerator : columns.denominator, 'denominator', measured);
  const typedA = readCell(row, swapped ? columns.denominator : columns.numerator, 'numerator', measured);
  const a = typedA && ofTotal(typedA, b);
  const pair = { ...(a ? { numerator: a } : {}), ...(b ? { denominator: b } : {}) };
  if (stated && isMissing(a) && isMissing(b)) return statedRival(row, measured) ?? stated;
  const planned = plannedResult(row, measured);
  if (planned) return { ...pair, ...planned };
  const value = readRivals(row, measured);
  const figure = readCell(row, columns.figure, 'percentage', measured);
  if (figure === undefined || isMissing(figure)) {
    const isEither = value && b && columns.value !== columns.ratio && a === undefined;
    return { ...pair, ...(isEither ? shareOrPart(value, b) : value ? { value } : {}) };
  }
  const { reading } = figure;
  if (reading.kind === 'fraction') {
    if (isMissing(value)) return { ...pair, value: figure };
    const part = (number: number): Read => ({ ...figure, reading: { kind: 'number', value: number } });
    return { numerator: part(reading.a), denominator: part(reading.b), ...(value ? { value } : {}) };
  }
  if (!isMissing(value))
    return { ...pair, ...(reading.kind === 'number' ? {} : { numerator: figure }), ...(value ? { value } : {}) };
  // A bare count beside an empty ratio is the numerator, not a percentage.
  if (reading.kind === 'number' && !figure.percent && columns.no === undefined)
    return { numerator: figure, ...(value ? { value } : {}) };
  return { ...pair, value: figure };
}

/**
 * A whole number up to the total beside it is a share in percent or the part of that total: nobody can say which, unless
 * both are the same (98 of 100).
 */
function shareOrPart(value: Read, { reading: total }: Read): Figures {
  const { reading, percent } = value;
  if (reading.kind !== 'number' || total.kind !== 'number' || percent === true || reading.unit === '%')
    return { value };
  const part = reading.value;
  if (!Number.isInteger(part) || part < 1 || part > total.value) return { value };
  if (total.value === 100) return { numerator: value };
  const share = Math.round((10_000 * part) / total.value) / 100;
  return {
    value: { ...value, reading: { kind: 'ambiguous', text: `${value.raw ?? part}`, candidates: [part, share] } },
  };
}

/** `53/73` beside a total of 73 is 53; beside another total it contradicts it and is no figure. */
function ofTotal(read: Read, total: Read | undefined): Read {
  const { reading } = read;
  if (reading.kind !== 'fraction' || total?.reading.kind !== 'number') return read;
  if (reading.b === total.reading.value) return { ...read, reading: { kind: 'number', value: reading.a } };
  return { ...read, reading: { kind: 'text', text: `${reading.a}/${reading.b}` } };
}

/** Bare headers "a", "b" over a rule `b/a`: there a is the denominator (CR-12). */
function isSwapped(row: BodyRow): boolean {
  const { method } = row.header.columns;
  const rule = method === undefined ? '' : (row.at.get(method)?.text ?? '');
  return saysSwapped(rule) && row.header.bareFigures;
}

function saysSwapped(text: string): boolean {
  return /(?:^|[^\p{L}])b\s*[/:]\s*a(?![\p{L}])/iu.test(text) && !/(?:^|[^\p{L}])a\s*[/:]\s*b(?![\p{L}])/iu.test(text);
}

/** A table without any result column: the explanation counts when the whole of it obeys the grammar (`72/90 hồ sơ`). */
function explained(row: BodyRow, measured: Measured): Read | undefined {
  const { columns } = row.header;
  if (columns.value !== undefined || columns.numerator !== undefined) return undefined;
  const read = readCell(row, columns.explanation, measured.measure, measured);
  const kinds: readonly Reading['kind'][] = ['fraction', 'number', 'yes', 'no', 'date', 'level', 'ambiguous', 'error'];
  return read && kinds.includes(read.reading.kind) ? read : undefined;
}

/** Rows under a criterion that can still be its figures. */
const MAX_BELOW = 8;

/** Rows `a = 72`, `b: Tổng số hồ sơ | 90` under the criterion fill what its own row leaves open. */
function figuresBelow(row: BodyRow, below: readonly BodyRow[], measured: Measured, own: Figures): Figures {
  const rows = below.slice(0, MAX_BELOW);
  const swapped = [row, ...rows].some((bodyRow) => saysSwapped([...bodyRow.titles, methodOf(bodyRow)].join(' ')));
  let found: Figures = {};
  for (const bodyRow of rows) {
    const which = figureName(bodyRow, measured, swapped);
    const read = which && figureValue(bodyRow, which, measured);
    if (which && read && isMissing(own[which]) && found[which] === undefined) found = { ...found, [which]: read };
  }
  return found;
}

/**
 * The method column says `a = …` on the criterion's own row and `b = …` on a row below (CR-03): the result beside it is
 * that one figure, not the ratio.
 */
function figureOnOwnRow(row: BodyRow, below: readonly BodyRow[], measured: Measured): Figures | undefined {
  const { value } = row.header.columns;
  const letterOf = (bodyRow: BodyRow): string => /^\s*([ab])\s*[=:]/i.exec(methodOf(bodyRow))?.[1]?.toLowerCase() ?? '';
  const own = letterOf(row);
  const other = below.slice(0, MAX_BELOW).some((bodyRow) => letterOf(bodyRow) !== '' && letterOf(bodyRow) !== own);
  if (own === '' || !other || value === undefined) return undefined;
  const swapped = [row, ...below.slice(0, MAX_BELOW)].some((bodyRow) => saysSwapped(methodOf(bodyRow)));
  const which = (own === 'a') === swapped ? 'denominator' : 'numerator';
  const read = readCell(row, value, which, measured);
  return read ? { [which]: read } : undefined;
}

function methodOf(row: BodyRow): string {
  const { method } = row.header.columns;
  return method === undefined ? '' : (row.at.get(method)?.text ?? '');
}

function figureName(row: BodyRow, measured: Measured, swapped: boolean): 'numerator' | 'denominator' | null {
  const title = row.titles[0] || methodOf(row);
  const key = squashKey(title.slice(0, 300));
  if (key && measured.numerator && key === squashKey(measured.numerator)) return 'numerator';
  if (key && measured.denominator && key === squashKey(measured.denominator)) return 'denominator';
  const words = foldKey(title.slice(0, 80)).replace(/^[-+*•] ?/, '');
  if (words.startsWith('tử số')) return 'numerator';
  if (words.startsWith('mẫu số')) return 'denominator';
  const letter = /^([ab]) ?[=:.)(]/.exec(words)?.[1] ?? (row.numbering?.kind === 'letter' ? row.numbering.letter : '');
  if (letter === 'a') return swapped ? 'denominator' : 'numerator';
  return letter === 'b' ? (swapped ? 'numerator' : 'denominator') : null;
}

/** The figure beside such a label, or behind its equals sign. */
function figureValue(row: BodyRow, which: 'numerator' | 'denominator', measured: Measured): Read | undefined {
  const { columns } = row.header;
  for (const column of [columns.value, columns.figure, columns[which], columns.explanation]) {
    const read = column !== undefined && row.at.has(column) ? readCell(row, column, which, measured) : undefined;
    if (read && read.reading.kind !== 'missing') return read;
  }
  const cell = row.titleCell ?? (columns.method === undefined ? undefined : row.at.get(columns.method));
  const behind = /^[^=:]{1,40}[=:]\s*(\d.{0,60})$/s.exec(cell?.text ?? '')?.[1];
  return cell && behind ? readText(row, { column: cell.column, cell, text: behind }, which, measured) : undefined;
}

/** The criterion's own unit and wording, for a part that has none of its own. */
export function measuredPart(part: { readonly measure: Measure; readonly rule: ScoringRule }, of: Criterion): Measured {
  return { measure: part.measure, rule: part.rule, unit: part.measure === of.measure ? of.unit : undefined };
}
