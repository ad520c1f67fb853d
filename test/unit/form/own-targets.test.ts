/** A unit's form prints its assigned targets; reading the form back raises no flag. */
import { expect, it } from 'vitest';
import { reportTemplate } from '../../../core/form/template.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { targetsOfUnit } from '../../../core/report/assigned-targets.ts';
import { readReports } from '../../../core/report/read.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { readBook } from '../../../core/sheet/workbook/xlsx/read-book.ts';

const period = { kind: 'year', year: 2025 } as const;
const base = findMovement('ta-ma-2023-2030')!;
const movement: Movement = {
  ...base,
  criteriaSets: base.criteriaSets.map((set) => ({
    ...set,
    criteria: set.criteria.map((criterion) =>
      criterion.code === '1.3' && set.audience === 'village'
        ? { ...criterion, rule: { kind: 'assigned', below: 'nothing' }, target: null }
        : criterion,
    ),
  })),
};
const set = criteriaSetFor(movement, 'village', period)!;
const target = (unit: string, value: number | 'none', of = '') => ({ unit, criterion: '1.3', period: of, value });
const TARGETS = [
  target('Bản Nà Đắng', 40, '2025'),
  target('Bản Nà Đắng', 99, '2024'),
  target('Bản Nà Đắng', 30),
  target('Bản Pa Cá', 'none'),
];

it.each([
  ['Bản Nà Đắng', '40 % (giao)'],
  ['bản nà đắng', '40 % (giao)'],
  ['Bản Pa Cá', 'Không giao'],
  ['Bản Háng Chua', undefined],
])('%s: %s', (unit, printed) => {
  const assigned = targetsOfUnit(TARGETS, period, unit);
  const sheet = reportTemplate({ movement, set, audience: 'village', period, unit, assigned });
  const texts = sheet.cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
  expect(texts.filter((text) => /\(giao\)$|^Không giao$/u.test(text))).toEqual(printed === undefined ? [] : [printed]);
  const read = readBook(newBook([sheet]));
  if (!read.ok) throw new Error(read.refusal.message);
  const reports = readReports(read.value, { file: 'a.xlsx', movement, period });
  expect(reports.reports).toHaveLength(1);
  expect(reports.reports[0]!.remarks).toEqual([]);
  expect(reports.reports[0]!.entries.map(({ criterion }) => criterion)).toEqual(set.criteria.map(({ code }) => code));
});
