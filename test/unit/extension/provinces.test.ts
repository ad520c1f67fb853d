/**
 * Provinces are learned from the portal's own answers, by name; one it does not name is never left out of the choice.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROVINCES } from '../../../core/capture/readers/national-2026/provinces.ts';
import { provincesHeard } from '../../../core/capture/readers/national-2026/provinces-heard.ts';
import { knownProvinces, withHeard } from '../../../extension/settings/known-provinces.ts';

const ID = '019d2be3-0000-7000-8000-000000000001';
const asked = (more: object) => JSON.stringify({ timeType: 'year', year: 2026, ...more });
const answer = (data: object) => JSON.stringify({ code: 'OK', data });

it('the province asked for is named by its own row, whichever table it is', () => {
  const sample = readFileSync('core/capture/readers/national-2026/cases/province-charts.json', 'utf8');
  expect(provincesHeard(asked({ rootDepartmentId: ID }), sample)).toEqual([{ id: ID, name: 'An Giang' }]);
  const parent = { departmentName: 'UBND Thành phố Đồng Nai'.normalize('NFD'), totalScore: 1 };
  const heard = provincesHeard(asked({ rootDepartmentId: ID }), answer({ parent, children: [] }));
  expect(heard).toEqual([{ id: ID, name: 'Đồng Nai' }]);
});

it('the list of the country names them all; communes, departments and what is no answer name none', () => {
  const row = (departmentId: string | null, departmentName: string) => ({
    departmentId,
    departmentName,
    totalScore: 5,
  });
  const evaluation = [
    row(ID, 'UBND tỉnh Cà Mau'),
    row('x', 'UBND phường Việt Trì - tỉnh Phú Thọ'),
    row('y', 'Sở Nội vụ tỉnh Cà Mau'),
    row(null, 'UBND tỉnh Lào Cai'),
  ];
  const country = asked({ departmentType: 'ADMINISTRATIVE_UNIT' });
  expect(provincesHeard(country, answer({ evaluation }))).toEqual([{ id: ID, name: 'Cà Mau' }]);
  for (const odd of ['', '<html>', '[]', answer({ overview: { departmentName: 'UBND xã Ta Ma' } })])
    expect(provincesHeard(asked({ rootDepartmentId: ID }), odd)).toEqual([]);
  expect(provincesHeard('{"rootDepartmentId":"x"}', answer({ evaluation }))).toEqual([]);
});

it('are offered by name among those known; the one chosen is there also without a name', () => {
  const [first] = PROVINCES;
  expect(knownProvinces([], '').map(({ name }) => name)).toEqual(PROVINCES.map(({ name }) => name));
  const all = knownProvinces([{ id: ID, name: 'Cà Mau' }], ID).map(({ name }) => name);
  expect(all.indexOf('Cà Mau')).toBe(1);
  expect(all).toHaveLength(PROVINCES.length + 1);
  expect(knownProvinces([], ID).at(-1)).toMatchObject({ id: ID, name: expect.stringContaining('chưa cho biết tên') });
  expect(knownProvinces([], first!.id)).toHaveLength(PROVINCES.length);
});

it('are kept once, by the name last given, and never with an id the portal could not have', () => {
  expect(withHeard([], [...PROVINCES])).toBeNull();
  const kept = withHeard([{ id: ID, name: 'Cũ' }], [{ id: ID, name: 'Mới' }]);
  expect(kept).toEqual([{ id: ID, name: 'Mới' }]);
  expect(withHeard(kept!, [{ id: ID, name: 'Mới' }])).toBeNull();
  expect(withHeard([], [{ id: '../../etc', name: 'Cà Mau' }])).toBeNull();
});
