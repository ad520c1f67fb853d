/** The units a plan lists, as the first register: each with its audience, where the movement has an audience for it. */
import type { Audience } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import { kindsNamed } from '../../plan/identity/audiences.ts';
import { type Register, unitNamed } from '../../report/register.ts';

/** The plan only names the units; none has registered yet. */
export function unitsOfPlan({ units }: Pick<PlanReading, 'units'>, audiences: readonly Audience[]): Register {
  const known = audiences.filter(({ subject }) => subject === 'collective');
  return units.flatMap(({ name, group }) => {
    const [kind] = [name, group]
      .flatMap((words) => kindsNamed(words))
      .filter((text) => known.some((of) => of.kind === text));
    // A unit of a kind without an audience is included all the same.
    const audience = kind ?? (known.some((listed) => listed.kind === 'agency') ? 'agency' : undefined);
    return audience === undefined ? [] : [{ ...unitNamed(name, audience), registered: false }];
  });
}
