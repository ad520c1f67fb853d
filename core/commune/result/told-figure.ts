/** What the commune itself wrote down of a target that nothing else measures: a figure, or the council's remark. */
import { periodKey } from '../../base/period/period.ts';
import { quantityOf } from '../../base/quantity/quantity.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import type { Target } from '../../movement/movement.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { CommuneFigure } from '../calendar/journal.ts';
import { concludeFigure, type TargetFinding } from './target-finding.ts';

/** The finding with it; as it was where nothing was written down for the period, or another source gives the figure. */
export function withTold(
  finding: TargetFinding,
  target: Target,
  told: readonly CommuneFigure[],
  { period }: Pick<RunResult, 'period'>,
): TargetFinding {
  if (finding.source !== 'none') return finding;
  const key = period === null ? '' : periodKey(period);
  const own = told.findLast((one) => one.target === target.code && (one.period === '' || one.period === key));
  if (!own) return finding;
  const source = sourceOf(own);
  if (own.value !== null && target.comparator !== null) return concludeFigure(target, quantityOf(own.value), source);
  const remark = own.remark.trim().replace(/[.\s]+$/u, '');
  if (remark === '') return finding;
  const state = stateIn(remark) ?? finding.state;
  return { ...finding, state, sourceText: source, reason: `Hội đồng nhận xét: ${remark} (${source}).` };
}

/** `xã ghi, Trần Thị B, ngày 05/12/2025; minh chứng: Báo cáo số 12/BC-UBND`. */
function sourceOf({ who, day, evidence }: CommuneFigure): string {
  const by = ['xã ghi', who, day === null ? '' : `ngày ${formatDate(day)}`].filter((part) => part !== '').join(', ');
  return evidence === '' ? `${by}; chưa ghi minh chứng` : `${by}; minh chứng: ${evidence}`;
}

/** A remark that begins with its verdict. */
function stateIn(remark: string): 'met' | 'not-met' | null {
  if (/^(?:chưa|không) (?:đạt|hoàn thành)/iu.test(remark)) return 'not-met';
  return /^(?:đã )?(?:đạt|hoàn thành)/iu.test(remark) ? 'met' : null;
}
