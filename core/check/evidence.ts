/** Checks of the documents cited as evidence: is there one, is it of the period, does it serve once. */

import { formatDate } from '../grid/date.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import { periodDays, periodName } from '../period/period.ts';
import type { CellRef, Entry } from '../report/report.ts';
import { foldKey, squashKey } from '../text/text.ts';
import { byArrival } from './arrival.ts';
import { citationDate, citationsIn, isPlan, isStanding } from './citation.ts';
import { figuresOf, isNumeric } from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import { groupBy } from './group-by.ts';
import { type Line, type Run, remarksOf, type Subject } from './run.ts';
import { isFigureInDoubt } from './value.ts';
import { quote } from './words.ts';

export const evidenceChecks: readonly Check[] = [
  { code: 'missing-evidence', find: missingEvidence },
  { code: 'evidence-outside-period', find: evidenceOutsidePeriod },
  { code: 'reused-evidence', find: reusedEvidence },
];

/**
 * Only where evidence is required and the figure claims something; once a criterion, whichever of its parts claims. An explanation in
 * its place (SR-30: missing evidence must be explained) keeps the points, for the appraiser to judge: a warning instead of an error.
 */
function missingEvidence({ subjects }: Run, found: Found): readonly Finding[] {
  return subjects.flatMap((subject) => {
    if (remarksOf(subject, 'missing-column').some(({ role }) => role === 'evidence')) return [];
    const seen = new Set<Criterion>();
    return subject.lines.flatMap((line): readonly Finding[] => {
      const { criterion } = line;
      const whole = subject.entries.get(criterion.code);
      if (criterion.evidence !== 'required' || criterion.filledBy !== 'unit' || whole === undefined) return [];
      if (seen.has(criterion) || isFigureInDoubt(found, subject, line) || !claims(line)) return [];
      const rows = [whole, ...(whole.parts ?? [])];
      const cell = whole.evidenceCell ?? line.entry.evidenceCell;
      if (cell === undefined || rows.some(({ evidence }) => evidence.length > 0)) return [];
      seen.add(criterion);
      const explanation = rows.map((row) => row.explanation?.text.trim() ?? '').find((text) => /\p{L}/u.test(text));
      const wanted = criterion.evidenceHint === undefined ? '' : ` (${criterion.evidenceHint})`;
      const message = `Tiêu chí ${criterion.code}: chưa nêu minh chứng${wanted}`;
      const at = { subject, line: criterion.code, cell };
      if (explanation === undefined) return [{ ...at, message: `${message}.` }];
      const explained = `${message}, có giải trình ${quote(explanation)}.`;
      return [{ ...at, message: explained, severity: 'warning', doubt: 'nothing', data: { explanation } }];
    });
  });
}

/** A result that may earn points: more than 0, yes, a day, a level worth points. */
function claims(line: Line): boolean {
  if (line.rule.kind === 'deduction') return false;
  if (isNumeric(line.measure)) {
    const { a, typed } = figuresOf(line);
    return (a?.value ?? typed?.value ?? 0) > 0;
  }
  const reading = line.entry.value?.reading;
  if (reading?.kind === 'level' && line.rule.kind === 'levels') {
    return line.rule.levels.some((level) => level.code === reading.code && level.points > 0);
  }
  return reading?.kind === 'yes' || reading?.kind === 'date' || reading?.kind === 'level';
}

interface Cited {
  readonly subject: Subject;
  readonly line: string;
  readonly group: string;
  readonly cell: CellRef | null;
  readonly text: string;
}

/** Every document cited in a report, each with its row. */
function citedIn(subject: Subject): readonly Cited[] {
  return (subject.set?.criteria ?? []).flatMap((criterion) => {
    const entry = subject.entries.get(criterion.code);
    const rows = entry === undefined ? [] : [entry, ...(entry.parts ?? [])];
    return rows.flatMap((row) =>
      row.evidence.map((text) => {
        const line = row === entry ? criterion.code : lineOf(subject, row, criterion.code);
        return { subject, line, group: criterion.group, cell: row.evidenceCell ?? null, text };
      }),
    );
  });
}

function lineOf(subject: Subject, row: Entry, fallback: string): string {
  return subject.lines.find((line) => line.entry === row)?.code ?? fallback;
}

/**
 * Bounds by the kind of document: a yearly plan may be of the last quarter before the year; a decision, resolution or the like holds on
 * from the movement's beginning; anything else is of the period. After the period, up to the day of the report.
 */
function evidenceOutsidePeriod(run: Run, found: Found): readonly Finding[] {
  const own = planNumber(run);
  return run.subjects.flatMap((subject) => {
    const { period, report } = subject;
    if (period === null || found.inReport(subject, 'wrong-period')) return [];
    const days = periodDays(period);
    const last =
      [days.to, report.date?.date ?? days.to, subject.registered?.received ?? days.to].sort().at(-1) ?? days.to;
    return citedIn(subject).flatMap(({ line, cell, text }): readonly Finding[] => {
      const date = citationDate(text);
      const [citation] = citationsIn(text);
      if (date === null || (citation !== undefined && citation.number === own)) return [];
      const first = firstDay(run, citation?.type ?? '', days.from);
      if (date <= last && (first === null || date >= first)) return [];
      const message = `Tiêu chí ${line}: minh chứng ${quote(text)} có ngày ${formatDate(date)}, ngoài kỳ ${periodName(period)}.`;
      return [{ subject, line, cell, message, data: { date, from: days.from, to: days.to } }];
    });
  });
}

function firstDay({ movement }: Run, type: string, from: string): string | null {
  if (isPlan(type)) return `${Number(from.slice(0, 4)) - 1}-10-01`;
  return isStanding(type) ? movement.period.from : from;
}

function planNumber({ movement }: Run): string | null {
  return citationsIn(movement.plan.number ?? '')[0]?.number ?? null;
}

/** A document cited by this many units is a common one when it orders or plans, or when more than half of all units cite it. */
const COMMON_UNITS = 3;

/**
 * Between units: flagged at the later report, naming the earlier. Within a report: one document for criteria of different groups, at
 * the second group, once; a document cited for more than half of the criteria is the unit's summary report and serves them all.
 */
function reusedEvidence(run: Run, found: Found): readonly Finding[] {
  const byNumber = new Map<string, Cited[]>();
  const own = planNumber(run);
  for (const subject of [...run.subjects].sort(byArrival)) {
    for (const cited of citedIn(subject)) {
      for (const { number } of citationsIn(cited.text)) {
        if (number === own) continue;
        const same = byNumber.get(number) ?? [];
        same.push(cited);
        byNumber.set(number, same);
      }
    }
  }
  const units = new Set(run.subjects.map(({ unit }) => foldKey(unit))).size;
  return [...byNumber].flatMap(([number, cited]) => [
    ...betweenUnits(number, cited, units, found),
    ...withinReports(number, cited),
  ]);
}

function betweenUnits(number: string, cited: readonly Cited[], units: number, found: Found): readonly Finding[] {
  const citing = new Set(cited.map(({ subject }) => foldKey(subject.unit))).size;
  const [citation] = citationsIn(number);
  const orders = isStanding(citation?.type ?? '') || isPlan(citation?.type ?? '');
  if (citing >= COMMON_UNITS && (orders || 2 * citing > units)) return [];
  const flagged = new Set<Subject>();
  return cited.flatMap((one, at): readonly Finding[] => {
    const { subject, line, cell } = one;
    if (flagged.has(subject) || found.inReport(subject, 'copied-report', 'duplicate-report')) return [];
    const first = cited.slice(0, at).find((earlier) => isSameDocument(earlier, one, citation?.issuer ?? ''));
    if (first === undefined) return [];
    flagged.add(subject);
    const message = `Tiêu chí ${line}: văn bản ${number} cũng được ${first.subject.unit} dùng làm minh chứng cho tiêu chí ${first.line}.`;
    return [
      { subject, line, cell, message, data: { document: number, unit: first.subject.unit, criterion: first.line } },
    ];
  });
}

/**
 * Schools and villages number their papers alike: without a day on both, only the commune's own numbers or the same words make the same
 * document.
 */
function isSameDocument(x: Cited, y: Cited, issuer: string): boolean {
  if (foldKey(x.subject.unit) === foldKey(y.subject.unit)) return false;
  const [first, second] = [citationDate(x.text), citationDate(y.text)];
  if (first !== null && second !== null) return first === second;
  return issuer.startsWith('UBND') || squashKey(x.text) === squashKey(y.text);
}

function withinReports(number: string, cited: readonly Cited[]): readonly Finding[] {
  return [...groupBy(cited, ({ subject }) => subject)].flatMap(([subject, rows]): readonly Finding[] => {
    const [first] = rows;
    if (first === undefined || 2 * new Set(rows.map(({ line }) => line)).size > subject.entries.size) return [];
    const other = rows.find((row) => row.group !== first.group && isSameDay(first, row));
    if (other === undefined) return [];
    const message = `Tiêu chí ${other.line}: văn bản ${number} đã dùng làm minh chứng cho tiêu chí ${first.line} thuộc nhóm khác.`;
    return [
      { subject, line: other.line, cell: other.cell, message, data: { document: number, criterion: first.line } },
    ];
  });
}

/** Numbers start again each year: with two different days they are two documents. */
function isSameDay(x: Cited, y: Cited): boolean {
  const [first, second] = [citationDate(x.text), citationDate(y.text)];
  return first === null || second === null || first === second;
}
