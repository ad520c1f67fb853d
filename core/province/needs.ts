/** Selects communes that need help by a single rule, shown beside the list; each with its reason, without weights. */

import { formatNumber } from '../base/quantity/points.ts';
import type { SentResult } from '../commune/result/sent-result.ts';
import { indicatorName } from '../portal/indicator/indicator-name.ts';
import { ofOneKind } from './places.ts';

/** Percent below which reports are too few, or too few in time. */
const ENOUGH = 80;

type NeedKind = 'nothing-sent' | 'few-reports' | 'few-in-time' | 'targets-not-met' | 'targets-unknown' | 'falling';

export interface Need {
  readonly kind: NeedKind;
  /** Vietnamese, no capital, no full stop. */
  readonly words: string;
}

/** The rule as it stands beside the list. */
export const NEEDS_RULE = `Xã cần hỗ trợ khi có ít nhất một điều: chưa gửi kết quả của kỳ; dưới ${ENOUGH} % đơn vị đăng ký đã nộp báo cáo (khi đã qua hạn nộp); dưới ${ENOUGH} % báo cáo nộp đúng hạn; từ một nửa số chỉ tiêu đã có kết luận là chưa đạt; từ một nửa số chỉ tiêu có nguồn số liệu là chưa đủ số liệu; một chỉ số trên Cổng giảm hai kỳ liền. Xã có nhiều điều hơn đứng trước.`;

export function needsOf(result: SentResult | null): readonly Need[] {
  if (!result) return [{ kind: 'nothing-sent', words: 'chưa gửi kết quả kỳ này' }];
  return [...reportNeeds(result), ...targetNeeds(result), ...fallingNeeds(result)];
}

function reportNeeds({ reports, asOf }: SentResult): readonly Need[] {
  const { asked, received, late, undated, due } = reports;
  const needs: Need[] = [];
  const isOver = due === null || asOf > due;
  if (isOver && asked !== null && 100 * received < ENOUGH * asked)
    needs.push({ kind: 'few-reports', words: `mới có ${received}/${asked} đơn vị nộp báo cáo` });
  const inTime = late === null ? null : received - late - undated;
  if (inTime !== null && 100 * inTime < ENOUGH * received)
    needs.push({ kind: 'few-in-time', words: `chỉ ${Math.max(0, inTime)}/${received} báo cáo nộp đúng hạn` });
  return needs;
}

function targetNeeds({ targets }: SentResult): readonly Need[] {
  const count = (state: SentResult['targets'][number]['state']) =>
    targets.filter((target) => target.state === state).length;
  const [met, notMet, unknown] = [count('met'), count('not-met'), count('not-enough-data')];
  const needs: Need[] = [];
  if (notMet > 0 && 2 * notMet >= met + notMet)
    needs.push({ kind: 'targets-not-met', words: `${notMet}/${met + notMet} chỉ tiêu có kết luận là chưa đạt` });
  if (unknown > 0 && 2 * unknown >= met + notMet + unknown)
    needs.push({ kind: 'targets-unknown', words: `${unknown}/${met + notMet + unknown} chỉ tiêu chưa đủ số liệu` });
  return needs;
}

function fallingNeeds({ indicators }: SentResult): readonly Need[] {
  return indicators.flatMap(({ code, course }): readonly Need[] => {
    const last = course.at(-1)?.period ?? '';
    const [a, b, c] = ofOneKind(course, last)
      .slice(-3)
      .map(({ value }) => value);
    if (a === undefined || b === undefined || c === undefined || !(a > b && b > c)) return [];
    const fell = `${formatNumber(a)} → ${formatNumber(b)} → ${formatNumber(c)}`;
    return [{ kind: 'falling', words: `${indicatorName(code)} giảm hai kỳ liền (${fell})` }];
  });
}
