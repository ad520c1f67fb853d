/**
 * National portal, old generation: the rows of /jsp/rest.jsp, service report_tinh_766_service. Every value is a string with a decimal point. Several
 * public scripts take CLGQ for payment and TTTT for service; CLGQ is the online service (12 points), TTTT the payment (10): facts on the portal, 1.4.
 */
import { z } from 'zod';
import type { Period } from '../../../indicator/period.ts';
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

const cell = z.string().nullish();
const rowsSchema = z.array(
  z.object({
    ID: z.string().min(1),
    TEN: z.string().min(1),
    MA_COQUAN: z.string().nullish(),
    TONG_SCORE: cell,
    CKMB: cell,
    TDGQ: cell,
    CLGQ: cell,
    TTTT: cell,
    MDHL: cell,
    MDSH: cell,
  }),
);

const requestSchema = z.object({
  service: z.literal('report_tinh_766_service'),
  p_nam: z.coerce.number().int().min(2000).max(2100),
  p_6thang: z.coerce.number().int().min(0).max(2).catch(0),
  p_quy: z.coerce.number().int().min(0).max(4).catch(0),
  p_thang: z.coerce.number().int().min(0).max(12).catch(0),
});

export const national2022: Reader = {
  id: 'national-2022',
  version: '2026-11-21.1',
  label: 'Cổng Dịch vụ công quốc gia (giao diện cũ)',
  matches: (captured) =>
    /^https:\/\/(?:vpcp\.)?dichvucong\.gov\.vn(?::\d+)?\/jsp\/rest\.jsp(?:[?#]|$)/.test(captured.url),
  read,
};

function read(captured: Captured): ReadOutcome {
  const period = captured.request === null ? undefined : requestPeriod(captured.request);
  if (!period)
    return notFound('Không có yêu cầu đã gửi hoặc yêu cầu không ghi kỳ, nên không biết số liệu thuộc kỳ nào.');
  if (notBegun(captured, period)) return notFound('Kỳ này chưa bắt đầu: số 0 trên Cổng không phải là kết quả.');
  const rows = parseRows(captured.body);
  if (!rows) return notFound('Câu trả lời của Cổng không còn đúng cấu trúc đã biết, nên không đọc số nào.');
  if (rows.length === 0) return notFound('Cổng trả về danh sách trống cho kỳ này.');

  const readings: CaptureReading[] = [];
  const warnings: string[] = [];
  for (const row of rows) {
    const unit = {
      id: row.ID,
      ...(row.MA_COQUAN ? { code: row.MA_COQUAN } : {}),
      name: row.TEN.normalize('NFC'),
    };
    for (const [key, indicator, max] of GROUPS) {
      const value = score(row[key], max);
      if (value === undefined) warnings.push(`Giá trị “${row[key]}” của ${unit.name} không phải điểm từ 0 đến ${max}.`);
      readings.push({ indicator, unit, period, value: value ?? null, max });
    }
  }
  if (readings.every((reading) => reading.value === null)) return notFound('Cổng chưa công bố số nào cho kỳ này.');
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

/** The form body is `params=<JSON>`; a bare JSON text is taken too. */
function requestPeriod(request: string): Period | undefined {
  const json = /(?:^|&)params=([^&]*)/.exec(request)?.[1];
  let body: unknown;
  try {
    body = JSON.parse(json === undefined ? request : decodeURIComponent(json.replaceAll('+', ' ')));
  } catch {
    return undefined;
  }
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { p_nam: year, p_thang: month, p_quy: quarter, p_6thang: half } = parsed.data;
  if (month > 0) return { kind: 'month', year, month };
  if (quarter > 0) return { kind: 'quarter', year, quarter: quarter as 1 | 2 | 3 | 4 };
  if (half > 0) return { kind: 'half', year, half: half as 1 | 2 };
  return { kind: 'year', year };
}
