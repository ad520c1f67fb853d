/**
 * The journal of the year as sheets: "Kiểm tra, đôn đốc", "Mô hình", "Số liệu của xã" and, where units appealed, "Giải
 * trình, kiến nghị"; read from any workbook that has their columns (journal-layout.ts lays them out). A row
 * that cannot be understood is named and left out; no other is lost.
 */

import { parsePeriod, periodKey } from '../base/period/period.ts';
import { periodInText } from '../base/period/period-text.ts';
import { bareKey } from '../base/text/text.ts';
import type { Appeal } from '../commune/calendar/appeal.ts';
import { type CommuneFigure, type Journal, type Model, VISIT_NAME, type Visit } from '../commune/calendar/journal.ts';
import { matchUnit } from '../report/match-unit.ts';
import type { Register } from '../report/register.ts';
import { formatDate, readDate } from '../sheet/grid/date.ts';
import { isPercentFormat } from '../sheet/grid/number-format.ts';
import { readNumberText } from '../sheet/grid/number-text.ts';
import type { Book, Sheet } from '../sheet/grid/sheet.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { readAppeals } from './appeal-sheet.ts';
import { dateValue, textValue } from './council/look.ts';
import { type TitledRow, titledRows } from './titled-rows.ts';

export const VISIT_SHEET = 'Kiểm tra, đôn đốc';
export const MODEL_SHEET = 'Mô hình';
export const FIGURE_SHEET = 'Số liệu của xã';

/** First = the title our own sheets use. */
const VISIT_COLUMNS = {
  day: ['Ngày', 'Ngày thực hiện', 'Thời gian'],
  kind: ['Hình thức', 'Hình thức kiểm tra', 'Loại', 'Việc'],
  unit: ['Đơn vị', 'Tên đơn vị', 'Đơn vị được kiểm tra'],
  who: ['Người thực hiện', 'Người kiểm tra', 'Đoàn kiểm tra', 'Ai thực hiện'],
  what: ['Nội dung', 'Nội dung kiểm tra, đôn đốc', 'Nội dung yêu cầu'],
  until: ['Thời hạn', 'Hạn', 'Hạn hoàn thành', 'Hoàn thành trước ngày'],
  outcome: ['Kết quả', 'Kết quả thực hiện', 'Ghi chú'],
} as const;
const MODEL_COLUMNS = {
  name: ['Tên mô hình', 'Mô hình', 'Mô hình, cách làm', 'Tên mô hình, cách làm'],
  unit: ['Đơn vị thực hiện', 'Đơn vị', 'Tên đơn vị', 'Nơi thực hiện'],
  since: ['Bắt đầu từ', 'Từ', 'Thời gian', 'Từ ngày', 'Năm'],
  summary: ['Nội dung, hiệu quả', 'Hiệu quả', 'Nội dung', 'Kết quả'],
  adopters: ['Đơn vị học tập, nhân rộng', 'Đơn vị nhân rộng', 'Nhân rộng', 'Nơi nhân rộng', 'Đơn vị áp dụng'],
} as const;
const FIGURE_COLUMNS = {
  target: ['Mã chỉ tiêu', 'Chỉ tiêu', 'Mã'],
  period: ['Kỳ', 'Năm'],
  value: ['Số liệu', 'Kết quả', 'Giá trị'],
  remark: ['Nhận xét của Hội đồng', 'Nhận xét', 'Đánh giá'],
  who: ['Người ghi', 'Người cung cấp', 'Ai ghi'],
  day: ['Ngày ghi', 'Ngày'],
  evidence: ['Minh chứng', 'Căn cứ', 'Văn bản'],
} as const;
const ALL_UNITS_NAME = 'Các đơn vị';
type VisitField = keyof typeof VISIT_COLUMNS;
type ModelField = keyof typeof MODEL_COLUMNS;
type FigureField = keyof typeof FIGURE_COLUMNS;

/** Title, width in characters, and whether it holds days: in the order of `visitCells`. */
export const VISIT_TABLE = columnsOf(VISIT_COLUMNS, [13, 14, 24, 16, 24, 13, 13], ['day', 'until']);
/** The same in the order of `modelCells`. */
export const MODEL_TABLE = columnsOf(MODEL_COLUMNS, [28, 24, 12, 30, 24], []);

/** The same in the order of `figureCells`. */
export const FIGURE_TABLE = columnsOf(FIGURE_COLUMNS, [13, 8, 11, 31, 17, 13, 24], ['day']);

export interface JournalColumn {
  readonly title: string;
  readonly width: number;
  readonly day: boolean;
}

function columnsOf<F extends string>(
  titles: Readonly<Record<F, readonly [string, ...string[]]>>,
  widths: readonly number[],
  days: readonly F[],
): readonly JournalColumn[] {
  return (Object.keys(titles) as F[]).map((field, at) => ({
    title: titles[field][0],
    width: widths[at] ?? 20,
    day: days.includes(field),
  }));
}

export function visitCells({ day, kind, unit, who, what, until, outcome }: Visit): readonly NewValue[] {
  const whom = unit === '' ? ALL_UNITS_NAME : unit;
  return [dateValue(day), ...[VISIT_NAME[kind], whom, who, what].map(textValue), dateValue(until), textValue(outcome)];
}

export function modelCells({ name, unit, since, summary, adopters }: Model): readonly NewValue[] {
  return [name, unit, since, summary, adopters.join('; ')].map(textValue);
}

export interface JournalRead extends Journal {
  /** Vietnamese sentences on rows that were left out, each with its sheet and row. */
  readonly faults: readonly string[];
}

/**
 * Both lists of a workbook, distinguished by their columns; null when it has neither. Units take the register's names;
 * an unknown unit keeps the written name and is listed.
 */
export function readJournal(
  book: {
    readonly sheets: readonly Pick<Sheet, 'name' | 'rows'>[];
    readonly date1904: boolean;
    /** Absent = no cell has a look that matters. */
    readonly styles?: Book['styles'];
  },
  register: Register | null,
): JournalRead | null {
  const visits: Visit[] = [];
  const models: Model[] = [];
  const figures: CommuneFigure[] = [];
  const appeals: Appeal[] = [];
  const faults: string[] = [];
  let found = false;
  for (const sheet of book.sheets) {
    const take = <F extends string, T>(
      rows: readonly TitledRow<F>[],
      read: (row: TitledRow<F>, date1904: boolean) => T | string,
      into: T[],
    ) => {
      found = true;
      for (const row of rows) {
        const item = read(row, book.date1904);
        if (typeof item === 'string') faults.push(`Trang "${sheet.name}", hàng ${row.number}: ${item}`);
        else into.push(item);
      }
    };
    const appealRows = readAppeals(sheet, book.date1904);
    if (appealRows) {
      found = true;
      for (const { row, read } of appealRows) {
        if (typeof read === 'string') faults.push(`Trang "${sheet.name}", hàng ${row}: ${read}`);
        else appeals.push(read);
      }
      continue;
    }
    const figureRows = titledRows(sheet, FIGURE_COLUMNS, ['target', 'value', 'remark']);
    if (figureRows) {
      take(figureRows.filter(isWritten), (row, date1904) => readFigure(row, date1904, book.styles), figures);
      continue;
    }
    const modelRows = titledRows(sheet, MODEL_COLUMNS, ['name', 'unit', 'adopters']);
    const visitRows = modelRows ? null : titledRows(sheet, VISIT_COLUMNS, ['day', 'kind', 'unit', 'what']);
    if (modelRows) take(modelRows, readModel, models);
    if (visitRows) take(visitRows, readVisit, visits);
  }
  if (!found) return null;
  const strangers = new Set<string>();
  const nameOf = (text: string): string => {
    if (register === null || text === '') return text;
    const known = matchUnit(text, register)?.name;
    if (known === undefined) strangers.add(text);
    return known ?? text;
  };
  return {
    visits: visits
      .map((visit) => ({ ...visit, unit: nameOf(visit.unit) }))
      .toSorted((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : 0)),
    ...(figures.length === 0 ? {} : { figures }),
    ...(appeals.length === 0 ? {} : { appeals: appeals.map((appeal) => ({ ...appeal, unit: nameOf(appeal.unit) })) }),
    models: models.map((model) => ({ ...model, unit: nameOf(model.unit), adopters: model.adopters.map(nameOf) })),
    faults: [
      ...faults,
      ...[...strangers].map((name) => `Sổ theo dõi ghi "${name}", danh sách đơn vị không có đơn vị này.`),
    ],
  };
}

const KIND_OF = new Map<string, Visit['kind']>([
  ...(Object.keys(VISIT_NAME) as Visit['kind'][]).map((kind) => [bareKey(VISIT_NAME[kind]), kind] as const),
  ...(['giám sát', 'đi kiểm tra', 'kiểm tra thực tế'] as const).map((text) => [bareKey(text), 'inspection'] as const),
  ...(['phổ biến', 'quán triệt', 'triển khai kế hoạch'] as const).map((text) => [bareKey(text), 'briefing'] as const),
  ...(['báo cáo đột xuất', 'yêu cầu báo cáo đột xuất'] as const).map((text) => [bareKey(text), 'request'] as const),
  ...(['phân công', 'giao phụ trách'] as const).map((text) => [bareKey(text), 'assignment'] as const),
  ...(['vướng mắc', 'kiến nghị', 'đề xuất, kiến nghị'] as const).map((text) => [bareKey(text), 'issue'] as const),
  ...(['nhắc nhở', 'nhắc', 'công văn đôn đốc'] as const).map((text) => [bareKey(text), 'urging'] as const),
  ...(['kiểm tra và đôn đốc', 'đôn đốc, kiểm tra'] as const).map((text) => [bareKey(text), 'both'] as const),
]);
const ALL_UNITS = new Set(['', 'tatcadonvi', 'tatcacacdonvi', 'cacdonvi', 'toanxa', 'tatca']);

function readVisit({ value, text }: TitledRow<VisitField>, date1904: boolean): Visit | string {
  const dayOf = (field: 'day' | 'until') => {
    const cell = value(field);
    return readDate(typeof cell === 'number' ? cell : text(field), date1904);
  };
  const day = dayOf('day');
  if (day === null) return `"${text('day')}" không phải là ngày kiểm tra, đôn đốc.`;
  const kind = KIND_OF.get(bareKey(text('kind')));
  if (kind === undefined)
    return `không hiểu hình thức "${text('kind')}" (ghi một trong: ${Object.values(VISIT_NAME).join('; ')}).`;
  const until = text('until') === '' ? null : dayOf('until');
  if (until === null && text('until') !== '') return `"${text('until')}" không phải là thời hạn.`;
  if (until !== null && until < day) return `thời hạn ${text('until')} trước ngày kiểm tra, đôn đốc.`;
  if (text('what') === '') return 'thiếu nội dung.';
  const unit = ALL_UNITS.has(bareKey(text('unit'))) ? '' : text('unit');
  return { day, kind, unit, who: text('who'), what: text('what'), until, outcome: text('outcome') };
}

/** A row that only names its target waits to be filled in. */
function isWritten({ text }: TitledRow<FigureField>): boolean {
  return text('value') !== '' || text('remark') !== '';
}

function readFigure(
  { value, style, text }: TitledRow<FigureField>,
  date1904: boolean,
  styles: Book['styles'] = [],
): CommuneFigure | string {
  if (text('target') === '') return 'thiếu mã chỉ tiêu.';
  const period = figurePeriod(text('period'));
  if (period === null) return `"${text('period')}" không phải là kỳ (ghi 2025, 2025-Q4, 2023-2025).`;
  const held = value('value');
  const isShare = isPercentFormat(styles[style('value')]?.numberFormat ?? '');
  const cell = typeof held === 'number' && isShare ? Number((held * 100).toPrecision(15)) : held;
  const typed = text('value').replace(/\s*%$/u, '');
  const read = typeof cell === 'number' ? cell : typed === '' ? null : readNumberText(typed, 'decimal');
  const number = typeof read === 'number' || read === null ? read : read?.kind === 'number' ? read.value : undefined;
  if (number === undefined) return `"${text('value')}" không phải là số rõ ràng; nhận xét bằng chữ ghi ở cột Nhận xét.`;
  const dayCell = value('day');
  const day = text('day') === '' ? null : readDate(typeof dayCell === 'number' ? dayCell : text('day'), date1904);
  if (day === null && text('day') !== '') return `"${text('day')}" không phải là ngày.`;
  const notes = { remark: text('remark'), who: text('who'), evidence: text('evidence') };
  return { target: text('target'), period, value: number, day, ...notes };
}

/** Text form of a period ("Quý IV năm 2025" → `2025-Q4`) or a phase (`2023-2025`); '' = any, null = not understood. */
function figurePeriod(text: string): string | null {
  const key = text.replace(/\s/gu, '');
  if (/^(?:20\d\d-20\d\d)?$/.test(key)) return key;
  const period = parsePeriod(key) ?? periodInText(text);
  return period ? periodKey(period) : null;
}

function readModel({ value, text }: TitledRow<ModelField>, date1904: boolean): Model | string {
  if (text('name') === '') return 'thiếu tên mô hình.';
  if (text('unit') === '') return `mô hình "${text('name')}" thiếu đơn vị thực hiện.`;
  const typed = value('since');
  const day = typeof typed === 'number' && typed > 9999 ? readDate(typed, date1904) : null;
  const since = day === null ? text('since') : formatDate(day);
  const adopters = text('adopters')
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { name: text('name'), unit: text('unit'), since, summary: text('summary'), adopters };
}
