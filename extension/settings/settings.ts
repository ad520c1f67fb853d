/**
 * The officer's settings, in the extension's own local storage, on top of the machine's policy; an invalid value falls
 * back to its default.
 */
import * as z from 'zod/mini';
import { managedProvince, readManaged } from './managed.ts';

export const settingsSchema = z.object({
  /** Id, code or name of her commune; empty = not set. */
  unit: z.catch(z.string().check(z.maxLength(200)), ''),
  /** Whether the panel may ask after a capture if its commune is hers. */
  offersUnit: z.catch(z.boolean(), true),
  /** The portal's id of her province, its name while the id is not known; empty = not set. */
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
export type ExtensionSettings = z.infer<typeof settingsSchema>;

const KEY = 'settings';

/** The officer's own settings; where she has set nothing, the machine's policy. */
export async function readSettings(): Promise<ExtensionSettings> {
  const [own, managed] = await Promise.all([readOwn(), readManaged()]);
  const settings = settingsSchema.parse(own);
  return {
    ...settings,
    unit: settings.unit || (managed.commune ?? ''),
    provinceId: settings.provinceId || managedProvince(managed.province, settings.provinces),
    movement: settings.movement || (managed.movement ?? ''),
    reminderDay: 'reminderDay' in own ? settings.reminderDay : (managed.reminderDay ?? null),
  };
}

/** What she has not touched stays open to the policy. */
export async function changeSettings(change: Partial<ExtensionSettings>): Promise<ExtensionSettings> {
  await chrome.storage.local.set({ [KEY]: { ...(await readOwn()), ...change } });
  return readSettings();
}

async function readOwn(): Promise<object> {
  const { [KEY]: stored } = await chrome.storage.local.get(KEY);
  return typeof stored === 'object' && stored !== null ? stored : {};
}
