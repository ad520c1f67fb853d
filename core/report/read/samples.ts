/** Rows of known criteria of a table, each cell as what kind of thing it is: what the columns are proved by. */

import { withoutMarks } from '../../base/text/seen-text.ts';
import type { Measure } from '../../movement/rule.ts';
import { isDateFormat, isPercentFormat } from '../../sheet/grid/number-format.ts';
import { readNumberText } from '../../sheet/grid/number-text.ts';
import type { PageCell, PageRow } from './page.ts';
import { readBound, readYesNo, withoutLead, withoutSpelling } from './value-words.ts';

/** What the sets of the movement say of a criterion with this title. */
export interface CriterionFacts {
  /** In points. */
  readonly maxima: readonly number[];
  readonly targets: readonly number[];
  readonly measures: readonly Measure[];
}

export type SampleFigure =
  | { readonly kind: 'number'; readonly value: number }
  /** `25/30`; `of` = the 30, null where words stand between. */
  | { readonly kind: 'pair'; readonly of: number | null }
  /** Yes, no, a day. */
  | { readonly kind: 'answer' }
  /** `trên 90%` */
  | { readonly kind: 'bound' }
  /** It cites a document. */
  | { readonly kind: 'document' }
  | { readonly kind: 'text' };

export interface Sample {
  readonly criterion: CriterionFacts;
  readonly at: ReadonlyMap<number, SampleFigure>;
}

const MAX_SAMPLES = 80;
const LONGEST_FIGURE = 60;

/** The rows below a header in whose title columns a criterion stands. */
export function samplesOf(
  rows: readonly PageRow[],
  titles: readonly number[],
  criterionOf: (text: string) => CriterionFacts | undefined,
): readonly Sample[] {
  const samples: Sample[] = [];
  for (const [at, { cells }] of rows.entries()) {
    if (samples.length >= MAX_SAMPLES) break;
    const title = cells.find((cell) => titles.includes(cell.column) && cell.isText);
    if (!title) continue;
    const criterion = criterionOf(title.text) ?? criterionOf(`${title.text} ${restOf(title, rows[at + 1])}`);
    if (!criterion) continue;
    samples.push({
      criterion,
      at: new Map(cells.flatMap((cell) => (cell === title ? [] : [[cell.column, figureIn(cell)] as const]))),
    });
  }
  return samples;
}

/** The second half of a title that is broken over two rows. */
function restOf(title: PageCell, next: PageRow | undefined): string {
  const [only] = next?.cells ?? [];
  return only && next?.cells.length === 1 && only.column === title.column ? only.text : '';
}

export const isFigure = ({ kind }: SampleFigure): boolean => kind === 'number' || kind === 'pair' || kind === 'answer';

function figureIn({ text, isText, cell, look }: PageCell): SampleFigure {
  if (!isText) {
    const { value } = cell;
    if (typeof value === 'boolean') return { kind: 'answer' };
    if (typeof value !== 'number') return { kind: 'text' };
    if (isDateFormat(look.numberFormat)) return { kind: 'answer' };
    return { kind: 'number', value: isPercentFormat(look.numberFormat) ? value * 100 : value };
  }
  if (/\d\s*[/-]\s*[A-ZĐ]{2}|https?:/u.test(text)) return { kind: 'document' };
  if (text.length > LONGEST_FIGURE) return { kind: 'text' };
  const plain = withoutMarks(text).replace(/ ?(?:\*{1,3}|\((?:\*|\d)\))$/, '');
  const bare = withoutSpelling(withoutLead(plain.trim()));
  if (/\d[\d., ]*(?:\p{L}[\p{L} ]*)?\/ ?\d[\d.,]*(?![\d/])|[=:] ?\d.*\d|\d ?%.*\d/u.test(bare))
    return { kind: 'pair', of: totalIn(bare) };
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(bare)) return { kind: 'answer' };
  const [, digits, unit] = /^([+-]?\d[\d., ]*?)\s*(%|®|\p{L}[\p{L} /]{0,20})?$/u.exec(bare) ?? [];
  const number = digits === undefined ? undefined : readNumberText(digits, 'decimal');
  if (number?.kind === 'number') return { kind: 'number', value: number.value };
  if (number !== undefined || (unit !== undefined && digits !== undefined))
    return { kind: 'number', value: Number.NaN };
  if (readYesNo(bare) !== undefined) return { kind: 'answer' };
  return readBound(bare) && /\d/.test(bare) ? { kind: 'bound' } : { kind: 'text' };
}

/** `8/10`, `8/10 điểm` → 10. */
function totalIn(text: string): number | null {
  const digits = /^[\d.,]+ ?\/ ?([\d.,]*\d)(?: ?(?:đ|điểm))?$/u.exec(text)?.[1];
  const number = digits === undefined ? undefined : readNumberText(digits, 'decimal');
  return number?.kind === 'number' ? number.value : null;
}
