/**
 * Nothing a person typed is ever stored: a page full of fields is captured, and everything stored is searched.
 * Production build, real Chromium.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from './browser.ts';
import { casePage } from './pages.ts';
import type { PortalServer } from './portal-server.ts';
import { sharedBrowser } from './shared-browser.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
let portals: PortalServer;
let browser: Browser;

/** Any text with one of these was typed, or names a person. */
const SECRETS = [
  'bimat',
  'Bí mật',
  '079300112233',
  '482913',
  '0912345678',
  'a.nguyen@xa.gov.vn',
  'Nguyễn Văn A',
].concat(['Người Thử', '000 000 000 001', '000000002', '0900.000.001', '+84 900 000 002', 'Bản Thử']);

const FIELDS = `
<header>Xin chào Nguyễn Văn A (a.nguyen@xa.gov.vn)</header>
<form>
  <label for="cccd">Số CCCD</label><input id="cccd" placeholder="079300112233">
  <input name="otp" autocomplete="one-time-code"><input type="password" id="pw"><input type="hidden" name="token" value="token-bimat">
  <input id="visible-password" autocomplete="current-password"><input type="search" id="q"><input type="tel" id="tel"><input type="email" id="mail">
  <input type="number" id="num"><input list="names"><datalist id="names"><option value="Nguyễn Văn A"></option></datalist>
  <textarea id="area">mặc định bimat</textarea><div contenteditable id="editor"></div><p contenteditable="plaintext-only">soạn thảo bimat</p>
  <div role="textbox">hộp bimat</div><span style="-webkit-user-modify: read-write">sửa được bimat</span>
  <select id="pick"><option>Nguyễn Văn A</option><option id="chosen">Năm 2025</option></select>
  <div class="field" data-value="bimat" data-cccd="079300112233" title="Nguyễn Văn A" aria-label="bimat" style="--x: 'bimat'">…</div>
  <a href="/ho-so?cccd=079300112233&token=bimat">hồ sơ</a><img alt="Nguyễn Văn A" src="/anh?bimat"><button value="bimat">Gửi bimat</button>
</form>
<!-- bimat trong chú thích --><template>bimat</template><noscript>bimat</noscript><style>.x::after { content: 'bimat'; }</style>
<p id="mirror"></p><h3 id="mirror-heading"></h3><output id="mirror-output"></output><p>Liên hệ 0912345678, a.nguyen@xa.gov.vn</p>
<table><tr><th>Họ tên</th><th>CCCD</th><th>Nhập</th></tr><tr><td>x</td><td>079300112233</td>
<td style="padding:0"><input id="cell" style="width:200px;height:40px;background:#f00;border:0"></td></tr><tr><td contenteditable>ô bimat</td><td>5</td><td>6</td></tr></table>
<table><tr><th>Người nộp</th><th>Số định danh</th><th>Điện thoại</th><th>Địa chỉ</th></tr><tr><td style="background:#f00;color:#f00">Người Thử A</td><td>000 000 000 001</td><td>0900.000.001</td><td>Bản Thử, xã Thử</td></tr><tr><td>Người Thử B</td><td>000000002</td><td>+84 900 000 002</td><td>Bản Thử</td></tr></table>
<div class="the-kpi"><div>Hồ sơ tiếp nhận</div><div><b>1.234</b> hồ sơ</div></div>
<x-form></x-form>
<script>
  const type = (id, text) => { const at = document.getElementById(id); at.value = text; at.setAttribute('data-last', text); };
  for (const id of ['cccd', 'q', 'cell']) type(id, '079300112233');
  type('pw', 'matkhau-bimat'); type('visible-password', 'hien-bimat'); type('tel', '0912345678'); type('mail', 'a.nguyen@xa.gov.vn');
  type('num', '482913'); type('area', 'Bí mật của tôi'); document.forms[0].otp.value = '482913';
  document.getElementById('editor').textContent = 'Bí mật đang soạn';
  document.getElementById('chosen').selected = true;
  // What pages repeat of what is typed.
  document.getElementById('mirror').textContent = 'Năm 2025, mã 482913';
  document.getElementById('mirror-heading').textContent = 'Kết quả cho 482913';
  document.getElementById('mirror-output').textContent = '482913';
  document.title = 'Tra cứu 482913';
  customElements.define('x-form', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<input id="i"><h4>Trong bóng</h4><div contenteditable>bóng bimat</div>'; this.shadowRoot.getElementById('i').value = 'bimat'; }
  });
</script>`;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html').replace('</body>', `${FIELDS}</body>`) });
});

afterAll(async () => {
  await browser?.close();
});

describe('a page with fields', () => {
  it('is stored without anything typed into it, and read as before', async () => {
    const page = await browser.open(FORM);
    await page.locator('#cell').scrollIntoViewIfNeeded();
    const panel = await browser.press(page);
    await panel.getByText('10.410/10.420').waitFor();
    await panel.getByText('UBND xã Ta Ma').waitFor();
    const stored = await panel.evaluate(
      () =>
        new Promise<{ records: string; texts: string[]; red: number; width: number }>((done) => {
          const opening = indexedDB.open('thi-dua-so');
          opening.onsuccess = () => {
            const from = opening.result.transaction(['captures', 'blobs']);
            const captures = from.objectStore('captures').getAll();
            const blobs = from.objectStore('blobs').getAll();
            from.oncomplete = async () => {
              const texts: string[] = [];
              let [red, width] = [0, 0];
              for (const { type, bytes } of blobs.result) {
                if (type !== 'image/png') texts.push(new TextDecoder().decode(bytes));
                else {
                  const picture = await createImageBitmap(new Blob([bytes], { type }));
                  const canvas = new OffscreenCanvas(picture.width, picture.height);
                  const drawn = canvas.getContext('2d');
                  drawn?.drawImage(picture, 0, 0);
                  const { data } = drawn!.getImageData(0, 0, picture.width, picture.height);
                  width = picture.width;
                  for (let at = 0; at < data.length; at += 4)
                    if (data[at]! > 200 && data[at + 1]! < 60 && data[at + 2]! < 60) red++;
                }
              }
              opening.result.close();
              done({ records: JSON.stringify(captures.result), texts, red, width });
            };
          };
        }),
    );
    const [html = ''] = stored.texts;
    expect(stored.texts).toHaveLength(1);
    for (const secret of SECRETS) {
      expect(html, secret).not.toContain(secret);
      expect(stored.records, secret).not.toContain(secret);
    }
    // What readers and the officer need is there.
    for (const wanted of ['Số CCCD', 'Năm 2025', 'Trong bóng', 'Hồ sơ tiếp nhận', '1.234', 'UBND xã Ta Ma', '10.481'])
      expect(html).toContain(wanted);
    // The people of a list beside the figures are masked in any spelling; what they are columns of stays.
    for (const wanted of ['Người nộp', 'Số định danh']) expect(html).toContain(wanted);
    // The field in the table is covered in the picture, and so are the people.
    expect(stored.width).toBeGreaterThan(300);
    expect(stored.red).toBe(0);
  });
});
