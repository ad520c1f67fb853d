/**
 * Reading a workbook again after changes in places: the parts reused from the previous reading equal a full reading.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sheet } from '../../../../core/sheet/grid/sheet.ts';
import { type BookReading, patchBook, readBook, readBookAgain } from '../../../../core/sheet/workbook/file.ts';
import type { Action, CellStyle, NewValue } from '../../../../core/sheet/workbook/port.ts';
import { makeBook, type TestBook } from './make-zip.ts';

const cell = (content: string) => `<sheetData><row r="1">${content}</row></sheetData>`;
const STYLES = `<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>
<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>
<cellXfs count="2"><xf fontId="0" fillId="0" borderId="0" numFmtId="0"/><xf fontId="0" fillId="0" borderId="0" numFmtId="9"/></cellXfs>`;
const BOOK: TestBook = {
  sheets: {
    A: cell('<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1"><f>B1*2</f><v>1</v></c>'),
    B: `${cell('<c r="A1" t="s"><v>1</v></c>')}<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>`,
    C: cell('<c r="A1" s="1"><v>45000</v></c>'),
  },
  strings: '<si><t>một</t></si><si><t>hai</t></si>',
  styles: STYLES,
};

function readAgain(bytes: Uint8Array, before: BookReading | null): BookReading {
  const read = readBookAgain(bytes, before);
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.book).toEqual(sure(readBook(bytes)));
  return read.value;
}

function sure<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('refused');
  return result.value;
}

const value = fc.oneof(
  fc.string({ maxLength: 6 }).map((text): NewValue => ({ kind: 'text', text })),
  fc.integer().map((number): NewValue => ({ kind: 'number', number })),
  fc.constant<NewValue>({ kind: 'empty' }),
);
const style = fc.option(fc.constantFrom<CellStyle>({ fill: 'FFC7CE' }, { numberFormat: '0.00' }), { nil: undefined });
const action = fc.record({
  sheet: fc.constantFrom('A', 'B', 'C'),
  row: fc.nat(3),
  column: fc.nat(3),
  value,
  style,
  isNew: fc.boolean(),
});

it('equals a full reading, after any changes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(action, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
      (rounds) => {
        let bytes = makeBook(BOOK);
        let reading = readAgain(bytes, null);
        for (const round of rounds) {
          const actions = round.map(({ isNew, sheet, style: look, ...at }): Action => {
            if (isNew)
              return { kind: 'add-sheet', sheet: { name: sheet, cells: [{ ...at, ...(look && { style: look }) }] } };
            return { kind: 'write', sheet, ...at, ...(look && { style: look }) };
          });
          bytes = sure(patchBook(bytes, actions)).bytes;
          reading = readAgain(bytes, reading);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('takes untouched sheets as the same objects, under the name and state they have now', () => {
  const before = readAgain(makeBook(BOOK), null);
  const changed = { ...BOOK, sheets: { ...BOOK.sheets, C: cell('<c r="A1"><v>7</v></c>') } };
  const after = readAgain(makeBook(changed), before);
  const isKept = (sheet: Sheet, at: number) => sheet === before.book.sheets[at];
  expect(after.book.sheets.map(isKept)).toEqual([true, true, false]);
  const { A, B, C } = BOOK.sheets as Record<'A' | 'B' | 'C', string>;
  const renamed = readAgain(makeBook({ ...BOOK, sheets: { Một: A, B, C } }), before);
  expect(renamed.book.sheets.map(isKept)).toEqual([false, true, true]);
});

it('reads a sheet anew whose texts, formats or way of counting days are others now', () => {
  const before = readAgain(makeBook(BOOK), null);
  const isAnew = (book: TestBook) => !readAgain(makeBook(book), before).book.sheets.includes(before.book.sheets[0]!);
  expect(isAnew({ ...BOOK, strings: '<si><t>ba</t></si><si><t>hai</t></si>' })).toBe(true);
  expect(isAnew({ ...BOOK, styles: STYLES.replace(/<xf [^>]*numFmtId="9"\/>/, '') })).toBe(true);
  expect(isAnew({ ...BOOK, before: '<workbookPr date1904="1"/>' })).toBe(true);
});

it('reads a sheet again when a cell had a format that did not exist and may exist now', () => {
  const beyond = {
    ...BOOK,
    sheets: { A: cell('<c r="A1" s="2"><v>1</v></c>'), B: cell('<c r="A1" s="1"><v>1</v></c>') },
  };
  const before = readAgain(makeBook(beyond), null);
  const more = STYLES.replace('</cellXfs>', '<xf fontId="0" fillId="0" borderId="0" numFmtId="14"/></cellXfs>');
  const after = readAgain(makeBook({ ...beyond, styles: more }), before);
  expect(after.book.sheets.map((sheet, at) => sheet === before.book.sheets[at])).toEqual([false, true]);
});
