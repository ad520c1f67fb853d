/**
 * Communes that were joined on 1 July 2025, as one public list names them. Offered to the officer, never assumed:
 * names occur twice in the country, and only she knows what her commune is called now.
 */
import { foldKey } from '../base/text/text.ts';

/** From this day there is no district, and communes answer to the province. */
export const DISTRICTS_END = '2025-07-01';

interface Successor {
  /** Old communes, without `xã`. */
  readonly joined: readonly string[];
  /** District and province they were in. */
  readonly district: string;
  readonly province: string;
  readonly now: { readonly commune: string; readonly province: string };
  /** The resolution the list is based on. */
  readonly resolution: string;
}

const DAI_TU = { district: 'huyện Đại Từ', province: 'tỉnh Thái Nguyên', resolution: '1683/NQ-UBTVQH15' } as const;
const THAI_NGUYEN = 'tỉnh Thái Nguyên';

const SUCCESSORS: readonly Successor[] = [
  {
    ...DAI_TU,
    joined: ['Lục Ba', 'Bình Thuận', 'Khôi Kỳ', 'Mỹ Yên'],
    now: { commune: 'xã Đại Từ', province: THAI_NGUYEN },
  },
  { ...DAI_TU, joined: ['Tân Linh', 'Phục Linh', 'Phú Lạc'], now: { commune: 'xã Phú Lạc', province: THAI_NGUYEN } },
  { ...DAI_TU, joined: ['Cát Nê', 'Quân Chu'], now: { commune: 'xã Quân Chu', province: THAI_NGUYEN } },
  {
    joined: ['Ta Ma', 'Rạng Đông', 'Pú Nhung'],
    ...{ district: 'huyện Tuần Giáo', province: 'tỉnh Điện Biên', resolution: '1661/NQ-UBTVQH15' },
    now: { commune: 'xã Pú Nhung', province: 'tỉnh Điện Biên' },
  },
];

/**
 * The new commune that the list names for an old commune; null when it names none, or when the district or province
 * does not match.
 */
export function successorOf(commune: string, district: string | null, province: string): Successor | null {
  const key = placeKey(commune);
  return (
    SUCCESSORS.find(
      (successor) =>
        successor.joined.some((name) => placeKey(name) === key) &&
        placeKey(successor.province) === placeKey(province) &&
        (district === null || placeKey(successor.district) === placeKey(district)),
    ) ?? null
  );
}

/** The name of a place without what it is. */
export function placeKey(name: string): string {
  return foldKey(name).replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|thành phố) /u, '');
}
