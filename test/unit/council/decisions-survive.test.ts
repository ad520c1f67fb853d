/**
 * A decision survives every change that leaves its figures alone: a formula that gains its value, a save in another
 * program, another look of the number. It becomes stale when a figure changes, and then states the present figure.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundsOf } from '../../../core/council/subject.ts';
import type { Entry, Read } from '../../../core/report/report.ts';
import { date, entry, number, report } from '../judge/score/sets.ts';

const UNIT = 'Bản Nà Đắng';
const TARGET = { unit: UNIT, flag: null, criterion: '1' };
const raw = (read: Read, shown: string | number): Read => ({ ...read, raw: shown });

/** The row of a criterion with its counts, and its result as a program left it. */
function rowWith(a: number, b: number, result: 'none' | 'exact' | 'rounded' | 'words'): Entry {
  const percent = (100 * a) / b;
  const looks = {
    none: undefined,
    exact: raw(number(percent), percent),
    rounded: raw(number(Math.round(percent * 10) / 10), Math.round(percent * 10) / 1000),
    words: raw(
      number(Math.round(percent * 100) / 100),
      `${String(Math.round(percent * 100) / 100).replace('.', ',')} %`,
    ),
  } as const;
  const value = looks[result];
  const counts = { numerator: raw(number(a), a), denominator: raw(number(b), b) };
  return entry('1', { ...counts, ...(value ? { value } : {}) });
}

const grounds = (row: Entry) => groundsOf([{ report: report(UNIT, [row]), unit: UNIT }], []);
const looks = fc.constantFrom('none', 'exact', 'rounded', 'words');

describe('a decision', () => {
  it('survives a result that only repeats what its counts give, whichever program wrote it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        looks,
        looks,
        (x, b, before, after) => {
          const a = Math.min(x, b);
          const subject = grounds(rowWith(a, b, before)).subjectOf(TARGET)!;
          expect(grounds(rowWith(a, b, after)).holds(TARGET, subject)).toBe(true);
        },
      ),
    );
  });

  it('on a day survives however the day is stored and shown, in records of before too', () => {
    const dated = (shown: string | number) => entry('1', { value: raw(date('2026-02-22'), shown) });
    const forms = [46_075, '22/02/2026', '2026-02-22'];
    for (const before of forms)
      for (const after of forms) {
        const subject = grounds(dated(before)).subjectOf(TARGET)!;
        expect(grounds(dated(after)).holds(TARGET, subject)).toBe(true);
      }
    const other = entry('1', { value: raw(date('2026-02-23'), 46_076) });
    expect(grounds(other).holds(TARGET, grounds(dated(46_075)).subjectOf(TARGET)!)).toBe(false);
  });

  it('becomes stale when a count changes, and states the present figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), looks, (x, b, how) => {
        const a = Math.min(x, b);
        const subject = grounds(rowWith(a, b, how)).subjectOf(TARGET)!;
        const now = grounds(rowWith(a, b + 1, how));
        expect(now.holds(TARGET, subject)).toBe(false);
        expect(now.figuresNow(TARGET)).toContain(`số đạt ${a}, tổng số ${b + 1}`);
      }),
    );
  });

  it('rests on a result that the counts do not give', () => {
    const typed = (value: number) => ({ ...rowWith(45, 90, 'none'), value: raw(number(value), value) });
    const subject = grounds(typed(80)).subjectOf(TARGET)!;
    expect(grounds(typed(70)).holds(TARGET, subject)).toBe(false);
    expect(grounds(rowWith(45, 90, 'exact')).holds(TARGET, subject)).toBe(false);
  });
});
