import { expect, test } from 'vitest';
import { communesOf } from '../../../../core/portal/capture/commune-counts.ts';

const PROVINCES = `An Giang, Bắc Ninh, Cà Mau, Cần Thơ, Cao Bằng, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai,
Hà Nội, Hà Tĩnh, Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hoà, Lai Châu, Lâm Đồng, Lạng Sơn, Lào Cai, Nghệ An,
Ninh Bình, Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang, Vĩnh Long`;

test('the 34 provinces have 3,321 communes, whatever stands before their names', () => {
  const names = PROVINCES.split(/,\s+/);
  expect(names).toHaveLength(34);
  for (const prefix of ['', 'tỉnh ', 'UBND Thành phố ', 'Uỷ ban nhân dân tỉnh ', 'TP. ']) {
    expect(names.reduce((sum, name) => sum + (communesOf(`${prefix}${name}`.normalize('NFD')) ?? 0), 0)).toBe(3321);
  }
  expect(communesOf('Sở Nội vụ')).toBeUndefined();
});
