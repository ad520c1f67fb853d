/**
 * How a mark is given, where the plan's sentences beside it are a rule that scoring knows: steps (`từ 70% đến dưới 90%:
 * 7 điểm`), `theo tỷ lệ`, so much off for each (`cứ thiếu 1% trừ 0,5 điểm`, `trừ 2 điểm/ngày`). Of sentences that say
 * more than that, nothing is taken.
 */

import type { Points } from '../../base/quantity/points.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import { kindOf, type Measure, type ScoringRule } from '../../movement/rule.ts';
import { proportional } from '../../movements/rules.ts';
import { isStep, type PlanMark } from '../../plan/scoring/plan-marks.ts';
import { readRule } from '../read-rule.ts';
import { exactNumber, exactPoints, readNumber, readPoints } from '../words.ts';
import { ALL_ASKED } from './wording-of-target.ts';

/** What is measured for it, and the rule over that. */
type SaidRule = Pick<Criterion, 'measure' | 'unit' | 'direction' | 'rule'> &
  Partial<Pick<Criterion, 'numerator' | 'denominator'>> & {
    /** Measured as the mark's own target is. */
    readonly ofTarget: boolean;
  };

/** What the mark's own words want: `đạt từ 85%`. */
export interface Wanted {
  readonly measure: Measure;
  readonly unit: string;
  readonly direction: Criterion['direction'];
  /** In that unit. */
  readonly value: number;
}

/** No rule of a plan has more steps. */
const MOST_STEPS = 40;
const N = String.raw`(\d{1,3}(?:,\d{1,2})?)`;
const OFF = `,?:? ?(?:thì |bị |sẽ )*trừ ${N} (?:điểm|đ)`;
const SHORT = new RegExp(
  `^(?:cứ |mỗi )?(?:thiếu|giảm|thấp hơn|hụt|kém) (?:mỗi )?${N} ?%(?: so với .{2,40}?)?${OFF}$`,
  'iu',
);
const SHARE = new RegExp(`^(?:cứ |mỗi )+${N} ?% (.{2,80}?)${OFF}$`, 'iu');
const EACH = new RegExp(String.raw`^(?:cứ |mỗi |từng )+(?:có )?(?:0?1 )?(?!\d)(.{2,80}?)${OFF}$`, 'iu');
const PER = new RegExp(
  String.raw`^(.{0,80}?)${OFF}(?: ?\/ ?| (?:cho )?mỗi | một )(?:0?1 )?(\p{L}[\p{L} ]{1,40})$`,
  'iu',
);
const CAP = new RegExp(`^(?:nhưng )?(?:trừ |tổng điểm trừ )?(?:không quá|tối đa|nhiều nhất) ${N} (?:điểm|đ)$`, 'iu');
/** `dưới 70% không tính điểm` */
const NOTHING = /,? (?:thì )?không (?:tính|được|có|cho|chấm) điểm$/iu;
const IN_PROPORTION = /^(?:chấm |tính |cho )?(?:điểm )?theo tỷ lệ(?: (?:đạt được|thực hiện|hoàn thành|tương ứng))*$/iu;

/** null = the plan says no such rule. `wanted` = null where the mark's words want no figure. */
export function ruleOfMark({ rule, points }: PlanMark, wanted: Wanted | null): SaidRule | null {
  const said = rule.split(';').flatMap((one) => one.trim().replace(/\.$/, '').replace(NOTHING, ': 0') || []);
  const [first, second, more] = said;
  if (first === undefined || points === null) return null;
  const cap = second === undefined ? points : readPoints(CAP.exec(second)?.[1] ?? '');
  const found = said.every((one) => isStep(one.slice(0, one.lastIndexOf(':'))))
    ? stepped(said, points, wanted)
    : cap === null || more !== undefined
      ? null
      : IN_PROPORTION.test(first) && wanted?.direction === 'higher'
        ? { ...wanted, rule: proportional(wanted.value), ofTarget: true }
        : takenOff(first, points, Math.min(cap, points), wanted);
  if (!found) return null;
  const { measure, direction } = found;
  const isSound = kindOf(found.rule).check(found.rule, { measure, max: points, direction, where: '' }).length === 0;
  return isSound ? found : null;
}

/** `từ 90%: 10 điểm; từ 70% đến dưới 90%: 7 điểm`; what the mark's own words want is the first step where none gives it all. */
function stepped(said: readonly string[], points: Points, wanted: Wanted | null): SaidRule | null {
  const steps = said.map((one) => one.replace(LEADS, '').replace(/^(?:không đạt|các trường hợp còn lại)/iu, 'còn lại'));
  const isShare = steps.some((one) => one.includes('%'));
  if (!wanted && !isShare) return null;
  const { measure, unit, direction } = wanted ?? SHARE_OF_ALL;
  const isFull = steps.some((one) => readPoints(one.slice(one.lastIndexOf(':') + 1)) === points);
  const top = isFull || !wanted ? [] : [`từ ${exactNumber(wanted.value)} ${unit}: ${exactPoints(points)}`];
  const hasRest = steps.some((one) => /^(?:còn lại|dưới)/iu.test(one));
  const words = [...top, ...steps, ...(hasRest ? [] : ['còn lại: 0'])].join('; ');
  const read = readRule(words, { measure, direction, unit, maxPoints: points });
  return read.ok ? { measure, unit, direction, rule: read.value, ofTarget: wanted !== null } : null;
}
const LEADS = /^(?:[-–+•]\s*|(?:nếu|đạt được|đạt|hoàn thành|thực hiện|tỷ lệ|tỉ lệ|kết quả|mức)\s+)+/iu;
const SHARE_OF_ALL = { measure: 'percentage', unit: '%', direction: 'higher' } as const;

function takenOff(words: string, points: Points, cap: Points, wanted: Wanted | null): SaidRule | null {
  const short = SHORT.exec(words);
  if (short) {
    const [, step = '', off = ''] = short;
    if (wanted?.measure !== 'percentage' || wanted.direction !== 'higher') return null;
    const rule = fallingBelow(wanted.value, readNumber(step) ?? 0, readPoints(off) ?? 0, points, cap);
    return rule && { ...wanted, rule, ofTarget: true };
  }
  const share = SHARE.exec(words);
  if (share) {
    const [, step = '', what = '', off = ''] = share;
    const rule = risingAbove(readNumber(step) ?? 0, readPoints(off) ?? 0, points, cap);
    const asked = { numerator: `Số ${what}`, denominator: ALL_ASKED, measure: 'percentage', unit: '%' } as const;
    return rule && { ...asked, direction: 'lower', rule, ofTarget: false };
  }
  const each = EACH.exec(words);
  const per = each ? null : PER.exec(words);
  const [, first = '', second = '', third = ''] = each ?? per ?? [];
  const unit = each ? first : `${third} ${first}`.trim();
  const rule = each || per ? risingAbove(1, readPoints(second) ?? 0, points, cap) : null;
  return rule && { measure: 'count', unit, direction: 'lower', rule, ofTarget: false };
}

/** All points from less than one whole step below `full` up, so much less for each whole step that is missing. */
function fallingBelow(full: number, step: number, off: Points, points: Points, cap: Points): ScoringRule | null {
  const steps = stepsOf(off, cap);
  if (step <= 0 || steps === null) return null;
  const edges = Array.from({ length: steps }, (_, at) => rounded(full - step * (at + 1))).filter((edge) => edge >= 0);
  const worth = (at: number): Points => points - Math.min(cap, off * at);
  return {
    kind: 'bands',
    bands: [...edges, null].map((edge, at) => ({
      ...(edge === null ? {} : { from: edge }),
      fromInclusive: edge === null,
      ...(at === 0 ? {} : { to: edges[at - 1] }),
      toInclusive: at > 0,
      points: worth(at),
    })),
  };
}

/** All points below one whole step, so much less for each. */
function risingAbove(step: number, off: Points, points: Points, cap: Points): ScoringRule | null {
  const steps = stepsOf(off, cap);
  if (step <= 0 || steps === null) return null;
  return {
    kind: 'bands',
    bands: Array.from({ length: steps + 1 }, (_, at) => ({
      ...(at === 0 ? {} : { from: rounded(step * at) }),
      fromInclusive: true,
      ...(at === steps ? {} : { to: rounded(step * (at + 1)) }),
      toInclusive: false,
      points: points - Math.min(cap, off * at),
    })),
  };
}

/** How often so much can be taken off. */
function stepsOf(off: Points, cap: Points): number | null {
  const steps = Math.ceil(cap / off);
  return off > 0 && steps <= MOST_STEPS ? steps : null;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
