/**
 * Draws the add-in's icons as PNG beside this file: `node excel-addin/assets/draw-icons.mjs`. Run by hand when a
 * picture changes; the files are committed. Pictures are layers of plain shapes on a 32 × 32 field, sampled 8 × 8 a
 * pixel, so that every size is drawn, never scaled.
 */
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const BLUE = [15, 108, 189];
const DEEP = [12, 59, 94];
const GOLD = [242, 169, 0];
const GREEN = [16, 124, 16];
const WHITE = [255, 255, 255];
const SAMPLES = 8;

/** A rectangle with round corners. */
const box =
  (left, top, right, bottom, radius = 0) =>
  (x, y) => {
    const dx = Math.max(left + radius - x, 0, x - (right - radius));
    const dy = Math.max(top + radius - y, 0, y - (bottom - radius));
    return radius === 0 ? x >= left && x <= right && y >= top && y <= bottom : dx * dx + dy * dy <= radius * radius;
  };

const disc = (cx, cy, radius) => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= radius * radius;

/** A broken line with round ends. */
const line =
  (width, ...points) =>
  (x, y) =>
    points.slice(1).some(([bx, by], index) => {
      const [ax, ay] = points[index];
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
      const t = Math.min(1, Math.max(0, along));
      return (x - ax - t * (bx - ax)) ** 2 + (y - ay - t * (by - ay)) ** 2 <= (width / 2) ** 2;
    });

/** A five-pointed star: even-odd over its ten corners. */
const star = (cx, cy, radius) => {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * 0.42;
    return [cx + reach * Math.cos(angle), cy + reach * Math.sin(angle)];
  });
  return (x, y) =>
    corners.reduce((inside, [ax, ay], index) => {
      const [bx, by] = corners[(index + 9) % 10];
      return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
    }, false);
};

const both = (one, other) => (x, y) => one(x, y) && other(x, y);

/** A sheet of paper with the beginnings of a table. */
const SHEET = [
  [DEEP, box(4, 1, 24, 29, 2)],
  [WHITE, box(6, 3, 22, 27, 1)],
  [BLUE, box(8, 6, 20, 9)],
  [BLUE, box(8, 12, 20, 14)],
  [BLUE, box(8, 17, 16, 19)],
];
const PODIUM = (colour, top) => [
  [colour, box(4, top + 6, 11, 28, 1)],
  [colour, box(12.5, top, 19.5, 28, 1)],
  [colour, box(21, top + 9, 28, 28, 1)],
];
const PERSON = (cx, cy, size) => [
  [WHITE, disc(cx, cy, 4.6 * size)],
  [WHITE, both(disc(cx, cy + 12 * size, 8.6 * size), (_, y) => y <= 29)],
  [BLUE, disc(cx, cy, 3.8 * size)],
  [BLUE, both(disc(cx, cy + 12 * size, 7.6 * size), (_, y) => y <= 28)],
];

const PICTURES = {
  icon: [
    [BLUE, box(0.5, 0.5, 31.5, 31.5, 6)],
    [WHITE, box(5, 19, 11.5, 27, 0.8)],
    [WHITE, box(12.75, 15, 19.25, 27, 0.8)],
    [WHITE, box(20.5, 22, 27, 27, 0.8)],
    [GOLD, star(16, 8.5, 6)],
  ],
  'make-forms': [
    ...SHEET,
    [WHITE, disc(23, 23, 8.5)],
    [GREEN, disc(23, 23, 7.5)],
    [WHITE, box(21.8, 18.5, 24.2, 27.5)],
    [WHITE, box(18.5, 21.8, 27.5, 24.2)],
  ],
  check: [
    ...SHEET,
    [WHITE, disc(23, 23, 8.5)],
    [GREEN, disc(23, 23, 7.5)],
    [WHITE, line(2.4, [19.2, 23.2], [22, 26], [27, 20])],
  ],
  rank: [...PODIUM(BLUE, 13), [GOLD, star(16, 6.5, 6)]],
  council: [...PERSON(7.5, 9.5, 0.8), ...PERSON(24.5, 9.5, 0.8), ...PERSON(16, 11, 1)],
};

/** Premultiplied samples averaged: RGBA bytes of a square picture. */
function draw(layers, size) {
  const pixels = Buffer.alloc(size * size * 4);
  const step = 32 / (size * SAMPLES);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = (column * SAMPLES + (sample % SAMPLES) + 0.5) * step;
        const y = (row * SAMPLES + Math.floor(sample / SAMPLES) + 0.5) * step;
        const colour = layers.findLast(([, inside]) => inside(x, y))?.[0];
        if (!colour) continue;
        covered++;
        for (let part = 0; part < 3; part++) sum[part] += colour[part];
      }
      const at = (row * size + column) * 4;
      for (let part = 0; part < 3; part++) pixels[at + part] = covered === 0 ? 0 : Math.round(sum[part] / covered);
      pixels[at + 3] = Math.round((covered / (SAMPLES * SAMPLES)) * 255);
    }
  }
  return pixels;
}

const CRC = Array.from({ length: 256 }, (_, value) => {
  let rest = value;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = body.reduce((crc, byte) => (crc >>> 8) ^ CRC[(crc ^ byte) & 255], 0xffffffff) ^ 0xffffffff;
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(sum >>> 0, body.length + 4);
  return framed;
}

function png(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

for (const [name, layers] of Object.entries(PICTURES)) {
  for (const size of name === 'icon' ? [16, 32, 64, 80, 128, 192, 512] : [16, 32, 64, 80]) {
    writeFileSync(new URL(`${name}-${size}.png`, import.meta.url), png(draw(layers, size), size));
  }
}
