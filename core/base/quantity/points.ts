/**
 * Points as integers of hundredths (5 points = 500), so that sums and comparisons are exact. Maxima run from 0,1 to 600
 * points in real sets, so all arithmetic stays far inside safe integers. Only the edges (JSON, sheets, sentences) show
 * decimals.
 */

/** Integer hundredths of a point. */
export type Points = number;

/** 7.5 → 750. For constants and values read from a sheet; rounds half away from zero at the third decimal. */
export function toPoints(value: number): Points {
  const scaled = Math.round(Math.abs(value) * 100 + 1e-7);
  return value < 0 ? -scaled : scaled;
}

/** 750 → 7.5, a plain number with at most two decimals (JSON, sheets). */
export function fromPoints(points: Points): number {
  return points / 100;
}

/** 750 → `7,5`; 120000 → `1.200`: as Vietnamese officers write it. */
export function formatPoints(points: Points): string {
  return formatNumber(points / 100);
}

/**
 * A number as Vietnamese text: decimal comma, dot between thousands, at most `decimals` decimals, no trailing zeros.
 */
export function formatNumber(value: number, decimals = 2): string {
  // Most are short whole numbers, and a large run writes hundreds of thousands of them.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = '0', fraction = ''] = fixed.split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, '.') : whole;
  const digits = fraction.endsWith('0') ? fraction.replace(/0+$/, '') : fraction;
  const sign = value < 0 && Number(fixed) !== 0 ? '-' : '';
  return sign + grouped + (digits ? `,${digits}` : '');
}
