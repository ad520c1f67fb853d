/** What the columns of one table hold, over all rows of its criteria: shares of kinds, and what holds between columns. */
import type { Sample, SampleFigure } from './samples.ts';

/** Fewer rows bear nothing out. */
const LEAST_ROWS = 2;
/** So many rows may hold one slip. */
const MANY = 5;
/** Of the rows that could say so: the rest are the unit's slips. */
const ENOUGH = 0.8;

type Holds = (...values: readonly number[]) => boolean;

/** A filled cell of the column with its row. */
interface Sampled {
  readonly sample: Sample;
  readonly figure: SampleFigure;
}

export class SampledTable {
  readonly samples: readonly Sample[];
  readonly #byColumn = new Map<number, readonly Sampled[]>();

  constructor(samples: readonly Sample[]) {
    this.samples = samples;
  }

  figures(column: number): readonly Sampled[] {
    const known = this.#byColumn.get(column);
    if (known) return known;
    const found = this.samples.flatMap((sample) => {
      const figure = sample.at.get(column);
      return figure ? [{ sample, figure }] : [];
    });
    this.#byColumn.set(column, found);
    return found;
  }

  numbers(column: number): readonly { readonly sample: Sample; readonly value: number }[] {
    return this.figures(column).flatMap(({ sample, figure }) =>
      figure.kind === 'number' ? [{ sample, value: figure.value }] : [],
    );
  }

  /** Share of the filled cells that are such figures; 0 where too few are filled. */
  share(column: number | undefined, is: (figure: SampleFigure, sample: Sample) => boolean): number {
    if (column === undefined) return 0;
    const all = this.figures(column);
    return all.length < LEAST_ROWS ? 0 : all.filter(({ figure, sample }) => is(figure, sample)).length / all.length;
  }

  /** Nearly all filled cells are such figures: `share` of them, or all but one of many. */
  isNearly(column: number, share: number, is: (figure: SampleFigure, sample: Sample) => boolean): boolean {
    const all = this.figures(column);
    const others = all.filter(({ figure, sample }) => !is(figure, sample)).length;
    return (
      all.length >= LEAST_ROWS && (all.length - others >= share * all.length || (others === 1 && all.length >= MANY))
    );
  }

  /** What holds between the numbers of several columns, in enough of the rows that have them all. */
  bears(columns: readonly number[], holds: Holds, saysNothing: Holds = () => false): boolean {
    const { all, good } = this.count(columns, holds, saysNothing);
    return good >= LEAST_ROWS && good >= ENOUGH * all;
  }

  count(columns: readonly number[], holds: Holds, saysNothing: Holds = () => false) {
    let [all, good] = [0, 0];
    for (const { at } of this.samples) {
      const values = columns.flatMap((column) => {
        const figure = at.get(column);
        return figure?.kind === 'number' ? [figure.value] : [];
      });
      if (values.length < columns.length || saysNothing(...values)) continue;
      all += 1;
      if (holds(...values)) good += 1;
    }
    return { all, good };
  }
}
