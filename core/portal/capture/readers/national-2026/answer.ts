/**
 * Shapes of the seven answers of the 2026 portal, as far as they are read. Unknown keys are ignored; a row that does
 * not fit costs that row, and an answer without its list or envelope is no answer. Sources: facts on the portal,
 * section 2.2.
 */
import * as z from 'zod/mini';

const figure = z.nullish(z.number());

const department = z.object({
  departmentId: z.nullish(z.string()),
  departmentName: z.string().check(z.refine((name) => /\p{L}{2}/u.test(name))),
  departmentCode: z.nullish(z.string()),
});

const metric = z.object({
  code: z.string().check(z.minLength(1)),
  numerator: figure,
  denominator: figure,
  ratio: figure,
  score: figure,
  maxScore: figure,
  dataQualityStatus: z.nullish(z.string()),
  dataQualityMessage: z.nullish(z.string()),
});

/** One unit of any of the seven lists; each list fills other keys. */
const unitRow = z.extend(department, {
  totalScore: figure,
  totalMaxScore: figure,
  score: figure,
  maxScore: figure,
  ratio: figure,
  groupScores: z.nullish(z.record(z.string(), figure)),
  metrics: z.nullish(z.array(metric)),
  totalReceived: figure,
  totalOnTime: figure,
  totalOverdue: figure,
  totalCompleted: figure,
  avgProcessingDays: figure,
  totalDossierOnlinePaymentSuccess: figure,
  totalDossierFinancialObligation: figure,
  totalDossierOnlineFormalityPaymentSuccess: figure,
  totalFeeDossierFormalityDistinct: figure,
  totalFeeDossierFormality: figure,
  totalFeeFormality: figure,
  channelOnlineSum: figure,
  channelDirectSum: figure,
  channelPostalSum: figure,
  channelTotalSum: figure,
  onlineOnTimeSum: figure,
  onlineOverdueSum: figure,
  fullCount: figure,
  partialCount: figure,
});
export type UnitRow = z.infer<typeof unitRow>;

/** Keys of figures in these answers, read or not: `totalReceived`, `scoreDelta`, `groupScores.CKMB`, `stt`. */
export function isFigureKey(key: string): boolean {
  return (
    key in unitRow.shape ||
    /(?:score|delta|sum|count|percent|pct|ratio|received|completed)$/i.test(key) ||
    /^(?:stt|[A-Z]{4}|[A-Z]+_[A-Z_]+)$/.test(key)
  );
}

const donut = z.array(z.object({ code: z.string(), value: figure, percent: figure }));
export type Donut = z.infer<typeof donut>;

const list = z.nullish(z.array(z.unknown()));

const answerSchema = z.object({
  code: z.literal('OK'),
  // Loose, because other fields of the answer are compared with the request.
  data: z.looseObject({
    overview: z.nullish(unitRow),
    parent: z.nullish(unitRow),
    radar: z.nullish(z.array(z.object({ code: z.string(), score: figure, maxScore: figure }))),
    donuts: z.nullish(z.object({ onlineDossier: z.nullish(donut), onlineProvision: z.nullish(donut) })),
    evaluation: list,
    units: list,
    children: list,
    monthlyChart: list,
    pagination: z.nullish(z.object({ total: z.number(), pageSize: z.number(), totalPages: z.number() })),
  }),
});
export type Answer = z.infer<typeof answerSchema>;

/** The answer in a text as it was heard; undefined for what is none. */
export function answerIn(body: string): Answer | undefined {
  try {
    const parsed = answerSchema.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

const chartMonth = z.object({ month: z.string().check(z.regex(/^(?:0?[1-9]|1[0-2])$/)), averageScore: z.number() });

/** The months of the chart that have points, by their number; a month that is still to come has none, or 0. */
export function chartOf({ data }: Answer): ReadonlyMap<number, number> {
  const months = (data.monthlyChart ?? []).flatMap((item) => {
    const parsed = chartMonth.safeParse(item);
    return parsed.success && parsed.data.averageScore > 0
      ? [[Number(parsed.data.month), parsed.data.averageScore] as const]
      : [];
  });
  return new Map(months);
}

interface Rows {
  readonly rows: readonly UnitRow[];
  /** Those that did not fit: a row without name, a figure that is none. */
  readonly odd: readonly string[];
}

/** Longest and deepest list that is walked: the country has 3,400 units in three levels. */
const MOST_ROWS = 20_000;

/** Rows of the answer's list with those of lists within its rows; undefined when it has no list. */
export function rowsOf({ data }: Answer): Rows | undefined {
  const lists = [data.evaluation, data.units, data.children];
  // An empty list does not hide a full list.
  const top = lists.find((list) => list?.length) ?? lists.find((list) => list != null);
  if (!top) return undefined;
  const rows: UnitRow[] = [];
  const odd: string[] = [];
  const waiting = [...top].reverse();
  while (waiting.length > 0 && rows.length + odd.length < MOST_ROWS) {
    const next = waiting.pop();
    if (Array.isArray(next)) {
      waiting.push(...[...next].reverse());
      continue;
    }
    const parsed = unitRow.safeParse(next);
    const within = Object.values(typeof next === 'object' && next !== null ? next : {}).filter(isUnits);
    waiting.push(...within.flat().reverse());
    if (parsed.success) rows.push(parsed.data);
    else if (within.length === 0) odd.push(nameIn(next));
  }
  return { rows, odd };
}

/** A list of departments, under any key. */
function isUnits(value: unknown): value is unknown[] {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' && first !== null && 'departmentName' in first;
}

function nameIn(row: unknown): string {
  const name = typeof row === 'object' && row !== null && 'departmentName' in row ? row.departmentName : '';
  return typeof name === 'string' && name !== '' ? name.normalize('NFC') : 'không tên';
}
