/** Lines broken where the next one looks like a sentence or a part of its own: the findings stay those of the whole. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { labelledPlans } from '../../fixtures/plans.ts';

const plan = (item: string) => `KẾ HOẠCH
Thi đua năm 2026
Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Vĩnh Long;
I. MỤC TIÊU
1. Cải cách thủ tục
- 100% hồ sơ đúng hạn.
2. ${item}
II. KHEN THƯỞNG
1. 02 tập thể.
`;

/** What is found, without the white space of the words. */
function found(item: string) {
  const { targets, quotas } = extractPlan(plan(item));
  return {
    targets: targets.map(({ comparator, value, unit, section, under, text }) => ({
      figure: [comparator, value, unit].join(' '),
      section,
      under,
      text: text.replace(/\s+/g, ' '),
    })),
    quotas: quotas.length,
  };
}

describe('a line broken', () => {
  it.each([
    'Chỉ số phục vụ người dân trên Cổng⏎Dịch vụ công trực tuyến đạt từ 92%.',
    'Vận động⏎Quỹ “Vì người nghèo” 600 triệu đồng.',
    'Vận động Quỹ⏎“Vì người nghèo” 600 triệu đồng.',
    'Niêm yết công khai⏎100% thủ tục hành chính bằng mã QR.',
    'Làm 06 mô hình trồng nhãn theo tiêu chuẩn⏎VietGAP; dựng 40 vườn mẫu.',
    'Thu gom rác thải nhựa⏎12 tấn; ra quân mỗi tháng một lần.',
    'Số bài đăng trên fanpage⏎Hội: tối thiểu 12 bài/tháng.',
    'Hộ dân nộp thuế qua eTax⏎Mobile đạt 80%.',
    'Mỗi cán bộ Trung tâm⏎Phục vụ hành chính công hướng dẫn ít nhất 05 người dân/ngày.',
    'Đối với tiểu thương chợ⏎Vĩnh Hải và 3 tuyến phố kinh doanh: 95% dùng mã QR.',
    'Phối hợp Bưu điện,⏎Viettel tổ chức 02 phiên chợ số.',
    'Có 12 khu phố trong tổng số 15 khu phố đạt danh hiệu⏎“Khu phố số”.',
    'Phát 1.200 cẩm nang bằng hai thứ tiếng Kinh⏎- Mông; phát thanh 03 buổi/tuần.',
    'Lắp 04 camera an ninh tại thôn⏎5. Hội Nông dân trồng 200 cây.',
  ])('%s', (item) => {
    const whole = found(item.replace('⏎', ' '));
    expect(whole.targets.length).toBeGreaterThan(1);
    expect(found(item.replace('⏎', '\n'))).toEqual(whole);
  });

  it.each([
    ['Chuyển đổi số⏎Tỷ lệ hộ dùng VNeID đạt 80%.', 'Chuyển đổi số'],
    ['Phát triển kinh tế số⏎50% hộ kinh doanh sử dụng hóa đơn điện tử.', 'Phát triển kinh tế số'],
    ['Đối với Hội Nông dân⏎Vận động 30 hộ tham gia.', 'Đối với Hội Nông dân'],
  ])('is distinguished from a heading: %s', (item, heading) => {
    expect(found(item.replace('⏎', '\n')).targets.at(-1)?.under).toBe(heading);
  });
});

it('a plan in prose begins at its sentence, not at "học kỳ⏎II" nor in its middle', () => {
  const { targets } = extractPlan(`KẾ HOẠCH
Thi đua năm học 2026 - 2027

Nhà trường hiện có 38 lớp với 1.427 học
sinh, 61 cán bộ, giáo viên.
Về thu không dùng tiền mặt, học kỳ I đạt tối thiểu 85%, học kỳ
II đạt 100% số phụ huynh.`);
  expect(targets.map(({ value }) => value)).toEqual([85, 100]);
});

it('a page number before the first row of a table is furniture', () => {
  const text = labelledPlans().find(({ name }) => name === 'tan-binh-thanh-2026')?.text ?? '';
  const read = (text: string) => extractPlan(text).targets.map(({ value, under }) => [value, under]);
  const numbered = text.replace(/\n(?=TT\t)/, '\n11\n');
  expect(numbered).not.toBe(text);
  expect(read(numbered)).toEqual(read(text));
});

it('counts the people whose opinion is to be asked', () => {
  const { targets } = extractPlan(plan('Tổ chức lấy ý kiến của 300 người dân về chất lượng phục vụ.'));
  expect(targets.at(-1)).toMatchObject({ value: 300, unit: 'người' });
});

it.each(['thôn', 'khu phố', 'mô hình', 'hợp tác xã', 'triệu đồng/người/năm', '%'])(
  'the last values of a table with a cell a line are no page numbers: %s',
  (unit) => {
    const rows = ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2025', 'Kế hoạch 2026', '1', 'Nội dung đầu bảng', unit, '12', '15'];
    const table = [...rows, '2', 'Nội dung cuối bảng', unit, '3', '5'].join('\n');
    const { targets } = extractPlan(
      `KẾ HOẠCH\nThi đua năm 2026\nI. CHỈ TIÊU THI ĐUA\n${table}\nII. NỘI DUNG THI ĐUA\n1. Trồng 4 km đường hoa.\n`,
    );
    expect(targets.map(({ value, section }) => [value, section])).toEqual([
      [15, 'I.1'],
      [5, 'I.2'],
      [4, 'II.1'],
    ]);
  },
);
