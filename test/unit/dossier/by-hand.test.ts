/**
 * The dossier as officers work on it: rows removed, added and mistyped, saved by other programs (SheetJS, LibreOffice).
 * Exactly their changes are read back; a mistake costs its row and is reported at its cell.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { movementDifferences } from '../../../core/dossier/differences.ts';
import { dossierBook, dossierSheets } from '../../../core/dossier/dossier-sheets.ts';
import { type Dossier, readDossier } from '../../../core/dossier/read-dossier.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { converted, findOffice } from '../../find-office.ts';
import { changedElsewhere } from '../../fixtures/changed-elsewhere.ts';
import { setCell, withoutRow } from '../../fixtures/edit-sheet.ts';
import { random } from '../../fixtures/random.ts';

const LUC_BA = findMovement('luc-ba-2024')!;
const HEADER = 3;
const office = findOffice();
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-dossier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function opened(bytes: Uint8Array): Dossier {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const read = readDossier(book.value);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

/** How many ranges of the workbook's sheets are chosen from a list. */
function countOfLists(bytes: Uint8Array): number {
  return Object.entries(unzipSync(bytes))
    .filter(([part]) => /worksheets\/sheet\d+\.xml$/.test(part))
    .map(([, xml]) => strFromU8(xml).match(/<dataValidation [^>]*type="list"/g)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

/** A sheet in the hand of an officer: rows and columns count from 1. */
function sheetInHand(sheet: NewSheet) {
  let now = sheet;
  const cellAt = (row: number, column: number) =>
    now.cells.find((cell) => cell.row === row - 1 && cell.column === column - 1)?.value;
  const get = (row: number, column: number): string | number | null => {
    const value = cellAt(row, column);
    if (value === undefined || value.kind === 'empty') return null;
    if (value.kind === 'text') return value.text;
    if (value.kind === 'number') return value.number;
    throw new Error(`a ${value.kind} in ${now.name}`);
  };
  const columnOf = (title: string): number => {
    for (let column = 1; ; column++) {
      if (get(HEADER, column) === title) return column;
      if (get(HEADER, column) === null) throw new Error(`no column ${title}`);
    }
  };
  return {
    get,
    columnOf,
    sheet: () => now,
    rowCount: () => Math.max(...now.cells.map(({ row }) => row)) + 1,
    rowWith(title: string, value: string): number {
      const column = columnOf(title);
      for (let row = HEADER + 1; row <= this.rowCount(); row++) if (get(row, column) === value) return row;
      throw new Error(`no ${value} under ${title}`);
    },
    put(row: number, column: number, value: string | number, format?: string): void {
      now = setCell(now, { row: row - 1, column: column - 1 }, value, format);
    },
    removeRow(row: number): void {
      now = withoutRow(now, row - 1);
    },
  };
}

/** The dossier with its sheets changed by hand. */
function edited(movement: Movement, change: (sheetOf: (name: string) => ReturnType<typeof sheetInHand>) => void) {
  const hands = dossierSheets(movement).map(sheetInHand);
  change((name) => hands.find((hand) => hand.sheet().name === name)!);
  return newBook(hands.map((hand) => hand.sheet()));
}

const told = (before: Movement, after: Movement) => movementDifferences(before, after).map(({ text }) => text);

/** Rows nothing else in a dossier hangs on. */
const FREE = ['Tiêu chuẩn khen', 'Định mức khen', 'Lịch', 'Nội dung', 'Phân công', 'Căn cứ', 'Lưu ý'];

describe('a row taken out of each table', () => {
  it.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))(
    'of %s is that row and nothing else',
    (_, movement) => {
      const draw = random(7);
      const gone: string[] = [];
      const bytes = edited(movement, (sheetOf) => {
        for (const name of FREE) {
          const sheet = sheetOf(name);
          const filled = Array.from({ length: sheet.rowCount() - HEADER }, (_row, at) => HEADER + 1 + at).filter(
            (row) => sheet.get(row, 1) !== null,
          );
          if (filled.length === 0) continue;
          const row = draw.pick(filled);
          gone.push(String(sheet.get(row, name === 'Nội dung' ? 2 : 1)));
          sheet.removeRow(row);
        }
      });
      const { movement: read, faults } = opened(changedElsewhere(bytes, () => {}));
      expect(faults).toEqual([]);
      const differences = told(movement, read);
      expect(differences.filter((text) => !/: bỏ\.$/.test(text))).toEqual([]);
      expect(differences).toHaveLength(gone.length);
      expect(gone.filter((code) => !differences.some((text) => text.includes(code)))).toEqual([]);
    },
  );
});

describe('a share typed by hand', () => {
  const TA_MA = findMovement('ta-ma-2023-2030')!;
  const typed = (share: string | number, base: string, format?: string) =>
    opened(
      edited(TA_MA, (sheetOf) => {
        const quotas = sheetOf('Định mức khen');
        const row = quotas.rowWith('Mã', 'TM-Q01');
        quotas.put(row, quotas.columnOf('Tỷ lệ'), share, format);
        quotas.put(row, quotas.columnOf('Tính trên'), base);
      }),
    );

  it.each([
    ['20%', 20],
    ['12,5 %', 12.5],
    ['20', 20],
    [20, 20],
  ])('%s is understood', (share, percent) => {
    const { movement, faults } = typed(share, 'số đăng ký');
    expect(faults).toEqual([]);
    expect(movement.quotas[0]).toMatchObject({ code: 'TM-Q01', max: 5, percent, base: 'registered' });
  });

  it.each([
    [0.2, /^Cột “Tỷ lệ”: 0,2 có thể là 20 %: ghi cả dấu %/],
    ['120 %', /^Cột “Tỷ lệ”: Ghi một tỷ lệ, ví dụ 20 %/],
    ['hai mươi', /^Cột “Tỷ lệ”: Ghi một tỷ lệ/],
  ])('%s is refused with a question', (share, message) => {
    expect(typed(share, 'Số đăng ký', '0%').faults).toEqual([
      { sheet: 'Định mức khen', cell: expect.stringMatching(/^[A-Z]\d+$/), message: expect.stringMatching(message) },
    ]);
  });

  it('a table from before there were shares is read as it was', () => {
    const sheets = dossierSheets(TA_MA).map((sheet) =>
      sheet.name === 'Định mức khen'
        ? { ...sheet, cells: sheet.cells.filter(({ column }) => column !== 4 && column !== 5) }
        : sheet,
    );
    expect(opened(newBook(sheets)).movement.quotas).toEqual(TA_MA.quotas);
  });
});

describe('rows added, moved and mistyped by hand', () => {
  const village = LUC_BA.criteriaSets.find(({ audience }) => audience === 'village')!;
  const [first, second] = village.criteria as [(typeof village.criteria)[number], (typeof village.criteria)[number]];

  const byHand = () =>
    edited(LUC_BA, (sheetOf) => {
      const targets = sheetOf('Chỉ tiêu');
      const free = targets.rowCount() + 5;
      const put = (title: string, value: string | number) => targets.put(free, targets.columnOf(title), value);
      put('Mã', 'THEM-1');
      put('Chỉ tiêu (nguyên văn)', 'Trên 75 % hộ dùng chữ ký số');
      put('So sánh', 'trên');
      put('Mức', 75);
      put('Đơn vị tính', '%');
      targets.put(free, targets.columnOf('Đến ngày'), 45_657, 'dd/mm/yyyy'); // 31/12/2024
      put('Tính cho', 'Toàn xã');
      const calendar = sheetOf('Lịch');
      const open = calendar.rowWith('Thời hạn', 'chưa ghi ngày');
      calendar.put(open, calendar.columnOf('Ngày xã ấn định'), '20/12 hằng năm');
      let last = open;
      while (calendar.get(last + 1, 1) !== null) last += 1;
      calendar.put(last, calendar.columnOf('Thời hạn'), 'khi nào rảnh');
      const criteria = sheetOf('Tiêu chí');
      const mark = criteria.columnOf('Điểm tối đa');
      for (let row = HEADER + 1; row <= criteria.rowCount(); row++)
        if (criteria.get(row, criteria.columnOf('Nội dung')) === first.title)
          criteria.put(row, mark, first.maxPoints / 100 + 0.5);
      const units = sheetOf('Đơn vị');
      for (const [at, name] of ['Xóm Đồng', 'Xóm La'].entries()) {
        units.put(HEADER + 1 + at, 1, name);
        units.put(HEADER + 1 + at, 3, LUC_BA.audiences.find(({ kind }) => kind === 'village')!.name);
      }
    });

  function expectHand(bytes: Uint8Array): void {
    const { movement, units, faults, placeOf } = opened(bytes);
    expect(faults).toEqual([
      {
        sheet: 'Lịch',
        cell: expect.stringMatching(/^C\d+$/),
        message: expect.stringMatching(/^Cột “Thời hạn”: Không hiểu thời hạn “khi nào rảnh”: ghi như /),
      },
    ]);
    expect(units?.map(({ name }) => name)).toEqual(['Xóm Đồng', 'Xóm La']);
    const differences = told(LUC_BA, movement);
    expect(differences).toContainEqual('Chỉ tiêu THEM-1 “Trên 75 % hộ dùng chữ ký số”: thêm.');
    expect(movement.targets.at(-1)).toMatchObject({
      comparator: 'gt',
      value: 75,
      deadline: '2024-12-31',
      scope: 'commune',
    });
    expect(differences).toContainEqual(
      expect.stringMatching(/^Lịch .*: Ngày xã ấn định: \(trống\) → 20\/12 hằng năm\.$/),
    );
    expect(differences).toContainEqual(expect.stringMatching(/^Lịch .*: bỏ\.$/));
    expect(differences.filter((text) => text.includes('Điểm tối đa')).length).toBeGreaterThan(0);
    expect(differences.filter((text) => !/THEM-1|Ngày xã ấn định|^Lịch .*: bỏ|Điểm tối đa/.test(text))).toEqual([]);
    const at = movement.calendar.find(({ setDay }) => setDay === undefined)!;
    expect(placeOf({ where: `Lịch › ${at.code}` })?.sheet).toBe('Lịch');
  }

  it('are read as they were typed', () => {
    expect(second.title).not.toBe(first.title);
    expectHand(changedElsewhere(byHand(), () => {}));
  });

  it.skipIf(office === null)(
    'are read alike after LibreOffice has saved them; whole dossiers too, with every list of choices',
    () => {
      const file = (name: string, bytes: Uint8Array): string => {
        writeFileSync(join(folder, name), bytes);
        return join(folder, name);
      };
      const lists = dossierBook(findMovement('ta-ma-2023-2030')!);
      const books = [
        file('sua-tay.xlsx', byHand()),
        file('ho-so.xlsx', dossierBook(LUC_BA)),
        file('lua-chon.xlsx', lists),
      ];
      const saved = converted(office!, books, 'ods').map((bytes, at) => file(`${at}.ods`, bytes));
      const [hand, whole, withLists] = converted(office!, saved, 'xlsx').map((bytes) => new Uint8Array(bytes));
      expectHand(hand!);
      const { movement, faults } = opened(whole!);
      expect(faults).toEqual([]);
      expect(movement).toEqual(LUC_BA);
      expect(countOfLists(withLists!)).toBe(countOfLists(lists));
      const listed = opened(withLists!);
      expect([listed.faults, listed.movement]).toEqual([[], findMovement('ta-ma-2023-2030')]);
    },
    120_000,
  );
});
