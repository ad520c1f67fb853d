/** Quotas without a number, and figures that take their times in turn. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const HEAD = 'KẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\n';
const quotas = (...lines: readonly string[]) =>
  extractPlan(`${HEAD}I. CHỈ TIÊU KHEN THƯỞNG\n1. Khen thưởng sơ kết\n${lines.join('\n')}`).quotas.map(
    ({ max, kind, round }) => [max, kind, round],
  );
const horizons = (line: string) =>
  extractPlan(`${HEAD}I. CHỈ TIÊU\n1. ${line}`).targets.map(({ value, deadline }) => [value, deadline]);

describe('a quota of a school, a Party cell, a club', () => {
  it.each([
    ['học sinh: mỗi lớp 02 em', [2, 'individual', 'lớp']],
    ['mỗi chi đoàn 01 đoàn viên', [1, 'individual', 'chi đoàn']],
    ['chọn 01 tổ dẫn đầu thưởng 500.000 đồng', [1, 'collective', null]],
    ['03 lớp tiêu biểu, thưởng 200.000 đồng/lớp', [3, 'collective', null]],
    ['số lượng không quá 5 đ/c', [5, 'individual', null]],
  ])('is read where standards and forms of commending stand together: %s', (words, quota) => {
    const text = `${HEAD}I. CHỈ TIÊU\n1. 90% hộ có VNeID.\nII. Tiêu chuẩn, hình thức khen thưởng\n- Giáo viên: không vượt quá 15% tổng số giáo viên; ${words}.`;
    const found = extractPlan(text).quotas.map(({ max, kind, per }) => [max, kind, per]);
    expect(found).toEqual([[15, 'individual', null], quota]);
  });
});

describe('what is counted as a paper of commending', () => {
  it.each([
    ['Cá nhân: 15 Giấy khen của Ban Thường vụ', [15, 'individual', null]],
    ['3 chị đề nghị Hội LHPN tỉnh tặng Bằng khen', [3, 'individual', null]],
    ['Mỗi cụm 01 Cờ thi đua cho tập thể', [1, 'collective', 'cụm']],
    ['Tập thể: 20% số lượng tập thể đăng ký', [20, 'collective', null]],
  ])('is a quota, whatever the part is called: %s', (words, quota) => {
    const heading = words.includes('%') ? 'KHEN THƯỞNG\n1. Số lượng khen' : 'AI ĐƯỢC GÌ';
    const { quotas: found, targets } = extractPlan(
      `${HEAD}I. CHỈ TIÊU\n1. 90% hộ có VNeID.\nII. ${heading}\n- ${words}.`,
    );
    expect(found.map(({ max, kind, per }) => [max, kind, per])).toEqual([quota]);
    expect(targets).toHaveLength(1);
  });
});

describe('a quota without a number', () => {
  it.each([
    ['- Trình khen thưởng cho các tập thể, cá nhân ngoài xã có nhiều đóng góp (nếu có).', [null, 'outside', 'interim']],
    ['- Trình Thủ tướng Chính phủ tặng Bằng khen cho các tập thể, cá nhân tiêu biểu.', [null, 'combined', 'interim']],
    ['- Giấy khen của cơ quan, đơn vị: UBND xã sẽ có Hướng dẫn khen thưởng cụ thể.', [null, 'combined', 'interim']],
    ['- Tặng Giấy khen cho hộ gia đình, số lượng do Hội đồng xem xét.', [null, 'household', 'interim']],
    ['- Khen đột xuất cá nhân dũng cảm cứu người khi mưa bão.', [null, 'individual', 'interim']],
    ['- Khen thưởng đột xuất đối với tập thể, cá nhân có sáng kiến.', [null, 'combined', 'interim']],
    ['- Thưởng đột xuất: hộ gia đình hiến đất làm đường.', [null, 'household', 'out-of-turn']],
  ])('%s', (line, quota) => {
    expect(quotas(line)).toEqual([quota]);
  });

  it('is none where commending out of turn is only spoken of', () => {
    expect(quotas('- Khen thưởng đột xuất: thực hiện theo quy định của pháp luật.')).toEqual([]);
  });

  it('does not arise among the forms of commending, where an award is "if any"', () => {
    const under = (heading: string, before = '') =>
      extractPlan(
        `${HEAD}I. KHEN THƯỞNG\n1. ${heading}\n- ${before}Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho các tập thể, cá nhân (nếu có).`,
      ).quotas.map(({ max }) => max);
    expect(under('Hình thức khen thưởng')).toEqual([]);
    expect(under('Số lượng khen thưởng')).toEqual([null]);
    expect(under('Khen thưởng sơ kết', 'Xét không quá 08 tập thể; ')).toEqual([8, null]);
  });

  it('stands beside a quota with a number, and does not arise where the words award nothing', () => {
    expect(
      quotas(
        '- Tặng Giấy khen cho tối đa 05 tập thể; trình khen thưởng cho cá nhân ngoài xã (nếu có).',
        '- Các cơ quan căn cứ kết quả thực hiện, xem xét khen thưởng theo thẩm quyền.',
      ),
    ).toEqual([
      [5, 'collective', 'interim'],
      [null, 'outside', 'interim'],
    ]);
  });
});

describe('the round of a quota', () => {
  const rounds = (...lines: readonly string[]) =>
    extractPlan(`${HEAD}I. KHEN THƯỞNG\n${lines.join('\n')}`).quotas.map(({ max, round }) => [max, round]);

  it('holds for what goes on behind it, until another is named', () => {
    expect(
      rounds(
        '1. Hằng năm, Đảng ủy tặng Giấy khen cho 04 chi bộ; UBND xã tặng Giấy khen cho 05 ấp; khi tổng kết tặng Giấy khen cho 06 ấp, trình tặng Bằng khen cho 01 tập thể.',
        '2. Tặng Giấy khen cho 02 hộ.',
      ),
    ).toEqual([
      [4, 'yearly'],
      [5, 'yearly'],
      [6, 'final'],
      [1, 'final'],
      [2, null],
    ]);
  });

  it('is the last where the movement ends, not where a quarter does', () => {
    expect(rounds('1. Kết thúc đợt thi đua, tặng Giấy khen cho 06 thôn.')).toEqual([[6, 'final']]);
    for (const text of ['mỗi quý', 'hằng tháng', 'học kỳ I'])
      expect(rounds(`1. Kết thúc ${text}, tặng Giấy khen cho 03 thôn.`)).toEqual([[3, null]]);
  });
});

it.each(['18 cá nhân', '05 tập thể'])(
  'a share of the %s to be commended is no quota of its own, nor a target',
  (some) => {
    for (const share of ['trong đó lãnh đạo, quản lý không quá 20% tổng số', '(trong đó ít nhất 30% là nữ)']) {
      const { quotas, targets } = extractPlan(
        `${HEAD}I. CHỈ TIÊU KHEN THƯỞNG\n1. Tặng Giấy khen cho ${some}, ${share}.`,
      );
      expect([quotas.map(({ max }) => max), targets]).toEqual([[Number.parseInt(some, 10)], []]);
    }
  },
);

describe('figures in turn', () => {
  it('take the times of their list', () => {
    expect(horizons('Tỷ lệ hộ dùng nước sạch quý I, quý II, quý III lần lượt đạt 60%, 75%, 85%.')).toEqual([
      [60, '2026-03-31'],
      [75, '2026-06-30'],
      [85, '2026-09-30'],
    ]);
    expect(horizons('Tỷ lệ hộ dùng nước sạch: quý II đạt 50%, quý IV đạt 65%.')).toEqual([
      [50, '2026-06-30'],
      [65, '2026-12-31'],
    ]);
  });
});

it('names the parts of a plan by their ordinals', () => {
  const text = `${HEAD}Phần thứ nhất\nMỤC TIÊU\nI. Chỉ tiêu\n1. 80% hộ có cáp quang.\nPHẦN THỨ HAI\nNHIỆM VỤ\nI. Chỉ tiêu\n1. 90% thôn có tổ công nghệ số.`;
  expect(extractPlan(text).targets.map(({ section }) => section)).toEqual(['1.I.1', '2.I.1']);
});

describe('figures and dates in other wordings', () => {
  const found = (line: string) =>
    extractPlan(`${HEAD}I. CHỈ TIÊU\n1. ${line}`).targets.map(({ comparator, value, unit }) => [
      comparator,
      value,
      unit,
    ]);

  it('reads shares in words', () => {
    expect(found('Ít nhất hai phần ba số hộ cài ứng dụng.')).toEqual([['>=', 66.67, '%']]);
    expect(found('Ba phần tư số thôn có tổ công nghệ số.')).toEqual([['=', 75, '%']]);
  });

  it('takes no target from what shuts out of commending', () => {
    expect(found('Đạt dưới 70 điểm không xét khen.')).toEqual([]);
  });

  it('counts who gets the papers, not the papers', () => {
    expect(quotas('- Tập thể: 04 giấy khen; cá nhân: 10 giấy khen.')).toEqual([
      [4, 'collective', 'interim'],
      [10, 'individual', 'interim'],
    ]);
  });

  it('takes a year for a review in a plan for several years, and the last day of a drive for no end', () => {
    const text = (line: string) => `KẾ HOẠCH\nPhong trào thi đua giai đoạn 2026 - 2030\nI. TIẾN ĐỘ\n1. ${line}`;
    const due = (line: string) => extractPlan(text(line)).deadlines.map(({ what, when }) => [what, when]);
    expect(due('Sơ kết vào năm 2028, tổng kết năm 2030.')).toEqual([
      ['interim-review', { year: 2028 }],
      ['final-review', { year: 2030 }],
    ]);
    expect(due('Cao điểm từ ngày 15/4 đến ngày 15/6/2026.')).toEqual([['other', { date: '2026-06-15' }]]);
  });
});
