/** Words over a column that holds all of what the columns beside it part. */
import { foldKey } from '../../base/text/text.ts';

/** "Tổng cộng", "Cả đơn vị", "Toàn trường", "Chung"; "Cộng Hòa" and "Toàn Thắng" are names. */
export function saysWhole(text: string): boolean {
  return /^(?:tổng|cộng(?! h)|cả|toàn(?! th)|chung)(?!\p{L})/u.test(foldKey(text));
}

/** The whole, or the mean, where names of units stand. */
export function saysAll(text: string): boolean {
  return saysWhole(text) || /^(?:bình quân|trung bình)/.test(foldKey(text.slice(0, 40)));
}
