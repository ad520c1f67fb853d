/** Signs what this machine may add and keeps it here; ends the command where that is refused. */
import type { Standing } from '../../core/share/standing.ts';
import { type Added, addFacts as add, type Machine } from '../../session/share/take-part.ts';
import { refuse } from '../usage-error.ts';
import type { NewFacts } from './new-facts.ts';

export async function addFacts(open: Machine, standing: Standing, facts: NewFacts, at: string): Promise<Added> {
  const added = await add(open, standing, facts, at);
  return added.ok ? added.value : refuse(added.refusal.message);
}
