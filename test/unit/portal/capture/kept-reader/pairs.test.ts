/** Figures that stand beside their names, and tables that are none by their tags. */
import { describe, expect, it } from 'vitest';
import { observe } from '../../../../../core/portal/capture/observe.ts';
import { parsePage } from '../../../../../core/portal/capture/parse-page.ts';
import { columnOf, outlinesOf, WHOLE_PAGE } from '../../../../../core/portal/capture/taught-reader/outline.ts';
import { columnProposals } from '../../../../../core/portal/capture/taught-reader/propose.ts';
import { taughtReader } from '../../../../../core/portal/capture/taught-reader/reader.ts';
import { kept, outlines, pageOf, TABLE } from './pages.ts';

const TITLE = '<h2>Kết quả tháng 2 năm 2026</h2>';
const SHAPES: readonly (readonly [string, (received: string, share: string) => string])[] = [
  [
    'a table of names and values',
    (a, b) =>
      `<table><tr><td>Hồ sơ tiếp nhận</td><td>${a}</td></tr><tr><td>Tỷ lệ số hóa</td><td>${b}</td></tr></table>`,
  ],
  [
    'a table with its names in th',
    (a, b) =>
      `<table><tr><th>Cơ quan</th><td>Một cửa</td></tr><tr><th>Hồ sơ tiếp nhận</th><td>${a}</td></tr><tr><th>Tỷ lệ số hóa</th><td>${b}</td></tr></table>`,
  ],
  [
    'two pairs in a row',
    (a, b) =>
      `<table><tr><td>Hồ sơ tiếp nhận</td><td>${a}</td><td>Tỷ lệ số hóa</td><td>${b}</td></tr><tr><td>Người trực</td><td>Tổ 1</td><td>Số quầy</td><td>4</td></tr></table>`,
  ],
  ['a list of terms', (a, b) => `<dl><dt>Hồ sơ tiếp nhận</dt><dd>${a}</dd><dt>Tỷ lệ số hóa</dt><dd>${b}</dd></dl>`],
  [
    'cards',
    (a, b) =>
      `<div class="row"><div class="col"><div class="card"><h5>Hồ sơ tiếp nhận</h5><p>${a}</p></div></div><div class="col"><div class="card"><h5>Tỷ lệ số hóa</h5><p>${b.replace('%', '<small>%</small>')}</p></div></div></div>`,
  ],
  [
    'cards with the figure first',
    (a, b) => `<ul><li><b>${a}</b> Hồ sơ tiếp nhận</li><li><b>${b}</b> Tỷ lệ số hóa</li></ul>`,
  ],
];

describe.each(SHAPES)('figures of the page itself in %s', (_, shape) => {
  const page = (a: string, b: string) => pageOf(`${TITLE}${shape(a, b)}`);
  const own = (body = page('1.234', '98,5%')) => outlines(body).find(({ headers }) => headers[0] === WHOLE_PAGE);

  it('can be pointed at, and are read again with other figures', () => {
    const outline = own();
    if (!outline) throw new Error('no table');
    const proposed = columnProposals(outline, 0, 0).map(({ header, text, meaning }) => [
      header,
      text,
      meaning.indicator,
    ]);
    expect(proposed).toContainEqual(['Hồ sơ tiếp nhận', '1.234', 'tiep-nhan']);
    expect(proposed).toContainEqual(['Tỷ lệ số hóa', '98,5%', 'so-hoa-ho-so']);
    const definition = kept(page('1.234', '98,5%'), {
      heading: outline.heading === '' ? null : outline.heading,
      unit: { header: WHOLE_PAGE, name: null },
      figures: [{ kind: 'count', header: 'Hồ sơ tiếp nhận', indicator: 'tiep-nhan' }, ...TABLE.figures.slice(1, 2)],
      period: { from: 'heading' },
    });
    const read = (captured: ReturnType<typeof page>) => {
      const { observations, warnings } = observe(captured, 'UBND xã Ta Ma', '', [taughtReader(definition)]);
      return observations.length === 0
        ? warnings[0]
        : observations.map(({ unit, period, value }) => `${unit.name} ${period} ${value}`);
    };
    expect(read(page('1.300', '97%'))).toEqual(['UBND xã Ta Ma 2026-02 1300', 'UBND xã Ta Ma 2026-02 97']);
    // The panel has a question for the unit; a cell without a figure is left out; another name is another figure.
    expect(observe(page('1.300', '97%'), null, '', [taughtReader(definition)]).observations).toEqual([]);
    const renamed = page('1.300', '97%');
    expect(read({ ...renamed, body: renamed.body.replace('Tỷ lệ số hóa', 'Tỷ lệ đúng hạn') })).toMatch(
      /thiếu cột “Tỷ lệ số hóa”/,
    );
  });
});

it('lists, menus and rows of many are no such figures', () => {
  const rows = Array.from({ length: 100 }, (_, at) => `<li><a>Xã ${'ABC'[at % 3]}a</a> <i>${at}</i></li>`).join('');
  expect(outlinesOf(parsePage(`<ul>${rows}</ul>`))).toEqual([]);
  expect(outlinesOf(parsePage('<ul><li>Trang chủ</li><li>Thống kê</li></ul><p>Năm <b>2026</b></p>'))).toEqual([]);
});

describe('a table by its roles or in two pieces', () => {
  const cells = (role: string, texts: readonly string[]) =>
    texts.map((text) => `<div role="${role}">${text}</div>`).join('');
  it.each([
    ['role=table', 'table', 'cell'],
    ['role=grid', 'grid', 'gridcell'],
  ])('%s is pointed at like any other', (_, role, cell) => {
    const [outline] = outlines(
      pageOf(
        `${TITLE}<div role="${role}"><div role="rowgroup"><div role="row">${cells('columnheader', ['Đơn vị', 'Tỷ lệ số hóa'])}</div></div>
        <div role="rowgroup"><div role="row">${cells(cell, ['Xã Aa', '98,5%'])}</div><div role="row" hidden>${cells(cell, ['Xã Bb', '1%'])}</div></div></div>`,
      ),
    );
    expect(outline?.headers).toEqual(['Đơn vị', 'Tỷ lệ số hóa']);
    expect(outline?.rows.map((row) => row.cells.map((cell) => cell?.text))).toEqual([['Xã Aa', '98,5%']]);
  });

  it('header and rows in separate tables are joined', () => {
    const found = outlines(
      pageOf(
        `<div class="ant-table-header"><table><thead><tr><th>Đơn vị</th><th>Tỷ lệ số hóa</th><th></th></tr></thead></table></div>
        <div class="ant-table-body"><table><tbody><tr><td>Xã Aa</td><td>98,5%</td></tr></tbody></table></div>`,
      ),
    );
    expect(found.map((tableOutline) => columnOf(tableOutline, 'Tỷ lệ số hóa'))).toEqual([1]);
  });
});
