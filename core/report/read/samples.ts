/** Rows of known criteria of a table, each cell as what kind of thing it is: what the columns are proved by. */

import { withoutMarks } from '../../base/text/seen-text.ts';
import type { Measure } from '../../movement/rule.ts';
import { isDateFormat, isPercentFormat } from '../../sheet/grid/number-format.ts';
import { readNumberText } from '../../sheet/grid/number-text.ts';
import { restOf } from './join-titles.ts';
import type { PageCell, PageRow } from './page.ts';
import { figureNamed } from './row-labels.ts';
import { readStatement } from './statement.ts';
import { readFraction } from './value.ts';
import {
  isNotArising,
  readBound,
  readYesNo,
  withoutBrackets,
  withoutLead,
  withoutRemark,
  withoutSpelling,
} from './value-words.ts';

/** What the sets of the movement say of a criterion with this title. */
export interface CriterionFacts {
  /** In the sets of the movement: `1.2`, of a part `1.2.a`. */
  readonly codes: readonly string[];
  /** In points. */
  readonly maxima: readonly number[];
  readonly targets: readonly number[];
  readonly measures: readonly Measure[];
}

export type SampleFigure =
  | { readonly kind: 'number'; readonly value: number; readonly isPercent?: boolean }
  /** `25/30`, `Đạt 83% (25 trên 30)`; null where the words are not clear. */
  | { readonly kind: 'pair'; readonly part: number | null; readonly of: number | null }
  /** Yes, no, a day. */
  | { readonly kind: 'answer'; readonly isDay?: boolean }
  /** `trên 90%` */
  | { readonly kind: 'bound' }
  /** A label of the figure beside it: "Thực hiện", "Tổng số". */
  | { readonly kind: 'label' }
  /** Only the sign between the two figures of a fraction. */
  | { readonly kind: 'sign' }
  /** It cites a document. */
  | { readonly kind: 'document' }
  /** A telephone number, a sum of money: none of the cases a criterion counts. */
  | { readonly kind: 'thing' }
  /** `#N/A` */
  | { readonly kind: 'error' }
  | { readonly kind: 'text' };

export interface Sample {
  readonly criterion: CriterionFacts;
  readonly at: ReadonlyMap<number, SampleFigure>;
  /** Of the whole row, as they stand. */
  readonly cells: readonly PageCell[];
}

const MAX_SAMPLES = 80;
const LONGEST_FIGURE = 60;

/** `15/BC-UBND`, a link, the name of a file. */
const CITED = /\d\s*[/-]\s*[A-ZĐ]{2}|https?:|\.(?:jpe?g|png|pdf|docx?|xlsx?|zip|mp4)(?!\p{L})/u;

/** `0912 345 678`: no number of cases begins with a nought and goes on for so long. */
const NUMBERED = /^\s*(?:\+84|0)(?:[ .-]?\d){8,14}\s*$/u;

const MONEY = /^(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)(?: đồng)?|đồng|vnđ)$/iu;

const SIGN = /^\s*[/:÷]\s*$/u;

/** The rows below a header in whose title columns a criterion stands. */
export function samplesOf(
  rows: readonly PageRow[],
  titles: readonly number[],
  criterionOf: (text: string) => CriterionFacts | undefined,
): readonly Sample[] {
  const samples: Sample[] = [];
  for (const [at, { cells }] of rows.entries()) {
    if (samples.length >= MAX_SAMPLES) break;
    let title: PageCell | undefined;
    let criterion: CriterionFacts | undefined;
    for (const column of titles) {
      title = cells.find((cell) => cell.column === column && cell.isText);
      const next = rows[at + 1];
      const rest = title && restOf(title, next);
      // Beside figures stands the rest of a title, or the first criterion of the group that the row names.
      const goesOn = rest && (next?.cells.length === 1 || !criterionOf(rest.text));
      criterion =
        title && (criterionOf(title.text) ?? (goesOn ? criterionOf(`${title.text} ${rest.text}`) : undefined));
      if (criterion) break;
    }
    if (!title || !criterion) continue;
    samples.push({
      criterion,
      cells,
      at: new Map(
        cells.flatMap((cell) =>
          cell === title || isNotArising(cell.text) ? [] : [[cell.column, figureIn(cell)] as const],
        ),
      ),
    });
  }
  return samples;
}

export const isNumeric = ({ criterion }: { readonly criterion: Pick<CriterionFacts, 'measures'> }): boolean =>
  criterion.measures.length > 0 &&
  criterion.measures.every((measure) => measure === 'percentage' || measure === 'count' || measure === 'amount');

export const isFigure = ({ kind }: SampleFigure): boolean => kind === 'number' || kind === 'pair' || kind === 'answer';

/** What kind of thing stands in a cell. */
export function figureIn({ text, isText, cell, look }: PageCell): SampleFigure {
  if (!isText) {
    const { value } = cell;
    if (typeof value === 'boolean') return { kind: 'answer' };
    if (typeof value !== 'number') return { kind: 'error' };
    if (isDateFormat(look.numberFormat)) return { kind: 'answer', isDay: true };
    return isPercentFormat(look.numberFormat)
      ? { kind: 'number', value: value * 100, isPercent: true }
      : { kind: 'number', value };
  }
  if (SIGN.test(text)) return { kind: 'sign' };
  if (NUMBERED.test(text)) return { kind: 'thing' };
  // "Có (QĐ số 15/QĐ-UBND)" answers, whatever it cites.
  if (CITED.test(text)) return { kind: readYesNo(text) === undefined ? 'document' : 'answer' };
  if (text.length > LONGEST_FIGURE) return { kind: 'text' };
  const plain = withoutMarks(text)
    .replace(/ ?(?:\*{1,3}|\((?:\*|\d)\))$/, '')
    .replace(/ ?[.;]$/, '');
  const bare = withoutBrackets(withoutRemark(withoutSpelling(withoutLead(plain.trim()))));
  const undated = bare.replace(/(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/g, '');
  if (
    /\d[\d., ]*(?:\p{L}[\p{L} ]*)?\/ ?\d[\d.,]*(?![\d/])|[=:] ?\d.*\d|\d ?%.*\d|\d.* (?:trên|trong số) .*\d/u.test(
      undated,
    )
  )
    return { kind: 'pair', ...pairIn(bare, plain) };
  const stated = /\d\D+\d/.test(undated) ? readStatement(plain) : null;
  if (stated?.a !== undefined && stated.b !== undefined) return { kind: 'pair', part: stated.a, of: stated.b };
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(bare)) return { kind: 'answer', isDay: true };
  const [, digits, unit] = /^([+-]?\d[\d., ]*?)\s*(%|®|\p{L}[\p{L} /]{0,20})?$/u.exec(bare) ?? [];
  if (unit !== undefined && MONEY.test(unit)) return { kind: 'thing' };
  const number = digits === undefined ? undefined : readNumberText(digits, isMillions(digits) ? 'whole' : 'decimal');
  if (number?.kind === 'number') return { kind: 'number', value: number.value, isPercent: unit === '%' };
  if (number !== undefined || (unit !== undefined && digits !== undefined))
    return { kind: 'number', value: Number.NaN };
  if (readYesNo(bare) !== undefined) return { kind: 'answer' };
  if (readBound(bare) && /\d/.test(bare)) return { kind: 'bound' };
  return { kind: /\d/.test(bare) || figureNamed(bare) === undefined ? 'text' : 'label' };
}

/** `84.500.000` */
function isMillions(digits: string): boolean {
  return /^\d{1,3}(?:[. ,]\d{3}){2,}$/.test(digits);
}

/** `8/10`, `8 hộ/10 hộ`, `Đạt 80% (8/10)` → 8 and 10. `whole` = with what leads to the figures. */
function pairIn(text: string, whole: string): { readonly part: number | null; readonly of: number | null } {
  const fraction = readFraction(text, undefined);
  if (fraction?.kind === 'fraction') return { part: fraction.a, of: fraction.b };
  const [, part = '', of = ''] = /^([\d.,]*\d) ?\/ ?([\d.,]*\d)(?: ?(?:đ|điểm))?$/u.exec(text) ?? [];
  const [a, b] = [part, of].map((digits) => (digits === '' ? undefined : readNumberText(digits, 'decimal')));
  if (a?.kind === 'number' && b?.kind === 'number') return { part: a.value, of: b.value };
  const stated = readStatement(whole);
  return { part: stated?.a ?? null, of: stated?.b ?? null };
}
