/**
 * Shapes of the seven answers of the 2026 portal, as far as they are read. Unknown keys are ignored; a missing key that a figure needs makes
 * that figure null, and an answer without its list or envelope is no answer. Sources: facts on the portal, section 2.2.
 */
import * as z from 'zod/mini';

const figure = z.nullish(z.number());

const department = z.object({
  departmentId: z.nullish(z.string()),
  departmentName: z.string().check(z.minLength(1)),
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
export const unitRow = z.extend(department, {
  totalScore: figure,
  totalMaxScore: figure,
  score: figure,
  maxScore: figure,
  ratio: figure,
  groupScores: z.nullish(z.record(z.string(), figure)),
  metrics: z.nullish(z.array(metric)),
  totalReceived: figure,
  totalOnTime: figure,
  totalDossierOnlinePaymentSuccess: figure,
  totalDossierFinancialObligation: figure,
  channelOnlineSum: figure,
  channelTotalSum: figure,
});
export type UnitRow = z.infer<typeof unitRow>;

const donut = z.array(z.object({ code: z.string(), value: figure }));
export type Donut = z.infer<typeof donut>;

export const answerSchema = z.object({
  code: z.literal('OK'),
  data: z.object({
    overview: z.nullish(unitRow),
    parent: z.nullish(unitRow),
    radar: z.nullish(z.array(z.object({ code: z.string(), score: figure, maxScore: figure }))),
    donuts: z.nullish(z.object({ onlineDossier: z.nullish(donut), onlineProvision: z.nullish(donut) })),
    evaluation: z.nullish(z.array(unitRow)),
    units: z.nullish(z.array(unitRow)),
    children: z.nullish(z.array(unitRow)),
    pagination: z.nullish(z.object({ total: z.number(), pageSize: z.number(), totalPages: z.number() })),
  }),
});
export type Answer = z.infer<typeof answerSchema>;
