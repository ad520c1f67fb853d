/** A time at the very end: behind a semicolon, behind a list of counts; and the end of a movement. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as randomOf } from '../../fixtures/random.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ AN BÌNH\nSố: 5/KH-UBND\nAn Bình, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua “Xã số” năm 2026\n';
const read = (body: string) => extractPlan(HEAD + body);
const targetsOf = (body: string): string[] =>
  read(body).targets.map(({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`);
const duesOf = (body: string): string[] =>
  read(body).deadlines.map(({ what, when }) => `${what} ${JSON.stringify(when)}`);

const THINGS = [
  ['Mở', 'lớp'],
  ['Xây dựng', 'mô hình'],
  ['Lắp đặt', 'camera'],
  ['Trồng', 'cây'],
  ['Tổ chức', 'buổi'],
] as const;

describe('a time behind all', () => {
  it('of a semicolon belongs to what stands before it and is no separate duty, however it is worded', () => {
    for (let seed = 1; seed <= 120; seed++) {
      const random = randomOf(seed);
      const [verb, unit] = random.pick(THINGS);
      const [first, second] = [random.between(2, 40), random.between(50, 900)];
      const [day, month] = [random.between(1, 28), random.between(2, 11)];
      const date = `${day}/${month}/2026`;
      const closing = random.pick([
        `hoàn thành trước ngày ${date}`,
        `xong trước ngày ${date}`,
        `thời hạn hoàn thành: ${date}`,
        `thực hiện xong trước ngày ${date}`,
      ]);
      const more = random.between(0, 1) === 1 ? `, với ít nhất ${second} lượt người tham gia` : '';
      const body = `III. CHỈ TIÊU\na) ${verb} ${first} ${unit} tại các thôn${more}; ${closing}.\nb) 80% hộ có cáp quang.`;
      const iso = `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const own = [`= ${first} ${unit} ${iso}`, ...(more === '' ? [] : [`>= ${second} lượt ${iso}`])];
      expect([body, targetsOf(body)]).toEqual([body, [...own, '= 80 % 2026-12-31']]);
      expect([body, duesOf(body)]).toEqual([body, []]);
    }
  });

  it('of things that one verb counts side by side is that of each; not of a share beside them', () => {
    expect(targetsOf('III. CHỈ TIÊU\n1. Trồng 900 cây bóng mát và 4 km đường hoa trước ngày 19/5/2026.')).toEqual([
      '= 900 cây 2026-05-19',
      '= 4 km 2026-05-19',
    ]);
    expect(targetsOf('III. CHỈ TIÊU\n1. 70% hộ có mã QR và mở 05 lớp trước ngày 19/5/2026.')).toEqual([
      '= 70 % 2026-12-31',
      '= 5 lớp 2026-05-19',
    ]);
  });

  it('of a later part of what is due is of the same deed', () => {
    const body =
      'VI. TỔ CHỨC\n- Gửi hồ sơ đề nghị khen thưởng lần 1 trước ngày 20/6/2026; lần 2 trước ngày 25/11/2026.';
    expect(duesOf(body)).toEqual(['award-dossier {"date":"2026-06-20"}', 'award-dossier {"date":"2026-11-25"}']);
    const apart =
      'VI. TỔ CHỨC\n1. Văn phòng\nGửi hồ sơ đề nghị khen thưởng trước ngày 20/6/2026. Năm nay làm nhà xong trước ngày 25/11/2026.';
    expect(duesOf(apart)).toEqual(['award-dossier {"date":"2026-06-20"}', 'other {"date":"2026-11-25"}']);
  });
});

describe('a movement', () => {
  it.each(['phát động vào', 'phát động từ', 'bắt đầu từ', 'thực hiện từ'])('%s a day ends on another', (starts) => {
    const reading = read(`II. THỜI GIAN\nPhong trào được ${starts} ngày 02/02/2026 và kết thúc vào ngày 30/11/2026.\n`);
    expect(reading.movement.period).toEqual({ from: '2026-02-02', to: '2026-11-30' });
    expect(reading.deadlines.filter(({ what }) => what === 'end').map(({ when }) => when)).toEqual([
      { date: '2026-11-30' },
    ]);
  });
});

describe('what only sounds like', () => {
  it('a word for now tells nothing: hiện trường, hiện đại, Tết trồng cây đầu năm', () => {
    expect(
      targetsOf(
        'III. CHỈ TIÊU\n1. Phản ánh hiện trường được xử lý đúng hạn đạt 97%.\n2. Trang thiết bị hiện đại đạt 60% nhu cầu.\n3. Dịp Tết trồng cây đầu năm trồng 300 cây.',
      ),
    ).toEqual(['= 97 % 2026-12-31', '= 60 % 2026-12-31', '= 300 cây 2026-12-31']);
  });

  it.each([
    'III. CHỈ TIÊU\n1. Trực tuyến (kết quả năm 2025 lần lượt là 97,6%; 76,2%; 61%) được giữ vững.',
    'I. MỤC ĐÍCH\n- Xã có 1.482 hộ, 7.365 khẩu, 96,4% là đồng bào Mông.',
    'I. TÌNH HÌNH\nĐến ngày 31/12/2025, toàn xã có 9.120 người tham gia; hồ sơ điện tử được lập cho 61% dân số.',
    'V. KHEN THƯỞNG\n1. Nguồn chi từ quỹ thi đua của xã, dự kiến 42 triệu đồng/năm.',
    'V. KHEN THƯỞNG\n1. Hội thi trao 01 giải Nhất, 02 giải Nhì.',
    'V. KHEN THƯỞNG\n1. Khi bằng nhau thì ưu tiên người hiến từ 50 m2 đất.',
    'III. NỘI DUNG\n1. Vận động hộ kinh doanh dọc tỉnh lộ 551 chấp nhận mã QR.',
  ])('a target is none in %s', (body) => {
    expect(targetsOf(body)).toEqual([]);
  });

  it.each([
    ['IV. XẾP LOẠI\nTừ 90 điểm: tốt. Tập thể được khen phải có tỷ lệ tham gia từ 85% trở lên.', '>= 85 % 2026-12-31'],
    ['IV. HÌNH THỨC KHEN THƯỞNG\n1. Tiêu chí\na) Cá nhân: hướng dẫn tối thiểu 30 người dân.', '>= 30 người 2026-12-31'],
    ['VI. TỔ CHỨC THỰC HIỆN\n1. Hưởng ứng phong trào; Đoàn Thanh niên ra quân 06 đợt.', '= 6 đợt 2026-12-31'],
  ])('a condition or a charge is one all the same: %s', (body, expected) => {
    expect(targetsOf(body)).toEqual([expected]);
  });
});
