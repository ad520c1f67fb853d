/**
 * How far a run is from being finished: who sent a report and in time, and what people have to decide today, worst
 * first. In sentences, for the chair's page and the pane.
 */

import { formatNumber } from '../base/quantity/points.ts';
import { inNameOrder } from '../base/text/name-order.ts';
import type { AwardCandidate } from '../judge/award/candidate.ts';
import type { RunResult } from '../judge/run/run-result.ts';
import { isLate, isReceived, reportingUnits } from '../judge/run/unit-list.ts';
import { dueDay } from '../movement/due-day.ts';
import { formatDate } from '../sheet/grid/date.ts';
import { impactText } from './council/flag-words.ts';

/** Names of units in one line; those beyond are counted. */
const NAMED = 3;
/** Largest number of units with open flags listed by name. */
const LINES = 3;

/** `Đã gửi 23/24 đơn vị (thiếu: Bản A). Đúng hạn 20; muộn 2 (Bản B, Bản C).` */
export function completeness(result: RunResult): string {
  const { register, movement, period } = result;
  const expected = reportingUnits(result);
  const sent = expected.filter(isReceived);
  if (register === null)
    return `Đã nhận báo cáo của ${sent.length} đơn vị. Chưa có danh sách đơn vị nên chưa rõ đơn vị nào chưa gửi, ai muộn.`;
  const missing = expected.filter((listedUnit) => !isReceived(listedUnit)).map(({ name }) => name);
  const due = period && dueDay(movement, period)?.last;
  const late = sent.filter((listedUnit) => isLate(result, listedUnit)).map(({ name }) => name);
  const undated = sent.filter(({ entry, report }) => entry?.received == null && !report?.report.date?.date);
  const gave = `Đã gửi ${sent.length}/${expected.length} đơn vị${named('chưa gửi', missing)}.`;
  if (!due) return `${gave} Kế hoạch không ghi ngày nộp.`;
  const rest = undated.length > 0 ? `; chưa ghi ngày nhận ${undated.length}` : '';
  const intime = `Đúng hạn (hết ngày ${formatDate(due)}) ${sent.length - late.length - undated.length}; muộn ${late.length}`;
  return `${gave} ${intime}${named('', late)}${rest}.`;
}

function named(what: string, units: readonly string[]): string {
  if (units.length === 0) return '';
  const more = units.length > NAMED ? ` và ${units.length - NAMED} đơn vị khác` : '';
  return ` (${what === '' ? '' : `${what}: `}${units.slice(0, NAMED).join(', ')}${more})`;
}

/** Each one sentence; none when nothing waits for anybody. */
export function toDecide(result: RunResult, candidates: readonly AwardCandidate[] = []): readonly string[] {
  const flags = new Map(result.flags.map((flag) => [flag.id, flag] as const));
  const byUnit = new Map<string, { count: number; changes: Set<string> }>();
  for (const impact of result.impacts) {
    const unit = flags.get(impact.flag)?.unit;
    const text = impactText(impact);
    if (unit == null || text === '') continue;
    const item = byUnit.get(unit) ?? { count: 0, changes: new Set() };
    item.count += 1;
    for (const change of text.split(', ')) item.changes.add(change);
    byUnit.set(unit, item);
  }
  const shares = new Map(
    result.reports.flatMap(({ unit, score }) =>
      score && score.max > 0 ? [[unit, [score.low, score.high].map((points) => (100 * points) / score.max)]] : [],
    ),
  );
  const spread = ([unit]: readonly [string, unknown]) => {
    const [low = 0, high = 0] = shares.get(unit) ?? [];
    return high - low;
  };
  const units = [...byUnit].toSorted((x, y) => spread(y) - spread(x) || inNameOrder(x[0], y[0]));
  const lines = units.slice(0, LINES).map(([unit, { count, changes }]) => {
    const [low = 0, high = 0] = shares.get(unit) ?? [];
    const range = low < high ? ` (${formatNumber(low)}–${formatNumber(high)} % điểm)` : '';
    return `${unit}: ${count} nội dung, có thể đổi ${[...changes].join(', ')}${range}.`;
  });
  const others = units.slice(LINES).map(([unit]) => unit);
  const counting = result.reports.filter(({ reception }) => reception !== 'replaced');
  const grading = counting.filter(({ score }) => score?.points.some(({ status }) => status === 'to-grade'));
  const awards = candidates.filter(({ state }) => state === 'council');
  return [
    ...lines,
    ...(others.length > 0 ? [`${others.length} đơn vị khác${named('', others)}.`] : []),
    ...(grading.length > 0 ? [`Chấm tiêu chí do Hội đồng cho điểm ở ${grading.length} phiếu.`] : []),
    ...(awards.length > 0 ? [`Khen thưởng: ${awards.length} trường hợp Hội đồng phải quyết định.`] : []),
  ];
}
