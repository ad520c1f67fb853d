/** Sheets as officers really type them, built by hand and read against the sample movement. */

import { readReports } from '../../../core/report/read.ts';
import type { Entry, Remark, Report } from '../../../core/report/report.ts';
import type { Sheet } from '../../../core/sheet/grid/sheet.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, type SheetOptions, sheetOf } from './book.ts';

export const PLAN = 'Ban hành kế hoạch thực hiện phong trào thi đua của đơn vị';
export const FILES = 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng';
export const MEETINGS = 'Tỷ lệ cuộc họp được tổ chức trực tuyến';
export const TRAINED = 'Số công chức được bồi dưỡng chuyên sâu về chuyển đổi số';
export const ACCOUNTS = 'Tỷ lệ người dân trưởng thành có tài khoản thanh toán điện tử';
export const FUNDS = 'Kinh phí huy động cho chuyển đổi số';
export const HEADER = [
  'STT',
  'Tiêu chí',
  'Điểm tối đa',
  'Kết quả thực hiện',
  'Điểm tự chấm',
  'Tài liệu kiểm chứng',
  'Ghi chú',
];

export function reportsOf(...sheets: Sheet[]): readonly Report[] {
  return readReports(bookOf(sheets), { file: 'f.xlsx', movement: SAMPLE_MOVEMENT }).reports;
}

export function read(rows: readonly (readonly Plain[])[], options: SheetOptions = {}): Report {
  const [report] = reportsOf(sheetOf(rows, options));
  if (!report) throw new Error('no report found');
  return report;
}

export function entryOf(report: Report, code: string): Entry {
  const entry = report.entries.find((entry) => entry.criterion === code);
  if (!entry) throw new Error(`no entry ${code}`);
  return entry;
}

export const ofKind = <K extends Remark['kind']>(report: Report, kind: K) =>
  report.remarks.filter((remark): remark is Extract<Remark, { kind: K }> => remark.kind === kind);
