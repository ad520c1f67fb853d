import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { sharedBrowser } from './shared-browser.ts';

const MANY = 10_000;

let browser: Browser;
let desk: Page;

beforeAll(async () => {
  ({ browser } = await sharedBrowser());
  desk = await browser.context.newPage();
  await desk.setViewportSize({ width: 1280, height: 800 });
  await desk.goto(`chrome-extension://${browser.id}/desk.html#/ban-chup`);
  await desk.getByText('Chưa có bản chụp nào.').waitFor();
  await seed();
  // As on the morning after: everything is read anew.
  await desk.reload();
});

afterAll(async () => {
  await browser?.close();
});

/**
 * Straight into the desk's database, in a single transaction: of every ten, one waits, one is a duplicate, one is
 * corrected.
 */
async function seed(): Promise<void> {
  await desk.evaluate(
    (many) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('thi-dua-so');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['captures', 'blobs', 'figures'], 'readwrite');
          const [captures, figures] = ['captures', 'figures'].map((name) => transaction.objectStore(name));
          const url = 'https://motcua.tama.gov.vn/bao-cao/06a';
          for (let index = 0; index < many; index++) {
            const at = `${new Date(Date.UTC(2021, 0, 1) + index * 4 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
            const id = `lan-${String(index).padStart(5, '0')}`;
            const state = (['raw', 'discarded', 'corrected'] as const)[index % 10] ?? 'confirmed';
            const isKept = state === 'corrected' || state === 'confirmed';
            const unit = { name: `UBND xã Số ${index % 7}` };
            const period = at.slice(0, 7);
            const provenance = {
              ...{ url, capturedAt: at, contentHash: 'sha256:0', reader: { id: 'form-06a', version: '2026-11-21.1' } },
            };
            const observations = ['dung-han', 'ho-so-truc-tuyen', 'so-hoa-ho-so'].map((indicator) => ({
              ...{ indicator, unit, period, value: (index % 1000) / 10, max: 100, provenance },
            }));
            captures?.add({
              ...{ id, at, url, title: `Trang số ${index}`, state, picture: null, unread: [], draft: null },
              parts: [{ kind: 'page', url, request: null, hash: 'sha256:0' }],
              view: { width: 1400, height: 900, scrollY: 0, ratio: 1 },
              duplicateOf: state === 'discarded' && index > 1 ? 'lan-00003' : null,
              observations: isKept ? observations : [],
              corrections:
                state === 'corrected' ? [{ indicator: 'dung-han', read: 1, value: 2, reason: 'Cổng ghi nhầm' }] : [],
            });
            const [observation] = observations;
            const series = JSON.stringify(['form-06a@motcua.tama.gov.vn', unit.name, period]);
            if (isKept) figures?.add({ captureId: id, at, series, unit: unit.name, observation });
          }
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
          transaction.onerror = () => fail(transaction.error);
        };
      }),
    MANY,
  );
}

/** Texts of the rows that are inside the visible part of the list, and how much of that part they cover. */
function inView() {
  return desk.getByRole('listbox').evaluate((list) => {
    const box = list.getBoundingClientRect();
    const rows = [...list.querySelectorAll<HTMLElement>('[role="option"]')].map((row) => ({
      text: row.innerText,
      top: Math.max(box.top, row.getBoundingClientRect().top),
      bottom: Math.min(box.bottom, row.getBoundingClientRect().bottom),
    }));
    const seen = rows.filter(({ top, bottom }) => bottom > top);
    const covered = seen.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    return { texts: seen.map(({ text }) => text), share: covered / list.clientHeight };
  });
}

it('counts them all and shows the newest first', async () => {
  const options = desk.getByRole('listbox').getByRole('option');
  await desk.getByText('10.000 bản chụp', { exact: true }).waitFor();
  expect(await options.first().getAttribute('aria-setsize')).toBe('10000');
  expect(await options.first().innerText()).toMatch(/UBND xã Số 3, tháng 7 năm 2025/);
  // What is drawn does not grow with what there is.
  expect(await options.count()).toBeLessThan(120);
});

it('scrolls through all of it without an empty row in any frame', async () => {
  const frames = await desk.getByRole('listbox').evaluate(async (list) => {
    const bad: string[] = [];
    let count = 0;
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    // Three sweeps: notch by notch, screen by screen, and leaps no wheel makes.
    for (const step of [100, list.clientHeight, 23_456]) {
      list.scrollTop = 0;
      for (let at = 0; at < Math.min(list.scrollHeight, step * 150); at += step) {
        list.scrollTop = at;
        await frame();
        await frame();
        count++;
        const box = list.getBoundingClientRect();
        let covered = 0;
        for (const row of list.querySelectorAll<HTMLElement>('[role="option"]')) {
          const { top, bottom } = row.getBoundingClientRect();
          const height = Math.min(box.bottom, bottom) - Math.max(box.top, top);
          if (height <= 0) continue;
          covered += height;
          const text = row.innerText;
          if (!/\d{2}:\d{2} ngày \d{2}\/\d{2}\/\d{4}/.test(text)) bad.push(`a row without its time at ${at}`);
        }
        if (covered < list.clientHeight - 2) bad.push(`${covered} of ${list.clientHeight} px at ${at}`);
      }
    }
    return { bad, count };
  });
  expect(frames.count).toBeGreaterThan(300);
  expect(frames.bad).toEqual([]);
});

it('scrolls by the wheel without an empty row', async () => {
  await desk.getByRole('listbox').evaluate((list) => {
    list.scrollTop = 0;
  });
  await desk.getByRole('listbox').hover();
  for (let turn = 0; turn < 40; turn++) {
    await desk.mouse.wheel(0, 1_500);
    const { texts, share } = await inView();
    expect(share).toBeGreaterThan(0.99);
    for (const text of texts) expect(text).toMatch(/ngày \d{2}\/\d{2}\/\d{4}/);
  }
  await expect.poll(async () => (await inView()).texts.join()).not.toContain('Đang đọc…');
});

it('finds the oldest by its words, and walks and opens by the keyboard', async () => {
  await desk.getByLabel('Tìm theo chữ').fill('trang so 12');
  await desk.getByText(/^\d+ trong 10\.000 bản chụp$/).waitFor();
  await desk.getByLabel('Trạng thái').selectOption({ label: 'Đã sửa tay' });
  await desk.getByText('12 trong 10.000 bản chụp', { exact: true }).waitFor();
  const list = desk.getByRole('listbox');
  await list.focus();
  await desk.keyboard.press('End');
  const last = list.getByRole('option', { selected: true });
  await expect.poll(() => last.innerText()).toContain('Trang số 12');
  expect(await list.getAttribute('aria-activedescendant')).toBe(await last.getAttribute('id'));
  await desk.keyboard.press('Enter');
  await desk.getByText('số gốc đọc được: 1. Lý do sửa: Cổng ghi nhầm').waitFor();
  // Nothing was put into the blobs: the viewer must say so.
  await desk.getByText(/^1 trong 1 phần đã bị thay đổi hoặc không còn/).waitFor();
  await desk.getByRole('link', { name: 'Về danh sách bản chụp' }).click();
  await expect.poll(() => last.innerText()).toContain('Trang số 12');
});
