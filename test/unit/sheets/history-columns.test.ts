/** Which column of a table is which, and its rows as records: by headings, by figures, and what is not used is named. */
import { describe, expect, it } from 'vitest';
import { NOBODY, type YearRecord } from '../../../core/judge/history/year-record.ts';
import { unitNamed } from '../../../core/report/register.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { readBook } from '../../../core/sheet/workbook/xlsx/read-book.ts';
import { guessBook, recordsIn } from '../../../core/sheets/history/guess-book.ts';
import { historySheet } from '../../../core/sheets/history/history-sheet.ts';

const REGISTER = [unitNamed('Bản Nà Đắng', 'village'), unitNamed('Trạm Y tế', 'health-station')];
const OFFICE = { commune: 'xã Ta Ma', place: 'Ta Ma' };
type Row = readonly (string | number)[];
function bookOf(sheets: Readonly<Record<string, readonly Row[]>>) {
  const read = readBook(
    newBook(
      Object.entries(sheets).map(([name, rows]) => ({
        name,
        cells: rows.flatMap((values, row) =>
          values.flatMap((value, column) =>
            value === ''
              ? []
              : [
                  {
                    ...{ row, column },
                    value:
                      typeof value === 'number'
                        ? ({ kind: 'number', number: value } as const)
                        : ({ kind: 'text', text: value } as const),
                  },
                ],
          ),
        ),
      })),
    ),
  );
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}
const guessed = (sheets: Readonly<Record<string, readonly Row[]>>, file = 'bang.xlsx') => {
  const book = bookOf(sheets);
  const guess = guessBook(book, { file, register: REGISTER, about: null });
  const usable = guess.sheets.filter(({ lacks }) => lacks.length === 0);
  return { ...guess, ...recordsIn(book, usable, file) };
};

describe('columns', () => {
  it('are known by headings, and a year above the table holds for all its rows', () => {
    const { sheets, records } = guessed({
      Trang1: [
        ['DANH SÁCH KHEN THƯỞNG NĂM 2024'],
        ['STT', 'Họ và tên', 'Đơn vị công tác', 'Danh hiệu', 'Số QĐ', 'Ngày ký'],
        [1, 'Lò Văn Pánh', 'Trạm Y tế', 'Lao động tiên tiến; Giấy khen', '15/QĐ-UBND', '20/12/2024'],
      ],
    });
    expect(sheets).toMatchObject([{ year: 2024, lacks: [] }]);
    expect(records.map(({ title, year, of, decision, date }) => [title, year, of, decision, date])).toEqual([
      ['Lao động tiên tiến', 2024, 'Trạm Y tế', '15/QĐ-UBND', '2024-12-20'],
      ['Giấy khen', 2024, 'Trạm Y tế', '15/QĐ-UBND', '2024-12-20'],
    ]);
  });

  it('are known by their figures where headings say nothing, and the rest is asked', () => {
    const { sheets, records } = guessed({
      Trang1: [
        ['A', 'B', 'C'],
        ['Bản Nà Đắng', 2023, 'Giấy khen'],
        ['Trạm Y tế', 2024, 'Giấy khen'],
      ],
    });
    expect(sheets).toMatchObject([{ columns: { name: 0, year: 1 }, lacks: ['fact'] }]);
    expect(records).toEqual([]);
  });

  it('of a part of the year tell no year', () => {
    const rows: readonly Row[] = [['Kế hoạch thi đua · quý IV năm 2024'], ['Đơn vị', 'Điểm'], ['Bản Nà Đắng', 90]];
    expect(guessed({ Trang1: rows }).sheets).toMatchObject([{ year: null, lacks: ['year'] }]);
    expect(
      guessed({ Trang1: [['Kế hoạch giai đoạn 2023 - 2030 · năm 2024'], ...rows.slice(1)] }).records,
    ).toMatchObject([{ year: 2024, points: 9000 }]);
  });

  it('of shares are ratios or percents by all their figures', () => {
    const share = (values: readonly number[]) =>
      guessed({
        Trang1: [['Đơn vị', 'Năm', 'Điểm', 'Tỷ lệ'], ...values.map((value) => ['Bản Nà Đắng', 2024, 90, value])],
      }).records.map((record) => record.share);
    expect(share([0.925, 1])).toEqual([9250, 10000]);
    expect(share([92.5, 1])).toEqual([9250, 100]);
  });
});

describe('rows', () => {
  it('that cannot be used are named with their reason, and the others are read', () => {
    const { records, aside } = guessed({
      Trang1: [
        ['Đơn vị', 'Năm', 'Điểm', 'Xếp loại'],
        ['Bản Nà Đắng', 2024, '90,5', 'Hoàn thành tốt'],
        ['Bản Nà Đắng', 'hai nghìn', 90, ''],
        ['', 2024, 90, ''],
        ['Trạm Y tế', 2024, '1.234', ''],
        ['Trạm Y tế', 2024, '', ''],
        ['Tổng cộng', '', 180, ''],
      ],
    });
    expect(records).toMatchObject([{ points: 9050, classification: 'Hoàn thành tốt' }]);
    expect(aside).toHaveLength(5);
    expect(aside.join()).toMatch(/hàng 3: “hai nghìn” không phải là một năm/u);
    expect(aside.join()).toMatch(/hàng 4: thiếu tên/u);
    expect(aside.join()).toMatch(/hàng 5: “1.234” không phải là số điểm/u);
    expect(aside.join()).toMatch(/hàng 6: không có danh hiệu, điểm hay xếp loại/u);
    expect(aside.join()).toMatch(/hàng 7: là dòng cộng/u);
  });

  it('of a ranking of ours whose places are still open are no results', () => {
    const { own, records, aside } = guessed({
      'Xếp hạng': [
        ['KẾT QUẢ XẾP HẠNG'],
        ['Kế hoạch thi đua · năm 2024'],
        ['Đối tượng', 'Hạng', 'Đơn vị', 'Điểm', 'Tỷ lệ', 'Thấp nhất', 'Cao nhất', 'Xếp loại'],
        ['Bản', 1, 'Bản Nà Đắng', 90, 0.9, 90, 90, 'Tốt'],
        ['Trạm y tế', 1, 'Trạm Y tế', 80, 0.8, 70, 90, ''],
      ],
      'Tổng hợp': [
        ['Đơn vị', 'Điểm'],
        ['Bản Nà Đắng', 12],
      ],
    });
    expect(own).toBe(true);
    expect(records).toMatchObject([{ name: 'Bản Nà Đắng', kind: 'collective', year: 2024, points: 9000, share: 9000 }]);
    expect(aside).toEqual([expect.stringContaining('kết quả còn chưa chốt')]);
  });

  it('come back from our own sheet as they went in, answers and all', () => {
    const records: readonly YearRecord[] = [
      {
        name: 'Bản Cũ',
        kind: 'collective',
        of: 'Ta Ma',
        year: 2023,
        movement: 'Chuyển đổi số',
        title: 'Giấy khen',
        decision: '15/QĐ-UBND',
        date: '2023-12-20',
        points: 9050,
        share: 9050,
        classification: 'Tốt',
        source: 'so.xlsx',
        now: NOBODY,
        left: true,
      },
      { name: 'Lò Văn Pánh', year: null, movement: '', title: 'Giấy khen', source: 'b.xlsx', now: 'Lò Văn Pánh' },
    ];
    const read = readBook(newBook([historySheet(records, '', OFFICE)]));
    if (!read.ok) throw new Error(read.refusal.message);
    const { sheets, own } = guessBook(read.value, { file: 'a.xlsx', register: null, about: null });
    expect(own).toBe(true);
    expect(recordsIn(read.value, sheets, 'a.xlsx')).toEqual({ records, aside: [] });
  });
});
