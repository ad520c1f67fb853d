/** The plan being read, stored in this browser; one at a time. */

import type { PlanDraft } from '../../session/plan/plan-draft.ts';
import { parseStoredPlan, type StoredPlan, storedPlan } from '../../session/plan/stored-plan.ts';
import { dropStored, keep, readStored } from '../browser-store.ts';

const KEY = 'plan';

/** undefined = none, or the store is shut. */
export async function readStoredPlan(): Promise<StoredPlan | undefined> {
  return parseStoredPlan(await readStored(KEY));
}

/** false = it could not be stored. */
export function keepPlan(draft: PlanDraft): Promise<boolean> {
  return keep(KEY, storedPlan(draft, new Date().toISOString()));
}

export function dropStoredPlan(): Promise<boolean> {
  return dropStored(KEY);
}
