/** What each flag means and what to do about it, for officers: the suggestion of a flag, and the table in docs/flags.md. */
import type { FlagCode } from './flag.ts';

export interface Guide {
  readonly meaning: string;
  readonly todo: string;
}

export const GUIDE: Readonly<Record<FlagCode, Guide>> = {
  'missing-criterion': {
    meaning: 'Bộ tiêu chí có tiêu chí này nhưng bảng của đơn vị không có (trừ tiêu chí điểm thưởng).',
    todo: 'Đề nghị đơn vị bổ sung dòng tiêu chí này theo đúng biểu mẫu.',
  },
  'duplicate-criterion': {
    meaning: 'Một tiêu chí đứng ở hai dòng nên không biết lấy số liệu nào.',
    todo: 'Hỏi đơn vị dòng nào đúng và xóa dòng thừa.',
  },
  'unknown-criterion': {
    meaning: 'Dòng này không có trong bộ tiêu chí nên không được tính điểm.',
    todo: 'Xem đơn vị tự thêm dòng hay viết lại tên của một tiêu chí đang thiếu.',
  },
  'altered-criterion': {
    meaning: 'Tên, chỉ tiêu hoặc điểm tối đa trong bảng khác bộ tiêu chí. Điểm vẫn tính theo bộ tiêu chí.',
    todo: 'Sửa lại đúng bộ tiêu chí đã ban hành và hỏi đơn vị vì sao sửa.',
  },
  'missing-column': {
    meaning: 'Bảng thiếu một cột cần để chấm điểm.',
    todo: 'Gửi lại biểu mẫu và đề nghị đơn vị điền đủ cột.',
  },
  'hidden-content': {
    meaning: 'Có hàng, cột hoặc trang tính bị ẩn mà bên trong có số liệu.',
    todo: 'Bỏ ẩn để xem, rồi hỏi đơn vị phần đó có thuộc báo cáo không.',
  },
  'no-report-found': {
    meaning: 'Trong tệp không tìm thấy bảng báo cáo nào theo bộ tiêu chí.',
    todo: 'Mở tệp xem có đúng báo cáo không; nếu không thì đề nghị đơn vị gửi lại theo biểu mẫu.',
  },
  'missing-value': {
    meaning: 'Ô số liệu phải điền còn trống, hoặc chỉ có tỷ lệ mà không có số a và b.',
    todo: 'Đề nghị đơn vị điền số liệu; chỉ ghi KPS khi thật sự không phát sinh.',
  },
  'not-a-number': {
    meaning: 'Ô cần số (hoặc Có/Không, mức) lại ghi chữ không đọc được thành kết quả.',
    todo: 'Đề nghị đơn vị ghi lại kết quả bằng số; phần giải thích để ở cột giải trình.',
  },
  'ambiguous-number': {
    meaning: 'Dấu chấm hoặc dấu phẩy làm số đọc được theo hai cách.',
    todo: 'Hỏi đơn vị số đúng và ghi lại, dùng dấu phẩy cho phần thập phân.',
  },
  'out-of-range': {
    meaning: 'Số liệu âm, tỷ lệ vượt 100 %, hoặc số lượng vượt cỡ mẫu quy định.',
    todo: 'Đối chiếu với hồ sơ gốc và sửa số.',
  },
  'numerator-exceeds-denominator': {
    meaning: 'Phần (a) lớn hơn tổng (b): có thể đảo hai số, hoặc đếm cả trường hợp ngoài tổng.',
    todo: 'Hỏi đơn vị a và b có bị đảo không, b có thiếu đối tượng nào không.',
  },
  'zero-denominator': {
    meaning: 'Tổng (b) bằng 0 mà vẫn ghi kết quả; 0/0 không phải là 100 %.',
    todo: 'Nếu trong kỳ không phát sinh thì ghi KPS thay cho tỷ lệ; nếu có thì sửa b.',
  },
  'ratio-mismatch': {
    meaning: 'Tỷ lệ đơn vị ghi khác với a chia b, đã trừ sai khác do làm tròn.',
    todo: 'Kiểm tra a, b trong hồ sơ và sửa tỷ lệ.',
  },
  'unit-mismatch': {
    meaning: 'Số ghi theo đơn vị tính khác với tiêu chí, như 0,95 thay cho 95 %.',
    todo: 'Xác nhận với đơn vị rồi ghi lại theo đúng đơn vị tính của tiêu chí.',
  },
  'formula-error': {
    meaning: 'Ô chứa lỗi của Excel (#N/A, #REF!, #DIV/0! …), không phải số 0.',
    todo: 'Đề nghị đơn vị sửa công thức hoặc gõ thẳng số liệu.',
  },
  'invalid-date': {
    meaning: 'Ngày ghi trong ô không có thật hoặc không đọc được thành ngày.',
    todo: 'Ghi lại ngày theo dạng ngày/tháng/năm.',
  },
  'not-applicable-claimed': {
    meaning:
      'Đơn vị ghi KPS (không phát sinh) ở tiêu chí mà đơn vị nào cũng có, hoặc phải được Hội đồng xác nhận, hoặc chưa nêu lý do; chưa xử lý thì tiêu chí tính 0 điểm và vẫn nằm trong điểm tối đa.',
    todo: 'Hỏi đơn vị số liệu thực; nếu đúng là không phát sinh thì Hội đồng xác nhận.',
  },
  'self-score-exceeds-max': {
    meaning: 'Điểm tự chấm cao hơn điểm tối đa của tiêu chí.',
    todo: 'Lấy điểm theo quy tắc; nhắc đơn vị chấm trong mức tối đa.',
  },
  'negative-self-score': {
    meaning: 'Điểm tự chấm âm ở tiêu chí không phải điểm trừ.',
    todo: 'Lấy điểm theo quy tắc; hỏi đơn vị có gõ nhầm dấu không.',
  },
  'self-score-mismatch': {
    meaning: 'Điểm tự chấm khác điểm tính theo quy tắc từ chính số liệu của đơn vị, đã trừ sai khác do làm tròn.',
    todo: 'Xem lý do điểm bên cạnh và thống nhất điểm với đơn vị.',
  },
  'total-mismatch': {
    meaning: 'Tổng đơn vị ghi khác tổng các điểm tự chấm trong cùng bảng.',
    todo: 'Không dùng tổng trong bảng; điểm được cộng lại từ từng tiêu chí.',
  },
  'missing-evidence': {
    meaning: 'Tiêu chí phải có minh chứng mà đơn vị không nêu văn bản nào. Có giải trình thay thì chỉ là cảnh báo.',
    todo: 'Yêu cầu đơn vị nộp minh chứng hoặc giải trình; không có thì tiêu chí không được tính điểm.',
  },
  'reused-evidence': {
    meaning: 'Một văn bản được dẫn cho nhiều đơn vị, hoặc cho các tiêu chí thuộc nhóm khác nhau.',
    todo: 'Mở văn bản xem nó chứng minh cho đơn vị và tiêu chí nào.',
  },
  'evidence-outside-period': {
    meaning: 'Văn bản minh chứng có ngày ngoài kỳ báo cáo.',
    todo: 'Đề nghị đơn vị nộp minh chứng trong kỳ, hoặc xác nhận văn bản còn hiệu lực.',
  },
  'missing-report': {
    meaning: 'Đơn vị đã đăng ký thi đua nhưng không có báo cáo nào trong đợt này.',
    todo: 'Đôn đốc đơn vị gửi báo cáo; quá hạn thì trình Hội đồng xem xét.',
  },
  'late-report': {
    meaning: 'Báo cáo đến sau hạn của kế hoạch ("trước ngày" là không tính chính ngày đó).',
    todo: 'Hội đồng xem xét việc chấp hành chế độ báo cáo.',
  },
  'undated-report': {
    meaning: 'Báo cáo không ghi ngày nên không biết có đúng hạn không.',
    todo: 'Đề nghị đơn vị ghi ngày, hoặc ghi ngày nhận vào danh sách đơn vị.',
  },
  'wrong-period': {
    meaning: 'Kỳ ghi trong báo cáo khác kỳ đang xét.',
    todo: 'Hỏi đơn vị gửi nhầm báo cáo hay ghi nhầm kỳ.',
  },
  'unknown-unit': {
    meaning: 'Tên đơn vị trong báo cáo không có trong danh sách đơn vị, kể cả các tên gọi khác.',
    todo: 'Sửa tên trong báo cáo, hoặc thêm đơn vị hay tên gọi khác vào danh sách.',
  },
  'duplicate-report': {
    meaning: 'Một đơn vị có hai báo cáo cho cùng một kỳ.',
    todo: 'Hỏi đơn vị bản nào là bản chính và bỏ bản kia ra.',
  },
  'wrong-audience': {
    meaning: 'Báo cáo lập theo bộ tiêu chí của đối tượng khác với đối tượng của đơn vị.',
    todo: 'Gửi lại đúng biểu mẫu cho đơn vị, hoặc sửa đối tượng trong danh sách đơn vị.',
  },
  'copied-report': {
    meaning: 'Hai đơn vị có gần như toàn bộ số liệu giống nhau, cả tử số và mẫu số.',
    todo: 'Yêu cầu hai đơn vị xuất trình số liệu gốc.',
  },
  'portal-mismatch': {
    meaning: 'Số đơn vị báo cáo khác số lấy trên Cổng cùng kỳ.',
    todo: 'Đối chiếu thời điểm lấy số; Hội đồng quyết định dùng số nào.',
  },
  'sudden-change': {
    meaning: 'Số liệu tăng hoặc giảm đột ngột so với kỳ trước.',
    todo: 'Đề nghị đơn vị giải trình nguyên nhân.',
  },
  outlier: {
    meaning: 'Số liệu khác hẳn các đơn vị cùng đối tượng.',
    todo: 'Kiểm tra lại số liệu gốc của đơn vị.',
  },
  'legacy-encoding': {
    meaning: 'Trang tính dùng phông chữ cũ (TCVN3, VNI); phần mềm đã tự chuyển sang Unicode để đọc.',
    todo: 'Xem lại chữ đã chuyển; nhắc đơn vị dùng Unicode.',
  },
  'external-link': {
    meaning: 'Tệp lấy số từ tệp khác mà người chấm không có.',
    todo: 'Đề nghị đơn vị chép giá trị vào tệp và bỏ liên kết.',
  },
  'macro-present': {
    meaning: 'Tệp có mã macro. Phần mềm không chạy macro.',
    todo: 'Không bật macro khi mở tệp; đề nghị đơn vị gửi bản .xlsx.',
  },
  'injected-formula': {
    meaning: 'Ô chứa nội dung mà Excel có thể chạy như lệnh hoặc công thức trỏ ra ngoài.',
    todo: 'Không bấm vào ô, không bật nội dung; đề nghị đơn vị gửi lại dạng chữ thường.',
  },
};
