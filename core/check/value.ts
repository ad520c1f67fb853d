/** Checks of the figures of a line together: a, b, the ratio, the unit of measure, what is missing. Unreadable cells come first. */

import { formatNumber } from '../quantity/points.ts';
import type { Read } from '../report/report.ts';
import { bareKey } from '../text/text.ts';
import {
  type Figures,
  figuresOf,
  isBlank,
  isFilledByUnit,
  isNumeric,
  isOptional,
  isRounding,
  type Placed,
  ratioOf,
  settledFigure,
} from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import { type Line, type Run, remarksOf, type Subject } from './run.ts';
import { valueCellChecks } from './value-cells.ts';
import { percent, quote } from './words.ts';

export const valueChecks: readonly Check[] = [
  ...valueCellChecks,
  { code: 'zero-denominator', find: zeroDenominator },
  { code: 'numerator-exceeds-denominator', find: numeratorExceedsDenominator },
  { code: 'out-of-range', find: outOfRange },
  { code: 'unit-mismatch', find: unitMismatch },
  { code: 'ratio-mismatch', find: ratioMismatch },
  { code: 'missing-value', find: missingValue },
];

/** Codes of this family: after any of them on a line the others would only repeat it. */
const FAULTS = [
  'not-a-number',
  'ambiguous-number',
  'formula-error',
  'invalid-date',
  'zero-denominator',
  'numerator-exceeds-denominator',
  'out-of-range',
  'unit-mismatch',
  'ratio-mismatch',
] as const;

/** Lines the unit fills in and on which nothing of this family was found so far. */
function openLines({ subjects }: Run, found: Found): readonly { readonly subject: Subject; readonly line: Line }[] {
  return subjects.flatMap((subject) =>
    subject.lines.flatMap((line) =>
      isFilledByUnit(line) && !hasFigureFault(found, subject, line) ? [{ subject, line }] : [],
    ),
  );
}

function hasFigureFault(found: Found, subject: Subject, line: Line): boolean {
  return found.on(subject, line.code, ...FAULTS);
}

function on(subject: Subject, line: Line, cell: Placed['cell'], message: string, more: Partial<Finding> = {}): Finding {
  return { subject, line: line.code, cell, message: `Tiêu chí ${line.code}: ${message}.`, ...more };
}

/** b = 0 with a result all the same. 0/0 without one, or with KPS, is "not arising" and no fault (CR-09 reads it as 100 %). */
function zeroDenominator(run: Run, found: Found): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const { a, b, typed } = figuresOf(line);
    if (line.measure !== 'percentage' || b === null || b.value !== 0) return [];
    if ((a === null || a.value === 0) && typed === null) return [];
    const said = typed === null ? `số đạt là ${formatNumber(a?.value ?? 0)}` : `vẫn ghi ${percent(typed.value)}`;
    const data = { a: a?.value ?? null, b: 0, typed: typed?.value ?? null };
    return [on(subject, line, b.cell, `tổng số (b) bằng 0 mà ${said}`, { data })];
  });
}

/** RW-44. The figure may be the full ratio, the two numbers swapped, or what was typed. */
function numeratorExceedsDenominator(run: Run, found: Found): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const { a, b, typed } = figuresOf(line);
    if (line.measure !== 'percentage' || a === null || b === null || b.value <= 0 || a.value <= b.value) return [];
    const candidates = [(100 * b.value) / a.value, 100];
    if (typed !== null && typed.value >= 0 && typed.value <= 100) candidates.push(typed.value);
    const message = `số đạt (a) ${formatNumber(a.value)} lớn hơn tổng số (b) ${formatNumber(b.value)}`;
    return [on(subject, line, a.cell, message, { data: { a: a.value, b: b.value }, candidates })];
  });
}

function outOfRange(run: Run, found: Found): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    if (!isNumeric(line.measure)) return [];
    const figures = figuresOf(line);
    const { a, b, typed } = figures;
    const ratio = ratioOf(figures);
    const findings: Finding[] = [];
    const add = (at: Placed, message: string, candidates?: readonly number[]) => {
      const data = { found: at.value };
      findings.push(on(subject, line, at.cell, message, { data, ...(candidates ? { candidates } : {}) }));
    };
    if (a !== null && a.value < 0) add(a, `số đạt (a) âm: ${formatNumber(a.value)}`);
    if (b !== null && b.value < 0) add(b, `tổng số (b) âm: ${formatNumber(b.value)}`);
    if (typed === null || findings.length > 0) return findings;
    const known = ratio === null ? undefined : [ratio];
    if (typed.value < 0 && line.measure !== 'rate') add(typed, `kết quả âm: ${formatNumber(typed.value)}`, known);
    if (line.measure === 'percentage' && typed.value > 100)
      add(typed, `tỷ lệ ghi ${percent(typed.value)}, quá 100 %`, known);
    const sample = line.rule.kind === 'per-unit' ? line.rule.sample : undefined;
    if (sample !== undefined && typed.value > sample) {
      add(typed, `ghi ${formatNumber(typed.value)}, quá cỡ mẫu ${formatNumber(sample)}`, [sample]);
    }
    return findings;
  });
}

/** A ratio of at most 1 without percent sign is taken for a share only when the criterion asks for at least so many percent. */
const LEAST_PLAUSIBLE_TARGET = 10;

function unitMismatch(run: Run, found: Found): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const read = line.entry.value;
    const figures = figuresOf(line);
    const { typed } = figures;
    if (read === undefined || typed === null) return [];
    const unit = writtenUnit(read);
    if (unit !== undefined && !isSameUnit(unit, line)) {
      const message = `ghi đơn vị tính ${quote(unit)}, tiêu chí tính bằng ${quote(unitOf(line))}`;
      return [on(subject, line, typed.cell, message, { data: { found: unit, expected: unitOf(line) } })];
    }
    if (!isShareForPercent(line, figures, read.percent === true)) return [];
    const message = `ghi ${formatNumber(typed.value, 4)} trong khi tiêu chí tính bằng %, có thể là ${percent(typed.value * 100)}`;
    const data = { found: typed.value, meant: typed.value * 100 };
    return [on(subject, line, typed.cell, message, { data, candidates: [typed.value, typed.value * 100] })];
  });
}

/** 0,95 for 95 %: a/b says so; without a/b, when it is far below a target of 10 % and more. A printed % sign means what it says. */
function isShareForPercent(line: Line, figures: Figures, percentSign: boolean): boolean {
  const typed = figures.typed?.value ?? 0;
  if (line.measure !== 'percentage' || typed <= 0 || typed > 1) return false;
  const ratio = ratioOf(figures);
  if (ratio !== null) return !isRounding(typed, ratio) && isRounding(typed * 100, ratio);
  return !percentSign && line.criterion.direction === 'higher' && goalOf(line) >= LEAST_PLAUSIBLE_TARGET;
}

/** Percent asked for: the target, else what the rule gives full points for; 0 when neither says. */
function goalOf({ criterion, part, rule }: Line): number {
  if (part === null && criterion.target !== null) return criterion.target.value;
  if (rule.kind === 'proportional' || rule.kind === 'improvement') return rule.full;
  if (rule.kind === 'threshold') return rule.value;
  return rule.kind === 'bands' ? Math.max(0, ...rule.bands.map(({ from, to }) => from ?? to ?? 0)) : 0;
}

/** A part has no unit of its own unless it is a ratio. */
function unitOf(line: Line): string {
  if (line.measure === 'percentage') return '%';
  return line.part === null ? line.criterion.unit : '';
}

/** Things that are never each other (without diacritics and spaces). Words like lần, lượt, cuộc count anything. */
const DIFFERENT_THINGS = [
  'nguoi',
  'ho',
  'thon',
  'ban',
  'xom',
  'coquan',
  'doanhnghiep',
  'hoso',
  'vanban',
  'thietbi',
  'camera',
];
const SCALES = /^(?:(?:nghin|ngan|trieu|ty|ti)(?:dong)?|dong|vnd)$/;

/** Behind the number, or the percent sign or format; undefined when there is none. */
function writtenUnit({ reading, percent: isPercent }: Read): string | undefined {
  return (reading.kind === 'number' ? reading.unit : undefined) ?? (isPercent ? '%' : undefined);
}

/** `hộ` is not `người`, `%/năm` is not `%` (but a rate may leave the year out), `triệu đồng` is not `đồng`; other words pass. */
function isSameUnit(found: string, line: Line): boolean {
  const expected = unitOf(line);
  const [x, y] = [bareKey(found), bareKey(expected)];
  if (line.measure === 'rate') return found.includes('%') || x === y;
  if (found.includes('%') !== expected.includes('%')) return false;
  if (x === y) return true;
  return !found.includes('%') && !SCALES.test(x) && !(DIFFERENT_THINGS.includes(x) && DIFFERENT_THINGS.includes(y));
}

function ratioMismatch(run: Run, found: Found): readonly Finding[] {
  return openLines(run, found).flatMap(({ subject, line }) => {
    const figures = figuresOf(line);
    const { a, b, typed } = figures;
    const ratio = ratioOf(figures);
    if (line.measure !== 'percentage' || a === null || b === null || typed === null || ratio === null) return [];
    if (isRounding(typed.value, ratio) || isRounding(typed.value, exemptedRatio(line, figures) ?? ratio)) return [];
    const message = `tỷ lệ ghi ${percent(typed.value)} nhưng ${formatNumber(a.value)}/${formatNumber(b.value)} = ${percent(ratio)}`;
    const data = { typed: typed.value, computed: ratio, a: a.value, b: b.value };
    return [on(subject, line, typed.cell, message, { data, candidates: [typed.value, ratio] })];
  });
}

/** SR-24: the ratio without the items left out for an objective reason. */
function exemptedRatio(line: Line, { a, b, typed }: Figures): number | null {
  const exempted = line.entry.exempted?.reading;
  if (exempted?.kind !== 'number' || b === null) return null;
  return ratioOf({ a, b: { ...b, value: b.value - exempted.value }, typed });
}

/** One flag a line, at the first cell to be filled in. Alternatives of which the best counts need only one filled in. */
function missingValue(run: Run, found: Found): readonly Finding[] {
  return run.subjects.flatMap((subject) => {
    if (lacksResults(subject)) return [];
    const lines = openLines({ ...run, subjects: [subject] }, found).map(({ line }) => line);
    const claimed = new Set(subject.lines.filter((line) => !isBlank(line)).map((line) => line.criterion.code));
    const asked = new Set<string>();
    return lines.flatMap((line) => {
      const { code, rule } = line.criterion;
      if ((isOptional(line) && !claimsPoints(line)) || found.on(subject, code, 'duplicate-criterion')) return [];
      if (rule.kind === 'best' && (claimed.has(code) || asked.has(code))) return [];
      const blank = blankOf(line);
      if (blank === null) return [];
      asked.add(code);
      return [on(subject, line, blank.cell, blank.message, blank.candidates ? { candidates: blank.candidates } : {})];
    });
  });
}

/** A bonus or deduction with own points but no figure is not left out, it is unfounded. */
function claimsPoints({ entry }: Line): boolean {
  return entry.self?.reading.kind === 'number' && entry.self.reading.value !== 0;
}

/** The sheet has no column of results: that is flagged once, for all criteria. */
export function lacksResults(subject: Subject): boolean {
  return remarksOf(subject, 'missing-column').some(({ role }) => ['value', 'numerator', 'denominator'].includes(role));
}

interface Blank {
  readonly cell: Placed['cell'];
  readonly message: string;
  readonly candidates?: readonly number[];
}

function blankOf(line: Line): Blank | null {
  const { numerator, denominator, value, title } = line.entry;
  const first = [numerator, value, denominator].find((read) => read?.reading.kind === 'missing');
  if (isBlank(line)) return { cell: first?.cell ?? title.cell, message: `chưa có số liệu của ${quote(line.title)}` };
  const before = baselineOf(line);
  if (before !== null) return { cell: before, message: `chưa ghi số liệu trước phong trào của ${quote(line.title)}` };
  if (line.measure !== 'percentage' || numerator === undefined || denominator === undefined) return null;
  const { a, b, typed } = figuresOf(line);
  if (a !== null && b !== null) return null;
  if (b?.value === 0 && typed === null) return null;
  const candidates = typed === null ? {} : { candidates: [typed.value] };
  if (a === null && b === null) {
    if (numerator.reading.kind === 'not-applicable' || value?.reading.kind === 'not-applicable') return null;
    const said = typed === null ? 'chưa ghi' : `chỉ ghi tỷ lệ ${percent(typed.value)}, chưa ghi`;
    return { cell: numerator.cell, message: `${said} số đạt (a) và tổng số (b)`, ...candidates };
  }
  if (value?.reading.kind === 'not-applicable') return null;
  if (a === null) return { cell: numerator.cell, message: 'chưa ghi số đạt (a)', ...candidates };
  return { cell: denominator.cell, message: 'chưa ghi tổng số (b)', ...candidates };
}

/**
 * Where the value before the movement (SR-26) is missing, which a unit that is not yet at the full figure has to give: its empty cell,
 * or the figure itself in a sheet without such a column.
 */
function baselineOf(line: Line): Placed['cell'] | null {
  const { rule, entry } = line;
  if (rule.kind !== 'improvement' || (entry.baseline && entry.baseline.reading.kind !== 'missing')) return null;
  const now = settledFigure(line);
  if (now === null) return null;
  const isReached = line.criterion.direction === 'lower' ? now.value <= rule.full : now.value >= rule.full;
  return isReached ? null : (entry.baseline?.cell ?? now.cell);
}

/** For later families: the line's figures are in doubt already. */
export function isFigureInDoubt(found: Found, subject: Subject, line: Line): boolean {
  return (
    hasFigureFault(found, subject, line) ||
    found.on(subject, line.code, 'missing-value') ||
    found.on(subject, line.criterion.code, 'duplicate-criterion', 'missing-value')
  );
}
