/** How far a figure is from its target: real figures, and the definition of "least" by trying. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { progressOf } from '../../../../core/portal/indicator/progress.ts';
import type { IndicatorTarget } from '../../../../core/portal/indicator/targets.ts';
import { ON_TIME, observed } from './figures.ts';

function target(indicator: string, value: number, more: Partial<IndicatorTarget> = {}): IndicatorTarget {
  return { indicator, comparator: 'gte', value, by: '2026-12-31', text: '', section: null, proposed: false, ...more };
}
const AT_98 = target('dung-han', 98);

describe('dossiers still missing', () => {
  it('counts them on the present dossiers, and states how many new dossiers alone would suffice', () => {
    // 98 % of 8,253 is 8,087.94: 8,088 on time, 720 more; (7,368 + n) / (8,253 + n) reaches it with 35,997.
    const progress = progressOf(ON_TIME, AT_98, '2026-09-17');
    expect(progress).toMatchObject({
      kind: 'behind',
      gap: 8.73,
      missing: 720,
      fresh: 35_997,
      weeksLeft: 15,
      perWeek: 48,
    });
    expect(progress.sentence).toBe(
      'còn thiếu 720 hồ sơ (tính trên 8.253 hồ sơ đã có) để đạt tối thiểu 98 % đến hết ngày 31/12/2026, mỗi tuần 48 hồ sơ; chỉ bù bằng hồ sơ mới thì cần 35.997',
    );
  });

  it('names what is counted, and has no way back for what past dossiers lack at 100 %', () => {
    const satisfied = observed('hai-long', { value: 87.19, numerator: 5828, denominator: 6684 });
    expect(progressOf(satisfied, target('hai-long', 90), '2026-09-17')).toMatchObject({ missing: 188 });
    expect(progressOf(satisfied, target('hai-long', 90), '2026-09-17').sentence).toContain(
      'còn thiếu 188 lượt đánh giá',
    );
    expect(progressOf(satisfied, target('hai-long', 100), '2026-09-17')).toMatchObject({ missing: 856, fresh: null });
    const digitised = observed('so-hoa-ho-so', { value: 83.1, numerator: 2469, denominator: 2971 });
    expect(progressOf(digitised, target('so-hoa-ho-so', 100), '2026-09-17')).toMatchObject({
      missing: 502,
      fresh: null,
    });
  });

  it('is exact for counts of any size', () => {
    const whole = 1_000_000_000_000;
    const item = observed('so-hoa-ho-so', { value: 33.33, numerator: 333_333_333_333, denominator: whole });
    expect(progressOf(item, target('so-hoa-ho-so', 33.333334), '2026-09-17').missing).toBe(
      333_333_340_000 - 333_333_333_333,
    );
  });

  it('is the least number that reaches the target, for any counts and any level', () => {
    const counts = fc
      .integer({ min: 1, max: 400 })
      .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
    const levels = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(counts, levels, fc.constantFrom('gt', 'gte', 'eq', 'soft'), ([part, whole], level, comparator) => {
        const item = observed('dung-han', {
          value: Math.round((10_000 * part) / whole) / 100,
          numerator: part,
          denominator: whole,
        });
        const { kind, missing, fresh } = progressOf(
          item,
          target('dung-han', level / 100, { comparator }),
          '2026-09-17',
        );
        // level is in hundredths of a percent.
        const reaches = (good: number, of: number) =>
          comparator === 'gt' ? 10_000 * good > level * of : 10_000 * good >= level * of;
        expect(kind === 'reached').toBe(reaches(part, whole));
        if (kind === 'reached') {
          expect(missing).toBe(0);
          return;
        }
        expect(reaches(part + missing!, whole)).toBe(true);
        expect(reaches(part + missing! - 1, whole)).toBe(false);
        if (level === 10_000) {
          expect(fresh).toBeNull();
          return;
        }
        expect(reaches(part + fresh!, whole + fresh!)).toBe(true);
        expect(reaches(part + fresh! - 1, whole + fresh! - 1)).toBe(false);
      }),
    );
  });

  it('has no count where the counts do not yield the published value, are no counts, or the figure is in points', () => {
    const of = (more: object) => progressOf(observed('dung-han', { value: 80, ...more }), AT_98, '2026-09-17');
    expect(of({ numerator: 61, denominator: 200 })).toMatchObject({ missing: null, gap: 18 });
    expect(of({ numerator: 0.8, denominator: 1 })).toMatchObject({ missing: null });
    expect(of({ numerator: 0, denominator: 0 })).toMatchObject({ missing: null });
    const points = observed('TDGQ', { value: 17.86, max: 20, numerator: 7368, denominator: 8253 });
    const progress = progressOf(points, target('TDGQ', 20), '2026-09-17');
    expect(progress).toMatchObject({ gap: 2.14, missing: null, perWeek: 0.15 });
    expect(progress.sentence).toBe(
      'còn thiếu 2,14 điểm để đạt tối thiểu 20 điểm đến hết ngày 31/12/2026, mỗi tuần 0,15 điểm',
    );
  });
});

describe('reached or not, exactly', () => {
  it('takes the counts, not the rounded percentage', () => {
    const nearly = observed('ho-so-truc-tuyen', { value: 80, numerator: 79_999, denominator: 100_000 });
    const at80 = target('ho-so-truc-tuyen', 80);
    expect(progressOf(nearly, at80, '2026-09-17')).toMatchObject({ kind: 'behind', missing: 1, gap: 0.01 });
    expect(progressOf({ ...nearly, numerator: 80_000 }, at80, '2026-09-17')).toMatchObject({
      kind: 'reached',
      gap: 0,
      missing: 0,
    });
  });

  it('"trên 50 %" is not reached by 50 %, and what lacks is still something', () => {
    const half = observed('ho-so-truc-tuyen', { value: 50, numerator: 50, denominator: 100 });
    const over = target('ho-so-truc-tuyen', 50, { comparator: 'gt' });
    expect(progressOf(half, over, '2026-09-17')).toMatchObject({ kind: 'behind', missing: 1, gap: 0.01 });
    expect(progressOf(half, { ...over, comparator: 'soft' }, '2026-09-17').kind).toBe('reached');
  });

  it('where lower is better, says how much too high it is', () => {
    const late = observed('dung-han', { value: 7.5 });
    const atMost5 = target('dung-han', 5, { comparator: 'lte' });
    expect(progressOf(late, atMost5, '2026-09-17')).toMatchObject({ kind: 'behind', gap: 2.5, missing: null });
    expect(progressOf(late, atMost5, '2026-09-17').sentence).toContain('còn cao hơn 2,5 % so với mức không quá 5 %');
    expect(progressOf({ ...late, value: 5 }, atMost5, '2026-09-17').kind).toBe('reached');
    expect(progressOf({ ...late, value: 5 }, { ...atMost5, comparator: 'lt' }, '2026-09-17').kind).toBe('behind');
  });
});

describe('deadlines', () => {
  test.each([
    ['2026-12-24', 'behind', 1, 720],
    ['2026-12-30', 'behind', 1 / 7, 720],
    ['2026-12-31', 'behind', 0, 720],
    ['2027-01-01', 'overdue', null, null],
  ])('the last day counts: on %s %s', (today, kind, weeksLeft, perWeek) => {
    // A figure whose own period goes on: a year figure of 2027 would be a different figure.
    const open = { ...ON_TIME, period: null };
    expect(progressOf(open, AT_98, today)).toMatchObject({ kind, weeksLeft, perWeek });
  });

  test.each([
    ['2026-12-29', 'behind', 1 / 7],
    ['2026-12-30', 'behind', 0],
    ['2026-12-31', 'overdue', null],
  ])('"trước ngày" does not count the day itself: on %s %s', (today, kind, weeksLeft) => {
    const before = { ...AT_98, exclusive: true };
    const progress = progressOf({ ...ON_TIME, period: null }, before, today);
    expect(progress).toMatchObject({ kind, weeksLeft });
    expect(progress.sentence).toContain('trước ngày 31/12/2026');
  });

  it('overdue comes with what is missing; without a deadline there is no pace', () => {
    expect(progressOf(ON_TIME, { ...AT_98, by: '2025-12-31' }, '2026-09-17').sentence).toBe(
      'hạn đến hết ngày 31/12/2025 đã qua, còn thiếu 720 hồ sơ (tính trên 8.253 hồ sơ đã có) để đạt tối thiểu 98 %',
    );
    expect(progressOf(ON_TIME, { ...AT_98, by: null }, '2026-09-17')).toMatchObject({
      kind: 'behind',
      weeksLeft: null,
      perWeek: null,
    });
  });

  it('the weekly number is the least that is enough', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 300 }), fc.integer({ min: 1, max: 2000 }), (days, lacking) => {
        const today = new Date(Date.UTC(2026, 11, 31) - days * 86_400_000).toISOString().slice(0, 10);
        const item = observed('so-hoa-ho-so', {
          period: null,
          value: null,
          numerator: 2000 - lacking,
          denominator: 2000,
        });
        const { perWeek, missing } = progressOf(item, target('so-hoa-ho-so', 100), today);
        expect(missing).toBe(lacking);
        expect(perWeek! * days).toBeGreaterThanOrEqual(lacking * 7);
        expect((perWeek! - 1) * days).toBeLessThan(lacking * 7);
      }),
    );
  });
});

describe('the figure’s own period', () => {
  it('a period that has not begun says nothing, nor does a figure that is not published: neither is zero', () => {
    const future = observed('dung-han', { period: '2026-12', value: 0, numerator: 0, denominator: 0 });
    expect(progressOf(future, AT_98, '2026-09-17')).toMatchObject({ kind: 'unknown', gap: null, missing: null });
    expect(progressOf(future, AT_98, '2026-09-17').sentence).toBe('tháng 12 năm 2026 chưa bắt đầu');
    const unpublished = observed('dung-han', { value: null, numerator: null, denominator: null });
    expect(progressOf(unpublished, AT_98, '2026-09-17')).toMatchObject({ kind: 'unknown', gap: null });
    expect(progressOf({ ...unpublished, value: 0 }, AT_98, '2026-09-17')).toMatchObject({ kind: 'behind', gap: 98 });
  });

  it('a period that is over cannot be mended: the missing number is stated, without a pace', () => {
    const august = observed('thanh-toan-truc-tuyen', {
      period: '2026-08',
      value: 88.81,
      numerator: 1516,
      denominator: 1707,
    });
    const progress = progressOf(august, target('thanh-toan-truc-tuyen', 90), '2026-09-17');
    expect(progress).toMatchObject({ kind: 'behind', missing: 21, perWeek: null });
    expect(progress.sentence).toBe(
      'tháng 8 năm 2026 đã khép lại, còn thiếu 21 hồ sơ (tính trên 1.707 hồ sơ đã có) để đạt tối thiểu 90 % đến hết ngày 31/12/2026',
    );
  });
});

describe('the end of the figure’s own period', () => {
  it('is what the weekly number runs to when it comes before the deadline: then counting starts anew', () => {
    const by2030 = { ...AT_98, by: '2030-12-31' };
    const progress = progressOf(ON_TIME, by2030, '2026-09-17');
    expect(progress).toMatchObject({ perWeek: 48, weeksLeft: 1566 / 7 });
    expect(progress.sentence).toContain('đến hết ngày 31/12/2030, trong năm 2026 mỗi tuần 48 hồ sơ');
  });

  test.each([
    ['2026-12-31', 'hôm nay là ngày cuối'],
    ['2026-12-25', 'còn 6 ngày'],
    ['2026-12-24', 'mỗi tuần 720 hồ sơ'],
  ])('in the last week all of it is due: on %s "%s"', (today, words) => {
    expect(progressOf(ON_TIME, AT_98, today)).toMatchObject({ perWeek: 720 });
    expect(progressOf(ON_TIME, AT_98, today).sentence).toContain(`31/12/2026, ${words};`);
  });
});

describe('pace', () => {
  const at = (value: number, day: string) => observed('MDHL', { value, max: 18, at: `${day}T08:00:00+07:00` });
  it('is on pace when the change since the earlier capture closes the gap by the last day', () => {
    // 1 point in 30 days leaves 3.5 in the 105 days to the deadline.
    const [before, now] = [at(10, '2026-08-18'), at(11, '2026-09-17')];
    expect(progressOf(now, target('MDHL', 14.5), '2026-09-17', before).kind).toBe('on-pace');
    expect(progressOf(now, target('MDHL', 14.51), '2026-09-17', before).kind).toBe('behind');
    expect(progressOf(now, target('MDHL', 14.5), '2026-09-17').kind).toBe('behind');
  });

  it('needs two days of the same indicator and period', () => {
    const now = at(11, '2026-09-17');
    for (const before of [at(10, '2026-09-17'), { ...at(10, '2026-08-18'), period: '2025' }, at(12, '2026-08-18')]) {
      expect(progressOf(now, target('MDHL', 12), '2026-09-17', before).kind).toBe('behind');
    }
  });
});
