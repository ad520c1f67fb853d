/** Words that say that what follows is wanted. */
import { phrases } from './token.ts';

export const WANTED = phrases(
  'phấn đấu | mục tiêu | chỉ tiêu | nâng | tăng lên | lên | giảm xuống | xuống còn | xuống | bảo đảm | đảm bảo | yêu cầu | duy trì | giữ vững | giữ ổn định | kế hoạch đề ra',
);
