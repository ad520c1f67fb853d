/**
 * What an officer does in the pane, by the words on the screen; and what is found wrong with a place: axe, and text
 * that does not fit.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { atRest } from '../at-rest.ts';
import type { AddInBrowser, OpenedPage } from './addin-browser.ts';

/** The steps of the way, in its order. */
export const PLACES = [
  'Kế hoạch',
  'Tiêu chí và mẫu',
  'Báo cáo',
  'Cần xem',
  'Hội đồng',
  'Kết quả',
  'Văn bản',
  'Năm sau',
] as const;
/** What stands beside the way, after it. */
export const BESIDE = ['Số liệu Cổng', 'Theo dõi năm', 'Dùng chung'] as const;
export type PlaceName = (typeof PLACES)[number] | (typeof BESIDE)[number];

const MOVEMENT = /Ta Ma/;

/** The pane over the sample workbook of 24 reports, changed as wanted, its movement chosen. */
export async function openSample(
  addIn: AddInBrowser,
  change: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): Promise<OpenedPage> {
  const base64 = Buffer.from(change(addIn.file('sample/ta-ma-2025.xlsx'))).toString('base64');
  const opened = await addIn.open('taskpane.html', { api: '1.14', name: 'Ta Ma 2025.xlsx', base64 });
  await chooseMovement(opened.page);
  return opened;
}

export async function goTo(page: Page, place: PlaceName): Promise<void> {
  const tab = page.getByRole('tab', { name: place, includeHidden: true });
  await tab.waitFor({ state: 'attached' });
  if ((await tab.getAttribute('aria-selected')) === 'true') return;
  // What is beside the way is folded in a narrow pane.
  if (!(await tab.isVisible())) await press(page, 'Các bước và việc khác');
  await tab.click();
  await page.getByText('Đang mở…').first().waitFor({ state: 'detached' });
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

/** Resolves with the pane's message when the work under way is done. */
export async function said(page: Page): Promise<string> {
  const notice = page.locator('main[aria-busy="false"] p').filter({ hasText: /^(Đã xong|Không làm được):/ });
  await notice.first().waitFor();
  return (await notice.allInnerTexts()).join('\n');
}

/** All flags of the run, one by one. */
export async function goToFlags(page: Page): Promise<void> {
  await goTo(page, 'Cần xem');
  const all = page.getByRole('button', { name: /^Mọi cảnh báo/ });
  if ((await all.getAttribute('aria-pressed')) !== 'true') await all.click();
}

export async function chooseMovement(page: Page): Promise<void> {
  await goTo(page, 'Kế hoạch');
  const list = page.getByLabel('Phong trào thi đua');
  await list.waitFor();
  const title = (await list.locator('option').allInnerTexts()).find((text) => MOVEMENT.test(text));
  await list.selectOption({ label: title ?? '' });
  // Chosen for an empty book, it leads on to its forms.
  const next = page.getByRole('tab', { name: 'Tiêu chí và mẫu', selected: true });
  await page
    .getByText(/^Đã xong:/)
    .or(next)
    .first()
    .waitFor();
  await page.locator('main[aria-busy="false"]').waitFor();
}

export async function checkAndScore(page: Page): Promise<string> {
  await goTo(page, 'Báo cáo');
  await press(page, 'Kiểm tra và chấm điểm');
  return said(page);
}

/** As the system is set; waits until the colours have faded over. */
export async function wearTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // The dark theme is loaded on first use.
  await page.waitForFunction((wanted) => {
    const provider = document.querySelector('.fui-FluentProvider');
    const [red = '255'] = /\d+/.exec(provider ? getComputedStyle(provider).color : '') ?? [];
    return provider === null || (Number(red) > 127 ? 'dark' : 'light') === wanted;
  }, colorScheme);
  await atRest(page);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Rules whose findings are never serious or critical, by axe's own table (private, on a frozen package): what they find
 * is left out here, and to look for it took an eighth of axe's time.
 */
const LESSER = Object.fromEntries(
  (axe as unknown as { _audit: { rules: readonly { id: string; impact?: string }[] } })._audit.rules
    .filter(({ impact }) => impact === 'minor' || impact === 'moderate')
    .map(({ id }) => [id, { enabled: false }]),
);

/** Serious and critical findings, one line each. */
export const seriousFindings = (page: Page): Promise<readonly string[]> => findingsOf(page, { rules: LESSER });

/**
 * Of a page that was looked at whole in one theme, what may be wrong in the other: only these rules depend on colours,
 * and the page has the same elements.
 */
export const colourFindings = (page: Page): Promise<readonly string[]> =>
  findingsOf(page, { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });

/** For both themes one after the other, the light one first. */
export const findingsIn = (page: Page, theme: 'light' | 'dark'): Promise<readonly string[]> =>
  theme === 'light' ? seriousFindings(page) : colourFindings(page);

async function findingsOf(page: Page, options: object): Promise<readonly string[]> {
  // A button on its way from one colour to another has neither.
  await atRest(page);
  // Half a megabyte of script: read once a page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly impact: string | null;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { violations } = await axe.run({ resultTypes: ['violations'], ...wanted });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 200)}`);
  }, options);
}

/** How far the page itself scrolls, in pixels: it must not, so that the tabs stay in view. */
export function pageScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight);
}

/** Texts below 11 px: diacritics of two storeys run together there. */
export function smallTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) =>
      element.children.length === 0 &&
      element.innerText?.trim() &&
      Number.parseFloat(getComputedStyle(element).fontSize) < 11
        ? [element.innerText.slice(0, 60)]
        : [],
    ),
  );
}

/** Texts that stick out of the window or are cut off at the side, save in what scrolls in a frame of its own. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const elements = [...document.querySelectorAll<HTMLElement>('#root *')].filter(
      (element) =>
        element.children.length === 0 &&
        element.innerText?.trim() &&
        !element.closest('option, table[role], section[tabindex]'),
    );
    return elements.flatMap((element) => {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      // One pixel: what only screen readers get.
      if (own <= 1 || height <= 1) return [];
      const cut = getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return left < -1 || right > width + 1 || cut ? [element.innerText.slice(0, 60)] : [];
    });
  });
}
