/** What of the results is printed: few columns, letters of 11 points or more on A4, a heading and room to sign. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal, Visit } from '../../../core/commune/calendar/journal.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { readAwards } from '../../../core/sheets/award-sheets.ts';
import { CHAIR_SHEET } from '../../../core/sheets/council/chair-sheet.ts';
import { TEXT, textValue } from '../../../core/sheets/council/look.ts';
import { tableSheet } from '../../../core/sheets/council/table-sheet.ts';
import { councilSheets } from '../../../core/sheets/council-book.ts';
import { readJournal } from '../../../core/sheets/journal-sheets.ts';
import { demoRun } from '../../fixtures/demo/demo-run.ts';

const run = demoRun();
/** The nominations and commendations in the demo's council book. */
const written = readBook(new Uint8Array(readFileSync('cli/demo/so-hoi-dong.xlsx')));
if (!written.ok) throw new Error(written.refusal.message);
const awards = readAwards(written.value, run.movement.audiences);
if (!awards.ok) throw new Error(awards.refusal.message);
const { ledger, nominations } = awards.value;
const { candidates } = gatherFacts(run, { ledger, nominations });
const urged: Visit = {
  ...{ day: '2025-11-06', kind: 'urging', unit: 'Hội Cựu chiến binh xã', who: 'Vì Thị Hoa', what: 'gửi báo cáo' },
  ...{ until: '2025-11-10', outcome: '' },
};
const yearBook = readJournal(written.value, run.register);
if (yearBook === null) throw new Error('no journal');
const journal: Journal = { ...yearBook, visits: [...yearBook.visits, urged] };
const sheets = [...councilSheets(run, { candidates, ledger, nominations, journal })];
/** Their print area holds something. */
const printed = sheets.filter(({ print }) => print!.area!.left === 0);
const named = (name: string) => sheets.find((sheet) => sheet.name === name)!;
const texts = (sheet: NewSheet) => sheet.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));

/** Pixels of a column as Excel sets it with Times New Roman 13 as the book's type: 9 a digit and 5 around. */
const columnPixels = (width: number) => Math.trunc(width * 9 + 5);
const PAPER = { portrait: 8.27, landscape: 11.69 } as const;

/** Its rows by the page of A4 on which they come to stand, the header repeated on each; `scale` = that of Excel. */
function pagesOf(sheet: NewSheet, scale = printedSize(sheet, 1)): readonly (readonly number[])[] {
  const { area, orientation, margins, titleRows, fitHeight, breaks = [] } = sheet.print!;
  if (fitHeight === 1) return [[]];
  const tall = PAPER[orientation === 'portrait' ? 'landscape' : 'portrait'];
  const room = (72 * (tall - margins!.top - margins!.bottom)) / scale;
  const heightOf = (row: number) => sheet.rowHeights?.get(row) ?? 17;
  const header = titleRows ? heightOf(titleRows[0]) : 0;
  const pages: number[][] = [[]];
  let used = 0;
  for (let row = area!.top; row <= area!.bottom; row += 1) {
    if (used + heightOf(row) > room || breaks.includes(row)) {
      pages.push([]);
      used = header;
    }
    used += heightOf(row);
    pages.at(-1)!.push(row);
  }
  return pages;
}

/** Points that letters of `size` have on the paper, once the sheet is as wide as the page. */
function printedSize(sheet: NewSheet, size: number): number {
  const { area, orientation, margins } = sheet.print!;
  let pixels = 0;
  for (let column = area!.left; column <= area!.right; column += 1)
    pixels += columnPixels(sheet.columnWidths?.get(column) ?? 8.43);
  const room = 96 * (PAPER[orientation] - margins!.left - margins!.right);
  return size * Math.min(1, room / pixels);
}

/** As LibreOffice sets it: columns are narrower there, so that pages end at other rows than in Excel. */
function scaleInLibreOffice({ print, columnWidths }: NewSheet): number {
  const { area, orientation, margins } = print!;
  let characters = 0;
  for (let column = area!.left; column <= area!.right; column += 1) characters += columnWidths?.get(column) ?? 8.43;
  return Math.min(1, ((PAPER[orientation] - margins!.left - margins!.right) * 11.07) / characters);
}

describe('a sheet of the results on paper', () => {
  it('prints everything about all units: sheets about a single unit, and empty sheets, are only for the screen', () => {
    const units = run.reports.length;
    const onScreen = sheets.filter((sheet) => !printed.includes(sheet));
    expect(onScreen.length).toBeGreaterThanOrEqual(units);
    for (const { name, cells, print } of onScreen) {
      const { left, right } = print!.area!;
      expect(
        cells.filter(({ column }) => column >= left && column <= right),
        name,
      ).toEqual([]);
    }
    expect(printed.map(({ name }) => name)).toEqual(
      expect.arrayContaining([CHAIR_SHEET, 'Theo dõi', 'Tổng hợp', 'Kết quả toàn xã', 'Xếp hạng', 'Cảnh báo']),
    );
  });

  it.each(printed.map((sheet) => [sheet.name, sheet] as const))('%s is read without a glass', (name, sheet) => {
    const { area, fitWidth } = sheet.print!;
    expect(fitWidth).toBe(1);
    if (name !== CHAIR_SHEET) {
      expect(area!.right + 1).toBeGreaterThanOrEqual(5);
      expect(area!.right + 1).toBeLessThanOrEqual(8);
      expect(sheet.print!.titleRows).toBeDefined();
    }
    expect(printedSize(sheet, name === CHAIR_SHEET ? 13 : 12)).toBeGreaterThanOrEqual(11);
  });

  it('is 25 pages for the 24 units, in Excel and in LibreOffice', () => {
    expect(run.register!.length).toBe(24);
    for (const scaleOf of [(sheet: NewSheet) => printedSize(sheet, 1), scaleInLibreOffice]) {
      const pages = printed.map((sheet) => `${sheet.name}: ${pagesOf(sheet, scaleOf(sheet)).length}`);
      expect(
        pages.reduce((sum, line) => sum + Number(line.split(': ')[1]), 0),
        pages.join('; '),
      ).toBeLessThanOrEqual(25);
    }
    // A register beside the board, and rows that wait for a figure, would be printed for nothing.
    for (const name of ['Đơn vị', 'Số liệu của xã', 'Đề cử']) expect(printed).not.toContain(named(name));
  });

  it('has heading, number and date, and its signer', () => {
    for (const sheet of sheets) {
      const said = texts(sheet);
      expect(said, sheet.name).toEqual(expect.arrayContaining(['UBND XÃ TA MA', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']));
      expect(said.join('\n'), sheet.name).toMatch(/Số: ………[\s\S]*ngày …… tháng …… năm/);
    }
    for (const name of [
      'Theo dõi',
      'Tổng hợp',
      'Kết quả toàn xã',
      'Xếp hạng',
      'Cảnh báo',
      'Đề nghị khen thưởng',
      'Bản Nà Đắng',
    ])
      expect(texts(named(name)), name).toEqual(expect.arrayContaining(['TM. HỘI ĐỒNG', 'CHỦ TỊCH']));
    // Whoever signs, signs on what is printed, above everything that only the screen shows.
    for (const { name, cells, print, tables = [] } of printed)
      for (const { row, column, value } of cells)
        if (value.kind === 'text' && value.text === 'TM. HỘI ĐỒNG') {
          const { bottom, right } = print!.area!;
          expect([row + 4 <= bottom, column <= right], name).toEqual([true, true]);
          expect(
            tables.every(({ range }) => range.bottom < row),
            name,
          ).toBe(true);
        }
    expect(texts(named('Xếp hạng'))).toContainEqual(expect.stringContaining('Thứ hạng xếp theo tỷ lệ điểm'));
  });

  it('cuts no line of its head off at the edge of the paper', () => {
    for (const { name, cells, print, merges = [], columnWidths, rowHeights, freeze } of printed) {
      if (name === CHAIR_SHEET) continue;
      const { right } = print!.area!;
      for (const { row, column, value } of cells) {
        if (row >= freeze!.rows - 1 || column > right || value.kind !== 'text') continue;
        const merge = merges.find((merge) => merge.top === row && merge.left === column);
        let room = 0;
        for (let at = column; at <= (merge?.right ?? right); at += 1) room += columnWidths?.get(at) ?? 8.43;
        const letter = value.text === value.text.toLocaleUpperCase('vi') ? 1.15 : 0.9;
        const lines = Math.max(1, Math.floor((rowHeights?.get(row) ?? 16) / 16));
        expect(value.text.length * letter, `${name}: ${value.text}`).toBeLessThanOrEqual(room * lines);
      }
    }
  });

  it('prints no key of ours', () => {
    const codes = /[a-z]+-[a-z]+:|[0-9a-f]{16}|^(?:village|agency|school)$/;
    for (const { name, cells, print } of printed) {
      const shown = cells.filter(({ column }) => column <= print!.area!.right);
      for (const { value } of shown) if (value.kind === 'text') expect(value.text, name).not.toMatch(codes);
    }
  });

  it('groups units by what they are', () => {
    const column = (sheet: NewSheet, at: number) =>
      sheet.cells.filter((cell) => cell.column === at && cell.row > 6 && cell.style?.border).map(({ value }) => value);
    for (const kinds of [column(named('Theo dõi'), 1), column(named('Tổng hợp'), 2), column(named('Xếp hạng'), 0)]) {
      const all = kinds.flatMap((value) => (value.kind === 'text' ? [value.text] : []));
      const changes = all.filter((kind, index) => kind !== all[index - 1]);
      expect(new Set(changes).size).toBe(changes.length);
    }
  });
});

describe('signatures under a table', () => {
  const rowsDrawn = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 70 });
  const lists = fc.record({ rows: rowsDrawn, notes: fc.nat(3), above: fc.nat(2) });

  it('never stand on a page without two rows of it, or with a single high row, in Excel and in LibreOffice', () => {
    fc.assert(
      fc.property(lists, ({ rows, notes, above }) => {
        const sheet = tableSheet({
          ...{ name: 'A', title: 'A', subtitle: 'A', table: null, above: { rows: above, cells: [] } },
          columns: [4, 20, 40, 12, 40].map((width) => ({ title: 'Cột', width, style: TEXT })),
          rows: rows.map((letters) => [null, null, 'chữ '.repeat(letters / 4)].map(textValue)),
          paper: {
            ...{ office: { commune: 'xã A', place: 'A' }, columns: 5, signed: true },
            notes: Array.from({ length: notes }, (_, at) => `Ghi chú ${at}`),
          },
        });
        const header = sheet.print!.titleRows![0];
        const [first, last] = [header + 1, header + rows.length];
        for (const scale of [printedSize(sheet, 1), scaleInLibreOffice(sheet)]) {
          const end = pagesOf(sheet, scale).at(-1)!;
          const own = end.filter((row) => row >= first && row <= last);
          const isHigh = rows.slice(-2).some((letters) => letters > 300);
          expect(own.length).toBeGreaterThanOrEqual(isHigh ? 1 : Math.min(2, rows.length));
          for (let row = last + 1; row <= sheet.print!.area!.bottom; row += 1) expect(end).toContain(row);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the board', () => {
  it('shows the state of every unit’s report, and what to write to awaited units', () => {
    const board = named('Theo dõi');
    const lines = new Map<number, string[]>();
    for (const { row, value } of board.cells)
      if (value.kind === 'text') lines.set(row, [...(lines.get(row) ?? []), value.text]);
    const of = (unit: string) => [...lines.values()].find((line) => line.includes(unit))!;
    expect(of('Hội Cựu chiến binh xã').slice(2, -1)).toEqual([
      ...['Chưa nộp', 'chưa nộp, quá hạn 2 ngày (hạn hết ngày 04/11/2025)'],
      'Đôn đốc ngày 06/11/2025: gửi báo cáo; hạn 10/11/2025',
    ]);
    expect(of('Hội Cựu chiến binh xã').at(-1)).toMatch(/^Kính gửi Hội Cựu chiến binh xã: .*Trân trọng\.$/);
    expect(of('Bản Nà Tao').slice(2)).toEqual(['Nộp muộn', 'nhận ngày 05/11/2025, muộn 1 ngày']);
    const units = run.register!.filter(({ registered, received }) => registered || received !== null);
    for (const { name } of units) expect([...lines.values()].filter((line) => line.includes(name))).toHaveLength(1);
  });
});

const LONG = 'Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Ta Ma';

describe('the page a chair reads', () => {
  const page = sheets[0]!;
  const said = texts(page);

  it('comes first, on one page of A4', () => {
    expect(page.name).toBe(CHAIR_SHEET);
    expect(page.print).toMatchObject({ orientation: 'portrait', fitWidth: 1, fitHeight: 1 });
    const height = Array.from({ length: page.print!.area!.bottom + 1 }, (_, row) => page.rowHeights!.get(row)!);
    const room = 72 * (11.69 - page.print!.margins!.top - page.print!.margins!.bottom);
    expect((13 * room) / height.reduce((sum, number) => sum + number, 0)).toBeGreaterThanOrEqual(11);
  });

  it('names every ranked unit once, with its share, the places it can still take, and every criterion', () => {
    for (const { unit } of run.rankings) expect(said.filter((text) => text === unit)).toHaveLength(1);
    const row = page.cells.find(({ value }) => value.kind === 'text' && value.text === 'Bản Hua Sát')!.row;
    const line = page.cells
      .filter((cell) => cell.row === row)
      .map(({ value }) => (value.kind === 'text' ? value.text : ''));
    expect(line.slice(0, 6)).toEqual(['12 (1–12)', 'Bản Hua Sát', '0', '●────────┤', '0!', '0!']);
  });

  it('breaks long names between words where they stand, and runs the codes upwards in the size of the page', () => {
    const rankings = run.rankings.map((ranking, at) => (at === 0 ? { ...ranking, unit: LONG } : ranking));
    const reports = run.reports.map((report) =>
      report.unit === run.rankings[0]!.unit && report.score
        ? { ...report, unit: LONG, score: { ...report.score, unit: LONG } }
        : report,
    );
    const [long] = [...councilSheets({ ...run, rankings, reports })] as [NewSheet];
    const name = long.cells.find(({ value }) => value.kind === 'text' && value.text === LONG)!;
    expect([name.style?.wrap, long.rowHeights!.get(name.row)]).toEqual([true, 48]);
    const codes = page.cells.filter(({ value, style }) => style?.rotated && value.kind === 'text');
    expect(codes.length).toBeGreaterThan(20);
    for (const { row, style, value } of codes) {
      expect(style?.fontSize).toBe(13);
      expect(page.rowHeights!.get(row)).toBeGreaterThanOrEqual(7 * (value.kind === 'text' ? value.text.length : 0));
    }
  });

  it('cuts off no place and no drawn line', () => {
    // Digits are half as wide as the letters' size, drawn letters six tenths; the columns' digits are 9 pixels.
    const roomOf = (column: number) => columnPixels(page.columnWidths!.get(column)!) - 6;
    for (const { column, value, style } of page.cells) {
      if (value.kind !== 'text') continue;
      const pixels = ((style?.fontSize ?? 13) * 4) / 3;
      if (column === 0 && /^\d+(?: \(\d+–\d+\))?$/.test(value.text))
        expect(value.text.replace(/[ ()]/g, '').length * 0.5 * pixels + 15).toBeLessThanOrEqual(roomOf(0) + 9);
      if (style?.fontName === 'Courier New')
        expect(value.text.length * 0.6 * pixels).toBeLessThanOrEqual(roomOf(column));
    }
  });

  it('states what is decided today, which units reported and in time, and the state of the targets', () => {
    expect(said).toContain(
      'Đã gửi 23/24 đơn vị (chưa gửi: Hội Cựu chiến binh xã). Đúng hạn (hết ngày 04/11/2025) 22; muộn 1 (Bản Nà Tao).',
    );
    expect(said).toContain('• Bản Hua Sát: 1 nội dung, có thể đổi xếp loại, thứ hạng, khen thưởng (0–100 % điểm).');
    expect(said).toContain('• Chấm tiêu chí do Hội đồng cho điểm ở 23 phiếu.');
    expect(said.join('\n')).toMatch(
      /Chỉ tiêu: 31 \(● đạt 5; ○ chưa đạt 1; ◊ chưa đủ số liệu 8; – không có nguồn số liệu 3; ▷ chưa đến hạn 14\)/,
    );
    // What is due in 2030 is not judged in 2025.
    expect(said.join('\n')).not.toContain('48,38 % (trên 70 %)');
  });

  it('shows by a sign what the colour shows', () => {
    const colours = new Map<string, Set<string>>();
    for (const { row, column, value, style } of page.cells)
      if (row > 10 && column > 3 && value.kind === 'text' && style?.fill && /^(?:●|\d+)[!?…]?$/.test(value.text))
        colours.set(style.fill, (colours.get(style.fill) ?? new Set()).add(value.text));
    expect(colours.get('C6E0B4')).toEqual(new Set(['●']));
    for (const text of colours.get('FFC7CE') ?? []) expect(Number.parseInt(text, 10)).toBeLessThan(50);
  });
});
