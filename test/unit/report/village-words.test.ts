/** Every word for a place under a commune names units alike: in a heading, behind a label, in the register, on a paper. */
import { describe, expect, it } from 'vitest';
import { VILLAGE_WORDS } from '../../../core/base/text/village-words.ts';
import { headTitle } from '../../../core/paper/papers/head-title.ts';
import { matchUnit } from '../../../core/report/match-unit.ts';
import type { Register } from '../../../core/report/register.ts';
import { FILES, HEADER, MEETINGS, read } from './typed.ts';

const TABLE = [
  HEADER,
  ['2.1', FILES, 20, '72/90', 18, 'KH 1/KH-UBND'],
  ['2.2', MEETINGS, 10, '3/6', 10, 'KH 2/KH-UBND'],
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const registerOf = (name: string): Register => [
  {
    name,
    otherNames: [],
    audience: 'village',
    registered: true,
    received: null,
    women: null,
    facts: [],
    awards: [],
    portalCode: null,
  },
];

describe.each(VILLAGE_WORDS)('%s', (word) => {
  const name = `${capital(word)} Nà Đắng`;

  it('names the unit of a sheet in a line of its own', () => {
    expect(read([[name.toUpperCase()], ...TABLE]).unit?.text).toBe(name.toUpperCase());
  });

  it('labels the name of the unit', () => {
    expect(read([[`Tên ${word}: Nà Đắng`], ...TABLE]).unit?.text).toBe('Nà Đắng');
  });

  it('may be left out of a name that the register has', () => {
    expect(matchUnit('Nà Đắng', registerOf(name))?.name).toBe(name);
  });

  it('is in the title of its head', () => {
    const title = word.startsWith('tổ') ? 'TỔ TRƯỞNG' : `TRƯỞNG ${word.toUpperCase()}`;
    expect(headTitle(name, 'village')).toBe(title);
  });
});

describe('words that begin other names', () => {
  it.each(['KHỐI THI ĐUA CÁC CƠ QUAN', 'KHU CÔNG NGHIỆP SÔNG CÔNG', 'BẢN TỔNG HỢP ĐIỂM SỐ'])(
    '%s is no unit',
    (line) => {
      expect(read([[line], ...TABLE]).unit).toBeNull();
    },
  );
});
