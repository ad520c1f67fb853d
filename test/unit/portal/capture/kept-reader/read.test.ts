/**
 * A taught reader on the page it was made for, and on changed versions of it: the same figures, fewer, or none, never
 * others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { READERS, readCaptured } from '../../../../../core/portal/capture/registry.ts';
import type { TaughtTable } from '../../../../../core/portal/capture/taught-reader/definition.ts';
import { taughtReader } from '../../../../../core/portal/capture/taught-reader/reader.ts';
import { CAPTION, HEADERS, PAGE, pageOf, ROWS, TABLE, tableHtml, URL } from './pages.ts';
import { definition, EXPECTED, reader, said } from './said.ts';

describe('a taught reader', () => {
  it('reads every unit of the table, not its total', () => {
    expect(said(PAGE)).toEqual(EXPECTED);
  });

  it('finds its columns wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          HEADERS.map((_, index) => index),
          { minLength: HEADERS.length },
        ),
        (order) => {
          const moved = (row: readonly string[]) => order.map((index) => row[index] ?? '');
          const page = pageOf(tableHtml(moved(HEADERS), ROWS.map(moved), CAPTION));
          expect([...said(page)].toSorted()).toEqual(EXPECTED.toSorted());
        },
      ),
    );
  });

  it('reads the next period by the same heading, however it is spelt', () => {
    const next = pageOf(tableHtml(HEADERS, ROWS, 'KẾT QUẢ SỐ HOÁ HỒ SƠ (tháng 1) năm 2026'));
    expect(said(next)).toEqual(EXPECTED.map((line) => line.replace('2026-02', '2026-01')));
  });

  it.each([
    [
      'a header that is gone',
      tableHtml(HEADERS.with(3, 'Tỷ lệ thanh toán'), ROWS, CAPTION),
      /thiếu cột “Tỷ lệ số hóa”/,
    ],
    [
      'two columns of one name',
      tableHtml(
        [...HEADERS, 'Tỷ lệ số hóa'],
        ROWS.map((row) => [...row, '1%']),
        CAPTION,
      ),
      /hai cột cùng tên/,
    ],
    [
      'another heading over the same columns',
      tableHtml(HEADERS, ROWS, 'Kết quả thanh toán (Tháng 2) năm 2026'),
      /có tiêu đề/,
    ],
    ['a period that has not begun', tableHtml(HEADERS, ROWS, CAPTION.replace('Tháng 2', 'Tháng 4')), /chưa bắt đầu/],
    ['a table without rows', tableHtml(HEADERS, [], CAPTION), /Không thấy bảng/],
    ['a page without tables', '<p>Đang tải…</p>', /Không thấy bảng/],
  ])('finds nothing with %s, and says why', (_, body, reason) => {
    expect(said(pageOf(body))).toMatch(reason);
  });

  it('takes no share whose percent sign is gone: it may be a fraction now', () => {
    const rows = ROWS.map((row) => row.with(3, '0,98'));
    const outcome = reader.read(pageOf(tableHtml(HEADERS, rows, CAPTION)));
    if (outcome.kind !== 'found') throw new Error(outcome.reason);
    expect(outcome.readings.map(({ indicator }) => indicator)).not.toContain('so-hoa-ho-so');
    expect(outcome.warnings).toEqual([
      'Cột “Tỷ lệ số hóa” có 2 ô không đọc được chắc chắn (“0,98” của Xã Long Thạnh), nên không lấy.',
    ]);
  });

  it('leaves out a unit that stands there twice with different figures, and takes equal lines once', () => {
    const twice = [...ROWS, ['4', 'Xã Long Thạnh', '5', '1%', '1']];
    expect(said(pageOf(tableHtml(HEADERS, twice, CAPTION)))).toEqual(EXPECTED.slice(3));
    expect(said(pageOf(tableHtml(HEADERS, [...ROWS, ...ROWS], CAPTION)))).toEqual(EXPECTED);
  });

  it('asks for the period when the heading has none', () => {
    const outcome = reader.read(pageOf(tableHtml(HEADERS, ROWS, 'Kết quả số hóa hồ sơ')));
    expect(outcome).toMatchObject({ kind: 'found', warnings: ['Trang không ghi rõ kỳ: cần chọn kỳ của số liệu.'] });
  });

  it('keeps empty apart from zero', () => {
    const rows = [['1', 'Xã Long Thạnh', '0', '', '-']];
    expect(said(pageOf(tableHtml(HEADERS, rows, CAPTION)))).toEqual([
      'Xã Long Thạnh tiep-nhan 2026-02 0',
      'Xã Long Thạnh so-hoa-ho-so 2026-02 null',
      'Xã Long Thạnh Điểm chất lượng 2026-02 null',
    ]);
  });

  it('takes no figure of a cell that stands for two units or two columns', () => {
    const head = `<caption>${CAPTION}</caption><tr>${HEADERS.map((text) => `<th>${text}</th>`).join('')}</tr>`;
    const rows = `<tr><td>1</td><td>Xã Long Thạnh</td><td rowspan="2">1.234</td><td>98,5%</td><td>7</td></tr>
      <tr><td>2</td><td>Xã Long Thành</td><td>64,05%</td><td>6,5</td></tr>
      <tr><td>3</td><td>Xã Bình An</td><td>12</td><td colspan="2">5%</td></tr>`;
    expect(said(pageOf(`<table>${head}${rows}</table>`))).toEqual([
      ...EXPECTED.filter((line) => line.includes('so-hoa')).slice(0, 1),
      'Xã Long Thạnh Điểm chất lượng 2026-02 7',
      ...EXPECTED.slice(4),
      'Xã Bình An tiep-nhan 2026-02 12',
    ]);
  });
});

describe('where the period stands', () => {
  const rows = [
    ['Xã Long Thạnh', 'Tháng 1/2026', '5'],
    ['Xã Long Thạnh', 'Tháng 2/2026', '6'],
  ];
  it('may be a column: each line is of its own period', () => {
    const table: TaughtTable = {
      ...TABLE,
      heading: null,
      figures: [{ kind: 'count', header: 'Số', indicator: 'Số riêng' }],
      period: { from: 'column', header: 'Kỳ' },
    };
    const own = taughtReader({ ...definition, tables: [table] });
    expect(said(pageOf(tableHtml(['Đơn vị', 'Kỳ', 'Số'], rows)), own)).toEqual([
      'Xã Long Thạnh Số riêng 2026-01 5',
      'Xã Long Thạnh Số riêng 2026-02 6',
    ]);
  });

  it.each([
    ['?thang=2&nam=2026', '2026-02'],
    ['?nam=2026&thang=0', '2026'],
    ['?nam=2026&quy=1', '2026-Q1'],
    ['?nam=2025', '2025'],
    ['?thang=13&nam=2026', 'null'],
    ['?thang=2', 'null'],
  ])('may be the address: %s → %s', (query, period) => {
    const table: TaughtTable = { ...TABLE, period: { from: 'address', year: 'nam', month: 'thang', quarter: 'quy' } };
    const own = taughtReader({ ...definition, tables: [table] });
    const page = pageOf(tableHtml(HEADERS, ROWS, 'Kết quả số hóa hồ sơ'));
    const url = `https://motcua.example.gov.vn/thong-ke/so-hoa${query}`;
    expect(said({ ...page, url }, own)[0]).toContain(` ${period} `);
  });

  it('asks when the address and the heading name different periods', () => {
    const table: TaughtTable = { ...TABLE, period: { from: 'address', year: 'nam', month: 'thang', quarter: null } };
    const own = taughtReader({ ...definition, tables: [table] });
    const at = (query: string) => said({ ...PAGE, url: `https://motcua.example.gov.vn/thong-ke/so-hoa${query}` }, own);
    expect(at('?thang=2&nam=2026')[0]).toContain(' 2026-02 ');
    expect(at('?thang=1&nam=2026')[0]).toContain(' null ');
  });
});

describe('which pages it is for', () => {
  it.each([
    [URL, true],
    ['https://motcua.example.gov.vn:8443/thong-ke/so-hoa/?loai=xa', true],
    ['https://motcua.example.gov.vn/thong-ke/so-hoa/thang?loai=xa', true],
    ['https://motcua.example.gov.vn/thong-ke/so-hoa?loai=so', false],
    ['https://motcua.example.gov.vn/thong-ke/so-hoa-2?loai=xa', false],
    ['https://motcua.example.gov.vn.evil.com/thong-ke/so-hoa?loai=xa', false],
    ['https://evil.com/?https://motcua.example.gov.vn/thong-ke/so-hoa?loai=xa', false],
    ['https://motcua.example.gov.vn@evil.com/thong-ke/so-hoa?loai=xa', false],
    ['file:///motcua.example.gov.vn/thong-ke/so-hoa?loai=xa', false],
  ])('%s: %s', (url, is) => {
    expect(reader.matches({ ...PAGE, url })).toBe(is);
  });

  it('is used where ours find nothing, and in place of a reader she rejected', () => {
    expect(readCaptured(PAGE).reader).toBeNull();
    expect(readCaptured(PAGE, [...READERS, reader]).reader?.id).toBe(definition.id);
    const form = { ...PAGE, body: `${PAGE.body}<p>trước hạn đúng hạn</p>` };
    // The words of a form without its table are no page of that form.
    expect(readCaptured(form, READERS).reader).toBeNull();
    expect(readCaptured(form, [...READERS, reader])).toMatchObject({
      reader: { id: definition.id },
      outcome: { kind: 'found' },
    });
    const instead = taughtReader({ ...definition, instead: 'form-06a' });
    const changed = { ...form, body: '<table></table>trước hạn đúng hạn' };
    expect(readCaptured(changed, [...READERS, instead])).toMatchObject({
      reader: { id: definition.id },
      outcome: { kind: 'not-found' },
    });
  });
});
