/** What a taught reader accepts as a figure, cell by cell, and what it does not. */
import { describe, expect, it } from 'vitest';
import type { Captured } from '../../../../../core/portal/capture/reader.ts';
import type { TaughtFigure, TaughtTable } from '../../../../../core/portal/capture/taught-reader/definition.ts';
import { taughtReader } from '../../../../../core/portal/capture/taught-reader/reader.ts';
import { CAPTION, HEADERS, pageOf, ROWS, TABLE, tableHtml } from './pages.ts';
import { definition, EXPECTED, said } from './said.ts';

/** Definitions of one column over one cell. */
function one(figure: TaughtFigure, text: string): readonly string[] | string {
  const table: TaughtTable = { ...TABLE, heading: null, figures: [figure], period: { from: 'asked' } };
  const own = taughtReader({ ...definition, tables: [table] });
  return said(
    pageOf(
      tableHtml(
        ['Đơn vị', figure.header],
        [
          ['Xã Long Thạnh', text],
          ['Xã Khác', '1'],
        ],
      ),
    ),
    own,
  );
}

describe('figures in cells', () => {
  const points = { kind: 'score', header: 'Điểm', indicator: 'Điểm riêng', decimal: null } as const;
  it.each([
    [{ ...points, max: 20 }, '18,5/20', '18.5'],
    [{ ...points, max: 20 }, '1.234', '1.234'],
    [{ ...points, max: 5000, decimal: ',' }, '1.234', '1234'],
    [{ ...points, max: 5000, decimal: '.' }, '1.234', '1.234'],
    [{ ...points, max: null, decimal: ',' }, '1.234,5', '1234.5'],
    [{ ...points, max: null }, '1.234,5', '1234.5'],
    [{ kind: 'count', header: 'Số', indicator: 'Số riêng' }, '12.345', '12345'],
    [{ kind: 'percent', header: 'Tỷ lệ', indicator: 'dung-han', sign: true }, '98.50 %', '98.5'],
    [{ kind: 'percent', header: 'Tỷ lệ', indicator: 'dung-han', sign: false }, '1,955', '1.955'],
    [{ kind: 'fraction', header: 'Tỷ lệ', indicator: 'dung-han' }, '0,955', '95.5'],
    [{ kind: 'fraction', header: 'Tỷ lệ', indicator: 'dung-han' }, '1', '100'],
    [{ kind: 'fraction', header: 'Tỷ lệ', indicator: 'dung-han' }, '0.07', '7'],
  ] as const)('%j: %s → %s', (figure, text, value) => {
    expect(one(figure, text)).toContain(`Xã Long Thạnh ${figure.indicator} null ${value}`);
  });

  it.each([
    [{ ...points, max: null }, '1.234'],
    [{ ...points, max: 5000 }, '1,234'],
    [{ ...points, max: 10 }, '10,5'],
    [{ ...points, max: 10 }, '7/20'],
    [{ kind: 'count', header: 'Số', indicator: 'Số riêng' }, '12,5'],
    [{ kind: 'count', header: 'Số', indicator: 'Số riêng' }, '=1+1'],
    [{ kind: 'percent', header: 'Tỷ lệ', indicator: 'dung-han', sign: true }, '104%'],
    [{ kind: 'percent', header: 'Tỷ lệ', indicator: 'dung-han', sign: false }, '0,955'],
    [{ kind: 'fraction', header: 'Tỷ lệ', indicator: 'dung-han' }, '95,5'],
    [{ kind: 'fraction', header: 'Tỷ lệ', indicator: 'dung-han' }, '1,5'],
  ] as const)('%j: %s is not taken', (figure, text) => {
    expect(JSON.stringify(one(figure, text))).not.toContain('Xã Long Thạnh Đ');
    expect(one(figure, text)).not.toContainEqual(expect.stringMatching(/^Xã Long Thạnh /));
  });

  it('reckons a share from its counts, and takes none that its counts contradict', () => {
    const headers = ['Đơn vị', 'Trước hạn', 'Đúng hạn', 'Đã giải quyết', 'Tỷ lệ'];
    const table: TaughtTable = {
      ...TABLE,
      heading: null,
      period: { from: 'asked' },
      figures: [
        { kind: 'numerator', header: 'Trước hạn', indicator: 'dung-han' },
        { kind: 'numerator', header: 'Đúng hạn', indicator: 'dung-han' },
        { kind: 'denominator', header: 'Đã giải quyết', indicator: 'dung-han' },
        { kind: 'percent', header: 'Tỷ lệ', indicator: 'dung-han', sign: true },
      ],
    };
    const own = taughtReader({ ...definition, tables: [table] });
    const rows = [
      ['Xã Long Thạnh', '1.000', '120', '1.130', '99,12%'],
      ['Xã Sai', '1.000', '120', '1.130', '89%'],
      ['Xã Ngược', '5', '6', '10', '100%'],
      ['Xã Không', '0', '0', '0', '0%'],
    ];
    const outcome = own.read(pageOf(tableHtml(headers, rows)));
    if (outcome.kind !== 'found') throw new Error(outcome.reason);
    expect(
      outcome.readings.map(({ unit, value, numerator, denominator }) => [unit.name, value, numerator, denominator]),
    ).toEqual([
      ['Xã Long Thạnh', 99.12, 1120, 1130],
      ['Xã Không', null, 0, 0],
    ]);
    expect(outcome.warnings[0]).toContain('2 ô không đọc được');
  });
});

describe('what it does not take for a figure', () => {
  /** The page with the row of Xã Long Thạnh written as it is sent. */
  const rewritten = (row: string, more = '') =>
    pageOf(`${more}${tableHtml(HEADERS, ROWS, CAPTION).replace(/<tr><td>1<.*?<\/tr>/u, `<tr>${row}</tr>`)}`);
  const figures = (captured: Captured) => {
    const outcome = said(captured);
    return typeof outcome === 'string' ? outcome : outcome.filter((line) => line.startsWith('Xã Long Thạnh '));
  };

  it.each([
    ['a footnote', '1.234<sup>1</sup>', '98,5<sup>(2)</sup>%', '7,25'],
    ['a second line', '1.234<br>56', '98,5%<div>97%</div>', '7,25'],
    ['a second number beside it', '<span>1</span><span>234</span><span>5</span>', '<b>98,5%</b><b>97%</b>', '7,25'],
    ['a mark', '1.234*', '≈ 98,5%', '7,25'],
    ['words', '1.234 (trễ 5)', 'đạt 98,5%', '7,25'],
  ])('%s', (_, count, share, points) => {
    const page = rewritten(`<td>1</td><td>Xã Long Thạnh</td><td>${count}</td><td>${share}</td><td>${points}</td>`);
    expect(figures(page)).toEqual(['Xã Long Thạnh Điểm chất lượng 2026-02 7.25']);
  });

  it('a key for sorting that nobody sees', () => {
    const page = rewritten(
      '<td>1</td><td>Xã Long Thạnh</td><td><span style="display: none">0001234</span>1.234</td><td><i hidden>9</i>98,5%</td><td>7,25</td>',
    );
    expect(figures(page)).toEqual(EXPECTED.slice(0, 3));
  });

  it('finds no figures in a row with a missing cell', () => {
    expect(figures(rewritten('<td>1</td><td>Xã Long Thạnh</td><td>7</td><td>98,5%</td>'))).toEqual([]);
  });

  it('a similar table above it, or the same one once more', () => {
    const other = tableHtml(HEADERS, [['1', 'Xã Long Thạnh', '9', '9%', '9']], 'Kế hoạch số hóa hồ sơ năm 2026');
    expect(said(pageOf(other + tableHtml(HEADERS, ROWS, CAPTION)))).toEqual(EXPECTED);
    const table = tableHtml(HEADERS, ROWS, CAPTION);
    expect(said(pageOf(table + table))).toEqual(EXPECTED);
  });

  it('a total under any name', () => {
    const totals = ['TỔNG CỘNG', 'Tổng cộng (I + II)', 'Tổng số toàn tỉnh', 'Cộng'].map((name) => [
      '',
      name,
      '9',
      '9%',
      '9',
    ]);
    expect(said(pageOf(tableHtml(HEADERS, [...ROWS, ...totals], CAPTION)))).toEqual(EXPECTED);
  });

  it('one percent, where fractions became percent', () => {
    const fraction: TaughtTable = {
      ...TABLE,
      figures: [{ kind: 'fraction', header: 'Tỷ lệ số hóa', indicator: 'so-hoa-ho-so' }],
    };
    const own = taughtReader({ ...definition, tables: [fraction] });
    const page = (...shares: string[]) =>
      pageOf(
        tableHtml(
          HEADERS,
          shares.map((share, at) => [String(at), `Xã Số ${'AB'[at]}`, '1', share, '1']),
          CAPTION,
        ),
      );
    expect(said(page('1', '0,955'), own)).toEqual([
      'Xã Số A so-hoa-ho-so 2026-02 100',
      'Xã Số B so-hoa-ho-so 2026-02 95.5',
    ]);
    expect(said(page('1', '95,5'), own)).toMatch(/không đọc được chắc chắn/);
  });
});
