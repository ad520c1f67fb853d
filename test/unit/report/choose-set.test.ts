/** Which set the rows of a listed unit speak for, when sets are numbered alike and the titles have slips. */
import { describe, expect, it } from 'vitest';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { readReports } from '../../../core/report/read.ts';
import { registered } from '../judge/check/reports.ts';
import { bookOf, type Plain, sheetOf } from './book.ts';

const CAT_NE = findMovement('cat-ne-2024')!;

const PERIOD = { kind: 'year', year: 2025 } as const;
const HEADER = ['Tiêu chí', 'Điểm tối đa', 'Kết quả', 'Điểm tự chấm', 'Minh chứng'];
const UNIT = 'Hội Cựu chiến binh xã';

const criteriaOf = (form: string) => criteriaSetFor(CAT_NE, form, PERIOD)?.criteria ?? [];

/** Audience and origin the sheet of `form` is read with, from a unit listed under `listed`; titles spelt by `spell`. */
function chosen(form: string, listed: string | null, spell: (title: string, at: number) => string) {
  const rows = criteriaOf(form).map(({ code, title, maxPoints }, at): Plain[] => [
    `${code}. ${spell(title, at)}`,
    maxPoints / 100,
    1,
    1,
    'KH 1/KH-UBND',
  ]);
  const book = bookOf([sheetOf([['Đơn vị:', UNIT], HEADER, ...rows])]);
  const register = listed === null ? null : [registered(UNIT, { audience: listed })];
  const { reports } = readReports(book, { file: 'f.xlsx', movement: CAT_NE, period: PERIOD, register });
  return reports.map(({ audience, audienceFrom }) => [audience, audienceFrom]);
}

const exact = (title: string): string => title;
/** A letter too many in the third word. */
const slipped = (title: string): string => title.replace(/^(\S+ \S+ \S)/u, '$1n');
/** One slip, in a title of both sets. */
const oneSlip = (title: string, at: number): string => (at === 4 ? slipped(title) : title);
/** Every third title in other words, known by its number. */
const reworded = (title: string, at: number): string =>
  at % 3 === 0 ? title.split(' ').slice(0, 8).reverse().join(' ') : title;

describe('a numbering that all sets share', () => {
  it.each([
    ['as printed', exact],
    ['with one slip', oneSlip],
    ['with slips', slipped],
  ])('does not mistake the form of associations for that of agencies: %s', (_, spell) => {
    expect(chosen('association', 'agency', spell)).toEqual([['association', 'best-fit']]);
    expect(chosen('agency', 'association', spell)).toEqual([['agency', 'best-fit']]);
    expect(chosen('association', null, spell)).toEqual([['association', 'best-fit']]);
  });

  it.each([
    ['as printed', exact],
    ['with slips', slipped],
    ['reworded', reworded],
  ])('leaves the register its word on a sheet of its own: %s', (_, spell) => {
    for (const audience of ['agency', 'association', 'individual'])
      expect(chosen(audience, audience, spell)).toEqual([[audience, 'register']]);
  });
});

it('a form without numbers, with slips in what its set alone has, is not the other set that shares the rest', () => {
  const shared = new Set(criteriaOf('agency').map(({ title }) => title));
  const rows = criteriaOf('association').map(({ title, maxPoints }): Plain[] => [
    shared.has(title) ? title : slipped(title),
    maxPoints / 100,
    1,
    1,
    'KH 1/KH-UBND',
  ]);
  // “Đơn vị” speaks for agencies.
  const book = bookOf([sheetOf([['Đơn vị:', 'Đơn vị số 2'], HEADER, ...rows])]);
  const { reports } = readReports(book, { file: 'f.xlsx', movement: CAT_NE, period: PERIOD });
  expect(reports.map(({ audience }) => audience)).toEqual(['association']);
});
