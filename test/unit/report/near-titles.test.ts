/** A title with a letter lost, and a row of figures called nearly like a criterion: the criterion is found, once. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/judge/check/check.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { readReports } from '../../../core/report/read.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../fixtures/sample-movement.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const TITLES = [
  'Số hộ gia đình có máy tính nối mạng',
  'Lắp đặt đường truyền cáp quang tại nhà văn hóa',
  'Mở lớp học kỹ năng số cho người cao tuổi',
];
const CRITERIA = TITLES.map(
  (title, at): Criterion => ({
    ...(SAMPLE_SET.criteria[5] as Criterion),
    ...{ code: `1.${at + 1}`, group: '1', title, target: null, maxPoints: 500, measure: 'yes-no' },
    rule: { kind: 'yes-no' },
  }),
);
const MOVEMENT: Movement = {
  ...SAMPLE_MOVEMENT,
  criteriaSets: [{ ...SAMPLE_SET, groups: [{ code: '1', title: 'Xã hội số' }], criteria: CRITERIA }],
};
const HEADER = ['STT', 'Tiêu chí', 'Điểm tối đa', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'];

/** Criteria found, and codes of the flags that are about rows and titles. */
function found(rows: readonly (readonly Plain[])[]) {
  const book = bookOf([sheetOf([HEADER, ...rows])]);
  const read = readReports(book, { file: 'f.xlsx', movement: MOVEMENT });
  const context = { movement: MOVEMENT, period: null, asOf: null, register: null, previous: null, observations: null };
  const { flags } = checkFiles([read], context);
  const about = /criterion/;
  return {
    criteria: read.reports.flatMap(({ entries }) => entries.map(({ criterion }) => criterion)),
    flags: flags.map(({ code }) => code).filter((code) => about.test(code)),
  };
}

const rowOf = (title: string, at: number): Plain[] => [at + 1, title, 5, 'Có', 5, 'KH 1/KH-UBND'];
const ALL = { criteria: ['1.1', '1.2', '1.3'], flags: [] };

describe('a title', () => {
  it.each([
    ['máy → my', 'Số hộ gia đình có my tính nối mạng'],
    ['máy → mỹ', 'Số hộ gia đình có mỹ tính nối mạng'],
    ['máy → mày', 'Số hộ gia đình có mày tính nối mạng'],
    ['gia → ga', 'Số hộ ga đình có máy tính nối mạng'],
  ])('with a letter lost is the same: %s', (_, typed) => {
    expect(found(TITLES.map((title, at) => rowOf(at === 0 ? typed : title, at)))).toEqual(ALL);
  });

  it.each(['Số hộ gia đình có máy tính', 'Số lớp học kỹ năng số đã mở'])(
    'nearly like it over a row of figures makes no second criterion: %s',
    (figure) => {
      const rows = TITLES.flatMap((title, at) =>
        at === 0 ? [rowOf(title, at), [null, figure, null, 120, null, null]] : [rowOf(title, at)],
      );
      const { criteria, flags } = found(rows);
      expect(criteria).toEqual(ALL.criteria);
      expect(flags).not.toContain('duplicate-criterion');
    },
  );

  const FIGURES = ['Tổng số hộ gia đình có máy tính nối mạng', 'Tỷ lệ hộ gia đình có máy tính nối mạng'];
  it.each(FIGURES)('under a word that counts is a figure of it, wherever it stands: %s', (figure) => {
    const line: Plain[] = [null, figure, null, 120, null, null];
    const rows = TITLES.map(rowOf);
    for (const at of [0, 1, 3]) {
      expect(found(rows.toSpliced(at, 0, line))).toEqual({ ...ALL, flags: ['unknown-criterion'] });
    }
  });

  it('typed once more with a slip, under the same opening word, is the criterion twice', () => {
    const again: Plain[] = [null, 'Số hộ gia đình có máy tính nối mạg', null, 'Có', 5, 'KH 1/KH-UBND'];
    expect(found([...TITLES.map(rowOf), again])).toEqual({ ...ALL, flags: ['duplicate-criterion'] });
  });
});
