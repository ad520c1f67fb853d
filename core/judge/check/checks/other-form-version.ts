/**
 * The form was made from another version of the criteria set than the version that scores it. A form of another set of
 * this movement is found by other checks: wrong audience, wrong period.
 */
import { setDigest, versionWords } from '../../../movement/set-version.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';

/** Biểu mẫu đơn vị điền được lập theo phiên bản khác của bộ tiêu chí; điểm tính theo phiên bản đang chấm. */
export const otherFormVersion: Check<'other-form-version'> = {
  code: 'other-form-version',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Biểu mẫu phiên bản khác',
  todo: 'Chấm bằng hồ sơ phong trào của phiên bản ghi trên biểu, hoặc gửi lại biểu mẫu mới cho đơn vị.',
  find,
};

function find({ movement, subjects }: CheckRun): readonly Finding[] {
  const known = new Set(movement.criteriaSets.map(setDigest));
  return subjects.flatMap((subject): readonly Finding[] => {
    const { report, set } = subject;
    const { formVersion: version } = report;
    if (!version || !set || known.has(version.digest)) return [];
    const message = `Biểu mẫu theo ${version.words}, bộ tiêu chí đang chấm là ${versionWords(set)}.`;
    return [{ subject, cell: version.cell, message, data: { form: version.digest, scored: setDigest(set) } }];
  });
}
