/**
 * Shapes of the seven answers of the 2026 portal, as far as they are read. Unknown keys are ignored; a missing key that a figure needs makes
 * that figure null, and an answer without its list or envelope is no answer. Sources: facts on the portal, section 2.2.
 */
import { z } from 'zod';

const figure = z.number().nullish();

const department = z.object({
  departmentId: z.string().nullish(),
  departmentName: z.string().min(1),
  departmentCode: z.string().nullish(),
});

const metric = z.object({
  code: z.string().min(1),
  name: z.string().nullish(),
  numerator: figure,
  denominator: figure,
  ratio: figure,
  score: figure,
  maxScore: figure,
  dataQualityStatus: z.string().nullish(),
  dataQualityMessage: z.string().nullish(),
});

/** One unit of any of the seven lists; each list fills other keys. */
export const unitRow = department.extend({
  totalScore: figure,
  totalMaxScore: figure,
  score: figure,
  maxScore: figure,
  ratio: figure,
  groupScores: z.record(z.string(), figure).nullish(),
  metrics: z.array(metric).nullish(),
  totalReceived: figure,
  totalOnTime: figure,
  totalDossierOnlinePaymentSuccess: figure,
  totalDossierFinancialObligation: figure,
  channelOnlineSum: figure,
  channelTotalSum: figure,
});
export type UnitRow = z.infer<typeof unitRow>;

export const answerSchema = z.object({
  code: z.literal('OK'),
  data: z.object({
    overview: unitRow.nullish(),
    parent: unitRow.nullish(),
    radar: z.array(z.object({ code: z.string(), score: figure, maxScore: figure })).nullish(),
    evaluation: z.array(unitRow).nullish(),
    units: z.array(unitRow).nullish(),
    children: z.array(unitRow).nullish(),
    pagination: z.object({ total: z.number(), pageSize: z.number(), totalPages: z.number() }).nullish(),
  }),
});
export type Answer = z.infer<typeof answerSchema>;
