/** Why an action cannot be done on a file: stable codes and Vietnamese sentences. The other actions go on. */
import type { Refusal } from '../../../base/result.ts';

const MESSAGES = {
  'unknown-sheet': 'Tệp không có trang tính mang tên này.',
  'outside-sheet': 'Ô nằm ngoài phạm vi trang tính.',
  'formula-block': 'Ô thuộc một công thức chung của nhiều ô; hãy sửa trực tiếp trong Excel.',
  'table-header': 'Ô là tiêu đề của một bảng Excel nên không ghi đè.',
  'range-too-large': 'Vùng cần định dạng quá lớn.',
  'threaded-note': 'Ô đang có chuỗi trao đổi (threaded comment) nên không thêm ghi chú vào được.',
  'foreign-drawing': 'Trang tính có hình vẽ ở dạng lạ nên không thêm ghi chú vào được.',
  'bad-table': 'Bảng cần ít nhất một hàng dữ liệu, tên bảng hợp lệ và các tiêu đề cột khác nhau.',
  'list-too-long': 'Danh sách lựa chọn dài quá 255 ký tự hoặc có dấu phẩy nên Excel không nhận.',
} as const;

export type ActionCode = keyof typeof MESSAGES;

/** The refusal of a code. */
export function actionRefusal(code: ActionCode): Refusal {
  return { code, message: MESSAGES[code] };
}
