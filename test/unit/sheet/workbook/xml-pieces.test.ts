/** A part that comes piece by piece reads as the whole text does, wherever a piece ends and however long a token is. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBook } from '../../../../core/sheet/workbook/file.ts';
import { CLOSE, OPEN, TEXT, XmlScanner } from '../../../../core/sheet/workbook/xlsx/xml-scan.ts';
import { decodeXml, xmlPieces } from '../../../../core/sheet/workbook/xlsx/xml-text.ts';
import { drawn } from '../../../draws.ts';
import { makeBook } from './make-zip.ts';

/** Longer than what a cursor keeps in front of it, and than its window. */
const LONG = 80_000;

/** Every token with what can be asked of it, and the fault at its end. */
function tokensOf(scanner: XmlScanner): readonly unknown[] {
  const tokens: unknown[] = [];
  try {
    for (let token = scanner.next(); token; token = scanner.next()) {
      if (token === OPEN) tokens.push([scanner.name, ...scanner.rawAttributes(), scanner.attribute('r')]);
      else if (token === TEXT) tokens.push(scanner.text());
      else tokens.push(CLOSE, scanner.depth);
    }
  } catch (error) {
    tokens.push(String(error));
  }
  return tokens;
}

function inPieces(text: string, lengths: readonly number[]): XmlScanner {
  let [at, piece] = [0, 0];
  return new XmlScanner('', 0, () => {
    const length = lengths[piece++ % lengths.length] ?? 1;
    at += length;
    return text.slice(at - length, at);
  });
}

const long = fc.constantFrom('a', 'ệ', ' ', '<b>', '"').map((text) => text.repeat(LONG / text.length));
const element = fc.oneof(
  fc.nat(999_999).map((n) => `<c r="A${n + 1}" s="1"><v>${n}</v></c>`),
  fc.string({ maxLength: 20 }).map((text) => `<t>${text.replace(/[<&]/g, '')}</t>`),
  long.map((text) => `<t>${text.replaceAll('<', '').replaceAll('"', 'q')}</t>`),
  long.map((text) => `<!-- ${text} --><x:row  r='${text.replaceAll('<', '')}'   hidden = "1"/>`),
  long.map((text) => `<t><![CDATA[${text}]]></t><?note ${text}?>`),
  fc
    .nat(400)
    .map((count) => `<r ${Array.from({ length: count }, (_, at) => `a${at}="${'v'.repeat(300)}"`).join(' ')}/>`),
);
const document = fc
  .array(element, { maxLength: 40 })
  .map((parts) => `<?xml version="1.0"?><worksheet xmlns:x="y">${parts.join('\n')}</worksheet>`);
const lengths = fc.array(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 300_000 })), {
  minLength: 1,
});

describe('XML in pieces', () => {
  it('gives the same tokens, whole or cut off', () => {
    fc.assert(
      fc.property(document, lengths, fc.double({ min: 0, max: 1, noNaN: true }), (text, cuts, part) => {
        // Very short pieces of a very long text would take for ever to put together.
        const pieces = cuts.map((length) => Math.max(length, text.length >> 10));
        expect(tokensOf(inPieces(text, pieces))).toEqual(tokensOf(new XmlScanner(text)));
        const cut = text.slice(0, Math.floor(text.length * part));
        expect(tokensOf(inPieces(cut, pieces))).toEqual(tokensOf(new XmlScanner(cut)));
      }),
      { numRuns: drawn(25, 60), seed: 20261126 },
    );
  });

  it('is decoded as the whole is, in any encoding', () => {
    const text = `<?xml version="1.0" encoding="windows-1258"?><a>${'Đánh giá 😀 ệ '.repeat(700_000)}</a>`;
    const utf8 = new TextEncoder().encode(`\ufeff${text}`);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const latin = new Uint8Array(Buffer.from(text.replaceAll('😀', '').replaceAll('ệ', 'à'), 'latin1'));
    for (const bytes of [utf8, utf16, latin, utf8.subarray(0, 100), utf8.subarray(0, utf8.length - 8)]) {
      const next = xmlPieces(bytes);
      const pieces: string[] = [];
      for (let piece = next(); piece !== ''; piece = next()) pieces.push(piece);
      expect(pieces.join('') === decodeXml(bytes)).toBe(true);
      if (bytes === utf8) expect(pieces.length).toBeGreaterThan(5);
    }
  });

  it('reads a sheet of 200,000 rows in whatever order they stand, a repeated cell by its last value', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => {
      const cell = (column: string, value: string) =>
        `<c r="${column}${at + 1}" t="inlineStr"><is><t>${value}</t></is></c>`;
      return `<row r="${at + 1}">${cell('A', `Bản số ${at}`)}${cell('B', 'hộ')}</row>`;
    });
    const late = '<row r="7"><c r="C7"><v>1.5</v></c><c r="A7"><v>7</v></c></row>';
    const sheet = `<sheetData>${rows.join('')}${late}</sheetData>`;
    expect(sheet.length).toBeGreaterThan(16 << 20);
    const book = readBook(makeBook({ sheets: { Một: sheet } }));
    if (!book.ok) throw new Error(book.refusal.message);
    const [read] = book.value.sheets;
    expect(read?.rows.size).toBe(200_000);
    expect(read?.rows.get(6)?.map(({ column, value }) => [column, value])).toEqual([
      [0, 7],
      [1, 'hộ'],
      [2, 1.5],
    ]);
    expect(read?.rows.get(199_999)?.map(({ value }) => value)).toEqual(['Bản số 199999', 'hộ']);
    expect([...(read?.rows.keys() ?? [])].every((row, at) => row === at)).toBe(true);
  });
});

it('what is taken from a text in pieces keeps no piece in memory', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const inUse = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  let pieces = 0;
  const more = () => {
    pieces += 1;
    return pieces < 40 ? `<t>thôn Nà Tấu ${pieces}</t><u>${'ế'.repeat(500_000)}</u>` : pieces === 40 ? '</r>' : '';
  };
  const before = inUse();
  const scanner = new XmlScanner('<r>', 0, more);
  const taken: string[] = [];
  for (let token = scanner.next(); token; token = scanner.next())
    if (token === OPEN && scanner.name === 't') taken.push(scanner.content());
  expect(inUse() - before).toBeLessThan(10 * 1024 * 1024);
  expect(taken).toEqual(Array.from({ length: 39 }, (_, at) => `thôn Nà Tấu ${at + 1}`));
});
