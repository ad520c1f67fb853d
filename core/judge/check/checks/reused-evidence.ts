/**
 * Between units: flagged at the later report, naming the earlier. Within a report: one document for criteria of
 * different groups, at the second group, once; a document cited for more than half of the criteria is the unit's
 * summary report and serves them all.
 */

import { groupBy } from '../../../base/group-by.ts';
import { foldKey, squashKey } from '../../../base/text/text.ts';
import { citationDate, citationsIn, isPlan, isStanding } from '../../../report/citation.ts';
import { byArrival } from '../arrival.ts';
import { type Cited, citedIn, planNumber } from '../evidence.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun, CheckSubject } from '../run.ts';

/** Một văn bản được dẫn cho nhiều đơn vị, hoặc cho các tiêu chí thuộc nhóm khác nhau. */
export const reusedEvidence: Check<'reused-evidence'> = {
  code: 'reused-evidence',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Minh chứng dùng lại',
  todo: 'Mở văn bản xem nó chứng minh cho đơn vị và tiêu chí nào.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
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

/**
 * A document cited by this many units is shared by right when it is an order or a plan, or when more than half of all
 * units cite it.
 */
const COMMON_UNITS = 3;

function betweenUnits(
  number: string,
  cited: readonly Cited[],
  units: number,
  found: EarlierFindings,
): readonly Finding[] {
  const citing = new Set(cited.map(({ subject }) => foldKey(subject.unit))).size;
  const [citation] = citationsIn(number);
  const orders = isStanding(citation?.type ?? '') || isPlan(citation?.type ?? '');
  if (citing >= COMMON_UNITS && (orders || 2 * citing > units)) return [];
  const flagged = new Set<CheckSubject>();
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
 * Schools and villages number their papers alike: without a day on both, only the commune's own numbers or the same
 * words make the same document.
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
