/** How a plan itself says it scores and commends: its marks and classes, the vote, what bars, who signs, whose list. */
import { type PlanSigner, signerIn } from '../identity/signer.ts';
import type { PlanUnit } from '../identity/units-in-plan.ts';
import type { LaidOut } from '../laid-out.ts';
import { barsIn, type PlanBar } from '../quota/bars.ts';
import { type PlanVote, voteRuleIn } from '../quota/vote-rule.ts';
import { AMENDS } from '../table/tables.ts';
import { type ClassLadder, classLaddersIn } from './class-ladders.ts';
import { isScale, type PlanScoring } from './plan-marks.ts';
import { scoringsIn } from './scorings.ts';

export interface StatedScoring {
  /** Scales of marks, in the order of the text. */
  readonly scorings: readonly PlanScoring[];
  /** Ladders of classes by points, in the order of the text. */
  readonly classLadders: readonly ClassLadder[];
  /** How the council's vote passes; null = the plan does not say. */
  readonly vote: PlanVote | null;
  /** What excludes a unit from commending, whatever its points. */
  readonly bars: readonly PlanBar[];
  /** null = no signature was found. */
  readonly signer: PlanSigner | null;
  /** Units the plan lists. */
  readonly units: readonly PlanUnit[];
}

export function statedScoring({ text, parts, bodies, grids, markTables, unitLists }: LaidOut): StatedScoring {
  const classLadders = classLaddersIn(text, bodies, grids);
  return {
    scorings: scoringsIn(text, bodies, markTables, classLadders, parts.title).map((scoring) =>
      AMENDS.test(parts.title) && !isScale(scoring) ? { ...scoring, isAmending: true } : scoring,
    ),
    classLadders,
    vote: voteRuleIn(text, bodies),
    bars: barsIn(text, bodies),
    signer: signerIn(text),
    units: unitLists.flatMap(({ units }) => units),
  };
}
