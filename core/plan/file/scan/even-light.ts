/** Makes the paper equally white everywhere: a photo has a dark side, a photocopy is grey. */
import type { Picture } from './picture.ts';

const BLOCK = 64;
/** Of a block's values this share is darker than its paper. */
const INK = 0.8;
/** Darker than this no paper is: what is there is left as it is. */
const DARKEST = 90;

export function evenLight({ width, height, data }: Picture): Picture {
  const columns = Math.ceil(width / BLOCK);
  const rows = Math.ceil(height / BLOCK);
  const paper = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      paper[row * columns + column] = Math.max(DARKEST, paperOf({ width, height, data }, column * BLOCK, row * BLOCK));
  const at = (column: number, row: number): number =>
    paper[Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column))] ?? 255;
  const even = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const down = (y + 0.5) / BLOCK - 0.5;
    const row = Math.floor(down);
    for (let x = 0; x < width; x++) {
      const across = (x + 0.5) / BLOCK - 0.5;
      const column = Math.floor(across);
      const upper = at(column, row) * (1 - across + column) + at(column + 1, row) * (across - column);
      const lower = at(column, row + 1) * (1 - across + column) + at(column + 1, row + 1) * (across - column);
      const here = upper * (1 - down + row) + lower * (down - row);
      even[y * width + x] = Math.min(255, ((data[y * width + x] ?? 255) * 255) / here);
    }
  }
  return { width, height, data: even };
}

function paperOf({ width, height, data }: Picture, left: number, top: number): number {
  const counts = new Uint32Array(256);
  const right = Math.min(width, left + BLOCK);
  const bottom = Math.min(height, top + BLOCK);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const value = data[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
    }
  let remaining = (right - left) * (bottom - top) * INK;
  for (let value = 0; value < 256; value++) {
    remaining -= counts[value] ?? 0;
    if (remaining <= 0) return value;
  }
  return 255;
}
