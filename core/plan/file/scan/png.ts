/** Pictures of .png, in (grey of the red channel, where stamps vanish) and out (grey). */
import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from '../../../sheet/workbook/xlsx/crc32.ts';
import type { Picture } from './picture.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Values a pixel by the kind of colour: grey, colour, palette, grey and clear, colour and clear. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Larger than any photo of a page. */
const MOST_PIXELS = 60_000_000;

/** null = damaged, larger than any photo, or laid out in a way that is not read (interlaced). */
export function pngPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let head: Uint8Array | null = null;
  let palette = new Uint8Array();
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const part = bytes.subarray(at + 8, at + 8 + length);
    if (part.length < length || name === 'IEND') break;
    if (name === 'IHDR' && length === 13) head = part;
    else if (name === 'PLTE') palette = Uint8Array.from(part);
    else if (name === 'IDAT') parts.push(part);
    at += 12 + length;
  }
  if (!head) return null;
  const size = new DataView(head.buffer, head.byteOffset, 13);
  const [width, height] = [size.getUint32(0), size.getUint32(4)];
  const [depth = 0, colour = 0, , , interlaced] = head.subarray(8);
  const channels = CHANNELS[colour];
  if (!channels || interlaced !== 0 || width === 0 || height === 0 || width * height > MOST_PIXELS) return null;
  if (![1, 2, 4, 8, 16].includes(depth) || (depth < 8 && channels > 1)) return null;
  const row = Math.ceil((width * channels * depth) / 8);
  const raw = unpacked(parts, (row + 1) * height);
  if (!raw) return null;
  const step = Math.max(1, (channels * depth) >> 3);
  if (!unfilter(raw, row, height, step)) return null;
  const data = new Uint8Array(width * height);
  const value = (y: number, x: number): number => {
    const start = y * (row + 1) + 1;
    if (depth >= 8) return raw[start + x * step] ?? 255;
    const bit = x * depth;
    return ((raw[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  const full = depth < 8 ? (1 << depth) - 1 : 255;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const found = value(y, x);
      data[y * width + x] = colour === 3 ? (palette[found * 3] ?? 255) : (found * 255) / full;
    }
  return { width, height, data };
}

function unpacked(parts: readonly Uint8Array[], length: number): Uint8Array | null {
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  try {
    // The place it unfolds into is as long as the picture: more than that is not unfolded.
    const raw = unzlibSync(packed, { out: new Uint8Array(length) });
    return raw.length === length ? raw : null;
  } catch {
    return null;
  }
}

/** Each row says how its bytes differ from those beside and above; undone in place. */
function unfilter(raw: Uint8Array, row: number, height: number, step: number): boolean {
  for (let y = 0; y < height; y++) {
    const start = y * (row + 1) + 1;
    const kind = raw[start - 1] ?? 0;
    if (kind > 4) return false;
    for (let x = 0; x < row; x++) {
      const left = x >= step ? (raw[start + x - step] ?? 0) : 0;
      const above = y > 0 ? (raw[start + x - row - 1] ?? 0) : 0;
      const corner = y > 0 && x >= step ? (raw[start + x - row - 1 - step] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, kind === 4 ? paeth(left, above, corner) : 0][kind] ?? 0;
      raw[start + x] = (raw[start + x] ?? 0) + guess;
    }
  }
  return true;
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The picture as .png, in sixteen greys: letters need no more. */
export function greyPng({ width, height, data }: Picture): Uint8Array {
  const row = Math.ceil(width / 2);
  const raw = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (row + 1) + 1 + (x >> 1);
      raw[at] = (raw[at] ?? 0) | (((data[y * width + x] ?? 255) >> 4) << (x & 1 ? 0 : 4));
    }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([4, 0, 0, 0, 0], 8);
  const parts = [chunk('IHDR', head), chunk('IDAT', zlibSync(raw, { level: 9 })), chunk('IEND', new Uint8Array())];
  return Uint8Array.from([...SIGNATURE, ...parts.flatMap((part) => [...part])]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const part = new Uint8Array(content.length + 12);
  const view = new DataView(part.buffer);
  view.setUint32(0, content.length);
  part.set(
    Array.from(name, (sign) => sign.charCodeAt(0)),
    4,
  );
  part.set(content, 8);
  view.setUint32(content.length + 8, crc32(part.subarray(4, content.length + 8)));
  return part;
}

/** Size in pixels, of a .png that greyPng made. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
