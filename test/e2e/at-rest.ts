import type { Page } from 'playwright-core';

/** Resolves once a change of theme or width has come to rest: axe and pictures take what is there at the moment. */
export async function atRest(page: Page): Promise<void> {
  // A tab behind another one draws next to nothing, and slowly.
  await page.bringToFront();
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    for (let quiet = 0; quiet < 5; quiet = document.getAnimations().length === 0 ? quiet + 1 : 0) await frame();
  });
}
