/** Steps by days: `trước 30/4: 5 điểm; sau 30/4: 3 điểm; không ban hành: 0 điểm`. */
import { dayNumber } from '../../base/period/day.ts';
import type { ScoringRule } from '../../movement/rule.ts';
import type { Condition } from './condition.ts';
import type { Clause } from './read-clause.ts';
import { type ClauseOf, only, PLAIN, type RuleReading } from './rule-form.ts';

export function days(clauses: readonly Clause[]): RuleReading | null {
  const steps = only(clauses, 'step');
  const notes: string[] = [];
  const dated = steps?.flatMap(({ when, points }) => {
    if (when.kind !== 'day' || points === null) return [];
    // “trước 30/4: 5; sau 30/4: 3”: the day itself belongs to the better step.
    const isOpen = when.before !== '' && steps.some(({ when: other }) => beginsBehind(other, when.before));
    if (isOpen) notes.push(`Ngày ${when.before.split('-').reverse().join('/')} tính vào mức “trước” ngày này.`);
    return [{ onOrBefore: isOpen ? when.before : when.day, points }];
  });
  const isMissing = ({ when, points }: ClauseOf<'step'>) =>
    points === 0 && when.kind === 'words' && /^(?:không|chưa)(?!\p{L})/iu.test(when.words);
  const [missing] = steps?.filter(isMissing) ?? [];
  const undated = steps?.filter(({ when }) => when.kind !== 'day') ?? [];
  // Beside a late day “không ban hành: 0” needs no step: without a day nothing is earned.
  const others = undated.length > 1 ? undated.filter((item) => item !== missing) : undated;
  const isLate = ({ when }: ClauseOf<'step'>) =>
    when.kind === 'rest' || (when.kind === 'words' && /sau|muộn|quá hạn|chậm|không/iu.test(when.words));
  const [late, ...more] = others;
  if (!dated || dated.length === 0 || more.length > 0 || (late && !isLate(late))) return null;
  const rule: ScoringRule = {
    kind: 'by-date',
    steps: dated.toSorted((x, y) => (x.onOrBefore < y.onOrBefore ? -1 : 1)),
    late: late?.points ?? 0,
  };
  return { ...PLAIN, measure: 'date', unit: 'ngày', direction: 'higher', rule, notes };
}

/** It begins on the day behind `day`. */
function beginsBehind(when: Condition, day: string): boolean {
  if (when.kind === 'rest') return when.after === day;
  if (when.kind !== 'day' || when.from === '') return false;
  const full = (text: string): number => dayNumber(text.length === 5 ? `2024-${text}` : text);
  return full(when.from) - full(day) === 1;
}
