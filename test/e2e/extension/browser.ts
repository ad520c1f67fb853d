/**
 * Real Chromium with the extension as it is shipped, the toolbar button really pressed. The browser must be there: a
 * test is never skipped.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { extensionForAll } from '../../built-extension.ts';
import { runFolder } from '../../built-once.ts';
import { findBrowser } from '../../find-browser.mjs';
import { ROOMY } from '../one-browser.ts';

/** Folder of the build all test files share. Who needs another manifest makes a copy. */
export const builtExtension = async (): Promise<string> => (await extensionForAll()).folder;

export interface Browser {
  readonly context: BrowserContext;
  readonly id: string;
  readonly downloads: string;
  /** Goes to the address in the one tab, in front. */
  readonly open: (url: string) => Promise<Page>;
  readonly isPanelOpen: () => boolean;
  /** The side panel, once it is open. */
  readonly panel: () => Promise<Page>;
  /** Presses the toolbar button on the page; the side panel comes back as a page. */
  readonly press: (page: Page) => Promise<Page>;
  /** Ends the worker as the browser does when it is idle. */
  readonly killWorker: () => Promise<void>;
  readonly close: () => Promise<void>;
}

function chromium(): string {
  const found = findBrowser();
  if (found === null) throw new Error('No Chromium: apt-get install -y --no-install-recommends chromium');
  return found;
}

async function expectStart(context: BrowserContext): Promise<Page> {
  const late = Date.now() + 30_000;
  for (;;) {
    const start = context.pages().find((page) => page.url().endsWith('/desk.html#/bat-dau'));
    if (start) return start;
    if (Date.now() > late) throw new Error('the first page did not open');
    await new Promise((again) => setTimeout(again, 50));
  }
}

/** Whether so many milliseconds have gone by since now. */
function after(milliseconds: number): () => boolean {
  const end = Date.now() + milliseconds;
  return () => Date.now() > end;
}

/** Headless without an X display: keys, menus and the browser's own dialogs exist only with a display. */
export async function startBrowser(extension: string, port: number, display?: string): Promise<Browser> {
  // Before the import: only with it do side panels arrive as pages.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
  const playwright = await import('playwright-core');
  const folder = mkdtempSync(join(runFolder(), 'browser-'));
  const downloads = join(folder, 'downloads');
  mkdirSync(join(folder, 'profile/Default'), { recursive: true });
  mkdirSync(downloads);
  const preferences = {
    download: { default_directory: downloads, prompt_for_download: false },
    // Its bubble would take the keys.
    translate: { enabled: false },
  };
  writeFileSync(join(folder, 'profile/Default/Preferences'), JSON.stringify(preferences));
  const context = await playwright.chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: chromium(),
    headless: display === undefined,
    ...(display === undefined ? {} : { env: { ...process.env, DISPLAY: display } }),
    ignoreHTTPSErrors: true,
    viewport: null,
    reducedMotion: 'reduce',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...[
        '--disable-component-update',
        '--disable-sync',
        '--ignore-certificate-errors',
        '--window-size=1400,900',
        ROOMY,
      ],
      ...[`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
      `--host-resolver-rules=MAP *.gov.vn:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ],
  });
  context.setDefaultTimeout(30_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(worker.url()).host;
  // Until its script has run there is nobody to hear a press.
  await worker.evaluate(() => chrome.runtime.getManifest());
  const cdp = await context.browser()?.newBrowserCDPSession();
  if (!cdp) throw new Error('the browser has no session of its own');
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'default' });
  const targets = async (type: string) => (await cdp.send('Target.getTargets', { filter: [{ type }] })).targetInfos;
  const panels = () => context.pages().filter((page) => page.url().startsWith(`chrome-extension://${id}/panel.html`));
  // Looked for, not listened for: at the event the page may not have its address yet.
  const openPanel = async () => {
    const late = Date.now() + 30_000;
    for (;;) {
      const [panel] = panels();
      if (panel) return panel;
      if (Date.now() > late) throw new Error('the side panel did not open');
      await new Promise((again) => setTimeout(again, 50));
    }
  };
  const isPanelOpen = () => panels().length > 0;
  /**
   * What the last press led to, as text. The protocol loses a press now and then just after a navigation: then it is
   * sent again.
   */
  const outcome = async () => {
    const state = await (await openPanel()).evaluate(() => chrome.storage.session.get());
    return Object.keys(state).length === 0 ? '' : JSON.stringify(state);
  };
  // Being installed opens it; the tests begin with nothing open.
  await expectStart(context).then((start) => start.close());
  return {
    context,
    id,
    downloads,
    open: async (url) => {
      const page =
        context.pages().find((page) => !page.url().startsWith('chrome-extension://')) ?? (await context.newPage());
      await page.bringToFront();
      await page.goto(url);
      return page;
    },
    isPanelOpen,
    panel: openPanel,
    press: async (page) => {
      const target = (await targets('tab')).find(({ url }) => url === page.url());
      if (!target) throw new Error(`no tab shows ${page.url()}`);
      // Not in the published list of commands yet.
      const send = cdp.send.bind(cdp) as (method: string, params: object) => Promise<unknown>;
      const wasOpen = isPanelOpen();
      const before = wasOpen ? await outcome() : '';
      for (let tries = 1; tries <= 4; tries++) {
        await send('Extensions.triggerAction', { id, targetId: target.targetId });
        // A press that has arrived is waited for, however slow: another one would take the place of what it led to.
        let isLate = after(5_000);
        for (let hasArrived = false; !isLate(); ) {
          await new Promise((again) => setTimeout(again, 50));
          const now = isPanelOpen() ? await outcome() : '';
          if (now !== before && !now.includes('"reading"')) return openPanel();
          if (!hasArrived && (now !== before || isPanelOpen() !== wasOpen)) {
            hasArrived = true;
            isLate = after(30_000);
          }
        }
      }
      throw new Error(`the press on ${page.url()} led to nothing`);
    },
    killWorker: async () => {
      for (const { targetId } of await targets('service_worker')) await cdp.send('Target.closeTarget', { targetId });
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
