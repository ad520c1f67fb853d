import { expect, it } from 'vitest';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { FIRST_SHEET, isFirstSheet } from '../../../core/sheets/first-sheet.ts';
import { ownSheets } from '../../../session/book/own-tables.ts';

it('the sheet a new book begins with is no report, until a report is typed over it', () => {
  const first = readBook(newBook([FIRST_SHEET]));
  const typed = readBook(
    newBook([
      { name: 'Sổ chấm', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'BÁO CÁO CỦA BẢN NÀ ĐẮNG' } }] },
    ]),
  );
  if (!first.ok || !typed.ok) throw new Error('not read');
  expect([...ownSheets({ book: first.value, tables: [] })]).toEqual(['Sổ chấm']);
  expect([...ownSheets({ book: typed.value, tables: [] })]).toEqual([]);
  expect(first.value.sheets.map(isFirstSheet)).toEqual([true]);
});
