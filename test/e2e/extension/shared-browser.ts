/**
 * The one Chromium with the extension, and the one server of portal pages, of all test files that change neither its
 * manifest nor its screen: a start with a profile of its own costs two and a half seconds of the processor. Each file
 * finds it as it is after being installed.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ADD_IN } from '../../built-once.ts';
import { type Browser, builtExtension, startBrowser } from './browser.ts';
import { type PortalServer, startPortals } from './portal-server.ts';

interface Shared {
  readonly browser: Browser;
  readonly portals: PortalServer;
}

let started: Promise<Shared> | undefined;

/** `close` leaves it to the next file; it ends with the process. */
export async function sharedBrowser(): Promise<Shared> {
  started ??= start();
  const shared = await started;
  return { ...shared, browser: { ...shared.browser, close: () => clean(shared) } };
}

async function start(): Promise<Shared> {
  const portals = await startPortals();
  return { portals, browser: await startBrowser(await builtExtension(), portals.port) };
}

async function clean({ browser, portals }: Shared): Promise<void> {
  const { context, id, downloads, isPanelOpen, killWorker } = browser;
  // The browser would end with its last tab.
  const rest = await context.newPage();
  for (const page of context.pages()) if (page !== rest) await page.close();
  while (isPanelOpen()) await new Promise((again) => setTimeout(again, 50));
  await context.setOffline(false);
  await context.clearPermissions();
  await context.clearCookies();
  const tools = await context.newCDPSession(rest);
  // Of the extension not its worker, which would be uninstalled.
  const storageTypes = 'indexeddb,local_storage,cache_storage,file_systems';
  await tools.send('Storage.clearDataForOrigin', { origin: `chrome-extension://${id}`, storageTypes });
  await tools.send('Storage.clearDataForOrigin', { origin: new URL(ADD_IN).origin, storageTypes: 'all' });
  await killWorker();
  await rest.goto(`chrome-extension://${id}/panel.html`);
  await rest.evaluate(async () => {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear(), chrome.alarms.clearAll()]);
    await chrome.action.setBadgeText({ text: '' });
    // A message starts the worker again.
    await chrome.runtime.sendMessage({});
  });
  await rest.goto('about:blank');
  portals.clear();
  for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
}
