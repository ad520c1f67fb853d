/**
 * What the columns of a table hold, as an officer answered it. The answer is stored by the headings: it applies to
 * tables with exactly these headings in this order, in any file, and to no other.
 */
import { nfc } from '../base/text/text.ts';
import type { HeaderColumn, ReportColumns } from './read/columns.ts';
import type { AnsweredColumns } from './read/header.ts';
import type { ColumnRole } from './report.ts';

/**
 * What a column can hold. Beyond `ColumnRole`: `more-…` = further columns of the same kind, `plan` = the unit's planned
 * figure, `figure` = numbers beside a ratio, `yes`/`no` = a column to tick, `none` = a column that is not read.
 */
export type ColumnMeaning = ColumnRole | 'more-title' | 'more-appraised' | 'plan' | 'figure' | 'yes' | 'no' | 'none';

/** Each meaning as an officer reads and writes it. */
export const MEANING_WORDS: Readonly<Record<ColumnMeaning, string>> = {
  index: 'Số thứ tự',
  code: 'Mã tiêu chí',
  title: 'Tiêu chí',
  'more-title': 'Tiêu chí (cột thứ hai)',
  unit: 'Đơn vị tính',
  target: 'Chỉ tiêu cần đạt',
  plan: 'Kế hoạch giao',
  max: 'Điểm tối đa',
  method: 'Cách chấm',
  numerator: 'Tử số (a)',
  denominator: 'Mẫu số (b)',
  value: 'Kết quả',
  figure: 'Số liệu bên cạnh tỷ lệ',
  yes: 'Đánh dấu khi đạt',
  no: 'Đánh dấu khi không đạt',
  self: 'Điểm tự chấm',
  appraised: 'Điểm thẩm định',
  'more-appraised': 'Điểm thẩm định (cột khác)',
  evidence: 'Minh chứng',
  explanation: 'Giải trình, ghi chú',
  baseline: 'Kết quả trước phong trào',
  exempted: 'Phần loại trừ',
  none: 'Không dùng',
};

export interface ColumnMap {
  /** As `headingText` writes them, from the left; two may be alike. */
  readonly headings: readonly string[];
  /** A meaning for each heading. */
  readonly meanings: readonly ColumnMeaning[];
}

/** The heading of one column over all its levels, in one line. */
export function headingText({ texts }: Pick<HeaderColumn, 'texts'>): string {
  return texts.map((text) => nfc(text).replace(/\s+/gu, ' ').trim()).join(' / ');
}

/** Tables with the same key have the same headings in the same order. */
export function headingsKey(headings: readonly string[]): string {
  return JSON.stringify(headings.map((heading) => nfc(heading).replace(/\s+/gu, ' ').trim().toLowerCase()));
}

/** Several columns may be of these. */
export const SHARED_MEANINGS: ReadonlySet<ColumnMeaning> = new Set(['more-title', 'more-appraised', 'none']);

/** Columns that mean nothing without their partner; the reader does not use them alone either. */
const PAIRS: readonly (readonly [ColumnMeaning, ColumnMeaning])[] = [
  ['no', 'yes'],
  ['figure', 'value'],
];

/** What keeps the map from being used: one Vietnamese sentence; null = nothing. */
export function mapFault({ meanings }: Pick<ColumnMap, 'meanings'>): string | null {
  const twice = meanings.find(
    (columnMeaning, at) => !SHARED_MEANINGS.has(columnMeaning) && meanings.indexOf(columnMeaning) !== at,
  );
  if (twice !== undefined)
    return `Hai cột cùng được hiểu là “${MEANING_WORDS[twice]}”: chỉ một cột được mang nghĩa này.`;
  if (!meanings.includes('title')) return 'Chưa có cột nào được hiểu là “Tiêu chí”.';
  const alone = PAIRS.find(([columnMeaning, other]) => meanings.includes(columnMeaning) && !meanings.includes(other));
  return alone ? `Có cột “${MEANING_WORDS[alone[0]]}” mà không có cột “${MEANING_WORDS[alone[1]]}”.` : null;
}

/**
 * The maps in the shape the reader uses. Leave out maps that have a fault or the same headings as another map. `isKept`
 * false = a guess that no officer has confirmed.
 */
export function answeredColumns(maps: readonly ColumnMap[], isKept = true): AnsweredColumns {
  const byKey = new Map(maps.map((map) => [headingsKey(map.headings), map.meanings]));
  return (headings) => {
    const meanings = byKey.get(headingsKey(headings.map(headingText)));
    return meanings && { columns: columnsOf(headings, meanings), isKept };
  };
}

function columnsOf(headings: readonly HeaderColumn[], meanings: readonly ColumnMeaning[]): ReportColumns {
  const all = (...wanted: readonly ColumnMeaning[]) =>
    wanted.flatMap((columnMeaning) =>
      headings.flatMap(({ column }, at) => (meanings[at] === columnMeaning ? [column] : [])),
    );
  const of = (wanted: ColumnMeaning) => all(wanted)[0];
  return {
    index: of('index'),
    code: of('code'),
    titles: all('title', 'more-title'),
    unit: of('unit'),
    target: of('target') ?? of('plan'),
    plan: of('plan'),
    max: of('max'),
    method: of('method'),
    numerator: of('numerator'),
    denominator: of('denominator'),
    value: of('value'),
    ratio: undefined,
    mixed: true,
    rivals: [],
    twins: [],
    figure: of('figure'),
    yes: of('yes'),
    no: of('no'),
    self: of('self'),
    appraised: all('appraised', 'more-appraised'),
    evidence: of('evidence'),
    explanation: of('explanation'),
    baseline: of('baseline'),
    exempted: of('exempted'),
    foreign: false,
    apart: new Map(all('none').map((column) => [column, 'word'] as const)),
    open: [],
    weak: [],
  };
}
