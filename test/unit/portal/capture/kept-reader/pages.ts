/** Pages an officer may point at, as HTML. */

import { parsePage } from '../../../../../core/portal/capture/parse-page.ts';
import type { Captured } from '../../../../../core/portal/capture/reader.ts';
import type { TaughtReader, TaughtTable } from '../../../../../core/portal/capture/taught-reader/definition.ts';
import { makeReader } from '../../../../../core/portal/capture/taught-reader/make.ts';
import { outlinesOf } from '../../../../../core/portal/capture/taught-reader/outline.ts';

export const URL = 'https://motcua.example.gov.vn/thong-ke/so-hoa?loai=xa&trang=2';

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export function tableHtml(headers: readonly string[], rows: readonly (readonly string[])[], caption = ''): string {
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join('')}</tr>`;
  const over = caption === '' ? '' : `<caption>${escaped(caption)}</caption>`;
  return `<table>${over}${cells('th', headers)}${rows.map((row) => cells('td', row)).join('')}</table>`;
}

export function pageOf(body: string, url = URL): Captured {
  return { url, request: null, at: '2026-03-01T08:00:00+07:00', body: `<!doctype html><title>Một cửa</title>${body}` };
}

export const HEADERS = ['STT', 'Đơn vị', 'Tổng số tiếp nhận', 'Tỷ lệ số hóa', 'Điểm chất lượng'];
export const ROWS = [
  ['1', 'Xã Long Thạnh', '1.234', '98,5%', '7,25'],
  ['2', 'Xã Long Thành', '987', '64,05%', '6,5'],
  ['3', 'Tổng cộng', '2.221', '83,1%', ''],
];
export const CAPTION = 'Kết quả số hóa hồ sơ (Tháng 2) năm 2026';
export const PAGE = pageOf(tableHtml(HEADERS, ROWS, CAPTION));

export const TABLE: TaughtTable = {
  heading: CAPTION,
  unit: { header: 'Đơn vị', name: 'Xã Long Thạnh' },
  figures: [
    { kind: 'count', header: 'Tổng số tiếp nhận', indicator: 'tiep-nhan' },
    { kind: 'percent', header: 'Tỷ lệ số hóa', indicator: 'so-hoa-ho-so', sign: true },
    { kind: 'score', header: 'Điểm chất lượng', indicator: 'Điểm chất lượng', max: 10, decimal: null },
  ],
  period: { from: 'heading' },
};

/** As the panel makes it; throws when it is refused. */
export function kept(captured: Captured = PAGE, ...tables: readonly TaughtTable[]): TaughtReader {
  const made = makeReader(
    {
      id: 'kept-0123abcd',
      label: 'Một cửa điện tử',
      address: {
        host: 'motcua.example.gov.vn',
        path: '/thong-ke/so-hoa',
        query: [{ name: 'loai', value: 'xa' }],
        fragment: '',
      },
      instead: null,
      tables: tables.length === 0 ? [TABLE] : tables,
      before: null,
    },
    parsePage(captured.body),
    captured,
    '2026-03-01',
  );
  if (!made.ok) throw new Error(made.reason);
  return made.definition;
}

export function outlines(captured: Captured) {
  return outlinesOf(parsePage(captured.body));
}
