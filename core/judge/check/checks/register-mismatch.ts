/**
 * A unit cannot vouch for its own registration: where the commune's register knows which units registered and whose
 * plan arrived, the yes or no in the report is compared with it. A register without a single day proves nothing.
 */

import type { Register, RegisterUnit } from '../../../report/register.ts';
import type { Read } from '../../../report/report.ts';
import { formatDate } from '../../../sheet/grid/date.ts';
import { isFilledByUnit } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun, Line } from '../run.ts';
import { isFigureInDoubt, on } from '../value.ts';

/** Báo cáo ghi có (hoặc không) đăng ký thi đua, gửi kế hoạch, khác với danh sách đơn vị của xã. */
export const registerMismatch: Check<'register-mismatch'> = {
  code: 'register-mismatch',
  severity: 'error',
  doubt: 'value',
  name: 'Lệch danh sách đơn vị',
  todo: 'Đối chiếu bản đăng ký, kế hoạch đã nhận; sửa danh sách đơn vị hoặc trình Hội đồng quyết định.',
  find,
};

function find({ context, subjects }: CheckRun, found: EarlierFindings): readonly Finding[] {
  const { register } = context;
  if (register === null) return [];
  return subjects.flatMap((subject) =>
    subject.lines.flatMap((line): readonly Finding[] => {
      const listed = (line.part ?? line.criterion).listed;
      const entered = line.entry.value ?? (line.entry.denominator ? undefined : line.entry.numerator);
      if (!listed || !entered || subject.registered === null) return [];
      if (!isFilledByUnit(line) || isFigureInDoubt(found, subject, line)) return [];
      const says = saysYes(entered);
      const known = knownOf(listed, subject.registered, register);
      if (says === null || known === null || says === known.yes) return [];
      const message = `báo cáo ghi “${says ? 'Có' : 'Không'}”, danh sách đơn vị ghi ${known.words}`;
      return [
        on(subject, line, entered.cell, message, { data: { reported: says ? 1 : 0, listed: known.yes ? 1 : 0 } }),
      ];
    }),
  );
}

function saysYes({ reading }: Read): boolean | null {
  if (reading.kind === 'number') return reading.value === 1 ? true : reading.value === 0 ? false : null;
  return reading.kind === 'yes' ? true : reading.kind === 'no' ? false : null;
}

/** null = the list does not say. */
function knownOf(
  listed: NonNullable<Line['criterion']['listed']>,
  { registered, registeredOn, planReceived }: RegisterUnit,
  register: Register,
): { readonly yes: boolean; readonly words: string } | null {
  switch (listed) {
    case 'registration':
      if (!registered) return { yes: false, words: 'chưa đăng ký thi đua' };
      return registeredOn === undefined ? null : { yes: true, words: `đăng ký ngày ${formatDate(registeredOn)}` };
    case 'unit-plan':
      if (planReceived !== undefined) return { yes: true, words: `nhận kế hoạch ngày ${formatDate(planReceived)}` };
      return register.some((unit) => unit.planReceived !== undefined)
        ? { yes: false, words: 'chưa nhận kế hoạch của đơn vị' }
        : null;
  }
}
