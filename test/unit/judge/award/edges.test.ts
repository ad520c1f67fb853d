/** The edges of the ledger and the cut: which award counts for which round, year, form and quota. */
import { describe, expect, it } from 'vitest';
import { shutOut } from '../../../../core/judge/award/candidate-of.ts';
import { cutAt } from '../../../../core/judge/award/cut.ts';
import { grantedIn, placesTaken } from '../../../../core/judge/award/granted.ts';
import { awardsBetween, type PastAward } from '../../../../core/judge/award/ledger.ts';
import { leftOf } from '../../../../core/judge/award/places.ts';
import type { RankedUnit } from '../../../../core/judge/score/score-sheet.ts';
import type { Quota } from '../../../../core/movement/movement.ts';
import { movement, SOURCE, set, unit } from '../score/sets.ts';

const FORM = 'Giấy khen của Chủ tịch UBND xã';
const PERIOD = { kind: 'year', year: 2025 } as const;
const award = (more: Partial<PastAward> = {}): PastAward => ({
  ...{ unit: 'Bản A', form: FORM, year: 2025, round: 'Hằng năm', kind: 'collective' },
  ...more,
});
const quota = (more: Partial<Quota> = {}): Quota => ({
  ...{ code: 'Q1', text: 'không quá 02 tập thể', max: 2, percent: null, base: null, kind: 'collective', award: null },
  ...{ round: 'yearly', phase: null, condition: null, source: SOURCE },
  ...more,
});

describe('an award already granted', () => {
  const key = { round: 'yearly', form: FORM, unit: 'Bản A', achievement: '' } as const;

  it('is of this year, round, form and unit', () => {
    expect(grantedIn([award({ decision: '12/QĐ-UBND' })], PERIOD, key)?.decision).toBe('12/QĐ-UBND');
    for (const other of [{ year: 2024 }, { round: 'Sơ kết' }, { form: 'Bằng khen' }, { unit: 'Bản B' }])
      expect(grantedIn([award(other)], PERIOD, key), JSON.stringify(other)).toBeNull();
  });

  it('out of turn is of this deed', () => {
    const deeds = [award({ round: 'Đột xuất', achievement: 'Cứu dữ liệu' })];
    const of = (achievement: string) => grantedIn(deeds, PERIOD, { ...key, round: 'out-of-turn', achievement });
    expect([of('Cứu dữ liệu') !== null, of('Dạy dân')]).toEqual([true, null]);
  });

  it('takes a place of the quota it falls under and of no other', () => {
    const register = [unit('Bản A'), unit('Trường B', { audience: 'school' })];
    const setting = { movement: movement([set([])]), period: PERIOD, register };
    const taken = (row: PastAward, more: Partial<Quota> = {}) => placesTaken([row], quota(more), setting);
    expect(taken(award())).toBe(1);
    expect(taken(award({ kind: 'individual' }))).toBe(0);
    expect(taken(award(), { kind: 'combined' })).toBe(1);
    expect(taken(award(), { audiences: ['school'] })).toBe(0);
    expect(taken(award({ unit: 'Trường B' }), { audiences: ['school'] })).toBe(1);
    expect(taken(award({ year: 2024 }))).toBe(0);
  });

  it('leaves no place fewer than none', () => {
    expect([leftOf({ max: 2, taken: 3 }), leftOf({ max: 2, taken: 1 }), leftOf({ max: null, taken: 1 })]).toEqual([
      ...[0, 1, null],
    ]);
  });
});

describe('the years of a condition', () => {
  const years = (from: number, to: number) =>
    awardsBetween(
      [2023, 2024, 2025].map((year) => award({ year })),
      'Bản A',
      { from, to },
    ).map(({ year }) => year);

  it('count from the first to the last', () => {
    expect([years(2023, 2025), years(2024, 2024), years(2026, 2027)]).toEqual([[2023, 2024, 2025], [2024], []]);
  });

  it('end with the period, and an award of a round comes before an award out of turn', () => {
    const unheld = quota({ condition: 'chưa được khen năm' });
    const found = (...alreadyAwarded: readonly PastAward[]) =>
      shutOut(unheld, 'Bản A', {
        ...{ movement: movement([set([])]), period: PERIOD, register: null, alreadyAwarded, sheets: [], rankings: [] },
      })?.kind ?? null;
    expect(found(award({ year: 2026 }))).toBeNull();
    expect(found(award({ year: 2024, round: 'Đột xuất' }))).toBe('waiting');
    expect(found(award({ year: 2024, round: 'Đột xuất' }), award({ year: 2023 }))).toBe('excluded');
  });
});

describe('equals at the cut', () => {
  const at = (name: string, audience: string, rank: number): RankedUnit => ({
    ...{ unit: name, audience, rank, best: rank, worst: rank, points: 90, share: 9000, tie: null },
  });

  it('prefer a collective with 70 % women, and none with 69 %', () => {
    const both = [at('Bản A', 'village', 1), at('Trường B', 'school', 1)];
    const chosen = (women: number) =>
      cutAt(both, 1, () => 0, [unit('Trường B', { audience: 'school', women }), unit('Bản A')]).chosen.map(
        (rankedUnit) => rankedUnit.unit,
      );
    expect([chosen(70), chosen(69)]).toEqual([['Trường B'], []]);
  });
});
