/** The extension in real Chromium where the officer has granted it a site: its frames, and what its pages ask for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heldActs } from '../acts.ts';
import { builtExtension, startBrowser } from './browser.ts';
import { casePage } from './pages.ts';
import { type PortalServer, startPortals } from './portal-server.ts';

const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
const API = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/';
const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';

const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-extension-'));
let portals: PortalServer;
/** Folder of the production build. */
let built: string;

beforeAll(async () => {
  portals = await startPortals();
  const json = (body: string) => ({ status: 201, type: 'application/json', body });
  portals.answers.set(`${API}dvc-progress-tree`, json(casePage('national-2026', 'progress-ok.json')));
  portals.answers.set(`${API}transparency`, json(casePage('national-2026', 'transparency-flagged.json')));
  built = await builtExtension();
});

afterAll(async () => {
  await portals?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The browser's own dialog cannot be answered here: the same build with the grant written into its manifest. */
function builtWithRight(host: string): string {
  const granted = join(folder, host);
  cpSync(built, granted, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(granted, 'manifest.json'), 'utf8'));
  const hosts = { host_permissions: [`https://${host}/*`], optional_host_permissions: [] };
  writeFileSync(join(granted, 'manifest.json'), JSON.stringify({ ...manifest, ...hosts }));
  return granted;
}

describe('the extension where the officer has granted the portal', () => {
  it('names the site of a frame it may not read, and reads it once it may', async () => {
    const outer = 'https://baocao.langson.gov.vn/';
    portals.answers.set(outer, { body: `<!doctype html><title>Báo cáo</title><iframe src="${FORM}"></iframe>` });
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
    const without = await startBrowser(built, portals.port);
    try {
      const closed = await without.press(await without.open(outer));
      await closed.getByRole('button', { name: 'Bản chụp', exact: true }).click();
      await closed.getByText('Có khung của trang khác chưa đọc được: motcua.tama.gov.vn.').waitFor();
      await closed.getByRole('button', { name: 'Cho đọc khung của motcua.tama.gov.vn' }).waitFor();
    } finally {
      await without.close();
    }

    const own = await startBrowser(builtWithRight('motcua.tama.gov.vn'), portals.port);
    try {
      const page = await own.open(outer);
      // Pressed when the figures are in sight, as an officer does.
      await page.frameLocator('iframe').getByText('10.420').first().waitFor();
      const panel = await own.press(page);
      await panel.getByText('10.410/10.420').waitFor();
      await panel.getByText('UBND xã Ta Ma').waitFor();
      expect(await panel.getByText('khung của trang khác').count()).toBe(0);
      // Pressed again while the frame is still coming: it is waited for.
      const late = casePage('form-06a', 'fields-ok.html').replaceAll('xã Ta Ma', 'xã Tân Sơn');
      portals.answers.set(FORM, { body: late, delay: 500 });
      await page.reload({ waitUntil: 'commit' });
      await page.locator('iframe').waitFor({ state: 'attached' });
      await own.press(page);
      await panel.getByText('UBND xã Tân Sơn').waitFor();
    } finally {
      await own.close();
    }
  });

  it('records the page’s own answers, requests the rest by itself, and needs two acts to confirm', async () => {
    const question = casePage('national-2026', 'progress-ok.case.json');
    const { request } = JSON.parse(question) as { request: string };
    const { rootDepartmentId } = JSON.parse(request);
    const ask = `fetch('${API}dvc-progress-tree', { method: 'POST', body: ${JSON.stringify(request)} })`;
    portals.answers.set(PORTAL, {
      body: `<!doctype html><title>Đánh giá</title><p id="p"></p><script>${ask}.then((r) => r.json()).then((j) => { p.textContent = j.message; });</script>`,
    });

    const own = await startBrowser(builtWithRight('dichvucong.gov.vn'), portals.port);
    try {
      const worker = own.context.serviceWorkers()[0];
      await expect.poll(() => worker?.evaluate(() => chrome.scripting.getRegisteredContentScripts())).toHaveLength(1);
      const page = await own.open(PORTAL);
      await page.getByText('OK').waitFor();
      const before = portals.asked.length;
      const panel = await own.press(page);
      await panel.getByText('Cổng mới trả lời 2 trong 7 bảng: số liệu chưa đủ.').waitFor();
      const bodies = portals.asked.slice(before).map(({ body }) => JSON.parse(body));
      expect(bodies).toHaveLength(7);
      expect(new Set(bodies.map((body) => body.rootDepartmentId))).toEqual(new Set([rootDepartmentId]));
      await heldActs(panel, 'first capture', async () => {
        await panel.getByLabel('Đơn vị').selectOption({ label: 'UBND Xã Xuân Lũng' });
        await panel.getByText('3.717/3.859').first().waitFor();
        await panel.getByText('năm 2026', { exact: true }).waitFor();
        await panel.getByRole('button', { name: 'Xác nhận' }).click();
        await panel.getByText(/^Đã lưu \d+ số của UBND Xã Xuân Lũng/).waitFor();
      });
      // Once for a press, not whenever the panel shows it.
      await panel.getByRole('button', { name: 'Đã lưu' }).click();
      await panel.getByRole('button', { name: 'Bản chụp', exact: true }).click();
      await panel.getByText(/^Đã lưu \d+ số/).waitFor();
      // Then her commune alone, before anything can be confirmed.
      const more = portals.asked.slice(before + 7).map(({ body }) => JSON.parse(body).rootDepartmentId);
      expect(more).toEqual(Array(3).fill('019d2be3-6ab4-74ce-8a81-000000000105'));
    } finally {
      await own.close();
    }
  });
});
