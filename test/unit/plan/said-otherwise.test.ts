/** Ways of saying that plans of other hands use: each was read wrongly once. */
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../core/plan/read-plan.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 5/KH-UBND\nAn Bình, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua “Xã số” năm 2026\n';

function read(body: string) {
  const reading = readPlan(HEAD + body);
  if (!reading.ok) throw new Error(JSON.stringify(reading));
  return reading.value;
}

function targetsOf(body: string): string[] {
  return read(body).targets.map(
    ({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`,
  );
}

describe('a target is found', () => {
  it.each([
    ['V. TỔ CHỨC THỰC HIỆN\n1. Phối hợp với Thuế cơ sở tổ chức 03 lớp trước ngày 31/5/2026.', '= 3 lớp 2026-05-31'],
    ['V. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế: mở rộng 7,5 km ống nước.', '= 7.5 km 2026-12-31'],
    ['V. TỔ CHỨC THỰC HIỆN\n1. Tuyên truyền tới 31/31 thôn, bản xong trong quý III/2026.', '= 31 thôn 2026-09-30'],
    ['III. CHỈ TIÊU\n1. Hài lòng của bộ phận thấp nhất cũng không được dưới 90%.', '>= 90 % 2026-12-31'],
    ['III. CHỈ TIÊU\n1. Trả lời công dân qua đường dây nóng trong vòng 24 giờ.', '<= 24 giờ 2026-12-31'],
    ['III. CHỈ TIÊU\n1. Vận động tặng 100 điện thoại thông minh đã qua sử dụng.', '= 100 điện thoại 2026-12-31'],
    ['III. CHỈ TIÊU\n1. Thay hết loa cũ ở 22 thôn, hoàn thành trong tháng 6/2026.', '= 22 thôn 2026-06-30'],
    ['III. CHỈ TIÊU\n1. 100% học sinh lớp 1, lớp 6 đăng ký trên hệ thống trước ngày 31/7/2026.', '= 100 % 2026-07-31'],
    ['III. CHỈ TIÊU\n1. Hằng năm cử ít nhất 03 lượt viên chức đi đào tạo.', '>= 3 lượt 2026-12-31'],
  ])('in %s', (body, expected) => {
    expect(targetsOf(body)).toEqual([expected]);
  });

  it('below a heading that tells of one year and sets the next', () => {
    const body =
      'III. KẾT QUẢ NĂM 2025 VÀ CHỈ TIÊU NĂM 2026\n1. Kết quả năm 2025: 87% hộ đạt.\n2. Chỉ tiêu năm 2026: 89% hộ đạt.';
    expect(targetsOf(body)).toEqual(['= 89 % 2026-12-31']);
  });
});

describe('no target is', () => {
  it.each([
    'IV. GIẢI PHÁP\n1. Hội thi cấp xã: mỗi thôn cử 01 đội, mỗi đội 5 người; cơ cấu 01 giải Nhất, 02 giải Nhì.',
    'II. KẾT QUẢ NĂM 2025 VÀ MỘT SỐ TỒN TẠI\nSáu tháng cuối năm, xã giải quyết 9.708 hồ sơ; thanh toán trực tuyến 71,5%.',
    'III. NỘI DUNG, CHỈ TIÊU\nNăm 2025, xã đã tiếp nhận 4.812 hồ sơ; nộp trực tuyến đạt 71,2%; hài lòng đạt 92%.',
    'IV. KHEN THƯỞNG\n1. Cá nhân bị nhắc nhở 02 lần trong quý thì không xét thi đua.',
    'III. CHỈ TIÊU\n1. Tuyên truyền số điện thoại 1900.9068 (24/7).',
  ])('in %s', (body) => {
    expect(targetsOf(body)).toEqual([]);
  });
});

describe('a table drawn by the layout of a page', () => {
  it('has the names of its columns over three lines, wherever these stand', () => {
    for (let at = 0; at < 60; at++) {
      const gap = (of: number): string => ' '.repeat(2 + ((at * 7 + of * 5) % 9));
      const cell = (text: string, width: number): string => text.padEnd(width);
      const [index, name, unit, was, now, then] = [5, 34 + (at % 11), 13, 12, 11, 10];
      const row = (...cells: readonly string[]): string =>
        [index, name, unit, was, now, then, 18]
          .map((width, of) => cell(cells[of] ?? '', width) + gap(of))
          .join('')
          .trimEnd();
      const values = [40 + (at % 30), 71 + (at % 29)];
      const table = [
        row('', '', '', 'Thực hiện', 'Kế hoạch', 'Đến năm'),
        row('STT', 'Chỉ tiêu', 'Đơn vị tính', '', '', '', 'Đơn vị chủ trì'),
        row('', '', '', '2025', '2026', '2030'),
        row('1', 'Hồ sơ nộp trực tuyến', '%', '12,5', String(values[0]), String(values[1]), 'Phòng Văn hóa'),
        row('', 'trên tổng số'),
        row('2', 'Sáng kiến được công nhận', 'Sáng kiến', '1', '4', '25', 'Phòng Kinh tế'),
      ].join('\n');
      const found = read(`I. MỤC ĐÍCH\n1. Nâng cao nhận thức.\n\nPHỤ LỤC\nCÁC CHỈ TIÊU THI ĐUA\n${table}\n`).targets;
      expect(found.map(({ value, unit, deadline }) => [value, unit, deadline])).toEqual([
        [values[0], '%', '2026-12-31'],
        [values[1], '%', '2030-12-31'],
        [4, 'sáng kiến', '2026-12-31'],
        [25, 'sáng kiến', '2030-12-31'],
      ]);
      expect(found[0]?.subject).toContain('trên tổng số');
    }
  });
});

it('says from which month to which the movement runs', () => {
  const { period } = read('III. THỜI GIAN\n1. Thời gian: Từ tháng 3/2026 đến hết tháng 11/2026.').movement;
  expect(period).toEqual({ from: '2026-03-01', to: '2026-11-30' });
});
