import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newBook, patchBook, readBook, readLegacyBook } from '../../../../core/sheet/workbook/file.ts';
import type { Action } from '../../../../core/sheet/workbook/port.ts';
import { processorTime } from '../../processor-time.ts';
import { bookParts, MAIN, makeZip, relationsXml } from './make-zip.ts';

const ACTIONS: readonly Action[] = [
  {
    kind: 'write',
    sheet: 'A',
    row: 1,
    column: 1,
    value: { kind: 'number', number: 5 },
    style: { fill: 'FF0000', bold: true },
  },
  { kind: 'style', sheet: 'A', range: { top: 0, left: 0, bottom: 3, right: 3 }, style: { border: true } },
  { kind: 'note', sheet: 'A', row: 0, column: 0, text: 'ghi chú' },
  { kind: 'column-width', sheet: 'A', column: 1, width: 12 },
  { kind: 'add-sheet', sheet: { name: 'A', cells: [{ row: 0, column: 0, value: { kind: 'text', text: '=x' } }] } },
];

const PARTS = bookParts({
  sheets: {
    A: `<dimension ref="A1:C2"/><cols><col min="1" max="3" width="9"/></cols><sheetData><row r="1" spans="1:3"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1+1</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2" t="inlineStr"><is><t>x &amp; y</t></is></c></row></sheetData><mergeCells count="1"><mergeCell ref="C1:D4"/></mergeCells><legacyDrawing r:id="rId2"/>`,
  },
  strings: '<si><t>chữ _x000D_</t></si>',
  styles:
    '<fonts count="1"><font><name val="Arial"/></font></fonts><cellXfs count="2"><xf fontId="0"/><xf fontId="0" numFmtId="9"><alignment wrapText="1"/></xf></cellXfs>',
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relationsXml([
      ['comments', '../comments1.xml'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ]),
    'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>a</author></authors><commentList><comment ref="A1" authorId="0"><text><t>cũ</t></text></comment></commentList></comments>`,
    'xl/drawings/vmlDrawing1.vml':
      '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>',
  },
});

/** Neither may throw or take long; a patched copy of a file that reads must read too. */
function tryAll(bytes: Uint8Array): void {
  const work = processorTime(() => {
    const before = readBook(bytes);
    const patched = patchBook(bytes, ACTIONS);
    if (before.ok && patched.ok) expect(readBook(patched.value.bytes).ok).toBe(true);
  });
  expect(work).toBeLessThan(3_000);
}

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(12),
    insert: fc.uint8Array({ maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 6 },
);

function mutate(bytes: Uint8Array, changes: readonly { at: number; remove: number; insert: Uint8Array }[]): Uint8Array {
  let list = [...bytes];
  for (const { at, remove, insert } of changes) {
    const place = Math.floor(at * list.length);
    list = [...list.slice(0, place), ...insert, ...list.slice(place + remove)];
  }
  return Uint8Array.from(list);
}

it('reader and patcher never throw or hang on damaged zips', () => {
  const whole = makeZip([...PARTS].map(([name, content]) => ({ name, content })));
  expect(readBook(whole).ok && patchBook(whole, ACTIONS).ok).toBe(true);
  fc.assert(
    fc.property(edits, (changes) => tryAll(mutate(whole, changes))),
    { seed: 11, numRuns: 1_000 },
  );
});

it('reader and patcher never throw or hang on damaged XML inside a sound zip', () => {
  const names = [...PARTS.keys()];
  const fragment = fc.constantFrom(
    '<',
    '>',
    '"',
    '</',
    '/>',
    '&',
    '<c r="',
    ' r="9"',
    '<row>',
    '</row>',
    's="99"',
    '<f>',
    '-1',
    '1e999',
    ']]>',
    '<!--',
    '<x:',
    ' ref="B1"',
    'A1:XFD1048576',
    '\u0000',
  );
  const change = fc.record({
    part: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.nat(20),
    insert: fragment,
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const parts = new Map(PARTS);
      for (const { part, at, remove, insert } of changes) {
        const xml = String(parts.get(part));
        const place = Math.floor(at * xml.length);
        parts.set(part, xml.slice(0, place) + insert + xml.slice(place + remove));
      }
      tryAll(makeZip([...parts].map(([name, content]) => ({ name, content }))));
    }),
    { seed: 12, numRuns: 1_500 },
  );
});

it('the same for our own workbooks and for random bytes behind known beginnings', async () => {
  const own = newBook([{ name: 'A', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'a' } }] }]);
  fc.assert(
    fc.property(edits, (changes) => tryAll(mutate(own, changes))),
    { seed: 13, numRuns: 300 },
  );
  const heads = [
    'PK\u0003\u0004',
    '<html><table><tr><td>',
    '<?xml version="1.0"?>',
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
  ];
  const bytes = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }));
  await fc.assert(
    fc.asyncProperty(bytes, async ([head, tail]) => {
      const all = Uint8Array.from([...Buffer.from(head, 'latin1'), ...tail]);
      tryAll(all);
      await readLegacyBook(all);
    }),
    { seed: 14, numRuns: 300 },
  );
});
