import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type Book, type Cell, cellAt } from '../../../../core/sheet/grid/sheet.ts';
import { patchBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import type { Action, Applied, CellStyle, NewValue } from '../../../../core/sheet/workbook/port.ts';
import { LINKS, listZip, MAIN, makeBook, relationsXml, type TestBook } from './make-zip.ts';

const number = (value: number): NewValue => ({ kind: 'number', number: value });
const text = (value: string): NewValue => ({ kind: 'text', text: value });
const write = (row: number, column: number, value: NewValue, style?: CellStyle): Action => ({
  kind: 'write',
  sheet: 'A',
  row,
  column,
  value,
  ...(style ? { style } : {}),
});
const note = (row: number, column: number, words: string): Action => ({
  kind: 'note',
  sheet: 'A',
  row,
  column,
  text: words,
});

function apply(bytes: Uint8Array, actions: readonly Action[]): Applied {
  const result = patchBook(bytes, actions);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function read(bytes: Uint8Array): Book {
  const result = readBook(bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function part(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[name]);
}

function cell(book: Book, row: number, column: number, sheet = 0): Cell | undefined {
  return cellAt(book.sheets[sheet]!, row, column);
}

const STYLES = `<fonts count="1"><font><b/><sz val="11"/><name val="Arial"/><scheme val="minor"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellXfs count="2"><xf fontId="0" fillId="0" borderId="0" numFmtId="0"/><xf fontId="0" fillId="1" borderId="0" numFmtId="9" applyFill="1"><alignment wrapText="1" indent="2"/></xf></cellXfs>`;
const ROWS = `<row r="2" spans="2:3" ht="20"><c r="B2" s="1"><v>1</v></c><c r="C2" s="1"><v>2</v></c></row>
<row r="4"><c r="A4" t="s"><v>0</v></c><c r="D4"><f>SUM(B2:C2)</f><v>3</v></c></row>`;
const BOOK: TestBook = {
  sheets: {
    A: `<dimension ref="A2:D4"/><sheetData>${ROWS}</sheetData><conditionalFormatting sqref="A1"/><dataValidations count="1"><dataValidation sqref="A1:XFD1048576"/></dataValidations><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><tableParts count="0"/><extLst/>`,
    B: '<sheetData><row r="1"><c r="A1"><f>A!B2</f><v>1</v></c></row></sheetData>',
  },
  strings: '<si><t>chữ</t></si>',
  styles: STYLES,
  relations: [['calcChain', 'calcChain.xml']],
  parts: {
    'xl/calcChain.xml': '<calcChain/>',
    'xl/media/image1.png': new Uint8Array([1, 2, 3, 4]),
    'xl/vbaProject.bin': 'macro',
  },
};

it('changes the touched cells only: other cells, looks and parts stay byte for byte', () => {
  const bytes = makeBook(BOOK);
  const {
    bytes: patched,
    refused,
    warnings,
  } = apply(bytes, [
    write(1, 1, number(98.5), { fill: 'FFC7CE' }),
    write(1, 0, text('trước')),
    write(1, 9, text('sau')),
    write(2, 2, { kind: 'boolean', boolean: true }),
    write(0, 0, number(0)),
    write(9, 0, { kind: 'formula', formula: 'SUM(B2:C2)&"<"', value: '3<' }),
  ]);
  expect({ refused, warnings }).toEqual({ refused: [], warnings: [] });
  const [before, after] = [read(bytes), read(patched)];
  expect(cell(after, 1, 2)).toEqual(cell(before, 1, 2));
  expect(cell(after, 3, 0)).toEqual(cell(before, 3, 0));
  expect(cell(after, 3, 3)).toEqual(cell(before, 3, 3));
  expect(after.sheets[1]).toEqual(before.sheets[1]);
  expect(cell(after, 1, 1)?.value).toBe(98.5);
  expect([...after.sheets[0]!.rows].map(([row, cells]) => [row, cells.map(({ column }) => column)])).toEqual([
    [0, [0]],
    [1, [0, 1, 2, 9]],
    [2, [2]],
    [3, [0, 3]],
    [9, [0]],
  ]);
  expect(cell(after, 9, 0)).toMatchObject({ value: '3<', formula: 'SUM(B2:C2)&"<"' });
  const [old, now] = [listZip(bytes), listZip(patched)];
  const changed = [...old.keys()].filter((name) => old.get(name) !== now.get(name));
  expect(changed.sort()).toEqual(
    [
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/calcChain.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ].filter((name) => name !== '[Content_Types].xml'),
  );
  const sheet = part(patched, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<dimension ref="A1:J10"/>');
  expect(sheet).toContain('<row r="2" spans="1:10" ht="20">');
  expect(sheet).toContain('<dataValidation sqref="A1:XFD1048576"/>');
});

it('gives a cell with a shared look its own look and keeps the rest of it', () => {
  const bytes = makeBook(BOOK);
  const styles = part(
    apply(bytes, [write(1, 1, number(1), { bold: false, fontColour: 'ff0000', border: true, horizontal: 'center' })])
      .bytes,
    'xl/styles.xml',
  );
  expect(styles).toContain(
    '<xf fontId="1" fillId="1" borderId="1" numFmtId="9" applyFill="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1" indent="2" horizontal="center"/></xf>',
  );
  expect(styles).toContain(
    '<font><sz val="11"/><color rgb="FFFF0000"/><name val="Arial"/><scheme val="minor"/></font>',
  );
  expect(styles).toMatch(/<cellXfs count="3">.*<fonts count="2">|<fonts count="2">[\s\S]*<cellXfs count="3">/);
  // The same look twice is one format.
  const twice = apply(bytes, [
    write(1, 1, number(1), { fill: 'AABBCC' }),
    write(1, 2, number(1), { fill: 'AABBCC' }),
  ]).bytes;
  expect(part(twice, 'xl/styles.xml')).toContain('<cellXfs count="3">');
});

it('keeps its new look from cells that name formats of a lost list', () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"><v>1</v></c></row>';
  const sheets = { A: `<cols><col min="9" max="9" style="7"/></cols><sheetData>${rows}</sheetData>` };
  for (const styles of [undefined, '<cellXfs count="0"/>']) {
    const bytes = makeBook({ sheets, ...(styles ? { styles } : {}) });
    const patched = apply(bytes, [write(0, 0, number(1), { fill: 'FF0000' })]).bytes;
    const formats = part(patched, 'xl/styles.xml').match(/<xf [^>]*>/g)!;
    expect(formats.map((format) => format.includes('applyFill'))).toEqual([...Array<boolean>(8).fill(false), true]);
  }
});

it('styles a range without touching values, creating cells where there are none', () => {
  const style: Action = {
    kind: 'style',
    sheet: 'A',
    range: { top: 1, left: 1, bottom: 3, right: 2 },
    style: { fill: 'FFFF00', numberFormat: '0.00' },
  };
  const patched = apply(makeBook(BOOK), [style]).bytes;
  const book = read(patched);
  expect(cell(book, 1, 1)?.value).toBe(1);
  expect(book.styles[cell(book, 1, 1)!.style!]?.numberFormat).toBe('0.00');
  expect(part(patched, 'xl/worksheets/sheet1.xml').match(/<c r="[BC][234]" s="\d"/g)).toHaveLength(6);
  expect(part(patched, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
});

it('makes a styles part where the workbook has none', () => {
  const bytes = makeBook({ sheets: { A: '<sheetData/>' } });
  const patched = apply(bytes, [write(0, 0, number(0.5), { numberFormat: '0.0%' })]).bytes;
  const book = read(patched);
  expect(book.styles[cell(book, 0, 0)!.style!]?.numberFormat).toBe('0.0%');
});

it('never writes text as a formula, and marks text that Excel would take for a formula', () => {
  const risky = ['=1+1', '+84', '-5', '@a', '=HYPERLINK("http://x")'];
  const actions = [...risky, 'thường', '<&>"', '_x0041_', 'a\u0001\r\nb'].map((item, row) => write(row, 6, text(item)));
  const { bytes } = apply(makeBook(BOOK), actions);
  const book = read(bytes);
  const cells = actions.map((_, row) => cell(book, row, 6)!);
  expect(cells.map(({ value }) => value)).toEqual([...risky, 'thường', '<&>"', '_x0041_', 'a\u0001\r\nb']);
  expect(cells.every(({ formula }) => formula === undefined)).toBe(true);
  expect(cells.map(({ style }) => style !== undefined)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(part(bytes, 'xl/styles.xml').match(/quotePrefix="1"/g)).toHaveLength(1);
  // A number in its place takes the mark away again.
  const again = read(apply(bytes, [write(0, 6, number(5))]).bytes);
  expect(cell(again, 0, 6)).toMatchObject({ value: 5 });
  expect(part(apply(bytes, [write(0, 6, number(5))]).bytes, 'xl/styles.xml').match(/quotePrefix="1"/g)).toHaveLength(1);
});

it('drops the calculation chain only when a formula comes or goes, and asks for calculation where formulas may look', () => {
  const bytes = makeBook(BOOK);
  const plain = apply(bytes, [write(1, 1, number(5))]).bytes;
  expect(listZip(plain).has('xl/calcChain.xml')).toBe(true);
  expect(part(plain, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/>');
  const over = apply(bytes, [write(3, 3, number(5))]).bytes;
  expect(listZip(over).has('xl/calcChain.xml')).toBe(false);
  expect(part(over, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  const free = makeBook({ sheets: { A: '<sheetData/>' } });
  expect(part(apply(free, [write(0, 0, number(5))]).bytes, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
});

it('writes into the first cell of a merge when the target is a covered cell', () => {
  const sheet =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells>';
  const { bytes } = apply(makeBook({ sheets: { A: sheet } }), [
    write(2, 1, text('gộp'), { fill: 'FF0000' }),
    note(1, 2, 'ghi chú'),
  ]);
  const book = read(bytes);
  expect([...book.sheets[0]!.rows.values()].flat()).toMatchObject([{ row: 0, column: 0, value: 'gộp' }]);
  expect(part(bytes, 'xl/comments1.xml')).toContain('ref="A1"');
});

it('refuses what would break the file, names the reason and does the rest', () => {
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A2</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2</f><v>1</v></c></row>
    <row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>1</v></c><c r="C2"><v>1</v></c></row>`;
  const bytes = makeBook({
    sheets: { A: `<sheetData>${rows}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts>` },
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([['table', '../tables/table1.xml']]),
      'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="A1:A2"/>`,
    },
  });
  const { refused, bytes: patched } = apply(bytes, [
    write(0, 0, text('x')),
    write(0, 1, number(1), { fill: 'FF0000' }),
    write(0, 2, number(1)),
    write(1, 2, number(1)),
    write(2_000_000, 0, number(1)),
    { kind: 'style', sheet: 'A', range: { top: 0, left: 0, bottom: 900_000, right: 5 }, style: { bold: true } },
    { kind: 'note', sheet: 'Không có', row: 0, column: 0, text: 'x' },
    write(1, 1, number(7)),
    write(1, 0, number(8)),
  ]);
  expect(refused.map(({ refusal }) => refusal.code)).toEqual([
    'unknown-sheet',
    'table-header',
    'outside-sheet',
    'range-too-large',
    'formula-block',
    'formula-block',
    'formula-block',
  ]);
  expect(refused.every(({ refusal }) => /^\p{Lu}.*\.$/u.test(refusal.message))).toBe(true);
  const book = read(patched);
  expect(cell(book, 0, 1)).toEqual({ row: 0, column: 1, value: 1, formula: 'A2' });
  expect(cell(book, 1, 1)).toMatchObject({ value: 7 });
  expect(cell(book, 1, 0)).toMatchObject({ value: 8 });
});

it('creates notes with their drawing, in the order the schema wants', () => {
  const { bytes } = apply(makeBook(BOOK), [note(1, 1, 'Điểm <cao>'), note(1, 1, 'dòng hai'), note(30, 16_383, 'góc')]);
  const comments = part(bytes, 'xl/comments1.xml');
  expect(comments.match(/<comment /g)).toHaveLength(2);
  expect(comments).toContain('Điểm &lt;cao&gt;\ndòng hai');
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<pageMargins[^>]*\/><legacyDrawing r:id="rId\d"\/><tableParts/);
  const drawing = part(bytes, 'xl/drawings/vmlDrawing1.vml');
  expect(drawing).toContain('<x:Row>1</x:Row><x:Column>1</x:Column>');
  expect(part(bytes, '[Content_Types].xml')).toContain('/xl/comments1.xml');
});

it('appends to notes that are there: the same cell, another cell, a thread', () => {
  const vml =
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030"><br></v:shape></xml>';
  const bytes = makeBook({
    sheets: { A: '<sheetData/><legacyDrawing r:id="rId2"/>' },
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([
        ['comments', '../comments7.xml'],
        ['vmlDrawing', '../drawings/vmlDrawing7.vml'],
      ]),
      'xl/comments7.xml': `<comments xmlns="${MAIN}"><authors><author>An</author><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0"><text><t>cũ</t></text></comment><comment ref="B1" authorId="1"><text><r><t>chuỗi</t></r></text></comment></commentList></comments>`,
      'xl/drawings/vmlDrawing7.vml': vml,
    },
  });
  const { bytes: patched, refused } = apply(bytes, [note(0, 0, 'mới'), note(0, 1, 'x'), note(4, 4, 'khác')]);
  expect(refused.map(({ refusal }) => refusal.code)).toEqual(['threaded-note']);
  const comments = part(patched, 'xl/comments7.xml');
  expect(comments).toContain('<text><r><t>cũ</t></r><r><rPr>');
  expect(comments).toContain('\nmới</t></r></text></comment><comment ref="B1"');
  expect(comments).toContain('<author>tc={1}</author><author>Thi Đua Số</author></authors>');
  expect(comments).toContain('<comment ref="E5" authorId="2">');
  const drawing = part(patched, 'xl/drawings/vmlDrawing7.vml');
  expect(drawing.startsWith(vml.slice(0, -6))).toBe(true);
  expect(drawing).toContain('id="_x0000_s1031"');
  expect(part(patched, 'xl/worksheets/sheet1.xml').match(/legacyDrawing/g)).toHaveLength(1);
});

it('sets column widths inside spans of columns without losing the span’s other properties', () => {
  const bytes = makeBook({
    sheets: { A: '<cols><col min="2" max="5" width="9" style="3" hidden="1"/></cols><sheetData/>' },
  });
  const width = (column: number): Action => ({ kind: 'column-width', sheet: 'A', column, width: 30 });
  const sheet = part(apply(bytes, [width(2), width(0)]).bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain(
    '<cols><col width="30" customWidth="1" min="1" max="1"/><col min="2" max="2" width="9" style="3" hidden="1"/><col min="3" max="3" width="30" style="3" hidden="1" customWidth="1"/><col min="4" max="5" width="9" style="3" hidden="1"/></cols>',
  );
});

it('takes looks of new cells from their row or column', () => {
  const sheet =
    '<cols><col min="2" max="2" style="1"/></cols><sheetData><row r="1" s="1" customFormat="1"/></sheetData>';
  const book = read(
    apply(makeBook({ ...BOOK, sheets: { A: sheet } }), [
      write(0, 5, number(1)),
      write(3, 1, number(1)),
      write(3, 2, number(1)),
    ]).bytes,
  );
  expect([cell(book, 0, 5), cell(book, 3, 1), cell(book, 3, 2)].map((cell) => cell?.style ?? 0)).toEqual([1, 1, 0]);
});

it('adds sheets last under free names, and works on them at once', () => {
  const sheet = { name: 'a/B', cells: [{ row: 0, column: 0, value: text('=x') }] };
  const area = { top: 0, left: 0, bottom: 9, right: 27 };
  const { bytes, refused } = apply(makeBook(BOOK), [
    { kind: 'add-sheet', sheet: { ...sheet, name: 'a' } },
    { kind: 'add-sheet', sheet: { ...sheet, print: { orientation: 'landscape', titleRows: [0, 1], area } } },
    { kind: 'note', sheet: 'a B', row: 0, column: 0, text: 'trên trang mới' },
  ]);
  expect(refused).toEqual([]);
  const book = read(bytes);
  expect(book.sheets.map(({ name }) => name)).toEqual(['A', 'B', 'a (2)', 'a B']);
  expect(cell(book, 0, 0, 3)?.value).toBe('=x');
  expect(part(bytes, 'xl/workbook.xml')).toContain(
    '<definedName name="_xlnm.Print_Area" localSheetId="3">\'a B\'!$A$1:$AB$10</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="3">\'a B\'!$1:$2</definedName>',
  );
  expect(part(bytes, 'xl/comments1.xml')).toContain('trên trang mới');
});

it('keeps prefixes, strict namespaces and UTF-16 parts usable', () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const xml = `<?xml version="1.0" encoding="utf-16"?><x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const links = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const workbook = `<x:workbook xmlns:x="${strict}" xmlns:q="${links}"><x:sheets><x:sheet name="A" sheetId="4" q:id="rId1"/></x:sheets></x:workbook>`;
  const bytes = makeBook({
    sheets: { A: '' },
    parts: {
      'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')),
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': relationsXml([['worksheet', 'worksheets/sheet1.xml']]).replaceAll(LINKS, links),
    },
  });
  const { bytes: patched } = apply(bytes, [
    write(0, 1, text('ơ')),
    note(0, 0, 'n'),
    { kind: 'add-sheet', sheet: { name: 'N', cells: [] } },
  ]);
  const book = read(patched);
  expect([cell(book, 0, 0)?.value, cell(book, 0, 1)?.value, book.sheets[1]?.name]).toEqual([1, 'ơ', 'N']);
  const sheet = part(patched, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('encoding="UTF-8"');
  expect(sheet).toContain(`<x:legacyDrawing xmlns:r="${links}" r:id="rId2"/>`);
  expect(part(patched, 'xl/workbook.xml')).toContain(`<x:sheet name="N" sheetId="5" xmlns:r="${links}" r:id="rId2"/>`);
});

it('warns that a signature is lost, and leaves a file without actions as it is', () => {
  const signed = makeBook({ sheets: { A: '<sheetData/>' }, parts: { '_xmlsignatures/sig1.xml': '<a/>' } });
  expect(apply(signed, [write(0, 0, number(1))]).warnings).toHaveLength(1);
  expect(apply(signed, [])).toEqual({ bytes: signed, refused: [], warnings: [] });
});
