/**
 * More are proposed than the quota allows: most votes first, and equal at the last place the chair's vote decides
 * (LW-45).
 */

export interface Proposed {
  /** Key of the unit. */
  readonly unit: string;
  readonly inFavour: number;
  /** The chair voted for it; null = not told. */
  readonly chairInFavour: boolean | null;
}

export interface Places {
  readonly chosen: readonly string[];
  /** Equal at the last place and not parted: the council has to vote again, or the chair has to say. */
  readonly tied: readonly string[];
  readonly left: readonly string[];
}

/** Fills `places` from those that passed their vote, keeping the order of equals as given. */
export function fillPlaces(proposed: readonly Proposed[], places: number): Places {
  const groups = new Map<number, Proposed[]>();
  for (const one of [...proposed].sort((x, y) => y.inFavour - x.inFavour)) {
    const group = groups.get(one.inFavour);
    if (group) group.push(one);
    else groups.set(one.inFavour, [one]);
  }
  const chosen: Proposed[] = [];
  const tied: Proposed[] = [];
  const left: Proposed[] = [];
  for (const group of groups.values()) {
    const free = tied.length > 0 ? 0 : places - chosen.length;
    if (group.length <= free) chosen.push(...group);
    else if (free <= 0) left.push(...group);
    else part(group, free, chosen, tied, left);
  }
  const names = (list: readonly Proposed[]) => list.map((one) => one.unit);
  return { chosen: names(chosen), tied: names(tied), left: names(left) };
}

/** Those the chair voted for go first, when that parts the group exactly at the last place; otherwise all stay tied. */
function part(group: readonly Proposed[], free: number, chosen: Proposed[], tied: Proposed[], left: Proposed[]): void {
  const backed = group.filter((one) => one.chairInFavour === true);
  const isTold = group.every((one) => one.chairInFavour !== null);
  if (isTold && backed.length === free) {
    chosen.push(...backed);
    left.push(...group.filter((one) => one.chairInFavour === false));
  } else tied.push(...group);
}
