import type { Check, Finding } from '../finding.ts';
import { citedFor, evidenceOf, filesFor } from '../handed-in-evidence.ts';
import type { CheckRun } from '../run.ts';
import { quote } from '../words.ts';

/** Người xem minh chứng nghi vấn một tệp đơn vị đã nộp; Hội đồng quyết định. */
export const doubtedEvidence: Check<'doubted-evidence'> = {
  code: 'doubted-evidence',
  severity: 'error',
  doubt: 'value',
  name: 'Minh chứng bị nghi vấn',
  todo: 'Mở tệp xem: chấp nhận, điều chỉnh điểm, hoặc trả lại để đơn vị nộp minh chứng khác.',
  find,
};

/** Once a criterion, at the first doubted file: the rest is for who opens them. */
function find(run: CheckRun): readonly Finding[] {
  if (evidenceOf(run) === null) return [];
  return run.subjects.flatMap((subject) =>
    (subject.set?.criteria ?? []).flatMap(({ code }): readonly Finding[] => {
      const doubted = filesFor(run, subject, code).find(({ state }) => state === 'doubted');
      if (doubted === undefined) return [];
      const { name, who, reason, hash } = doubted;
      const message = `Tiêu chí ${code}: ${who} nghi vấn tệp ${quote(name)}: ${quote(reason)}.`;
      return [{ subject, line: code, cell: citedFor(subject, code).cell, message, data: { file: hash, reason } }];
    }),
  );
}
