/**
 * The table of settings: every line of the guide is understood, what is not understood is named and costs only itself.
 */
import { expect, it } from 'vitest';
import { NO_SETTINGS, readPaperSettings } from '../../../core/paper/settings.ts';

const VALUES = [
  [/^Ngày/, '05/02/2026'],
  [/lương/, '2.340.000'],
  [/^Hệ số/, '0,3'],
  [/^Khổ phôi/, '297 x 210'],
  [/^Phôi/, '48; 100; 200; 22'],
] as const;

it('understands every line it lists', () => {
  const [unknown = ''] = readPaperSettings([['Màu giấy', 'hồng']]).faults;
  const items = unknown.replace(/^.*các mục dùng được: |\.$/g, '').split(', ');
  const rows = items.map((item) => [item, VALUES.find(([pattern]) => pattern.test(item))?.[1] ?? `x ${item}`]);
  const { settings, faults } = readPaperSettings([['Mục', 'Giá trị'], ...rows]);
  expect(faults).toEqual([]);
  expect(settings).toMatchObject({ signedOn: '2026-02-05', basePay: 2_340_000, personFactor: 30 });
  expect(settings.members).toEqual(['x Thành viên Hội đồng']);
  expect(Object.values(settings).filter((value) => value === null)).toEqual([]);
  expect(Object.keys(settings.numbers)).toHaveLength(19);
});

it('takes no value that is none', () => {
  const { settings, faults } = readPaperSettings([
    ['Ngày ký', '31/02/2025'],
    ['Mức lương cơ sở', 'hai triệu'],
    ['Hệ số giấy khen cá nhân', '30'],
    ['Người ký', 'Lò Văn Thành'],
    ['Người ký', 'Vì Thị Hoa'],
    ['Màu giấy', 'hồng'],
    ['Tên tỉnh', ''],
  ]);
  expect(settings).toEqual({ ...NO_SETTINGS, signer: 'Lò Văn Thành' });
  expect(faults).toHaveLength(5);
  expect(faults.at(-1)).toMatch(/^Không hiểu mục "Màu giấy" nên bỏ qua; các mục dùng được: Tên xã, /);
});
