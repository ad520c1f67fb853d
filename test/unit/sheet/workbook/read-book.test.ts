import { expect, it } from 'vitest';
import { type Book, type CellValue, cellAt } from '../../../../core/sheet/grid/sheet.ts';
import { readBook } from '../../../../core/sheet/workbook/file.ts';
import { bookParts, LINKS, MAIN, makeBook, makeZip, relationsXml } from './make-zip.ts';

function read(bytes: Uint8Array): Book {
  const result = readBook(bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

function values(book: Book, sheet = 0): Record<string, CellValue | null> {
  const all: Record<string, CellValue | null> = {};
  for (const row of book.sheets[sheet]!.rows.values()) {
    for (const cell of row) all[`${String.fromCharCode(65 + cell.column)}${cell.row + 1}`] = cell.value;
  }
  return all;
}

const item = (xml: string): string => `<sheetData>${xml}</sheetData>`;

it('reads every kind of cell and lists no empty cell', () => {
  const rows = `<row r="1"><c r="A1"><v>12.5</v></c><c r="B1"><v>-3e-2</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>
    <c r="E1" t="e"><v>#N/A</v></c><c r="F1" s="1"/><c r="G1" t="str"><v>chữ</v></c><c r="H1" t="inlineStr"><is><t> a </t></is></c>
    <c r="I1" t="d"><v>2025-11-05T12:00:00</v></c><c r="J1"><v>0x1F</v></c><c r="K1"><v> 7 </v></c><c r="L1" t="s"><v></v></c></row>`;
  expect(values(read(makeBook({ sheets: { A: item(rows) } })))).toEqual({
    A1: 12.5,
    B1: -0.03,
    C1: true,
    D1: false,
    E1: { error: '#N/A' },
    G1: 'chữ',
    H1: ' a ',
    I1: 45966.5,
    J1: '0x1F',
    K1: 7,
  });
});

it('keeps cached results 0, false and empty text, and a formula that was never calculated', () => {
  const rows = `<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>0</v></c><c r="B1" t="b"><f>1=2</f><v>0</v></c>
    <c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>NOW()</f></c></row>`;
  const [sheet] = read(makeBook({ sheets: { A: item(rows) } })).sheets;
  expect(sheet!.rows.get(0)).toEqual([
    { row: 0, column: 0, value: 0, formula: 'SUM(B1:B2)' },
    { row: 0, column: 1, value: false, formula: '1=2' },
    { row: 0, column: 2, value: '', formula: '""' },
    { row: 0, column: 3, value: null, formula: 'NOW()' },
  ]);
});

it('moves shared formulas to the cells that follow, leaving fixed parts, names and texts', () => {
  const head = `SUM($A1:B$2)+'Tờ A1'!C3&"A1"+LOG10(A1)+AB_1`;
  const rows = `<row r="1"><c r="C1"><f t="shared" ref="C1:D2" si="0">${head.replaceAll('&', '&amp;')}</f><v>1</v></c></row>
    <row r="2"><c r="D2"><f t="shared" si="0"/><v>2</v></c></row>`;
  const [sheet] = read(makeBook({ sheets: { A: item(rows) } })).sheets;
  expect(cellAt(sheet!, 1, 3)?.formula).toBe(`SUM($A2:C$2)+'Tờ A1'!D4&"A1"+LOG10(B2)+AB_1`);
});

it('joins rich text, leaves phonetic readings out and decodes escapes as Excel does', () => {
  const strings = `<si><r><rPr><b/></rPr><t xml:space="preserve">Xã </t></r><r><t>Ta Ma</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si/>
    <si><t>a_x000D_b _x005F_x0041_ _X0041_ &#233;&amp;<![CDATA[<&amp;]]></t></si><si><t>x\r\ny</t></si>`;
  const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>`;
  expect(values(read(makeBook({ sheets: { A: item(rows) }, strings })))).toEqual({
    A1: 'Xã Ta Ma',
    C1: 'a\rb _x0041_ _X0041_ é&<&amp;',
    D1: 'x\ny',
  });
});

it('gives a lost shared string as an error, and refuses a file whose strings are all gone', () => {
  const sheets = { A: item('<row r="1"><c r="A1" t="s"><v>9</v></c></row>') };
  expect(values(read(makeBook({ sheets, strings: '<si><t>a</t></si>' })))).toEqual({ A1: { error: '#REF!' } });
  expect(readBook(makeBook({ sheets }))).toMatchObject({ ok: false, refusal: { code: 'damaged' } });
});

it('puts unnumbered, repeated and disordered rows and cells in their places', () => {
  const rows = `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="B5"><v>5</v></c><c r="A5"><v>4</v></c></row>
    <row r="3"><c r="A3"><v>3</v></c></row><row r="5"><c r="A5"><v>44</v></c></row>`;
  const book = read(makeBook({ sheets: { A: item(rows) } }));
  expect(values(book)).toEqual({ A1: 1, B1: 2, A3: 3, A5: 44, B5: 5 });
  expect([...book.sheets[0]!.rows.keys()]).toEqual([0, 2, 4]);
  expect(book.sheets[0]!.rows.get(4)!.map(({ column }) => column)).toEqual([0, 1]);
});

it('reads looks: font, own and built-in formats, an index beyond the list', () => {
  const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
    <fonts count="2"><font><name val="Arial"/></font><font><sz val="13"/><name val=".VnTime"/></font></fonts>
    <cellXfs count="3"><xf fontId="0" numFmtId="0"/><xf fontId="1" numFmtId="164"/><xf fontId="0" numFmtId="9"/></cellXfs>`;
  const rows = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1" s="77"><v>1</v></c></row>';
  const book = read(makeBook({ sheets: { A: item(rows) }, styles }));
  expect(book.sheets[0]!.rows.get(0)!.map((cell) => book.styles[cell.style ?? 0])).toEqual([
    { font: '.VnTime', numberFormat: 'dd/mm/yyyy' },
    { font: 'Arial', numberFormat: '0%' },
    { font: 'Arial', numberFormat: 'General' },
  ]);
});

it('reads merges, hidden rows and columns, states, protection and the 1904 calendar', () => {
  const sheet = `<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>
    ${item('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" ht="0" customHeight="1"/><row r="3" ht="20"/>')}
    <sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:C2"/></mergeCells>`;
  const bytes = makeBook({
    sheets: { A: sheet, B: item('') },
    before: '<workbookPr date1904="1"/>',
    parts: {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" state="veryHidden" r:id="rId2"/></sheets></workbook>`,
    },
  });
  const book = read(bytes);
  expect(book.date1904).toBe(true);
  expect(book.sheets[0]).toMatchObject({ merges: [{ top: 0, left: 0, bottom: 1, right: 2 }], protected: true });
  expect([...book.sheets[0]!.hiddenRows]).toEqual([0, 1]);
  expect([...book.sheets[0]!.hiddenColumns]).toEqual([1, 2, 4]);
  expect(book.sheets[1]!.state).toBe('very-hidden');
});

it('says what else is in the file: macros, links to other workbooks, a signature', () => {
  const bytes = makeBook({
    sheets: { A: item('') },
    relations: [['externalLink', 'externalLinks/externalLink1.xml']],
    parts: {
      'xl/vbaProject.bin': 'x',
      '_xmlsignatures/sig1.xml': '<a/>',
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
      'xl/externalLinks/_rels/externalLink1.xml.rels': relationsXml(
        [['externalLinkPath', 'file:///C:/b%C3%A1o%20c%C3%A1o.xlsx']],
        true,
      ),
    },
  });
  expect(read(bytes)).toMatchObject({
    macros: true,
    signed: true,
    externalLinks: ['file:///C:/b%C3%A1o%20c%C3%A1o.xlsx'],
  });
  expect(read(makeBook({ sheets: { A: item('') } }))).toMatchObject({ macros: false, externalLinks: [] });
});

it('leaves chart sheets and dangling relations out; a package without worksheet is refused', () => {
  const sheets = { A: item('<row><c><v>1</v></c></row>'), B: '', C: '' };
  const chart = { 'xl/worksheets/sheet2.xml': `<chartsheet xmlns="${MAIN}"/>`, 'xl/worksheets/sheet3.xml': null };
  expect(read(makeBook({ sheets, parts: chart })).sheets.map(({ name }) => name)).toEqual(['A']);
  const none = makeBook({ sheets: { B: '' }, parts: { 'xl/worksheets/sheet1.xml': `<chartsheet xmlns="${MAIN}"/>` } });
  expect(readBook(none)).toMatchObject({ ok: false, refusal: { code: 'no-worksheet' } });
  const document = makeZip([
    { name: '_rels/.rels', content: relationsXml([['officeDocument', 'word/document.xml']]) },
    { name: 'word/document.xml', content: '<w:document xmlns:w="w"/>' },
  ]);
  expect(readBook(document)).toMatchObject({ ok: false, refusal: { code: 'not-workbook' } });
});

it('reads prefixed and strict XML, absolute targets, odd case, back-slashed names and a missing styles part', () => {
  const strict = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
  const prefixed = `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>ă</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  const parts = bookParts({
    sheets: { A: '' },
    parts: {
      'xl/worksheets/sheet1.xml': prefixed,
      'xl/_rels/workbook.xml.rels': relationsXml([['worksheet', '/xl/Worksheets/SHEET1.xml']]),
    },
  });
  const bytes = makeZip([...parts].map(([name, content]) => ({ name: name.replaceAll('/', '\\'), content })));
  expect(values(read(bytes))).toEqual({ A1: 'ă' });
});

it('reads UTF-16 of both byte orders, with and without byte order mark', () => {
  const xml = `<?xml version="1.0" encoding="UTF-16"?><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>Tỷ lệ</v></c></row></sheetData></worksheet>`;
  for (const mark of ['\ufeff', '']) {
    const little = new Uint8Array(Buffer.from(mark + xml, 'utf16le'));
    const big = new Uint8Array(Buffer.from(mark + xml, 'utf16le').swap16());
    for (const sheet of [little, big]) {
      expect(values(read(makeBook({ sheets: { A: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet } })))).toEqual({
        A1: 'Tỷ lệ',
      });
    }
  }
});
