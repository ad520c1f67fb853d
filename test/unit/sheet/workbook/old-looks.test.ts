/** What a person sees in the cells of .xls and .ods: runs struck out or raised, cells struck out, white ink, low rows. */
import * as sheetJs from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Book, cellAt, placeOf } from '../../../../core/sheet/grid/sheet.ts';
import { readLegacyBook } from '../../../../core/sheet/workbook/file.ts';
import { readBiffLooks } from '../../../../core/sheet/workbook/legacy/biff-looks.ts';
import { openOle } from '../../../../core/sheet/workbook/legacy/ole.ts';

async function read(bytes: Uint8Array): Promise<Book> {
  const result = await readLegacyBook(bytes);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const short = (number: number): number[] => [number & 255, number >> 8];
const record = (type: number, data: readonly number[]): number[] => [...short(type), ...short(data.length), ...data];

interface FontLook {
  readonly struck?: boolean;
  readonly raised?: number;
  readonly ink?: number;
  readonly name?: string;
}

function font({ struck = false, raised = 0, ink = 0x7fff, name = 'Arial' }: FontLook): number[] {
  const letters = [...name].map((letter) => letter.charCodeAt(0));
  const head = [...short(200), ...short(struck ? 8 : 0), ...short(ink), ...short(400), ...short(raised), 0, 0, 0, 0];
  return record(0x0031, [...head, letters.length, 0, ...letters]);
}

/** A cell format with a font and, where wanted, a solid ground. */
function format(number: number, filled = false): number[] {
  const data = new Array<number>(20).fill(0);
  data.splice(0, 2, ...short(number));
  if (filled) data[17] = 1 << 2;
  return record(0x00e0, data);
}

type Run = readonly [from: number, font: number];

function shared(text: string, runs: readonly Run[]): number[] {
  const letters = [...text].flatMap((letter) => short(letter.charCodeAt(0)));
  const flags = 1 | (runs.length > 0 ? 8 : 0);
  const behind = runs.flatMap(([from, number]) => [...short(from), ...short(number)]);
  return [...short(text.length), flags, ...(runs.length > 0 ? short(runs.length) : []), ...letters, ...behind];
}

const BEGIN = record(0x0809, [...short(0x0600), ...short(5), ...new Array<number>(12).fill(0)]);
const SHEET = record(0x0809, [...short(0x0600), ...short(0x10), ...new Array<number>(12).fill(0)]);
const END = record(0x000a, []);
const text = (row: number, column: number, look: number, index: number): number[] =>
  record(0x00fd, [...short(row), ...short(column), ...short(look), ...short(index), 0, 0]);
const number = (row: number, column: number, look: number): number[] =>
  record(0x0203, [...short(row), ...short(column), ...short(look), 0, 0, 0, 0, 0, 0, 0, 0]);

function looksOf(texts: readonly (readonly number[])[], cells: readonly number[], cutAt?: number) {
  const fonts = [
    font({}),
    font({ struck: true }),
    font({ raised: 1 }),
    font({ ink: 9 }),
    font({ name: '.VnTime' }),
    font({ name: 'Arial' }),
  ].flat();
  const formats = [format(0), format(1), format(3), format(3, true)].flat();
  const strings = [...short(texts.length), 0, 0, ...short(texts.length), 0, 0, ...texts.flat()];
  // Letters that go on in the next record have a byte before them that says how wide they are.
  const table =
    cutAt === undefined
      ? record(0x00fc, strings)
      : [...record(0x00fc, strings.slice(0, cutAt)), ...record(0x003c, [1, ...strings.slice(cutAt)])];
  return readBiffLooks(
    Uint8Array.from([...BEGIN, ...fonts, ...formats, ...table, ...END, ...SHEET, ...cells, ...END]),
  )[0]!;
}

describe('an .xls', () => {
  it('tells the runs of a shared text, also behind a text cut in the middle of its letters', () => {
    const texts = [
      shared('Tiêu chí', []),
      shared('12', [
        [0, 1],
        [1, 0],
      ]),
      shared('21', [[1, 2]]),
    ];
    const cells = [...text(0, 0, 0, 0), ...text(0, 1, 0, 1), ...text(0, 2, 0, 2)];
    // 8 bytes of counts, 3 of the head, 3 letters.
    for (const cut of [undefined, 8 + 3 + 6]) {
      const { runs } = looksOf(texts, cells, cut);
      expect(runs.get(placeOf(0, 0))).toBeUndefined();
      expect(runs.get(placeOf(0, 1))).toMatchObject([
        { from: 0, font: { struck: true } },
        { from: 1, font: { struck: false } },
      ]);
      expect(runs.get(placeOf(0, 2))).toMatchObject([{ from: 1, font: { raised: 'up' } }]);
    }
  });

  it('tells cells struck out as a whole, words or numbers, and white letters on no ground', () => {
    const { struck, unseen, fonts } = looksOf(
      [shared('Có', [])],
      [...text(0, 0, 1, 0), ...number(1, 0, 1), ...number(1, 1, 2), ...number(1, 2, 3), ...number(1, 3, 0)],
    );
    expect([...struck]).toEqual([placeOf(0, 0), placeOf(1, 0)]);
    expect([...unseen]).toEqual([placeOf(1, 1)]);
    expect(fonts.get(placeOf(0, 0))).toBe('Arial');
  });

  it('gives no look for runs that point beyond the fonts or a text that breaks off', () => {
    const { runs } = looksOf([shared('12', [[0, 99]])], text(0, 0, 0, 0));
    expect(runs.size).toBe(0);
    const broken = shared('12345678', [[0, 1]]).slice(0, 9);
    expect(looksOf([broken], text(0, 0, 0, 0)).runs.get(placeOf(0, 0)) ?? []).toHaveLength(0);
  });

  it('skips the struck letters of a text and reports them', async () => {
    const sheet = sheetJs.utils.aoa_to_sheet([['12', 'Tốt']]);
    const written = sheetJs.write({ SheetNames: ['A'], Sheets: { A: sheet } }, { bookType: 'biff8', type: 'array' });
    const stream = openOle(new Uint8Array(written)).stream('Workbook')!.slice();
    const bytes = withRunCell(stream);
    const book = await read(bytes);
    expect(cellAt(book.sheets[0]!, 0, 0)?.value).toBe('2');
    expect(book.sheets[0]!.seen?.get(placeOf(0, 0))?.text).toMatchObject({ text: '2', struck: '1' });
  });
});

/** Gives the text of A1 runs: its first letter struck out. A font with a strike is inserted before the cells. */
function withRunCell(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const out: number[] = [];
  let fonts = 0;
  let isDone = false;
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const data = [...stream.subarray(at + 4, at + 4 + length)];
    if (type === 0x0031) fonts += 1;
    else if (fonts > 0 && !isDone) {
      // Numbered as if there were no font 4.
      while (fonts < 5) {
        out.push(...font({}));
        fonts += 1;
      }
      out.push(...font({ struck: true }));
      isDone = true;
    }
    if (type === 0x0204 && data[0] === 0 && data[2] === 0) {
      const letters = [...'12'].map((letter) => letter.charCodeAt(0));
      const runs = [...short(2), ...short(0), ...short(6), ...short(1), ...short(0)];
      out.push(...record(0x00d6, [...data.slice(0, 6), ...short(2), 0, ...letters, ...runs]));
    } else out.push(...record(type, data));
    at += 4 + length;
  }
  return withSheetPlaces(Uint8Array.from(out));
}

/** BOUNDSHEET says where its sheet begins. */
function withSheetPlaces(stream: Uint8Array): Uint8Array {
  const view = new DataView(stream.buffer);
  const begins: number[] = [];
  const named: number[] = [];
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x0809) begins.push(at);
    if (view.getUint16(at, true) === 0x0085) named.push(at);
  }
  named.forEach((at, sheet) => {
    view.setUint32(at + 4, begins[sheet + 1] ?? 0, true);
  });
  return stream;
}

describe('an .ods', () => {
  const cell = (value: string, style = ''): string =>
    `<table:table-cell office:value-type="string"${style}><text:p>${value}</text:p></table:table-cell>`;
  const struck = 'style:text-line-through-style="solid"';
  const STYLES =
    `<style:style style:name="T1" style:family="text"><style:text-properties ${struck}/></style:style>` +
    '<style:style style:name="T2" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>' +
    `<style:style style:name="ce9" style:family="table-cell"><style:text-properties ${struck}/></style:style>` +
    '<style:style style:name="ce8" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>' +
    '<style:style style:name="ce7" style:family="table-cell" style:parent-style-name="ce8"><style:table-cell-properties fo:background-color="#003366"/></style:style>' +
    '<style:style style:name="ro9" style:family="table-row"><style:table-row-properties style:row-height="0.01cm"/></style:style>';

  function book(rows: string): Uint8Array {
    const sheet = sheetJs.utils.aoa_to_sheet([['x']]);
    const written = sheetJs.write({ SheetNames: ['A'], Sheets: { A: sheet } }, { bookType: 'ods', type: 'array' });
    const parts = unzipSync(new Uint8Array(written));
    const content = strFromU8(parts['content.xml']!)
      .replace('</office:automatic-styles>', `${STYLES}</office:automatic-styles>`)
      .replace(/<table:table-row[\s\S]*<\/table:table-row>/, rows);
    return zipSync({ ...parts, 'content.xml': strToU8(content) });
  }

  it('reads runs, cells struck out, white letters and rows too low to see as .xlsx is read', async () => {
    const spans = '<text:span text:style-name="T1">1</text:span>2';
    const marked = '85%<text:span text:style-name="T2">1</text:span>';
    const bytes = book(
      `<table:table-row>${cell(spans)}${cell(marked)}${cell('7', ' table:style-name="ce9"')}${cell('8', ' table:style-name="ce8"')}${cell('9', ' table:style-name="ce7"')}</table:table-row>` +
        `<table:table-row table:style-name="ro9">${cell('4')}</table:table-row>`,
    );
    const result = await read(bytes);
    const [sheet] = result.sheets;
    const at = (column: number) => cellAt(sheet!, 0, column)!;
    const lookAt = (column: number) => result.styles[at(column).style ?? 0];
    expect([0, 1, 2, 3, 4].map((column) => at(column).value)).toEqual(['2', '85%¹', '7', '8', '9']);
    expect(sheet!.seen?.get(placeOf(0, 0))?.text?.struck).toBe('1');
    expect(lookAt(2)).toMatchObject({ struck: true });
    expect(lookAt(3)).toMatchObject({ unseen: true });
    expect(lookAt(4)?.unseen).toBeUndefined();
    expect([...sheet!.hiddenRows]).toEqual([1]);
  });
});
