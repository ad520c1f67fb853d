/** What the officer has set once. In the extension's own local storage; anything that does not fit falls back to its default. */
import { z } from 'zod';

export const settingsSchema = z.object({
  /** Id, code or name of her commune; empty = not set. */
  unit: z.string().max(200).catch(''),
  /** The portal's id of her province; empty = not set. */
  provinceId: z.string().max(36).catch(''),
  /** Id of the movement whose targets the figures are held against; empty = not chosen. */
  movement: z.string().max(100).catch(''),
  contextMenu: z.boolean().catch(true),
  /** Day of the month from which a month without a capture is reminded of; null = never. */
  reminderDay: z.number().int().min(1).max(28).nullable().catch(null),
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
