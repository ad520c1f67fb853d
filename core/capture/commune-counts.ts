/**
 * How many communes, wards and special zones each province has since 1 July 2025, by the Standing Committee's 34
 * resolutions on them: 3,321 in all. Only a list of all of them has places.
 */
import { foldKey } from '../text/text.ts';
import { plainProvince } from './plain-province.ts';

const COUNTS: readonly (readonly [province: string, communes: number])[] = [
  ['An Giang', 102],
  ['Bắc Ninh', 99],
  ['Cà Mau', 64],
  ['Cần Thơ', 103],
  ['Cao Bằng', 56],
  ['Đà Nẵng', 94],
  ['Đắk Lắk', 102],
  ['Điện Biên', 45],
  ['Đồng Nai', 95],
  ['Đồng Tháp', 102],
  ['Gia Lai', 135],
  ['Hà Nội', 126],
  ['Hà Tĩnh', 69],
  ['Hải Phòng', 114],
  ['Hồ Chí Minh', 168],
  ['Huế', 40],
  ['Hưng Yên', 104],
  ['Khánh Hòa', 65],
  ['Lai Châu', 38],
  ['Lâm Đồng', 124],
  ['Lạng Sơn', 65],
  ['Lào Cai', 99],
  ['Nghệ An', 130],
  ['Ninh Bình', 129],
  ['Phú Thọ', 148],
  ['Quảng Ngãi', 96],
  ['Quảng Ninh', 54],
  ['Quảng Trị', 78],
  ['Sơn La', 75],
  ['Tây Ninh', 96],
  ['Thái Nguyên', 92],
  ['Thanh Hóa', 166],
  ['Tuyên Quang', 124],
  ['Vĩnh Long', 124],
];

const BY_NAME = new Map(COUNTS.map(([province, communes]) => [foldKey(province), communes]));

/** Of a province as a portal names it (`UBND tỉnh An Giang`, `Thành phố Huế`); undefined for a name that is none. */
export function communesOf(province: string): number | undefined {
  return BY_NAME.get(foldKey(plainProvince(province)));
}
