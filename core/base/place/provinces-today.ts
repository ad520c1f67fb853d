/**
 * The 34 provinces and cities since 1 July 2025 (Nghị quyết 202/2025/QH15 of 12 June 2025; Huế in place of Thừa Thiên
 * Huế since 1 January 2025, Nghị quyết 175/2024/QH15): how many communes, wards and special zones each has by the
 * Standing Committee's 34 resolutions on them (3,321 in all), and which former provinces it was joined from. Each
 * former province went whole into a single new province.
 */
export const PROVINCES_TODAY: readonly (readonly [name: string, communes: number, ...ended: readonly string[]])[] = [
  ['An Giang', 102, 'Kiên Giang'],
  ['Bắc Ninh', 99, 'Bắc Giang'],
  ['Cà Mau', 64, 'Bạc Liêu'],
  ['Cần Thơ', 103, 'Sóc Trăng', 'Hậu Giang'],
  ['Cao Bằng', 56],
  ['Đà Nẵng', 94, 'Quảng Nam'],
  ['Đắk Lắk', 102, 'Phú Yên'],
  ['Điện Biên', 45],
  ['Đồng Nai', 95, 'Bình Phước'],
  ['Đồng Tháp', 102, 'Tiền Giang'],
  ['Gia Lai', 135, 'Bình Định'],
  ['Hà Nội', 126],
  ['Hà Tĩnh', 69],
  ['Hải Phòng', 114, 'Hải Dương'],
  ['Hồ Chí Minh', 168, 'Bà Rịa - Vũng Tàu', 'Bình Dương'],
  ['Huế', 40, 'Thừa Thiên Huế'],
  ['Hưng Yên', 104, 'Thái Bình'],
  ['Khánh Hòa', 65, 'Ninh Thuận'],
  ['Lai Châu', 38],
  ['Lâm Đồng', 124, 'Đắk Nông', 'Bình Thuận'],
  ['Lạng Sơn', 65],
  ['Lào Cai', 99, 'Yên Bái'],
  ['Nghệ An', 130],
  ['Ninh Bình', 129, 'Hà Nam', 'Nam Định'],
  ['Phú Thọ', 148, 'Vĩnh Phúc', 'Hòa Bình'],
  ['Quảng Ngãi', 96, 'Kon Tum'],
  ['Quảng Ninh', 54],
  ['Quảng Trị', 78, 'Quảng Bình'],
  ['Sơn La', 75],
  ['Tây Ninh', 96, 'Long An'],
  ['Thái Nguyên', 92, 'Bắc Kạn'],
  ['Thanh Hóa', 166],
  ['Tuyên Quang', 124, 'Hà Giang'],
  ['Vĩnh Long', 124, 'Bến Tre', 'Trà Vinh'],
];

/** Names of today and of before. */
export const PROVINCE_NAMES: readonly string[] = PROVINCES_TODAY.flatMap(([now, _, ...ended]) => [now, ...ended]);
