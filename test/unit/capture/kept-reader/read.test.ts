/**
 * A kept reader on the page it was made on, and on all that the page may become: the same figures, fewer, or none,
 * never others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptFigure, KeptTable } from '../../../../core/capture/kept-reader/definition.ts';
import { keptReader } from '../../../../core/capture/kept-reader/reader.ts';
import type { Captured } from '../../../../core/capture/reader.ts';
import { READERS, readCaptured } from '../../../../core/capture/registry.ts';
import { periodKey } from '../../../../core/period/period.ts';
import { CAPTION, HEADERS, kept, outlines, PAGE, pageOf, ROWS, TABLE, tableHtml, URL } from './pages.ts';

const definition = kept();
const reader = keptReader(definition);

/** `unit indicator period value`, or the reason why there is nothing. */
function said(captured: Captured, of = reader): readonly string[] | string {
  const outcome = of.read(captured);
  if (outcome.kind === 'not-found') return outcome.reason;
  return outcome.readings.map(
    ({ unit, indicator, period, value }) => `${unit.name} ${indicator} ${period && periodKey(period)} ${value}`,
  );
}

const EXPECTED = [
  'Xã Long Thạnh tiep-nhan 2026-02 1234',
  'Xã Long Thạnh so-hoa-ho-so 2026-02 98.5',
  'Xã Long Thạnh Điểm chất lượng 2026-02 7.25',
  'Xã Long Thành tiep-nhan 2026-02 987',
  'Xã Long Thành so-hoa-ho-so 2026-02 64.05',
  'Xã Long Thành Điểm chất lượng 2026-02 6.5',
];

describe('a kept reader', () => {
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

/** Definitions of one column over one cell. */
function one(figure: KeptFigure, text: string): readonly string[] | string {
  const table: KeptTable = { ...TABLE, heading: null, figures: [figure], period: { from: 'asked' } };
  const own = keptReader({ ...definition, tables: [table] });
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
    const table: KeptTable = {
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
    const own = keptReader({ ...definition, tables: [table] });
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

  it('the cells of a row that lacks one', () => {
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
    const fraction: KeptTable = {
      ...TABLE,
      figures: [{ kind: 'fraction', header: 'Tỷ lệ số hóa', indicator: 'so-hoa-ho-so' }],
    };
    const own = keptReader({ ...definition, tables: [fraction] });
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

describe('where the period stands', () => {
  const rows = [
    ['Xã Long Thạnh', 'Tháng 1/2026', '5'],
    ['Xã Long Thạnh', 'Tháng 2/2026', '6'],
  ];
  it('may be a column: each line is of its own period', () => {
    const table: KeptTable = {
      ...TABLE,
      heading: null,
      figures: [{ kind: 'count', header: 'Số', indicator: 'Số riêng' }],
      period: { from: 'column', header: 'Kỳ' },
    };
    const own = keptReader({ ...definition, tables: [table] });
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
    const table: KeptTable = { ...TABLE, period: { from: 'address', year: 'nam', month: 'thang', quarter: 'quy' } };
    const own = keptReader({ ...definition, tables: [table] });
    const page = pageOf(tableHtml(HEADERS, ROWS, 'Kết quả số hóa hồ sơ'));
    const url = `https://motcua.example.gov.vn/thong-ke/so-hoa${query}`;
    expect(said({ ...page, url }, own)[0]).toContain(` ${period} `);
  });

  it('is asked when the address and the heading name two', () => {
    const table: KeptTable = { ...TABLE, period: { from: 'address', year: 'nam', month: 'thang', quarter: null } };
    const own = keptReader({ ...definition, tables: [table] });
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

  it('is asked where ours find nothing, and in the place of one she refused', () => {
    expect(readCaptured(PAGE).reader).toBeNull();
    expect(readCaptured(PAGE, [...READERS, reader]).reader?.id).toBe(definition.id);
    const form = { ...PAGE, body: `${PAGE.body}<p>trước hạn đúng hạn</p>` };
    expect(readCaptured(form, READERS).reader?.id).toBe('form-06a');
    expect(readCaptured(form, [...READERS, reader])).toMatchObject({
      reader: { id: definition.id },
      outcome: { kind: 'found' },
    });
    const instead = keptReader({ ...definition, instead: 'form-06a' });
    const changed = { ...form, body: '<table></table>trước hạn đúng hạn' };
    expect(readCaptured(changed, [...READERS, instead])).toMatchObject({
      reader: { id: definition.id },
      outcome: { kind: 'not-found' },
    });
  });
});

describe('hostile pages', () => {
  it('reads text as text: markup, formulas, paths, names of prototypes', () => {
    const units = [
      '=HYPERLINK("http://x")',
      '<img src=x onerror=alert(1)>',
      '../../etc/passwd',
      '__proto__',
      'constructor',
      '@SUM(A1)',
    ];
    const headers = ['constructor', '__proto__', 'toString'];
    const page = pageOf(
      tableHtml(
        headers,
        units.map((unit, at) => [unit, String(at), '1']),
        'hasOwnProperty',
      ),
    );
    const table: KeptTable = {
      heading: 'hasOwnProperty',
      unit: { header: 'constructor', name: '__proto__' },
      figures: [{ kind: 'count', header: '__proto__', indicator: 'valueOf' }],
      period: { from: 'asked' },
    };
    const own = keptReader(kept(page, table));
    expect(said(page, own)).toEqual(
      // A line that repeats the header is no unit.
      units.flatMap((unit, at) => (unit === 'constructor' ? [] : [`${unit} valueOf null ${at}`])),
    );
  });

  it('survives any table: it never throws, and what it reads stands in the row of that unit', () => {
    const texts = fc.constantFrom(
      '',
      '1',
      '1.234',
      '99%',
      '12,5',
      'Xã A',
      'Xã B',
      'Tổng cộng',
      'Đơn vị',
      '__proto__',
      '(1)',
    );
    const span = fc.constantFrom('', ' rowspan=2', ' colspan=3', ' rowspan=99999', ' colspan=-1', ' colspan=1e9');
    const cell = fc
      .tuple(fc.constantFrom('td', 'th'), span, texts)
      .map(([tag, spans, text]) => `<${tag}${spans}>${text}</${tag}>`);
    const rows = fc.array(
      fc.array(cell, { maxLength: 6 }).map((cells) => `<tr>${cells.join('')}</tr>`),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, (lines) => {
        const head = `<thead><tr>${HEADERS.map((text) => `<td>${text}</td>`).join('')}</tr></thead>`;
        const page = pageOf(`<table><caption>${CAPTION}</caption>${head}<tbody>${lines.join('')}</tbody></table>`);
        const outcome = reader.read(page);
        if (outcome.kind === 'not-found') return;
        const [outline] = outlines(page);
        for (const { unit, indicator, value } of outcome.readings) {
          if (indicator !== 'tiep-nhan' || value === null) continue;
          const own = outline?.rows
            .filter((row) => row.cells[1]?.text === unit.name)
            .map((row) => row.cells[2]?.text.replace('.', ''));
          expect(own).toContain(String(value));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads ten thousand rows, and gives up spans beyond all reason', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [String(at), `Xã số ${at}`, String(at), '50%', '5']);
    const began = process.cpuUsage();
    expect(said(pageOf(tableHtml(HEADERS, rows, CAPTION)))).toHaveLength(30_000);
    const huge = `<tr>${'<td rowspan="20000" colspan="200">1</td>'.repeat(50)}</tr>`.repeat(500);
    expect(said(pageOf(`<table>${huge}</table>`.repeat(5)))).toMatch(/Không thấy bảng/);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(10_000);
  });
});
