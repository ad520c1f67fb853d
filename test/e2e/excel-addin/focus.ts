/** Moving through the pane with Tab, with a check that the focus is visible. */
import type { Locator, Page } from 'playwright-core';

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

/** Whether the window looks otherwise around the focus than without it. */
async function isSeen(page: Page): Promise<boolean> {
  const clip = await page.evaluate(() => {
    const { activeElement } = document;
    // The box of a radio button is drawn beside it.
    const drawn = activeElement instanceof HTMLInputElement ? activeElement.parentElement : activeElement;
    const { left = 0, top = 0, right = 0, bottom = 0 } = drawn?.getBoundingClientRect() ?? {};
    const x = Math.max(0, left - 4);
    const y = Math.max(0, top - 4);
    return { x, y, width: Math.min(innerWidth, right + 4) - x, height: Math.min(innerHeight, bottom + 4) - y };
  });
  if (clip.width <= 0 || clip.height <= 0) return false;
  const shown = await page.screenshot({ clip, animations: 'disabled' });
  const stood = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await stood.evaluate((element) => element.blur());
  const left = await page.screenshot({ clip, animations: 'disabled' });
  await stood.evaluate((element) => element.focus({ preventScroll: true }));
  return !shown.equals(left);
}

/**
 * Walks the place by Tab, from its tab to its last stop; the words of the stops that do not show that they have the
 * focus.
 */
export async function unseenStops(page: Page): Promise<readonly string[]> {
  // A tab that was clicked has the focus, but need not show it.
  await page.keyboard.press('Tab');
  await tabTo(page.getByRole('tab', { selected: true }));
  const unseen: string[] = [];
  let isInside = false;
  for (let stops = 0; stops < MOST; stops += 1) {
    if (!(await isSeen(page))) unseen.push(await focused(page));
    await page.keyboard.press('Tab');
    const wasInside = isInside;
    isInside = await inMain(page);
    // Between the tab and the place stand the stops of the bar.
    if (wasInside && !isInside) break;
  }
  return unseen;
}
