/**
 * The rules drawn on a page → the grids of its tables. A cell is an area that no rule divides, so merged cells are a
 * single cell. Frames, underlines and drawings are no grids. Knows nothing of the text.
 */

/** A straight line, drawn along the page's sides. Points from the left and from the foot of the page. */
export interface Rule {
  readonly upright: boolean;
  /** Distance from the left for an upright rule, from the foot for a level rule. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** From the top, from the left. A cell merged over several rows is the same object in each. */
export interface RuledGrid extends Box {
  readonly rows: readonly (readonly Box[])[];
  /** null = the point lies outside. */
  readonly cellAt: (x: number, y: number) => Box | null;
}

/**
 * Points: double rules, and rules drawn cell by cell, count as a single rule; less than the margin of a cell, where
 * underlines begin.
 */
const NEAR = 2;
/** More is a drawing. */
const MOST_RULES = 1000;
const MOST_CELLS = 10_000;

/** From the top of the page. Each has a row of two cells or more: the last row of a table may stand alone on its page. */
export function gridsOf(rules: readonly Rule[]): readonly RuledGrid[] {
  const whole = [true, false].flatMap((upright) => joined(rules.filter((rule) => rule.upright === upright)));
  if (whole.length > MOST_RULES) return [];
  return touching(whole)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((a, b) => b.top - a.top || a.left - b.left);
}

/** Rules of the same direction; those on the same line that touch or overlap are joined. */
function joined(rules: readonly Rule[]): readonly Rule[] {
  const ats = places(rules.map(({ at }) => at));
  const lines = ats.map(() => [] as Rule[]);
  for (const rule of rules) lines[lastUpTo(ats, rule.at)]?.push(rule);
  return lines.flatMap((line, index) => {
    const whole: { upright: boolean; at: number; from: number; to: number }[] = [];
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && rule.from <= last.to + NEAR) last.to = Math.max(last.to, rule.to);
      else whole.push({ ...rule, at: ats[index] ?? rule.at });
    }
    return whole;
  });
}

/** Ascending, those near each other once. */
function places(all: readonly number[]): readonly number[] {
  const apart: number[] = [];
  for (const at of [...all].sort((a, b) => a - b))
    if (at - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) apart.push(at);
  return apart;
}

/** Index of the last place not beyond; -1 = all are. Of `places`, which keep the first of those near, the one meant. */
function lastUpTo(ascending: readonly number[], at: number): number {
  let low = 0;
  for (let high = ascending.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The rules in groups that hang together. */
function touching(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const left = new Set(rules);
  return rules.flatMap((start) => {
    if (!left.delete(start)) return [];
    const group = [start];
    for (const rule of group)
      for (const other of left)
        if (meet(rule, other)) {
          left.delete(other);
          group.push(other);
        }
    return [group];
  });
}

function meet(rule: Rule, other: Rule): boolean {
  const reaches = ({ from, to }: Rule, at: number) => at >= from - NEAR && at <= to + NEAR;
  return rule.upright !== other.upright && reaches(rule, other.at) && reaches(other, rule.at);
}

/** null = no table: one column, or the rules leave a shape that is no rectangle. */
function gridOf(rules: readonly Rule[]): RuledGrid | null {
  // Tables without rules at their sides end where the rules across them do.
  const along = (upright: boolean) =>
    places(rules.flatMap((rule) => (rule.upright === upright ? [rule.at] : [rule.from, rule.to])));
  const xs = along(true);
  const ys = along(false);
  const columns = xs.length - 1;
  const height = ys.length - 1;
  if (columns < 2 || height < 1 || columns * height > MOST_CELLS) return null;
  const sides = divided(rules, true, xs, ys);
  const floors = divided(rules, false, ys, xs);
  const isSide = (x: number, row: number) => x === 0 || x === columns || sides.has(x * MOST_CELLS + row);
  const isFloor = (y: number, column: number) => y === 0 || y === height || floors.has(y * MOST_CELLS + column);

  const cells = Array.from({ length: height }, () => new Array<Box | undefined>(columns));
  for (let low = 0; low < height; low++)
    for (let first = 0; first < columns; first++) {
      if (cells[low]?.[first]) continue;
      let end = first + 1;
      while (!isSide(end, low)) end++;
      let high = low + 1;
      while (!isFloor(high, first)) high++;
      const cell = { left: xs[first] ?? 0, right: xs[end] ?? 0, bottom: ys[low] ?? 0, top: ys[high] ?? 0 };
      for (let y = low; y < high; y++)
        for (let x = first; x < end; x++) {
          const isWhole =
            isSide(x, y) === (x === first) &&
            isSide(x + 1, y) === (x + 1 === end) &&
            isFloor(y, x) === (y === low) &&
            isFloor(y + 1, x) === (y + 1 === high);
          const row = cells[y];
          if (!isWhole || !row || row[x]) return null;
          row[x] = cell;
        }
    }
  const rows = cells.map((row) => [...new Set(row.flatMap((cell) => cell ?? []))]).reverse();
  if (!rows.some((row) => row.length > 1)) return null;
  const cellAt = (x: number, y: number): Box | null => cells[lastUpTo(ys, y)]?.[lastUpTo(xs, x)] ?? null;
  return { left: xs[0] ?? 0, right: xs[columns] ?? 0, bottom: ys[0] ?? 0, top: ys[height] ?? 0, rows, cellAt };
}

/** Where along `lines` a rule stands between two places `across` them: line × MOST_CELLS + index of the first place. */
function divided(
  rules: readonly Rule[],
  upright: boolean,
  lines: readonly number[],
  across: readonly number[],
): ReadonlySet<number> {
  const walls = new Set<number>();
  for (const rule of rules) {
    if (rule.upright !== upright) continue;
    const line = lastUpTo(lines, rule.at);
    for (const [index, place] of across.slice(0, -1).entries()) {
      const middle = (place + (across[index + 1] ?? place)) / 2;
      if (rule.from <= middle && middle <= rule.to) walls.add(line * MOST_CELLS + index);
    }
  }
  return walls;
}
