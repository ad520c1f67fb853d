/**
 * "Hồ sơ phong trào": the written dossier reads back as the same movement; rows may be moved; a fault costs its row and
 * is reported at its cell.
 */

import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dossierBook, dossierSheets } from '../../../core/dossier/dossier-sheets.ts';
import { questionsOf } from '../../../core/dossier/questions.ts';
import { type Dossier, readDossier } from '../../../core/dossier/read-dossier.ts';
import { readScanPictures } from '../../../core/dossier/read-scan-pictures.ts';
import { type Movement, movementSchema } from '../../../core/movement/movement.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import { greyPng } from '../../../core/plan/file/scan/png.ts';
import { type Book, type Cell, cellAt, type Sheet } from '../../../core/sheet/grid/sheet.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { drawn } from '../../draws.ts';
import { movement } from '../../fixtures/dossier/movements.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;

function bookOf(movement: Movement): Book {
  const book = readBook(dossierBook(movement));
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value;
}

function never(): never {
  throw new Error('no book');
}

function opened(book: Book): Dossier {
  const read = readDossier(book);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

/** The book with one sheet's rows changed. */
function edited(
  book: Book,
  name: string,
  change: (rows: [number, readonly Cell[]][]) => [number, readonly Cell[]][],
): Book {
  const sheets = book.sheets.map(
    (sheet): Sheet => (sheet.name === name ? { ...sheet, rows: new Map(change([...sheet.rows])) } : sheet),
  );
  return { ...book, sheets };
}

/** The column under a title of the third row. */
function columnOf(book: Book, name: string, title: string): number {
  const sheet = book.sheets.find((sheet) => sheet.name === name)!;
  return sheet.rows.get(2)!.find(({ value }) => value === title)!.column;
}

/** The book with one cell retyped. */
function typed(book: Book, name: string, row: number, title: string, value: string | number): Book {
  const column = columnOf(book, name, title);
  return edited(book, name, (rows) =>
    rows.map(([at, cells]) => [
      at,
      at === row ? [...cells.filter((cell) => cell.column !== column), { row, column, value }] : cells,
    ]),
  );
}

describe('the dossier of a movement', () => {
  it.each(MOVEMENTS.map((item) => [item.id, item] as const))('loses nothing of %s', (_, item) => {
    const { movement: read, faults } = opened(bookOf(item));
    expect(faults).toEqual([]);
    expect(read).toEqual(item);
  });

  it('loses nothing of any movement', () => {
    fc.assert(
      fc.property(movement, (item) => {
        expect(movementSchema.parse(item)).toEqual(item);
        const { movement: read, faults } = opened(bookOf(item));
        expect(faults).toEqual([]);
        expect(read).toEqual(item);
      }),
      { numRuns: drawn(15, 40) },
    );
  });

  it('has the five sheets first, all its words Vietnamese, lists where there is a choice', () => {
    const book = bookOf(TA_MA);
    expect(book.sheets.slice(0, 5).map(({ name }) => name)).toEqual([
      'Phong trào',
      'Chỉ tiêu',
      'Tiêu chí',
      'Định mức khen',
      'Đơn vị',
    ]);
    const texts = book.sheets.flatMap((sheet) =>
      [...sheet.rows.values()].flat().flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
    );
    const codes =
      /^(?:gte?|lte?|eq|soft|percentage|higher|lower|drop(?:-confirmed)?|required|optional|unit|village|yearly|collective|unit-report)$/;
    expect(texts.filter((text) => codes.test(text))).toEqual([]);
    expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  });

  it('reads rows in another order, with new rows and empty rows between them', () => {
    const book = bookOf(TA_MA);
    const moved = edited(book, 'Chỉ tiêu', (rows) => {
      const [head, body] = [rows.slice(0, 3), rows.slice(3).filter(([, cells]) => cells.some((cell) => cell.value))];
      return [...head, ...body.reverse().map(([, cells], at): [number, readonly Cell[]] => [5 + 2 * at, cells])];
    });
    const read = opened(moved);
    expect(read.faults).toEqual([]);
    expect(read.movement.targets).toEqual([...TA_MA.targets].reverse());
  });

  it('keeps a rule that nobody understands: the council grades by it, and a question says so', () => {
    const book = bookOf(TA_MA);
    const row = [...book.sheets.find(({ name }) => name === 'Tiêu chí')!.rows].find(
      ([at, cells]) => at > 2 && cells[0]!.value === 'Tiêu chí',
    )![0];
    const read = opened(typed(book, 'Tiêu chí', row, 'Cách chấm', 'chấm linh hoạt theo tình hình'));
    const kept = read.movement.criteriaSets.flatMap(({ criteria }) => criteria).filter(({ rule }) => 'words' in rule);
    expect(read.faults).toEqual([]);
    expect(kept.map(({ rule }) => rule)).toEqual([
      { kind: 'council-graded', by: 'council', words: 'chấm linh hoạt theo tình hình' },
    ]);
    const questions = questionsOf(read.movement).filter(({ message }) => message.includes('giữ nguyên lời kế hoạch'));
    expect(questions.map(({ message }) => message)).toEqual([expect.stringContaining(`tiêu chí ${kept[0]!.code} `)]);
    expect(read.placeOf(questions[0]!)?.sheet).toBe('Bộ tiêu chí');
  });

  it.each([
    ['Tiêu chí', 'Điểm tối đa', 'mười', /^Cột “Điểm tối đa”: Ghi số điểm/],
    ['Tiêu chí', 'Khi không phát sinh', 'tùy', /^Cột “Khi không phát sinh”: “tùy” không có trong danh sách/],
    ['Chỉ tiêu', 'So sánh', 'khoảng', /^Cột “So sánh”: “khoảng” không có trong danh sách/],
    ['Chỉ tiêu', 'Đến ngày', '31/02/2025', /^Cột “Đến ngày”: Ghi ngày như/],
    ['Định mức khen', 'Tối đa', 2.5, /^Cột “Tối đa”: Ghi số nguyên, không phải 2,5/],
    [
      'Định mức khen',
      'Cho',
      'Doanh trại',
      /“Doanh trại” không phải đối tượng nào của phong trào. Ghi một trong: Tập thể/,
    ],
    ['Lịch', 'Thời hạn', 'khi nào xong', /^Cột “Thời hạn”: Không hiểu thời hạn “khi nào xong”/],
  ])('a fault in %s, %s costs that row only', (sheet, title, value, sentence) => {
    const book = bookOf(TA_MA);
    const row = [...book.sheets.find(({ name }) => name === sheet)!.rows].find(
      ([at, cells]) =>
        at > 2 &&
        cells.some((cell) => cell.value !== null && cell.value !== 'Nhóm' && cell.column === 0) &&
        cells[0]!.value !== 'Nhóm',
    )![0];
    const read = opened(typed(book, sheet, row, title, value));
    expect(read.faults).toHaveLength(1);
    const [fault] = read.faults;
    expect(fault!.message).toMatch(sentence);
    expect(fault!.sheet).toBe(sheet);
    expect(fault!.cell).toMatch(new RegExp(`^[A-Z]+${row + 1}$`));
    const count = (item: Movement) =>
      item.targets.length +
      item.quotas.length +
      item.calendar.length +
      item.criteriaSets.reduce((sum, set) => sum + set.criteria.length, 0);
    expect(count(read.movement)).toBe(count(TA_MA) - 1);
  });

  it('names a target by its code alone: the figure is the plan’s', () => {
    const book = bookOf(TA_MA);
    const sheet = book.sheets.find(({ name }) => name === 'Tiêu chí')!;
    const column = columnOf(book, 'Tiêu chí', 'Theo chỉ tiêu');
    const row = [...sheet.rows.keys()].find((at) => at > 2 && cellAt(sheet, at, column)?.value)!;
    const blank = typed(
      typed(typed(book, 'Tiêu chí', row, 'So sánh', ''), 'Tiêu chí', row, 'Mức cần đạt', ''),
      'Tiêu chí',
      row,
      'Đến ngày',
      '',
    );
    expect(opened(blank).movement).toEqual(TA_MA);
  });

  it('refuses in one sentence what is no dossier', () => {
    const book = bookOf(TA_MA);
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== 'Phong trào') };
    const refused = readDossier(without);
    expect(refused.ok ? '' : refused.refusal.message).toMatch(/^Tệp không phải Hồ sơ phong trào/);
    const empty = readDossier({ ...book, sheets: book.sheets.filter(({ name }) => name !== 'Đối tượng') });
    expect(empty.ok ? '' : empty.refusal.message).toMatch(/^Trang “Đối tượng” chưa có đối tượng nào/);
  });

  it('keeps the numbers of a scan, beside their pictures, and leads to the cell that confirms them', async () => {
    const row = { usedIn: 'Chỉ tiêu CT01', read: '80%', again: '', doubtful: true, page: 2, line: 'đạt 80% số hộ' };
    const scanned = [
      { ...row, code: 'Q01', confirmed: false },
      { ...row, code: 'Q02', confirmed: true, again: '80%', doubtful: false },
    ];
    const given = { ...TA_MA, scanned };
    const png = greyPng({ width: 8, height: 4, data: new Uint8Array(32).fill(200) });
    const bytes = newBook(dossierSheets(given, [], new Map([['Q02', { png, width: 8, height: 4 }]])));
    const book = readBook(bytes);
    const { movement: read, faults, placeOf } = opened(book.ok ? book.value : never());
    expect([read.scanned, faults]).toEqual([scanned, []]);
    const [finding, ...others] = validateMovement(read);
    expect(others).toEqual([]);
    expect(placeOf(finding!)).toEqual({ sheet: 'Số từ bản quét', cell: 'F4' });

    // As Excel goes: the sheet by its name, its drawing, the cell the picture hangs on, the picture.
    const parts = unzipSync(bytes);
    const part = (path: string) => strFromU8(parts[path]!);
    const attribute = (xml: string, pattern: RegExp) => pattern.exec(xml)?.[1] ?? never();
    const related = (path: string, id: string) => {
      const relations = part(path.replace(/[^/]+$/, '_rels/$&.rels'));
      const [text] = relations.match(new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`)) ?? never();
      return new URL(attribute(text, / Target="([^"]+)"/), `file:///${path}`).pathname.slice(1);
    };
    const sheetId = attribute(part('xl/workbook.xml'), /<sheet name="Số từ bản quét"[^>]* r:id="([^"]+)"/);
    const sheetPart = related('xl/workbook.xml', sheetId);
    const drawing = related(sheetPart, attribute(part(sheetPart), /<drawing r:id="([^"]+)"/));
    expect(part(drawing).match(/<xdr:from>/g)).toHaveLength(1);
    expect(attribute(part(drawing), /<xdr:from><xdr:col>(\d+)</)).toBe('8');
    expect(attribute(part(drawing), /<xdr:from>.*?<xdr:row>(\d+)</)).toBe('4');
    expect(parts[related(drawing, attribute(part(drawing), /<a:blip [^>]*r:embed="([^"]+)"/))]).toEqual(png);

    expect([...readScanPictures(bytes)]).toEqual([['Q02', { png, width: 8, height: 4 }]]);
    expect(readScanPictures(dossierBook(TA_MA)).size).toBe(0);
  });

  it('leads from a finding of the validator to its cell', () => {
    const { placeOf, movement: read } = opened(bookOf(TA_MA));
    const set = read.criteriaSets[0]!;
    const found = placeOf({
      where: `Bộ tiêu chí Cơ quan, đơn vị (giai đoạn I) › Tiêu chí ${set.criteria[0]!.code} “${set.criteria[0]!.title}” › Ý a`,
    });
    expect(found?.sheet).toBe('Tiêu chí');
    expect(found?.cell).toMatch(/^[A-Z]+\d+$/);
  });
});
