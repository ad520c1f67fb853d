/** The level that earns all points of a row of marks: `Từ 90% trở lên: 25 điểm; từ 70% đến dưới 90%: 15 điểm`. */
import type { PlacedCell } from '../document/grids.ts';

/** A stretch of the running text. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** `cell` = the way to score the row. null = it names no level. */
export function fullStepOf({ lines, start, text }: Pick<PlacedCell, 'lines' | 'start' | 'text'>): TextRange | null {
  if (GROWS.test(text)) return null;
  let from = 0;
  const steps = lines
    .flatMap((line) => line.split(';'))
    .flatMap((words) => {
      const at = text.indexOf(words, from);
      if (at < 0) return [];
      from = at + words.length;
      const [level = '', points] = GIVES.exec(words)?.slice(1) ?? [words.replace(/[\s.]+$/, '')];
      const place = at + words.length - words.trimStart().length;
      return ALTERS.test(words.trim()) || !/[\d\p{L}]/u.test(level)
        ? []
        : [{ start: start + place, end: start + at + level.length, points: Number(points?.replace(',', '.') ?? -1) }];
    });
  const [most] = steps.toSorted((step, other) => other.points - step.points);
  return most ? { start: most.start, end: most.end } : null;
}
/** `Đạt 85%: 15 điểm`, `Đạt 85% được 15 điểm`. */
const GIVES = /^(.*?)\s*(?::|(?<!\p{L})(?:được|tính|chấm))\s*(\d{1,4}(?:,\d{1,2})?)\s?(?:điểm|đ)(?!\p{L})/iu;
/** Points added or deducted for each part of a level. */
const ALTERS = /^(?:cứ|mỗi|thiếu|giảm|tăng|thêm|trừ|cộng)(?!\p{L})/iu;
/** `trên 50 người, cứ thêm 10 người được tính thêm 2 điểm`: the first level earns the least. */
const GROWS = /(?<!\p{L})(?:cứ|mỗi) (?:có |được )?(?:thêm|tăng)(?!\p{L})/iu;
