/** Reports that come as workbooks are read like pages: the same readers, equations and questions. */
import { describe, expect, it } from 'vitest';
import { filePage } from '../../../../core/portal/capture/file-page.ts';
import { observe } from '../../../../core/portal/capture/observe.ts';
import { parsePage } from '../../../../core/portal/capture/parse-page.ts';
import { READERS } from '../../../../core/portal/capture/registry.ts';
import { makeReader } from '../../../../core/portal/capture/taught-reader/make.ts';
import { proposedAddress } from '../../../../core/portal/capture/taught-reader/propose.ts';
import { taughtReader } from '../../../../core/portal/capture/taught-reader/reader.ts';
import type { Book, Cell, Range } from '../../../../core/sheet/grid/sheet.ts';
import { csvBook } from '../../../../core/sheet/workbook/csv.ts';

type Value = string | number;

/** `merges` by `A1:B2`, rows from the first on. */
function book(
  rows: readonly (readonly Value[])[],
  merges: readonly Range[] = [],
  hidden: readonly number[] = [],
): Book {
  const cells = rows.map((row, at): [number, Cell[]] => [
    at,
    row.flatMap((value, column) => (value === '' ? [] : [{ row: at, column, value }])),
  ]);
  const sheet = {
    ...{ name: 'Sheet1', state: 'visible' as const, rows: new Map(cells.filter(([, own]) => own.length > 0)), merges },
    ...{ hiddenRows: new Set(hidden), hiddenColumns: new Set<number>() },
  };
  return { sheets: [sheet], date1904: false, styles: [], macros: false, externalLinks: [] };
}

const HEADERS: readonly (readonly Value[])[] = [
  [
    'STT',
    'Lĩnh vực',
    'Số hồ sơ tiếp nhận',
    '',
    '',
    '',
    'Số hồ sơ đã giải quyết',
    '',
    '',
    '',
    'Số hồ sơ đang giải quyết',
    '',
    '',
  ],
  [
    ...['', '', 'Tổng số', 'Trực tuyến', 'Trực tiếp', 'Kỳ trước'],
    ...['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn'],
    ...['Tổng số', 'Trong hạn', 'Quá hạn'],
  ],
];
const SPANS: readonly Range[] = [
  ...[0, 1].map((column) => ({ top: 3, left: column, bottom: 4, right: column })),
  ...[
    { top: 3, left: 2, bottom: 3, right: 5 },
    { top: 3, left: 6, bottom: 3, right: 9 },
    { top: 3, left: 10, bottom: 3, right: 12 },
  ],
];
const TITLE: readonly (readonly Value[])[] = [
  ['UBND TỈNH SƠN LA'],
  ['TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUÝ III NĂM 2025'],
  ['Đơn vị: UBND xã Ta Ma'],
];
const ROWS: readonly (readonly Value[])[] = [
  [1, 'Hộ tịch', 10361, 9000, 1300, 61, 10300, 10000, 290, 10, 61, 60, 1],
  [2, 'Chứng thực', 120, 20, 100, 0, 120, 120, 0, 0, 0, 0, 0],
];
const TOTAL: readonly Value[] = ['', 'TỔNG CỘNG', 10481, 9020, 1400, 61, 10420, 10120, 290, 10, 61, 60, 1];

function read(file: Book, name = 'bao-cao.xlsx') {
  const body = filePage(file);
  const seen = observe(
    { url: `file:///${encodeURIComponent(name)}`, request: null, at: '2025-10-16T08:00:00+07:00', body },
    null,
    '',
  );
  const figures = seen.observations.map(({ indicator, unit, period, value }) => [indicator, unit.name, period, value]);
  return { figures, warnings: seen.warnings, questions: seen.questions };
}

describe('a report in a workbook', () => {
  it('yields the figures of its form, for the unit and period above the table', () => {
    expect(read(book([...TITLE, ...HEADERS, ...ROWS, TOTAL], SPANS))).toEqual({
      figures: [
        ['tiep-nhan', 'UBND xã Ta Ma', '2025-Q3', 10_481],
        ['dung-han', 'UBND xã Ta Ma', '2025-Q3', 99.9],
        ['ho-so-truc-tuyen', 'UBND xã Ta Ma', '2025-Q3', 86.56],
      ],
      ...{ warnings: [], questions: [] },
    });
  });

  it('is refused where its rows are hidden or its total is not theirs', () => {
    const hidden = read(book([...TITLE, ...HEADERS, ...ROWS], SPANS, [6]));
    expect(hidden.figures).toEqual([]);
    expect(hidden.warnings[0]).toContain('có dòng bị ẩn');
    const wrong = read(book([...TITLE, ...HEADERS, ...ROWS, TOTAL.with(2, 10_482)], SPANS));
    expect(wrong.figures).toEqual([]);
  });

  it('says nothing of a period that a signing date would be', () => {
    const undated = [
      ['Đơn vị: UBND xã Ta Ma'],
      [''],
      [''],
      ...HEADERS,
      ...ROWS,
      TOTAL,
      [''],
      ['Ngày 05 tháng 10 năm 2025'],
    ];
    const { figures, questions } = read(book(undated, SPANS));
    expect(figures.map(([, , period]) => period)).toEqual([null, null, null]);
    expect(questions).toHaveLength(1);
  });

  it('in text apart by commas is read alike', () => {
    const line = (row: readonly Value[]) =>
      row.map((value) => (String(value).includes(',') ? `"${value}"` : value)).join(',');
    const header = [
      'STT',
      'Đơn vị',
      ...HEADERS[1]!
        .slice(2)
        .map(
          (leaf, at) =>
            `Hồ sơ ${at < 4 ? 'tiếp nhận' : at < 8 ? 'đã giải quyết' : 'đang giải quyết'} ${at % 4 === 0 ? '' : leaf}`,
        ),
    ];
    const rows = [['BÁO CÁO THÁNG 9 NĂM 2025'], header, ['1', 'UBND xã Ta Ma', ...ROWS[0]!.slice(2)]];
    expect(read(csvBook(rows.map(line).join('\n'))).figures[0]).toEqual([
      'tiep-nhan',
      'UBND xã Ta Ma',
      '2025-09',
      10_361,
    ]);
  });
});

describe('what Excel shows otherwise than it holds', () => {
  const FORMATS = ['General', 'd-mmm', '0" nghìn"', '#,##0,', 'mm/yyyy', '0'];
  const styled = (change: (cells: Cell[][]) => void, titles = TITLE): Book => {
    const file = book([...titles, ...HEADERS, ...ROWS, TOTAL], SPANS);
    const [sheet] = file.sheets;
    if (!sheet) throw new Error('a book without a sheet');
    const rows = [...sheet.rows].map(([row, cells]): [number, Cell[]] => [row, cells.map((cell) => ({ ...cell }))]);
    change(rows.map(([, cells]) => cells));
    const styles = FORMATS.map((numberFormat) => ({ font: 'Calibri', numberFormat }));
    return { ...file, styles, sheets: [{ ...sheet, rows: new Map(rows) }] };
  };
  const change = (row: number, column: number, of: Partial<Cell>) => (cells: Cell[][]) => {
    const found = cells[row]?.find((cell) => cell.column === column);
    if (!found) throw new Error('no such cell');
    cells[row]?.splice(cells[row].indexOf(found), 1, { ...found, ...of });
  };

  it.each([
    ['a count that became a date', change(5, 4, { style: 1 })],
    ['a count in thousands by its format', change(7, 2, { style: 2 })],
    ['a count whose last three digits are not shown', change(7, 2, { style: 3 })],
    ['a fault', change(5, 5, { value: { error: '#REF!' } })],
    ['a formula that was never worked out', change(5, 13 - 1, { value: null, formula: 'M4' })],
  ])('is no figure: %s', (_, how) => {
    expect(read(styled(how)).figures).toEqual([]);
  });

  it('reads a month that is a date', () => {
    const titles = [...TITLE.slice(0, 1), ['TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH'], ['Kỳ báo cáo', 45_901]];
    const file = styled(change(2, 1, { style: 4 }), titles);
    expect(filePage(file)).toContain('Tháng 9 năm 2025');
  });

  it('asks where the name of the file says another time, and offers it where the file says none', () => {
    const report = book([...TITLE, ...HEADERS, ...ROWS, TOTAL], SPANS);
    expect(read(report, '06a_quy3_2025.xlsx').questions).toEqual([]);
    expect(read(report, 'bao cao (2) 20251005.xlsx').questions).toEqual([]);
    expect(read(report, '06a_T8_2025.xlsx').questions.map(({ shown }) => shown)).toEqual([
      'quý III năm 2025; tháng 8 năm 2025',
    ]);
    const silent = book(
      [['UBND TỈNH SƠN LA'], ['BÁO CÁO'], ['Đơn vị: UBND xã Ta Ma'], ...HEADERS, ...ROWS, TOTAL],
      SPANS,
    );
    expect(read(silent, '06a tháng 9 năm 2025.xlsx').questions.map(({ shown }) => shown)).toEqual(['tháng 9 năm 2025']);
  });
});

describe('a report of a form that no reader knows', () => {
  it('is read after its table was pointed at in one file, whatever the next file is called', () => {
    const file = (month: number, count: number) =>
      filePage(
        csvBook(
          `UBND TỈNH SƠN LA;;;\nBIỂU II.07a THÁNG ${month} NĂM 2025;;;\n;Đơn vị;Tổng số hồ sơ;Quá hạn\n;Xã Ta Ma;${count};2\n;Xã An Minh;50;1\n`,
        ),
      );
    const at = '2025-11-16T08:00:00+07:00';
    const captured = { url: 'file:///07a_T9_2025.csv', request: null, at, body: file(9, 100) };
    const figures = [{ kind: 'count' as const, header: 'Tổng số hồ sơ', indicator: 'tiep-nhan' }];
    const unit = { header: 'Đơn vị', name: 'Xã Ta Ma' };
    const address = proposedAddress(captured.url);
    if (!address) throw new Error('a file has no address');
    const made = makeReader(
      {
        ...{ id: 'kept-00000001', label: 'Biểu II.07a', address, instead: null, before: null },
        tables: [{ heading: 'BIỂU II.07a THÁNG 9 NĂM 2025', unit, figures, period: { from: 'heading' } }],
      },
      parsePage(captured.body),
      captured,
      '2025-10-16',
    );
    if (!made.ok) throw new Error(made.reason);
    const next = { url: 'file:///bao%20cao%20moi.xlsx', request: null, at, body: file(10, 120) };
    const seen = observe(next, 'Xã Ta Ma', '', [...READERS, taughtReader(made.definition)]);
    expect(seen.observations.map(({ period, value }) => [period, value])).toEqual([['2025-10', 120]]);
    expect(seen.questions).toEqual([]);
  });
});
