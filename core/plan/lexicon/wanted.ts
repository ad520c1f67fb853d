/** Words that say that what follows is wanted. */
import { phrases } from './phrases.ts';

export const WANTED = phrases(
  'phấn đấu | mục tiêu | chỉ tiêu | nâng | tăng lên | lên | giảm xuống | xuống còn | xuống | bảo đảm | đảm bảo | yêu cầu | duy trì | giữ vững | giữ ổn định | kế hoạch đề ra',
);
/** Between what was and what is wanted: `từ 45 % lên 60 %`. */
export const LIFTED = phrases(
  'lên | xuống | xuống còn | lên đến | còn | tăng lên | giảm xuống | lên trên | lên tối thiểu',
);
