/**
 * Portal pages at real size for the capture bench: a province of 148 communes on both generations of the national
 * portal, a table of 3,000 rows.
 */

import { casePage } from '../test/e2e/extension/pages.ts';
import type { Answer } from '../test/e2e/extension/portal-server.ts';

import { sized } from './measure.ts';

const COMMUNES = 148;
const ROWS = sized(3_000, 200);
export const OLD_PAGES = [
  'congkhai',
  'tiendogiaiquyet',
  'cungcapdichvucong',
  'thanhtoantructuyen',
  'mucdohailong',
  'sohoahoso',
].map((group) => `https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-${group}.html`);
export const NEW_PAGE = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
export const LONG_PAGE = 'https://motcua.tinh.gov.vn/thong-ke';
const API = '/api/v1/reporting/evaluation/';
const CALLS = [
  ['service-results', 'evaluation'],
  ['transparency', 'evaluation'],
  ['dvc-progress-tree', 'children'],
  ['provide-online-tree', 'children'],
  ['formality-online-payment-tree', 'children'],
  ['handling-satisfaction', 'evaluation'],
  ['dossier-digitized', 'children'],
] as const;

/** The unit the officer looks for, in the middle of every list. */
export const MINE = 'UBND Xã Số 74';

/** Every page and answer by address. */
export function portalPages(): readonly (readonly [string, Answer])[] {
  return [
    ...OLD_PAGES.map((url) => [url, { body: oldPage() }] as const),
    [NEW_PAGE, { body: newPage() }],
    ...CALLS.map(
      ([call, list]) =>
        [
          `https://dichvucong.gov.vn${API}${call}`,
          { status: 201, type: 'application/json', body: answer(list) },
        ] as const,
    ),
    [LONG_PAGE, { body: longPage() }],
  ];
}

function oldPage(): string {
  const rows = Array.from(
    { length: COMMUNES },
    (_, index) =>
      `<tr><td>${index + 1}</td><td>UBND Xã Số ${index + 1}</td><td><span>${(19 - index / 100).toFixed(2).replace('.', ',')}/20</span></td></tr>`,
  );
  return casePage('national-2022-page', 'ok.html').replace(/<tr><td>2<\/td>[\s\S]*<\/tr>(?=<\/table>)/, rows.join(''));
}

/** Asks its seven answers itself, as the portal's page does, and shows when it has them all. */
function newPage(): string {
  const calls = JSON.stringify(CALLS.map(([call]) => `${API}${call}`));
  const body = JSON.stringify(
    JSON.stringify({ rootDepartmentId: '019d2be3-6a88-732b-8b17-b68020c8553a', timeType: 'year', year: 2026 }),
  );
  return `<!doctype html><title>Đánh giá chất lượng phục vụ</title><main>Đang tải</main><script>
Promise.all(${calls}.map((url) => fetch(url, { method: 'POST', body: ${body} }).then((one) => one.json())))
  .then((all) => { document.querySelector('main').textContent = 'Đã tải ' + all.length; });</script>`;
}

function answer(list: 'evaluation' | 'children'): string {
  const units = Array.from({ length: COMMUNES }, (_, index) => ({
    departmentId: `019d2be3-6ab4-74ce-8a81-${String(index + 1).padStart(12, '0')}`,
    departmentName: `UBND Xã Số ${index + 1}`,
    departmentCode: `H44.${100 + index}`,
    level: 'COMMUNE',
    totalReceived: 3859,
    totalOnTime: 3717,
    ratio: 96.32,
    score: 9.26,
    maxScore: 10,
  }));
  return JSON.stringify({
    code: 'OK',
    message: 'OK',
    data: { parent: { ...units[0], departmentName: 'UBND tỉnh Phú Thọ' }, [list]: units },
  });
}

function longPage(): string {
  const rows = Array.from(
    { length: ROWS },
    (_, index) =>
      `<tr class="${index % 2 === 0 ? 'rowChan' : 'rowLe'}"><td>${index + 1}</td><td>UBND Xã Số ${index + 1}</td><td>1.234</td><td>1.000</td><td>120</td><td>10</td><td>99,12%</td><td>104</td><td>0</td></tr>`,
  );
  return casePage('tan-dan', 'ok.html').replace(/<tr class="rowPhanCap">[\s\S]*(?=<\/tbody>)/, rows.join(''));
}
