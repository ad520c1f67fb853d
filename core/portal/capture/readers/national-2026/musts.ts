/**
 * What must hold in the 2026 portal's answers: how points, ratios, counts and parts follow from each other (facts on
 * the portal, 3.2).
 */
import { LAST_PLACE } from '../../must.ts';
import type { Must } from '../../reader.ts';
import type { Answer, Donut, UnitRow } from './answer.ts';

export interface Call {
  readonly group: string;
  readonly max: number;
  /** Metrics of each unit, or counts of each row; a missing metric gives a warning. */
  readonly metrics?: readonly string[];
  readonly counts?: readonly (keyof UnitRow)[];
}

const GROUPS = ['CKMB', 'TDGQ', 'CLGQ', 'TTTT', 'MDHL', 'MDSH'];

/**
 * The score is the ratio's share of the maximum, the sum of its metrics and of its groups; points of progress follow
 * from the counts.
 */
export function scoreMust(call: Call, row: UnitRow, score: number | null): Must[] {
  if (score === null) return [];
  const must = [...sumOfGroups(row), ...sumOfMetrics(call, row, score)];
  if (row.ratio != null) {
    must.push({ what: 'điểm không khớp tỷ lệ', left: score, right: (row.ratio * call.max) / 100, within: LAST_PLACE });
  }
  return [...must, ...shareMust(call, row)];
}

export function sumOfGroups({ groupScores, totalScore }: UnitRow): Must[] {
  const scores = GROUPS.map((group) => groupScores?.[group]);
  if (totalScore == null || scores.some((score) => score == null)) return [];
  return [{ what: 'sáu nhóm không bằng tổng điểm', left: totalScore, right: sum(scores), within: 6 * LAST_PLACE }];
}

export function sumOfMetrics({ metrics }: Call, row: UnitRow, total: number | null): Must[] {
  if (total === null) return [];
  const scores = metrics?.map((code) => row.metrics?.find((metric) => metric.code === code)?.score);
  if (!scores || scores.some((score) => score === undefined)) return [];
  return [
    { what: 'các phần không bằng điểm của nhóm', left: total, right: sum(scores), within: scores.length * LAST_PLACE },
  ];
}

function sum(values: readonly (number | null | undefined)[]): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0);
}

/** What binds counts to each other, to the ratio and to the points (facts on the portal, 3.2). */
export function shareMust(call: Call, row: UnitRow): Must[] {
  const score = row.totalScore ?? row.score;
  const { totalReceived: received, totalOnTime: onTime, totalOverdue: overdue } = row;
  const must: Must[] = [];
  if (call.group === 'TDGQ' && received != null && onTime != null) {
    if (overdue != null)
      must.push({ what: 'đúng hạn + quá hạn khác tổng số', left: onTime + overdue, right: received });
    if (row.ratio != null && received > 0) {
      const right = (100 * onTime) / received;
      must.push({ what: 'tỷ lệ không khớp số hồ sơ', left: row.ratio, right, within: LAST_PLACE });
    }
    if (score != null && received > 0) {
      const right = (call.max * onTime) / received;
      must.push({ what: 'điểm không khớp số hồ sơ', left: score, right, within: LAST_PLACE });
    }
  }
  if (call.group === 'TTTT' && score != null) must.push(...paymentMust(row, score));
  const { channelOnlineSum: online, channelDirectSum: direct, channelPostalSum: post, channelTotalSum: all } = row;
  if (call.group === 'CLGQ' && online != null && direct != null && post != null && all != null) {
    must.push({ what: 'ba hình thức nộp khác tổng số', left: online + direct + post, right: all });
  }
  return must;
}

/** 6A + min(2; 2,5B) + 2,5C; how C is capped is not known, so a C beyond 0,8 proves nothing. */
function paymentMust(row: UnitRow, score: number): Must[] {
  const share = (a: number | null | undefined, b: number | null | undefined) => (a != null && b ? a / b : undefined);
  const a = share(row.totalDossierOnlinePaymentSuccess, row.totalDossierFinancialObligation);
  const b = share(row.totalDossierOnlineFormalityPaymentSuccess, row.totalFeeDossierFormalityDistinct);
  const c = share(row.totalFeeDossierFormality, row.totalFeeFormality);
  if (a === undefined || b === undefined || c === undefined || c > 0.8) return [];
  const right = 6 * a + Math.min(2, 2.5 * b) + 2.5 * c;
  return [{ what: 'điểm không khớp số hồ sơ, số thủ tục', left: score, right, within: 2 * LAST_PLACE }];
}

export function metricMust({ ratio, numerator, denominator }: NonNullable<UnitRow['metrics']>[number]): Must[] {
  if (ratio == null || numerator == null || !denominator) return [];
  const right = (100 * numerator) / denominator;
  return [{ what: 'tỷ lệ không khớp tử số, mẫu số', left: ratio, right, within: LAST_PLACE }];
}

const AXES = ['CKMB', 'TDGQ', 'ONLINE_SERVICE', 'MDHL', 'MDSH'];

export function sumOfRadar(radar: NonNullable<Answer['data']['radar']>, { totalScore }: UnitRow): Must[] {
  const scores = AXES.map((code) => radar.find((axis) => axis.code === code)?.score);
  if (totalScore == null || radar.length !== AXES.length || scores.some((score) => score == null)) return [];
  return [{ what: 'năm nhóm không bằng tổng điểm', left: totalScore, right: sum(scores), within: 5 * LAST_PLACE }];
}

export function sliceMust(slices: Donut, all: number): Must[] {
  return slices.flatMap(({ value, percent }): Must[] =>
    value == null || percent == null || all === 0
      ? []
      : [{ what: 'phần trăm không khớp số lượng', left: percent, right: (100 * value) / all, within: LAST_PLACE }],
  );
}
