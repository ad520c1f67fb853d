/** The flag catalogue: severity and doubt of each code. Messages stand with their checks. */
import type { Doubt, FlagCode, Severity } from './flag.ts';

export interface CatalogueEntry {
  readonly severity: Severity;
  readonly doubt: Doubt;
  /** Short Vietnamese name for tables and filters. */
  readonly name: string;
}

export const CATALOGUE: Readonly<Record<FlagCode, CatalogueEntry>> = {
  'missing-criterion': { severity: 'error', doubt: 'value', name: 'Thiếu tiêu chí' },
  'duplicate-criterion': { severity: 'error', doubt: 'value', name: 'Tiêu chí lặp' },
  'unknown-criterion': { severity: 'warning', doubt: 'nothing', name: 'Tiêu chí lạ' },
  'altered-criterion': { severity: 'warning', doubt: 'nothing', name: 'Tiêu chí bị sửa' },
  'missing-column': { severity: 'error', doubt: 'nothing', name: 'Thiếu cột' },
  'hidden-content': { severity: 'warning', doubt: 'nothing', name: 'Nội dung bị ẩn' },
  'no-report-found': { severity: 'error', doubt: 'nothing', name: 'Không thấy báo cáo' },
  'missing-value': { severity: 'error', doubt: 'value', name: 'Thiếu số liệu' },
  'not-a-number': { severity: 'error', doubt: 'value', name: 'Không phải số' },
  'ambiguous-number': { severity: 'error', doubt: 'value', name: 'Số chưa rõ' },
  'out-of-range': { severity: 'error', doubt: 'value', name: 'Ngoài khoảng cho phép' },
  'numerator-exceeds-denominator': { severity: 'error', doubt: 'value', name: 'Tử số lớn hơn mẫu số' },
  'zero-denominator': { severity: 'error', doubt: 'value', name: 'Mẫu số bằng 0' },
  'ratio-mismatch': { severity: 'error', doubt: 'value', name: 'Tỷ lệ không khớp a/b' },
  'unit-mismatch': { severity: 'error', doubt: 'value', name: 'Sai đơn vị tính' },
  'formula-error': { severity: 'error', doubt: 'value', name: 'Lỗi công thức' },
  'invalid-date': { severity: 'error', doubt: 'value', name: 'Ngày không hợp lệ' },
  'not-applicable-claimed': { severity: 'error', doubt: 'value', name: 'Ghi không phát sinh' },
  'self-score-exceeds-max': { severity: 'error', doubt: 'nothing', name: 'Điểm tự chấm vượt tối đa' },
  'negative-self-score': { severity: 'error', doubt: 'nothing', name: 'Điểm tự chấm âm' },
  'self-score-mismatch': { severity: 'warning', doubt: 'nothing', name: 'Điểm tự chấm lệch' },
  'total-mismatch': { severity: 'warning', doubt: 'nothing', name: 'Tổng điểm lệch' },
  'missing-evidence': { severity: 'error', doubt: 'value', name: 'Thiếu minh chứng' },
  'reused-evidence': { severity: 'warning', doubt: 'nothing', name: 'Minh chứng dùng lại' },
  'evidence-outside-period': { severity: 'warning', doubt: 'nothing', name: 'Minh chứng ngoài kỳ' },
  'missing-report': { severity: 'error', doubt: 'nothing', name: 'Chưa nộp báo cáo' },
  'late-report': { severity: 'warning', doubt: 'nothing', name: 'Báo cáo muộn' },
  'undated-report': { severity: 'warning', doubt: 'nothing', name: 'Báo cáo không ghi ngày' },
  'wrong-period': { severity: 'error', doubt: 'report', name: 'Sai kỳ báo cáo' },
  'unknown-unit': { severity: 'error', doubt: 'nothing', name: 'Đơn vị không có trong danh sách' },
  'duplicate-report': { severity: 'error', doubt: 'nothing', name: 'Báo cáo trùng' },
  'wrong-audience': { severity: 'error', doubt: 'report', name: 'Sai đối tượng' },
  'copied-report': { severity: 'warning', doubt: 'nothing', name: 'Báo cáo giống nhau' },
  'portal-mismatch': { severity: 'error', doubt: 'value', name: 'Lệch số trên Cổng' },
  'sudden-change': { severity: 'warning', doubt: 'nothing', name: 'Biến động bất thường' },
  outlier: { severity: 'warning', doubt: 'nothing', name: 'Khác hẳn đơn vị khác' },
  'legacy-encoding': { severity: 'info', doubt: 'nothing', name: 'Phông chữ cũ' },
  'external-link': { severity: 'warning', doubt: 'nothing', name: 'Liên kết ngoài' },
  'macro-present': { severity: 'warning', doubt: 'nothing', name: 'Có macro' },
  'injected-formula': { severity: 'error', doubt: 'nothing', name: 'Nội dung chạy như công thức' },
};
