/** What is written opens again, or is refused in a sentence. */
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { guarded } from '../../../../core/sheet/workbook/xlsx/fault.ts';
import {
  findDirectory,
  MAX_DECLARED,
  MAX_ENTRIES,
  readRecords,
  readZipDirectory,
} from '../../../../core/sheet/workbook/xlsx/zip-directory.ts';
import {
  directoryRecord,
  endRecord,
  packEntry,
  packText,
  writeZip,
  zipOfFiles,
} from '../../../../core/sheet/workbook/xlsx/zip-write.ts';

const ONE = packEntry('a', new Uint8Array());
const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ ...ONE, nameBytes: new TextEncoder().encode(`p${index}`) }));

it('counts its parts as far as it can be opened again, and refuses more', () => {
  for (const count of [1, 300, MAX_ENTRIES]) {
    expect(readZipDirectory(writeZip(numbered(count)))).toHaveLength(count);
  }
  for (const count of [MAX_ENTRIES + 1, 65_535, 65_536, 65_540, 80_000]) {
    const written = guarded(() => writeZip(numbered(count)));
    expect(written).toMatchObject({ ok: false, refusal: { code: 'too-large-to-write' } });
  }
});

it('refuses parts that say they hold more than is ever read again', () => {
  const large = { ...ONE, size: MAX_DECLARED / 4 };
  expect(guarded(() => writeZip([large, large, large, large, { ...ONE, size: 1 }]))).toMatchObject({
    ok: false,
    refusal: { message: expect.stringMatching(/^Tệp sẽ quá lớn .*\.$/) },
  });
});

it('a part written in pieces equals the part written whole, however it is cut', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('x'.repeat(200_000), 'ạ😀'.repeat(70_000)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const entry = packText('xl/a.xml', pieces);
      const whole = new TextEncoder().encode(pieces.join(''));
      expect(entry.size).toBe(whole.length);
      expect(entry.crc).toBe(packEntry('xl/a.xml', whole).crc);
      const opened = unzipSync(writeZip([entry]))['xl/a.xml'] ?? new Uint8Array();
      expect(Buffer.compare(Buffer.from(opened), Buffer.from(whole))).toBe(0);
    }),
    { numRuns: 20 },
  );
});

it('of two cells at one place the later stands, rows and columns in any order', () => {
  const text = (row: number, column: number, value: string) =>
    ({ row, column, value: { kind: 'text', text: value } }) as const;
  const cells = [text(5, 1, 'b'), text(0, 0, 'cũ'), text(5, 0, 'a'), text(0, 0, 'mới')];
  const read = readBook(newBook([{ name: 'S', cells, rowHeights: new Map([[3, 20]]) }]));
  const rows = read.ok ? read.value.sheets[0]?.rows : undefined;
  expect(rows?.get(0)?.map(({ value }) => value)).toEqual(['mới']);
  expect(rows?.get(5)?.map(({ value }) => value)).toEqual(['a', 'b']);
});

it('puts files into one zip as they are, in their order, under names with diacritics', () => {
  const files = [
    { name: 'Thôn Nà Cọ.xlsx', bytes: new Uint8Array(5_000).fill(7) },
    { name: 'van-ban/a.docx', bytes: new Uint8Array([1, 2]) },
    { name: 'rỗng.txt', bytes: new Uint8Array() },
  ];
  const zip = zipOfFiles(files);
  const bytes = zip.ok ? zip.value : new Uint8Array();
  expect(Object.entries(unzipSync(bytes))).toEqual(files.map((file) => [file.name, file.bytes]));
  expect(readZipDirectory(bytes).map(({ method }) => method)).toEqual([0, 0, 0]);
});

it.each([
  ['small', 2, 100],
  ['of more entries than a plain zip counts', 70_000, 100],
  ['beyond 4 GB', 2, 5_000_000_000],
])('writes a directory %s so that it is found again', (_, count, start) => {
  const record = directoryRecord(packEntry('a', new Uint8Array(100)), start - 90);
  const directory = Buffer.concat(Array.from({ length: count }, () => record));
  const tail = Buffer.concat([directory, endRecord(count, start, directory.length)]);
  const found = findDirectory(new DataView(tail.buffer, tail.byteOffset, tail.length), start);
  expect(found).toEqual({ start, end: start + directory.length, count, shift: 0 });
  const records = readRecords(directory, found);
  expect(records).toHaveLength(count);
  expect(records.at(-1)).toMatchObject({ name: 'a', offset: start - 90, size: 100 });
});
