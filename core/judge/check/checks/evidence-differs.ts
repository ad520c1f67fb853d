/**
 * A file whose own number no row of its criterion cites while a cited document has no file, or whose own day differs from
 * the day cited beside its number. What has no number of its own (pictures, minutes) is left to people.
 */

import { citationDate, citationsIn } from '../../../report/citation.ts';
import type { PlacedEvidence } from '../../../report/evidence/evidence-file.ts';
import { formatDate } from '../../../sheet/grid/date.ts';
import type { Check, Finding } from '../finding.ts';
import { citedFor, evidenceOf, filesFor } from '../handed-in-evidence.ts';
import type { CheckRun } from '../run.ts';
import { quote } from '../words.ts';

/** Tệp minh chứng đã nộp có số hoặc ngày khác văn bản mà báo cáo dẫn. */
export const evidenceDiffers: Check<'evidence-differs'> = {
  code: 'evidence-differs',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Tệp khác văn bản đã dẫn',
  todo: 'Mở tệp đối chiếu; đúng thì chấp nhận, sai thì đề nghị đơn vị nộp đúng văn bản.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  if (evidenceOf(run) === null) return [];
  return run.subjects.flatMap((subject) =>
    (subject.set?.criteria ?? []).flatMap(({ code }): readonly Finding[] => {
      const files = filesFor(run, subject, code);
      const { texts, cell } = citedFor(subject, code);
      const cited = texts.flatMap((text) => citationsIn(text).map(({ number }) => ({ number, date: dateOf(text) })));
      // What has no number may be the scan of any of them.
      const isComplete = files.every((file) => file.number !== null);
      const missing = isComplete
        ? cited.find(({ number }) => !files.some((file) => file.number === number))
        : undefined;
      return files.flatMap((file): readonly Finding[] => {
        const same = cited.filter(({ number }) => number === file.number);
        const message = differs(file, same, missing?.number);
        if (message === null) return [];
        const data = { file: file.hash, number: file.number, date: file.date };
        return [{ subject, line: code, cell, message: `Tiêu chí ${code}: tệp ${quote(file.name)} ${message}.`, data }];
      });
    }),
  );
}

/** A cell with several documents names several days: which belongs to which number is not known. */
function dateOf(text: string): string | null {
  return citationsIn(text).length === 1 ? citationDate(text) : null;
}

function differs(
  { number, date }: PlacedEvidence,
  same: readonly { readonly date: string | null }[],
  missing: string | undefined,
): string | null {
  if (number === null) return null;
  if (same.length === 0)
    return missing === undefined ? null : `ghi số ${number}, báo cáo dẫn ${missing} mà chưa nộp tệp của văn bản đó`;
  const other = same.find((item) => item.date !== null);
  if (date === null || other?.date == null || same.some((item) => item.date === date || item.date === null))
    return null;
  return `ghi ngày ${formatDate(date)}, báo cáo dẫn ${number} ngày ${formatDate(other.date)}`;
}
