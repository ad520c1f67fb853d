/**
 * National portal, old generation: the rows of /jsp/rest.jsp, service report_tinh_766_service. Every value is a string
 * with a decimal point. Several public scripts take CLGQ for payment and TTTT for service; CLGQ is the online service
 * (12 points), TTTT the payment (10): facts on the portal, 1.4.
 */

import * as z from 'zod/mini';
import type { Period } from '../../../../base/period/period.ts';
import { type AnswerSays, answerSays } from '../../answer-says.ts';
import { communeRanks, isCommuneName } from '../../commune-ranks.ts';
import { holds, LAST_PLACE } from '../../must.ts';
import type { KnownConditions } from '../../question.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { requestBody } from '../../request-body.ts';
import { isAggregate } from '../../total-row.ts';
import { about } from './about.ts';

const GROUPS = [
  ['TONG_SCORE', 'TONG', 100],
  ['CKMB', 'CKMB', 18],
  ['TDGQ', 'TDGQ', 20],
  ['CLGQ', 'CLGQ', 12],
  ['TTTT', 'TTTT', 10],
  ['MDHL', 'MDHL', 18],
  ['MDSH', 'MDSH', 22],
] as const;

const cell = z.nullish(z.string());
const rowSchema = z.object({
  ID: z.string().check(z.minLength(1)),
  TEN: z.string().check(z.refine((name) => /\p{L}{2}/u.test(name))),
  MA_COQUAN: z.nullish(z.string()),
  LOAI_COQUAN: z.nullish(z.string()),
  TONG_SCORE: cell,
  CKMB: cell,
  TDGQ: cell,
  CLGQ: cell,
  TTTT: cell,
  MDHL: cell,
  MDSH: cell,
  ROW_STT: z.nullish(z.string()),
});
type Row = z.infer<typeof rowSchema>;
/** Keys of a row that say once more which unit it is of. */
const BESIDE: ReadonlySet<string> = new Set(['TEN_COQUAN', 'CAPDONVIID', 'ID_COQUAN']);

/** Whole numbers, as numbers or as text. */
const whole = (least: number, most: number) => z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most));

/** `0` or nothing = all of them. */
const filter = z._default(z.coerce.string(), '');

/**
 * The parts of a year are in every request of the page, 0 where unused: a missing parameter was renamed, so it is a
 * fault.
 */
const requestSchema = z.object({
  service: z.literal('report_tinh_766_service'),
  p_nam: whole(2000, 2100),
  p_6thang: whole(0, 2),
  p_quy: whole(0, 4),
  p_thang: whole(0, 12),
  p_huyen_id: filter,
  p_xa_id: filter,
  pageIndex: z.catch(whole(0, 1e6), 1),
  pageSize: z.catch(z.nullable(whole(1, 1e6)), null),
});

const ALL = /^(?:0|null|undefined)$/;
const ID = /^[\w.-]{1,40}$/;
const WHOLE = /^\d{1,6}$/;
/** A field or a procedure picked out is none of them: such points are not the unit's. */
const KNOWN: KnownConditions = new Map([
  ['type', /^ref$/],
  ['service', /^report_tinh_766_service$/],
  ['p_nam', /^20\d\d$/],
  ['p_6thang', /^[0-2]$/],
  ['p_quy', /^[0-4]$/],
  ['p_thang', /^(?:0?\d|1[0-2])$/],
  ['p_tinh_id', ID],
  ['p_huyen_id', ID],
  ['p_xa_id', ID],
  ['p_linhvuc', ALL],
  ['p_thutuc_id', ALL],
  ['p_loaidonvi', /^1$/],
  ['loaichitieu', /^0$/],
  ['pageindex', WHOLE],
  ['pagesize', WHOLE],
  ['p_default', WHOLE],
]);

/** LOAI_COQUAN of a commune. */
const COMMUNE = '3';

export const national2022: Reader = {
  ...about,
  sourceName: 'Cổng DVC quốc gia (giao diện cũ)',
  version: '2026-11-27.1',
  label: 'Cổng Dịch vụ công quốc gia (giao diện cũ)',
  pages: 'dichvucong.gov.vn: câu trả lời của trang chỉ số cũ (rest.jsp)',
  matches: (captured) =>
    /^https:\/\/(?:vpcp\.)?dichvucong\.gov\.vn(?::\d+)?\/jsp\/rest\.jsp(?:[?#]|$)/.test(captured.url),
  knownConditions: KNOWN,
  read,
};

function read(captured: Captured): ReadOutcome {
  const request = captured.request === null ? undefined : requestOf(captured.request);
  if (!request)
    return notFound('Không có yêu cầu đã gửi hoặc yêu cầu không ghi một kỳ, nên không biết số liệu thuộc kỳ nào.');
  const { period } = request;
  if (notBegun(captured, period)) return notFound('Kỳ này chưa bắt đầu: số 0 trên Cổng không phải là kết quả.');
  const says: AnswerSays = answerSays(captured, period, (key) => key in rowSchema.shape || BESIDE.has(key));
  if (says.isOfAnotherPeriod) return notFound('Câu trả lời của Cổng ghi kỳ khác với câu hỏi, nên không đọc số nào.');
  const rows = parseRows(captured.body);
  if (!rows) return notFound('Câu trả lời của Cổng không còn đúng cấu trúc đã biết, nên không đọc số nào.');
  if (rows.length === 0) return notFound('Cổng trả về danh sách trống cho kỳ này.');
  if (areOfSeveral(rows)) return notFound('Câu trả lời của Cổng có đơn vị của tỉnh khác, nên không đọc số nào.');

  const readings: CaptureReading[] = [];
  const warnings = new Set<string>();
  const totals: CaptureReading[] = [];
  let unread = false;
  for (const parsed of rows) {
    if (!parsed.ok) {
      warnings.add(`Dòng “${parsed.name}” không đúng cấu trúc đã biết, nên không lấy.`);
      unread = true;
      continue;
    }
    if (isAggregate(parsed.row.TEN)) continue;
    const own = rowReadings(parsed.row, period, warnings);
    readings.push(...own);
    if (parsed.row.LOAI_COQUAN !== COMMUNE) continue;
    // Called a commune and named otherwise: which of the list are communes is not to be known.
    unread ||= !isCommuneName(parsed.row.TEN);
    const total = own.find(({ indicator }) => indicator === 'TONG');
    if (total) totals.push(total);
    unread ||= !total?.must?.every(holds);
  }
  if (readings.every((reading) => reading.value === null)) {
    return notFound([...warnings][0] ?? 'Cổng chưa công bố số nào cho kỳ này.');
  }
  const isWhole = request.pageIndex <= 1 && (request.pageSize === null || rows.length < request.pageSize);
  if (isWhole && request.wholeProvince && !unread && areNumbered(rows)) readings.push(...communeRanks(totals));
  return { kind: 'found', readings, warnings: [...warnings, ...says.caveats], questions: says.questions };
}

/** Codes of units below a province begin with its own: `H01.187` is of `H01`. */
function areOfSeveral(rows: readonly Parsed[]): boolean {
  const codes = rows.flatMap((parsed) => (parsed.ok ? (parsed.row.MA_COQUAN?.replace(/^(?:0+\.)+/, '') ?? []) : []));
  const within = codes.filter((code) => code.includes('.'));
  return within.length > 0 && new Set(within.map((code) => code.split('.')[0])).size > 1;
}

/** The portal numbers departments and communes in one list: a number left out is a unit that is not there. */
function areNumbered(rows: readonly Parsed[]): boolean {
  const numbers = rows.flatMap((parsed) => (parsed.ok && parsed.row.ROW_STT ? [Number(parsed.row.ROW_STT)] : []));
  return numbers.length === rows.length && Math.max(...numbers) <= rows.length && Math.min(...numbers) === 1;
}

/** The six groups add up to the total; in a row where they do not, none of its figures can be trusted. */
function rowReadings(row: Row, period: Period, warnings: Set<string>): CaptureReading[] {
  const unit = { id: row.ID, ...(row.MA_COQUAN ? { code: row.MA_COQUAN } : {}), name: row.TEN.normalize('NFC') };
  const scores = GROUPS.map(([key, indicator, max]) => ({ key, indicator, max, value: score(row[key], max) }));
  const [total, ...groups] = scores.map(({ value }) => value);
  const bad = scores.find(({ value }) => value === undefined);
  if (bad)
    warnings.add(
      `Giá trị “${row[bad.key]}” của ${unit.name} không phải điểm từ 0 đến ${bad.max}, nên không lấy dòng này.`,
    );
  if (bad) return [];
  const absent = scores.find(({ key }) => row[key] === undefined);
  if (absent) warnings.add(`Câu trả lời không có cột ${absent.key} của ${unit.name}, nên không kiểm được tổng điểm.`);
  const isFull = total != null && groups.every((value) => value != null);
  const isEmpty = scores.every(({ value }) => value === null);
  if (!isFull && !isEmpty) warnings.add(`Dòng ${unit.name} thiếu điểm, không kiểm được tổng, nên không lấy.`);
  const must = isFull
    ? [{ what: 'sáu nhóm không bằng tổng điểm', left: total, right: sum(groups), within: LAST_PLACE }]
    : [];
  return scores.flatMap(({ key, indicator, max, value }): CaptureReading[] =>
    row[key] === undefined || (value != null && !isFull)
      ? []
      : [{ indicator, unit, period, value: value ?? null, max, must }],
  );
}

function sum(values: readonly (number | null | undefined)[]): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0);
}

/** `91.7` → 91.7; absent → null; anything else or beyond the maximum → undefined. */
function score(text: string | null | undefined, max: number): number | null | undefined {
  if (text == null || text.trim() === '') return null;
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value <= max ? value : undefined;
}

type Parsed = { readonly ok: true; readonly row: Row } | { readonly ok: false; readonly name: string };

/** Parses each row by itself, so that a bad row does not cost the others. */
function parseRows(body: string): readonly Parsed[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json)) return undefined;
  return json.map((item: unknown): Parsed => {
    const { data: row } = rowSchema.safeParse(item);
    const name = typeof item === 'object' && item !== null && 'TEN' in item ? String(item.TEN ?? '') : '';
    return row ? { ok: true, row } : { ok: false, name: name.slice(0, 100) };
  });
}

interface ListRequest {
  readonly period: Period;
  /** No district or commune was picked out. */
  readonly wholeProvince: boolean;
  readonly pageIndex: number;
  /** null when the request does not say how many rows it wants. */
  readonly pageSize: number | null;
}

/** The form body is `params=<JSON>`; a bare JSON text is taken too. */
function requestOf(request: string): ListRequest | undefined {
  const { data } = requestSchema.safeParse(requestBody(request));
  const period = data && periodOf(data);
  if (!data || !period) return undefined;
  const all = (text: string) => text.trim() === '' || ALL.test(text.trim());
  const { pageIndex, pageSize, p_huyen_id: district, p_xa_id: commune } = data;
  return { period, wholeProvince: all(district) && all(commune), pageIndex, pageSize };
}

/** undefined when the request has two parts of a year at once. */
function periodOf({
  p_nam: year,
  p_thang: month,
  p_quy: quarter,
  p_6thang: half,
}: z.infer<typeof requestSchema>): Period | undefined {
  if ([month, quarter, half].filter((part) => part > 0).length > 1) return undefined;
  if (month > 0) return { kind: 'month', year, month };
  if (quarter > 0) return { kind: 'quarter', year, quarter: quarter as 1 | 2 | 3 | 4 };
  if (half > 0) return { kind: 'half', year, half: half as 1 | 2 };
  return { kind: 'year', year };
}
