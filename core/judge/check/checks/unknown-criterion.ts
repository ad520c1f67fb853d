import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { asked } from '../structure.ts';
import { quote } from '../words.ts';

/** Dòng này không có trong bộ tiêu chí nên không được tính điểm. */
export const unknownCriterion: Check<'unknown-criterion'> = {
  code: 'unknown-criterion',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Tiêu chí lạ',
  todo: 'Xem đơn vị tự thêm dòng hay viết lại tên của một tiêu chí đang thiếu.',
  find,
};

function find({ subjects }: CheckRun, found: EarlierFindings): readonly Finding[] {
  return asked(subjects, found).flatMap((subject) =>
    remarksOf(subject, 'unknown-row').map(({ text, cell }) => ({
      subject,
      cell,
      message: `Dòng ${quote(text)} không có trong bộ tiêu chí.`,
      data: { text },
    })),
  );
}
