/** A period typed as two days. */
import { describe, expect, it } from 'vitest';
import { periodKey } from '../../../core/base/period/period.ts';
import { typedDays } from '../../../extension/panel/typed-days.ts';

describe('two days typed', () => {
  it.each([
    ['15/06/2025', '14/9/2025', '2025-06-15..2025-09-14'],
    [' 1-1-2025', '30.09.2025 ', '2025-01-01..2025-09-30'],
    ['01/07/2025', '30/09/2025', '2025-Q3'],
    ['15/12/2024', '14/12/2025', '2024-12-15..2025-12-14'],
    ['2025-06-15', 'ngày 14 tháng 9 năm 2025', '2025-06-15..2025-09-14'],
  ])('%s – %s', (from, to, key) => {
    const typed = typedDays(from, to);
    expect(typed && periodKey(typed)).toBe(key);
  });

  it.each([
    ['', ''],
    ['31/06/2025', '14/09/2025'],
    ['14/09/2025', '15/06/2025'],
    ['9/2025', '14/09/2025'],
  ])('are none: %s – %s', (from, to) => {
    expect(typedDays(from, to)).toBeUndefined();
  });
});
