/** A plan that changes another: the quoted new text is its own content, the quoted old text is not. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const HEAD =
  'ỦY BAN NHÂN DÂN\nXÃ VĨNH XƯƠNG\nSố: 88/KH-UBND\nVĩnh Xương, ngày 06 tháng 7 năm 2026\nKẾ HOẠCH\nSửa đổi, bổ sung Kế hoạch số 12/KH-UBND ngày 05/01/2026 phát động phong trào thi đua năm 2026\nI. SỬA ĐỔI, BỔ SUNG\n';
const read = (body: string) => extractPlan(HEAD + body);
const targets = (body: string) =>
  read(body).targets.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`);

describe('the new text of an amending plan', () => {
  it('ends what was: a raised level, a quoted old text, an abolished part', () => {
    const { targets, leftovers } = read(
      '1. Khoản 4 mục II: nâng chỉ tiêu mỗi ấp có 50 hộ lên 65 hộ dùng ứng dụng số.\n2. Bỏ khoản 5 (về 03 điểm phát Wi-Fi công cộng).\n3. Bổ sung khoản 6: “Tỷ lệ hộ có mã QR đạt từ 40% trở lên.”',
    );
    expect(targets.map(({ value }) => value)).toEqual([65, 40]);
    expect(leftovers).toEqual([]);
  });

  it.each([
    [
      '1. Sửa đổi điểm a khoản 1 Mục II như sau:\n“a) Tỷ lệ hồ sơ trực tuyến toàn trình đạt từ 75% trở lên”.',
      ['>= 75 %'],
    ],
    ['1. Sửa đổi khoản 2 Mục II như sau:\n"2. Ít nhất 90% hộ dân có VNeID".', ['>= 90 %']],
    [
      '1. Thay cụm từ “đạt từ 80% trở lên” tại điểm b bằng cụm từ “tỷ lệ hồ sơ trực tuyến đạt từ 85% trở lên”.',
      ['>= 85 %'],
    ],
    ['1. Tại Mục II, sửa “tỷ lệ hồ sơ đạt 70%” thành “tỷ lệ hồ sơ đạt từ 78% trở lên”.', ['>= 78 %']],
    [
      '1. Điều chỉnh tại mục II\n1.1. Khoản 2 mục II “Tỷ lệ hồ sơ đạt 85%” điều chỉnh thành “Tỷ lệ hồ sơ đạt ít nhất 75%”.',
      ['>= 75 %'],
    ],
    ['1. Khoản 3 mục II “có 02 lớp kỹ năng số” nay sửa thành “có ít nhất 04 lớp kỹ năng số”.', ['>= 4 lớp']],
    [
      '1. Bổ sung vào Mục II các khoản như sau:\n“3. Mỗi thôn có ít nhất 02 lớp kỹ năng số.\n4. Tỷ lệ hài lòng đạt từ 95% trở lên.”',
      ['>= 2 lớp', '>= 95 %'],
    ],
  ])('is read: %s', (body, expected) => {
    expect(targets(body)).toEqual(expected);
  });

  it('is the level behind the words that replace one, of what the level before it was of; the old one is told', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { pick, between } = random(seed);
      const [what, unit] = pick([
        ['Tỷ lệ hồ sơ trực tuyến', '%'],
        ['Số bản hoàn thành kê khai', ' bản'],
        ['Tỷ lệ hộ có VNeID', '%'],
        ['Số lớp tập huấn', ' lớp'],
      ]);
      const [old, now] = [between(5, 40), between(41, 95)];
      const joint = pick([': chỉ tiêu ', ': ', ' ', ' từ ', ': mức ']);
      const becomes = pick([
        ', nay là ',
        ' nay điều chỉnh thành ',
        ', nay điều chỉnh lên ',
        ' được thay bằng ',
        ', nay nâng lên ',
        ' sửa thành ',
      ]);
      const text = `1. ${what}${joint}${old}${unit}${becomes}${now}${unit}.`;
      const { targets, leftovers, setAside } = read(text);
      expect(
        targets.map(({ value, subject }) => [value, subject]),
        text,
      ).toEqual([[now, what]]);
      expect([leftovers, setAside.map(({ value }) => value)], text).toEqual([[], [old]]);
    }
  });

  it.each(['Thay', 'Sửa', 'Điều chỉnh', 'Đổi'])('is what a level is changed into: %s', (verb) => {
    const { targets } = read(
      `1. ${verb} chỉ tiêu 8 mô hình thành 10 mô hình.\n2. ${verb} chỉ tiêu 60% hộ bằng 65% hộ.`,
    );
    expect(targets.map(({ value }) => value)).toEqual([10, 65]);
  });

  it('may open with its own number, which is that of the clause and counts nothing', () => {
    for (const [clause, label] of [
      ['Mục IV.2', '2'],
      ['Khoản 3 mục II', '3'],
      ['Mục II.1.2', '1.2'],
    ])
      for (const becomes of ['sửa lại như sau', 'sửa đổi như sau', 'được thay bằng']) {
        const text = `1. ${clause} ${becomes}: ${label}. Ít nhất 80% hộ dân có VNeID.`;
        const { targets, leftovers } = read(text);
        expect([targets.map(({ value }) => value), leftovers], text).toEqual([[80], []]);
      }
  });

  it('is not what had been reached, nor the day that was', () => {
    const { targets, deadlines } = read(
      '1. Chỉ tiêu hồ sơ trực tuyến đạt 85%.\n2. Kết quả đến ngày 30/6/2026: 71%.\n3. Kết quả thực hiện đến 30/6/2026: 71% hồ sơ; 9/17 bản có tổ công nghệ số.\n4. Các bản gửi báo cáo trước ngày 25/11/2026 (trước đây: 10/12/2026).',
    );
    expect(targets.map(({ value }) => value)).toEqual([85]);
    expect(deadlines.map(({ when }) => 'date' in when && when.date)).toEqual(['2026-11-25']);
  });

  it.each([
    ['Điều chỉnh 1. Sửa đổi', 'Điều chỉnh 2. Thay cụm từ', 'Điều chỉnh 1'],
    ['1. Sửa đổi', '2. Thay cụm từ', '1'],
  ])('is read below labels of changes alone: %s', (first, second, part) => {
    const text = `${HEAD.replace('I. SỬA ĐỔI, BỔ SUNG', 'UBND xã sửa đổi, bổ sung Kế hoạch như sau:')}${first} gạch đầu dòng thứ hai điểm a mục II như sau:\n“- Tỷ lệ hồ sơ trực tuyến đạt tối thiểu 78% (chỉ tiêu cũ: 70%).”\n${second} “100% hộ có cáp quang” bằng cụm từ “ít nhất 65% hộ có cáp quang”.`;
    const { targets, leftovers } = extractPlan(text);
    expect(targets.map(({ value }) => value)).toEqual([78, 65]);
    expect(targets[0]?.section.startsWith(part)).toBe(true);
    expect(leftovers.map(({ value }) => value)).toEqual([70]);
  });

  it.each([
    ['bằng cụm từ “07 tập thể, 14 cá nhân và 10 hộ gia đình”', ''],
    ['thành “07 tập thể, 14 cá nhân và 10 hộ gia đình”', ''],
    ['thay bằng cụm từ “07 tập thể, 14 cá nhân và 10 hộ gia đình”', ''],
    [
      'bằng cụm từ “07 tập thể, 14 cá nhân và 10 hộ gia đình”, cụ thể như sau:',
      '\n“1. Chủ tịch UBND xã tặng Giấy khen cho không quá 07 tập thể, 14 cá nhân và 10 hộ gia đình.”',
    ],
  ])('counts those to be commended once, and no target: %s', (phrase, quoted) => {
    const { targets, quotas, leftovers } = read(
      `1. Thay cụm từ “05 tập thể, 10 cá nhân” tại khoản 1 Mục IV ${phrase}${quoted}`,
    );
    expect(targets).toEqual([]);
    expect(quotas.map(({ max, kind }) => `${max} ${kind}`)).toEqual(['7 collective', '14 individual', '10 household']);
    expect(leftovers).toEqual([]);
  });

  it.each([
    'thay cho ngày 05/12/2026',
    'thay cho 05/12/2026',
    'thay vì ngày 05 tháng 12 năm 2026',
    'thay cho mốc 05/12/2026',
  ])('has no day that was: %s', (was) => {
    const { deadlines, leftovers } = read(
      `1. Sửa đổi khoản 3 Mục V như sau:\n“3. Các thôn gửi báo cáo tổng kết trước ngày 20/11/2026 (${was}).”`,
    );
    expect(deadlines.map(({ when }) => when)).toEqual([{ date: '2026-11-20' }]);
    expect(leftovers).toEqual([]);
  });

  it('has quotas and deadlines too, each where it stands', () => {
    const body =
      '1. Sửa đổi Mục III như sau:\n“III. KHEN THƯỞNG\nChủ tịch UBND xã tặng Giấy khen cho không quá 06 tập thể.”\n2. Sửa đổi Mục IV như sau:\n“Các thôn gửi báo cáo kết quả về UBND xã trước ngày 25/11/2026.”';
    const { quotas, deadlines } = read(body);
    const folded = (HEAD + body).replace(/\s+/g, ' ');
    expect(quotas.map(({ max }) => max)).toEqual([6]);
    expect(deadlines.map(({ when }) => when)).toEqual([{ date: '2026-11-25' }]);
    for (const { text, offset } of [...quotas, ...deadlines])
      expect(folded.slice(offset, offset + text.length + 1).replace('“', '')).toContain(text);
  });

  it('is none of a slogan or a name in a plan of its own', () => {
    const own = HEAD.replace('Sửa đổi, bổ sung Kế hoạch số 12/KH-UBND ngày 05/01/2026 phát động', 'Phát động').replace(
      'I. SỬA ĐỔI, BỔ SUNG',
      'I. NỘI DUNG',
    );
    expect(extractPlan(`${own}1. Xây dựng khẩu hiệu như sau: “100% người dân cùng chuyển đổi số”.`).targets).toEqual(
      [],
    );
  });
});
