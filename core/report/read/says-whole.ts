/** Words over a column that holds all of what the columns beside it part. */
import { foldKey } from '../../base/text/text.ts';

/** "Tổng cộng", "Cả đơn vị", "Toàn trường", "Chung". */
export function saysWhole(text: string): boolean {
  return /^(?:tổng|cộng|cả|toàn|chung)(?![\p{L}])/u.test(foldKey(text));
}
