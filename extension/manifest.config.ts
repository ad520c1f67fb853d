/**
 * The extension's manifest. Permissions are chosen once and pinned by a test: adding one later would switch the
 * extension off for everybody.
 */
import { defineManifest } from '@crxjs/vite-plugin';
import project from '../package.json' with { type: 'json' };
import { readOrigin } from '../tools/build/origin.ts';
import { readStoreBuild } from '../tools/build/store-build.ts';

/**
 * Public half of a key whose private half was thrown away: it only fixes the id of a development build, and with it the
 * storage of its captures. Stores accept no package with a key.
 */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyG8Aq9rLm4kmYudLAFvEHyrsv7dl7YD1KVuhKQYZt6CsEdejEbqaNXo+tcYXl6j6guF3L/T9dd41ba8N0Z0viPK9bkkpuDOhAGoL7VGrLQQ2FTV7/L3OYiIldVyj1vypvYpAmznYeCosGk7fZN+kAoSMrCxi04NueOVJs/9H4T8XX6TdeUVQSwwHnAIX8S5ZstOZbc750Jqi1NtD45XcfsjtYPEfJfkkQ8CjcT9bmgeWsqvnCDtGUXs5V6p8oS2cUx1UeEl67jp3XLzW0KMXV9GGdAW2KeYTe8xlurIdvVnGYlU7Z4XuNXtbzMiLGcwbyt5hqLvHLe0S4QSu3rbUOwIDAQAB';

const { store } = readStoreBuild(process.env);
/** Pages that may message the extension: the configured origin; in builds to try out also the development server. */
const mayAsk = store && process.env.THI_DUA_SO_ORIGIN === undefined ? [] : [`${readOrigin(process.env)}/*`];

/** A server to try out runs on this computer, without a certificate. */
const SERVERS = store ? 'https:' : 'https: http://localhost:*';

export default defineManifest({
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  version: project.version,
  default_locale: 'vi',
  minimum_chrome_version: '120',
  ...(store ? {} : { key: KEY }),
  icons: { 16: 'icons/icon-16.png', 32: 'icons/icon-32.png', 48: 'icons/icon-48.png', 128: 'icons/icon-128.png' },
  // No popup and no panel behaviour: only onClicked grants the right to read the page.
  action: {
    default_title: '__MSG_action__',
    default_icon: { 16: 'icons/icon-16.png', 32: 'icons/icon-32.png' },
  },
  // The desk, also behind the browser's own entry “Tùy chọn” of the button.
  options_page: 'desk.html',
  side_panel: { default_path: 'panel.html' },
  background: { service_worker: 'background/index.ts', type: 'module' },
  commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+S' } } },
  // What an IT unit may set for all its machines.
  storage: { managed_schema: 'policy.json' },
  permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'sidePanel', 'contextMenus', 'alarms'],
  // None of these is granted until it is requested by name: the portal, to record its answers; the site of a frame, to
  // read its content.
  optional_host_permissions: ['https://*/*', 'http://*/*'],
  // Only the add-in's page may ask; without `ids` no other extension may.
  ...(mayAsk.length === 0 ? {} : { externally_connectable: { matches: mayAsk } }),
  content_security_policy: {
    // SERVERS: those that the browser was granted, with an address an officer entered (share/). Only the worker
    // connects: the policy of every page forbids it there.
    // Wasm: the recognition of scanned plans, which is part of the package; still nothing is evaluated or fetched.
    extension_pages: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' blob:; connect-src ${SERVERS}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  },
});
