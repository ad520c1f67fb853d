/**
 * The table of units: places among its own kind, changes against the last capture that holds the same unit, order and
 * search, rows for a sheet.
 */
import { describe, expect, it } from 'vitest';
import { isCommuneName } from '../../../core/portal/capture/commune-ranks.ts';
import type { CaptureReading } from '../../../core/portal/capture/reader.ts';
import { unitTsv } from '../../../extension/desk/units/unit-tsv.ts';
import {
  arranged,
  type CaptureOfUnits,
  rankChangeText,
  type UnitTableRow,
  unitTable,
} from '../../../extension/history/unit-table.ts';

function capture(at: string, values: Readonly<Record<string, number | null>>, indicator = 'TONG'): CaptureOfUnits {
  const readings = Object.entries(values).map(
    ([name, value]): CaptureReading => ({ indicator, unit: { name }, period: null, value, max: 100 }),
  );
  return { at, readings };
}

const NOW = capture('3', {
  'UBND xã Đông Thái': 93.21,
  'UBND Phường Vĩnh Thông': 90,
  'UBND Đặc khu Phú Quốc': 90,
  'UBND xã An Minh': 73.59,
  'UBND xã Mới': null,
  'Sở Du lịch': 99,
});
const BEFORE = capture('2', { 'UBND xã Đông Thái': 93.19, 'UBND xã An Minh': 93.96, 'Sở Du lịch': 70 });
const LONG_AGO = capture('1', { 'UBND xã Đông Thái': 1, 'UBND Phường Vĩnh Thông': 89.5 });

const among = (kind: 'communes' | 'others' | 'all') => ({ indicator: 'TONG', among: kind, mine: 'xã An Minh' });
const table = unitTable(NOW, [BEFORE, LONG_AGO], among('communes'));
const find = (name: string): UnitTableRow | undefined => table.find((row) => row.name.includes(name));

describe('the table of units', () => {
  it('ranks communes only, equal figures alike, and gives no rank without a figure', () => {
    const places = table.map(({ name, rank }) => [name, rank]);
    expect(places).toEqual([
      ['UBND xã Đông Thái', 1],
      ['UBND Phường Vĩnh Thông', 2],
      ['UBND Đặc khu Phú Quốc', 2],
      ['UBND xã An Minh', 4],
      ['UBND xã Mới', null],
    ]);
    expect(unitTable(NOW, [], among('others')).map(({ name, rank }) => [name, rank])).toEqual([['Sở Du lịch', 1]]);
    expect(unitTable(NOW, [], among('all')).find(({ name }) => name.includes('Đông Thái'))?.rank).toBe(2);
  });

  it('compares each unit with the last capture that holds it', () => {
    expect(find('Đông Thái')).toMatchObject({
      figure: { last: { value: 93.19, delta: 0.02 } },
      lastAt: '2',
      lastRank: 2,
    });
    expect(find('Vĩnh Thông')).toMatchObject({ figure: { last: { value: 89.5, delta: 0.5 } }, lastAt: '1' });
    expect(find('Phú Quốc')).toMatchObject({ figure: { last: null }, lastAt: null, lastRank: null });
    expect(table.map(rankChangeText)).toEqual(['lên 1 bậc', 'xuống 1 bậc', '', 'xuống 3 bậc', '']);
    expect(table.filter(({ mine }) => mine).map(({ name }) => name)).toEqual(['UBND xã An Minh']);
  });

  it('is sorted either way with what is missing last, and searched without diacritics', () => {
    const names = (order: 'rank' | 'name' | 'change', reversed: boolean, words = '') =>
      arranged(table, { words, moved: 'all', order, reversed }).map(({ name }) => name.split(' ').at(-1));
    // Equal ranks by name: Đặc khu before Phường.
    expect(names('rank', false)).toEqual(['Thái', 'Quốc', 'Thông', 'Minh', 'Mới']);
    expect(names('rank', true)).toEqual(['Minh', 'Quốc', 'Thông', 'Thái', 'Mới']);
    expect(names('change', false).slice(0, 3)).toEqual(['Thông', 'Thái', 'Minh']);
    expect(names('change', true).slice(0, 3)).toEqual(['Minh', 'Thái', 'Thông']);
    expect(names('name', false, 'dong thai')).toEqual(['Thái']);
  });

  it('shows those who rose or fell by half a point at least', () => {
    const rows = unitTable(
      capture('2', { 'Xã A': 80.5, 'Xã B': 79.5, 'Xã C': 80.49, 'Xã D': 70, 'Xã E': 60 }),
      [capture('1', { 'Xã A': 80, 'Xã B': 80, 'Xã C': 80, 'Xã D': null })],
      among('all'),
    );
    const names = (moved: 'rose' | 'fell') =>
      arranged(rows, { words: '', moved, order: 'rank', reversed: false }).map(({ name }) => name);
    expect(names('rose')).toEqual(['Xã A']);
    expect(names('fell')).toEqual(['Xã B']);
  });

  it('goes into a sheet as numbers, and as texts that nothing runs', () => {
    const [row] = unitTable(capture('1', { '=cmd|calc': 1234.5 }), [], among('all'));
    expect(row && unitTsv([row]).split('\r\n')[1]).toBe("1\t'=cmd|calc\t\t1234,5\t\t\t\t\t");
  });
});

describe('a commune', () => {
  it('is known by the first word of its name', () => {
    for (const name of ['UBND xã Ta Ma', 'Phường Việt Trì', 'UBND Đặc khu Phú Quốc', 'Thị trấn Lực']) {
      expect(isCommuneName(name)).toBe(true);
      expect(isCommuneName(name.normalize('NFD'))).toBe(true);
    }
    for (const name of ['Sở Du lịch', 'UBND tỉnh An Giang', 'Hội Xã hội học', 'Xãhội']) {
      expect(isCommuneName(name)).toBe(false);
    }
  });
});
