/** Takes captured indicator values into the sheet "Chỉ số": a captures file, its JSON pasted, or rows pasted from a table. */
import { readDate } from '../../core/grid/date.ts';
import { readNumberText } from '../../core/grid/number-text.ts';
import { bareKey } from '../../core/grid/text.ts';
import { INDICATORS } from '../../core/indicator/catalogue.ts';
import { capturesFileSchema, type Observation } from '../../core/indicator/observation.ts';
import { parsePeriod, periodKey } from '../../core/indicator/period.ts';
import { csvText, parseCsv } from '../../core/workbook/csv.ts';
import type { Result } from '../../core/workbook/port.ts';
import type { Host } from '../host/port.ts';
import type { NamedFile } from './collect.ts';
import { mergeObservations, observationActions, readObservations } from './observations.ts';
import { type Outcome, perform } from './outcome.ts';
import { done, refuse } from './refusal.ts';

export interface CapturesImported extends Outcome {
  readonly observations: readonly Observation[];
}

/** `now` = ISO instant, for pasted rows that do not say when they were captured. */
export async function importCaptures(
  host: Host,
  from: NamedFile | string,
  now: string,
  progress?: (done: number) => void,
): Promise<Result<CapturesImported>> {
  const read = readCaptures(typeof from === 'string' ? from : csvText(from.bytes), now);
  if (!read.ok) return read;
  const book = await host.read();
  if (!book.ok) return book;
  const held = readObservations(book.value).observations ?? [];
  const actions = observationActions(book.value, mergeObservations(held, read.value));
  const outcome = await perform(host, 'Nhận số liệu Cổng', actions, progress);
  return outcome.ok ? done({ ...outcome.value, observations: read.value }) : outcome;
}

/** Text of a captures file, or pasted rows with a header. */
export function readCaptures(text: string, now: string): Result<readonly Observation[]> {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return refuse('captures', 'Chưa có số liệu nào được dán.');
  return /^[[{]/.test(trimmed) ? readJson(trimmed) : readRows(trimmed, now);
}

function readJson(text: string): Result<readonly Observation[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse('captures', 'Số liệu Cổng không phải là JSON hợp lệ; có thể dán thiếu phần cuối.');
  }
  const parsed = capturesFileSchema.safeParse(Array.isArray(data) ? { observations: data } : data);
  if (parsed.success) return done(parsed.data.observations);
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  return refuse('captures', `Số liệu Cổng sai cấu trúc${place === '' ? '' : ` ở "${place}"`}.`);
}

const COLUMNS = {
  indicator: ['Chỉ số', 'Tên chỉ số', 'Mã chỉ số', 'indicator'],
  unit: ['Đơn vị', 'Tên đơn vị', 'Cơ quan, đơn vị', 'unit'],
  code: ['Mã đơn vị', 'Mã trên Cổng', 'code'],
  period: ['Kỳ', 'Kỳ báo cáo', 'period'],
  value: ['Giá trị', 'Kết quả', 'Điểm', 'Tỷ lệ', 'Tỷ lệ (%)', 'value'],
  max: ['Tối đa', 'Điểm tối đa', 'max'],
  numerator: ['Tử số', 'numerator'],
  denominator: ['Mẫu số', 'denominator'],
  at: ['Thời điểm ghi nhận', 'Thời điểm', 'Ngày', 'capturedAt'],
  url: ['Địa chỉ trang', 'Địa chỉ', 'url'],
} as const;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];

/** Rows as copied from a table; the header names the columns in any order. */
function readRows(text: string, now: string): Result<readonly Observation[]> {
  const [header = [], ...rows] = parseCsv(text);
  const keys = header.map((title) => bareKey(title));
  const places = new Map(
    NAMES.map((name) => {
      const known = new Set(COLUMNS[name].map((title) => bareKey(title)));
      return [name, keys.findIndex((key) => known.has(key))];
    }),
  );
  const missing = (['indicator', 'unit', 'period', 'value'] as const).filter((name) => (places.get(name) ?? -1) < 0);
  if (missing.length > 0)
    return refuse(
      'captures',
      `Dòng đầu phải có các cột Chỉ số, Đơn vị, Kỳ, Giá trị; thiếu ${missing.map((name) => COLUMNS[name][0]).join(', ')}.`,
    );
  const observations: Observation[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.every((field) => field === '')) continue;
    const read = rowObservation((name) => (row[places.get(name) ?? -1] ?? '').normalize('NFC').trim(), now);
    if (typeof read === 'string') return refuse('captures', `Dòng ${index + 2}: ${read}`);
    observations.push(read);
  }
  return observations.length > 0
    ? done(observations)
    : refuse('captures', 'Không có dòng số liệu nào dưới dòng tiêu đề.');
}

function rowObservation(field: (name: Column) => string, now: string): Observation | string {
  const indicator = indicatorCode(field('indicator'));
  if (indicator === '' || field('unit') === '') return 'thiếu chỉ số hoặc đơn vị.';
  const period = parsePeriod(field('period'));
  if (!period) return `không hiểu kỳ "${field('period')}" (ghi 2025, 2025-Q4 hoặc 2025-11).`;
  const numbers = new Map<Column, number | null>();
  for (const name of ['value', 'max', 'numerator', 'denominator'] as const) {
    const number = figure(field(name));
    if (number === undefined) return `"${field(name)}" không phải là số rõ ràng.`;
    numbers.set(name, number);
  }
  const day = readDate(field('at'));
  const code = field('code');
  return {
    indicator,
    unit: { name: field('unit'), ...(code === '' ? {} : { code }) },
    period: periodKey(period),
    value: numbers.get('value') ?? null,
    max: numbers.get('max') ?? null,
    numerator: numbers.get('numerator') ?? null,
    denominator: numbers.get('denominator') ?? null,
    provenance: {
      url: field('url'),
      capturedAt: /^\d{4}-\d{2}-\d{2}T/.test(field('at')) ? field('at') : (day ?? now),
      reader: { id: 'dan-tay', version: '1' },
      contentHash: '',
      correctedByHand: true,
    },
  };
}

/** A code as it is, or the code of a name officers use. */
function indicatorCode(text: string): string {
  const key = bareKey(text);
  return INDICATORS.find(({ code, name }) => bareKey(code) === key || bareKey(name) === key)?.code ?? text;
}

/** null = empty (not published, which is not zero); undefined = no clear number. */
function figure(text: string): number | null | undefined {
  const bare = text.replace(/\s*%$/, '').trim();
  if (bare === '' || bare === '-') return null;
  const read = readNumberText(bare, 'decimal');
  return read?.kind === 'number' ? read.value : undefined;
}
