/** The place of the reports: checking, scoring, the meaning of their columns. */
import type { Result } from '../../core/base/result.ts';
import type { TableReading } from '../../core/report/tell-columns.ts';
import { settleMovement } from '../book/settle-movement.ts';
import type { Progress } from '../host/files.ts';
import type { ColumnsWanted } from '../received/report-columns.ts';
import { checkAndScore, type Scored } from '../run/check-and-score.ts';
import { recognisedText, type WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

const KEPT = 'Đã giữ cách hiểu cột và chấm lại; tệp sau có đúng các tiêu đề này được đọc như vậy.';
const columnsCode = () => import('../received/report-columns.ts');

export type ReportsWork = ReturnType<typeof reportsWork>;

export function reportsWork({ host, now, finishScored }: WorkTools) {
  return {
    checkAndScore: async (progress: Progress): Promise<Result<Done>> => {
      const settled = await settleMovement(host);
      if (!settled.ok) return settled;
      const scored = await checkAndScore(host, progress);
      if (!scored.ok) return scored;
      const messages = [recognisedText(settled.value), scoredText(scored.value), uncolouredText(scored.value)];
      return finishScored(scored.value, messages);
    },
    /** The roles read for the columns of the report on a sheet, read anew. */
    columnsOn: async (sheet: string): Promise<Result<readonly TableReading[]>> =>
      (await columnsCode()).columnsIn(host, sheet),
    /** Figures that would change; changes nothing. */
    columnChanges: async (wanted: ColumnsWanted): Promise<Result<readonly string[]>> =>
      (await columnsCode()).columnChangesIn(host, wanted),
    /** Keeps the officer's meaning of the columns, then checks and scores anew. */
    keepColumns: async (wanted: ColumnsWanted, progress: Progress): Promise<Result<Done>> => {
      const rescored = await (await columnsCode()).keepColumns(host, wanted, now(), progress);
      if (!rescored.ok) return rescored;
      return finishScored(rescored.value, [wanted.meanings ? KEPT : 'Đã bỏ cách hiểu cột đã giữ và chấm lại.']);
    },
  };
}

function scoredText({ run: { result }, actions }: Scored): string {
  const filled = result.reports.filter(({ reception }) => reception !== 'blank');
  const flags = [...filled.flatMap((report) => report.flags), ...result.looseFlags];
  const errors = flags.filter(({ severity }) => severity === 'error').length;
  const counts = `${filled.length} báo cáo, ${errors} lỗi, ${flags.length - errors} cảnh báo và lưu ý`;
  return actions === 0 ? `Không có gì thay đổi: ${counts}.` : `Đã kiểm tra và chấm điểm: ${counts}.`;
}

function uncolouredText({ uncoloured }: Scored): string {
  if (uncoloured.length === 0) return '';
  return `Trang đang được bảo vệ nên không tô màu được: ${uncoloured.join(', ')}. Cảnh báo vẫn có trong trang "Cảnh báo".`;
}
