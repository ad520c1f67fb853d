/** Tables on a terminal: a line fits it, figures stay whole; in a pipe nothing is cut. */
import { afterEach, expect, it } from 'vitest';
import { tableLines } from '../../cli/terminal/table.ts';
import { textWidth } from '../../cli/terminal/width.ts';

const { isTTY, columns } = process.stdout;
afterEach(() => Object.assign(process.stdout, { isTTY, columns }));

const COLUMNS = [{ title: 'Đơn vị' }, { title: 'Điểm', align: 'right' }, { title: 'Chỉ tiêu' }] as const;
const ROWS = [
  ['Bản Nà Đắng, xã Ta Ma', '1.234,56', 'Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận trực tuyến trong năm'],
  ['Bản Phiêng Cải', '7', 'Không còn hộ nghèo về thông tin'],
];

it('fits every width a terminal has, down to titles and figures', () => {
  for (let width = 30; width < 120; width += 7) {
    Object.assign(process.stdout, { isTTY: true, columns: width });
    const lines = tableLines(COLUMNS, ROWS, 2);
    expect(lines.every((line) => textWidth(line) + 2 <= width)).toBe(true);
    expect(lines.join('\n')).toContain('1.234,56');
  }
});

it('cuts nothing where there is no terminal', () => {
  Object.assign(process.stdout, { isTTY: false, columns: 20 });
  for (const cell of ROWS.flat()) expect(tableLines(COLUMNS, ROWS).join('\n')).toContain(cell);
});
