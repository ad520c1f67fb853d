/** Every number of a plan has a fate; a number that no finding uses and no rule sets aside is left over, never lost. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { contextOf, type FigureFate, fatesOf } from '../../../core/plan/fate/fates.ts';
import { TOLD_APART } from '../../../core/plan/fate/set-apart.ts';
import { writtenFigures } from '../../../core/plan/fate/written-figures.ts';
import { laidOut } from '../../../core/plan/laid-out.ts';
import { KINDS, planOf } from '../../fixtures/plan-grammar/kinds.ts';
import { random } from '../../fixtures/random.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const NOTHING = { targets: [], quotas: [], deadlines: [], scorings: [], classLadders: [] };
const HEAD = 'ỦY BAN NHÂN DÂN\nXÃ SUỐI MẪU\nSố: 52/KH-UBND\nSuối Mẫu, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\n';
const TITLE = 'Phát động phong trào thi đua chuyển đổi số xã Suối Mẫu năm 2026\n';
const plan = (lines: string) => `${HEAD}${TITLE}I. CHỈ TIÊU\n${lines}`;
/** Each rule with its name and example, which stand above it. */
const RULES = [
  ...readFileSync('core/plan/fate/set-apart.ts', 'utf8').matchAll(/^ {2}\/\/ ([\w-]+): (.+)\n {2}\{/gm),
].map(([, id = '', example = ''], at) => ({
  id,
  example: example.replaceAll('\\n', '\n').replaceAll('\\t', '\t'),
  ...TOLD_APART[at]!,
}));
const stretch = ({ written: { token } }: FigureFate) => ({ from: token.start, to: token.end });

describe('the fates of figures', () => {
  it.each(readPlans())('cover each number of $name once', ({ text, reading }) => {
    const laid = laidOut(text);
    const fates = fatesOf(laid, reading);
    let next = 0;
    for (const digits of laid.text.flat.matchAll(/\d+/g)) {
      while ((fates[next] ? stretch(fates[next]!).to : Number.POSITIVE_INFINITY) <= digits.index) next++;
      const holding = fates
        .slice(next, next + 2)
        .filter((fate) => stretch(fate).from <= digits.index && digits.index < stretch(fate).to);
      expect(holding, laid.text.flat.slice(digits.index - 40, digits.index + 40)).toHaveLength(1);
    }
  });

  it('leave over what a reading would have missed: without targets, their figures would be questions', () => {
    const lost: string[] = [];
    let all = 0;
    for (const { name, text, reading } of readPlans()) {
      const laid = laidOut(text);
      const left = new Set(
        fatesOf(laid, NOTHING).flatMap(({ offset, fate }) => (fate.kind === 'left' ? [offset] : [])),
      );
      for (const { offset, fate, written } of fatesOf(laid, reading)) {
        if (fate.kind !== 'used' || fate.as !== 'target') continue;
        all++;
        if (!left.has(offset))
          lost.push(
            `${name}: ${written.token.text} ${reading.targets.find((target) => target.figureOffset === offset)?.text}`,
          );
      }
    }
    expect(all).toBeGreaterThan(4000);
    expect(lost.length / all, lost.join('\n')).toBeLessThanOrEqual(0.01);
  });

  it.each(KINDS)('cover each number once, and leave over each unused target, of $name', ({ compose }) => {
    for (const seed of [1, 2, 3]) {
      const text = planOf(compose(random(seed)));
      const reading = extractPlan(text);
      const laid = laidOut(text, reading.movement.period);
      const places = fatesOf(laid, reading).map(stretch);
      for (const { index } of laid.text.flat.matchAll(/\d+/g))
        expect(
          places.filter(({ from, to }) => from <= index && index < to),
          text.slice(index - 20),
        ).toHaveLength(1);
      const unused = new Map(fatesOf(laid, NOTHING).map(({ offset, fate }) => [offset, fate.kind]));
      const used = fatesOf(laid, reading).filter(({ fate }) => fate.kind === 'used' && fate.as === 'target');
      expect(
        used.filter(({ offset }) => unused.get(offset) !== 'left').map(({ written }) => written.token.text),
        text,
      ).toEqual([]);
    }
  });

  it('are not two: no figure of a fixture or a composed plan is a target and a place, a class or a share of votes', () => {
    const composed = KINDS.flatMap(({ compose }) =>
      [1, 2, 3].map((seed) => extractPlan(planOf(compose(random(seed))))),
    );
    const twice = [...readPlans().map(({ reading }) => reading), ...composed].flatMap((reading) => {
      const { targets, quotas, classLadders, vote } = reading;
      const holds = ({ offset, text }: { offset: number; text: string }, place: number) =>
        offset <= place && place < offset + text.length;
      return targets.filter(
        ({ figureOffset, value, kind }) =>
          quotas.some(
            (quota) => quota.max === value && holds(quota, figureOffset) && quota.text.match(/\d+/g)?.length === 1,
          ) ||
          // What it takes to be commended may be the bound of a class.
          (kind !== 'award-threshold' && classLadders.some((ladder) => holds(ladder, figureOffset))) ||
          (vote !== null && holds(vote, figureOffset)),
      );
    });
    expect(twice.map(({ text, value }) => `${value} ${text}`)).toEqual([]);
  });

  it('leave little over of a plan that is read well', () => {
    const left = readPlans().map(({ reading }) => reading.leftovers.length);
    expect(left.reduce((sum, number) => sum + number, 0) / left.length).toBeLessThanOrEqual(6);
  });

  it.each(RULES)('are set aside as $verdict: $example', ({ id, example, verdict }) => {
    const [before = '', figure = '', behind = ''] = /^(.*)\[(.+)\](.*)$/su.exec(example)?.slice(1) ?? [];
    const words = `${before}${figure}${behind}`;
    const isTable = words.includes('\t');
    const text = /^(?:\d|I\.)/.test(words) ? `${HEAD}${TITLE}${words}` : plan(isTable ? words : `- ${words}.`);
    const laid = laidOut(text);
    const at = laid.text.flat.indexOf(words.replace(/\s/g, ' ')) + before.length;
    const fate = fatesOf(laid, NOTHING).find((fate) => stretch(fate).from <= at && at < stretch(fate).to);
    expect(fate?.fate, id).toEqual({ kind: 'told', why: verdict });
  });
});

describe('the rules that tell figures apart', () => {
  it('each change the fate of some figure in the plans at hand; a rule that changes nothing must go', () => {
    const changing = new Set<string>();
    const composed = KINDS.map(({ compose }) => planOf(compose(random(1))));
    for (const text of [...readPlans().map((readPlan) => readPlan.text), ...composed]) {
      const laid = laidOut(text);
      const context = contextOf(laid);
      for (const figure of writtenFigures(laid)) {
        const [first, next] = RULES.filter(({ when }) => when(figure, context));
        if (first && first.verdict !== next?.verdict) changing.add(first.id);
      }
    }
    expect(RULES).toHaveLength(TOLD_APART.length);
    expect(RULES.map(({ id }) => id).filter((id) => !changing.has(id))).toEqual([]);
  });
});

describe('leftovers of a plan', () => {
  it('are figures with their value, unit, part and place', () => {
    const { leftovers } = extractPlan(plan('1. Tỷ lệ hồ sơ trực tuyến đạt từ 78% trở lên.\n2. Bắn súng AK bài 1: ổn.'));
    expect(leftovers.map(({ value, section }) => ({ value, section }))).toEqual([{ value: 1, section: 'I.2' }]);
  });

  it('are no days of lateness that shut out, and no number of a part of a paper', () => {
    const { leftovers, targets } = extractPlan(
      plan(
        '1. 90% hộ có VNeID.\nII. KHEN THƯỞNG\nĐơn vị nộp báo cáo chậm quá 10 ngày thì không được xét khen thưởng.\nIII. SỬA ĐỔI\nSửa đổi điểm 1 mục I như sau: “Ít nhất 95% hộ có cáp quang.”',
      ),
    );
    expect(leftovers).toEqual([]);
    expect(targets.map(({ value }) => value)).toEqual([90, 95]);
  });

  it('are targets of a year that is over, and marks that add up to no scale', () => {
    const values = (lines: string) => extractPlan(plan(lines)).leftovers.map(({ value }) => value);
    expect(values('1. Đến năm 2025, 70% hộ có VNeID.\n2. 90% hộ có cáp quang.')).toEqual([70]);
    expect(
      values('1. 90% hộ có VNeID.\nII. THANG ĐIỂM\nThang điểm 100: tuyên truyền 20 điểm, báo cáo 30 điểm.'),
    ).toEqual([100, 20, 30]);
  });

  it('tell of words that are struck out', () => {
    const { leftovers, targets } = extractPlan(plan('1. Tỷ lệ hồ sơ trực tuyến đạt trên ~~80~~ 85%.'));
    expect(targets.map(({ value }) => value)).toEqual([85]);
    expect(leftovers).toMatchObject([{ text: '80', why: 'chữ bị gạch bỏ nên không đọc' }]);
  });
});

describe('questions', () => {
  const kinds = (text: string) => extractPlan(text).questions.map(({ code }) => code);

  it.each([
    [
      'no-plan',
      'HƯỚNG DẪN SỬ DỤNG PHẦN MỀM\n1. Cài đặt\nMáy tính cần ít nhất 4 GB bộ nhớ. Mật khẩu có tối thiểu 8 ký tự.',
    ],
    [
      'no-plan',
      `QUỐC HỘI\nLuật số: 06/2022/QH15\nLUẬT THI ĐUA, KHEN THƯỞNG\nĐiều 1. Phạm vi\nCá nhân có từ 05 năm trở lên.`,
    ],
    ['no-target', plan('1. Đẩy mạnh tuyên truyền về chuyển đổi số.')],
    ['zero-share', plan('1. Tỷ lệ hồ sơ trực tuyến đạt 0%.\n2. Ít nhất 90% hộ dân có VNeID.')],
    ['over-whole', plan('1. Ít nhất 1250% hộ dân có VNeID.')],
    ['outside-period', plan('1. Đến năm 2028, tỷ lệ hồ sơ trực tuyến đạt từ 90% trở lên.')],
    ['before-issue', plan('1. Đến ngày 15/01/2026, tỷ lệ hồ sơ trực tuyến đạt từ 90% trở lên.')],
    [
      'period',
      `${HEAD}Phát động phong trào thi đua năm 2026\nI. CHỈ TIÊU\n1. 90% hộ có VNeID.\nII. THỜI GIAN THỰC HIỆN\nThời gian thực hiện: từ tháng 3/2026 đến hết tháng 11/2027.`,
    ],
  ])('%s', (code, text) => {
    expect(kinds(text)).toContain(code);
  });

  it('is nothing of a plan that is plain', () => {
    expect(kinds(plan('1. Ít nhất 90% hộ dân có VNeID.\n2. Thu ngân sách đạt 105% dự toán.'))).toEqual([]);
  });

  it('is hardly anything of the plans at hand', () => {
    const all = readPlans().flatMap(({ name, reading }) =>
      reading.questions.map(({ code, text }) => `${name}: ${code}: ${text}`),
    );
    expect(all.length, all.join('\n')).toBeLessThanOrEqual(readPlans().length / 4);
  });
});

describe('the years of a plan', () => {
  const periodOf = (title: string, more = '') => {
    const { period } = extractPlan(`${HEAD}${title}\n${more}I. CHỈ TIÊU\n1. 90% hộ có VNeID.`).movement;
    return `${period.from?.slice(0, 4)}–${period.to?.slice(0, 4)}`;
  };

  it.each([
    ['Xóa mù chữ đến năm 2030 xã Vĩnh Xương', '2026–2030'],
    ['Phát động phong trào thi đua đến hết năm 2028', '2026–2028'],
    ['Phong trào thi đua giai đoạn 2026 - 2030', '2026–2030'],
    ['Phong trào thi đua năm 2027', '2027–2027'],
    ['Thi đua chuyển đổi số, vì dân phục vụ nhiệm kỳ 2025 - 2030', '2025–2030'],
    ['Thực hiện Nghị quyết Đại hội nhiệm kỳ 2025 - 2030 năm 2026', '2026–2026'],
    ['THỰC HIỆN CHỈ THỊ SỐ 31/CT-TTG NGÀY 15 THÁNG 8 NĂM 2024 CỦA THỦ TƯỚNG', '2026–2026'],
    ['Triển khai Nghị quyết số 57-NQ/TW ngày 22/12/2024 về chuyển đổi số', '2026–2026'],
    ['Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2025 của UBND tỉnh năm 2026', '2026–2026'],
  ])('%s', (title, years) => {
    expect(periodOf(title)).toBe(years);
  });

  it.each(['Thi đua dạy tốt, học tốt năm học 2026 - 2027', 'Trường học số NĂM HỌC 2026-2027'])(
    'are those of the school: %s',
    (title) => {
      const { movement, targets } = extractPlan(`${HEAD}${title}\nI. CHỈ TIÊU\n1. 90% học sinh có mã định danh.`);
      expect([movement.period, targets[0]?.deadline]).toEqual([{ from: '2026-09-01', to: '2027-05-31' }, '2027-05-31']);
    },
  );

  it.each([
    ['Thời gian chấm: kết quả từ 01/01/2026 đến 30/11/2026.', { from: '2026-01-01', to: '2026-11-30' }],
    ['Từ 10/5 đến 17/8/2026, xã phát động thi đua.', { from: '2026-05-10', to: '2026-08-17' }],
    ['Thời gian: từ ngày ký ban hành Kế hoạch đến hết ngày 30/11/2026.', { from: '2026-02-05', to: '2026-11-30' }],
  ])('end where it says its results do: %s', (words, period) => {
    const text = plan(`1. 90% hộ có VNeID.\nII. THỜI GIAN THỰC HIỆN\n${words}`);
    expect(extractPlan(text).movement.period).toEqual(period);
  });

  it('are none of a paper it is based on', () => {
    const based = 'Căn cứ Luật Thi đua, khen thưởng năm 2022; Căn cứ Kế hoạch số 15/KH-UBND ngày 10/3/2023;\n';
    expect(periodOf('Phát động phong trào thi đua chuyển đổi số', based)).toBe('2026–2026');
  });

  it('keep a target of a year before the last', () => {
    const text = `${HEAD}Phong trào chuyển đổi số xã Tân An đến năm 2030\nII. MỤC TIÊU\n1. Đến năm 2028\n- Tỷ lệ hồ sơ đạt từ 75% trở lên.\n2. Đến năm 2030\n- Tỷ lệ hồ sơ đạt từ 95% trở lên.`;
    expect(extractPlan(text).targets.map(({ value, deadline }) => [value, deadline])).toEqual([
      [75, '2028-12-31'],
      [95, '2030-12-31'],
    ]);
  });
});
