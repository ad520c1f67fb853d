import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';

/** Trong tệp không tìm thấy bảng báo cáo nào theo bộ tiêu chí. */
export const noReportFound: Check<'no-report-found'> = {
  code: 'no-report-found',
  severity: 'error',
  doubt: 'nothing',
  name: 'Không thấy báo cáo',
  todo: 'Mở tệp xem có đúng báo cáo không; nếu không thì đề nghị đơn vị gửi lại theo biểu mẫu.',
  find,
};

function find({ files }: CheckRun): readonly Finding[] {
  return files
    .filter((file) => file.reports.length === 0)
    .map((file) => ({
      subject: null,
      file: file.name,
      cell: null,
      message: 'Trong tệp không có bảng nào khớp với bộ tiêu chí của phong trào.',
    }));
}
