/**
 * National portal, old generation: the rows of /jsp/rest.jsp, service report_tinh_766_service. Every value is a string with a decimal point. Several
 * public scripts take CLGQ for payment and TTTT for service; CLGQ is the online service (12 points), TTTT the payment (10): facts on the portal, 1.4.
 */
import * as z from 'zod/mini';
import type { Period } from '../../../indicator/period.ts';
import { communeRanks } from '../../commune-ranks.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';

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
const rowsSchema = z.array(
  z.object({
    ID: z.string().check(z.minLength(1)),
    TEN: z.string().check(z.minLength(1)),
    MA_COQUAN: z.nullish(z.string()),
    LOAI_COQUAN: z.nullish(z.string()),
    TONG_SCORE: cell,
    CKMB: cell,
    TDGQ: cell,
    CLGQ: cell,
    TTTT: cell,
    MDHL: cell,
    MDSH: cell,
  }),
);

/** Whole numbers, as numbers or as text. */
const whole = (least: number, most: number) => z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most));

/** `0` or nothing = all of them. */
const filter = z._default(z.coerce.string(), '');

const requestSchema = z.object({
  service: z.literal('report_tinh_766_service'),
  p_nam: whole(2000, 2100),
  p_6thang: z._default(whole(0, 2), 0),
  p_quy: z._default(whole(0, 4), 0),
  p_thang: z._default(whole(0, 12), 0),
  p_huyen_id: filter,
  p_xa_id: filter,
  p_linhvuc: filter,
  p_thutuc_id: filter,
  pageIndex: z.catch(whole(0, 1e6), 1),
  pageSize: z.catch(z.nullable(whole(1, 1e6)), null),
});

/** LOAI_COQUAN of a commune. */
const COMMUNE = '3';

export const national2022: Reader = {
  id: 'national-2022',
  version: '2026-11-21.3',
  label: 'Cổng Dịch vụ công quốc gia (giao diện cũ)',
  pages: 'dichvucong.gov.vn: câu trả lời của trang chỉ số cũ (rest.jsp)',
  matches: (captured) =>
    /^https:\/\/(?:vpcp\.)?dichvucong\.gov\.vn(?::\d+)?\/jsp\/rest\.jsp(?:[?#]|$)/.test(captured.url),
  read,
};

function read(captured: Captured): ReadOutcome {
  const asked = captured.request === null ? undefined : requestOf(captured.request);
  if (!asked)
    return notFound('Không có yêu cầu đã gửi hoặc yêu cầu không ghi kỳ, nên không biết số liệu thuộc kỳ nào.');
  const { period } = asked;
  if (asked.onePart) {
    return notFound('Yêu cầu chỉ hỏi một lĩnh vực hoặc một thủ tục: điểm trả về không phải điểm chung của đơn vị.');
  }
  if (notBegun(captured, period)) return notFound('Kỳ này chưa bắt đầu: số 0 trên Cổng không phải là kết quả.');
  const rows = parseRows(captured.body);
  if (!rows) return notFound('Câu trả lời của Cổng không còn đúng cấu trúc đã biết, nên không đọc số nào.');
  if (rows.length === 0) return notFound('Cổng trả về danh sách trống cho kỳ này.');

  const readings: CaptureReading[] = [];
  const warnings: string[] = [];
  const totals: CaptureReading[] = [];
  let unread = false;
  for (const row of rows) {
    const unit = {
      id: row.ID,
      ...(row.MA_COQUAN ? { code: row.MA_COQUAN } : {}),
      name: row.TEN.normalize('NFC'),
    };
    for (const [key, indicator, max] of GROUPS) {
      const value = score(row[key], max);
      if (value === undefined) warnings.push(`Giá trị “${row[key]}” của ${unit.name} không phải điểm từ 0 đến ${max}.`);
      const reading = { indicator, unit, period, value: value ?? null, max };
      readings.push(reading);
      if (indicator !== 'TONG' || row.LOAI_COQUAN !== COMMUNE) continue;
      totals.push(reading);
      unread ||= value === undefined;
    }
  }
  if (readings.every((reading) => reading.value === null)) return notFound('Cổng chưa công bố số nào cho kỳ này.');
  const isWhole = asked.pageIndex <= 1 && (asked.pageSize === null || rows.length < asked.pageSize);
  if (isWhole && asked.wholeProvince && !unread) readings.push(...communeRanks(totals));
  return { kind: 'found', readings, warnings };
}

/** `91.7` → 91.7; absent → null; anything else or beyond the maximum → undefined. */
function score(text: string | null | undefined, max: number): number | null | undefined {
  if (text == null || text.trim() === '') return null;
  if (!/^\d{1,3}(?:\.\d+)?$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value <= max ? value : undefined;
}

function parseRows(body: string): z.infer<typeof rowsSchema> | undefined {
  try {
    const parsed = rowsSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

interface Asked {
  readonly period: Period;
  /** Points of one field or procedure: not the unit's. */
  readonly onePart: boolean;
  /** No district or commune was picked out. */
  readonly wholeProvince: boolean;
  readonly pageIndex: number;
  /** null when the request does not say how many rows it wants. */
  readonly pageSize: number | null;
}

/** The form body is `params=<JSON>`; a bare JSON text is taken too. */
function requestOf(request: string): Asked | undefined {
  const json = /(?:^|&)params=([^&]*)/.exec(request)?.[1];
  let body: unknown;
  try {
    body = JSON.parse(json === undefined ? request : decodeURIComponent(json.replaceAll('+', ' ')));
  } catch {
    return undefined;
  }
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { pageIndex, pageSize, p_linhvuc: field, p_thutuc_id: procedure, p_huyen_id: district, p_xa_id } = parsed.data;
  const all = (text: string) => /^(?:0|null|undefined)?$/.test(text.trim());
  return {
    period: periodOf(parsed.data),
    onePart: !all(field) || !all(procedure),
    wholeProvince: all(district) && all(p_xa_id),
    pageIndex,
    pageSize,
  };
}

function periodOf({
  p_nam: year,
  p_thang: month,
  p_quy: quarter,
  p_6thang: half,
}: z.infer<typeof requestSchema>): Period {
  if (month > 0) return { kind: 'month', year, month };
  if (quarter > 0) return { kind: 'quarter', year, quarter: quarter as 1 | 2 | 3 | 4 };
  if (half > 0) return { kind: 'half', year, half: half as 1 | 2 };
  return { kind: 'year', year };
}
