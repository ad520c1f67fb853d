/** People are known by what their column means and by the shape of their numbers, in any spelling; figures are not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../core/portal/capture/parse-page.ts';
import { isHeaderCell, tablesOf } from '../../../core/portal/capture/table.ts';
import {
  isOfPerson,
  isPersonName,
  type PersonCell,
  personCells,
  withoutPersonal,
} from '../../../extension/capture/persons.ts';

type Row = readonly (string | PersonCell<string>)[];

function found(rows: readonly Row[], heads = 1): readonly string[] {
  const cells = rows.map((row, at) =>
    row.map((item) =>
      typeof item === 'string' ? { element: item, text: item, isHead: at < heads, wide: 1, high: 1 } : item,
    ),
  );
  return [...personCells(cells)];
}

describe('numbers of persons', () => {
  it.each([
    ...['079123456789', '079 123 456 789', '079.123.456.789', '000 000 000 001', '123456789', '000000002'],
    ...[
      '0912345678',
      '0900.000.001',
      '0900 000 001',
      '0900-000-001',
      '+84 900 000 002',
      '+84900000002',
      '(+84) 900000002',
    ],
    ...['a.b@xa.gov.vn'],
  ])('%s is masked, alone and in a sentence', (number) => {
    expect(withoutPersonal(number)).toBe('…');
    expect(withoutPersonal(`Liên hệ ${number}, hoặc gọi lại`)).toBe('Liên hệ …, hoặc gọi lại');
  });

  it.each([
    ...['1.234.567', '0,98', '10481', '125000000', '30/09/2025', '0', '12.345.678', '0,123456', '99,12%', '2025-09-30'],
    ...['19,81/20', '0/2.971', '1.234.567.890', '00:00 ngày 30/09/2025'],
  ])('%s is a figure', (figure) => expect(withoutPersonal(figure)).toBe(figure));
});

describe('names', () => {
  it('are known by their surname and capitals', () => {
    for (const name of ['Nguyễn Văn A', 'Lò Thị Mai', 'Bà Trần Thị Bích Ngọc']) expect(isPersonName(name)).toBe(true);
    for (const name of ['Thái Nguyên', 'Xã Mường Bú', 'Hộ tịch', 'Lê lợi đất đai', 'Tổng cộng'])
      expect(isPersonName(name)).toBe(false);
    expect(withoutPersonal('Hồ sơ của ông Nguyễn Văn A, xã Mường Bú')).toBe('Hồ sơ của ông …, xã Mường Bú');
  });

  const OFFICES = ['Người lập', 'NGƯỜI KÝ', 'Cán bộ tiếp nhận', 'Chủ tịch', 'Công chức tư pháp', 'Đầu mối', 'Kế toán'];
  it.each(OFFICES)('of whoever is called by the office are masked, whatever stands around them: %s', (office) => {
    for (const name of ['Lường Văn Pánh', 'LÒ THỊ MAI', 'Quàng Thị Xuyến', 'Vì Văn A'])
      for (const mark of [': ', ' ', ' – ', ':'])
        for (const rest of ['', ', ĐT nội bộ', ' đã duyệt ngày 30/09/2025', ' (xã Ta Ma)']) {
          const masked = withoutPersonal(`Đơn vị: xã Ta Ma. ${office}${mark}${name}${rest}`);
          expect(masked).toBe(`Đơn vị: xã Ta Ma. ${office}${mark}…${rest}`);
        }
  });

  it('of places and offices stay', () => {
    for (const text of [
      ...[
        'Chủ tịch UBND xã Mường Bú',
        'Chủ tịch xã Mai Sơn Hạ',
        'Liên hệ phường Lâm Hà Đông',
        'Người lập biểu',
        'Cán bộ, công chức',
        'Đơn vị: Xã Châu Quế Hạ',
        'Tỉnh Lâm Đồng',
      ],
      ...['Người lập: Văn phòng HĐND và UBND', 'Chủ tịch tỉnh Hà Nam', 'Kế toán, thuế', 'UBND xã Mai Sơn'],
    ])
      expect(withoutPersonal(text)).toBe(text);
  });
});

describe('columns of persons', () => {
  it.each([
    ...['Họ và tên', 'Người nộp', 'Người nộp hồ sơ', 'Chủ hồ sơ', 'Số CCCD/CMND', 'Số định danh', 'Điện thoại', 'SĐT'],
    ...['Địa chỉ', 'Email', 'Ngày sinh', 'Cán bộ thụ lý', 'Người xử lý', 'Nơi ở hiện nay', 'Công chức xử lý'],
  ])('%s is a person', (header) => expect(isOfPerson(header)).toBe(true));

  it.each([
    ...['Đơn vị', 'Tổng số tiếp nhận', 'Số người nộp trực tuyến', 'Lĩnh vực', 'Thủ tục', 'Trước hạn', 'Tỷ lệ hài lòng'],
    ...['Xã, phường', 'Nơi tiếp nhận', 'Tổng điểm', 'Cơ quan giải quyết', 'Số lượng cán bộ'],
  ])('%s is none', (header) => expect(isOfPerson(header)).toBe(false));

  it('lose every cell, whatever its content, except counts', () => {
    const rows = [
      ['STT', 'Người nộp', 'Số định danh', 'Điện thoại', 'Địa chỉ', 'Số hồ sơ'],
      ['1', 'Người Thử A', '12 345', '12-34-56-78', 'Bản Thử, xã Thử', '1.234'],
      ['2', 'Người Thử B', '123.456', '', 'Bản Thử', '98'],
    ];
    expect(found(rows)).toEqual(['Người Thử A', '12-34-56-78', 'Bản Thử, xã Thử', 'Người Thử B', '123.456', 'Bản Thử']);
  });

  it('are known below a header over several columns, and beside a name', () => {
    const over = { element: 'x', text: 'Người nộp hồ sơ', isHead: true, wide: 2, high: 1 };
    expect(
      found([
        ['STT', over, 'Số'],
        ['1', 'Người Thử A', 'Bản Thử', '5'],
      ]),
    ).toEqual(['Người Thử A', 'Bản Thử']);
    expect(
      found(
        [
          ['Họ và tên', 'Người Thử A'],
          ['Tổng số hồ sơ', '12'],
        ],
        0,
      ),
    ).toEqual(['Người Thử A']);
  });
});

describe('pages of figures', () => {
  const folder = 'core/portal/capture/readers';
  const pages = readdirSync(folder).flatMap((id) =>
    readdirSync(`${folder}/${id}/cases`)
      .filter((name) => name.endsWith('.html'))
      .map((name) => `${folder}/${id}/cases/${name}`),
  );
  const PEOPLE = ['Nguyễn Thử Một', '079 000 000 001', '0900.000.001', 'thu@xa.gov.vn'];

  it.each(pages)('lose nothing of theirs, and every person strewn into them: %s', (path) => {
    for (const { rows } of tablesOf(parsePage(readFileSync(path, 'utf8')))) {
      const own = rows.map((row) =>
        row.cells.flatMap((cell): PersonCell<string>[] =>
          cell && !cell.covered
            ? [{ element: cell.text, text: cell.text, isHead: isHeaderCell(cell.element), wide: 1, high: 1 }]
            : [],
        ),
      );
      expect([...personCells(own)]).toEqual([]);
      for (const { text } of own.flat()) expect(withoutPersonal(text)).toBe(text);
      const head = (text: string) => ({ element: text, text, isHead: true, wide: 1, high: 1 });
      const body = (text: string) => ({ ...head(text), isHead: false });
      const strewn = own.map((row, at) => [...(at === 0 ? [head('Người nộp')] : [body(PEOPLE[at % 2] ?? '')]), ...row]);
      const cells = strewn.flat().filter(({ element }) => !personCells(strewn).has(element));
      for (const { text } of cells) for (const person of PEOPLE) expect(withoutPersonal(text)).not.toContain(person);
    }
  });
});
