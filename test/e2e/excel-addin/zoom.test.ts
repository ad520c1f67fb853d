/** A window of 1440 × 900 at 200 %: at every place no text is cut off and nothing has to be scrolled sideways. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AddInBrowser, addInBrowser, type OpenedPage } from './addin-browser.ts';
import { BESIDE, checkAndScore, chooseMovement, cutTexts, goTo, PLACES, press, wearTheme } from './pane.ts';
import { takePicture } from './pictures.ts';

/** Half of 1440 × 900: what is left of the window at 200 %. */
const ZOOMED = { width: 720, height: 450 };

let addIn: AddInBrowser;
let opened: OpenedPage;
beforeAll(async () => {
  addIn = await addInBrowser();
  opened = await addIn.open('preview.html', undefined, ZOOMED);
  await press(opened.page, 'Dùng số liệu mẫu');
  await chooseMovement(opened.page);
  await checkAndScore(opened.page);
});
afterAll(() => addIn?.close());

it.each([...PLACES, ...BESIDE])('%s', async (place) => {
  const { page } = opened;
  await goTo(page, place);
  await page.locator('main[aria-busy="false"]').waitFor();
  await page.getByText('Đang lập văn bản để xem…').waitFor({ state: 'detached' });
  for (const theme of ['light', 'dark'] as const) {
    await wearTheme(page, theme);
    expect(await cutTexts(page)).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await takePicture(page, `zoom-${PLACE_NAMES.get(place)}-${theme}`);
  }
});

const PLACE_NAMES = new Map<string, number>([...PLACES, ...BESIDE].map((place, at) => [place, at + 1]));
