/** An answer of the 2026 portal that names its own period or unit is compared with the request. */
import { expect, it } from 'vitest';
import { isOfAnother, type PeriodRequest } from '../../../../core/portal/capture/readers/national-2026/period.ts';

const ASKED: PeriodRequest = { period: { kind: 'quarter', year: 2026, quarter: 2 }, province: 'an-giang' };
const SAME = { timeType: 'quarter', year: 2026, quarter: 2, rootDepartmentId: 'an-giang' };

it.each([
  ['nothing', {}, false],
  ['what was asked', SAME, false],
  ['another period', { ...SAME, quarter: 1 }, true],
  ['another year alone', { year: 2025 }, true],
  ['another province alone', { rootDepartmentId: 'ca-mau' }, true],
  ['another province beside the period asked', { ...SAME, rootDepartmentId: 'ca-mau' }, true],
])('it names %s', (_, params, is) => {
  expect(isOfAnother(ASKED, params)).toBe(is);
  expect(isOfAnother(ASKED, { filter: params, evaluation: [{ year: 2020 }] })).toBe(is);
});
