/** Forms of rules that count cases: points taken away or earned for each of them. */
import type { RulePart, ScoringRule } from '../../movement/rule.ts';
import type { Clause } from './read-clause.ts';
import { type ClauseOf, capIn, capital, isCapped, isKind, only, PLAIN, type RuleReading } from './rule-form.ts';
import type { RuleFor } from './worded-rule.ts';

/** `Không có: 30 điểm; mỗi vụ trừ 10 điểm`, `mỗi báo cáo chậm trừ 2`, `01 lần trừ 2, từ lần thứ hai trừ hết`. */
export function casesOff(clauses: readonly Clause[], { max, deducts }: RuleFor): RuleReading | null {
  const losses = only(clauses, 'step', 'loss', 'cap', 'nothing-from');
  const [loss, ...more] = clauses.filter(isKind('loss'));
  const [none, ...others] = clauses.filter(isKind('step')).filter(isNothingFrom);
  const steps = clauses.filter(isKind('step')).filter((clause) => clause !== none);
  const from = none?.when.kind === 'figure' ? none.when.from : null;
  const firstCase = from && (from.inclusive ? from.value : from.value + 1);
  const last = firstCase ?? clauses.find(isKind('nothing-from'))?.cases;
  const [cap] = clauses.filter(isKind('cap'));
  const isEach = loss?.size === 1 && loss.unit !== '' && !loss.unit.startsWith('%') && steps.length === 0;
  if (!losses || !loss || more.length > 0 || others.length > 0 || (loss.size !== null && !isEach)) return null;
  const isGood = ({ when, points }: ClauseOf<'step'>) =>
    points === max &&
    (when.kind === 'words' || (when.kind === 'figure' && ((when.to?.value ?? 1) === 0 || FAILS.test(loss.unit))));
  if (!steps.every(isGood) || steps.length > 1) return null;
  // “Thiếu 01 tháng trừ 2 điểm”: the months that are missing are counted.
  const unit = isEach && loss.way === 'down' ? `${loss.unit} thiếu` : loss.unit || 'lần';
  const counted = { ...PLAIN, measure: 'count', unit, direction: 'lower' } as const;
  if (deducts) {
    if (last !== undefined) return null;
    const most = cap?.points ?? max;
    const rule: ScoringRule =
      loss.upTo === null
        ? { kind: 'deduction', points: loss.points, cap: most }
        : { kind: 'deduction', points: 0, cap: most };
    return { ...counted, rule };
  }
  const left = capIn(clauses, max);
  const rule: ScoringRule = {
    ...{ kind: 'reduction', points: loss.points },
    ...(loss.upTo === null ? {} : { upTo: loss.upTo }),
    ...(last === undefined ? {} : { allFrom: last }),
    ...(left === null ? {} : { cap: left }),
  };
  return { ...counted, rule };
}

/** `vắng từ 03 buổi trở lên không chấm điểm` */
function isNothingFrom({ when, points }: ClauseOf<'step'>): boolean {
  return points === 0 && when.kind === 'figure' && when.from !== null && when.to === null;
}

/** What is counted are faults, whatever the step that earns all counts. */
const FAILS = /(?<!\p{L})(?:thiếu|không|chưa|chậm|trễ|muộn|vắng|vi phạm|quá hạn|sai|lỗi)(?!\p{L})/iu;

/** `Mỗi sản phẩm 2 điểm, tối đa 10 điểm` */
export function casesMore(clauses: readonly Clause[], { max, deducts }: RuleFor): RuleReading | null {
  const gains = only(clauses, 'gain', 'cap');
  const [gain, ...more] = clauses.filter(isKind('gain'));
  if (!gains || !gain || [gain, ...more].some(({ size }) => size !== null) || deducts) return null;
  const [cap] = clauses.filter(isKind('cap'));
  if (cap && cap.points > max) return null;
  if (more.length > 0) return isCapped(clauses, max) ? countedApart([gain, ...more], max) : null;
  const unit = gain.unit === '' ? 'lần' : gain.unit;
  const rule: ScoringRule = { kind: 'per-unit', points: gain.points, cap: cap?.points ?? max };
  return { ...PLAIN, measure: 'count', unit, direction: 'higher', rule };
}

/** `Mỗi tin, bài 0,5 điểm; mỗi video 1 điểm; tối đa 10`: each counted by itself, all together no more than the maximum. */
function countedApart(gains: readonly ClauseOf<'gain'>[], max: number): RuleReading | null {
  const parts = gains.map(({ unit, points }, at): RulePart => {
    const rule: ScoringRule = { kind: 'per-unit', points, cap: max };
    return { code: 'abcdefghijkl'[at] ?? '', title: capital(unit), measure: 'count', maxPoints: max, rule };
  });
  if (parts.some(({ code, title }) => code === '' || title === '')) return null;
  return { ...PLAIN, measure: 'amount', unit: '', direction: 'higher', rule: { kind: 'sum', parts } };
}
