/** Interleaved timing: contenders take turns within each round, so that a drifting machine hits all of them alike. */

/** `--smallest`: each bench runs once over the least data, to show that it still works; its figures mean nothing. */
export const isSmallest = process.argv.includes('--smallest');

/** The size to measure at. */
export function sized(full: number, smallest: number): number {
  return isSmallest ? smallest : full;
}

export interface Contender {
  readonly name: string;
  readonly run: () => unknown | Promise<unknown>;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds for each round, without warm-up. */
  readonly rounds: readonly number[];
}

declare const gc: (() => void) | undefined;

/** A warm-up round, then `full` counted rounds; at the smallest size the first round counts. The order rotates. */
export async function interleave(contenders: readonly Contender[], full: number): Promise<readonly Timing[]> {
  const rounds = sized(full, 1);
  const times = contenders.map((): number[] => []);
  for (let round = sized(-1, 0); round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const index = (turn + round + 1) % contenders.length;
      gc?.();
      const start = performance.now();
      await contenders[index]!.run();
      const took = performance.now() - start;
      if (round >= 0) times[index]!.push(took);
    }
  }
  return contenders.map((contender, index) => ({ name: contender.name, rounds: times[index]! }));
}

/** Median of the per-round ratios a ÷ b. */
export function ratio(a: Timing, b: Timing): number {
  return median(a.rounds.map((time, round) => time / b.rounds[round]!));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** 3.14159 → `3.1`, 31.4 → `31`. */
export function times(value: number): string {
  return `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}×`;
}
