/** Tables that portals draw from plain blocks are read like any other; what only looks like one is none. */
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../core/portal/capture/parse-page.ts';
import type { Captured } from '../../../../core/portal/capture/reader.ts';
import { READERS, readCaptured } from '../../../../core/portal/capture/registry.ts';
import { makeReader } from '../../../../core/portal/capture/taught-reader/make.ts';
import { outlinesOf } from '../../../../core/portal/capture/taught-reader/outline.ts';
import { taughtReader } from '../../../../core/portal/capture/taught-reader/reader.ts';

function row(cells: readonly string[], tag = 'div'): string {
  return `<div>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</div>`;
}

const HEAD = row(['Đơn vị', 'Tỷ lệ số hóa', 'Số hồ sơ']);
const BODY = [row(['Xã Ta Ma', '98,5%', '1.234']), row(['Xã An Minh', '64%', '98'])];

function page(content: string): string {
  return `<!doctype html><html><head></head><body><h2>THÁNG 9 NĂM 2025</h2>${content}</body></html>`;
}

describe('a table of plain blocks', () => {
  it.each([
    ['rows in one block', `<div>${HEAD}${BODY.join('')}</div>`],
    ['header and body apart', `<section><div>${HEAD}</div><div>${BODY.join('')}</div></section>`],
    ['each row wrapped', `<div>${[HEAD, ...BODY].map((text) => `<div>${text}</div>`).join('')}</div>`],
    [
      'cells of spans',
      `<div>${row(['Đơn vị', 'Số hồ sơ'], 'span')}${row(['Xã A', '5'], 'span')}${row(['Xã B', '7'], 'span')}</div>`,
    ],
    [
      'rows of a table by its role, read as that table alone',
      `<div role="table">${[HEAD, ...BODY].join('').replaceAll('<div><div>', '<div role="row"><div>').replaceAll('<div>', '<div role="cell">')}</div>`,
    ],
    ['a title and a pager beside', `<div><p>Kết quả</p>${HEAD}${BODY.join('')}<div><a>1</a></div></div>`],
  ])('is offered for pointing: %s', (_, content) => {
    const [outline, more] = outlinesOf(parsePage(page(content)));
    expect(more).toBeUndefined();
    expect(outline?.heading).toBe('THÁNG 9 NĂM 2025');
    expect(outline?.headers[0]).toBe('Đơn vị');
    expect(outline?.rows).toHaveLength(2);
  });

  it.each([
    ['cards of a figure and its name', `<div>${row(['1.234', 'Tiếp nhận'])}${row(['98', 'Quá hạn'])}</div>`],
    ['a menu', `<div>${row(['Trang chủ', 'Thống kê'])}${row(['Tra cứu', 'Hỏi đáp'])}</div>`],
    ['figures in rows of another width behind', `<div>${HEAD}${BODY[0]}${row(['Xã An Minh', '64'])}</div>`],
    ['a header far from its rows', `<div>${HEAD}<p>Lời giới thiệu</p><p>Ghi chú</p>${BODY.join('')}</div>`],
  ])('is none: %s', (_, content) => {
    const headers = outlinesOf(parsePage(page(content))).map((outline) => outline.headers[0]);
    expect(headers).not.toContain('Đơn vị');
  });

  it('is read by a reader made of it, with the conditions around it', () => {
    const table = `<div>${HEAD}${BODY.join('')}</div>`;
    const captured: Captured = {
      ...{ url: 'https://motcua.tama.gov.vn/bang', request: null, at: '2025-10-16T08:00:00+07:00' },
      body: page(table),
    };
    const made = makeReader(
      {
        ...{ id: 'kept-00000009', label: 'bảng', instead: null, before: null },
        address: { host: 'motcua.tama.gov.vn', path: '/bang', query: [], fragment: '' },
        tables: [
          {
            heading: 'THÁNG 9 NĂM 2025',
            unit: { header: 'Đơn vị', name: 'Xã Ta Ma' },
            figures: [{ kind: 'percent', header: 'Tỷ lệ số hóa', indicator: 'so-hoa-ho-so', sign: true }],
            period: { from: 'heading' },
          },
        ],
      },
      parsePage(captured.body),
      captured,
      '2025-10-16',
    );
    if (!made.ok) throw new Error(made.reason);
    const readers = [...READERS, taughtReader(made.definition)];
    const { outcome } = readCaptured(captured, readers);
    expect(outcome).toMatchObject({ kind: 'found', questions: [], warnings: [] });
    expect(outcome.kind === 'found' && outcome.readings.map(({ unit, value }) => [unit.name, value])).toEqual([
      ['Xã Ta Ma', 98.5],
      ['Xã An Minh', 64],
    ]);
    const narrowed = { ...captured, body: page(`<div><span>Kênh</span><span>Trực tuyến</span></div>${table}`) };
    expect(readCaptured(narrowed, readers).outcome).toMatchObject({ questions: [{ shown: '“Kênh: Trực tuyến”' }] });
  });
});
