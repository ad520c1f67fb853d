/**
 * What the officer has set once. In the extension's own local storage; anything that does not fit falls back to its
 * default.
 */
import * as z from 'zod/mini';

export const settingsSchema = z.object({
  /** Id, code or name of her commune; empty = not set. */
  unit: z.catch(z.string().check(z.maxLength(200)), ''),
  /** The portal's id of her province; empty = not set. */
  provinceId: z.catch(z.string().check(z.maxLength(36)), ''),
  /** Provinces learned from the portal's pages. */
  provinces: z.catch(
    z.array(z.object({ id: z.string().check(z.maxLength(36)), name: z.string().check(z.maxLength(60)) })),
    [],
  ),
  /** Id of the movement whose targets the figures are held against; empty = not chosen. */
  movement: z.catch(z.string().check(z.maxLength(100)), ''),
  contextMenu: z.catch(z.boolean(), true),
  /** Day of the month from which a month without a capture is reminded of; null = never. */
  reminderDay: z.catch(z.nullable(z.int().check(z.minimum(1), z.maximum(28))), null),
});
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const { [KEY]: stored } = await chrome.storage.local.get(KEY);
  return settingsSchema.parse(typeof stored === 'object' && stored !== null ? stored : {});
}

export async function changeSettings(change: Partial<Settings>): Promise<Settings> {
  const settings = { ...(await readSettings()), ...change };
  await chrome.storage.local.set({ [KEY]: settings });
  return settings;
}
