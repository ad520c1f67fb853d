/** Bounds in points: `từ 80 đến dưới 90 điểm`, `90 - 100`, `dưới 50`; of a ladder each ends where its neighbour begins. */
export interface PointRange {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  /** null = the words name no upper bound. */
  readonly high: number | null;
  /** "đến dưới 90": 90 belongs to the next class. */
  readonly isOpen: boolean;
  readonly ofPoints: boolean;
  readonly isShare: boolean;
  /** Behind its numbers stands a unit. */
  readonly hasUnit: boolean;
}

const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const POINTS = String.raw`(?:\s?(?:điểm|đ(?!\p{L})|%(?:\s(?:tổng\s)?(?:số\s)?điểm)?))?`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(?:(?:(?<![;.]\s)đạt\s)?(?:(dưới|chưa đạt|không đạt|<)|(?:từ|trên|tối thiểu|ít nhất|≥|>=?|đạt))\s?)?(${NUMBER})(${POINTS})(?:\s?(?:đến|tới|[-–])\s?(dưới|cận|<)?\s?(${NUMBER})(${POINTS}))?(?:\strở lên)?(?![\p{L}\d/])`,
  'giu',
);

/** In the order of the words. */
export function pointRanges(words: string): readonly PointRange[] {
  return [...words.matchAll(RANGE)].flatMap((match): PointRange | [] => {
    const [whole, below, first = '', unit = '', open, second, otherUnit = ''] = match;
    // A number alone counts something else.
    if (whole === first) return [];
    const figure = numberOf(first);
    const isBelow = below !== undefined && second === undefined;
    const units = unit + otherUnit;
    return {
      ...{ start: match.index, end: match.index + whole.length },
      ...{ low: isBelow ? 0 : figure, high: isBelow ? figure : second === undefined ? null : numberOf(second) },
      ...{ isOpen: isBelow || open !== undefined, hasUnit: units !== '' },
      ...{ ofPoints: /đ/iu.test(units), isShare: units.includes('%') },
    };
  });
}

function numberOf(words: string): number {
  return Number(words.replace(',', '.'));
}

/** Where one ends the other begins: of whole numbers "80 - 89" ends where "90" begins. */
export function areNeighbours(range: PointRange, other: PointRange): boolean {
  return joins(range, other) || joins(other, range);
}

function joins(upper: PointRange, lower: PointRange): boolean {
  if (lower.high === null || lower.low >= upper.low) return false;
  const gap = upper.low - lower.high;
  return gap === 0 || (!lower.isOpen && gap > 0 && gap <= 1);
}

/** From the best down, or from the lowest up. */
export function isOneWay(run: readonly PointRange[]): boolean {
  const [number, next] = [run[0]?.low ?? 0, run[1]?.low ?? 0];
  return run.every(({ low }, at) => {
    const before = run[at - 1];
    return before === undefined || low < before.low === next < number;
  });
}
