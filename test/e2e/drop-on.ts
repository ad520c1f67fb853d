/** Files and folders dragged onto the middle of a page from the system's own file manager. */
import type { Page } from 'playwright-core';

export async function dropOn(page: Page, paths: readonly string[]): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data });
  await tools.detach();
}
