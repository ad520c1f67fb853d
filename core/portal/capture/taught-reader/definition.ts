/**
 * What is stored when an officer has pointed at a table: which page, which table, what its columns mean. Plain data
 * checked here, exportable and importable; never code, never a pattern. read.ts reads pages with it.
 */
import * as z from 'zod/mini';
import { squashKey } from '../../../base/text/text.ts';
import { findIndicator } from '../../indicator/catalogue.ts';
import { isPercent, metricUnit } from '../../indicator/indicator-name.ts';
import { cleanTextSchema } from './text.ts';

/**
 * A column by its header: the words above it from the outermost to its own, as shown. Compared folded, wherever the
 * column stands.
 */
const header = cleanTextSchema(400).check(z.refine((text) => squashKey(text) !== ''));

/** Code of the catalogue or of a portal's metric, else a name of the officer's own. */
const indicator = cleanTextSchema(100);

/** What the figures of a column are. Counts of one indicator that are numerators (or denominators) are added up. */
const figureSchema = z.discriminatedUnion('kind', [
  /** 0 … 100; `sign` = the cells carry a percent sign and are nothing without it. */
  z.strictObject({ kind: z.literal('percent'), header, indicator, sign: z.boolean() }),
  /** 0 … 1, meaning 0 … 100 %. */
  z.strictObject({ kind: z.literal('fraction'), header, indicator }),
  /**
   * Points 0 … max; `decimal` = the decimal mark where the officer named it, else it is inferred from the maximum, or
   * the figure is not used.
   */
  z.strictObject({
    kind: z.literal('score'),
    header,
    indicator,
    max: z.nullable(z.number().check(z.positive(), z.maximum(1e9))),
    decimal: z.nullable(z.enum([',', '.'])),
  }),
  z.strictObject({ kind: z.literal('count'), header, indicator }),
  z.strictObject({ kind: z.literal('numerator'), header, indicator }),
  z.strictObject({ kind: z.literal('denominator'), header, indicator }),
]);
export type TaughtFigure = z.infer<typeof figureSchema>;
export type FigureKind = TaughtFigure['kind'];

const parameter = z.string().check(z.regex(/^[\w.-]{1,40}$/));

export const periodPlaceSchema = z.discriminatedUnion('from', [
  /** In the table's caption or title, else in the headings of the page. */
  z.strictObject({ from: z.literal('heading') }),
  /** In parameters of the address: `?thang=9&nam=2025`. */
  z.strictObject({
    from: z.literal('address'),
    year: parameter,
    quarter: z.nullable(parameter),
    month: z.nullable(parameter),
  }),
  z.strictObject({ from: z.literal('column'), header }),
  z.strictObject({ from: z.literal('asked') }),
]);
export type PeriodPlace = z.infer<typeof periodPlaceSchema>;

const tableSchema = z
  .strictObject({
    /** Caption, title row or the heading before it; null = it has none. Periods and digits in it are not compared. */
    heading: z.nullable(cleanTextSchema(400)),
    /** Header of the column of units; `name` = the one she pointed at, left out of exported files. */
    unit: z.strictObject({ header, name: z.nullable(cleanTextSchema(200)) }),
    figures: z.array(figureSchema).check(z.minLength(1), z.maxLength(40)),
    period: periodPlaceSchema,
  })
  .check(({ value, issues }) => {
    const message = faultOf(value);
    if (message !== undefined) issues.push({ code: 'custom', message, input: value });
  });
export type TaughtTable = z.infer<typeof tableSchema>;

const addressSchema = z.strictObject({
  host: z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/)),
  /** The page itself or anything below it; no slash at the end. */
  path: z.string().check(z.maxLength(500), z.regex(/^(?:\/[^\s?#]*[^\s?#/])?$/)),
  /** Parameters that must be there with just these values. */
  query: z.array(z.strictObject({ name: parameter, value: z.string().check(z.maxLength(60)) })).check(z.maxLength(8)),
  /** How the fragment begins, for sites that keep their pages there (`#/thong-ke`); empty = not compared. */
  fragment: z.string().check(z.maxLength(200), z.regex(/^(?:#\S+)?$/)),
});
export type TaughtAddress = z.infer<typeof addressSchema>;

export const taughtReaderSchema = z
  .strictObject({
    /** Tells the file from other JSON. */
    kind: z.literal('thi-dua-so-cach-doc'),
    format: z.literal(1),
    id: z.string().check(z.regex(/^kept-[0-9a-f-]{8,60}$/)),
    version: z.string().check(z.regex(/^20\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\.[1-9]\d{0,5}$/)),
    /** Name of the source, as the officer says it. */
    label: cleanTextSchema(120),
    address: addressSchema,
    /** Id of the bundled reader whose reading of this page she refused; null = none. */
    instead: z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))),
    tables: z.array(tableSchema).check(z.minLength(1), z.maxLength(8)),
    /**
     * Parameters of the address whose value does not matter according to the officer; absent in readers from before
     * other values were refused.
     */
    free: z.optional(z.array(parameter).check(z.maxLength(200))),
    /** The choices in the page's lists other than time and place; absent in readers from before they were stored. */
    picks: z.optional(z.array(cleanTextSchema(60)).check(z.maxLength(20))),
  })
  .check(
    z.refine(({ tables }) => {
      const indicators = tables.flatMap((table) => [...new Set(table.figures.map((figure) => figure.indicator))]);
      return new Set(indicators).size === indicators.length;
    }, 'hai bảng cùng cho một chỉ số'),
  );
export type TaughtReader = z.infer<typeof taughtReaderSchema>;

/** What makes a table impossible to read; Vietnamese, undefined when nothing does. */
export function faultOf({
  unit,
  figures,
  period,
}: Pick<TaughtTable, 'unit' | 'figures' | 'period'>): string | undefined {
  const columns = [unit.header, ...figures.map((figure) => figure.header)].map(squashKey);
  if (period.from === 'column') columns.push(squashKey(period.header));
  if (new Set(columns).size < columns.length) return 'một cột được dùng hai lần';
  const byIndicator = new Map<string, FigureKind[]>();
  for (const figure of figures) {
    byIndicator.set(figure.indicator, [...(byIndicator.get(figure.indicator) ?? []), figure.kind]);
    const fault = misfit(figure);
    if (fault !== undefined) return fault;
  }
  for (const [code, kinds] of byIndicator) {
    const has = (kind: FigureKind) => kinds.includes(kind);
    if (has('numerator') !== has('denominator')) return `chỉ số “${code}” phải có cả tử số và mẫu số`;
    const whole = kinds.filter((kind) => kind !== 'numerator' && kind !== 'denominator');
    const ratio = whole.every((kind) => kind === 'percent' || kind === 'fraction');
    if (whole.length > 1 || (has('numerator') && !ratio)) return `chỉ số “${code}” được lấy từ hai cột`;
  }
  return undefined;
}

/** A known indicator keeps its own scale: points are not shares, and its maximum is the decision's. */
function misfit(figure: TaughtFigure): string | undefined {
  const entry = findIndicator(figure.indicator);
  const unit = entry?.unit ?? metricUnit(figure.indicator);
  if (unit === undefined) {
    const isShare = figure.kind !== 'score' && figure.kind !== 'count';
    if (isShare === isPercent(figure.indicator)) return undefined;
    return isShare
      ? `tên tỷ lệ “${figure.indicator}” phải bắt đầu bằng “Tỷ lệ”`
      : `“${figure.indicator}” không phải tỷ lệ: hãy đặt tên khác`;
  }
  const name = entry?.name ?? figure.indicator;
  if (unit === 'điểm') {
    const fits = figure.kind === 'score' && (entry ? figure.max === entry.max : figure.max !== null);
    return fits ? undefined : `“${name}” là điểm${entry ? `, tối đa ${entry.max}` : ''}`;
  }
  if (unit === '%') return figure.kind === 'score' || figure.kind === 'count' ? `“${name}” là tỷ lệ` : undefined;
  if (unit === 'hạng') return 'thứ hạng trong các xã chỉ được tính từ cả danh sách';
  return figure.kind === 'count' ? undefined : `“${name}” là số lượng`;
}
