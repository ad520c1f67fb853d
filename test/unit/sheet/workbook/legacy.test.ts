import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sheetJs from '@e965/xlsx';
import { zipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFileBook } from '../../../../cli/files/read-file.ts';
import { type Book, type CellValue, cellAt } from '../../../../core/sheet/grid/sheet.ts';
import { newBook, readLegacyBook } from '../../../../core/sheet/workbook/file.ts';
import { bookParts, makeZip } from './make-zip.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legacy-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function sample(): sheetJs.WorkBook {
  const sheet = sheetJs.utils.aoa_to_sheet([
    ['Chỉ tiêu', 'Tỷ lệ', null, true],
    ['001', 0.955, 45966, 0],
  ]);
  sheet.B2.z = '0.0%';
  sheet.D2 = { t: 'n', v: 0, f: 'B2-B2' };
  sheet.A3 = { t: 'e', v: 0x2a };
  sheet['!ref'] = 'A1:D3';
  sheet['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 0, c: 2 } }];
  const book = sheetJs.utils.book_new();
  sheetJs.utils.book_append_sheet(book, sheet, 'Báo cáo');
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([['ẩn']]), 'Ẩn');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

function written(type: 'biff8' | 'ods' | 'xlml'): Uint8Array {
  return new Uint8Array(sheetJs.write(sample(), { bookType: type, type: 'array' }));
}

async function read(bytes: Uint8Array): Promise<Book> {
  const result = await readLegacyBook(bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readLegacyBook(bytes);
  return result.ok ? 'ok' : result.refusal.code;
};

const value = (book: Book, row: number, column: number): CellValue | null | undefined =>
  cellAt(book.sheets[0]!, row, column)?.value;

it('reads .xls, .ods and XML-2003 into the same shape', async () => {
  for (const type of ['biff8', 'ods', 'xlml'] as const) {
    const book = await read(written(type));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Báo cáo', 'Ẩn']);
    expect([value(book, 0, 0), value(book, 1, 0), value(book, 1, 1), value(book, 0, 3)]).toEqual([
      'Chỉ tiêu',
      '001',
      0.955,
      true,
    ]);
    expect(value(book, 1, 3)).toBe(0);
    expect(book.sheets[0]!.merges).toEqual([{ top: 0, left: 1, bottom: 0, right: 2 }]);
    if (type === 'biff8') {
      expect(value(book, 2, 0)).toEqual({ error: '#N/A' });
      expect(book.sheets[1]!.state).toBe('hidden');
      expect(book.styles[cellAt(book.sheets[0]!, 1, 1)?.style ?? 0]?.numberFormat).toBe('0.0%');
    }
  }
});

it('gives the fonts of .xls cells, which tell old Vietnamese encodings', async () => {
  const book = await read(written('biff8'));
  const fonts = book.sheets[0]!.rows.get(0)!.map((cell) => book.styles[cell.style ?? 0]?.font);
  expect(fonts.slice(0, 2)).toEqual(['Arial', 'Arial']);
});

it('keeps the figures of a web page saved as .xls as the text they are', async () => {
  const page =
    '<html><head><meta charset="windows-1258"></head><table><tr><td>1.234</td><td>01/02/2025</td><td>Tỷ lệ</td></tr></table></html>';
  for (const bytes of [
    new TextEncoder().encode(page.replace('windows-1258', 'utf-8')),
    new Uint8Array(Buffer.from(`\ufeff${page}`, 'utf16le')),
  ]) {
    const book = await read(bytes);
    expect(book.sheets[0]!.rows.get(0)!.map((cell) => cell.value)).toEqual(['1.234', '01/02/2025', 'Tỷ lệ']);
  }
});

it('refuses what SheetJS would loop on or take for a workbook', async () => {
  const whole = written('ods');
  expect(await codeOf(whole.slice(0, 233))).toBe('damaged');
  expect(await codeOf(written('biff8').slice(0, 233))).toBe('not-workbook');
  expect(await codeOf(new Uint8Array(5_000))).toBe('not-workbook');
  expect(await codeOf(new TextEncoder().encode('%PDF-1.4'))).toBe('not-workbook');
  const content = (xml: string): Uint8Array => zipSync({ 'content.xml': new TextEncoder().encode(xml) });
  expect(await codeOf(content('<!DOCTYPE x><a/>'))).toBe('unsafe-markup');
  expect(await codeOf(content('<a><b></a>'))).toBe('damaged');
  const cell = '<c:table-cell c:value-type="float" c:number-columns-repeated="16384"/>';
  expect(
    await codeOf(content(`<c:d xmlns:c="c"><c:table-row c:number-rows-repeated="1048576">${cell}</c:table-row></c:d>`)),
  ).toBe('too-large');
  expect(await codeOf(content('<c:d xmlns:c="c"><c:encryption-data/></c:d>'))).toBe('encrypted');
  expect(
    await codeOf(
      new TextEncoder().encode(
        '<?xml version="1.0"?><!DOCTYPE a><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    ),
  ).toBe('unsafe-markup');
});

it('reads files by content, whatever their name, and reports a missing file', async () => {
  const path = join(folder, 'sai-duoi.xls');
  await writeFile(path, newBook([{ name: 'A', cells: [{ row: 0, column: 0, value: { kind: 'number', number: 4 } }] }]));
  const book = await readFileBook(path);
  expect(book.ok && value(book.value, 0, 0)).toBe(4);
  expect(await readFileBook(join(folder, 'khong-co.xlsx'))).toMatchObject({
    ok: false,
    refusal: { code: 'unreadable' },
  });
  expect(await readFileBook(folder)).toMatchObject({ ok: false, refusal: { code: 'unreadable' } });
  const zip = makeZip([...bookParts({ sheets: {} })].map(([name, content]) => ({ name, content })));
  expect(await readFileBook(zip)).toMatchObject({ ok: false, refusal: { code: 'no-worksheet' } });
});

it('reads old kinds in the built child process', async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: { 'legacy-child': 'cli/files/legacy-child.ts' } },
    },
  });
  // A package file makes the built .js a module, as the repository's own does.
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  const child = join(folder, 'legacy-child.js');
  for (let time = 0; time < 3; time += 1) {
    const book = await readFileBook(written('biff8'), { child });
    expect(book.ok && book.value).toEqual(await read(written('biff8')));
  }
  // A file SheetJS works on too long costs itself only.
  const rows = Array.from({ length: 6_000 }, (_, index) => [index, `Bản ${index}`, index / 7]);
  const long = sheetJs.utils.book_new(sheetJs.utils.aoa_to_sheet(rows), 'A');
  const slow = new Uint8Array(sheetJs.write(long, { bookType: 'biff8', type: 'array' }));
  const stopped = await readFileBook(slow, { child, limits: { time: 5, memory: 512 } });
  expect(stopped).toMatchObject({ ok: false, refusal: { code: 'too-slow' } });
  expect((await readFileBook(written('biff8'), { child })).ok).toBe(true);
});

it('outlives a child that hangs, fills its memory, is ended by V8 or says nothing', async () => {
  const programs = {
    hang: "process.on('message', () => { for (;;); });",
    memory: "process.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill({})); });",
    // What a damaged .xls did: V8 ends the process, no thread contains it.
    abort: "process.on('message', () => { const all = []; for (let i = 0; ; i++) all[all.length] = i; });",
    throw: 'throw new Error("x");',
    silent: '',
  };
  for (const [name, program] of Object.entries(programs)) {
    const child = join(folder, `${name}.mjs`);
    await writeFile(child, program);
    const limits = { time: name === 'hang' ? 500 : 30_000, memory: 64 };
    const result = await readFileBook(written('ods'), { child, limits });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'too-slow' } });
  }
});

it('judges a file by itself when the child dies after others', async () => {
  const child = join(folder, 'tired.mjs');
  await writeFile(
    child,
    "let n = 0; process.on('message', () => { if (++n > 2) process.abort(); process.send({ ok: false, refusal: { code: String(n), message: '' } }); });",
  );
  const codes: string[] = [];
  for (let time = 0; time < 5; time += 1) {
    const result = await readFileBook(written('ods'), { child });
    codes.push(result.ok ? 'ok' : result.refusal.code);
  }
  expect(codes).toEqual(['1', '2', '1', '2', '1']);
});
