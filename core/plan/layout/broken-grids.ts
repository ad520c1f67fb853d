/** A line that interrupts a grid, such as a page foot or a note; the grid continues after it with the next number. */
import type { PlanLine } from './plan-text.ts';

/** Most lines in between. */
const MOST_BETWEEN = 2;

/** Puts such lines after their grid. Linear in the number of lines. */
export function withGridsWhole(lines: readonly PlanLine[]): readonly PlanLine[] {
  const whole: PlanLine[] = [];
  let between: PlanLine[] = [];
  let row: PlanLine | null = null;
  let last = 0;
  for (const line of lines) {
    const number = numberOf(line);
    if (row && widthOf(line) > 2 && widthOf(line) === widthOf(row)) {
      if (between.length === 0 || number === last + 1) {
        whole.push(line);
        row = line;
        last = number || last;
        continue;
      }
    } else if (row && last > 0 && widthOf(line) === 1 && between.length < MOST_BETWEEN) {
      between.push(line);
      continue;
    }
    whole.push(...between, line);
    between = [];
    row = widthOf(line) > 2 ? line : null;
    last = row ? number : 0;
  }
  return [...whole, ...between];
}

function widthOf({ raw }: PlanLine): number {
  return raw.split('\t').length;
}

/** 0 = the row has no such figure. */
function numberOf({ raw }: PlanLine): number {
  return Number(/^\s*(\d{1,3})[.)]?\s*\t/.exec(raw)?.[1] ?? 0);
}
