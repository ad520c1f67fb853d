/** Signs what this machine may add and keeps it here; bringing it to the others is the next step. */
import { bytesNamed } from '../../core/share/fact.ts';
import type { Standing } from '../../core/share/standing.ts';
import { say, whyNot } from '../../core/share/writer.ts';
import { refuse } from '../usage-error.ts';
import type { GivenFacts } from './given-facts.ts';
import type { OpenSpace } from './space.ts';

interface Added {
  readonly added: number;
  /** Why some were not: a Vietnamese sentence each. They stay in the files they came from. */
  readonly held: readonly string[];
}

export async function addFacts(
  { space, store, own }: OpenSpace,
  standing: Standing,
  given: GivenFacts,
  at: string,
): Promise<Added> {
  const told = given.facts.map((fact) => ({ fact, why: whyNot(fact, standing, store.device) }));
  for (const { fact, why } of told) {
    // Asked for outright by an option of its own: not to be passed over.
    if (why !== null && (fact.kind === 'admission' || fact.kind === 'revocation')) refuse(why);
  }
  const facts = told.flatMap(({ fact, why }) => (why === null ? fact : []));
  const held = [...new Set(told.flatMap(({ why }) => why ?? []))];
  for (const fact of facts) {
    const digest = bytesNamed(fact);
    const bytes = digest === null ? undefined : given.files.get(digest);
    if (digest === null || !bytes) continue;
    const put = await own.put(digest, bytes);
    if (!put.ok) refuse(put.refusal.message);
  }
  if (facts.length === 0) return { added: 0, held };
  const said = await say(store.signer, space, standing, facts, at);
  if (!said.ok) return refuse(said.refusal.message);
  const kept = await own.push(said.value);
  if (!kept.ok) refuse(kept.refusal.message);
  return { added: facts.length, held };
}
