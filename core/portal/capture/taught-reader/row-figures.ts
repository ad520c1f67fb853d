/**
 * From the cells of one row to its figures, one an indicator: shares from their counts where the counts are there, else
 * as printed.
 */
import { ratioReading } from '../ratio.ts';
import type { CaptureReading } from '../reader.ts';
import { cellFigure } from './cell-figure.ts';
import type { FigureKind, TaughtFigure } from './definition.ts';

export interface RowCell {
  readonly text: string;
  /** false when the cell covers other rows or columns too. */
  readonly own: boolean;
}

type Figures = Omit<CaptureReading, 'unit' | 'period'>;

/**
 * An indicator with an unclear cell is left out, and `unclear` is called; with only empty cells it is null, which is
 * not zero.
 */
export function rowFigures(
  figures: readonly TaughtFigure[],
  cellOf: (header: string) => RowCell,
  unclear: (header: string, text: string) => void,
): readonly Figures[] {
  const indicators = new Map<string, { figure: TaughtFigure; value: number | null; text: string }[]>();
  const doubtful = new Set<string>();
  for (const figure of figures) {
    const { text, own } = cellOf(figure.header);
    const read = own ? cellFigure(text, figure) : ({ kind: 'unclear' } as const);
    if (read.kind === 'unclear') {
      unclear(figure.header, text);
      doubtful.add(figure.indicator);
    }
    const parts = indicators.get(figure.indicator) ?? [];
    parts.push({ figure, value: read.kind === 'value' ? read.value : null, text });
    indicators.set(figure.indicator, parts);
  }
  return [...indicators].flatMap(([indicator, parts]): readonly Figures[] => {
    if (doubtful.has(indicator)) return [];
    const printed = parts.find(({ figure }) => !isCount(figure.kind));
    const [numerator, denominator] = [sum(parts, 'numerator'), sum(parts, 'denominator')];
    if (numerator !== null && denominator !== null) {
      const [header, text] = [printed?.figure.header ?? parts[0]?.figure.header ?? '', `${numerator}/${denominator}`];
      if (numerator > denominator || !agree(numerator, denominator, printed)) {
        unclear(header, text);
        return [];
      }
      return ratioReading(indicator, numerator, denominator);
    }
    if (!printed) return [{ indicator, value: null, max: 100 }];
    const max = maximum(printed.figure);
    return [{ indicator, value: printed.value, ...(max === null ? {} : { max }) }];
  });
}

function isCount(kind: FigureKind): boolean {
  return kind === 'numerator' || kind === 'denominator';
}

/** null without such a cell, or when one of the cells is empty. */
function sum(parts: readonly { figure: TaughtFigure; value: number | null }[], kind: FigureKind): number | null {
  const own = parts.filter(({ figure }) => figure.kind === kind);
  return own.length === 0
    ? null
    : own.reduce<number | null>((all, { value }) => (all === null || value === null ? null : all + value), 0);
}

/**
 * Off by at most the last decimal printed (some systems truncate); a whole percentage by half. A larger difference
 * means that one of the columns does not hold what the officer named.
 */
function agree(
  numerator: number,
  denominator: number,
  printed: { readonly figure: TaughtFigure; readonly value: number | null; readonly text: string } | undefined,
): boolean {
  if (!printed || printed.value === null || denominator === 0) return true;
  const places = (/[.,](\d+)/.exec(printed.text)?.[1]?.length ?? 0) - (printed.figure.kind === 'fraction' ? 2 : 0);
  const within = 10 ** -places * (places > 0 ? 1 : 0.5);
  return Math.abs((100 * numerator) / denominator - printed.value) <= within + 1e-9;
}

function maximum(figure: TaughtFigure): number | null {
  if (figure.kind === 'score') return figure.max;
  return figure.kind === 'percent' || figure.kind === 'fraction' ? 100 : null;
}
