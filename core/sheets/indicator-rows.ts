/**
 * Reads rows of the layout "Chỉ số", ours or an officer's own table with the same columns in any order: from a
 * workbook, from .csv, from the clipboard. A row without "Bộ đọc" was made by hand and is marked so. A number that can
 * be read two ways is refused, never guessed.
 */

import { parsePeriod, periodKey } from '../base/period/period.ts';
import type { Result } from '../base/result.ts';
import { bareKey } from '../base/text/text.ts';
import { INDICATORS } from '../portal/indicator/catalogue.ts';
import type { Observation } from '../portal/indicator/observation.ts';
import { readDate } from '../sheet/grid/date.ts';
import { isPercentFormat } from '../sheet/grid/number-format.ts';
import { readNumberText } from '../sheet/grid/number-text.ts';
import { type Book, type CellValue, isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import { parseCsv } from '../sheet/workbook/csv.ts';
import { INDICATOR_SHEET } from './indicator-columns.ts';

/** First = the name our own sheet uses. */
const TITLES = {
  indicator: ['Chỉ số', 'Mã chỉ số', 'Tên chỉ số', 'indicator'],
  unit: ['Đơn vị', 'Tên đơn vị', 'Cơ quan, đơn vị', 'unit'],
  code: ['Mã đơn vị', 'Mã trên Cổng', 'code'],
  id: ['Mã định danh', 'id'],
  period: ['Kỳ', 'Kỳ báo cáo', 'period'],
  value: ['Giá trị', 'Kết quả', 'Điểm', 'Tỷ lệ', 'Tỷ lệ (%)', 'value'],
  max: ['Tối đa', 'Điểm tối đa', 'max'],
  numerator: ['Tử số', 'numerator'],
  denominator: ['Mẫu số', 'denominator'],
  at: ['Thời điểm ghi nhận', 'Thời điểm', 'Ngày', 'capturedAt'],
  corrected: ['Sửa tay', 'correctedByHand'],
  url: ['Địa chỉ trang', 'Địa chỉ', 'url'],
  reader: ['Bộ đọc', 'reader'],
  hash: ['Dấu vết', 'contentHash'],
  picture: ['Dấu vết ảnh', 'screenshotHash'],
  request: ['Yêu cầu đã gửi', 'request'],
} as const;
type Field = keyof typeof TITLES;
const FIELDS = Object.keys(TITLES) as Field[];
const NEEDED = ['indicator', 'unit', 'period', 'value'] as const;
const HEADER_ROWS = 20;
/** From this serial number on, a period is a day: Excel turns a typed 2025-11 into a date. */
const FIRST_SERIAL = 32_874;
/** Characters; what is longer is no figure, and a refusal repeats no more of a cell. */
const LONGEST_FIGURE = 60;

/** The cell of a row under a field; null when empty or there is no such column. */
type CellOf = (field: Field) => CellValue | null;

/** Column of each field by the titles of a header row. */
export function fieldPlaces(header: readonly (CellValue | null)[]): ReadonlyMap<Field, number> {
  const keys = header.map((title) => (typeof title === 'string' ? bareKey(title) : ''));
  const found = FIELDS.map((field) => {
    const places = TITLES[field].map((title) => keys.indexOf(bareKey(title))).filter((place) => place >= 0);
    return [field, places[0] ?? -1] as const;
  });
  return new Map(found.filter(([, place]) => place >= 0));
}

/**
 * A row as an observation, or the end of a Vietnamese sentence on what is wrong with it. `now` = ISO instant, for a row
 * written by hand without a time.
 */
export function observationOfRow(cell: CellOf, now: string): Observation | string {
  const raw = (field: Field) => textOf(cell(field)).trim();
  const text = (field: Field) => raw(field).normalize('NFC');
  const isOurs = raw('reader') !== '';
  const indicator = isOurs ? text('indicator') : indicatorCode(text('indicator'));
  const name = text('unit');
  if (indicator === '' || name === '') return 'thiếu chỉ số hoặc đơn vị.';
  const period = periodOf(cell('period'));
  if (period === undefined || (period === null && !isOurs)) {
    return `không hiểu kỳ "${text('period').slice(0, LONGEST_FIGURE)}" (ghi 2025, 2025-Q4 hoặc 2025-11).`;
  }
  const figures = {
    value: cell('value'),
    max: cell('max'),
    numerator: cell('numerator'),
    denominator: cell('denominator'),
  };
  const read = new Map(Object.entries(figures).map(([field, value]) => [field, figureOf(value)]));
  for (const [field, value] of Object.entries(figures)) {
    if (read.get(field) === undefined)
      return `"${textOf(value).trim().slice(0, LONGEST_FIGURE)}" không phải là số rõ ràng.`;
  }
  const figure = (field: keyof typeof figures) => read.get(field) ?? null;
  const [id, code] = [text('id'), text('code')];
  const [readerId = '', version = ''] = raw('reader').split(/ (?=\S*$)/);
  return {
    indicator,
    unit: { ...(id === '' ? {} : { id }), ...(code === '' || code === id ? {} : { code }), name },
    period,
    value: figure('value'),
    max: figure('max'),
    numerator: figure('numerator'),
    denominator: figure('denominator'),
    provenance: {
      url: raw('url'),
      request: raw('request') || null,
      capturedAt: isOurs ? raw('at') : instantOf(cell('at'), now),
      reader: isOurs ? { id: readerId, version } : { id: 'dan-tay', version: '1' },
      contentHash: raw('hash'),
      screenshotHash: raw('picture') || null,
      correctedByHand: !isOurs || isYes(cell('corrected')),
    },
  };
}

/**
 * The observations of a workbook: of its sheet "Chỉ số", else of the first sheet with such a table. Refused at the
 * first row that is not understood.
 */
export function readIndicatorBook(book: Book, now = ''): Result<Observation[]> {
  const isNamed = ({ name }: Sheet) => name.normalize('NFC').trim() === INDICATOR_SHEET;
  const sheets = [...book.sheets.filter(isNamed), ...book.sheets.filter((sheet) => !isNamed(sheet))];
  for (const sheet of sheets) {
    const rows = [...sheet.rows].map(([row, cells]) => {
      const values: (CellValue | null)[] = [];
      for (const { column, value, style } of cells) {
        const isShare = typeof value === 'number' && isPercentFormat(book.styles[style ?? 0]?.numberFormat ?? '');
        values[column] = isShare ? Number((value * 100).toPrecision(15)) : value;
      }
      return { number: row + 1, values };
    });
    const header = rows.slice(0, HEADER_ROWS).findIndex(({ values }) => missingIn(fieldPlaces(values)).length === 0);
    if (header >= 0) return readRows(rows.slice(header), now, `Trang "${sheet.name}", hàng`);
  }
  return refused(
    `Không có trang nào có dòng tiêu đề với các cột ${NEEDED.map((field) => TITLES[field][0]).join(', ')}.`,
  );
}

/** The same from the text of a .csv file or of rows pasted from a table, the header in the first line. */
export function readIndicatorText(text: string, now: string): Result<Observation[]> {
  const [header = [], ...rest] = parseCsv(text);
  const missing = missingIn(fieldPlaces(header));
  if (missing.length > 0) {
    return refused(`Dòng đầu phải có các cột Chỉ số, Đơn vị, Kỳ, Giá trị; thiếu ${missing.join(', ')}.`);
  }
  const rows = [header, ...rest].map((fields, index) => ({ number: index + 1, values: fields.map(bare) }));
  return readRows(rows, now, 'Dòng');
}

interface Row {
  /** In the file, from 1. */
  readonly number: number;
  readonly values: readonly (CellValue | null)[];
}

function missingIn(places: ReadonlyMap<Field, number>): string[] {
  return NEEDED.filter((field) => !places.has(field)).map((field) => TITLES[field][0]);
}

function readRows([header, ...rows]: readonly Row[], now: string, where: string): Result<Observation[]> {
  const places = fieldPlaces(header?.values ?? []);
  const observations: Observation[] = [];
  for (const { number, values } of rows) {
    const cell: CellOf = (field) => values[places.get(field) ?? -1] ?? null;
    if (FIELDS.every((field) => textOf(cell(field)).trim() === '')) continue;
    const read = observationOfRow(cell, now);
    if (typeof read === 'string') return refused(`${where} ${number}: ${read}`);
    observations.push(read);
  }
  return observations.length > 0
    ? { ok: true, value: observations }
    : refused('Không có dòng số liệu nào dưới dòng tiêu đề.');
}

/** Takes off the apostrophes that our .csv and clipboard rows put before what begins like a formula (`harmless`). */
function bare(text: string): string {
  return text.replace(/(^|[,;][\s"]*)'(?=['=+\-@＝＋－＠])/g, '$1');
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'captures', message } };
}

function textOf(value: CellValue | null): string {
  if (value === null) return '';
  return isCellError(value) ? value.error : String(value);
}

/** A code as it is, or the code of a name officers use. */
function indicatorCode(text: string): string {
  const key = bareKey(text);
  return INDICATORS.find(({ code, name }) => bareKey(code) === key || bareKey(name) === key)?.code ?? text;
}

/** null = empty, undefined = no period. */
function periodOf(value: CellValue | null): string | null | undefined {
  const text = textOf(value).trim();
  if (text === '') return null;
  const day = typeof value === 'number' && value >= FIRST_SERIAL ? readDate(value) : null;
  const period = parsePeriod(day === null ? text : day.slice(0, 7));
  return period && periodKey(period);
}

/** null = empty (not published, which is not zero); undefined = no clear number. */
function figureOf(value: CellValue | null): number | null | undefined {
  if (typeof value === 'number') return value;
  const whole = textOf(value).trim();
  if (whole.length > LONGEST_FIGURE) return undefined;
  const text = whole.replace(/\s*%$/, '');
  if (text === '' || text === '-') return null;
  const read = readNumberText(text, 'decimal');
  return read?.kind === 'number' ? read.value : undefined;
}

function instantOf(value: CellValue | null, now: string): string {
  const text = textOf(value).trim();
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return text;
  return readDate(typeof value === 'number' ? value : text) ?? now;
}

function isYes(value: CellValue | null): boolean {
  return value === true || ['co', 'x', 'true', '1'].includes(bareKey(textOf(value)));
}
