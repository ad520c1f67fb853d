/**
 * The dossier as officers work on it: rows taken out, added and moved with another program, saved by LibreOffice. What
 * they did is read back, and nothing else; a slip costs its row and is told at its cell.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { movementDifferences } from '../../../core/dossier/differences.ts';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { type Dossier, readDossier } from '../../../core/dossier/read-dossier.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import { readBook } from '../../../core/workbook/file.ts';
import { converted, findOffice } from '../../find-office.ts';
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

/** The dossier with its workbook changed by exceljs. */
async function edited(movement: Movement, change: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(dossierBook(movement).slice().buffer as ArrayBuffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function columnOf(sheet: exceljs.Worksheet, title: string): number {
  const titles = sheet.getRow(HEADER).values as exceljs.CellValue[];
  return titles.indexOf(title);
}

function rowWith(sheet: exceljs.Worksheet, title: string, value: string): number {
  const column = columnOf(sheet, title);
  for (let row = HEADER + 1; row <= sheet.rowCount; row++) if (sheet.getCell(row, column).value === value) return row;
  throw new Error(`no ${value} under ${title}`);
}

const told = (before: Movement, after: Movement) => movementDifferences(before, after).map(({ text }) => text);

/** Rows nothing else in a dossier hangs on. */
const FREE = ['Tiêu chuẩn khen', 'Định mức khen', 'Lịch', 'Nội dung', 'Phân công', 'Căn cứ', 'Lưu ý'];

describe('a row taken out of each table', () => {
  it.each(MOVEMENTS.map((one) => [one.id, one] as const))('of %s is that row and nothing else', async (_, movement) => {
    const draw = random(7);
    const gone: string[] = [];
    const bytes = await edited(movement, (book) => {
      for (const name of FREE) {
        const sheet = book.getWorksheet(name)!;
        const filled = Array.from({ length: sheet.rowCount - HEADER }, (_row, at) => HEADER + 1 + at).filter(
          (row) => sheet.getCell(row, 1).value !== null,
        );
        if (filled.length === 0) continue;
        const row = draw.pick(filled);
        gone.push(String(sheet.getCell(row, name === 'Nội dung' ? 2 : 1).value));
        sheet.spliceRows(row, 1);
      }
    });
    const { movement: read, faults } = opened(bytes);
    expect(faults).toEqual([]);
    const differences = told(movement, read);
    expect(differences.filter((text) => !/: bỏ\.$/.test(text))).toEqual([]);
    expect(differences).toHaveLength(gone.length);
    expect(gone.filter((code) => !differences.some((text) => text.includes(code)))).toEqual([]);
  });
});

describe('rows added, moved and mistyped by hand', () => {
  const village = LUC_BA.criteriaSets.find(({ audience }) => audience === 'village')!;
  const [first, second] = village.criteria as [(typeof village.criteria)[number], (typeof village.criteria)[number]];

  const byHand = () =>
    edited(LUC_BA, (book) => {
      const targets = book.getWorksheet('Chỉ tiêu')!;
      const free = targets.rowCount + 5;
      const put = (title: string, value: exceljs.CellValue) => {
        targets.getCell(free, columnOf(targets, title)).value = value;
      };
      put('Mã', 'THEM-1');
      put('Chỉ tiêu (nguyên văn)', 'Trên 75 % hộ dùng chữ ký số');
      put('So sánh', 'trên');
      put('Mức', 75);
      put('Đơn vị tính', '%');
      put('Đến ngày', new Date(Date.UTC(2024, 11, 31)));
      put('Tính cho', 'Toàn xã');
      const calendar = book.getWorksheet('Lịch')!;
      const open = rowWith(calendar, 'Thời hạn', 'chưa ghi ngày');
      calendar.getCell(open, columnOf(calendar, 'Ngày xã ấn định')).value = '20/12 hằng năm';
      let last = open;
      while (calendar.getCell(last + 1, 1).value !== null) last += 1;
      calendar.getCell(last, columnOf(calendar, 'Thời hạn')).value = 'khi nào rảnh';
      const criteria = book.getWorksheet('Tiêu chí')!;
      const mark = columnOf(criteria, 'Điểm tối đa');
      for (let row = HEADER + 1; row <= criteria.rowCount; row++)
        if (criteria.getCell(row, columnOf(criteria, 'Nội dung')).value === first.title)
          criteria.getCell(row, mark).value = first.maxPoints / 100 + 0.5;
      const units = book.getWorksheet('Đơn vị')!;
      for (const [at, name] of ['Xóm Đồng', 'Xóm La'].entries()) {
        units.getCell(HEADER + 1 + at, 1).value = name;
        units.getCell(HEADER + 1 + at, 3).value = LUC_BA.audiences.find(({ kind }) => kind === 'village')!.name;
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

  it('are read as they were typed', async () => {
    expect(second.title).not.toBe(first.title);
    expectHand(await byHand());
  });

  it.skipIf(office === null)(
    'are read alike after LibreOffice has saved them, and a whole dossier too',
    async () => {
      const through = (bytes: Uint8Array): Uint8Array => {
        const file = join(folder, 'ho-so.xlsx');
        writeFileSync(file, bytes);
        const ods = join(folder, 'ho-so.ods');
        writeFileSync(ods, converted(office!, file, 'ods'));
        return new Uint8Array(converted(office!, ods, 'xlsx'));
      };
      expectHand(through(await byHand()));
      const { movement, faults } = opened(through(dossierBook(LUC_BA)));
      expect(faults).toEqual([]);
      expect(movement).toEqual(LUC_BA);
    },
    120_000,
  );
});
