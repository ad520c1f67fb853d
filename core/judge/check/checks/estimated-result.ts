import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { quote } from '../words.ts';

/** Cột kết quả ghi số ước hoặc dự kiến, không có cột kết quả đã thực hiện. */
export const estimatedResult: Check<'estimated-result'> = {
  code: 'estimated-result',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Kết quả là số ước',
  todo: 'Đề nghị đơn vị gửi số đã thực hiện khi hết kỳ; chưa có thì Hội đồng xem có chấm theo số ước không.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject) =>
    remarksOf(subject, 'estimate').map(({ text, cell }) => ({
      subject,
      cell,
      message: `Cột kết quả ghi ${quote(text)}: số trong cột là số ước, chưa phải kết quả đã thực hiện.`,
      data: { found: text },
    })),
  );
}
