import { type Browser, chromium } from 'playwright-core';
import { findWindowless } from '../find-browser.mjs';

let launched: Promise<Browser> | undefined;

/** More room for what is new: pages live for seconds, and collecting it took a twentieth of the browser's time. */
export const ROOMY = '--js-flags=--min-semi-space-size=32';

/**
 * The one Chromium of all test files that need no profile of their own: a start costs a second of the processor. It
 * ends with the process.
 */
export function oneBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: findWindowless() ?? 'chromium',
    args: [
      ...['--no-sandbox', '--disable-background-networking', '--disable-component-update', ROOMY],
      // No page of ours has anything to ask elsewhere.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
  return launched;
}

/** After a test file: files run one after the other, so all open pages are its own. */
export async function closePages(): Promise<void> {
  for (const context of (await launched)?.contexts() ?? []) await context.close();
}
