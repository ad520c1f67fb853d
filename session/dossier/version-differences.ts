/**
 * Changes to criteria sets since they were used, in words; the new version number itself does not count as a change.
 */
import { movementDifferences } from '../../core/dossier/differences.ts';
import type { ChangedSets } from '../book/own-movement.ts';

export function versionDifferences({ inForce, next }: ChangedSets): readonly string[] {
  const criteriaSets = next.criteriaSets.map((set, at) => ({
    ...set,
    version: inForce.criteriaSets[at]?.version ?? '',
  }));
  return movementDifferences(inForce, { ...next, criteriaSets }).map(({ text }) => text);
}
