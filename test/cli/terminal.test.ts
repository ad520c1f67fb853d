import { describe, expect, it } from 'vitest';
import { tableLines } from '../../cli/terminal/table.ts';
import { oneLine, padded, textWidth } from '../../cli/terminal/width.ts';

describe('tables on a terminal', () => {
  it('count a letter with its marks as one column, in either form', () => {
    expect(textWidth('Bản Nà Đắng')).toBe(11);
    expect(textWidth('Bản Nà Đắng'.normalize('NFD'))).toBe(11);
    expect(textWidth('日本')).toBe(4);
  });

  it('stand in line, numbers to the right, long texts cut', () => {
    const lines = tableLines(
      [
        { title: 'Đơn vị', max: 8 },
        { title: 'Điểm', align: 'right' },
      ],
      [
        ['Bản Nà Đắng'.normalize('NFD'), '7,5'],
        ['Bản A', '100'],
      ],
    );
    expect(lines).toEqual(['Đơn vị    Điểm', '--------  ----', 'Bản Nà…    7,5', 'Bản A      100']);
  });

  it('let no control character of a sheet through', () => {
    expect(oneLine('a\u001b[31m\r\nb\u202e c')).toBe('a [31m b c');
    expect(padded('abcdef', 4)).toBe('abc…');
  });
});
