/**
 * What the IT unit has set for all machines by policy (`public/policy.json`); everything may be missing. A value that
 * does not fit is as if it were not there.
 */
import * as z from 'zod/mini';
import { endedProvince } from '../../core/base/place/ended-provinces.ts';
import { plainProvince } from '../../core/base/place/plain-province.ts';
import { PROVINCES_TODAY } from '../../core/base/place/provinces-today.ts';
import { foldKey } from '../../core/base/text/text.ts';
import { PROVINCES, type Province } from '../../core/portal/capture/readers/national-2026/provinces.ts';

const text = (most: number) => z.catch(z.optional(z.string().check(z.maxLength(most))), undefined);

const managedSchema = z.object({
  commune: text(200),
  /** The name of the province, or the portal's id of it. */
  province: text(60),
  movement: text(100),
  reminderDay: z.catch(z.optional(z.int().check(z.minimum(1), z.maximum(28))), undefined),
});
type Managed = z.infer<typeof managedSchema>;

/** Empty in a browser that nobody manages. */
export async function readManaged(): Promise<Managed> {
  return managedSchema.parse(await chrome.storage.managed.get().catch(() => ({})));
}

/**
 * The portal's id of the province in the policy, by its present or former name; its present name while the id is
 * unknown, empty when there is no such province.
 */
export function managedProvince(province: string | undefined, learned: readonly Province[]): string {
  if (province === undefined) return '';
  const wanted = foldKey(endedProvince(province)?.now ?? plainProvince(province));
  const known = [...learned, ...PROVINCES];
  const found = known.find(({ id, name }) => id === province.trim() || foldKey(plainProvince(name)) === wanted)?.id;
  return found ?? PROVINCES_TODAY.find(([name]) => foldKey(name) === wanted)?.[0] ?? '';
}
