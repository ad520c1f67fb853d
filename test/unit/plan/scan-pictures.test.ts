/** Pictures of pages: read, evened, straightened, freed of the lines of tables; and the photo of a camera as a PDF. */
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../core/plan/file/scan/clean-picture.ts';
import { eraseRules } from '../../../core/plan/file/scan/erase-rules.ts';
import { evenLight } from '../../../core/plan/file/scan/even-light.ts';
import { jpegAsPdf } from '../../../core/plan/file/scan/jpeg-as-pdf.ts';
import { cutOut, inkLevel, type Picture, scaled } from '../../../core/plan/file/scan/picture.ts';
import { greyPng, pngPicture, pngSize } from '../../../core/plan/file/scan/png.ts';
import { angleOf, straighten } from '../../../core/plan/file/scan/straighten.ts';
import { random } from '../../fixtures/random.ts';

/** A page of lines of "words" (boxes of ink), turned by some degrees. */
function page(angle: number, paper = (_x: number, _y: number) => 255): Picture {
  const [width, height] = [800, 1000];
  const slope = Math.tan((angle * Math.PI) / 180);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const row = y - (x - width / 2) * slope;
      const isInk = x > 80 && x < 720 && row > 80 && row < 900 && row % 40 < 16 && x % 50 < 38 && (x + row) % 5 < 3;
      data[y * width + x] = isInk ? 20 : paper(x, y);
    }
  return { width, height, data };
}

const inkIn = ({ data }: Picture) => data.filter((value) => value < 128).length;

/** Colours of one dot each as a .png, rows unfiltered. */
function png(
  colour: number,
  depth: number,
  rows: readonly (readonly number[])[],
  width: number,
  more = {},
): Uint8Array {
  const { interlaced = 0, palette = [] as number[] } = more as { interlaced?: number; palette?: number[] };
  const chunk = (name: string, content: readonly number[] | Uint8Array) => {
    const head = new Uint8Array(8);
    new DataView(head.buffer).setUint32(0, content.length);
    head.set(
      Array.from(name, (sign) => sign.charCodeAt(0)),
      4,
    );
    return [...head, ...content, 0, 0, 0, 0];
  };
  const size = [0, 0, 0, width, 0, 0, 0, rows.length, depth, colour, 0, 0, interlaced];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', size),
    ...(palette.length > 0 ? chunk('PLTE', palette) : []),
    ...chunk('IDAT', zlibSync(Uint8Array.from(rows.flat()))),
    ...chunk('IEND', []),
  ]);
}

describe('a .png', () => {
  it.each([
    [
      'grey',
      png(
        0,
        8,
        [
          [0, 10, 200],
          [2, 5, 5],
        ],
        2,
      ),
      [10, 200, 15, 205],
    ],
    ['of colours, of which the red counts', png(2, 8, [[0, 255, 0, 0, 9, 200, 200]], 2), [255, 9]],
    ['with clear dots', png(6, 8, [[1, 7, 0, 0, 255, 3, 0, 0, 0]], 2), [7, 10]],
    ['of a palette', png(3, 4, [[0, 0x10]], 2, { palette: [8, 0, 0, 99, 0, 0] }), [99, 8]],
    ['of bits', png(0, 1, [[0, 0b1010_0000]], 3), [255, 0, 255]],
    ['of sixteen bits', png(0, 16, [[0, 120, 9, 130, 9]], 2), [120, 130]],
  ])('%s is read', (_what, bytes, dots) => {
    expect([...(pngPicture(bytes)?.data ?? [])]).toEqual(dots);
  });

  it('comes back as it was written, in sixteen greys', () => {
    const picture = page(0);
    const bytes = greyPng(picture);
    expect(pngSize(bytes)).toEqual({ width: 800, height: 1000 });
    const read = pngPicture(bytes);
    expect(read?.data.every((value, at) => value >> 4 === (picture.data[at] ?? 0) >> 4)).toBe(true);
  });

  it('that is damaged or interlaced is none; longer inside than it says it is cut', () => {
    expect(pngPicture(png(0, 8, [[0, 1]], 1, { interlaced: 1 }))).toBeNull();
    expect(pngPicture(png(0, 8, [[0, 1]], 2))).toBeNull();
    expect(pngPicture(png(0, 8, [new Array(4000).fill(0)], 2))?.data).toHaveLength(2);
    const { between } = random(5);
    for (let round = 0; round < 400; round++) {
      const bytes = png(
        2,
        8,
        [
          [4, 1, 2, 3, 4, 5, 6],
          [3, 1, 2, 3, 4, 5, 6],
        ],
        2,
      );
      for (let change = between(1, 6); change > 0; change--) bytes[between(8, bytes.length - 1)] = between(0, 255);
      const read = pngPicture(bytes);
      if (read) expect(read.data).toHaveLength(read.width * read.height);
    }
  });
});

describe('a page', () => {
  it.each([-3.2, -0.7, 0, 1.3, 4.4])('that lies %d° crooked is found so and laid straight', (angle) => {
    const crooked = page(angle);
    expect(angleOf(crooked)).toBeCloseTo(angle, 0);
    expect(Math.abs(angleOf(crooked) - angle)).toBeLessThan(0.15);
    expect(Math.abs(angleOf(straighten(crooked)))).toBeLessThan(0.15);
  });

  it('loses the lines of its tables and keeps its letters, where a line crosses them too', () => {
    const plain = page(0);
    const data = Uint8Array.from(plain.data);
    for (let x = 60; x < 740; x++) for (const y of [70, 71, 500, 501]) data[y * 800 + x] = 0;
    for (let y = 70; y < 910; y++) for (const x of [60, 61, 739, 740]) data[y * 800 + x] = 0;
    const erased = eraseRules({ ...plain, data });
    expect(inkIn({ ...plain, data })).toBeGreaterThan(inkIn(plain) * 1.05);
    expect(inkIn(erased) / inkIn(plain)).toBeGreaterThan(0.97);
    expect(inkIn(erased) / inkIn(plain)).toBeLessThan(1.01);
  });

  it('with a dark side becomes white everywhere', () => {
    const dark = page(0, (x) => 255 - x * 0.2);
    const even = evenLight(dark);
    expect(dark.data[990 * 800 + 790]).toBeLessThan(110);
    expect(even.data[990 * 800 + 790]).toBeGreaterThan(235);
    expect(inkIn(even) / inkIn(page(0))).toBeCloseTo(1, 2);
  });

  it('is brought to one size, and cut and scaled within its edges', () => {
    const { shown, read } = cleanPicture(scaled(page(0.8), 1.5));
    expect([shown.width, read.width]).toEqual([1654, 1654]);
    expect(inkLevel(shown)).toBeGreaterThan(20);
    expect(cutOut(page(0), { left: -5, top: 990, width: 20, height: 50 })).toMatchObject({ width: 15, height: 10 });
  });
});

describe('a photo', () => {
  /** The parts of a .jpg that say how it was held and how large it is. */
  const jpeg = (turn: number) =>
    Uint8Array.from([
      ...[0xff, 0xd8, 0xff, 0xe1, 0, 34],
      ...[0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0],
      ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, turn, 0, 0, 0, 0, 0, 0, 0],
      ...[0xff, 0xc0, 0, 17, 8, 0x01, 0x00, 0x00, 0x80, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);

  it.each([
    [1, 0],
    [3, 180],
    [6, 90],
    [8, 270],
  ])('held as %d is turned by %d°', (held, turn) => {
    const pdf = new TextDecoder('latin1').decode(jpegAsPdf(jpeg(held)) ?? new Uint8Array());
    expect(pdf).toContain(`/Rotate ${turn}/MediaBox[0 0 128 256]`);
    const start = Number(/startxref\n(\d+)/.exec(pdf)?.[1]);
    expect(pdf.slice(start, start + 4)).toBe('xref');
    for (const [, offset, number] of [...pdf.matchAll(/(\d{10}) 00000 n/g)].map((match, at) => [
      0,
      Number(match[1]),
      at + 1,
    ]))
      expect(pdf.slice(offset).startsWith(`${number} 0 obj`)).toBe(true);
  });

  it('that does not say its size is none', () => {
    expect(jpegAsPdf(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull();
    const { between } = random(8);
    for (let round = 0; round < 400; round++) {
      const bytes = jpeg(6);
      for (let change = between(1, 4); change > 0; change--) bytes[between(2, bytes.length - 1)] = between(0, 255);
      jpegAsPdf(bytes.subarray(0, between(0, bytes.length)));
    }
  });
});
