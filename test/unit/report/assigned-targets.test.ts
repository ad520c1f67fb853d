/**
 * Targets given out to units: the same table in either layout, with its columns and rows in any order, gives the same
 * targets; every filled cell is a target or is named; points follow the unit's own target.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { givenTargets } from '../../../core/report/assigned-targets.ts';
import type { Register } from '../../../core/report/register.ts';
import { unitNamed } from '../../../core/report/register.ts';
import type { CellValue, Sheet } from '../../../core/sheet/grid/sheet.ts';
import { readAssigned } from '../../../core/sheets/assigned-sheet.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const base = findMovement('ta-ma-2023-2030')!;
const codes = ['1.2', '1.3'];
const movement: Movement = {
  ...base,
  criteriaSets: base.criteriaSets.map((set) => ({
    ...set,
    criteria: set.criteria.map((criterion) =>
      codes.includes(criterion.code) ? { ...criterion, rule: { kind: 'assigned', below: 'proportional' } } : criterion,
    ),
  })),
};
const UNITS = ['Bản Nà Đắng', 'Bản Phiêng Cải', 'Bản Háng Chua', 'Bản Pa Cá'];
const register: Register = UNITS.map((name) => unitNamed(name, 'village'));
const setting = { movement, register };

function sheetOf(rows: readonly (readonly CellValue[])[]): Pick<Sheet, 'name' | 'rows'> {
  const cells = rows.map(
    (row, at) => [at, row.flatMap((value, column) => (value === '' ? [] : [{ row: at, column, value }]))] as const,
  );
  return { name: 'Chỉ tiêu giao', rows: new Map(cells) } as Pick<Sheet, 'name' | 'rows'>;
}
const keyed = (targets: readonly { unit: string; criterion: string; value: number | 'none' }[]) =>
  targets.map(({ unit, criterion, value }) => `${unit}|${criterion}|${value}`).sort();

/** As an officer types a target, and what it means; null = it cannot be used. */
const cell: fc.Arbitrary<readonly [CellValue, number | 'none' | null]> = fc.oneof(
  fc.integer({ min: 0, max: 5000 }).map((value) => [value, value] as const),
  fc.integer({ min: 1, max: 999 }).map((value) => [`${value},5`, value + 0.5] as const),
  fc.constantFrom('Không giao', 'không giao chỉ tiêu', '–').map((text) => [text, 'none'] as const),
  fc.constantFrom('ba mươi', '=1+1', '30-40', 'theo kế hoạch').map((text) => [text, null] as const),
);

describe('a table of targets', () => {
  it('is read in either layout and any order; every filled cell is a target or is named', () => {
    const table = fc.record({
      units: fc.shuffledSubarray(UNITS, { minLength: 1 }),
      order: fc.shuffledSubarray([0, 1], { minLength: 2 }),
      cells: fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 4, maxLength: 4 }),
      headed: fc.constantFrom('', '. Số hộ', ') theo kế hoạch'),
      title: fc.boolean(),
    });
    fc.assert(
      fc.property(table, ({ units, order, cells, headed, title }) => {
        const wanted = units.flatMap((unit, at) =>
          codes.flatMap((criterion, column) => {
            const value = cells[at]?.[column]?.[1] ?? null;
            return value === null ? [] : [{ unit, criterion, value }];
          }),
        );
        const unusable = units.length * codes.length - wanted.length;
        const above = title ? [['PHỤ LỤC GIAO CHỈ TIÊU'], []] : [];
        const matrix = readAssigned(
          sheetOf([
            ...above,
            ['TT', 'Thôn, bản', ...order.map((column) => `${codes[column]}${headed}`)],
            ...units.map((unit, at) => [at + 1, unit, ...order.map((column) => cells[at]![column]![0])]),
            ['', 'Tổng cộng', 999, 999],
          ]),
          setting,
        )!;
        const list = readAssigned(
          sheetOf([
            ...above,
            ['Chỉ tiêu giao', 'Đơn vị', 'Mã tiêu chí'],
            ...units.flatMap((unit, at) => order.map((column) => [cells[at]![column]![0], unit, codes[column]!])),
          ]),
          setting,
        )!;
        for (const read of [matrix, list]) {
          expect(keyed(read.targets)).toEqual(keyed(wanted));
          expect(read.faults).toHaveLength(unusable);
        }
      }),
    );
  });

  it('names units nobody knows and criteria that are not scored so', () => {
    const read = readAssigned(
      sheetOf([
        ['Đơn vị', 'Mã tiêu chí', 'Chỉ tiêu giao', 'Năm'],
        ['Bản Lạ', '1.2', 5, ''],
        ['Bản Pa Cá', '9.9', 5, ''],
        ['Bản Pa Cá', '1.2', 5, 'năm ngoái'],
        ['Bản Pa Cá', '1.2', 7, 2025],
      ]),
      setting,
    )!;
    expect(read.targets).toEqual([{ unit: 'Bản Pa Cá', criterion: '1.2', period: '2025', value: 7 }]);
    expect(read.faults.map((fault) => /“(.+?)”(?!, hàng)/.exec(fault.split(': ')[1] ?? '')?.[1])).toEqual([
      'Bản Lạ',
      '9.9',
      'năm ngoái',
    ]);
    expect(readAssigned(sheetOf([['Họ tên', 'Ghi chú']]), setting)).toBeNull();
  });

  it('gives each report the target of its unit and period, and names those without', () => {
    const set = criteriaSetFor(movement, 'village', PERIOD)!;
    const report = (unit: string) =>
      ({
        ...{
          unit: { text: unit, cell: { sheet: 'a', address: 'A1' } },
          audience: 'village',
          set: set.version,
          file: 'a',
        },
        entries: codes.map((criterion) => ({ criterion, evidence: [] })),
      }) as never;
    const given = givenTargets(
      [
        { unit: 'Bản Pa Cá', criterion: '1.2', period: '2025', value: 40 },
        { unit: 'Bản Pa Cá', criterion: '1.2', period: '', value: 30 },
        { unit: 'Bản Pa Cá', criterion: '1.3', period: '2024', value: 9 },
        { unit: 'Bản Nà Đắng', criterion: '1.3', period: '', value: 'none' },
      ],
      { movement, register, period: PERIOD },
    );
    const of = (unit: string) => given.of(report(unit)).entries.map(({ assigned }) => assigned);
    expect(of('Bản Pa Cá')).toEqual([40, undefined]);
    expect(of('Bản Nà Đắng')).toEqual([undefined, 'none']);
    expect(given.missing([report('Bản Pa Cá'), report('Bản Nà Đắng')])).toEqual([
      'Tiêu chí 1.2 chấm theo chỉ tiêu giao cho từng đơn vị; chưa giao cho: Bản Nà Đắng.',
      'Tiêu chí 1.3 chấm theo chỉ tiêu giao cho từng đơn vị; chưa giao cho: Bản Pa Cá.',
    ]);
  });
});
