/**
 * Draws the toolbar icons into public/icons: `node extension/draw-icons.mjs`. Run by hand when the picture changes; the
 * files are committed. A page with three bars and a tick, sampled 8 × 8 a pixel on a 32 × 32 field.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SAMPLES = 8;
const box = (left, top, right, bottom) => (x, y) => x >= left && x <= right && y >= top && y <= bottom;
const disc = (cx, cy, radius) => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2;
const stroke = (ax, ay, bx, by, width) => (x, y) => {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2 <= (width / 2) ** 2;
};

const BLUE = [15, 108, 189];
const WHITE = [255, 255, 255];
const GREEN = [16, 124, 16];
const LAYERS = [
  [BLUE, box(2, 3, 27, 28)],
  [WHITE, box(4, 8, 25, 26)],
  [BLUE, box(6, 19, 9, 24)],
  [BLUE, box(11, 15, 14, 24)],
  [BLUE, box(16, 11, 19, 24)],
  [WHITE, disc(24, 24, 8)],
  [GREEN, disc(24, 24, 7)],
  [WHITE, stroke(20.5, 24, 23, 26.5, 1.8)],
  [WHITE, stroke(23, 26.5, 27.5, 21.5, 1.8)],
];

function draw(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const fx = ((x + ((s % SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const fy = ((y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES) * 32) / size;
        const colour = LAYERS.findLast(([, inside]) => inside(fx, fy))?.[0];
        if (colour)
          [...colour, 255].forEach((part, index) => {
            sum[index] += part;
          });
      }
      const covered = sum[3] / 255;
      const at = y * (size * 4 + 1) + 1 + x * 4;
      for (let c = 0; c < 3; c++) rows[at + c] = covered === 0 ? 0 : Math.round(sum[c] / covered);
      rows[at + 3] = Math.round(sum[3] / SAMPLES ** 2);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const folder = new URL('./public/icons/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const size of [16, 32, 48, 128]) writeFileSync(new URL(`icon-${size}.png`, folder), draw(size));
