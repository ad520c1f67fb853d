import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../core/base/period/period.ts';
import { criteriaSetFor, findAudience } from '../../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../../core/movements/index.ts';

const taMa = findMovement('ta-ma-2023-2030')!;
const lucBa = findMovement('luc-ba-2024')!;

describe('audience', () => {
  it.each(['village', ' village ', 'Bản', 'BẢN', 'bản', 'ba\u0309n'])('%j is the village', (text) => {
    expect(findAudience(taMa, text)?.kind).toBe('village');
  });

  it('keeps tones: "ban" and "bạn" are no villages', () => {
    expect(findAudience(taMa, 'ban')).toBeUndefined();
    expect(findAudience(taMa, 'bạn')).toBeUndefined();
  });
});

describe('phase', () => {
  it.each([
    ['2025', 'I'],
    ['2025-Q4', 'I'],
    ['2026-01', 'II'],
    ['2030', 'II'],
  ])('%s is phase %s', (period, phase) => {
    expect(criteriaSetFor(taMa, 'village', parsePeriod(period)!)?.phase).toBe(phase);
  });

  it('without a period: the first phase', () => {
    expect(criteriaSetFor(taMa, 'agency', null)?.phase).toBe('I');
  });

  it('a period in no phase has no set', () => {
    expect(criteriaSetFor(taMa, 'village', parsePeriod('2031')!)).toBeUndefined();
    expect(criteriaSetFor(taMa, 'village', parsePeriod('2022-12')!)).toBeUndefined();
  });

  it('a movement without phases has one set for all periods', () => {
    expect(criteriaSetFor(lucBa, 'village', parsePeriod('2024')!)?.version).toBe('luc-ba-village-1');
    expect(criteriaSetFor(lucBa, 'Xóm', null)?.version).toBe('luc-ba-village-1');
  });
});

it('no set for outsiders and strangers', () => {
  expect(criteriaSetFor(taMa, 'outside-collective', null)).toBeUndefined();
  expect(criteriaSetFor(taMa, 'police', null)).toBeUndefined();
});
