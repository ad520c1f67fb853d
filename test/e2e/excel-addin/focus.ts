/** Going through the pane with Tab, and whether one sees where one stands. */
import type { CDPSession, Locator, Page } from 'playwright-core';

/** More stops than a place has. */
const MOST = 120;

export async function tabTo(wanted: Locator): Promise<void> {
  const page = wanted.page();
  for (let stops = 0; stops < MOST; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${wanted}`);
}

/** Words of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.innerText : undefined;
    return (activeElement?.textContent || label || activeElement?.outerHTML || '').trim();
  });
}

/** Whether the stop is a part of the place; it is written down as walked. */
function inMain(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    document.activeElement?.setAttribute('data-walked', '');
    return document.activeElement?.closest('main') != null;
  });
}

/** Runs in the page: what fades over is there at once. */
function endChanges(): void {
  for (const one of document.getAnimations())
    if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
}

/** Whether the window looks otherwise around the focus than without it. */
async function isSeen(page: Page, devtools: CDPSession): Promise<boolean> {
  const clip = await page.evaluate(() => {
    const { activeElement } = document;
    // The box of a radio button is drawn beside it.
    const drawn = activeElement instanceof HTMLInputElement ? activeElement.parentElement : activeElement;
    const { left = 0, top = 0, right = 0, bottom = 0 } = drawn?.getBoundingClientRect() ?? {};
    const x = Math.max(0, left - 4);
    const y = Math.max(0, top - 4);
    const [width, height] = [Math.min(innerWidth, right + 4) - x, Math.min(innerHeight, bottom + 4) - y];
    return { x, y, width, height, scale: 1 };
  });
  if (clip.width <= 0 || clip.height <= 0) return false;
  // Without what a picture for the eye is made ready by: fonts waited for, styles put in and taken out again.
  const picture = async () =>
    (await devtools.send('Page.captureScreenshot', { clip, format: 'png', optimizeForSpeed: true })).data;
  await page.evaluate(endChanges);
  const shown = await picture();
  const stood = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await stood.evaluate((element) => element.blur());
  await page.evaluate(endChanges);
  const left = await picture();
  await stood.evaluate((element) => element.focus({ preventScroll: true }));
  return shown !== left;
}

/**
 * Walks the place by Tab, from its tab to its last stop; the words of the stops that do not show that they have the
 * focus.
 */
export async function unseenStops(page: Page): Promise<readonly string[]> {
  // A tab that was clicked has the focus, but need not show it.
  await page.keyboard.press('Tab');
  await tabTo(page.getByRole('tab', { selected: true }));
  const devtools = await page.context().newCDPSession(page);
  // A caret alone is no sign of the focus: it comes and goes.
  await page.addStyleTag({ content: '* { caret-color: transparent !important }' });
  const unseen: string[] = [];
  for (let stops = 0; stops < MOST; stops += 1) {
    if (!(await isSeen(page, devtools))) unseen.push(await focused(page));
    await page.keyboard.press('Tab');
    if (!(await inMain(page))) break;
  }
  await devtools.detach();
  return unseen;
}
