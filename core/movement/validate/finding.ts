/** Findings of the movement validator: where a set is wrong and what to do about it, in the officers' words. */

export const FINDING_CODES = [
  'band-overlap',
  'band-gap',
  'band-edges',
  'parts-sum',
  'points-over-max',
  'points-negative',
  'max-unreachable',
  'max-not-positive',
  'deduction-with-max',
  'rule-figure',
  'rule-measure',
  'date-steps',
  'set-sum',
  'group-unknown',
  'group-empty',
  'duplicate-code',
  'duplicate-set',
  'audience-unknown',
  'audience-without-set',
  'phase-unknown',
  'award-unknown',
  'quota-base',
  'target-without-source',
  'target-unknown',
  'target-altered',
  'target-figure',
  'target-figure-source',
  'target-not-strict',
  'milestone-day',
  'milestone-figure',
  'gate-unknown',
  'tie-break-unknown',
  'tie-break-council',
  'class-order',
  'class-floor',
  'bonus-cap',
  'scan-unconfirmed',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface MovementFinding {
  readonly code: FindingCode;
  /** The way to the place, from the whole to the part: `Bộ tiêu chí Bản › Tiêu chí 1.2 › Mức 3`. */
  readonly where: string;
  /** A Vietnamese sentence with its figures. */
  readonly message: string;
  readonly todo: string;
}

export function finding(code: FindingCode, where: string, message: string, todo: string): MovementFinding {
  return { code, where, message, todo };
}

/** Joins the steps of a `where`. */
export function place(...steps: readonly string[]): string {
  return steps.join(' › ');
}

/** Codes that occur more than once, each once, in order. */
export function repeated(codes: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const code of codes) (seen.has(code) ? twice : seen).add(code);
  return [...twice];
}
