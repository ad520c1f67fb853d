/** The period of a request to the 2026 portal: `timeType` + year (+ quarter | month), or `fromDate`/`toDate` (handling-satisfaction). */
import * as z from 'zod/mini';
import { type Period, periodBetween } from '../../../indicator/period.ts';

const whole = (least: number, most: number) => z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most));
const requestSchema = z.union([
  z.object({ timeType: z.literal('year'), year: whole(2000, 2100) }),
  z.object({ timeType: z.literal('quarter'), year: whole(2000, 2100), quarter: whole(1, 4) }),
  z.object({ timeType: z.literal('month'), year: whole(2000, 2100), month: whole(1, 12) }),
  z.object({
    fromDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/)),
    toDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}/)),
  }),
]);

const scopeSchema = z.object({
  rootDepartmentId: z.catch(z.nullish(z.string()), null),
  /** Both spellings are the portal's own. */
  formalityId: z.optional(z.unknown()),
  formalityID: z.optional(z.unknown()),
});

export interface Asked {
  readonly period: Period;
  /** Id of the province whose list it is; null for the list of provinces. */
  readonly province: string | null;
  /** Only the dossiers of one procedure are counted: such points are not the unit's. */
  readonly oneProcedure: boolean;
}

/** What a request body (JSON text) asks for; undefined when it names no period we know. */
export function askedOf(request: string): Asked | undefined {
  let body: unknown;
  try {
    body = JSON.parse(request);
  } catch {
    return undefined;
  }
  const period = periodOf(body);
  const scope = scopeSchema.safeParse(body).data;
  if (!period || !scope) return undefined;
  return {
    period,
    province: scope.rootDepartmentId || null,
    oneProcedure: Boolean(scope.formalityId) || Boolean(scope.formalityID),
  };
}

function periodOf(body: unknown): Period | undefined {
  const parsed = requestSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const asked = parsed.data;
  if ('fromDate' in asked) return periodBetween(asked.fromDate.slice(0, 10), asked.toDate.slice(0, 10));
  switch (asked.timeType) {
    case 'year':
      return { kind: 'year', year: asked.year };
    case 'quarter':
      return { kind: 'quarter', year: asked.year, quarter: asked.quarter as 1 | 2 | 3 | 4 };
    case 'month':
      return { kind: 'month', year: asked.year, month: asked.month };
  }
}
