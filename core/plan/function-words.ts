/** Words of grammar: they relate, join and say how, and name nothing that could be counted. A closed class. */
import { phrases } from './token.ts';

export const FUNCTION_WORDS = phrases(
  `ở | trong | ngoài | tại | với | của | từ | theo | về | do | bởi | giữa | khỏi | đối với | cho | trên | dưới | qua | đến | tới | vào | ra | lên | xuống | lại | trước | sau | bằng | cùng | thuộc | nhằm | vì |
  và | hoặc | hay | để | nếu | mà | thì | khi | như | so | so với | hơn | kém | kể | tính | trở lên | trở xuống | trở đi | nêu |
  là | có | được | bị | đã | đang | sẽ | phải | cần | nên | chưa | không | cũng | vẫn | đều | còn | đạt | gồm | bao gồm |
  các | những | mỗi | từng | hằng | hàng năm | hàng tháng | hàng quý | hàng tuần | mọi | toàn | này | đó | kia | ấy | nào | nhất | rất | quá | tăng | giảm`,
);
