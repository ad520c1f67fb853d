/** The sheet is printed for another audience than the register says, or its rows are another audience's. */
import type { Movement } from '../../../movement/movement.ts';
import { audienceNamed } from '../../../report/register-audience.ts';
import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { quote } from '../words.ts';

/** Báo cáo lập theo bộ tiêu chí của đối tượng khác với đối tượng của đơn vị. */
export const wrongAudience: Check<'wrong-audience'> = {
  code: 'wrong-audience',
  severity: 'error',
  doubt: 'report',
  name: 'Sai đối tượng',
  todo: 'Gửi lại đúng biểu mẫu cho đơn vị, hoặc sửa đối tượng trong danh sách đơn vị.',
  find,
};

function find({ movement, subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject): readonly Finding[] => {
    const { registered, report } = subject;
    if (registered === null) return [];
    const expected = audienceNamed(registered.audience, movement.audiences) ?? registered.audience;
    const actual = report.audience;
    if (actual === expected) return [];
    const [found, wanted] = [actual, expected].map((kind) => quote(audienceTitle(movement, kind)));
    const message = `Báo cáo lập theo bộ tiêu chí của ${found}, ${subject.unit} thuộc đối tượng ${wanted}.`;
    const cell = report.unit?.cell ?? null;
    return [{ subject, cell, message, data: { found: actual, expected } }];
  });
}

function audienceTitle(movement: Movement, kind: string): string {
  return movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}
