/**
 * What each flag means, for the catalogue officers read (docs/flags.md). Apart from the checks: no screen shows it, so
 * no screen has to load it.
 */
import type { FlagCode } from './registry.ts';

export const MEANINGS: Readonly<Record<FlagCode, string>> = {
  'unknown-unit': 'Tên đơn vị trong báo cáo không có trong danh sách đơn vị, kể cả các tên gọi khác.',
  'wrong-audience': 'Báo cáo lập theo bộ tiêu chí của đối tượng khác với đối tượng của đơn vị.',
  'other-form-version':
    'Biểu mẫu đơn vị điền được lập theo phiên bản khác của bộ tiêu chí; điểm tính theo phiên bản đang chấm.',
  'duplicate-report': 'Một đơn vị có hai báo cáo cho cùng một kỳ.',
  'wrong-period': 'Kỳ ghi trong báo cáo khác kỳ đang xét.',
  'missing-report': 'Đơn vị đã đăng ký thi đua nhưng không có báo cáo nào trong đợt này.',
  'late-report': 'Báo cáo đến sau hạn của kế hoạch ("trước ngày" là không tính chính ngày đó).',
  'undated-report': 'Báo cáo không ghi ngày nên không biết có đúng hạn không.',
  'no-report-found': 'Trong tệp không tìm thấy bảng báo cáo nào theo bộ tiêu chí.',
  'missing-column': 'Bảng thiếu một cột cần để chấm điểm.',
  'hidden-content': 'Có hàng, cột hoặc trang tính bị ẩn mà bên trong có số liệu.',
  'duplicate-criterion': 'Một tiêu chí đứng ở hai dòng nên không biết lấy số liệu nào.',
  'unknown-criterion': 'Dòng này không có trong bộ tiêu chí nên không được tính điểm.',
  'missing-criterion': 'Bộ tiêu chí có tiêu chí này nhưng bảng của đơn vị không có.',
  'altered-criterion': 'Tên, chỉ tiêu hoặc điểm tối đa trong bảng khác bộ tiêu chí. Điểm vẫn tính theo bộ tiêu chí.',
  'not-a-number': 'Ô cần số (hoặc Có/Không, mức) lại ghi chữ không đọc được thành kết quả.',
  'ambiguous-number': 'Dấu chấm hoặc dấu phẩy làm số đọc được theo hai cách.',
  'formula-error': 'Ô chứa lỗi của Excel (#N/A, #REF!, #DIV/0! …), không phải số 0.',
  'invalid-date': 'Ngày ghi trong ô không có thật hoặc không đọc được thành ngày.',
  'zero-denominator': 'Tổng (b) bằng 0 mà vẫn ghi kết quả; 0/0 không phải là 100 %.',
  'numerator-exceeds-denominator': 'Phần (a) lớn hơn tổng (b): có thể đảo hai số, hoặc đếm cả trường hợp ngoài tổng.',
  'out-of-range': 'Số liệu âm, tỷ lệ vượt 100 %, hoặc số lượng vượt cỡ mẫu quy định.',
  'unit-mismatch': 'Số ghi theo đơn vị tính khác với tiêu chí, như 0,95 thay cho 95 %.',
  'ratio-mismatch': 'Tỷ lệ đơn vị ghi khác với a chia b, đã trừ sai khác do làm tròn.',
  'missing-value': 'Ô số liệu phải điền còn trống, chỉ có tỷ lệ mà không có số a và b, hoặc chưa đủ để tính điểm.',
  'not-applicable-claimed':
    'Đơn vị ghi KPS (không phát sinh) ở tiêu chí mà đơn vị nào cũng có, hoặc phải được Hội đồng xác nhận, hoặc chưa nêu lý do; chưa xử lý thì tiêu chí tính 0 điểm và vẫn nằm trong điểm tối đa.',
  'copied-report': 'Hai đơn vị có gần như toàn bộ số liệu giống nhau, cả tử số và mẫu số.',
  'portal-mismatch': 'Số đơn vị báo cáo khác số lấy trên Cổng cùng kỳ.',
  'sudden-change': 'Số liệu tăng hoặc giảm đột ngột so với kỳ trước.',
  outlier: 'Số liệu khác hẳn các đơn vị cùng đối tượng.',
  'missing-evidence':
    'Tiêu chí phải có minh chứng mà đơn vị không nêu văn bản nào. Có giải trình thay thì chỉ là cảnh báo.',
  'evidence-outside-period': 'Văn bản minh chứng có ngày ngoài kỳ báo cáo.',
  'reused-evidence': 'Một văn bản được dẫn cho nhiều đơn vị, hoặc cho các tiêu chí thuộc nhóm khác nhau.',
  'negative-self-score': 'Điểm tự chấm âm ở tiêu chí không phải điểm trừ.',
  'self-score-exceeds-max': 'Điểm tự chấm cao hơn điểm tối đa của tiêu chí.',
  'self-score-mismatch':
    'Điểm tự chấm khác điểm tính theo quy tắc từ chính số liệu của đơn vị, đã trừ sai khác do làm tròn.',
  'total-mismatch': 'Tổng đơn vị ghi khác tổng các điểm tự chấm trong cùng bảng.',
  'legacy-encoding': 'Trang tính dùng phông chữ cũ (TCVN3, VNI); phần mềm đã tự chuyển sang Unicode để đọc.',
  'external-link': 'Tệp lấy số từ tệp khác mà người chấm không có.',
  'macro-present': 'Tệp có mã macro. Phần mềm không chạy macro.',
  'injected-formula': 'Ô chứa nội dung mà Excel có thể chạy như lệnh hoặc công thức trỏ ra ngoài.',
  'register-mismatch': 'Báo cáo ghi có (hoặc không) đăng ký thi đua, gửi kế hoạch, khác với danh sách đơn vị của xã.',
};
