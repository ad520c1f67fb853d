/** An officer's settings, on top of her machine's policy. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { managedProvince, readManaged } from '../../../extension/settings/managed.ts';
import { changeSettings, readSettings } from '../../../extension/settings/settings.ts';

/** The browser's two stores; a browser without a policy answers with nothing. */
function stores(local: Record<string, unknown>, managed: Record<string, unknown>) {
  vi.stubGlobal('chrome', {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: local[key] }),
        set: async (part: object) => Object.assign(local, part),
      },
      managed: { get: async () => managed },
    },
  });
  return local;
}
afterEach(() => vi.unstubAllGlobals());

const POLICY = { commune: 'xã Dân Chủ', province: 'phú thọ', movement: 'tan-linh-2025', reminderDay: 25 };
const PHU_THO = '019d2be3-6a88-732b-8b17-b68020c8553a';

describe('settings', () => {
  it('are the policy’s where the officer has set nothing', async () => {
    stores({}, POLICY);
    expect(await readSettings()).toMatchObject({
      ...{ unit: 'xã Dân Chủ', provinceId: PHU_THO, movement: 'tan-linh-2025', reminderDay: 25 },
    });
  });

  it('are hers where she has, and what she has not touched still follows the policy', async () => {
    const policy = { ...POLICY };
    const local = stores({}, policy);
    await changeSettings({ unit: 'xã Tân Quang', reminderDay: null });
    expect(local).toEqual({ settings: { unit: 'xã Tân Quang', reminderDay: null } });
    policy.movement = 'luc-ba-2024';
    expect(await readSettings()).toMatchObject({ unit: 'xã Tân Quang', movement: 'luc-ba-2024', reminderDay: null });
  });

  it('take nothing from a policy that does not fit, the rest of it still holds', async () => {
    stores({}, { commune: 7, province: 'Tỉnh không có', movement: 'x'.repeat(101), reminderDay: 31 });
    expect(await readSettings()).toMatchObject({ unit: '', provinceId: '', movement: '', reminderDay: null });
    stores({}, { commune: 'xã Ta Ma', reminderDay: 'mai' });
    expect(await readSettings()).toMatchObject({ unit: 'xã Ta Ma', reminderDay: null });
    expect(managedProvince('Tỉnh mới', [{ id: 'a', name: 'Tỉnh mới' }])).toBe('a');
  });

  it('know each name of the published policy, and no other', async () => {
    const policy = JSON.parse(readFileSync('extension/public/policy.json', 'utf8'));
    // Browsers refuse an extension whose policy says more than this at its top.
    expect(Object.keys(policy).sort()).toEqual(['$schema', 'properties', 'type']);
    const sample = Object.fromEntries(
      Object.entries<{ type: string }>(policy.properties).map(([name, { type }]) => [
        name,
        type === 'string' ? 'a' : 1,
      ]),
    );
    stores({}, { ...sample, other: 'b' });
    expect(await readManaged()).toEqual(sample);
  });
});
