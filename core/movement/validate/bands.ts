/**
 * Bands of a lookup (SR-06, SR-07): every possible value must lie in exactly one band. Real sets have "88 - 90%" beside
 * "90-95%" and nothing below 88: both are reported, because an officer has to choose. Band points are checked in
 * rule.ts.
 */
import { formatNumber } from '../../base/quantity/points.ts';
import type { Band, Measure } from '../rule.ts';
import { type MovementFinding, place } from './finding.ts';

/** A lower or upper end; `closed` = the value itself belongs to the band. */
interface End {
  readonly value: number;
  readonly closed: boolean;
}

interface Span {
  /** 1-based, as listed in the rule. */
  readonly number: number;
  readonly low: End;
  readonly high: End;
}

/** Findings of the bands of one rule. `where` leads to the criterion or part. */
export function checkBands(bands: readonly Band[], measure: Measure, where: string): MovementFinding[] {
  const spans = bands.map((band, index) => spanOf(band, index + 1, measure));
  const reversed = spans.filter(isEmpty).map((span) => reversedEdges(span, where));
  const ordered = spans.filter((span) => !isEmpty(span)).sort((a, b) => compareLow(a.low, b.low));
  const first = ordered[0];
  if (first === undefined) return reversed;

  const findings: MovementFinding[] = [...reversed];
  const floor: End = { value: measure === 'rate' || measure === 'amount' ? -Infinity : 0, closed: true };
  if (compareLow(floor, first.low) < 0) findings.push(gap(`dưới ${endText(first.low)}`, where));
  let reach = first;
  for (const span of ordered.slice(1)) {
    const relation = meet(reach.high, span.low, measure);
    if (relation === 'overlap') findings.push(overlap(reach, span, where));
    if (relation === 'gap') findings.push(gap(`giữa ${endText(reach.high)} và ${endText(span.low)}`, where));
    if (compareHigh(span.high, reach.high) > 0) reach = span;
  }
  const ceiling: End = { value: measure === 'percentage' ? 100 : Infinity, closed: true };
  if (compareHigh(reach.high, ceiling) < 0) findings.push(gap(`từ ${endText(reach.high)} trở lên`, where));
  return findings;
}

/** Counts are whole numbers, so "1 đến 2" and "3 đến 4" meet: open ends become the next whole number. */
function spanOf(band: Band, number: number, measure: Measure): Span {
  const low: End = { value: band.from ?? -Infinity, closed: band.from === undefined || band.fromInclusive };
  const high: End = { value: band.to ?? Infinity, closed: band.to === undefined || band.toInclusive };
  if (measure !== 'count') return { number, low, high };
  return {
    number,
    low: { value: low.closed ? Math.ceil(low.value) : Math.floor(low.value) + 1, closed: true },
    high: { value: high.closed ? Math.floor(high.value) : Math.ceil(high.value) - 1, closed: true },
  };
}

function isEmpty({ low, high }: Span): boolean {
  return low.value > high.value || (low.value === high.value && !(low.closed && high.closed));
}

function meet(high: End, low: End, measure: Measure): 'overlap' | 'gap' | 'touch' {
  if (measure === 'count' && low.value === high.value + 1) return 'touch';
  if (low.value < high.value) return 'overlap';
  if (low.value > high.value) return 'gap';
  if (high.closed && low.closed) return 'overlap';
  return high.closed || low.closed ? 'touch' : 'gap';
}

function compareLow(a: End, b: End): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return Number(b.closed) - Number(a.closed);
}

function compareHigh(a: End, b: End): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return Number(a.closed) - Number(b.closed);
}

function endText(end: End): string {
  return formatNumber(end.value, 6);
}

function overlap(span: Span, other: Span, where: string): MovementFinding {
  return {
    code: 'band-overlap',
    where: place(where, `Mức ${span.number} và mức ${other.number}`),
    message: `Giá trị ${endText(other.low)} nằm trong cả hai mức: không biết cho điểm theo mức nào.`,
    todo: 'Chọn một mức cho giá trị này: ghi rõ "từ … đến dưới …" hoặc "trên … đến …".',
  };
}

function gap(missing: string, where: string): MovementFinding {
  return {
    code: 'band-gap',
    where,
    message: `Khoảng ${missing} chưa có mức điểm nào.`,
    todo: 'Thêm mức cho khoảng còn thiếu (ghi 0 nếu không được điểm).',
  };
}

function reversedEdges(span: Span, where: string): MovementFinding {
  return {
    code: 'band-edges',
    where: place(where, `Mức ${span.number}`),
    message: `Mức này không chứa giá trị nào: cận dưới ${endText(span.low)}, cận trên ${endText(span.high)}.`,
    todo: 'Sửa lại cận dưới và cận trên của mức.',
  };
}
