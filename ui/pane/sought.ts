/** What the officer went to a place for, as one word that the place understands: a criterion, or the file of a paper. */

/** `set` = place of its criteria set in the movement. */
export function seekCriterion(set: number, code: string): string {
  return `${set} ${code}`;
}

/** Null where no criterion is sought. */
export function criterionSought(sought: string | null): { readonly set: number; readonly code: string } | null {
  const match = /^(\d+) (.+)$/su.exec(sought ?? '');
  return match ? { set: Number(match[1]), code: match[2] ?? '' } : null;
}
