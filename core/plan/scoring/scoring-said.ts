/** How a plan itself says it scores: its scales of marks and its classes. */
import type { LaidOut } from '../laid-out.ts';
import { type ClassLadder, classLaddersIn } from './class-ladders.ts';
import type { PlanScoring } from './plan-marks.ts';
import { scoringsIn } from './scorings.ts';

export interface ScoringSaid {
  /** Scales of marks, in the order of the text. */
  readonly scorings: readonly PlanScoring[];
  /** Ladders of classes by points, in the order of the text. */
  readonly classLadders: readonly ClassLadder[];
}

export function scoringSaid({ text, bodies, markTables }: LaidOut): ScoringSaid {
  return { scorings: scoringsIn(text, bodies, markTables), classLadders: classLaddersIn(text, bodies) };
}
