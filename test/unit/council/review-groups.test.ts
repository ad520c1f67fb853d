/** What waits for the council is gathered by cause: each item stands in exactly one group, and nothing is dropped. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf, reviewGroupsOf } from '../../../core/council/review-groups.ts';
import type { FlagCode } from '../../../core/judge/check/registry.ts';
import { flagOf } from '../../fixtures/flag.ts';

interface Wanted {
  readonly code?: FlagCode;
  readonly criterion?: string | null;
  readonly address?: string | null;
  readonly severity?: 'error' | 'warning';
  readonly changes?: boolean;
  readonly returned?: boolean;
  readonly earlier?: readonly unknown[];
}

let number = 0;
/** An item of the queue; without a code an item that only the council can grade. */
function itemOf(wanted: Wanted) {
  const { code, criterion = null, address = null, severity = 'error', changes = false } = wanted;
  const flag = code === undefined ? null : { ...flagOf(code, { criterion }), severity, suggestion: `Sửa ${code}` };
  return {
    key: `k${number++}`,
    flag,
    criterion,
    title: `Tiêu chí ${criterion}`,
    cell: address === null ? null : { sheet: 'S', address },
    bounds: flag === null ? { least: 0, most: 500 } : null,
    levels: [],
    points: { low: 0, high: 100 },
    changes: { class: changes, place: false, award: false },
    returned: wanted.returned ?? false,
    earlier: wanted.earlier ?? [],
  };
}
const sheet = (unit: string, ...items: readonly Wanted[]) => ({ unit, items: items.map(itemOf) });
const keys = (...queue: ReturnType<typeof sheet>[]) =>
  reviewGroupsOf(queue).map((group) =>
    group.kind === 'grading'
      ? `chấm ${group.grading.criterion}: ${group.grading.members.length}`
      : group.causes.map(({ unit, items }) => `${unit} ${items.length}`).join(', '),
  );

describe('groups to decide', () => {
  it('one wrong cell that made three flags is one group', () => {
    const queue = sheet(
      'A',
      { code: 'numerator-exceeds-denominator', criterion: '1.1', address: 'H19' },
      { code: 'ratio-mismatch', criterion: '1.1', address: 'J19' },
      { code: 'total-mismatch', criterion: null, address: 'J19' },
      { code: 'missing-evidence', criterion: '2.1', address: 'K20' },
    );
    expect(keys(queue)).toEqual(['A 3', 'A 1']);
  });

  it('the same cause at many units is a single group; a unit decided before is separate', () => {
    const item = { code: 'reused-evidence', criterion: '1.2', severity: 'warning' } as const;
    expect(keys(sheet('A', item), sheet('B', item), sheet('C', { ...item, earlier: [{}] }))).toEqual([
      'A 1, B 1',
      'C 1',
    ]);
  });

  it('a criterion to grade is one group for all its units, among the others by what it can change', () => {
    const grade = { criterion: '3.8' };
    const flag = { code: 'missing-value', criterion: '1.1' } as const;
    expect(keys(sheet('A', flag, grade), sheet('B', grade))).toEqual(['A 1', 'chấm 3.8: 2']);
    const changing = { ...grade, changes: true };
    expect(keys(sheet('A', flag, changing), sheet('B', grade))).toEqual(['chấm 3.8: 2', 'A 1']);
  });

  it('what was returned waits for its unit', () => {
    expect(keys(sheet('A', { code: 'missing-value', returned: true }))).toEqual([]);
  });

  it('takes every open item exactly once', () => {
    const wanted = fc.record({
      code: fc.constantFrom<FlagCode>('missing-value', 'ratio-mismatch', 'reused-evidence'),
      criterion: fc.constantFrom(null, '1.1', '1.2'),
      address: fc.constantFrom(null, 'A1', 'A2'),
      severity: fc.constantFrom('error' as const, 'warning' as const),
      returned: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(wanted, { maxLength: 8 }), { maxLength: 5 }), (lists) => {
        const queue = lists.map((items, at) => sheet(`Thôn ${at}`, ...items));
        const open = queue.flatMap(({ items }) => items.filter(({ returned }) => !returned).map(({ key }) => key));
        const taken = reviewGroupsOf(queue).flatMap((group) => itemsOf(group).map(({ key }) => key));
        expect(taken.toSorted()).toEqual(open.toSorted());
      }),
    );
  });
});
