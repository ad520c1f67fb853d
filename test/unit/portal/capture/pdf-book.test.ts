/** A report printed to PDF: its grid is the table, what stands over it the heading, as in a workbook. */
import { describe, expect, it } from 'vitest';
import type { TextPage } from '../../../../core/plan/file/pdf-lines.ts';
import { observe } from '../../../../core/portal/capture/observe.ts';
import { pdfBook } from '../../../../core/portal/capture/pdf-book.ts';
import { reportMade } from '../../../../core/portal/capture/report-pages.ts';

type Grid = readonly (readonly string[])[];

/** `>` = the cell to the left reaches here, `^` = the cell above does. */
const HEAD: Grid = [
  [
    'STT',
    'Lĩnh vực',
    'Số hồ sơ tiếp nhận',
    '>',
    '>',
    '>',
    'Số hồ sơ đã giải quyết',
    '>',
    '>',
    '>',
    'Số hồ sơ đang giải quyết',
    '>',
    '>',
  ],
  [
    '^',
    '^',
    'Tổng số',
    'Trực tuyến',
    'Trực tiếp',
    'Kỳ trước',
    'Tổng số',
    'Trước hạn',
    'Đúng hạn',
    'Quá hạn',
    'Tổng số',
    'Trong hạn',
    'Quá hạn',
  ],
];
const ROWS: Grid = [
  ['1', 'Hộ tịch', '10.361', '9.000', '1.300', '61', '10.300', '10.000', '290', '10', '61', '60', '1'],
  ['2', 'Chứng thực', '120', '20', '100', '0', '120', '120', '0', '0', '0', '0', '0'],
];

const WIDE = 60;
const HIGH = 20;
const TOP = 480;

/** A page across with a title, a grid drawn with lines, and a line below it. */
function printed(
  grid: Grid,
  over: readonly string[] = ['BÁO CÁO QUÝ III NĂM 2025', 'Đơn vị: UBND xã Ta Ma'],
): TextPage {
  const piece = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 4, size: 8 });
  const at = (row: number, column: number) => grid[row]?.[column];
  const rules = grid.flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const [left, top] = [20 + column * WIDE, TOP - row * HIGH];
      const level = (y: number) => ({ upright: false, at: y, from: left, to: left + WIDE });
      const upright = (x: number) => ({ upright: true, at: x, from: top - HIGH, to: top });
      return [
        ...(text === '^' ? [] : [level(top)]),
        ...(text === '>' ? [] : [upright(left)]),
        ...(at(row + 1, column) === undefined ? [level(top - HIGH)] : []),
        ...(cells[column + 1] === undefined ? [upright(left + WIDE)] : []),
      ];
    }),
  );
  const pieces = grid.flatMap((cells, row) =>
    cells.flatMap((text, column) =>
      text === '>' || text === '^' ? [] : [piece(text, 24 + column * WIDE, TOP - row * HIGH - 13)],
    ),
  );
  return {
    width: 842,
    height: 595,
    pieces: [...over.map((text, line) => piece(text, 24, 560 - line * 20)), ...pieces],
    rules,
  };
}

function read(...pages: readonly TextPage[]) {
  const at = '2025-10-16T08:00:00+07:00';
  const made = reportMade([{ name: '06a.pdf', book: pdfBook(pages) }], at);
  if (made.kind === 'refused') return made.reason;
  const seen = observe({ url: 'file:///06a.pdf', request: null, at, body: made.html }, null, '');
  const figures = seen.observations.map(({ unit, period, indicator, value }) =>
    [unit.name, period, indicator, value].join(' '),
  );
  return [...figures, ...seen.warnings];
}

describe('a report printed to PDF', () => {
  it('yields the figures of its form, for the unit and period above the grid', () => {
    const total = ['', 'TỔNG CỘNG', '10.481', '9.020', '1.400', '61', '10.420', '10.120', '290', '10', '61', '60', '1'];
    expect(read(printed([...HEAD, ...ROWS, total]))).toEqual([
      'UBND xã Ta Ma 2025-Q3 tiep-nhan 10481',
      'UBND xã Ta Ma 2025-Q3 dung-han 99.9',
      'UBND xã Ta Ma 2025-Q3 ho-so-truc-tuyen 86.56',
    ]);
  });

  it('is refused where its total is not that of its rows', () => {
    const total = ['', 'TỔNG CỘNG', '10.482', '9.020', '1.400', '61', '10.420', '10.120', '290', '10', '61', '60', '1'];
    expect(read(printed([...HEAD, ...ROWS, total]))[0]).toMatch(/Dòng tổng cộng của trang không bằng/);
  });

  it('without a grid yields nothing', () => {
    expect(read(printed([], ['BÁO CÁO QUÝ III NĂM 2025', 'Tiếp nhận 120 hồ sơ']))[0]).toMatch(/^Không tìm thấy/);
  });
});
