/** The desk's words for figures: two periods side by side, the course of an indicator, its own address. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import {
  comparedRows,
  isAlike,
  periodBefore,
  periodToCompare,
  shareOf,
} from '../../../extension/desk/compare/compared-periods.ts';
import { spotsOf, trendText } from '../../../extension/desk/overview/trend.ts';
import { parseRoute, routeTo } from '../../../extension/desk/route.ts';

function figure(indicator: string, value: number | null, max: number | null = null): Observation {
  return {
    ...{ indicator, unit: { name: 'UBND xã Ta Ma' }, period: '2026', value, max },
    provenance: {
      ...{ url: 'https://a.vn', capturedAt: '2026-03-01T08:00:00+07:00', contentHash: 'sha256:1' },
      reader: { id: 'national-2026', version: '1' },
    },
  };
}

describe('two periods', () => {
  it('are compared indicator by indicator, in words, and only where both have a figure', () => {
    const rows = comparedRows(
      [figure('TDGQ', 19.72, 20), figure('hang-xa-TONG', 5, 102), figure('CKMB', 17, 18), figure('MDHL', null, 18)],
      [figure('hang-xa-TONG', 3, 102), figure('TDGQ', 19.81, 20), figure('MDHL', 17, 18), figure('TTTT', 8, 10)],
    );
    expect(rows.map(({ indicator, difference }) => [indicator, difference])).toEqual([
      ['hang-xa-TONG', 'lên 2 bậc'],
      ['TDGQ', 'tăng 0,09'],
      ['MDHL', 'không so được'],
      ['TTTT', 'không so được'],
      ['CKMB', 'không so được'],
    ]);
    expect(rows[4]).toMatchObject({ later: undefined, earlier: { value: 17 } });
  });

  it('fit one axis as shares; a count, a place and a missing figure have none', () => {
    expect(shareOf(figure('TDGQ', 19.81, 20))).toBe(99.05);
    expect(shareOf(figure('dung-han', 98.5))).toBe(98.5);
    expect(shareOf(figure('TDGQ', 0, 20))).toBe(0);
    for (const none of [figure('TDGQ', null, 20), figure('tiep-nhan', 120), figure('hang-xa-TONG', 3, 102)]) {
      expect(shareOf(none)).toBeNull();
    }
  });

  it('are by themselves the nearest two of the same length', () => {
    const periods = ['2026-02', '2026-01', '2025', '2025-12', '2024'].map((period) => ({
      ...{ period, series: period, at: '' },
    }));
    const nearest = (period: string) => periodBefore(periods, period)?.period;
    expect([nearest('2026-02'), nearest('2026-01'), nearest('2025'), nearest('2024')]).toEqual([
      '2026-01',
      '2025-12',
      '2024',
      '2026-02',
    ]);
    const captured = [
      { period: '2026', series: '', at: '3' },
      { period: '2026-01', series: '', at: '2' },
      { period: '2025-12', series: '', at: '1' },
    ];
    expect(periodToCompare(captured)?.period).toBe('2026-01');
    expect(periodToCompare(captured.slice(0, 2))?.period).toBe('2026');
    expect([isAlike('2025', '2026'), isAlike('2025', '2025-12')]).toEqual([true, false]);
  });
});

describe('the way of an indicator', () => {
  const point = (day: string, value: number | null) => ({ at: `${day}T08:00:00+07:00`, value });

  it('is broken where nothing was captured, never drawn beyond the last capture', () => {
    const points = [point('2026-01-05', 17), point('2026-01-12', 0), point('2026-03-02', 19.5)];
    const gaps = [
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-04-01', to: '2026-05-31' },
    ];
    expect(spotsOf(points, gaps).map(({ y }) => y)).toEqual([17, 0, null, 19.5]);
  });

  it('has a text description', () => {
    const points = [point('2026-01-05', 17), point('2026-01-12', 19.81), point('2026-03-02', null)];
    expect(trendText(points, 18)).toBe(
      '3 bản chụp từ 05/01/2026 đến 02/03/2026: thấp nhất 17, cao nhất 19,81, gần nhất chưa công bố. Mức cần đạt 18.',
    );
    expect(trendText([point('2026-01-05', null)], 18)).toBe('');
    expect(trendText([], null)).toBe('');
  });
});

describe('an address within the desk', () => {
  it('names a place and what is wanted there, and never fails', () => {
    expect(parseRoute(routeTo('ban-chup', 'a/b ổ%'))).toEqual({ place: 'ban-chup', more: 'a/b ổ%' });
    expect(parseRoute(routeTo('tong-quan'))).toEqual({ place: 'tong-quan', more: '' });
    for (const wrong of ['', '#', '#/', '#//x', '#/<img>', 'javascript:alert(1)']) {
      expect(parseRoute(wrong)).toEqual({ place: '', more: '' });
    }
    expect(parseRoute('#/ban-chup/%E0%A4%A')).toEqual({ place: 'ban-chup', more: '' });
  });
});
