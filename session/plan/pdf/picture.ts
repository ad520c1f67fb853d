/**
 * The picture of a scanned page of a PDF, put together from the images drawn on it. No canvas: only where each lies.
 */
import type { PDFPageProxy } from 'pdfjs-dist';
import type { Picture } from '../../../core/plan/file/scan/picture.ts';
import type { Matrix, Operations } from './drawn.ts';
import { placedImages } from './images.ts';

/** An image as pdf.js gives it: bits, colours, or colours and clear. */
interface Image {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

interface DrawnImage {
  readonly image: Image;
  readonly matrix: Matrix;
}

const BITS = 1;
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 3: 4 };
/** Dots a point: 300 an inch. */
const FINEST = 300 / 72;
const MOST_DOTS = 40_000_000;
/** Images that cover less of the page are its seal or its signature, not the page. */
const LEAST_COVER = 0.3;

/** null = no image fills the page. */
export async function pdfPicture(page: PDFPageProxy, operations: Operations): Promise<Picture | null> {
  const drawn = await imagesOf(page, operations);
  const [x = 0, y = 0, right = 0, top = 0] = page.view;
  const area = (right - x) * (top - y);
  const coverOf = ({ matrix: [a, b, c, d] }: DrawnImage): number => Math.abs(a * d - b * c);
  const cover = drawn.reduce((sum, drawn) => sum + coverOf(drawn), 0);
  const [largest] = [...drawn].sort((item, other) => coverOf(other) - coverOf(item));
  if (!largest || cover < area * LEAST_COVER) return null;
  const [a, b] = largest.matrix;
  const scale = Math.min(FINEST, largest.image.width / Math.max(1, Math.hypot(a, b)));
  const width = Math.round((right - x) * scale);
  const height = Math.round((top - y) * scale);
  if (width < 1 || height < 1 || width * height > MOST_DOTS) return null;
  const data = new Uint8Array(width * height).fill(255);
  for (const item of drawn) draw(item, { width, height, data }, { x, top, scale });
  return turned({ width, height, data }, page.rotate);
}

async function imagesOf(page: PDFPageProxy, operations: Operations): Promise<readonly DrawnImage[]> {
  const drawn: DrawnImage[] = [];
  for (const { image: placed, isMask, matrix } of await placedImages(page, operations)) {
    const image = await imageOf(page, placed, isMask);
    if (image) drawn.push({ image, matrix });
  }
  return drawn;
}

/** By its name, or as it stands in the page; a stencil's bits are ink where they are 0. */
async function imageOf(page: PDFPageProxy, image: unknown, isMask: boolean): Promise<Image | null> {
  const named = (name: string) =>
    new Promise<unknown>((resolve) => (name.startsWith('g_') ? page.commonObjs : page.objs).get(name, resolve));
  let found = typeof image === 'string' ? await named(image) : image;
  if (isImage(found) && typeof found.data === 'string') found = { ...found, ...objectOf(await named(found.data)) };
  if (!isImage(found) || !(found.data instanceof Uint8Array || found.data instanceof Uint8ClampedArray)) return null;
  const { width, height, data, kind } = found as Image;
  return data ? { width, height, data, kind: isMask ? BITS : (kind ?? 0) } : null;
}

function objectOf(found: unknown): object {
  return typeof found === 'object' && found !== null ? found : {};
}

function isImage(found: unknown): found is { readonly width: number; readonly height: number; readonly data: unknown } {
  return typeof found === 'object' && found !== null && 'width' in found && 'data' in found;
}

/** Lays the image over the page; of colours the red counts, in which stamps and blue ink vanish or stay dark. */
function draw(
  { image, matrix }: DrawnImage,
  page: Picture,
  { x, top, scale }: { x: number; top: number; scale: number },
): void {
  const [a, b, c, d, e, f] = matrix;
  const turn = a * d - b * c;
  if (turn === 0) return;
  const value = dotsOf(image);
  // Every dot is the mean of the dots of the image that fall on it, up to four.
  const samples = image.width / Math.max(1, Math.hypot(a, b)) > scale * 1.5 ? [0.25, 0.75] : [0.5];
  const corners = [0, 1].flatMap((u) => [0, 1].map((v) => [a * u + c * v + e, b * u + d * v + f] as const));
  const xs = corners.map(([at]) => (at - x) * scale);
  const ys = corners.map(([, at]) => (top - at) * scale);
  const [from, to] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(page.width, Math.ceil(Math.max(...xs)))];
  const [first, last] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(page.height, Math.ceil(Math.max(...ys)))];
  for (let row = first; row < last; row++)
    for (let column = from; column < to; column++) {
      let sum = 0;
      let count = 0;
      for (const down of samples)
        for (const across of samples) {
          const left = x + (column + across) / scale - e;
          const up = top - (row + down) / scale - f;
          const u = (d * left - c * up) / turn;
          const v = (a * up - b * left) / turn;
          if (u < 0 || u >= 1 || v <= 0 || v > 1) continue;
          sum += value(Math.floor(u * image.width), Math.floor((1 - v) * image.height));
          count += 1;
        }
      if (count > 0) page.data[row * page.width + column] = sum / count;
    }
}

function dotsOf({ width, height, kind = 0, data = new Uint8Array() }: Image): (column: number, row: number) => number {
  if (kind === BITS) {
    const line = (width + 7) >> 3;
    return (column, row) => (((data[row * line + (column >> 3)] ?? 255) >> (7 - (column & 7))) & 1) * 255;
  }
  const channels = CHANNELS[kind] ?? Math.max(1, Math.round(data.length / (width * height)));
  return (column, row) => data[(row * width + column) * channels] ?? 255;
}

/** The page as it is shown: turned clockwise by whole quarters. */
function turned(picture: Picture, degrees: number): Picture {
  const quarters = (((degrees / 90) % 4) + 4) % 4;
  if (quarters === 0) return picture;
  const { width, height, data } = picture;
  const quarter = new Uint8Array(data.length);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      quarter[column * height + (height - 1 - row)] = data[row * width + column] ?? 255;
  return turned({ width: height, height: width, data: quarter }, (quarters - 1) * 90);
}
