import { describe, expect, it } from 'vitest';
import { bulletOf } from '../../../../core/commune/result/bullet.ts';
import type { TargetResult } from '../../../../core/commune/result/commune-result.ts';

const target = (own: Partial<TargetResult>) =>
  ({
    figure: { a: null, b: null, value: null },
    low: null,
    high: null,
    asked: 40,
    unit: '%',
    ...own,
  }) as TargetResult;
const figure = (value: number | null) => ({ a: null, b: null, value });

describe('the bullet of a target', () => {
  it('lays a share, its range and the level on 0 … 100 %', () => {
    const bullet = bulletOf(target({ figure: figure(48.38), low: 45, high: 60 }));
    expect(bullet).toEqual({ value: 0.4838, low: 0.45, high: 0.6, required: 0.4 });
  });

  it('ends at the greatest figure where there is no hundred', () => {
    expect(bulletOf(target({ figure: figure(3), asked: 12, unit: 'mô hình' }))).toEqual({
      value: 0.25,
      low: 0.25,
      high: 0.25,
      required: 1,
    });
  });

  it('is none without a figure, without a level, or where both are nothing', () => {
    expect(bulletOf(target({}))).toBeNull();
    expect(bulletOf(target({ figure: figure(3), asked: null }))).toBeNull();
    expect(bulletOf(target({ figure: figure(0), asked: 0, unit: 'hộ' }))).toBeNull();
  });
});
