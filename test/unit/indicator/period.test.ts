import { describe, expect, it } from 'vitest';
import { parsePeriod, periodDays, periodKey, periodName } from '../../../core/indicator/period.ts';

describe('period', () => {
  it('reads and writes the command line forms', () => {
    for (const key of ['2025', '2025-H2', '2025-Q4', '2025-11']) {
      const period = parsePeriod(key);
      expect(period && periodKey(period)).toBe(key);
    }
    for (const none of ['', '25', '2025-Q5', '2025-13', '2025-1', 'năm 2025'])
      expect(parsePeriod(none)).toBeUndefined();
  });

  it('knows its first and last day', () => {
    const days = (key: string) => periodDays(parsePeriod(key)!);
    expect(days('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(days('2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(days('2025-H1')).toEqual({ from: '2025-01-01', to: '2025-06-30' });
    expect(days('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('is named as in the papers', () => {
    expect(['2025', '2025-H1', '2025-Q4', '2025-11'].map((key) => periodName(parsePeriod(key)!))).toEqual([
      'năm 2025',
      '6 tháng đầu năm 2025',
      'quý IV năm 2025',
      'tháng 11 năm 2025',
    ]);
  });
});
