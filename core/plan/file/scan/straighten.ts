/** Straightens a crooked page: the right angle is that at which lines of text and gaps are most clearly separated. */
import { inkLevel, mixed, type Picture, scaled } from './picture.ts';

/** Degrees; a page that lies more crooked is no scan. */
const MOST = 5;
const COARSE = 0.5;
const FINE = 0.05;
/** Less than this is not worth mixing every pixel anew. */
const LEAST = 0.1;
/** The angle is sought in a picture this wide. */
const SMALL = 800;

export function straighten(picture: Picture): Picture {
  const angle = angleOf(picture);
  return Math.abs(angle) < LEAST ? picture : turned(picture, angle);
}

/** Degrees the lines fall to the right. */
export function angleOf(picture: Picture): number {
  const small = picture.width > SMALL ? scaled(picture, SMALL / picture.width) : picture;
  const level = inkLevel(small);
  const points: (readonly [number, number])[] = [];
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      if ((small.data[y * small.width + x] ?? 255) <= level) points.push([x - small.width / 2, y]);
  const best = (from: number, to: number, step: number): number => {
    let [angle, clearest] = [0, -1];
    for (let at = from; at <= to + step / 2; at += step) {
      const clear = clearness(points, small.height, at);
      if (clear > clearest) [angle, clearest] = [at, clear];
    }
    return angle;
  };
  const coarse = best(-MOST, MOST, COARSE);
  return best(coarse - COARSE, coarse + COARSE, FINE);
}

/** Sum of the squares of the ink on each row, were the page turned back by the angle. */
function clearness(points: readonly (readonly [number, number])[], height: number, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = SMALL;
  const rows = new Uint32Array(height + 2 * margin);
  for (const [x, y] of points) {
    const row = Math.round(y - x * slope) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}

function turned(picture: Picture, angle: number): Picture {
  const { width, height } = picture;
  const sine = Math.sin((angle * Math.PI) / 180);
  const cosine = Math.cos((angle * Math.PI) / 180);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const down = y - height / 2;
    for (let x = 0; x < width; x++) {
      const across = x - width / 2;
      data[y * width + x] = mixed(
        picture,
        across * cosine - down * sine + width / 2,
        across * sine + down * cosine + height / 2,
      );
    }
  }
  return { width, height, data };
}
