/**
 * All checks, causes before consequences: who and when before what, unreadable cells before figures, figures before
 * points, copies before the evidence they share. A check may look at what was found before it, never at what comes
 * after.
 */
import { missingReport } from './checks/missing-report.ts';
import { portalMismatch } from './checks/portal-mismatch.ts';
import { registerMismatch } from './checks/register-mismatch.ts';
import { suddenChange } from './checks/sudden-change.ts';
import { ABOUT_FIGURES, ABOUT_REPORT, ABOUT_THE_REST } from './checks-of-reports.ts';

export const CHECKS = [
  ...ABOUT_REPORT,
  missingReport,
  ...ABOUT_FIGURES,
  portalMismatch,
  registerMismatch,
  suddenChange,
  ...ABOUT_THE_REST,
] as const;

/** Codes are a contract: added, never renamed. */
export type FlagCode = (typeof CHECKS)[number]['code'];
