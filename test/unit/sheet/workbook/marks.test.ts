/** Our marks in a file: they come and go, and what is the unit's stays as it was. */
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { patchBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { WHOLE_SHEET } from '../../../../core/sheet/workbook/marks.ts';
import type { Action } from '../../../../core/sheet/workbook/port.ts';
import { makeBook, type TestBook } from './make-zip.ts';

const OFF: Action = { kind: 'mark', sheet: 'A', ranges: [WHOLE_SHEET], severity: null };
const mark = (row: number, column: number, severity: 'error' | 'warning' | 'info', text: string): Action => ({
  kind: 'mark',
  sheet: 'A',
  ranges: [{ top: row, left: column, bottom: row, right: column }],
  severity,
  texts: [{ row, column, text }],
});
const words = (code: string) => `[Lỗi: ${code}] ghi 3 < 5.\n→ Sửa lại “ô” này.`;

const STYLES = `<fonts count="1"><font><sz val="11"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.6"/></patternFill></fill></fills>
<borders count="1"><border/></borders><cellXfs count="2"><xf fontId="0" fillId="0" borderId="0" numFmtId="0"/><xf fontId="0" fillId="2" borderId="0" numFmtId="0" applyFill="1"/></cellXfs>
<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>`;
const OWN_RULE = '<cfRule type="cellIs" dxfId="0" priority="4" operator="lessThan"><formula>3</formula></cfRule>';
const box = (row: number, column: number, kind = 'Note') =>
  `<v:shape id="_x0000_s1${row}" type="#_x0000_t202"><x:ClientData ObjectType="${kind}"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const BOOK: TestBook = {
  sheets: {
    A: `<sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1" s="1"><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="C1:D2"/></mergeCells><conditionalFormatting sqref="A1:C1">${OWN_RULE}</conditionalFormatting><legacyDrawing r:id="rId9"/>`,
  },
  styles: STYLES,
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/></Relationships>',
    'xl/comments1.xml':
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Lan</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Hỏi lại\nchị Hoa &amp; anh</t></text></comment></commentList></comments>',
    'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${box(0, 0)}${box(0, 1, 'Button')}</xml>`,
  },
};

function apply(bytes: Uint8Array, actions: readonly Action[]): Uint8Array {
  const result = patchBook(bytes, actions);
  if (!result.ok) throw new Error(result.refusal.code);
  expect(result.value.refused).toEqual([]);
  expect(readBook(result.value.bytes)).toMatchObject({ ok: true });
  return result.value.bytes;
}

function part(bytes: Uint8Array, name: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[name]);
}

const SHEET = 'xl/worksheets/sheet1.xml';
/** Cell and rule of each mark of ours in the sheet. */
const marksIn = (bytes: Uint8Array) =>
  [...part(bytes, SHEET).matchAll(/sqref="([^"]*)"><cfRule [^>]*><formula>&quot;thi-dua-so:(\w+)/g)].map(
    ([, cells, severity]) => [cells, severity],
  );
/** Cell and text of each note. */
const notesIn = (bytes: Uint8Array) =>
  [...part(bytes, 'xl/comments1.xml').matchAll(/<comment ref="(\w+)"[^>]*>(.*?)<\/comment>/gs)].map(([, cell, xml]) => [
    cell,
    [...(xml ?? '').matchAll(/<t[^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
  ]);
const boxesIn = (bytes: Uint8Array) =>
  [...part(bytes, 'xl/drawings/vmlDrawing1.vml').matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)/g)].map(
    ([, row, column]) => `${row},${column}`,
  );

const OWN_NOTE = ['A1', 'Hỏi lại\nchị Hoa &amp; anh'];

it('shows over the cell’s own fill and beside the unit’s own rules, and goes without a trace', () => {
  const before = makeBook(BOOK);
  const marked = apply(before, [
    mark(0, 0, 'error', words('missing-value')),
    mark(0, 1, 'error', words('not-a-number')),
    mark(1, 3, 'info', words('outlier')),
  ]);
  // The unit's cells keep their format; D2 is covered by the merge C1:D2.
  expect(part(marked, SHEET)).toContain('<c r="A1" s="1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1" s="1">');
  expect(marksIn(marked)).toEqual([
    ['A1 B1', 'error'],
    ['C1', 'info'],
  ]);
  expect(part(marked, 'xl/styles.xml')).toMatch(/<dxfs count="3"><dxf><font>.*FFFFC7CE.*FFDDEBF7/s);
  expect(notesIn(marked).map(([cell]) => cell)).toEqual(['A1', 'B1', 'C1']);
  expect(boxesIn(marked)).toEqual(['0,0', '0,1', '0,1', '0,2']);

  const cleared = apply(marked, [OFF]);
  expect(part(cleared, SHEET)).toBe(part(before, SHEET));
  expect(notesIn(cleared)).toEqual([OWN_NOTE]);
  // The unit's note and its button on B1 stay, our boxes go.
  expect(boxesIn(cleared)).toEqual(['0,0', '0,1']);
  expect(part(cleared, 'xl/drawings/vmlDrawing1.vml')).toContain('ObjectType="Button"');
});

it('when set again, obsolete marks go and repeated marks appear once', () => {
  const first = apply(makeBook(BOOK), [
    mark(0, 0, 'error', words('missing-value')),
    mark(0, 1, 'warning', words('late-report')),
  ]);
  let again = first;
  for (const code of ['outlier', 'missing-value']) {
    again = apply(again, [OFF, mark(0, 0, 'warning', words(code))]);
    expect(marksIn(again)).toEqual([['A1', 'warning']]);
    expect(notesIn(again)).toEqual([['A1', `${OWN_NOTE[1]}\n${words(code).replace('<', '&lt;')}`]]);
    expect(boxesIn(again)).toEqual(['0,0', '0,1']);
  }
  expect([...part(again, 'xl/styles.xml').matchAll(/<dxf>/g)]).toHaveLength(3);
});

it('what somebody typed into a note of ours stays', () => {
  const marked = apply(makeBook(BOOK), [mark(0, 1, 'error', words('missing-value'))]);
  const entries = unzipSync(marked);
  const typed = part(marked, 'xl/comments1.xml').replace('“ô” này.', '“ô” này.\nĐã sửa, chị Lan');
  entries['xl/comments1.xml'] = new TextEncoder().encode(typed);
  const cleared = apply(zipSync(entries), [OFF]);
  expect(notesIn(cleared)).toEqual([OWN_NOTE, ['B1', '\nĐã sửa, chị Lan']]);
  expect(boxesIn(cleared)).toContain('0,1');
});

it('a rule of somebody else in the same list as ours keeps its place', () => {
  const together = makeBook({
    ...BOOK,
    sheets: {
      A: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><conditionalFormatting sqref="A1:B3">${OWN_RULE}<cfRule type="expression" dxfId="0" priority="1"><formula>"thi-dua-so:error"&lt;&gt;""</formula></cfRule></conditionalFormatting>`,
    },
  });
  const cleared = apply(together, [OFF]);
  expect(part(cleared, SHEET)).toContain(`<conditionalFormatting sqref="A1:B3">${OWN_RULE}</conditionalFormatting>`);
  const bytes = apply(together, [{ ...OFF, ranges: [{ top: 0, left: 0, bottom: 1, right: 1 }] }]);
  expect(marksIn(bytes)).toEqual([['A3 B3', 'error']]);
});
