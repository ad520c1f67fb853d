/** Names of provinces before 1 July 2025 lead to those of today: all 63 do, none of the 34 leads to another. */
import { expect, it } from 'vitest';
import { ENDED_PROVINCES, endedProvince, endedText } from '../../../../core/base/place/ended-provinces.ts';
import { PROVINCE_NAMES, PROVINCES_TODAY } from '../../../../core/base/place/provinces-today.ts';
import { bareKey } from '../../../../core/base/text/text.ts';

it('each of the 63 former provinces still exists or leads to exactly one of the 34', () => {
  expect(PROVINCES_TODAY).toHaveLength(34);
  expect(PROVINCES_TODAY.reduce((sum, [, communes]) => sum + communes, 0)).toBe(3321);
  for (const [name] of PROVINCES_TODAY) expect(endedProvince(name), name).toBeNull();
  // Thừa Thiên Huế was Huế already when there were 63.
  const were = PROVINCE_NAMES.filter((name) => name !== 'Thừa Thiên Huế');
  expect([were.length, new Set(PROVINCE_NAMES.map(bareKey)).size]).toEqual([63, 64]);
  for (const { name, now } of ENDED_PROVINCES) expect(endedProvince(name)?.now, name).toBe(now);
  // 11 stayed as they were; 23 are of two or three.
  const sizes = PROVINCES_TODAY.filter(([now]) => now !== 'Huế').map(([, , ...ended]) => ended.length);
  expect([0, 1, 2].map((size) => sizes.filter((number) => number === size).length)).toEqual([10, 17, 6]);
});

it('is known however it is typed, and no other word is', () => {
  for (const typed of ['Hải Dương', 'tỉnh Hải Dương', 'TỈNH HẢI DƯƠNG', 'hai duong', 'UBND tỉnh Hải Dương'])
    expect(endedProvince(typed.normalize('NFD'))?.now, typed).toBe('Hải Phòng');
  expect(endedProvince('Bà Rịa – Vũng Tàu')?.now).toBe('Hồ Chí Minh');
  expect(endedProvince('tỉnh Hoà Bình')?.now).toBe('Phú Thọ');
  for (const none of ['', 'xã Bắc Kạn', 'Hải', 'Thái Nguyên']) expect(endedProvince(none)).toBeNull();
  const texts = ['Bắc Kạn', 'Thừa Thiên Huế'].map((name) => endedText(endedProvince(name)!));
  expect(texts).toEqual([
    'Bắc Kạn nay thuộc Thái Nguyên (Nghị quyết 202/2025/QH15)',
    'Thừa Thiên Huế nay thuộc Huế (Nghị quyết 175/2024/QH15)',
  ]);
});
