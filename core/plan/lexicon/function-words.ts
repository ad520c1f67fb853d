/** Words of grammar: they relate, join and say how, and name nothing that could be counted. A closed class. */
import { phrases } from './phrases.ts';

/** Prepositions: the word they relate to follows. */
const BEFORE_OTHERS =
  'ở | trong | ngoài | tại | với | của | từ | theo | về | do | bởi | giữa | đối với | cho | trên | dưới | qua | đến | bằng | cùng | thuộc | nhằm | vì | và | hoặc | hay | để | là | có | được | bị | các | những | mỗi | từng';

/** No heading ends in such a word. */
export const RELATING_WORDS = phrases(BEFORE_OTHERS);

export const FUNCTION_WORDS = phrases(
  `${BEFORE_OTHERS} | khỏi | tới | vào | ra | lên | xuống | lại | trước | sau |
  nếu | mà | thì | khi | như | so | so với | hơn | kém | kể | tính | trở lên | trở xuống | trở đi | nêu |
  đã | đang | sẽ | phải | cần | nên | chưa | không | cũng | vẫn | đều | còn | đạt | gồm | bao gồm |
  hằng | hàng năm | hàng tháng | hàng quý | hàng tuần | mọi | toàn | này | đó | kia | ấy | nào | nhất | rất | quá | tăng | giảm`,
);

/** Before what each of them has. */
export const EACH_OF = phrases('mỗi | từng');
/** Opens the name of a share. */
export const RATE = phrases('tỷ lệ | tỉ lệ');
/** As often as. */
export const EVERY = phrases('mỗi | từng | hàng | hằng');
/** Nothing of it. */
export const NONE = phrases('không còn | không có | không để');
