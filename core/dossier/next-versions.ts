/**
 * A criteria set in use is frozen, because units hold its forms and scores were computed by it. A set that has changed
 * gets the next number, so that both versions stay known.
 */
import type { CriteriaSet } from '../movement/criteria-set.ts';
import type { Movement } from '../movement/movement.ts';
import { setDigest, versionAfter } from '../movement/set-version.ts';

export interface Renumbered {
  readonly before: CriteriaSet;
  readonly after: CriteriaSet;
}

/** The movement with new numbers on the sets that differ from those in use under the same number. */
export function nextVersions(
  inUse: Movement,
  edited: Movement,
): { readonly movement: Movement; readonly renumbered: readonly Renumbered[] } {
  const taken = new Set([...inUse.criteriaSets, ...edited.criteriaSets].map(({ version }) => version));
  const renumbered: Renumbered[] = [];
  const criteriaSets = edited.criteriaSets.map((set) => {
    const before = inUse.criteriaSets.find(({ audience, phase }) => audience === set.audience && phase === set.phase);
    if (!before || before.version !== set.version || setDigest(before) === setDigest(set)) return set;
    let version = versionAfter(set.version);
    while (taken.has(version)) version = versionAfter(version);
    taken.add(version);
    const after = { ...set, version };
    renumbered.push({ before, after });
    return after;
  });
  return { movement: { ...edited, criteriaSets }, renumbered };
}
