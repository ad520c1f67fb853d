/** Grids: a file's tables, from any kind of file; spans, several heading rows, tables within tables, struck words. */
import { describe, expect, it } from 'vitest';
import { documentText } from '../../../core/plan/document/document-text.ts';
import { headOf } from '../../../core/plan/document/grid-head.ts';
import { type Grid, gridsOf, type PlacedCell } from '../../../core/plan/document/grids.ts';
import type { Block, GridBlock, Paragraph } from '../../../core/plan/document/plan-document.ts';
import { readPlanText } from '../../../core/plan/layout/plan-text.ts';
import { random } from '../../fixtures/random.ts';

const words = (text: string, look = {}): Paragraph => ({ kind: 'paragraph', label: '', runs: [{ text, ...look }] });
const cell = (column: number, text: string, across = 1, down = 1) => ({ column, across, down, blocks: [words(text)] });
const grid = (...rows: GridBlock['rows']): GridBlock => ({ kind: 'grid', rows });
const textOf = (...blocks: Block[]) => readPlanText(documentText({ blocks }));
const only = (grids: readonly Grid[]): Grid => {
  expect(grids).toHaveLength(1);
  return grids[0]!;
};
const texts = ({ rows }: Grid) => rows.map((row) => row.map(({ text }) => text));

const YEARS = grid(
  [cell(0, 'TT', 1, 2), cell(1, 'Chỉ tiêu', 1, 2), cell(2, 'Lộ trình', 2), cell(4, 'Cơ quan chủ trì', 1, 2)],
  [cell(2, '2026'), cell(3, '2027')],
  [cell(0, '1'), cell(1, 'Tỷ lệ hồ sơ trực tuyến'), cell(2, '70'), cell(3, '75'), cell(4, 'TTPVHCC')],
);

describe('grids of a text', () => {
  it('keep what each cell covers, and join the storeys of a heading down their columns', () => {
    const text = textOf(words('I. CHỈ TIÊU'), YEARS, words('II. TỔ CHỨC THỰC HIỆN'));
    const found = only(gridsOf(text));
    expect(headOf(found)).toEqual({
      rows: 2,
      names: ['TT', 'Chỉ tiêu', 'Lộ trình 2026', 'Lộ trình 2027', 'Cơ quan chủ trì'],
    });
    expect(found.rows[1]?.[1]).toMatchObject({ text: 'Chỉ tiêu', row: 0, down: 2 });
    expect(found.rows[0]?.[3]).toMatchObject({ text: 'Lộ trình', column: 2, across: 2 });
    expect(text.flat.slice(found.from, found.to).trim()).toMatch(/^TT .*TTPVHCC$/);
  });

  it('join storeys without knowing spans, as text pasted from a sheet has none', () => {
    const pasted = 'TT\tChỉ tiêu\tĐVT\tLộ trình\t\tChủ trì\n\t\t\t2026\t2027\t\n1\tTỷ lệ hồ sơ\t%\t70\t75\tTTPVHCC';
    expect(headOf(only(gridsOf(readPlanText(pasted))))).toEqual({
      rows: 2,
      names: ['TT', 'Chỉ tiêu', 'ĐVT', 'Lộ trình 2026', 'Lộ trình 2027', 'Chủ trì'],
    });
  });

  it.each([
    ['bars', '| TT | Chỉ tiêu | Mức |\n|----|---|---|\n| 1 | Hộ có cáp quang | ≥ 80% |\n| 2 | Thôn thông minh | 2 |'],
    ['bars without edges', 'TT | Chỉ tiêu | Mức\n1 | Hộ có cáp quang | ≥ 80%\n2 | Thôn thông minh | 2'],
    ['tabs', 'TT\tChỉ tiêu\tMức\n1\tHộ có cáp quang\t≥ 80%\n2\tThôn thông minh\t2'],
    ['blanks', 'TT  Chỉ tiêu           Mức\n1   Hộ có cáp quang    ≥ 80%\n2   Thôn thông minh    2'],
  ])('are found between %s', (_, text) => {
    const found = only(gridsOf(readPlanText(text)));
    expect(texts(found)).toEqual([
      ['TT', 'Chỉ tiêu', 'Mức'],
      ['1', 'Hộ có cáp quang', '≥ 80%'],
      ['2', 'Thôn thông minh', '2'],
    ]);
    expect(headOf(found).rows).toBe(1);
  });

  it('say where each cell stands in the running text', () => {
    const text = readPlanText('Mở đầu.\n| TT | Chỉ tiêu | Mức |\n| 1 | Hộ có 80 máy | 80 |');
    const cells = only(gridsOf(text)).rows.flat();
    for (const { text: own, start } of cells) expect(text.flat.slice(start, start + own.length)).toBe(own);
    expect(new Set(cells.map(({ start }) => start)).size).toBe(cells.length);
  });

  it('are parted from a table within a cell, and a frame of one column is none', () => {
    const within = grid(
      [cell(0, '1'), cell(1, 'Tỷ lệ hồ sơ'), cell(2, '85')],
      [cell(0, '2'), cell(1, 'Số lớp'), cell(2, '12')],
    );
    const text = textOf(grid([{ column: 0, across: 1, down: 1, blocks: [words('Chỉ tiêu:'), within, words('Hết.')] }]));
    expect(texts(only(gridsOf(text)))).toEqual([
      ['1', 'Tỷ lệ hồ sơ', '85'],
      ['2', 'Số lớp', '12'],
    ]);
    expect(text.lines.map(({ start, end }) => text.flat.slice(start, end))).toContain('Chỉ tiêu:');
  });

  it('keep the paragraphs of a cell apart', () => {
    const how = { column: 1, across: 1, down: 1, blocks: [words('Họp 4 lần: 20 điểm'), words('Còn lại: 0 điểm')] };
    const found = only(gridsOf(textOf(grid([cell(0, 'Chỉ số'), cell(1, 'Cách chấm')], [cell(0, 'Họp'), how]))));
    expect(found.rows[1]?.[1]).toMatchObject({
      text: 'Họp 4 lần: 20 điểm Còn lại: 0 điểm',
      lines: ['Họp 4 lần: 20 điểm', 'Còn lại: 0 điểm'],
    });
  });

  it('are none of labels with a tab behind them', () => {
    expect(gridsOf(readPlanText('I.\tMỤC ĐÍCH\n1.\tYêu cầu\n-\tHọp thôn'))).toEqual([]);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('give back any grid as it was drawn (%i)', (seed) => {
    const { between, pick } = random(seed);
    const [width, height] = [between(2, 6), between(2, 5)];
    const taken = Array.from({ length: height }, () => new Array<Drawn | null>(width).fill(null));
    const rows = Array.from({ length: height }, (_, row) => {
      const own: Drawn[] = [];
      for (let column = 0; column < width; column++) {
        if (taken[row]![column]) continue;
        let free = 1;
        while (column + free < width && !taken[row]![column + free]) free++;
        const across = between(1, column === 0 ? Math.min(free, width - 1) : free);
        const down = column === 0 ? 1 : between(1, height - row);
        const item = {
          column,
          row,
          across,
          down,
          text: `${pick(['Tỷ lệ', 'Số', '≥ 80%', 'Năm 2026'])} ${row} ${column}`,
        };
        for (let y = row; y < row + down; y++) for (let x = column; x < column + across; x++) taken[y]![x] = item;
        own.push(item);
      }
      return own;
    });
    const drawn = rows.map((row) => row.map(({ column, across, down, text }) => cell(column, text, across, down)));
    const found = only(gridsOf(textOf(grid(...drawn))));
    const shape = ({ text, column, row, across, down }: Drawn | PlacedCell) => ({ text, column, row, across, down });
    expect(found.rows.map((row) => row.map(shape))).toEqual(taken.map((row) => row.map((drawn) => shape(drawn!))));
  });

  interface Drawn {
    readonly text: string;
    readonly column: number;
    readonly row: number;
    readonly across: number;
    readonly down: number;
  }
});

describe('words struck out', () => {
  it('are recognised and are no part of the text', () => {
    const runs = [{ text: 'Đạt ' }, { text: '80', struck: true }, { text: '85% hộ' }, { text: '1', raised: true }];
    const text = textOf({ kind: 'paragraph', label: '1.', runs: [...runs, { text: ' ẩn', hidden: true }] });
    expect(text.flat.trim()).toBe('1. Đạt 85% hộ');
    expect(text.struck).toEqual([{ text: '80', offset: 9 }]);
  });
});

describe('tables that follow each other', () => {
  const TABLES = [
    ['Nội dung\tĐiểm', 'Kê khai VNeID\t60', 'Tập huấn kỹ năng\t40', 'Cộng\t100'],
    ['Tổng điểm\tXếp loại', '90 - 100\tXuất sắc', '75 - 89\tTốt'],
    ['Đối tượng\tSố lượng', 'Thôn\t3', 'Cá nhân\t5'],
  ];
  const grids = (lines: string) => gridsOf(readPlanText(`I. CHẤM ĐIỂM\n${lines}\nII. TỔ CHỨC\n`));
  it.each(['\t', ' | '])('are grids of their own with “%s” between their cells, in any order', (gap) => {
    for (let seed = 1; seed <= 30; seed++) {
      const { pick } = random(seed);
      const own = [pick(TABLES), pick(TABLES)].map((table) => table.map((row) => row.replaceAll('\t', gap)));
      const found = grids(own.map((table) => table.join('\n')).join('\n\n'));
      // The same heading again is the same table on the next page.
      expect([seed, found.length]).toEqual([seed, own[0]![0] === own[1]![0] ? 1 : 2]);
    }
  });

  it('stay whole where an empty line parts a group, or each row', () => {
    const rows = ['TT\tTiêu chí\tĐiểm', '1\tCó kế hoạch\t60', 'II\tHẠ TẦNG\t', 'II\tHẠ TẦNG\tKhác', '2\tCó mạng\t40'];
    expect(grids(rows.join('\n\n'))).toHaveLength(1);
    expect(grids(`${rows.slice(0, 2).join('\n')}\n\n${rows.slice(2).join('\n')}`)).toHaveLength(1);
    expect(grids(`${rows.slice(0, 3).join('\n')}\n\n${rows.slice(3).join('\n')}`)).toHaveLength(1);
  });
});
