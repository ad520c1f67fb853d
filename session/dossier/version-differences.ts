/** What was changed in criteria sets since they were used, in words; the number about to be given is no change. */
import { movementDifferences } from '../../core/dossier/differences.ts';
import type { ChangedSets } from '../book/own-movement.ts';

export function versionDifferences({ inForce, next }: ChangedSets): readonly string[] {
  const criteriaSets = next.criteriaSets.map((set, at) => ({
    ...set,
    version: inForce.criteriaSets[at]?.version ?? '',
  }));
  return movementDifferences(inForce, { ...next, criteriaSets }).map(({ text }) => text);
}
