import type { Page } from 'playwright-core';

/** Resolves once a change of theme or width has come to rest: axe and pictures take what is there at the moment. */
export async function atRest(page: Page): Promise<void> {
  // A tab behind another one draws next to nothing, and slowly.
  await page.bringToFront();
  await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    // The browser may go on listing what has ended, and what turns for ever never does.
    const isRunning = ({ playState, effect }: Animation) =>
      playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    for (let quiet = 0; quiet < 5; quiet = document.getAnimations().some(isRunning) ? 0 : quiet + 1) await frame();
  });
}
