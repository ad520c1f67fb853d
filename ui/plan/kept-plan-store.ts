/** The plan being read, stored in this browser; one at a time. */
import { type KeptPlan, keptPlan, readKeptPlan } from '../../session/plan/kept-plan.ts';
import type { PlanDraft } from '../../session/plan/plan-draft.ts';
import { dropKept, keep, readKept } from '../kept-store.ts';

const KEY = 'plan';

/** undefined = none, or the store is shut. */
export async function readStoredPlan(): Promise<KeptPlan | undefined> {
  return readKeptPlan(await readKept(KEY));
}

/** false = it could not be stored. */
export function keepPlan(draft: PlanDraft): Promise<boolean> {
  return keep(KEY, keptPlan(draft, new Date().toISOString()));
}

export function dropKeptPlan(): Promise<boolean> {
  return dropKept(KEY);
}
