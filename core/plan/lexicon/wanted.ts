/** Words that say that what follows is wanted. */
import { phrases } from './phrases.ts';

export const WANTED = phrases(
  'phấn đấu | mục tiêu | chỉ tiêu | nâng | tăng lên | lên | giảm xuống | xuống còn | xuống | bảo đảm | đảm bảo | yêu cầu | duy trì | giữ vững | giữ ổn định | kế hoạch đề ra',
);
/** Between what was and what is wanted: `từ 45 % lên 60 %`. */
export const LIFTED = phrases('lên | xuống | còn | tăng lên | giảm xuống');
/** Between what was set and what is set instead: `10 bản, nay là 12 bản`. */
export const BECOMES = phrases(
  ['nay', 'nay điều chỉnh', 'nay sửa', 'nay nâng', 'nay tăng', 'nay giảm', 'điều chỉnh', 'sửa', 'sửa lại', 'thay']
    .flatMap((verb) => ['là', 'còn', 'thành', 'bằng', 'lên'].map((into) => `${verb} ${into}`))
    .join(' | '),
);
