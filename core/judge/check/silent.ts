/** Which checks could not run in this run, and why: Vietnamese sentences, so that no flag is not taken for no fault. */

import { periodKey, periodName } from '../../base/period/period.ts';
import { dueDay } from '../../movement/due-day.ts';
import { LEAST_PEERS } from './outlying.ts';
import type { CheckRun } from './run.ts';

export function silentChecks(run: CheckRun): string[] {
  const { context, movement, period, subjects } = run;
  const sentences: string[] = [];
  if (context.register === null) {
    sentences.push(
      'Chưa có danh sách đơn vị nên không kiểm tra được: báo cáo chưa nộp, đơn vị lạ, sai đối tượng, ngày nhận báo cáo.',
    );
  }
  if (context.previous === null)
    sentences.push('Chưa có báo cáo kỳ trước nên không kiểm tra được biến động bất thường.');
  if (context.observations === null) {
    sentences.push('Chưa có số liệu lấy từ Cổng dịch vụ công nên không đối chiếu được số báo cáo với Cổng.');
  } else if (
    period !== null &&
    !context.observations.some((observation) => observation.period?.toUpperCase() === periodKey(period))
  ) {
    sentences.push(`Số liệu lấy từ Cổng không có ${periodName(period)} nên không đối chiếu được số báo cáo với Cổng.`);
  }
  if (period === null) {
    sentences.push('Không rõ kỳ đang xét nên không kiểm tra được: sai kỳ, báo cáo muộn, minh chứng ngoài kỳ.');
    const several = withMilestones(run);
    if (several.length > 0)
      sentences.push(
        `Không rõ kỳ đang xét nên tiêu chí có nhiều mốc (${several.join(', ')}) đang xét theo mốc cuối; hãy chọn kỳ.`,
      );
  } else if (dueDay(movement, period) === null) {
    sentences.push(
      `Kế hoạch không nêu ngày gửi báo cáo cho ${periodName(period)} nên không kiểm tra được báo cáo muộn.`,
    );
  }
  if (subjects.length < LEAST_PEERS) {
    sentences.push(`Có dưới ${LEAST_PEERS} báo cáo nên không so sánh được với các đơn vị cùng đối tượng.`);
  }
  return sentences;
}

/** Codes of criteria that ask another figure by another day, each once. */
function withMilestones({ subjects }: CheckRun): string[] {
  const criteria = subjects.flatMap(({ set }) => set?.criteria ?? []);
  return [...new Set(criteria.flatMap(({ code, milestones }) => (milestones ? [code] : [])))];
}
