/** A page as a picture: one grey value a pixel (0 = black), row by row. Pure arithmetic, no canvas. */

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const WHITE = 255;

/** The part of the picture in the box; what lies outside is left out. */
export function cutOut({ width, height, data }: Picture, box: PixelBox): Picture {
  const left = Math.max(0, Math.min(width, Math.floor(box.left)));
  const top = Math.max(0, Math.min(height, Math.floor(box.top)));
  const right = Math.max(left, Math.min(width, Math.ceil(box.left + box.width)));
  const bottom = Math.max(top, Math.min(height, Math.ceil(box.top + box.height)));
  const part = new Uint8Array((right - left) * (bottom - top));
  for (let row = top; row < bottom; row++)
    part.set(data.subarray(row * width + left, row * width + right), (row - top) * (right - left));
  return { width: right - left, height: bottom - top, data: part };
}

/** The picture made larger or smaller: smaller by the mean of what falls together, larger by mixing neighbours. */
export function scaled(picture: Picture, factor: number): Picture {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  const data = new Uint8Array(width * height);
  const step = 1 / factor;
  const samples = Math.max(1, Math.round(step));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = 0; row < samples; row++)
        for (let column = 0; column < samples; column++)
          sum += mixed(picture, (x + (column + 0.5) / samples) * step - 0.5, (y + (row + 0.5) / samples) * step - 0.5);
      data[y * width + x] = sum / (samples * samples);
    }
  }
  return { width, height, data };
}

/** The grey value between pixels; outside the picture the paper goes on white. */
export function mixed({ width, height, data }: Picture, x: number, y: number): number {
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return WHITE;
  const left = Math.max(0, Math.min(width - 1, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const across = Math.max(0, Math.min(1, x - left));
  const down = Math.max(0, Math.min(1, y - top));
  const at = (column: number, row: number): number => data[row * width + column] ?? WHITE;
  const upper = at(left, top) * (1 - across) + at(right, top) * across;
  return upper * (1 - down) + (at(left, bottom) * (1 - across) + at(right, bottom) * across) * down;
}

/** What parts ink from paper: the value that leaves the two groups most alike in themselves (Otsu). */
export function inkLevel({ data }: Picture): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let all = 0;
  counts.forEach((count, value) => {
    all += count * value;
  });
  let dark = 0;
  let darkSum = 0;
  let best = 0;
  let level = 128;
  counts.forEach((count, value) => {
    dark += count;
    darkSum += count * value;
    const light = data.length - dark;
    if (dark === 0 || light === 0) return;
    const apart = dark * light * (darkSum / dark - (all - darkSum) / light) ** 2;
    if (apart > best) [best, level] = [apart, value];
  });
  return level;
}
