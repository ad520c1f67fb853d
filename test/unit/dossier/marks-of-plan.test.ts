/** A plan's own marks → the criteria sets: its points, groups and words; its rules where it says them; else ours. */
import { describe, expect, it } from 'vitest';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { scannedNumbers } from '../../../core/dossier/propose/scanned-numbers.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { ruleWords } from '../../../core/dossier/rule-words.ts';
import { type Movement, movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { HEAD } from '../../fixtures/dossier/proposed.ts';
import { ANNEXES, FLATTENED, SENTENCES, SHORT_OF_ALL } from '../../fixtures/marked-plans.ts';

const propose = (text: string): Movement => proposeMovement(extractPlan(text), { year: 2026 });
const setOf = (movement: Movement, audience: string) => movement.criteriaSets.find((set) => set.audience === audience)!;
const rows = (movement: Movement, audience: string) =>
  setOf(movement, audience).criteria.map((criterion) => [
    criterion.code,
    criterion.maxPoints / 100,
    criterion.proposed,
    criterion.source.section,
    ruleWords(criterion.rule, criterion),
  ]);
const notes = ({ warnings }: Movement): string => warnings.map(({ message }) => message).join('\n');

describe('criteria of a plan’s own marks', () => {
  it.each(Object.entries({ ANNEXES, FLATTENED, SENTENCES, SHORT_OF_ALL }))(
    'are sound and lose nothing in the dossier: %s',
    (_, { text }) => {
      const movement = movementSchema.parse(propose(text));
      expect(validateMovement(movement)).toEqual([]);
      const book = readBook(dossierBook(movement));
      const read = book.ok && readDossier(book.value);
      expect(read !== false && read.ok ? [read.value.faults, read.value.movement] : read).toEqual([[], movement]);
    },
  );

  it('of so many a case are worth what they are capped at', () => {
    const items = [
      'Ứng dụng Công đoàn: đạt 100% được 40 điểm, từ 90% đến dưới 100% được 30 điểm, dưới 90% không tính điểm',
      'Sáng kiến số: mỗi sáng kiến 10 điểm, tối đa 30 điểm',
      'Tham gia hội thi: 20 điểm',
      'Báo cáo đúng hạn: 10 điểm; chậm mỗi lần trừ 2 điểm',
    ].map((item, at) => `${at + 1}. ${item}.`);
    const text = `${HEAD}1. 90% hộ có VNeID.\nIII. TIÊU CHÍ THI ĐUA (thang 100 điểm)\n${items.join('\n')}\n`;
    expect(rows(propose(text), 'village').map(([, points, , , rule]) => [points, rule])).toEqual([
      [40, 'từ 100 %: 40; từ 90 %: 30; còn lại: 0'],
      [30, 'cộng 10 mỗi sáng kiến, tối đa 30'],
      [20, 'có: đủ điểm; không: 0'],
      [10, 'đủ điểm, trừ 2 mỗi lần chậm'],
    ]);
  });

  it('are multiplied out where each item of a list has the same points', () => {
    const items = [
      'Có kế hoạch',
      'Tỷ lệ hồ sơ trực tuyến đạt 80%, cứ thấp hơn 1% trừ 0,5 điểm',
      'Đạt 100% được 20 điểm, 80-99% được 12 điểm',
      'Họp 4 lần: 20 điểm; 3 lần: 15; còn lại: 0',
      'Báo cáo đúng hạn',
    ].map((item, at) => `${at + 1}. ${item}.`);
    const text = `${HEAD}1. 90% hộ có VNeID.\nIII. THANG ĐIỂM\nMỗi tiêu chí 20 điểm:\n${items.join('\n')}\n`;
    expect(rows(propose(text), 'village').map(([, points, proposed, , rule]) => [points, proposed, rule])).toEqual([
      [20, 'rule', 'có: đủ điểm; không: 0'],
      [20, false, 'theo bậc, từ 80 %: 20, cứ thiếu 1 % trừ 0,5'],
      [20, false, 'từ 100 %: 20; từ 80 %: 12; còn lại: 0'],
      [20, false, 'từ 4: 20; từ 3: 15; còn lại: 0'],
      [20, 'rule', 'Hội đồng chấm'],
    ]);
  });

  it('are for those the heading of the marks names, with its groups and points', () => {
    const movement = propose(ANNEXES.text);
    expect(setOf(movement, 'village').groups).toEqual([
      { code: 'I', title: 'Tuyên truyền' },
      { code: 'II', title: 'Kết quả' },
      { code: '3', title: 'Điểm thưởng' },
    ]);
    expect(setOf(movement, 'village').bonusCap).toBe(500);
    expect(rows(movement, 'village')).toEqual([
      ['I.1', 12.5, 'rule', 'PLI.I.1', 'có: đủ điểm; không: 0'],
      ['I.2', 7.5, 'rule', 'PLI.I.2', 'có: đủ điểm; không: 0'],
      ['II.1', 50, 'rule', 'PLI.II.1', 'theo tỷ lệ, đủ điểm từ 70 %'],
      ['II.2', 30, 'rule', 'PLI.II.2', 'theo tỷ lệ, đủ điểm từ 60 %'],
      ['3.1', 5, 'rule', 'PLI.III.1', 'có: đủ điểm; không: 0'],
    ]);
    expect(rows(movement, 'school')).toEqual(rows(movement, 'agency'));
    expect(rows(movement, 'school')[1]).toEqual(['1.2', 50, false, 'PLII.2', 'từ 90 %: 50; từ 70 %: 30; còn lại: 0']);
    expect(notes(movement)).not.toContain('Điểm đề xuất');
  });

  it('use the measure of a target of the plan in the same words', () => {
    const cables = setOf(propose(ANNEXES.text), 'village').criteria.find(({ code }) => code === 'II.1');
    expect(cables).toMatchObject({
      title: 'Tỷ lệ hộ gia đình có đường truyền cáp quang đạt từ 70% trở lên',
      measure: 'percentage',
      target: { code: 'CT01', value: 70 },
      source: { code: 'CT01', section: 'PLI.II.1' },
    });
  });

  it('are scored by the plan’s words: steps, in proportion, a deduction for each, a cap', () => {
    const marks = new Map(
      rows(propose(SENTENCES.text), 'agency').map(([code, , proposed, , rule]) => [code, [proposed, rule]]),
    );
    expect(marks.get('1.a')).toEqual([false, 'theo bậc, từ 95 %: 30, cứ thiếu 1 % trừ 2']);
    expect(marks.get('1.b')).toEqual([false, 'từ 90 %: 20; từ 70 %: 12; còn lại: 0']);
    expect(marks.get('1.c')).toEqual([false, 'theo tỷ lệ, đủ điểm từ 60 %']);
    expect(marks.get('2.b')).toEqual([false, 'đủ điểm, trừ 5 mỗi báo cáo gửi chậm, trừ tối đa 15']);
    expect(marks.get('2.a')).toEqual(['rule', 'có: đủ điểm; không: 0']);
    const { criteria, bonusCap } = setOf(propose(SENTENCES.text), 'agency');
    expect(bonusCap).toBe(500);
    expect(criteria.filter(({ bonus, maxPoints }) => bonus || maxPoints === 0).map(({ title }) => title)).toEqual([
      'Mô hình được tỉnh công nhận',
      'Có đơn thư đúng',
    ]);
  });

  it('are used whatever their sum', () => {
    const doubled = propose(FLATTENED.text.replace(/(?<= )(\d+)$/gmu, (points) => String(2 * Number(points))));
    expect(doubled.criteriaSets.map(({ total }) => total)).toEqual(doubled.criteriaSets.map(() => 20_000));
    expect(validateMovement(movementSchema.parse(doubled))).toEqual([]);
    expect(notes(doubled)).toContain('tổng 200 điểm');
  });

  it('without a rule in words raise a single question, and follow its answer', () => {
    expect(notes(propose(ANNEXES.text)).match(/Có\/Không, hay Hội đồng chấm\?/gu)).toHaveLength(1);
    const answered = proposeMovement(extractPlan(ANNEXES.text), { year: 2026, unruled: 'council' });
    const kinds = answered.criteriaSets.flatMap(({ criteria }) =>
      criteria.filter(({ proposed }) => proposed === 'rule').map(({ rule }) => rule.kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['council-graded']));
  });

  it('of a scan wait until their numbers are confirmed', () => {
    const reading = extractPlan(ANNEXES.text);
    const text = ANNEXES.text.replace(/\s+/g, ' ');
    const offset = text.indexOf('12,5');
    const line = 'Tổ chức ít nhất 04 buổi tuyên truyền trong năm | 12,5';
    const item = {
      kind: 'number',
      page: 1,
      read: '12,5',
      again: null,
      doubtful: false,
      picture: null,
      offset,
      line,
    } as const;
    const movement = proposeMovement(reading, { year: 2026 });
    const numbers = scannedNumbers(reading, movement, { text, findings: [item], starts: [] });
    expect(numbers.filter(({ row }) => row.read === '12,5').map(({ row }) => row.usedIn)).toEqual(['Tiêu chí']);
  });

  it('stay ours where sentences do not add up or two scales fit, and the notes say why', () => {
    const ours = (movement: Movement) =>
      movement.criteriaSets.every(({ criteria }) => criteria.every((criterion) => criterion.proposed === true));
    const short = propose(SHORT_OF_ALL.text);
    expect([ours(short), notes(short)]).toEqual([
      true,
      expect.stringMatching(/mục III\).*ghi cả thang 100 điểm, các điểm ghi trong đó cộng lại là 90/u),
    ]);
    const table = FLATTENED.text.slice(FLATTENED.text.indexOf('PHỤ LỤC')).replace('An ninh trật tự 40', 'An ninh 40');
    const twofold = propose(`${FLATTENED.text}${table}`);
    expect([ours(twofold), notes(twofold)]).toEqual([true, expect.stringMatching(/2 thang điểm cùng dùng được/u)]);
  });
});
