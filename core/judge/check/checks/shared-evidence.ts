/**
 * The same bytes from two units, flagged at the later report, once a file. The movement's own plan, and a document that
 * orders or plans for many, is shared by right.
 */
import { groupBy } from '../../../base/group-by.ts';
import { foldKey } from '../../../base/text/text.ts';
import { citationsIn, isPlan, isStanding } from '../../../report/citation.ts';
import { byArrival } from '../arrival.ts';
import { planNumber } from '../evidence.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { citedFor, evidenceOf } from '../handed-in-evidence.ts';
import type { CheckRun } from '../run.ts';
import { quote } from '../words.ts';

/** Hai đơn vị nộp cùng một tệp minh chứng (giống hệt nội dung). */
export const sharedEvidence: Check<'shared-evidence'> = {
  code: 'shared-evidence',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Hai đơn vị nộp cùng một tệp',
  todo: 'Mở tệp xem nó là của đơn vị nào.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  const files = evidenceOf(run);
  if (files === null) return [];
  const own = planNumber(run);
  const order = [...run.subjects].sort(byArrival);
  return [...groupBy(files, ({ hash }) => hash).values()].flatMap((same): readonly Finding[] => {
    const [citation] = citationsIn(same[0]?.number ?? '');
    if (citation && (citation.number === own || isStanding(citation.type) || isPlan(citation.type))) return [];
    const fileOf = (unit: string) => same.find((file) => foldKey(file.unit) === foldKey(unit));
    const givers = order.filter(({ unit }) => fileOf(unit) !== undefined);
    const [first, ...later] = givers;
    const seen = new Set([first?.unit]);
    return later.flatMap((subject): readonly Finding[] => {
      const file = fileOf(subject.unit);
      if (!first || !file || seen.has(subject.unit)) return [];
      if (found.inReport(subject, 'copied-report', 'duplicate-report')) return [];
      seen.add(subject.unit);
      const code = file.criterion;
      const message = `Tiêu chí ${code}: tệp ${quote(file.name)} giống hệt tệp ${first.unit} đã nộp.`;
      const data = { file: file.hash, unit: first.unit };
      return [{ subject, line: code, cell: citedFor(subject, code).cell, message, data }];
    });
  });
}
