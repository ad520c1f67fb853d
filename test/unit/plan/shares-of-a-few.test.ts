/** Figures by an example of a few, by frequency, by a limit that must not be passed, by a condition. */
import { expect, it } from 'vitest';
import { wordingOf } from '../../../core/dossier/propose/wording-of-target.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const HEAD = `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\n`;
const found = (sentence: string, heading = 'I. CHỈ TIÊU') =>
  extractPlan(`${HEAD}${heading}\n1. ${sentence}`).targets.map(
    ({ comparator, value, unit, deadline }) => `${comparator} ${value} ${unit} ${deadline}`,
  );

it.each([
  ['Bảy trên mười hộ dùng thành thạo dịch vụ công trực tuyến.', ['= 70 % 2026-12-31']],
  ['Trong số người học chừng một phần năm là người trên 50 tuổi.', ['= 20 % 2026-12-31']],
  ['Cả 27 thôn có trang Zalo.', ['= 27 thôn 2026-12-31']],
  ['Tuyên truyền tại cả 27 thôn.', []],
  ['Mọi người dân có cơ hội học, không để bản nào đứng ngoài.', ['= 100 % 2026-12-31']],
  ['Không để hộ nào bị bỏ lại phía sau.', []],
  ['Không để bản nào mất nước.', ['= 0 bản 2026-12-31']],
  ['Chương trình gồm 7 bài, 14 tiết và 2 buổi thực hành.', []],
  ['Chương trình gồm 7 bài, mở 14 lớp.', ['= 14 lớp 2026-12-31']],
  ['Nâng tỷ lệ hộ dùng hóa đơn điện tử từ 38% lên 70%, phần còn lại xong trước 31/3/2027.', ['= 70 % 2026-12-31']],
  [
    'Mỗi phòng có 02 giải pháp, trong đó ít ra 01 giải pháp được áp dụng.',
    ['= 2 giải pháp 2026-12-31', '>= 1 giải pháp 2026-12-31'],
  ],
  ['Đám tang không quá 48 giờ, đám cưới không kéo dài quá 1 ngày.', ['<= 48 giờ 2026-12-31', '<= 1 ngày 2026-12-31']],
])('%s', (sentence, targets) => {
  expect(found(sentence)).toEqual(targets);
});

it('so many of every few are a share of all, whatever they are and do', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const draw = random(seed);
    const all = draw.between(3, 10);
    const some = draw.between(1, all - 1);
    const noun = draw.pick(['hộ', 'người', 'trường hợp', 'phiếu', 'quả na', 'vông']);
    const does = draw.pick(['dùng ứng dụng', 'hài lòng', 'không phải nộp lại giấy tờ', 'xông vành']);
    const [cue, meant] = draw.pick([
      ['', '='],
      ['ít nhất ', '>='],
      ['trên ', '>'],
    ] as const);
    const opening = draw.pick([`Cứ ${all} ${noun} có`, `Trong ${all} ${noun} đến làm thủ tục thì có`]);
    const share = Math.round((10_000 * some) / all) / 100;
    const sentence = `${opening} ${cue}${some} ${noun} ${does}.`;
    expect(found(sentence), sentence).toEqual([`${meant} ${share} % 2026-12-31`]);
  }
});

it('how often may stand between the comparator and the number', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const draw = random(seed);
    const [words, meant] = draw.pick([
      ['ít nhất', '>='],
      ['tối thiểu', '>='],
      ['không dưới', '>='],
      ['tối đa', '<='],
    ] as const);
    const often = draw.pick(['tuần', 'tháng', 'quý']);
    const count = draw.between(1, 9);
    expect(found(`Đăng trên trang thông tin điện tử ${words} mỗi ${often} ${count} chuyên mục.`)).toEqual([
      `${meant} ${count} chuyên mục 2026-12-31`,
    ]);
  }
});

it('what is not had past a number is at most as much', () => {
  for (const verb of ['có', 'phát sinh', 'để tồn', 'bị nhắc'])
    for (const count of [1, 2, 7])
      expect(found(`Mỗi đợt không ${verb} quá ${count} trường hợp.`), verb).toEqual([
        `<= ${count} trường hợp 2026-12-31`,
      ]);
});

it('the standard for commending is a target, not a number of candidates', () => {
  const heading = 'IV. THI ĐUA, KHEN THƯỞNG';
  const plan = (sentence: string) => extractPlan(`${HEAD}${heading}\n1. ${sentence}`);
  for (const opens of ['được xét khen khi', 'được tặng giấy khen nếu', 'chỉ được đề nghị khen khi']) {
    const { targets, quotas } = plan(`Bản ${opens} có không dưới 60% người trong độ tuổi học xong.`);
    expect([targets.map(({ comparator, value }) => `${comparator} ${value}`), quotas]).toEqual([['>= 60'], []]);
    expect(targets.map(({ kind }) => kind)).toEqual(['award-threshold']);
  }
  const { targets } = plan('Tập thể được chấm từ 88/100 điểm trở lên.');
  expect(targets.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`)).toEqual(['>= 88 điểm']);
});

it('a share of a few is named by who they are and what they do', () => {
  const named = (sentence: string) =>
    extractPlan(`${HEAD}I. CHỈ TIÊU\n1. ${sentence}`).targets.map((target) => wordingOf(target).title);
  expect(named('Bảy trên mười hộ dùng thành thạo dịch vụ công trực tuyến.')).toEqual([
    'Tỷ lệ hộ dùng thành thạo dịch vụ công trực tuyến',
  ]);
  expect(named('Cứ 5 hộ có ít nhất 3 hộ dùng VNeID thường xuyên.')).toEqual(['Tỷ lệ hộ dùng VNeID thường xuyên']);
});

it('a list to be made is no report of the units', () => {
  const { deadlines } = extractPlan(
    `${HEAD}V. THỰC HIỆN\n1. Các trường lập danh sách giáo viên tham gia gửi về trước 28/02/2026.`,
  );
  expect(deadlines.map(({ what }) => what)).toEqual(['other']);
});

it('a look half way is a review; the tenth of each month may be in old wording', () => {
  const { deadlines } = extractPlan(
    `${HEAD}V. THỰC HIỆN\n1. Họp đánh giá giữa kỳ trong quý II/2026.\n2. Các thôn gửi báo cáo vào mùng 10 hằng tháng.`,
  );
  expect(deadlines.map(({ when, what }) => [what, when])).toEqual([
    ['interim-review', { quarter: 2, year: 2026 }],
    ['unit-report', { day: 10, every: 'month' }],
  ]);
});
