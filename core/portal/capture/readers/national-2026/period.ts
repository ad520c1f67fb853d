/**
 * The period of a request to the 2026 portal: `timeType` + year (+ quarter | month), or `fromDate`/`toDate`
 * (handling-satisfaction).
 */
import * as z from 'zod/mini';
import { type Period, periodBetween, periodKey } from '../../../../base/period/period.ts';
import type { KnownConditions } from '../../question.ts';
import { requestBody } from '../../request-body.ts';

const whole = (least: number, most: number) => z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most));
const year = whole(2000, 2100);
/** One way of saying the period at a time: a month left beside a whole year contradicts it. */
const none = z.optional(z.union([z.null(), z.literal('')]));
const requestSchema = z.union([
  z.object({ timeType: z.literal('year'), year, quarter: none, month: none, fromDate: none, toDate: none }),
  z.object({ timeType: z.literal('quarter'), year, quarter: whole(1, 4), month: none, fromDate: none, toDate: none }),
  z.object({ timeType: z.literal('month'), year, month: whole(1, 12), quarter: none, fromDate: none, toDate: none }),
  z.object({
    ...{ timeType: none, year: none, quarter: none, month: none },
    fromDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/)),
    toDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/)),
  }),
]);

/** A day, or its first or last second: with any other time of day it may be the day before or after. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:T(?:00:00:00|23:59:59)(?:\.\d{1,6})?(?:Z|\+07:00)?)?$/;

/** The conditions a question may have; `formalityId` and every other that picks out a part are not among them. */
export const KNOWN: KnownConditions = new Map([
  ['timetype', /^(?:year|quarter|month)$/],
  ['year', /^20\d{2}$/],
  ['quarter', /^[1-4]$/],
  ['month', /^(?:0?[1-9]|1[0-2])$/],
  ['fromdate', DATE],
  ['todate', DATE],
  ['rootdepartmentid', /^[\w-]{1,60}$/],
  ['departmenttype', /^ADMINISTRATIVE_UNIT$/],
  ['pagesize', /^\d{1,5}$/],
  ['currentpage', /^\d{1,5}$/],
]);

export interface PeriodRequest {
  readonly period: Period;
  /** Id of the province whose list it is; null for the list of provinces. */
  readonly province: string | null;
}

/** What a request body (JSON text) asks for; undefined when it names no period we know. */
export function portalRequestOf(request: string): PeriodRequest | undefined {
  const body = requestBody(request);
  const period = periodOf(body);
  if (!body || !period) return undefined;
  const province = body.rootDepartmentId;
  return { period, province: typeof province === 'string' && province !== '' ? province : null };
}

/**
 * True where the answer itself names another period or province than the request: cached from an earlier question, or
 * somebody else's. `data` = the answer's own object; its lists hold units and months.
 */
export function isOfAnother(request: PeriodRequest, data: object): boolean {
  const objects = [data, ...Object.values(data).filter(isPlain)].filter(isPlain);
  return objects.some((object) => {
    const { year, rootDepartmentId: province } = object;
    if (typeof province === 'string' && request.province !== null && province !== request.province) return true;
    if (isWholeOfAnother(object, request.province)) return true;
    const period = periodOf(object);
    if (period !== undefined) return periodKey(period) !== periodKey(request.period);
    return typeof year === 'number' && request.period.kind !== 'days' && year !== request.period.year;
  });
}

/**
 * Whether the list's own unit, by its id, is neither the requested province nor commune: then it is the answer to
 * another request.
 */
function isWholeOfAnother(
  { departmentId: id, departmentName: name }: Record<string, unknown>,
  province: string | null,
): boolean {
  return (
    province !== null &&
    typeof name === 'string' &&
    typeof id === 'string' &&
    id !== '' &&
    id.toLowerCase() !== province.toLowerCase()
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function periodOf(body: unknown): Period | undefined {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const request = parsed.data;
  if ('toDate' in request && request.fromDate && request.toDate)
    return periodBetween(request.fromDate.slice(0, 10), request.toDate.slice(0, 10));
  switch (request.timeType) {
    case 'year':
      return { kind: 'year', year: request.year };
    case 'quarter':
      return { kind: 'quarter', year: request.year, quarter: request.quarter as 1 | 2 | 3 | 4 };
    case 'month':
      return { kind: 'month', year: request.year, month: request.month };
  }
}
