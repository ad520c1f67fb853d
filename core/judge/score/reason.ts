/**
 * The reason chain of a criterion in Vietnamese, from the figures to the points, with the plan's section: `72/90 = 80 %
 * ≥ 80 % → 5/5 (Tân Quang II.4.a)`. Decisions of people and open flags follow behind it.
 */

import { dayText } from '../../base/period/day.ts';
import { formatNumber, formatPoints, type Points } from '../../base/quantity/points.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Value } from '../../movement/rules/value.ts';
import { figureText, pointsText } from '../../movement/rules/wording.ts';
import { partEntry } from '../../report/part-entry.ts';
import type { Entry } from '../../report/report.ts';
import type { Grader } from './compile-criterion.ts';
import { type JudgedCriterion, openAppraisal, openFlags } from './judge.ts';
import { type Composed, type Leaf, measureNode, type Node } from './measure.ts';
import { outcomeOf, policyOf, registerValue } from './outcome.ts';
import { appraisedIn } from './typed-points.ts';
import { entryValue, exemptedOf, valueOfNumber } from './value.ts';

const WAITING: Readonly<Record<Grader, string>> = {
  council: 'Chờ Hội đồng chấm',
  survey: 'Chờ kết quả khảo sát',
  appraiser: 'Chờ người thẩm định chấm',
  portal: 'Chờ số liệu trên Cổng',
  register: 'Chờ số liệu nhận báo cáo trong danh sách đơn vị',
};

/** Once the council has decided on the points. */
const GRADED: Readonly<Record<Grader, string>> = {
  council: 'Hội đồng chấm',
  survey: 'Theo kết quả khảo sát',
  appraiser: 'Người thẩm định chấm',
  portal: 'Theo số liệu trên Cổng',
  register: 'Theo số liệu nhận báo cáo trong danh sách đơn vị',
};

const REGISTERED = { day: 'Ngày nhận báo cáo: ', count: 'Theo danh sách đơn vị: ' } as const;

/** `points`: what gates leave of the criterion's own. */
export function reasonOf(judged: JudgedCriterion, points: Points): string {
  const parts = [`${figuresReason(judged)} ${judged.compiled.source}`];
  const { entry, setting, compiled } = judged;
  const matter = setting.matters?.criteria.get(compiled.code);
  if (entry && !matter?.consent && exemptedOf(entry) > 0) {
    parts.push(`xin trừ ${formatNumber(exemptedOf(entry))} vì lý do khách quan: chưa có ý kiến thẩm định, chưa trừ`);
  }
  if (entry) parts.push(...appraisedReasons(judged, entry));
  const { appraisal = null } = matter ?? {};
  if (appraisal)
    parts.push(
      `${appraisal.who} thẩm định ${withReason(formatPoints(appraisal.points ?? 0), appraisal.reason)}${judged.status !== 'settled' && openAppraisal(matter) ? ', chờ Hội đồng quyết định' : ''}`,
    );
  if (matter?.ruling)
    parts.push(`Hội đồng quyết định ${withReason(formatPoints(matter.ruling.points ?? 0), matter.ruling.reason)}`);
  for (const refused of matter?.refused ?? []) {
    const points = refused.points === null ? '(trống)' : formatPoints(refused.points);
    parts.push(`quyết định ${points} điểm nằm ngoài ${rangeText(compiled.least, compiled.most)} nên không tính`);
  }
  if (judged.status === 'in-doubt') parts.push(openReason(judged));
  if (judged.points > points) parts.push('chưa đạt tiêu chí điều kiện → 0');
  return parts.join('; ');
}

function withReason(points: string, reason: string): string {
  return reason === '' ? `${points} điểm` : `${points} điểm (${reason})`;
}

function rangeText(low: number, high: number): string {
  return `${formatPoints(low)} đến ${formatPoints(high)}`;
}

function openReason(judged: JudgedCriterion): string {
  const { low, high, points } = judged;
  const flags = namesOf(judged);
  const why =
    flags !== ''
      ? `cảnh báo ${flags} chưa xử lý`
      : openAppraisal(judged.setting.matters?.criteria.get(judged.compiled.code))
        ? 'Hội đồng chưa quyết định'
        : judged.computed === null
          ? 'chưa đủ số liệu'
          : 'còn phụ thuộc số liệu chưa rõ của đơn vị khác';
  const range = low === high ? ' điểm' : `, có thể từ ${rangeText(low, high)} điểm`;
  return `${why}: tạm tính ${formatPoints(points)}${range}`;
}

/** The open flags that hold the points back, each once: `“Tử số lớn hơn mẫu số”`. */
function namesOf(judged: JudgedCriterion): string {
  const names = judged.setting.matters?.names;
  return [...new Set(openFlags(judged).map((id) => `“${names?.get(id) ?? 'chưa rõ'}”`))].join(', ');
}

/** The sheet's own appraised column, and whether it counts. */
function appraisedReasons(judged: JudgedCriterion, entry: Entry): string[] {
  const reading = entry.appraised?.reading;
  if (reading?.kind !== 'number') return [];
  const points = appraisedIn(entry, judged.compiled);
  const { least, most } = judged.compiled;
  if (points === null) {
    return [
      `điểm thẩm định ${formatNumber(reading.value)} trong biểu nằm ngoài ${rangeText(least, most)} nên không tính`,
    ];
  }
  return judged.setting.matters?.criteria.get(judged.compiled.code)?.ruling
    ? []
    : [`điểm thẩm định trong biểu: ${formatPoints(points)}`];
}

/** From the figures to the points they give, before anybody's decision. */
function figuresReason(judged: JudgedCriterion): string {
  const { compiled, entry, setting } = judged;
  const outcome = outcomeOf(compiled, entry, setting);
  if (!outcome) {
    if (!compiled.grader) return '';
    const waits = setting.matters?.criteria.get(compiled.code)?.ruling ? GRADED : WAITING;
    return `${waits[compiled.grader]}: ${rangeText(compiled.least, compiled.most)} điểm`;
  }
  const consent = setting.matters?.criteria.get(compiled.code)?.consent ?? false;
  const observation =
    compiled.grader === 'portal' && compiled.criterion.indicator !== null
      ? setting.observe?.(compiled.criterion.indicator)
      : undefined;
  const policy = policyOf(compiled, entry);
  if (outcome.notApplicable && entry?.assigned === 'none') return 'Không giao chỉ tiêu → không tính vào điểm tối đa';
  if (outcome.notApplicable) return notApplicableReason(policy, compiled.least, compiled.max);

  const observed = observation?.value ?? null;
  const registered = compiled.grader === 'register' ? registerValue(compiled, setting) : null;
  const value = registered ?? (observed === null ? null : valueOfNumber(observed, compiled.criterion.measure));
  const text = nodeReason(compiled.node, entry, { consent, policy, peers: setting.peers, observed: value });
  const day = observation?.provenance.capturedAt ?? '';
  const portal = observation ? `số trên Cổng${day === '' ? '' : ` ngày ${dayText(day)}`}: ` : '';
  const from = registered ? REGISTERED[registered.kind === 'date' ? 'day' : 'count'] : portal;
  if (outcome.computed === null) return `${from}${text} → chưa tính được điểm`;
  const dropped = outcome.max < compiled.max ? ` (điểm tối đa còn ${formatPoints(outcome.max)})` : '';
  return `${from}${text} → ${pointsText(outcome.computed, outcome.max)}${dropped}`;
}

function notApplicableReason(policy: Criterion['notApplicable'], least: number, max: number): string {
  if (least < 0) return 'Không phát sinh → không trừ điểm';
  if (policy === 'zero') return `Không phát sinh → ${pointsText(0, max)}`;
  return policy === 'full'
    ? `Không phát sinh → đủ ${pointsText(max, max)}`
    : 'Không phát sinh → không tính vào điểm tối đa';
}

interface Telling {
  readonly consent: boolean;
  readonly policy: Criterion['notApplicable'];
  readonly peers: JudgedCriterion['setting']['peers'];
  readonly observed: Value | null;
}

function nodeReason(node: Node, entry: Entry | null, telling: Telling): string {
  return node.kind === 'leaf' ? leafReason(node, entry, telling) : composedReason(node, entry, telling);
}

function leafReason(leaf: Leaf, entry: Entry | null, telling: Telling): string {
  const value = telling.observed ?? entryValue(entry, leaf.measure, telling.consent);
  const peer = leaf.peer ? (telling.peers?.get(leaf.code) ?? null) : null;
  return leaf.rule.points(value, peer) === null ? figureText(value, leaf.unit) : leaf.rule.explain(value, peer);
}

function composedReason(node: Composed, entry: Entry | null, telling: Telling): string {
  const setting = { peers: telling.peers, consent: telling.consent, doubts: null, observed: null };
  return node.composer.explain(
    node.parts.map((part) => {
      const own = partEntry(entry, node.code, part.code) ?? null;
      const { computed } = measureNode(part.node, own, telling.policy, setting);
      return { code: part.code, text: nodeReason(part.node, own, telling), points: computed };
    }),
  );
}
