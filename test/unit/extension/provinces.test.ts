/** Provinces are learned from the portal's own answers, by name; a province without a name there is still offered. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { communesOf } from '../../../core/portal/capture/commune-counts.ts';
import { PROVINCES } from '../../../core/portal/capture/readers/national-2026/provinces.ts';
import { provincesHeard } from '../../../core/portal/capture/readers/national-2026/provinces-heard.ts';
import { formerNames, knownProvinces, provinceChosen, withHeard } from '../../../extension/settings/known-provinces.ts';
import { managedProvince } from '../../../extension/settings/managed.ts';

const ID = '019d2be3-0000-7000-8000-000000000001';
const request = (more: object) => JSON.stringify({ timeType: 'year', year: 2026, ...more });
const answer = (data: object) => JSON.stringify({ code: 'OK', data });

it('the requested province gets its name from its own row, in any table', () => {
  const sample = readFileSync('core/portal/capture/readers/national-2026/cases/province-charts.json', 'utf8');
  expect(provincesHeard(request({ rootDepartmentId: ID }), sample)).toEqual([{ id: ID, name: 'An Giang' }]);
  const parent = { departmentName: 'UBND Thành phố Đồng Nai'.normalize('NFD'), totalScore: 1 };
  const heard = provincesHeard(request({ rootDepartmentId: ID }), answer({ parent, children: [] }));
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
  const country = request({ departmentType: 'ADMINISTRATIVE_UNIT' });
  expect(provincesHeard(country, answer({ evaluation }))).toEqual([{ id: ID, name: 'Cà Mau' }]);
  for (const odd of ['', '<html>', '[]', answer({ overview: { departmentName: 'UBND xã Ta Ma' } })])
    expect(provincesHeard(request({ rootDepartmentId: ID }), odd)).toEqual([]);
  expect(provincesHeard('{"rootDepartmentId":"x"}', answer({ evaluation }))).toEqual([]);
});

/** As the portal and its older edition name the 34 since 1 July 2025: Đồng Nai is a city since 2026. */
const OFFICES = [
  ...`An Giang, Bắc Ninh, Cà Mau, Cao Bằng, Đắk Lắk, Điện Biên, Đồng Tháp, Gia Lai, Hà Tĩnh, Hưng Yên, Khánh Hòa, Lai Châu,
Lâm Đồng, Lạng Sơn, Lào Cai, Nghệ An, Ninh Bình, Phú Thọ, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên,
Thanh Hóa, Tuyên Quang, Vĩnh Long`
    .split(/,\s+/)
    .map((name) => ['tỉnh', name] as const),
  ...['Cần Thơ', 'Đà Nẵng', 'Đồng Nai', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh', 'Huế'].map(
    (name) => ['Thành phố', name] as const,
  ),
];

it('all 34 are learned from the country’s one list and from their own page, in every spelling of the office', () => {
  const idOf = (at: number) => `019d2be3-0000-7000-8000-${String(at).padStart(12, '0')}`;
  const learned = OFFICES.map(([, name], at) => ({ id: idOf(at), name }));
  expect(new Set(learned.map(({ name }) => communesOf(name))).has(undefined)).toBe(false);
  for (const office of ['UBND', 'Ủy ban nhân dân', 'Uỷ ban nhân dân', 'ỦY BAN NHÂN DÂN'])
    for (const form of ['NFC', 'NFD']) {
      const rows = OFFICES.map(([kind, name], at) => ({
        departmentId: idOf(at),
        departmentName: `${office} ${kind} ${name}`.normalize(form),
        totalScore: 1,
      }));
      const country = { overview: { departmentName: 'Cả nước', totalScore: 1 }, evaluation: rows };
      expect(provincesHeard(request({ departmentType: 'ADMINISTRATIVE_UNIT' }), answer(country))).toEqual(learned);
      const own = rows.flatMap((parent, at) =>
        provincesHeard(request({ rootDepartmentId: idOf(at) }), answer({ parent, children: [] })),
      );
      expect(own).toEqual(learned);
    }
  expect(withHeard([], learned)).toHaveLength(34);
  for (const [at, [kind, name]] of OFFICES.entries())
    for (const typed of [name, `${kind} ${name}`, `UBND ${kind} ${name}`, `TP.${name}`, ` ${name.toUpperCase()} `])
      expect(managedProvince(typed.normalize('NFD'), learned)).toBe(idOf(at));
  expect(managedProvince('tỉnh Khánh Hoà', learned)).toBe(managedProvince('Khánh Hòa', learned));
});

it('are offered by name among those known; the one chosen is there also without a name', () => {
  const [first] = PROVINCES;
  // All 34 alike: by the portal's id where it is known, else by name.
  const before = knownProvinces([], '');
  expect(before).toHaveLength(34);
  expect(before.find(({ name }) => name === 'Cà Mau')?.id).toBe('Cà Mau');
  const all = knownProvinces([{ id: ID, name: 'Cà Mau' }], ID);
  expect(all).toHaveLength(34);
  expect(all.find(({ name }) => name === 'Cà Mau')?.id).toBe(ID);
  expect(provinceChosen('Cà Mau', [{ id: ID, name: 'Cà Mau' }])).toBe(ID);
  expect(provinceChosen('Cà Mau', [])).toBe('Cà Mau');
  expect(knownProvinces([], ID).at(-1)).toMatchObject({ id: ID, name: expect.stringContaining('chưa cho biết tên') });
  expect(knownProvinces([], first!.id)).toHaveLength(34);
});

it('are found by the name of before too, where that of today is known', () => {
  const known = knownProvinces([{ id: ID, name: 'Hải Phòng' }], '');
  const former = new Map(formerNames(known).map(({ name, id }) => [name, id]));
  expect(former.get('Hải Dương (nay là Hải Phòng)')).toBe(ID);
  expect(former.get('Vĩnh Phúc (nay là Phú Thọ)')).toBe('019d2be3-6a88-732b-8b17-b68020c8553a');
  expect(former.get('Hà Giang (nay là Tuyên Quang)')).toBe('Tuyên Quang');
  expect(managedProvince('tỉnh Hải Dương', [{ id: ID, name: 'Hải Phòng' }])).toBe(ID);
  expect(managedProvince('tỉnh Hải Dương', [])).toBe('Hải Phòng');
  expect(managedProvince('tỉnh Không Có', [])).toBe('');
});

it('are stored once, under the last name, and never with an id that the portal could not have', () => {
  expect(withHeard([], [...PROVINCES])).toBeNull();
  const provinces = withHeard([{ id: ID, name: 'Cũ' }], [{ id: ID, name: 'Mới' }]);
  expect(provinces).toEqual([{ id: ID, name: 'Mới' }]);
  expect(withHeard(provinces!, [{ id: ID, name: 'Mới' }])).toBeNull();
  expect(withHeard([], [{ id: '../../etc', name: 'Cà Mau' }])).toBeNull();
});
