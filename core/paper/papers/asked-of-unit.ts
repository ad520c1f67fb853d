/**
 * What a letter asks of the unit where a flag tells the officer what to do: the officer asks the unit, opens the file
 * with care, or mends the list of units; the unit can only mend its own report or explain.
 */
import type { FlagCode } from '../../judge/check/registry.ts';
import type { Flag } from '../../judge/flag/flag.ts';

const OF_UNIT: Readonly<Partial<Record<FlagCode, string>>> = {
  'altered-criterion': 'Đề nghị lập lại theo đúng bộ tiêu chí đã ban hành.',
  'copied-report': 'Đề nghị xuất trình số liệu gốc.',
  'doubted-evidence': 'Đề nghị nộp minh chứng khác hoặc giải trình.',
  'duplicate-report': 'Đề nghị cho biết bản nào là bản chính.',
  'evidence-differs': 'Đề nghị nộp đúng văn bản đã dẫn, hoặc ghi lại văn bản đã nộp.',
  'hidden-content': 'Đề nghị cho biết phần bị ẩn có thuộc báo cáo không.',
  'injected-formula': 'Đề nghị ghi lại nội dung dạng chữ thường.',
  'late-report': 'Đề nghị cho biết lý do gửi muộn.',
  'legacy-encoding': 'Đề nghị dùng phông chữ Unicode.',
  'macro-present': 'Đề nghị gửi lại bản .xlsx.',
  'missing-column': 'Đề nghị điền đủ cột theo biểu mẫu.',
  'missing-evidence': 'Đề nghị nộp minh chứng hoặc giải trình; không có thì tiêu chí không được tính điểm.',
  'negative-self-score': 'Đề nghị xem lại dấu của điểm tự chấm.',
  'no-report-found': 'Đề nghị gửi lại báo cáo theo biểu mẫu.',
  'not-applicable-claimed': 'Đề nghị ghi số liệu; nếu đúng là không phát sinh thì giải trình để Hội đồng xác nhận.',
  'other-form-version': 'Đề nghị lập lại theo biểu mẫu đang dùng.',
  outlier: 'Đề nghị kiểm tra lại số liệu gốc.',
  'portal-mismatch': 'Đề nghị cho biết thời điểm lấy số và gửi số liệu gốc.',
  'register-mismatch': 'Đề nghị ghi lại cho đúng, hoặc gửi bản đăng ký, kế hoạch nếu chưa gửi.',
  'reused-evidence': 'Đề nghị cho biết văn bản này chứng minh cho nội dung nào.',
  'self-score-exceeds-max': 'Đề nghị tự chấm trong mức tối đa.',
  'self-score-mismatch': 'Đề nghị tự chấm lại theo cách chấm của tiêu chí.',
  'shared-evidence': 'Đề nghị cho biết tệp này chứng minh cho kết quả nào.',
  'total-mismatch': 'Đề nghị cộng lại tổng điểm.',
  'undated-report': 'Đề nghị ghi ngày báo cáo.',
  'unit-mismatch': 'Đề nghị ghi lại theo đúng đơn vị tính của tiêu chí.',
  'unknown-criterion': 'Đề nghị cho biết dòng này là nội dung tự thêm hay một tiêu chí của biểu mẫu.',
  'unknown-unit': 'Đề nghị ghi đúng tên như trong danh sách của xã.',
  'unread-content': 'Đề nghị cho biết ô này có phải là kết quả không.',
  'wrong-audience': 'Đề nghị lập lại theo biểu mẫu đúng đối tượng.',
};

/** The suggestion of a flag as the letter to its unit has it. */
export function askedOfUnit({ code, suggestion }: Pick<Flag, 'code' | 'suggestion'>): string {
  const own: string | undefined = OF_UNIT[code as FlagCode];
  return own ?? suggestion.replace(/^Hỏi đơn vị /u, 'Đề nghị cho biết ').replace(/^Đề nghị đơn vị /u, 'Đề nghị ');
}
