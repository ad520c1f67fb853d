/** A plan's rules on commending besides its numbers: the vote, what excludes, who signs, the units it lists. */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { unitsOfPlan } from '../../../core/dossier/propose/units-of-plan.ts';
import { movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { type Random, random } from '../../fixtures/random.ts';

const plan = (body: string, end = '') => `ỦY BAN NHÂN DÂN\nXÃ BẢN LIỀN\nSố: 9/KH-UBND
Bản Liền, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua chuyển đổi số năm 2026
I. ĐỐI TƯỢNG\nCác thôn, trường học, trạm y tế, cơ quan, đơn vị trên địa bàn xã.
II. CHỈ TIÊU\n1. 72% hộ gia đình có tài khoản thanh toán điện tử.\n${body}${end}`;
const SIGNED = `Nơi nhận:\n- UBND tỉnh (b/c);\n- Các thôn;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nSùng Thị Dợ\n`;

describe('the vote of the council', () => {
  it.each([
    ['Tập thể được khen phải có từ 75% số phiếu đồng ý của tổng số thành viên Hội đồng.', 75, 'members'],
    ['Kết quả bỏ phiếu kín phải đạt tối thiểu 2/3 số phiếu tán thành của thành viên dự họp.', 66.67, 'present'],
    ['Số phiếu đồng ý đạt trên 80% trở lên.', 80, null],
  ])('%s', (words, least, of) => {
    const { vote, targets } = extractPlan(plan(`III. KHEN THƯỞNG\n1. ${words}\n`));
    expect(vote).toMatchObject({ least, of, section: 'III.1' });
    expect(targets.map(({ value }) => value)).toEqual([72]);
  });

  it('composed at random, with or without ballots, is the share that agrees', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { words, least, of } = voteSentence(random(seed));
      const { vote, targets } = extractPlan(plan(`III. KHEN THƯỞNG\n1. ${words}\n`));
      expect([words, vote?.least, vote?.of]).toEqual([words, least, of]);
      expect([words, targets.map(({ value }) => value)]).toEqual([words, [72]]);
    }
  });

  it.each([
    'Vận động 90% hộ dân đồng ý lắp đồng hồ điện tử.',
    'Ít nhất 85% người dân tán thành chủ trương sắp xếp bản.',
    '100% thành viên Tổ công nghệ số cộng đồng được tập huấn.',
    'Trên 80% thành viên hợp tác xã đồng ý dùng sổ điện tử.',
  ])('is no vote: %s', (words) => {
    const { vote, targets } = extractPlan(plan(`3. ${words}\n`));
    expect(vote).toBeNull();
    expect(targets).toHaveLength(2);
  });

  it('is no vote where a form is filled in or a survey is taken', () => {
    const { vote } = extractPlan(plan('III. NHIỆM VỤ\n1. Phát 200 phiếu khảo sát, thu về từ 90% phiếu.\n'));
    expect(vote).toBeNull();
  });
});

/** A council's threshold in the words of many plans, some with the quorum before it. */
function voteSentence(draw: Random) {
  const shares: readonly (readonly [string, number])[] = [
    ['từ 75%', 75],
    ['ít nhất 2/3', 66.67],
    ['trên 80%', 80],
    ['tối thiểu 70%', 70],
    ['quá nửa', 50.01],
  ];
  const [share, least] = draw.pick(shares);
  const [voters, of] = draw.pick([
    ['tổng số thành viên Hội đồng', 'members'],
    ['số thành viên', 'members'],
    ['thành viên Hội đồng', 'members'],
    ['thành viên có mặt', 'present'],
    ['số phiếu hợp lệ', 'present'],
    ['số thành viên dự họp', 'present'],
  ] as const);
  const agrees = draw.pick(['tán thành', 'đồng ý', 'nhất trí', 'biểu quyết tán thành', 'bỏ phiếu đồng ý']);
  const whom = draw.pick([
    'Tập thể được đề nghị khen thưởng khi có',
    'Chỉ trình khen thưởng tập thể được',
    'Danh hiệu được công nhận nếu có',
    'Hội đồng bỏ phiếu; tập thể được đề nghị khi có',
    'Đơn vị được xét tặng Giấy khen phải được',
  ]);
  const quorum = draw.pick(['', '', 'Phiên họp hợp lệ khi có mặt từ 2/3 thành viên trở lên. ']);
  return { words: `${quorum}${whom} ${share} ${voters} ${agrees}.`, least, of };
}

describe('what bars from being commended', () => {
  it('is each condition by itself, with its days', () => {
    const { bars } = extractPlan(
      plan(
        'III. XẾP LOẠI\n1. Đơn vị nào không đăng ký thi đua, gửi báo cáo muộn quá 05 ngày hoặc để xảy ra mất an toàn thông tin thì không được xét khen thưởng.\n',
      ),
    );
    expect(bars.map(({ kind, days, condition }) => [kind, days, condition])).toEqual([
      ['registration', null, 'không đăng ký thi đua'],
      ['late-report', 5, 'gửi báo cáo muộn quá 05 ngày'],
      ['barred', null, 'để xảy ra mất an toàn thông tin'],
    ]);
  });

  it.each([
    ['nộp sau ngày 30/11/2026', 'trước ngày 15/11/2026', 16],
    ['gửi báo cáo sau ngày 05 tháng 12 năm 2026', 'chậm nhất ngày 30/11/2026', 5],
    ['gửi báo cáo quá ngày 20/11', 'trước ngày 16/11/2026', 5],
  ])('with no report, or a report %s where it is due %s', (late, due, days) => {
    const { bars, deadlines } = extractPlan(
      plan(
        `III. KHEN THƯỞNG\n1. Đơn vị không nộp báo cáo hoặc ${late} không được xét khen thưởng.\nIV. TỔ CHỨC\n1. Các thôn gửi báo cáo kết quả về UBND xã ${due}.\n`,
      ),
    );
    expect(bars.map((bar) => [bar.kind, bar.days])).toEqual([
      ['reporting', null],
      ['late-report', days],
    ]);
    expect(deadlines.map(({ section }) => section)).toEqual(['IV.1']);
  });

  it('is the due day where the plan names no other', () => {
    const { bars, deadlines } = extractPlan(
      plan('III. KHEN THƯỞNG\n1. Thôn nộp báo cáo sau ngày 30/11/2026 thì không được xét khen thưởng.\n'),
    );
    expect(bars.map((bar) => [bar.kind, bar.days])).toEqual([['late-report', null]]);
    expect(deadlines.map(({ section }) => section)).toEqual(['III.1']);
  });

  it('stands among the standards of the movement', () => {
    const text = plan(
      'III. KHEN THƯỞNG\n1. Không xét khen thưởng năm nay.\n2. Thôn nộp báo cáo chậm thì không xét khen thưởng.\n',
    );
    const movement = movementSchema.parse(proposeMovement(extractPlan(text), { year: 2026 }));
    expect(movement.standards.filter(({ kind }) => kind === 'late-report')).toMatchObject([
      { text: 'nộp báo cáo chậm', value: null, source: { section: 'III.2' } },
    ]);
    expect(validateMovement(movement)).toEqual([]);
  });
});

describe('places', () => {
  const quotas = (words: string) =>
    proposeMovement(extractPlan(plan(`III. KHEN THƯỞNG\n1. ${words}\n`)), { year: 2026 }).quotas.map(
      ({ max, audiences, award }) => [max, audiences, award],
    );
  it('are for those the words name', () => {
    expect(
      quotas('Tặng Giấy khen cho không quá 04 thôn; không quá 02 trường học; không quá 03 cơ quan, đơn vị.'),
    ).toEqual([
      [4, ['village'], 'HT01'],
      [2, ['school'], 'HT01'],
      [3, ['health-station', 'agency'], 'HT01'],
    ]);
  });
  it('are for all collectives where the words name none', () => {
    expect(quotas('Tặng Giấy khen cho không quá 06 tập thể.')).toEqual([[6, undefined, 'HT01']]);
  });
  it('have parts, which are no targets', () => {
    const words = 'Tiêu chuẩn: ít nhất 50% số cá nhân được khen là người không giữ chức vụ.';
    const { targets, leftovers } = extractPlan(
      plan(`III. KHEN THƯỞNG\n1. Tặng Giấy khen cho 05 cá nhân.\n2. ${words}\n`),
    );
    expect([targets.map(({ value }) => value), leftovers.map(({ value }) => value)]).toEqual([[72], [50]]);
  });
  it('take their form from the end of the sentence', () => {
    expect(
      quotas(
        'Tặng Giấy khen cho 05 tập thể.\n2. Chọn 01 tập thể và 02 cá nhân đề nghị Chủ tịch UBND tỉnh tặng Bằng khen.',
      ).map(([, , award]) => award),
    ).toEqual(['HT01', 'HT02', 'HT02']);
  });
});

it('who signs, and whom the plan goes up to', () => {
  const movement = proposeMovement(extractPlan(plan('', SIGNED)), { year: 2026 });
  expect(movement.signer).toEqual({
    authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    name: 'Sùng Thị Dợ',
  });
  expect(movement.recipients).toEqual(['UBND tỉnh']);
});

describe('an annex of units', () => {
  const LIST = `PHỤ LỤC\nDANH SÁCH ĐƠN VỊ THAM GIA\nSTT\tĐơn vị\tNhóm\n1\tThôn Tả Van 1\tThôn\n2\tThôn Tả Van 2\tThôn
3\tTrường Tiểu học số 1\tTrường học\n4\tTrạm Y tế xã\tĐơn vị\n`;
  it('is the register to begin with, and asks for nothing', () => {
    const reading = extractPlan(plan('', `${SIGNED}${LIST}`));
    expect(reading.targets.map(({ value }) => value)).toEqual([72]);
    const { audiences } = proposeMovement(reading, { year: 2026 });
    expect(
      unitsOfPlan(reading, audiences).map(({ name, audience, registered }) => [name, audience, registered]),
    ).toEqual([
      ['Thôn Tả Van 1', 'village', false],
      ['Thôn Tả Van 2', 'village', false],
      ['Trường Tiểu học số 1', 'school', false],
      ['Trạm Y tế xã', 'health-station', false],
    ]);
  });
  it('is none where a table of targets names units', () => {
    const table = 'PHỤ LỤC\nGIAO CHỈ TIÊU\nTT\tThôn\tNăm 2026 (%)\n1\tThôn Tả Van 1\t70\n2\tThôn Tả Van 2\t75\n';
    expect(extractPlan(plan('', `${SIGNED}${table}`)).units).toEqual([]);
  });
});

it('marks in the rows of a scale are no second target', () => {
  const scale =
    'III. THANG ĐIỂM\nTT\tNội dung\tĐiểm tối đa\n1\tTỷ lệ hộ có tài khoản thanh toán điện tử đạt 72%\t60\n2\tHọp thôn\t40\n';
  expect(extractPlan(plan(scale)).targets.map(({ value, section }) => [value, section])).toEqual([[72, 'II.1']]);
});
