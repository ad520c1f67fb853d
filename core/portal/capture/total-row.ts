/** Rows that sum up others: they are nobody's figures and no field of procedure. */
import { bareKey, squashKey } from '../../base/text/text.ts';

const TOTAL =
  /^(?:(?:tổng(?:cộng|số)?|cộng)(?:[ivx\d]{1,8}|chung|(?:toàn|cả)\p{L}{1,16})?|toàn(?:tỉnh|xã|phường|thànhphố)|cả(?:huyện|tỉnh|nước))$/u;

/** Typed without tone marks, as old systems do. */
const BARE = /^(?:tong(?:cong|so)?|cong|toantinh|cahuyen)$/;

const MEAN = /^(?:trungbình|bìnhquân|tb|bq)(?:chung|cộng|[ivx\d]{1,8}|(?:toàn|cả|các|của)\p{L}{1,24})*$/u;

/** `Tổng cộng`, `CỘNG`, `Tổng số toàn xã`, `Tổng cộng (I + II)`; never `Tổng hợp`, `Công thương`, `Xã Cộng Hòa`. */
export function isTotalText(text: string): boolean {
  return text.length < 60 && (TOTAL.test(squashKey(text)) || BARE.test(bareKey(text)));
}

/** `Trung bình`, `Bình quân chung toàn tỉnh`, `TB các xã`; never `Xã Trung Bình`. */
export function isMeanText(text: string): boolean {
  return text.length < 60 && MEAN.test(squashKey(text));
}

/** A row that stands for others, not for a unit. */
export function isAggregate(name: string): boolean {
  return isTotalText(name) || isMeanText(name);
}
