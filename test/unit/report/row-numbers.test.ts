/** A column that only numbers the rows is never a result; figures in hundreds or thousands are multiplied. */
import { describe, expect, it } from 'vitest';
import type { Plain } from './book.ts';
import { ACCOUNTS, FILES, MEETINGS, read, TRAINED } from './typed.ts';

const TITLES = [FILES, MEETINGS, TRAINED, ACCOUNTS];
const CODES = ['2.1', '2.2', '3.1', '4.1'];
const DONE = [57, 40, 3, 310];
const ALL = [87, 50, 4, 402];

function figures(rows: readonly (readonly Plain[])[]): readonly string[] {
  const report = read([['Đơn vị: Thôn Một'], ['Kỳ báo cáo: năm 2025'], ...rows]);
  return report.entries.map(({ numerator, denominator, value }) =>
    [numerator, denominator, value]
      .map((one) => (one?.reading.kind === 'number' ? one.reading.value : (one?.reading.kind ?? '-')))
      .join(' '),
  );
}

const numberings: Readonly<Record<string, readonly Plain[]>> = {
  codes: CODES,
  'codes as numbers': CODES.map(Number),
  'from one': [1, 2, 3, 4],
  'Roman groups': ['II.1', 'II.2', 'III.1', 'IV.1'],
  'with a word': ['Tiêu chí 1', 'Tiêu chí 2', 'Tiêu chí 3', 'Tiêu chí 4'],
  letters: ['a', 'b', 'c', 'd'],
  'of another list': ['5.1', '5.2', '5.3', '5.4'],
};

describe('numbers of the rows under a word for figures', () => {
  const places = {
    before: (number: Plain, at: number) => [number, TITLES[at] ?? '', DONE[at] ?? 0, ALL[at] ?? 0],
    behind: (number: Plain, at: number) => [TITLES[at] ?? '', number, DONE[at] ?? 0, ALL[at] ?? 0],
    last: (number: Plain, at: number) => [TITLES[at] ?? '', DONE[at] ?? 0, ALL[at] ?? 0, number],
  };
  const heads = {
    before: ['Số', 'Nội dung', 'Số thực hiện', 'Tổng số'],
    behind: ['Nội dung', 'Số', 'Số thực hiện', 'Tổng số'],
    last: ['Nội dung', 'Số thực hiện', 'Tổng số', 'Số'],
  };
  const cases = Object.keys(numberings).flatMap((name) =>
    (['before', 'behind', 'last'] as const).map((place) => [name, place] as const),
  );
  it.each(cases)('are no results: %s, %s the criteria', (name, place) => {
    const rows = (numberings[name] ?? []).map((number, at) => places[place](number, at));
    expect(figures([heads[place], ...rows])).toEqual(['57 87 -', '40 50 -', '- - 3', '310 402 -']);
  });

  it('are results where they follow in no order', () => {
    const rows = TITLES.map((title, at) => [title, [61, 40, 3, 72][at] ?? 0]);
    expect(figures([['Nội dung', 'Số'], ...rows])).toEqual(['- - 61', '- - 40', '- - 3', '- - 72']);
  });
});

describe('figures in hundreds or thousands', () => {
  const rows = (unit: readonly string[]) =>
    TITLES.map((title, at): Plain[] => [title, unit[at] ?? '', (DONE[at] ?? 0) / 100, (ALL[at] ?? 0) / 100]);
  const head = ['Nội dung', 'ĐVT', 'Số thực hiện', 'Tổng số'];

  it('are multiplied by the unit of their row', () => {
    expect(figures([head, ...rows(['trăm hồ sơ', 'trăm cuộc', 'trăm người', 'trăm người'])])).toEqual([
      '57 87 -',
      '40 50 -',
      '- - 3',
      '310 402 -',
    ]);
  });

  it('are multiplied under a heading that says so', () => {
    const bare = rows([]).map(([title = '', , a = 0, b = 0]) => [title, a, b]);
    expect(figures([['Nội dung', 'Số thực hiện (trăm)', 'Tổng số (trăm)'], ...bare])[0]).toBe('57 87 -');
    expect(figures([['Đơn vị tính: trăm'], ['Nội dung', 'Số thực hiện', 'Tổng số'], ...bare])[3]).toBe('310 402 -');
  });

  it('are no number of cases where they come to none', () => {
    const odd = [[FILES, 'chục hồ sơ', 5.77, 8.75], ...TITLES.slice(1).map((title) => [title, 'chục người', 5, 8])];
    expect(figures([head, ...odd])[0]).toBe('text text -');
  });

  it('of money are no number of anything else', () => {
    const report = read([['Đơn vị: Thôn Một'], head, ...TITLES.map((title): Plain[] => [title, 'triệu đồng', 5, 8])]);
    expect(report.entries[2]?.value?.reading).toEqual({ kind: 'number', value: 5, unit: 'triệu đồng' });
  });
});
