/** The manifest is a promise to the officers: a change of permissions must be meant. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { DEVELOPMENT_EXTENSION_ID } from '../../../core/portal/capture/hand-over.ts';
import manifest from '../../../extension/manifest.config.ts';
import { readStoreBuild } from '../../../tools/build/store-build.ts';

const file = (path: string) => fileURLToPath(new URL(`../../../extension/${path}`, import.meta.url));

describe('the manifest', () => {
  it('asks for these permissions and no other', () => {
    expect(manifest).toMatchObject({
      manifest_version: 3,
      permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'sidePanel', 'contextMenus', 'alarms'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      options_page: 'desk.html',
    });
    for (const none of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'optional_permissions']) {
      expect(manifest).not.toHaveProperty(none);
    }
  });

  /** As the build makes it with these switches. */
  async function built(switches: Readonly<Record<string, string>>) {
    vi.resetModules();
    for (const [name, value] of Object.entries(switches)) vi.stubEnv(name, value);
    const { default: made } = await import('../../../extension/manifest.config.ts');
    vi.unstubAllEnvs();
    return made;
  }

  const ADDRESS = { THI_DUA_SO_ORIGIN: 'https://thidua.example.gov.vn/so/' };
  const ALLOWED = { matches: ['https://thidua.example.gov.vn/so/*'] };

  it('accepts messages from a single page: the add-in’s, at the build’s origin', async () => {
    expect(manifest).toMatchObject({ externally_connectable: { matches: ['https://localhost:3000/*'] } });
    expect(await built(ADDRESS)).toMatchObject({ externally_connectable: ALLOWED });
  });

  it('for a store has no key, and accepts messages from no page unless the build names it', async () => {
    const store = await built({ THI_DUA_SO_STORE: '1' });
    expect(store).not.toHaveProperty('key');
    expect(store).not.toHaveProperty('externally_connectable');
    expect(JSON.stringify(store)).not.toContain('localhost');
    const { key: _, externally_connectable: __, ...rest } = manifest as unknown as Record<string, unknown>;
    // Nor reaches it a server without a certificate.
    expect(store).toEqual(JSON.parse(JSON.stringify(rest).replace(' http://localhost:*', '')));
    const addressed = await built({ THI_DUA_SO_STORE: '1', ...ADDRESS });
    expect(addressed).not.toHaveProperty('key');
    expect(addressed).toMatchObject({ externally_connectable: ALLOWED });
  });

  it('and the add-in know each other by the id of the build, or not at all', () => {
    const id = 'abcdefghijklmnopabcdefghijklmnop';
    expect(readStoreBuild({ THI_DUA_SO_STORE: '1', THI_DUA_SO_EXTENSION_ID: id })).toEqual({
      ...{ store: true, extensionId: id },
    });
    expect(readStoreBuild({ THI_DUA_SO_STORE: '1' })).toEqual({ store: true, extensionId: '' });
    for (const wrong of ['', 'abc', `${id}a`, id.toUpperCase(), id.replace('a', 'z')]) {
      expect(() => readStoreBuild({ THI_DUA_SO_STORE: '1', THI_DUA_SO_EXTENSION_ID: wrong })).toThrow('32 chữ');
    }
    expect(() => readStoreBuild({ THI_DUA_SO_EXTENSION_ID: id })).toThrow('--store');
  });

  it('lets its pages run their own scripts only and connect to nothing, its worker to servers over https', async () => {
    const policy = 'content_security_policy' in manifest ? manifest.content_security_policy : undefined;
    expect(policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' blob:; connect-src https: http://localhost:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    const store = await built({ THI_DUA_SO_STORE: '1' });
    expect(JSON.stringify(store)).toContain('connect-src https:;');
    // A page's own policy is the complete one: a hint to fetch (prefetch) passes where any part of a policy allows it.
    const own = store.content_security_policy?.extension_pages
      ?.replace('connect-src https:;', "connect-src 'none';")
      .replace(/; frame-ancestors[^;]*/, '');
    expect(own).toContain("connect-src 'none';");
    for (const page of ['panel.html', 'desk.html', 'marking/index.html'])
      expect(readFileSync(file(page), 'utf8').replace(/\s+/g, ' '), page).toContain(
        `<meta http-equiv="Content-Security-Policy" content="${own}" />`,
      );
  });

  it('has the key that fixes its id, and no popup: only a press without one lets the page be read', () => {
    const key = 'key' in manifest && typeof manifest.key === 'string' ? manifest.key : '';
    const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
    const id = [...digest].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
    expect(id).toBe(DEVELOPMENT_EXTENSION_ID);
    expect(readStoreBuild({}).extensionId).toBe(id);
    expect(manifest).toHaveProperty('key', expect.stringMatching(/^MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A[\w+/]+=*$/));
    expect(manifest).not.toHaveProperty('action.default_popup');
  });

  it('says the same in both languages', () => {
    const keys = (language: string) =>
      Object.keys(JSON.parse(readFileSync(file(`public/_locales/${language}/messages.json`), 'utf8'))).sort();
    const used = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(keys('en')).toEqual(keys('vi'));
    expect(keys('vi')).toEqual([...new Set(used)].sort());
  });
});
