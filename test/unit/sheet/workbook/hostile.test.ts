import { expect, it } from 'vitest';
import { columnName } from '../../../../core/sheet/grid/address.ts';
import { kindOf, patchBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { processorTime } from '../../processor-time.ts';
import { bookParts, MAIN, makeBook, makeZip, type RawEntry } from './make-zip.ts';

const SHEET = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const entries = (): RawEntry[] =>
  [...bookParts({ sheets: { A: SHEET } })].map(([name, content]) => ({ name, content }));

function codeOf(bytes: Uint8Array): string {
  const result = readBook(bytes);
  // The patcher does not read every part, so it may accept more; it must not throw.
  patchBook(bytes, [{ kind: 'note', sheet: 'A', row: 0, column: 0, text: 'x' }]);
  if (!result.ok) expect(result.refusal.message).toMatch(/^\p{Lu}.*\.$/u);
  return result.ok ? 'ok' : result.refusal.code;
}

function withSheet(entry: Partial<RawEntry>): Uint8Array {
  return makeZip(
    entries().map((rawEntry) => (rawEntry.name.endsWith('sheet1.xml') ? { ...rawEntry, ...entry } : rawEntry)),
  );
}

function sheetXml(inner: string): Uint8Array {
  return makeBook({ sheets: { A: inner } });
}

it('refuses bombs by what they declare, before inflating', () => {
  expect(codeOf(withSheet({ claim: { size: 200 * 1024 * 1024 } }))).toBe('too-large');
  const many = Array.from({ length: 60 }, (_, index) => ({
    name: `x${index}`,
    content: 'x',
    claim: { size: 10 * 1024 * 1024 },
  }));
  expect(codeOf(makeZip([...entries(), ...many]))).toBe('too-large');
  const crowd = Array.from({ length: 50_001 }, (_, index) => ({ name: `x${index}`, content: '', stored: true }));
  expect(codeOf(makeZip(crowd))).toBe('too-large');
});

it('stops a part that holds more than it declares, without inflating the rest', () => {
  const zeros = new Uint8Array(96 * 1024 * 1024);
  const before = process.memoryUsage().rss;
  expect(codeOf(withSheet({ content: zeros, claim: { size: 5_000, crc: 0 } }))).toBe('damaged');
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  expect(codeOf(withSheet({ claim: { size: 100_000_000 } }))).toBe('damaged');
});

it('refuses overlapping entries, wrong checksums, passwords and unknown methods', () => {
  const overlap = makeZip([...entries(), { name: 'xl/again.xml', content: '', sharesDataOf: 4 }]);
  expect(codeOf(overlap)).toBe('damaged');
  expect(codeOf(withSheet({ claim: { crc: 123 } }))).toBe('damaged');
  expect(codeOf(withSheet({ claim: { flags: 1 } }))).toBe('encrypted');
  expect(codeOf(withSheet({ claim: { method: 12 } }))).toBe('damaged');
});

it('refuses a file cut off anywhere', () => {
  const whole = sheetXml(SHEET);
  for (let length = 4; length < whole.length; length += 7) expect(codeOf(whole.slice(0, length))).toBe('damaged');
  expect(codeOf(whole)).toBe('ok');
});

it('accepts bytes behind the archive', () => {
  expect(codeOf(new Uint8Array([...sheetXml(SHEET), ...new Uint8Array(400)]))).toBe('ok');
});

it('refuses document types and entities, and expands none', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
  expect(codeOf(withSheet({ content: bomb }))).toBe('unsafe-markup');
  const external = `<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet xmlns="${MAIN}"/>`;
  expect(codeOf(withSheet({ content: external }))).toBe('unsafe-markup');
  expect(codeOf(sheetXml('<sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>'))).toBe('damaged');
  for (const reference of ['&#0;', '&#xD800;', '&#x110000;', '&', '&amp']) {
    expect(codeOf(sheetXml(`<sheetData><row><c t="str"><v>${reference}</v></c></row></sheetData>`))).toBe('damaged');
  }
});

it('refuses XML that is not well formed', () => {
  for (const broken of [
    '<sheetData><row></c></row></sheetData>',
    '<sheetData>',
    '<sheetData><row r=1/></sheetData>',
    '<sheetData><row r="1/></sheetData>',
    '<a'.repeat(50_000),
    `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`,
    '<sheetData><row r="1"><c r="A0"><v>1</v></c></row></sheetData>',
    '<sheetData><row r="1"><c r="__proto__"><v>1</v></c></row></sheetData>',
  ]) {
    expect(codeOf(sheetXml(broken))).toBe('damaged');
  }
  expect(codeOf(withSheet({ content: Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe) }))).toBe('damaged');
});

/**
 * Twice as much of it costs twice as much, not four times; the half second is what a busy machine adds to small
 * figures.
 */
function expectLinear(make: (size: number) => Uint8Array, size: number, code: string): void {
  const [once, twice] = [make(size), make(2 * size)];
  expect(codeOf(once)).toBe(code);
  const first = processorTime(() => codeOf(once));
  const second = processorTime(() => expect(codeOf(twice)).toBe(code));
  expect(second).toBeLessThan(3 * first + 500);
}

it('is not slowed down by merges, columns and styles over the whole sheet', () => {
  const wide = (size: number): Uint8Array =>
    sheetXml(`<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(size)}</cols><sheetData/>
      <mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10 * size)}</mergeCells>
      <dataValidations><dataValidation type="whole" sqref="A1:XFD1048576"/></dataValidations>`);
  expectLinear(wide, 10_000, 'ok');
});

it('is not slowed down by cells in reverse, texts of references or a long formula shared by many', () => {
  const cells = (size: number, make: (index: number) => string): string =>
    Array.from({ length: size }, (_, index) => make(index)).join('');
  const inCell = (text: string) => sheetXml(`<sheetData><row><c t="str"><v>${text}</v></c></row></sheetData>`);
  const reverse = (size: number): Uint8Array => {
    const row = cells(size, (index) => `<c r="${columnName(size - 1 - index)}1"><v>1</v></c>`);
    return sheetXml(`<sheetData>${`<row r="1">${row}</row>`.repeat(5)}</sheetData>`);
  };
  const shared = (size: number): Uint8Array => {
    const head = `<c><f t="shared" ref="A1:A2" si="0">${'A1+'.repeat(2_700)}1</f></c>`;
    return sheetXml(
      `<sheetData><row r="2">${head}${cells(size, () => '<c><f t="shared" si="0"/></c>')}</row></sheetData>`,
    );
  };
  expectLinear(reverse, 8_000, 'ok');
  expectLinear(shared, 500, 'ok'); // all of them are moved, each by itself
  expectLinear((size) => inCell('&amp;'.repeat(size)), 500_000, 'too-large');
  expectLinear((size) => inCell('a<!---->'.repeat(size)), 100_000, 'too-large');
});

it('keeps hostile names as plain text', () => {
  const book = readBook(makeBook({ sheets: { __proto__x: SHEET, constructor: SHEET } }));
  expect(book.ok && book.value.sheets.map(({ name }) => name)).toEqual(['__proto__x', 'constructor']);
});

it('tells kinds by content', () => {
  const kind = (bytes: Uint8Array): string => {
    const result = kindOf(bytes);
    return result.ok ? result.value : result.refusal.code;
  };
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const ole = new Uint8Array(2_048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(kind(ole)).toBe('xls');
  ole.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1_024 + 128);
  expect(kind(ole)).toBe('encrypted');
  expect(codeOf(ole)).toBe('encrypted');
  expect(kind(ole.slice(0, 233))).toBe('unknown');
  expect(kind(text('\ufeff  <html><table>'))).toBe('html');
  expect(kind(text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'))).toBe(
    'xml-2003',
  );
  expect(
    kind(makeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true }])),
  ).toBe('ods');
  for (const other of [text('a;b;c\n1;2;3'), text('%PDF-1.7'), new Uint8Array(600), new Uint8Array(0), text('Rar!')]) {
    expect(kind(other)).toBe('unknown');
    expect(codeOf(other)).toBe('not-workbook');
  }
  const binary = makeZip([{ name: 'xl/workbook.bin', content: 'x' }]);
  expect(codeOf(binary)).toBe('binary-workbook');
});
