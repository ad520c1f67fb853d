/** The pictures both stores ask for, in their sizes: only with PICTURES=1, into docs/store/pictures. */
import { mkdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const FOLDER = 'docs/store/pictures';

/** The page as it stands, 1280 × 800. */
export async function storeScreen(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `${FOLDER}/${name.replace('desk', 'screen')}.png` });
}

/** The tiles: the icon, the name and what it does, on a page of their own. */
export async function storeTiles(page: Page): Promise<void> {
  if (process.env.PICTURES !== '1') return;
  const icon = readFileSync('extension/public/icons/icon-128.png').toString('base64');
  for (const [width, height] of [
    [440, 280],
    [1400, 560],
  ] as const) {
    const unit = Math.round(height / 14);
    await page.setViewportSize({ width, height });
    await page.setContent(`<body style="margin:0;height:100vh;display:flex;align-items:center;justify-content:center;
      gap:${unit}px;font-family:sans-serif;color:#242424;background:#f3f8fd">
      <img alt="" width="${unit * 4}" src="data:image/png;base64,${icon}">
      <div><div style="font-weight:700;font-size:${unit * 1.7}px">Thi Đua Số</div>
      <div style="font-size:${unit * 0.85}px;margin-top:${unit / 3}px">Số liệu Cổng của xã:<br>một lần bấm, có bằng chứng</div></div>`);
    await page.screenshot({ path: `${FOLDER}/tile-${width}.png` });
  }
}
