/**
 * All checks, causes before consequences: who and when before what, unreadable cells before figures, figures before points, copies
 * before the evidence they share. A check may look at what was found before it, never at what comes after.
 */
import { betweenChecks } from './between.ts';
import { evidenceChecks } from './evidence.ts';
import type { Check } from './finding.ts';
import { identityChecks } from './identity.ts';
import { notApplicableChecks } from './not-applicable.ts';
import { openRangeChecks } from './open-range.ts';
import { pointsChecks } from './points.ts';
import { structureChecks } from './structure.ts';
import { textAndFileChecks } from './text-and-file.ts';
import { timeChecks } from './time.ts';
import { valueChecks } from './value.ts';

export const CHECKS: readonly Check[] = [
  ...identityChecks,
  ...timeChecks,
  ...structureChecks,
  ...valueChecks,
  ...notApplicableChecks,
  ...openRangeChecks,
  ...betweenChecks,
  ...evidenceChecks,
  ...pointsChecks,
  ...textAndFileChecks,
];
