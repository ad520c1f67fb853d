/** Conditions on the years before, as plans word them, held against holders. */
import { describe, expect, it } from 'vitest';
import { yearConditionsIn } from '../../../../core/judge/history/conditions.ts';
import { historyOf } from '../../../../core/judge/history/history-of.ts';
import { meets } from '../../../../core/judge/history/meets.ts';
import type { YearRecord } from '../../../../core/judge/history/year-record.ts';
import { unitNamed } from '../../../../core/report/register.ts';

const REGISTER = [unitNamed('Bản Nà Đắng', 'village'), unitNamed('Bản Huổi Sáng', 'village')];
const LADDER = ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ', 'Không hoàn thành'];
const reviewed = { year: 2025, movement: 'Chuyển đổi số', classification: null, ladder: LADDER };
const base = { name: 'Bản Nà Đắng', kind: 'collective', movement: 'Chuyển đổi số', source: 'so.xlsx' } as const;
const classed = (year: number, classification: string): YearRecord => ({ ...base, year, classification });
const titleIn = (year: number | null, title: string, movement: string = base.movement): YearRecord => ({
  ...{ ...base, movement },
  year,
  title,
});
const stateOf = (
  text: string,
  records: readonly YearRecord[],
  classification: string | null = null,
  unit = base.name,
) => {
  const [condition] = yearConditionsIn(text);
  return meets(condition!, unit, historyOf(records, REGISTER), { ...reviewed, classification }).state;
};

describe('conditions on years', () => {
  it.each([
    ['có 02 năm liên tục hoàn thành tốt nhiệm vụ trở lên', 'in-a-row', 2, 'hoàn thành tốt nhiệm vụ trở lên'],
    ['Hai năm liền đạt danh hiệu “Lao động tiên tiến”', 'in-a-row', 2, 'Lao động tiên tiến'],
    ['liên tục từ 02 năm trở lên hoàn thành xuất sắc nhiệm vụ', 'in-a-row', 2, 'hoàn thành xuất sắc nhiệm vụ'],
    ['được công nhận hoàn thành xuất sắc nhiệm vụ 3 năm liên tiếp', 'in-a-row', 3, 'hoàn thành xuất sắc nhiệm vụ'],
    [
      'Có 2 năm trở lên liên tục hoàn thành xuất sắc nhiệm vụ trước năm đề nghị',
      'in-a-row',
      2,
      'hoàn thành xuất sắc nhiệm vụ',
    ],
  ])('are read: %s', (text, kind, years, wanted) => {
    expect(yearConditionsIn(text)).toMatchObject([{ kind, years, wanted }]);
  });

  it.each([
    ['chưa được khen trong 3 năm', 3],
    ['Chưa được tặng Giấy khen trong 02 năm liền kề', 2],
    ['tập thể chưa từng được khen thưởng trong thời gian 03 (ba) năm gần nhất', 3],
    ['trong 3 năm liên tục chưa được khen', 3],
    ['chưa được khen trong vòng 36 tháng', 3],
  ])('are read: %s', (text, years) => {
    expect(yearConditionsIn(text)).toMatchObject([{ kind: 'not-commended', years }]);
  });

  it.each([
    'chưa được khen năm',
    'Hoàn thành tốt nhiệm vụ năm 2025',
    'giai đoạn 5 năm 2021 - 2025',
    'có 03 buổi trong 6 tháng đầu năm',
    'theo Quyết định ngày 15 tháng 5 năm 2025',
  ])('are not made of other words: %s', (text) => {
    expect(yearConditionsIn(text)).toEqual([]);
  });

  it('are read one by one where a clause joins several', () => {
    const row = '02 năm liên tục hoàn thành tốt nhiệm vụ';
    const fresh = 'chưa được khen trong 3 năm';
    for (const joint of [' và ', ', ', ', đồng thời ', ' nhưng ']) {
      const read = [
        { kind: 'in-a-row', years: 2, wanted: 'hoàn thành tốt nhiệm vụ' },
        { kind: 'not-commended', years: 3 },
      ];
      expect(yearConditionsIn(`có ${row}${joint}${fresh}`)).toMatchObject(read);
      expect(yearConditionsIn(`${fresh}${joint}có ${row}`)).toMatchObject(read.toReversed());
    }
    // Either is enough, or no word parts them: people judge.
    for (const text of [`${row} hoặc ${fresh}`, `${row} ${fresh}`])
      expect(yearConditionsIn(text)).toEqual([{ kind: 'unread', text }]);
  });

  it('are for people to judge where a stretch of years stands in words that are not understood', () => {
    const stretches = ['03 năm', '2 (hai) năm', 'hai năm', '18 tháng', '05 năm'];
    const shapes = [
      (stretch: string) => `${stretch} liền kề được tặng Giấy khen`,
      (stretch: string) => `đạt loại tốt ít nhất một lần trong ${stretch} gần nhất`,
      (stretch: string) => `không bị kỷ luật ${stretch} trước`,
      (stretch: string) => `có mô hình được duy trì ${stretch}`,
      (stretch: string) => `thành lập từ ${stretch} trở lên`,
    ];
    for (const shape of shapes)
      for (const stretch of stretches) {
        const text = shape(stretch);
        expect(yearConditionsIn(text)).toEqual([{ kind: 'unread', text }]);
        expect(stateOf(text, [], 'Hoàn thành tốt nhiệm vụ')).toBe('unknown');
      }
  });
});

describe('years in a row', () => {
  const text = '2 năm liên tục hoàn thành tốt nhiệm vụ trở lên';
  const good = 'Hoàn thành tốt nhiệm vụ';

  it('are met by each year, the year of the review among them', () => {
    expect(stateOf(text, [classed(2024, good)], 'Hoàn thành xuất sắc nhiệm vụ')).toBe('met');
    expect(stateOf(`${text} trước năm xét`, [classed(2023, good), classed(2024, LADDER[0]!)])).toBe('met');
  });

  it('fail by a year whose class is known and lower', () => {
    expect(stateOf(text, [classed(2024, 'Hoàn thành nhiệm vụ')], good)).toBe('failed');
    expect(stateOf(text, [classed(2024, good)], 'Hoàn thành nhiệm vụ')).toBe('failed');
  });

  it('are not known without a record, with sources that differ, or without a settled class', () => {
    expect(stateOf(text, [], good)).toBe('unknown');
    expect(stateOf(text, [classed(2023, good)], good)).toBe('unknown');
    expect(stateOf(text, [classed(2024, good), classed(2024, 'Hoàn thành nhiệm vụ')], good)).toBe('unknown');
    expect(stateOf(text, [classed(2024, good)])).toBe('unknown');
    expect(stateOf(text, [classed(2024, 'Khá')], good)).toBe('unknown');
  });

  it('count titles that the plan names', () => {
    const wanted = '2 năm liên tục đạt danh hiệu Lao động tiên tiến';
    expect(stateOf(wanted, [titleIn(2024, 'Lao động tiên tiến'), titleIn(2025, 'Lao động tiên tiến')])).toBe('met');
    expect(stateOf(wanted, [titleIn(2024, 'Giấy khen'), titleIn(2025, 'Lao động tiên tiến')])).toBe('unknown');
  });
});

describe('not commended in so many years', () => {
  const text = 'chưa được khen trong 2 năm';
  const others = [2023, 2024].map((year) => ({ ...classed(year, 'Hoàn thành nhiệm vụ'), name: 'Bản Huổi Sáng' }));

  it('is met where the books of all years are there and hold no award', () => {
    expect(stateOf(text, others)).toBe('met');
    expect(stateOf(text, [...others, titleIn(2022, 'Giấy khen')])).toBe('met');
    expect(stateOf(text, [...others, titleIn(2025, 'Giấy khen')])).toBe('met');
  });

  it('fails by an award of this movement, and is for people to say by another', () => {
    expect(stateOf(text, [...others, titleIn(2023, 'Giấy khen')])).toBe('failed');
    expect(stateOf(text, [...others, titleIn(2023, 'Giấy khen', 'Nông thôn mới')])).toBe('unknown');
    expect(stateOf(text, [...others, titleIn(null, 'Giấy khen')])).toBe('unknown');
  });

  it('is not known while a year has no book, or the name is in question', () => {
    expect(stateOf(text, others.slice(1))).toBe('unknown');
    expect(stateOf(text, [...others, { ...titleIn(2023, 'Giấy khen'), name: 'Nà Đắng' }])).toBe('unknown');
  });
});
