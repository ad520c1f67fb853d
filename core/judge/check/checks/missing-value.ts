/**
 * One flag a line, at the first cell to be filled in. Of alternatives of which the best counts, a single filled one is
 * enough. After that, a flag for any other cause that leaves the points of a criterion open and has no flag yet.
 */
import { factsOf, kindOf } from '../../../movement/rule.ts';
import { figuresOf, isBlank, isOptional, type PlacedNumber, settledFigure } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { codesOf, openCriteria } from '../open-range.ts';
import { type CheckRun, type CheckSubject, type Line, remarksOf } from '../run.ts';
import { FIGURE_FAULTS, on, openLines } from '../value.ts';
import { percent, quote } from '../words.ts';

/** Ô số liệu phải điền còn trống, chỉ có tỷ lệ mà không có số a và b, hoặc chưa đủ để tính điểm. */
export const missingValue: Check<'missing-value'> = {
  code: 'missing-value',
  severity: 'error',
  doubt: 'value',
  name: 'Thiếu số liệu',
  todo: 'Đề nghị đơn vị điền số liệu; chỉ ghi KPS khi thật sự không phát sinh.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return run.subjects.flatMap((subject) => {
    if (lacksResults(subject)) return [];
    const blanks = blankLines(run, subject, found);
    return [...blanks, ...leftOpen(run, subject, found, blanks)];
  });
}

function blankLines(run: CheckRun, subject: CheckSubject, found: EarlierFindings): readonly Finding[] {
  const lines = openLines({ ...run, subjects: [subject] }, found).map(({ line }) => line);
  const claimed = new Set(subject.lines.filter((line) => !isBlank(line)).map((line) => line.criterion.code));
  const demanded = new Set<string>();
  return lines.flatMap((line) => {
    const { code, rule } = line.criterion;
    if ((isOptional(line) && !claimsPoints(line)) || found.on(subject, code, 'duplicate-criterion')) return [];
    if (factsOf(rule).joins === 'best' && (claimed.has(code) || demanded.has(code))) return [];
    const blank = blankOf(line);
    if (blank === null) return [];
    demanded.add(code);
    return [on(subject, line, blank.cell, blank.message, blank.candidates ? { candidates: blank.candidates } : {})];
  });
}

/** Codes of flags that say already why the points are open. */
const REASONS = ['missing-criterion', 'duplicate-criterion', 'hidden-content', ...FIGURE_FAULTS] as const;

function leftOpen(
  run: CheckRun,
  subject: CheckSubject,
  found: EarlierFindings,
  blanks: readonly Finding[],
): readonly Finding[] {
  if (found.inReport(subject, 'wrong-audience')) return [];
  return openCriteria(run, subject).flatMap((criterion): readonly Finding[] => {
    const codes = codesOf(criterion);
    const isTold = codes.some(
      (code) => found.on(subject, code, ...REASONS) || blanks.some(({ line }) => line === code),
    );
    if (isTold) return [];
    const { code, title } = criterion;
    const entry = subject.entries.get(code);
    const message = `Tiêu chí ${code}: số liệu trong bảng chưa đủ để tính điểm ${quote(title)}.`;
    return [{ subject, line: code, cell: entry?.value?.cell ?? entry?.title.cell ?? null, message }];
  });
}

/** A bonus or deduction with own points but no figure is not left out, it is unfounded. */
function claimsPoints({ entry }: Line): boolean {
  return entry.self?.reading.kind === 'number' && entry.self.reading.value !== 0;
}

function lacksResults(subject: CheckSubject): boolean {
  return remarksOf(subject, 'missing-column').some(({ role }) => ['value', 'numerator', 'denominator'].includes(role));
}

interface Blank {
  readonly cell: PlacedNumber['cell'];
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
    const typedWords = typed === null ? 'chưa ghi' : `chỉ ghi tỷ lệ ${percent(typed.value)}, chưa ghi`;
    return { cell: numerator.cell, message: `${typedWords} số đạt (a) và tổng số (b)`, ...candidates };
  }
  if (value?.reading.kind === 'not-applicable') return null;
  if (a === null) return { cell: numerator.cell, message: 'chưa ghi số đạt (a)', ...candidates };
  return { cell: denominator.cell, message: 'chưa ghi tổng số (b)', ...candidates };
}

/**
 * Where the value before the movement (SR-26) is missing, which a unit that is not yet at the full figure has to give:
 * its empty cell, or the figure itself in a sheet without such a column.
 */
function baselineOf(line: Line): PlacedNumber['cell'] | null {
  const { rule, entry } = line;
  if (!factsOf(rule).needsBaseline || (entry.baseline && entry.baseline.reading.kind !== 'missing')) return null;
  const now = settledFigure(line);
  if (now === null) return null;
  const lower = line.criterion.direction === 'lower';
  const isReached = kindOf(rule).givesAllAt(rule, now.value, { max: line.maxPoints, lower });
  return isReached ? null : (entry.baseline?.cell ?? now.cell);
}
