/** A table of what each unit has to reach is given out where the plan's title says so, with the day of each row. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const read = (title: string, last: string) =>
  extractPlan(
    [
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG AN TẢO',
      'Số: 77/TB-UBND',
      'An Tảo, ngày 02 tháng 4 năm 2026',
      'THÔNG BÁO',
      title,
      'UBND phường thông báo như sau:',
      `Tổ dân phố\tHồ sơ trực tuyến (%)\tHộ dán mã QR (hộ)\t${last}`,
      'TDP 1\t80\t45\t15/6',
      'TDP 2\t75\t40\t20/6',
      'Đơn vị theo dõi: Phòng Văn hóa - Xã hội.',
    ].join('\n'),
  );

it.each(['Hạn xong', 'Thời hạn', 'Tiến độ'])('%s', (last) => {
  const { targets } = read('Chỉ tiêu thi đua chuyển đổi số năm 2026 giao các tổ dân phố', last);
  expect(targets.map(({ value, unit, deadline }) => [value, unit, deadline])).toEqual([
    [80, '%', '2026-06-15'],
    [45, 'hộ', '2026-06-15'],
    [75, '%', '2026-06-20'],
    [40, 'hộ', '2026-06-20'],
  ]);
});

it('elsewhere such a table may tell how things are: its figures are left over', () => {
  const { targets, leftovers } = read('Kết quả thi đua chuyển đổi số của các tổ dân phố', 'Hạn xong');
  expect(targets).toEqual([]);
  expect(leftovers.flatMap(({ value }) => value ?? [])).toEqual(expect.arrayContaining([80, 45, 75, 40]));
});
