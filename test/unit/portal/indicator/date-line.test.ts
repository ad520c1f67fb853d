import { describe, expect, it } from 'vitest';
import { dateLine } from '../../../../core/portal/indicator/date-line.ts';

describe('periods on both sides of a day on which a source changed', () => {
  it.each([
    ['2026-05', '2026-06'],
    ['2026-04', '2026-09'],
    ['2026-Q1', '2026-Q2'],
    ['2026-Q2', '2026-Q3'],
  ])('are named as two courses: %s and %s', (earlier, later) => {
    expect(dateLine('quoc-gia-2026', earlier, later)).toMatch(/^Từ tháng 6 năm 2026 .* chỉ để tham khảo\.$/);
  });

  it.each([
    ['quoc-gia-2026', '2026-04', '2026-05'],
    ['quoc-gia-2026', '2026-06', '2026-07'],
    ['quoc-gia-2026', '2026', '2026'],
    ['quoc-gia-2022', '2026-05', '2026-06'],
    ['quoc-gia-2026', 'không rõ', '2026-06'],
  ])('are one course elsewhere: %s, %s and %s', (source, earlier, later) => {
    expect(dateLine(source, earlier, later)).toBeNull();
  });
});
