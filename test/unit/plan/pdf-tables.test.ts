/**
 * Tables drawn on pages like those of office programs, composed at random: each row is a line with tabs, whatever its
 * cells hold and wherever it is. Frames and underlines are no tables.
 */
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../core/plan/file/pdf-grids.ts';
import { pdfLines, pdfParagraphs, type TextPage, type TextPiece } from '../../../core/plan/file/pdf-lines.ts';
import { COVERED_FROM_ABOVE, COVERED_FROM_LEFT } from '../../../core/plan/layout/written-grid.ts';
import { type Random, random } from '../../fixtures/random.ts';

const SIZE = 12;
const LEADING = 15;
const PAD = 3;
const LETTER = 6;
const LEFT = 72;
const HEIGHT = 842;

/** A cell over `columns` × `rows` of the table's. */
interface Cell {
  readonly lines: readonly string[];
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}
type Row = readonly Cell[];

const cell = (text: string, column: number, columns = 1, rows = 1): Cell => ({
  lines: text === '' ? [] : text.split('/'),
  column,
  columns,
  rows,
});
const level = (at: number, from: number, to: number): Rule => ({ upright: false, at, from, to });
const upright = (at: number, from: number, to: number): Rule => ({ upright: true, at, from, to });
const piece = (text: string, x: number, y: number): TextPiece => ({
  text,
  x,
  y,
  width: text.length * LETTER,
  size: SIZE,
});

function page(pieces: readonly TextPiece[], rules: readonly Rule[]): TextPage {
  return { width: 595, height: HEIGHT, pieces, rules };
}

/** `start`, and where each of the steps behind it ends. */
function sums(start: number, steps: readonly number[]): readonly number[] {
  const all = [start];
  for (const step of steps) all.push(all.at(-1)! + step);
  return all;
}

/** The rows from `top` down; `isCentred` = upright in the cell. Whole rules, or each cell's own with gaps of half a point. */
function drawn(rows: readonly Row[], columns: readonly number[], top: number, isCentred: boolean, isWhole: boolean) {
  const xs = sums(LEFT, columns);
  const tall = rows.map((row) => Math.max(...row.map(({ lines, rows: over }) => lines.length / over), 1) * LEADING + 6);
  const ys = sums(
    top,
    tall.map((height) => -height),
  );
  const pieces: TextPiece[] = [];
  const rules: Rule[] = [];
  for (const [at, row] of rows.entries())
    for (const { lines, column, columns: wide, rows: high } of row) {
      const [left, right, upper, lower] = [xs[column]!, xs[column + wide]!, ys[at]!, ys[at + high]!];
      const spare = isCentred ? (upper - lower - 6 - lines.length * LEADING) / 2 : 0;
      for (const [number, line] of lines.entries())
        pieces.push(piece(line, left + PAD, upper - 3 - spare - number * LEADING - SIZE));
      const gap = isWhole ? 0 : 0.5;
      for (const y of [upper, lower]) rules.push(level(y, left + gap, right - gap));
      for (const x of [left, right]) rules.push(upright(x, lower + gap, upper - gap));
    }
  return { pieces, rules, foot: ys.at(-1)! };
}

/** As a Word file's table is written: each place a wider or taller cell covers has the mark of where it is covered from. */
function said(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.flatMap((row) => row.map(({ column, columns }) => column + columns)));
  const lines = rows.map(() => Array.from({ length: width }, () => ''));
  for (const [at, row] of rows.entries())
    for (const { lines: words, column, columns, rows: high } of row)
      for (let below = 0; below < high; below++)
        for (let place = 0; place < columns; place++)
          lines[at + below]![column + place] =
            below > 0 ? COVERED_FROM_ABOVE : place > 0 ? COVERED_FROM_LEFT : words.join(' ');
  return lines.map((line) => line.join('\t'));
}

const WORDS = ['Tỷ lệ', 'hồ sơ', 'trực tuyến', '≥ 80', '1.250', 'thôn', '%', 'Phòng', '30/6/2026', '2'];

function composed({ between, pick }: Random) {
  const columns = Array.from({ length: between(2, 7) }, () => between(60, 90));
  const body = Array.from({ length: between(2, 5) }, (_, row) =>
    columns.map((_width, column) => {
      const words = column === 0 ? [`${row + 1}`] : Array.from({ length: between(1, 4) }, () => pick(WORDS));
      return cell(words.join('/'), column);
    }),
  );
  const last = columns.length - 1;
  const simple = [columns.map((_width, column) => cell(`Cột ${column}`, column))];
  const merged = [
    [cell('TT', 0, 1, 2), cell('Chỉ tiêu/các năm', 1, last)],
    Array.from({ length: last }, (_, at) => cell(`Năm/202${at}`, at + 1)),
  ];
  return { columns, head: pick([simple, merged]), body };
}

describe('a table on a page', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('is its rows, a line each (%i)', (seed) => {
    const source = random(seed);
    const { columns, head, body } = composed(source);
    const isWhole = source.between(0, 1) === 0;
    const isCentred = source.between(0, 1) === 0;
    const first = drawn([...head, ...body], columns, 700, isCentred, isWhole);
    const isHeaded = source.between(0, 1) === 0;
    const more = body
      .slice(0, source.between(1, 3))
      .map(([, ...row], at) => [cell(`${body.length + at + 1}`, 0), ...row]);
    const next = drawn(isHeaded ? [...head, ...more] : more, columns, 780, isCentred, isWhole);
    const pages = [
      page([piece('Các chỉ tiêu:', LEFT, 720), ...first.pieces, piece('1', 290, 30)], first.rules),
      page([...next.pieces, piece('Nơi nhận:', LEFT, next.foot - 40), piece('2', 290, 30)], next.rules),
    ];
    const expected = ['Các chỉ tiêu:', ...said([...head, ...body]), ...said(more), 'Nơi nhận:'];
    expect(pdfLines(pages).split('\n')).toEqual(expected);
    for (const { text, pieces } of pdfParagraphs(pages))
      for (const { piece: placed, at } of pieces) expect(text.slice(at, at + placed.text.length)).toBe(placed.text);
  });

  it('makes a row whole that the page parted', () => {
    const columns = [40, 120, 60];
    const upper = drawn([[cell('1', 0), cell('Tỷ lệ hồ sơ/trực tuyến', 1), cell('80%', 2)]], columns, 100, false, true);
    const lower = drawn(
      [[cell('', 0), cell('toàn trình', 1), cell('', 2)], ['2', 'Số thôn', '12'].map((text, at) => cell(text, at))],
      columns,
      780,
      false,
      true,
    );
    expect(pdfLines([page(upper.pieces, upper.rules), page(lower.pieces, lower.rules)]).split('\n')).toEqual([
      '1\tTỷ lệ hồ sơ trực tuyến toàn trình\t80%',
      '2\tSố thôn\t12',
    ]);
  });

  it('parts words that come as one piece over two cells', () => {
    const empty = [cell('', 0), cell('', 1)];
    const { rules } = drawn([empty, empty], [66, 80], 700, false, true);
    const pieces = [piece('câu lạc bộ 35', LEFT + PAD, 685), piece('sản phẩm 4', LEFT + PAD + 6, 664)];
    expect(pdfLines([page(pieces, rules)])).toBe('câu lạc bộ\t35\nsản phẩm\t4');
  });

  it('needs no rules at its sides', () => {
    const rules = [...[700, 660, 620].map((y) => level(y, 72, 300)), upright(180, 620, 700)];
    const pieces = [piece('Số thôn', 80, 680), piece('12', 190, 680), piece('Số hộ', 80, 640), piece('900', 190, 640)];
    expect(pdfLines([page(pieces, rules)])).toBe('Số thôn\t12\nSố hộ\t900');
  });
});

describe('no table', () => {
  const pieces = [
    piece('Phấn đấu đến hết năm 2026 có ít nhất tám mươi phần trăm số hộ gia đình', 72, 700),
    piece('có đường truyền cáp quang.', 72, 685),
    piece('UBND XÃ', 72, 640),
    piece('CỘNG HÒA', 330, 640),
  ];
  const frame = (left: number, right: number, bottom: number, top: number) => [
    level(bottom, left, right),
    level(top, left, right),
    upright(left, bottom, top),
    upright(right, bottom, top),
  ];
  it.each([
    ['the frame of the page, single or double', [...frame(40, 555, 40, 800), ...frame(36, 559, 36, 804)]],
    ['frames one below the other', [...frame(60, 560, 670, 720), ...frame(60, 560, 630, 670)]],
    ['underlines and rules across the page', [level(698, 72, 300), level(638, 72, 130), level(638, 330, 390)]],
    ['a chart of boxes', [...frame(60, 560, 670, 720), ...frame(60, 160, 630, 655), upright(110, 655, 670)]],
    ['a drawing', Array.from({ length: 1100 }, (_, at) => (at % 2 ? level : upright)(at * 3, at * 2, at * 2 + 40))],
  ])('is %s', (_what, rules) => {
    expect(pdfLines([page(pieces, rules)])).toBe(pdfLines([page(pieces, [])]));
  });
});
