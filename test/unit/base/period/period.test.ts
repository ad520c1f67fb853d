import { describe, expect, it } from 'vitest';
import {
  isPartOfYear,
  parsePeriod,
  periodBetween,
  periodDays,
  periodKey,
  periodName,
} from '../../../../core/base/period/period.ts';

describe('period', () => {
  it('reads and writes the command line forms', () => {
    for (const key of ['2025', '2025-H2', '2025-Q4', '2025-11', '2025-01-01..2025-09-30']) {
      const period = parsePeriod(key);
      expect(period && periodKey(period)).toBe(key);
    }
    for (const none of [
      '',
      '25',
      '2025-Q5',
      '2025-13',
      '2025-1',
      'năm 2025',
      '2025-09-30..2025-01-01',
      '2025-02-30..2025-03-01',
    ])
      expect(parsePeriod(none)).toBeUndefined();
  });

  it('reads a week and a day as runs of days', () => {
    const keyOf = (text: string) => {
      const period = parsePeriod(text);
      return period && periodKey(period);
    };
    expect(keyOf('2026-W40')).toBe('2026-09-28..2026-10-04');
    expect(keyOf('2026-w01')).toBe('2025-12-29..2026-01-04');
    expect(keyOf('2026-W53')).toBe('2026-12-28..2027-01-03');
    expect(keyOf('2026-10-05')).toBe('2026-10-05..2026-10-05');
    for (const none of ['2025-W53', '2026-W00', '2026-W54', '2026-W4', '2026-02-30'])
      expect(keyOf(none)).toBeUndefined();
    expect(['2026-W40', '2026-Q1', '2026-10-05', '2026-W53'].map((text) => isPartOfYear(parsePeriod(text)!))).toEqual([
      ...[true, true, true, false],
    ]);
    expect(['2026', '2025-01-01..2026-12-31'].map((text) => isPartOfYear(parsePeriod(text)!))).toEqual([false, false]);
  });

  it('knows its first and last day', () => {
    const days = (key: string) => periodDays(parsePeriod(key)!);
    expect(days('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(days('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(days('2025-H1')).toEqual({ from: '2025-01-01', to: '2025-06-30' });
    expect(days('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('has one form only: days that are a quarter are the quarter', () => {
    const between = (from: string, to: string) => periodBetween(from, to);
    expect(between('2025-07-01', '2025-09-30')).toEqual({ kind: 'quarter', year: 2025, quarter: 3 });
    expect(parsePeriod('2025-02-01..2025-02-28')).toEqual({ kind: 'month', year: 2025, month: 2 });
    expect(between('2024-12-15', '2025-12-14')).toMatchObject({ kind: 'days', year: 2025 });
  });

  it('is named as in the papers', () => {
    const named = (key: string) => periodName(parsePeriod(key)!);
    expect(['2025', '2025-H1', '2025-Q4', '2025-11'].map(named)).toEqual([
      'năm 2025',
      '6 tháng đầu năm 2025',
      'quý IV năm 2025',
      'tháng 11 năm 2025',
    ]);
    expect(['2025-01-01..2025-09-30', '2024-12-15..2025-09-14', '2025-09-15..2025-09-15'].map(named)).toEqual([
      '9 tháng đầu năm 2025',
      'từ ngày 15/12/2024 đến ngày 14/09/2025',
      'ngày 15/09/2025',
    ]);
  });
});
