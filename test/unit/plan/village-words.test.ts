/**
 * Vietnam has some twenty words for a village, each province using one or two of them: the choice must not change the
 * findings.
 */
import { describe, expect, it } from 'vitest';
import { VILLAGE_WORDS } from '../../../core/base/text/village-words.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { extractPlan, type PlanReading } from '../../../core/plan/extract-plan.ts';
import { labelledPlans } from '../../fixtures/plans.ts';
import { random as seeded } from '../../fixtures/random.ts';

type Word = (typeof VILLAGE_WORDS)[number];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Sentences around the word, with numbers of their own. */
function planWith(word: string, seed: number): string {
  const { pick, between } = seeded(seed);
  const some = (): string => String(between(2, 9)).padStart(2, '0');
  const share = (): number => between(30, 95);
  const targets = [
    `${share()}% ${word} có nhóm Zalo`,
    `Tối thiểu ${share()}% cơ quan, ${share()}% ${word} sử dụng chữ ký số`,
    `Xây dựng ${some()} ${word} thông minh`,
    `Phấn đấu có ${some()} ${word}, ${some()} trường học đạt chuẩn văn hóa`,
    `Mỗi ${word} có ít nhất ${some()} mô hình chuyển đổi số`,
    `Mỗi ${word} ${some()} mô hình tự quản`,
    `Không có ${word} nào dưới ${share()}%`,
    `Không còn ${word} trắng sóng`,
    `${some()} ${word}, mỗi ${word} hướng dẫn ít nhất 15 lượt/tuần`,
    `${capital(word)} 3 phấn đấu ${share()}% hộ có cáp quang`,
    `Số ${word} đạt chuẩn: ${some()}`,
    `${some()}/19 ${word} hoàn thành`,
    `Một nửa số ${word} có điểm truy cập Internet công cộng`,
    `Mỗi ${word} một điểm tư vấn`,
    `Tổ chức hai buổi tập huấn tại mỗi ${word}`,
    `Hỗ trợ ${some()} hộ/${word}`,
    `Tập huấn kỹ năng số cho ${some()} trưởng ${word}`,
  ];
  const tasks = [
    `Tổ chức ${some()} hội nghị tại ${some()} ${word}`,
    `Giám sát ${some()} ${word} về vệ sinh môi trường`,
    `Vệ sinh môi trường của nhân dân ${some()} ${word}`,
    `Hợp nhất ba ${word} theo đề án`,
    `Mỗi tuần một ${word} ra quân dọn vệ sinh`,
    `Lắp đặt ${some()} camera ở ${some()} ${word}`,
  ];
  const quotas = [
    `Tặng Giấy khen cho ${some()} ${word}, ${some()} cá nhân`,
    `Khen thưởng không quá ${between(5, 20)}% số ${word} tham gia`,
    `Giấy khen của Chủ tịch UBND xã: ${word}: ${some()}; cá nhân: ${some()}`,
    `Mỗi ${word} đề nghị không quá ${some()} cá nhân`,
    `Tặng Giấy khen cho ba ${word} dẫn đầu`,
    `${some()} giấy khen cho ${word} dẫn đầu`,
    `Tặng Giấy khen cho ${some()} trưởng ${word}`,
  ];
  const list = (sentences: readonly string[]): string =>
    sentences.map((sentence, at) => `${at + 1}. ${sentence}.`).join('\n');
  const heading = pick([`STT\t${capital(word)}`, `STT\tTên ${word}`]);
  return `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND\nPhú Xuân, ngày 10 tháng 02 năm 2026
KẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026
I. ĐỐI TƯỢNG\nCác cơ quan, trường học, các ${word} và cá nhân trên địa bàn xã.
II. MỤC TIÊU\n${list(targets)}
III. NHIỆM VỤ, GIẢI PHÁP\n${list(tasks)}
IV. CHỈ TIÊU GIAO\n1. Đối với các ${word}\n- ${share()}% hộ phân loại rác.\n2. Giao như sau:\n${heading}\tHộ có địa chỉ số (%)
1\tĐông\t${share()}\n2\tTây\t${share()}
V. KHEN THƯỞNG\n${list(quotas)}
VI. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa - Xã hội: tổng hợp, báo cáo UBND xã.\n2. Các ${word}: gửi báo cáo trước ngày 15/11/2026.
Nơi nhận:\n- Các ${word};\n- Lưu: VT.\n`;
}

/** Replaces each word for a village by the same word. */
const as = (word: Word, text: string): string =>
  text.replace(new RegExp(String.raw`(?<!\p{L})${word}(?!\p{L})`, 'giu'), 'thôn').replace(/(?<!\p{L})Thôn/gu, 'thôn');

function foundWith(word: Word, seed: number) {
  const reading = extractPlan(planWith(word, seed));
  const { criteriaSets, audiences, targets } = proposeMovement(reading, { year: 2026 });
  const titles = criteriaSets.flatMap(({ audience, criteria }) =>
    criteria.map(({ title, rule, numerator, denominator }) => [audience, title, rule.kind, numerator, denominator]),
  );
  const summary = { ...reading, criteria: titles, kinds: audiences, scopes: targets.map(({ scope }) => scope) };
  return JSON.parse(
    as(
      word,
      JSON.stringify(summary, (key, value) => (/[oO]ffset$/.test(key) ? undefined : value)),
    ),
  );
}

/** Words that are of villages wherever they stand; the others name who competes only as `các khu`. */
const CLEAR_WORDS = VILLAGE_WORDS.filter((word) => !/^(?:khu vực|khối|khu)$/.test(word));

/** A plan with words for villages besides `thôn`, or that are also other words, cannot be put into another's words. */
const OTHER_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${VILLAGE_WORDS.filter((word) => word !== 'thôn').join('|')})(?!\p{L})`,
  'iu',
);

/** What is found without its places and words; units with the word in them are of `thôn`. */
function figuresOf({ targets, quotas, deadlines, movement }: PlanReading, word: Word) {
  return {
    targets: targets.map(({ comparator, value, valueMax, unit, deadline, section, kind }) =>
      as(word, [comparator, value, valueMax, unit, deadline, section, kind].join(' ')),
    ),
    quotas: quotas.map(({ max, unit, kind, round, section }) => [max, unit, kind, round, section]),
    deadlines: deadlines.map(({ when, what, section }) => [when, what, section]),
    period: movement.period,
    audiences: movement.audiences.map(({ kind }) => kind),
  };
}

describe('a plan of any province', () => {
  it.each(VILLAGE_WORDS.filter((word) => word !== 'thôn'))('that calls its villages %s', (word) => {
    for (const seed of [1, 2]) expect(foundWith(word, seed)).toEqual(foundWith('thôn', seed));
  });

  it('is read as the same plan with thôn: those labelled by hand, each with a word of another province', () => {
    const plans = labelledPlans().filter(({ text }) => /(?<!nông\s)thôn/iu.test(text) && !OTHER_WORD.test(text));
    expect(plans.length).toBeGreaterThan(15);
    plans.forEach(({ name, text }, at) => {
      const word = CLEAR_WORDS[(at * 7) % CLEAR_WORDS.length]!;
      const other = text.replace(/(?<!\p{L}|nông\s)thôn(?!\p{L})/giu, (written) =>
        written.startsWith('T') ? capital(word) : word,
      );
      expect(figuresOf(extractPlan(other), word), `${name}: ${word}`).toEqual(figuresOf(extractPlan(text), 'thôn'));
    });
  });

  it('has its targets, quotas and tasks found', () => {
    const { targets, quotas, movement } = extractPlan(planWith('phum', 1));
    expect([targets.length, quotas.length, movement.contents.length]).toEqual([24, 9, 4]);
    expect(movement.audiences.map(({ kind }) => kind)).toContain('village');
  });

  it('says other things with words that end like them', () => {
    const { targets, movement } = extractPlan(
      'KẾ HOẠCH\nPhong trào thi đua năm 2026\nI. ĐỐI TƯỢNG\nCác bệnh viện; các hoạt động chăm sóc sức khỏe; văn bản.\n' +
        'II. MỤC TIÊU\n1. Chăm sóc 12 vườn thuốc nam.\n2. Số hộ được chăm sóc ít nhất 30.\n3. Có 5 bản đồ, mỗi bản đồ 03 lớp.\n',
    );
    expect(targets.slice(0, 3).map(({ value, unit }) => [value, unit])).toEqual([
      [12, 'vườn'],
      [30, 'hộ'],
      [5, 'bản đồ'],
    ]);
    expect(movement.audiences).toEqual([]);
  });
});
