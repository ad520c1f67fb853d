/** Old workbooks that used to hang the reader, end its process or lose something without a word. */
import * as sheetJs from '@e965/xlsx';
import { expect, it } from 'vitest';
import { type Book, cellAt } from '../../../../core/sheet/grid/sheet.ts';
import { patchBook, readBook, readLegacyBook } from '../../../../core/sheet/workbook/file.ts';
import { openOle } from '../../../../core/sheet/workbook/legacy/ole.ts';
import { screenBiff } from '../../../../core/sheet/workbook/legacy/screen-biff.ts';
import { decodeWindows1252 } from '../../../../core/sheet/workbook/legacy/windows-1252.ts';
import { processorTime } from '../../processor-time.ts';
import { bookParts, makeBook, makeZip } from './make-zip.ts';

async function read(bytes: Uint8Array): Promise<Book> {
  const result = await readLegacyBook(bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const result = await readLegacyBook(bytes);
  return result.ok ? 'ok' : result.refusal.code;
};

function xls(type: 'biff8' | 'biff5' = 'biff8'): Uint8Array {
  const sheet = sheetJs.utils.aoa_to_sheet([
    ['Chỉ tiêu', 5],
    ['Tỷ lệ', 7],
  ]);
  sheet.B2 = { t: 'n', v: 12.1 };
  return new Uint8Array(sheetJs.write({ SheetNames: ['A'], Sheets: { A: sheet } }, { bookType: type, type: 'array' }));
}

/** Places of records of a type in a stream. */
function records(stream: Uint8Array, wanted: number): number[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === wanted) found.push(at);
  return found;
}

/** The stream of the workbook, which is also a valid file by itself. */
function stream(): Uint8Array {
  return openOle(xls()).stream('WORKBOOK')!.slice();
}

/** The number of B2 as the result of a formula of these tokens; `claimed` = the length the record states for them. */
function withFormula(tokens: readonly number[], claimed = tokens.length): Uint8Array {
  const plain = stream();
  const at = records(plain, 0x0203).at(-1)!;
  const head = [0x06, 0, 22 + tokens.length, 0, ...plain.subarray(at + 4, at + 18)];
  const formula = [...head, 0, 0, 0, 0, 0, 0, claimed & 255, claimed >> 8, ...tokens];
  return Uint8Array.from([...plain.subarray(0, at), ...formula, ...plain.subarray(at + 18)]);
}

it('refuses a chain of sectors that comes back to itself, wherever the damage is', async () => {
  const whole = xls();
  const view = new DataView(whole.buffer);
  const table = (view.getUint32(76, true) + 1) * 512;
  for (let entry = 0; entry < 128; entry += 1) {
    const mutant = whole.slice();
    new DataView(mutant.buffer).setUint32(table + entry * 4, entry, true);
    expect(['ok', 'damaged', 'not-workbook']).toContain(await codeOf(mutant));
  }
  const directory = view.getUint32(48, true);
  const mutant = whole.slice();
  new DataView(mutant.buffer).setUint32(table + directory * 4, directory, true);
  expect(await codeOf(mutant)).toBe('damaged');
});

it('refuses a formula longer than its record, and a password', async () => {
  const book = await read(withFormula([0x1e, 5, 0]));
  expect(cellAt(book.sheets[0]!, 1, 1)).toMatchObject({ value: 12.1, formula: '5' });
  expect(await codeOf(withFormula([0x1e, 5, 0], 60_000))).toBe('damaged');
  const locked = stream();
  const [page] = records(locked, 0x0042);
  new DataView(locked.buffer).setUint16(page!, 0x002f, true);
  expect(await codeOf(locked)).toBe('encrypted');
});

it('shows SheetJS cells only: records of pictures and themes, charts inside sheets and a flood of columns are passed over', () => {
  const record = (type: number, ...data: number[]) => [type & 255, type >> 8, data.length, 0, ...data];
  const bof = (kind: number) => record(0x0809, 0, 6, kind, 0);
  const columns = record(0x007d, 0, 0, 255, 0);
  const bytes = Uint8Array.from([
    ...bof(0x10),
    ...record(0x0896, 1, 2, 3),
    ...[...bof(0x20), ...record(0x0203, 9), ...record(0x000a)],
    ...record(0x0203, 1),
    ...Array.from({ length: 1_000 }, () => columns).flat(),
    ...record(0x000a),
  ]);
  const screened = screenBiff(bytes, true);
  expect(screened).toHaveLength(bytes.length);
  expect([0x0896, 0x0203, 0x0809, 0x007d].map((type) => records(screened, type).length)).toEqual([0, 1, 1, 256]);
});

it('reads a file with a formula that cannot be written out by its values', async () => {
  // Additions of nothing: SheetJS throws while it writes the formula out.
  for (const tokens of [[0x03, 0x03], [0x1c], [0x22, 3, 0xff, 0x7f], [0x26, 0, 0, 0, 0, 0, 0]]) {
    const book = await read(withFormula(tokens));
    expect(cellAt(book.sheets[0]!, 1, 1)?.value).toBe(12.1);
  }
});

it('takes the quotation marks of Windows-1252 for what they are, and no unknown code page for another', async () => {
  expect(decodeWindows1252(Uint8Array.of(0x93, 0x41, 0x94, 0x85, 0xe9))).toBe('“A”…é');
  const page = Buffer.concat([
    Buffer.from('<html><head><meta charset="windows-1252"></head><table><tr><td>'),
    Buffer.of(0x93, 0x41, 0x94),
    Buffer.from('</td></tr></table></html>'),
  ]);
  expect(cellAt((await read(new Uint8Array(page))).sheets[0]!, 0, 0)?.value).toBe('“A”');
  const mac = openOle(xls('biff5')).stream('Book')!.slice();
  const [codePage] = records(mac, 0x0042);
  new DataView(mac.buffer).setUint16(codePage! + 4, 10029, true);
  const [label] = records(mac, 0x0204);
  mac[label! + 4 + 8] = 0x8e;
  expect(await codeOf(mac)).toBe('unknown-code-page');
});

const NAMES = ['office', 'table', 'text', 'style', 'fo', 'svg'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');

function ods(body: string, styles = '', more: Readonly<Record<string, string>> = {}): Uint8Array {
  const content = `<office:document-content ${NAMES}><office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  const parts = { 'META-INF/manifest.xml': '<m/>', 'styles.xml': '<m/>', 'content.xml': content, ...more };
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    ...Object.entries(parts).map(([name, text]) => ({ name, content: text })),
  ]);
}

const text = (inner: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}>${inner}</table:table-cell>`;

it('sees hidden rows, columns, groups and sheets, fonts and the whole text of an .ods', async () => {
  const styles =
    '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Cha"/><style:style style:name="Cha" style:family="table-cell"><style:text-properties style:font-name="F1"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const first = [
    '<table:table table:name="A"><table:table-column/><table:table-column table:visibility="collapse" table:default-cell-style-name="ce1"/>',
    '<table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group><table:table-column table:number-columns-repeated="16380" table:visibility="collapse"/>',
    `<table:table-row>${text('<text:p>Cã<text:s text:c="2"/></text:p><text:p>hai</text:p>', 'table:style-name="ce1"')}${text('<text:p>một<text:line-break/>hai</text:p>')}${text('<text:p>x</text:p>')}${text('<text:p>y</text:p>')}</table:table-row>`,
    `<table:table-row table:visibility="filter">${text('<text:p>ẩn</text:p>')}</table:table-row>`,
    '<table:table-row><table:table-cell office:value-type="time" office:time-value="PT00H00M01.500S"><text:p>1</text:p></table:table-cell></table:table-row>',
    '<table:table-row table:number-rows-repeated="1048573" table:visibility="collapse"><table:table-cell/></table:table-row></table:table>',
  ].join('');
  const second = `<table:table table:name="B" table:style-name="ta2"><table:table-row>${text('<text:p>z</text:p>')}</table:table-row></table:table>`;
  const book = await read(ods(first + second, styles, { 'Configurations2/accelerator/current.xml': '' }));
  const [a, b] = book.sheets;
  expect([a!.state, b!.state]).toEqual(['visible', 'hidden']);
  expect([[...a!.hiddenRows], [...a!.hiddenColumns]]).toEqual([[1], [1, 2, 3]]);
  expect([cellAt(a!, 0, 0)?.value, cellAt(a!, 0, 1)?.value]).toEqual(['Cã  \nhai', 'một\nhai']);
  const fonts = [0, 1, 2].map((column) => book.styles[cellAt(a!, 0, column)?.style ?? 0]?.font);
  expect(fonts).toEqual(['.VnTime', '.VnTime', '']);
  expect(cellAt(a!, 2, 0)?.value).toBeCloseTo(1.5 / 86_400, 12);
});

it('tells a protected .ods as protected although its content is scrambled', async () => {
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const locked = makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'content.xml', content: Uint8Array.of(1, 2, 3, 4) },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
  expect(await codeOf(locked)).toBe('encrypted');
});

it('reads the texts of Excel 2007 before its release', () => {
  const sheets = { A: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' };
  const book = readBook(makeBook({ sheets, strings: '<sstItem><t>Chỉ tiêu</t></sstItem>' }));
  expect(book.ok && cellAt(book.value.sheets[0]!, 0, 0)?.value).toBe('Chỉ tiêu');
});

it('adds notes to a drawing that declares its namespaces on its shapes only', () => {
  const drawing =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="_x0000_s1025" xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ClientData/></v:shape></xml>';
  const parts = bookParts({ sheets: { A: '<sheetData/><legacyDrawing r:id="rId1"/>' } });
  parts.set('xl/drawings/vmlDrawing1.vml', drawing);
  parts.set(
    'xl/worksheets/_rels/sheet1.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>',
  );
  const bytes = makeZip([...parts].map(([name, content]) => ({ name, content })));
  const patched = patchBook(bytes, [{ kind: 'note', sheet: 'A', row: 0, column: 0, text: 'x' }]);
  expect(patched.ok && patched.value.refused).toEqual([]);
});

it.each([
  [
    'columns',
    `<cols>${'<col min="1" max="16384" width="0" hidden="1"/>'.repeat(100_000)}</cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`,
  ],
  [
    'merges',
    `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A2:XFD1048576"/>'.repeat(100_000)}</mergeCells>`,
  ],
  ['rows', `<sheetData>${'<row r="1" hidden="1"/>'.repeat(100_000)}</sheetData>`],
  [
    'validations',
    `<sheetData/><dataValidations>${'<dataValidation sqref="A1:XFD1048576"/>'.repeat(100_000)}</dataValidations>`,
  ],
])('is not slowed down by 100,000 %s over the whole sheet', (_, inner) => {
  const bytes = makeBook({ sheets: { A: inner } });
  const writes = Array.from(
    { length: 300 },
    (_, row) =>
      ({ kind: 'write', sheet: 'A', row: row + 10, column: 3, value: { kind: 'number', number: 1 } }) as const,
  );
  const work = processorTime(() => {
    expect(readBook(bytes).ok).toBe(true);
    expect(patchBook(bytes, writes).ok).toBe(true);
  });
  expect(work).toBeLessThan(8_000);
});
