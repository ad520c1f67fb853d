/**
 * Sentences that bar from commending, drawn in the ways plans write them: the bar before, behind or above its
 * conditions, one or several of them. Exactly the units they name are refused; what the program cannot hold against a
 * unit with certainty is a row for people, in the plan's words. No sentence is passed over.
 */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { verdictOn, verdictOnUnscored } from '../../../core/judge/award/verdict.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { type Random, random } from '../../fixtures/random.ts';
import { unit } from '../judge/score/sets.ts';

interface Deed {
  readonly words: string;
  readonly kind: 'registration' | 'reporting' | 'late-report' | 'barred';
  /** Days of lateness let pass. */
  readonly days?: number;
}

/** Deeds that the program can check. */
function knownDeed(draw: Random): Deed {
  const days = draw.between(2, 12);
  const two = String(days).padStart(2, '0');
  const verb = draw.pick(['gửi', 'nộp']);
  return draw.pick<Deed>([
    {
      words: draw.pick(['không đăng ký thi đua', 'chưa đăng ký', 'không đăng ký tham gia phong trào']),
      kind: 'registration',
    },
    {
      words: draw.pick([`không ${verb} báo cáo`, 'không có báo cáo', `chưa ${verb} báo cáo kết quả`]),
      kind: 'reporting',
    },
    {
      words: `${verb} báo cáo ${draw.pick(['muộn', 'chậm', 'trễ', 'không đúng hạn', 'chậm so với quy định'])}`,
      kind: 'late-report',
      days: 0,
    },
    {
      words: `không ${verb} báo cáo ${draw.pick(['đúng hạn', 'đúng thời hạn', 'kịp thời gian'])}`,
      kind: 'late-report',
      days: 0,
    },
    {
      words: `${verb} báo cáo ${draw.pick(['muộn', 'chậm'])} quá ${draw.pick([two, String(days)])} ngày`,
      kind: 'late-report',
      days,
    },
    { words: `${verb} báo cáo chậm từ ${two} ngày trở lên`, kind: 'late-report', days: days - 1 },
    { words: `${verb} báo cáo sau ngày ${15 + days}/11/2026`, kind: 'late-report', days },
  ]);
}

/** Deeds that only the council can judge. */
const FOR_PEOPLE = [
  'không đăng ký mô hình điểm',
  'không nộp kế hoạch',
  'nộp kế hoạch chậm',
  'gửi báo cáo muộn 02 lần',
  'không gửi đủ báo cáo quý',
  'gửi báo cáo quý muộn',
  'gửi báo cáo chậm quá 05 ngày làm việc',
  'để xảy ra mất an toàn thông tin',
  'có cán bộ bị kỷ luật',
  'bị khiển trách trở lên',
  'đạt dưới 70 điểm',
  'vi phạm luật lâm nghiệp',
] as const;

const WHOM = [
  ['đơn vị', ['agency', 'village', 'school']],
  ['tập thể', ['agency', 'village', 'school']],
  ['thôn', ['village']],
  ['các thôn, tổ dân phố', ['village']],
  ['trường học', ['school']],
  ['các thôn, trường học', ['village', 'school']],
  ['', ['agency', 'village', 'school']],
] as const;

interface Drawn {
  readonly words: string;
  readonly deeds: readonly Deed[];
  readonly whom: readonly string[];
}

function drawn(draw: Random): Drawn {
  const deeds = [...Array(draw.between(1, 3)).keys()].map(
    (): Deed => (draw.between(1, 3) > 1 ? knownDeed(draw) : { words: draw.pick(FOR_PEOPLE), kind: 'barred' }),
  );
  const [whom, kinds] = draw.pick(WHOM);
  const bar = draw.pick([
    'không xét khen thưởng',
    'không được xét khen',
    'không đưa vào xét thi đua',
    'không đề nghị khen thưởng',
    'không xem xét khen thưởng',
    'không bình xét thi đua',
  ]);
  const joined = deeds
    .map(({ words }) => words)
    .reduce(
      (all, words, at) => all + (at === deeds.length - 1 ? draw.pick([' hoặc ', ', hoặc ', ', ']) : ', ') + words,
    );
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const subject = whom === '' ? '' : `${whom} `;
  const words = draw.pick([
    `${capital(`${subject}${joined}`)} ${draw.pick(['thì ', 'sẽ ', ''])}${bar}.`,
    `${capital(bar)} ${draw.pick(whom === '' ? ['nếu '] : ['đối với ', ''])}${subject}${joined}.`,
    `${capital(subject === '' ? 'các đơn vị ' : subject)}${bar} ${draw.pick(['nếu ', 'khi ', 'trong trường hợp '])}${joined}.`,
    `${capital(bar)} ${draw.pick(['đối với các trường hợp sau', 'nếu', 'khi'])}:\n${deeds.map((deed, at) => `${'abc'[at]}) ${capital(`${subject}${deed.words}`)};`).join('\n')}`,
  ]);
  return { words, deeds, whom: kinds };
}

const plan = (words: string, place: 'award' | 'roles') => `ỦY BAN NHÂN DÂN\nXÃ BẢN LIỀN\nSố: 9/KH-UBND
Bản Liền, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhong trào thi đua chuyển đổi số năm 2026
I. ĐỐI TƯỢNG\nCác thôn, trường học, cơ quan, đơn vị trên địa bàn xã.
II. CHỈ TIÊU\n1. 72% hộ gia đình có tài khoản thanh toán điện tử.
III. KHEN THƯỞNG\n1. Tặng Giấy khen của Chủ tịch UBND xã cho 05 tập thể.\n${place === 'award' ? `2. ${words}\n` : ''}IV. TỔ CHỨC THỰC HIỆN
1. Các thôn, trường học, cơ quan gửi báo cáo kết quả về UBND xã chậm nhất ngày 15/11/2026.\n${place === 'roles' ? `2. ${words}\n` : ''}`;

const movementOf = (text: string) => proposeMovement(extractPlan(text), { year: 2026 });

/** Whether a unit that only did this is refused. */
function isRefused(movement: Movement, audience: string, did: { registered?: boolean; late?: number; sent?: boolean }) {
  if (did.sent === false) return verdictOnUnscored(movement, audience).kind === 'excluded';
  const received = new Date(Date.UTC(2026, 10, 15 + (did.late ?? -1))).toISOString().slice(0, 10);
  const place = { ...{ unit: 'A', audience, points: 100, share: 10_000, tie: null, best: 1, rank: 1, worst: 1 } };
  const sheet = {
    ...{ unit: 'A', audience, file: 'a.xlsx', table: 'T', set: '1', version: '', points: [], self: null },
    ...{
      total: 100,
      low: 100,
      high: 100,
      max: 100,
      share: 10_000,
      classification: null,
      classReasons: [],
      possibleClasses: [],
    },
  };
  return (
    verdictOn(place, sheet, {
      ...{ movement, period: { kind: 'year', year: 2026 }, alreadyAwarded: [] },
      register: [unit('A', { audience, registered: did.registered ?? true, received })],
    }).kind === 'excluded'
  );
}

describe('a bar, however its sentence is built', () => {
  it('refuses exactly whom it names, and leaves to people in its own words what only people can tell', () => {
    for (let seed = 1; seed <= 250; seed++) {
      const draw = random(seed);
      const { words, deeds, whom } = drawn(draw);
      const movement = movementOf(plan(words, draw.pick(['award', 'roles'])));
      for (const audience of ['agency', 'village', 'school']) {
        const of = (kind: Deed['kind']) =>
          whom.some((own) => own === audience) ? deeds.filter((deed) => deed.kind === kind) : [];
        const least = Math.min(...of('late-report').map(({ days }) => days ?? 0));
        const about = [seed, words, audience];
        expect([...about, isRefused(movement, audience, { registered: false })]).toEqual([
          ...about,
          of('registration').length > 0,
        ]);
        expect([...about, isRefused(movement, audience, { sent: false })]).toEqual([
          ...about,
          of('reporting').length > 0,
        ]);
        for (const late of [0, 1, 2, 5, 9, 13])
          expect([...about, late, isRefused(movement, audience, { late })]).toEqual([...about, late, late > least]);
        const rows = movement.standards.filter(
          ({ kind, audiences }) => kind === 'barred' && audiences.includes(audience),
        );
        expect([...about, rows.map(({ text }) => text.toLowerCase()).sort()]).toEqual([
          ...about,
          of('barred')
            .map((deed) => deed.words)
            .sort(),
        ]);
      }
    }
  });

  it.each([
    [
      'Đơn vị không đăng ký thi đua và không gửi báo cáo thì không được xét khen thưởng',
      'không đăng ký thi đua và không gửi báo cáo',
    ],
    [
      'Không xét khen thưởng đơn vị không đăng ký thi đua và gửi báo cáo muộn',
      'không đăng ký thi đua và gửi báo cáo muộn',
    ],
    [
      'Không xét khen đơn vị gửi báo cáo muộn, trừ trường hợp có lý do chính đáng',
      'gửi báo cáo muộn, trừ trường hợp có lý do chính đáng',
    ],
    ['Không xét khen thưởng năm nay', 'Không xét khen thưởng năm nay'],
    ['Không đề nghị khen thưởng các trường hợp nêu trên', 'Không đề nghị khen thưởng các trường hợp nêu trên'],
  ])('refuses nobody by itself where facts must come together, or nobody is named: %s', (words, row) => {
    for (const place of ['award', 'roles'] as const) {
      const movement = movementOf(plan(`${words}.`, place));
      for (const did of [{ registered: false }, { sent: false }, { late: 30 }])
        expect(isRefused(movement, 'village', did), place).toBe(false);
      const rows = movement.standards.filter(({ kind }) => kind === 'barred');
      expect(
        rows.map(({ text }) => text),
        place,
      ).toEqual([row]);
    }
  });

  it('takes what follows a semicolon, and leaves no second row of the same words', () => {
    const words =
      'Không xét khen thưởng đối với thôn không đăng ký thi đua; trường học gửi báo cáo muộn quá 03 ngày; đơn vị để xảy ra lộ lọt dữ liệu. Các thôn bình xét công khai.';
    const movement = movementOf(plan(words, 'award'));
    const rows = movement.standards.map(({ kind, value, audiences }) => [kind, value, audiences.length]);
    expect(rows).toEqual([
      ['qualitative', null, 3],
      ['registration', null, 1],
      ['late-report', 3, 1],
      ['barred', null, 3],
    ]);
    const alone = movementOf(plan(words.replace(/ Các thôn bình xét công khai\.$/u, ''), 'award'));
    expect(alone.standards.map(({ kind }) => kind)).toEqual(['registration', 'late-report', 'barred']);
  });

  it('keeps what else its item asks', () => {
    const movement = movementOf(
      plan(
        'Tiêu chuẩn: nội bộ đoàn kết, hoàn thành nhiệm vụ được giao. Không xét khen thôn gửi báo cáo muộn.',
        'award',
      ),
    );
    expect(movement.standards.map(({ kind }) => kind)).toEqual(['qualitative', 'late-report']);
  });
});
