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
import { quote } from '../words.ts';

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
  const byFile = new Map<string, Cited[]>();
  const own = planNumber(run);
  const put = (to: Map<string, Cited[]>, key: string, cited: Cited): void => {
    const same = to.get(key) ?? [];
    same.push(cited);
    to.set(key, same);
  };
  for (const subject of [...run.subjects].sort(byArrival)) {
    for (const cited of citedIn(subject)) {
      const numbers = citationsIn(cited.text).filter(({ number }) => number !== own);
      for (const { number } of numbers) put(byNumber, number, cited);
      const file = numbers.length > 0 ? null : fileCited(cited.text);
      if (file !== null) put(byFile, file, cited);
    }
  }
  const units = new Set(run.subjects.map(({ unit }) => foldKey(unit))).size;
  return [
    ...[...byNumber].flatMap(([number, cited]) => [
      ...betweenUnits(number, cited, units, found),
      ...withinReports(`văn bản ${number}`, number, cited),
    ]),
    // Units name their files alike: only within a report the same name is the same file.
    ...[...byFile].flatMap(([file, cited]) => withinReports(`tệp ${quote(file)}`, file, cited)),
  ];
}

/**
 * A file the text names (`Ảnh họp thôn 1042.jpg ngày 12/3/2025`), in the words of the text; null where another file can
 * well have the same name: `Ảnh 1.jpg`, counted anew for each criterion.
 */
function fileCited(text: string): string | null {
  const [, name = '', ending] = FILE.exec(text.slice(0, LONGEST_NAME)) ?? [];
  if (ending === undefined) return null;
  const isCounted = /\d/.test(name) && !/\d{3}/.test(name);
  return isCounted && citationDate(text) === null ? null : foldKey(text.slice(0, LONGEST_NAME));
}

const LONGEST_NAME = 200;
const FILE = /^([^.]*)\.(jpe?g|png|heic|pdf|docx?|xlsx?|mp4|zip)(?![\p{L}\d])/iu;

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
  return cited.flatMap((item, at): readonly Finding[] => {
    const { subject, line, cell } = item;
    if (flagged.has(subject) || found.inReport(subject, 'copied-report', 'duplicate-report')) return [];
    const first = cited.slice(0, at).find((earlier) => isSameDocument(earlier, item, citation?.issuer ?? ''));
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

/** `named` = the document in words. */
function withinReports(named: string, document: string, cited: readonly Cited[]): readonly Finding[] {
  return [...groupBy(cited, ({ subject }) => subject)].flatMap(([subject, rows]): readonly Finding[] => {
    const [first] = rows;
    if (first === undefined || 2 * new Set(rows.map(({ line }) => line)).size > subject.entries.size) return [];
    const other = rows.find((row) => row.group !== first.group && isSameDay(first, row));
    if (other === undefined) return [];
    const message = `Tiêu chí ${other.line}: ${named} đã dùng làm minh chứng cho tiêu chí ${first.line} thuộc nhóm khác.`;
    return [{ subject, line: other.line, cell: other.cell, message, data: { document, criterion: first.line } }];
  });
}

/** Numbers start again each year: with two different days they are two documents. */
function isSameDay(x: Cited, y: Cited): boolean {
  const [first, second] = [citationDate(x.text), citationDate(y.text)];
  return first === null || second === null || first === second;
}
