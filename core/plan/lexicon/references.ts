/** Words of comparisons: how something compares, and with what. */
import { phrases } from './phrases.ts';

export const COMPARES = phrases(
  'cao hơn | thấp hơn | nhiều hơn | ít hơn | tốt hơn | nhanh hơn | lớn hơn | nhỏ hơn | hơn | vượt | vượt hơn | tăng hơn | giảm hơn | tăng | giảm | cải thiện | ngang bằng | ít nhất bằng | không kém | không thua | không thua kém | rút ngắn | gấp nhiều lần',
);
/** What was set before. */
export const INSTEAD_OF = phrases(
  'thay cho | thay vì | thay cho mức | thay vì mức | thay cho mốc | thay cho thời hạn | trước đây | trước đây : | trước đây là | trước đây là ngày | trước đây : ngày',
);
/** `không kém`: as much at least. */
export const NOT_LESS = phrases('ngang bằng | ít nhất bằng | không kém | không thua | không thua kém');
export const LESS = phrases('thấp hơn | ít hơn | nhỏ hơn | giảm | giảm hơn | rút ngắn');
/** What is compared with. */
export const REFERENCES = phrases(
  'so với | so | năm trước | năm ngoái | năm học trước | năm liền kề | cùng kỳ | kỳ trước | quý trước | tháng trước | bình quân | trung bình | mức chung | mặt bằng chung | trước đây | chỉ tiêu | kế hoạch | dự toán | quy định',
);
