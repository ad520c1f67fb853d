/** Nobody vouches for his own punctuality: what the commune's list does not know stays open, and keeps nobody out. */
import { describe, expect, it } from 'vitest';
import { selectForAwards } from '../../../core/judge/award/select.ts';
import { scoreCriterion } from '../../../core/judge/score/criterion.ts';
import type { CriteriaSet, Criterion } from '../../../core/movement/criteria-set.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import type { Register } from '../../../core/report/register.ts';
import { entry, number, report, run, unit, yes } from '../judge/score/sets.ts';

const ROWS = MOVEMENTS.flatMap((movement) =>
  movement.criteriaSets.flatMap((set) =>
    set.criteria
      .filter(({ title }) => /gửi (?:báo cáo|đúng)|báo cáo (?:\S+ ){0,6}gửi/iu.test(title))
      .map((criterion) => ({ movement, set, criterion })),
  ),
);
const YEAR = { kind: 'year', year: 2025 } as const;
const counted = ROWS.filter(({ criterion }) => criterion.measure === 'percentage');

describe('reports in time', () => {
  it('are counted by others than the unit', () => {
    expect(new Set(counted.map(({ movement }) => movement.id))).toEqual(
      new Set(['ta-ma-2023-2030', 'tan-quang-2023-2025']),
    );
    expect(ROWS.filter(({ criterion }) => criterion.filledBy === 'unit')).toEqual([]);
  });

  it.each(counted.map((row) => [`${row.set.version} ${row.criterion.code}`, row] as const))(
    '%s: the unit’s own count earns nothing, the register’s decides',
    (_, { movement, criterion }) => {
      const own = entry(criterion.code, { numerator: number(6), denominator: number(6) });
      const points = (counts: object) => {
        const registered = { received: null, ...counts };
        const { computed, low, high, max } = scoreCriterion(criterion, own, { movement, period: YEAR, registered });
        return [computed, low, high, max];
      };
      const max = criterion.maxPoints;
      expect(points({})).toEqual([null, 0, max, max]);
      expect(points({ reportsAsked: 6, reportsInTime: 6 })).toEqual([max, max, max, max]);
      expect(points({ reportsAsked: 6, reportsInTime: 1 })).toEqual([0, 0, 0, max]);
      expect(points({ reportsAsked: 0, reportsInTime: 0 })[3]).toBe(0);
    },
  );

  it('not known yet leave a unit waiting, not refused', () => {
    const movement = MOVEMENTS.find(({ id }) => id === 'tan-quang-2023-2025');
    const set = movement?.criteriaSets.find(({ audience }) => audience === 'agency');
    if (!movement || !set) throw new Error('not bundled');
    const points = (register: Register | null) => {
      const file = report('Văn phòng', perfect(set), { audience: 'agency', movement: movement.id, set: set.version });
      const output = run(movement, [file], { register });
      const alreadyAwarded: [] = [];
      const [first] = selectForAwards({ movement, period: YEAR, ...output, register, alreadyAwarded });
      const [sheet] = output.sheets;
      const names = (list: readonly { readonly unit: unknown }[] = []) => list.length;
      return [sheet?.low, sheet?.high, names(first?.waiting), names(first?.excluded), names(first?.qualified)];
    };
    expect(points(null)).toEqual([8600, 10_000, 1, 0, 0]);
    const known = unit('Văn phòng', { audience: 'agency', reportsAsked: 4, reportsInTime: 4 });
    expect(points([known]).slice(2)).toEqual([0, 0, 1]);
  });
});

/** Full points where a figure alone gives them. */
function perfect(set: CriteriaSet) {
  return set.criteria.map((criterion) => entry(criterion.code, best(criterion)));
}

function best({ measure, rule, target, bonus }: Criterion): object {
  if (rule.kind === 'sum' || rule.kind === 'best') {
    return {
      parts: rule.parts.map((part) => ({
        ...entry(part.code),
        ...(part.measure === 'yes-no' ? { value: yes } : { value: number(100) }),
      })),
    };
  }
  if (measure === 'yes-no') return { value: yes };
  if (measure === 'percentage') return { numerator: number(100), denominator: number(100) };
  if (rule.kind === 'levels') {
    const [top] = rule.levels.toSorted((x, y) => y.points - x.points);
    return { value: { ...number(0), reading: { kind: 'level', code: top?.code ?? '' } } };
  }
  return { value: number(rule.kind === 'deduction' || bonus ? 0 : Math.max(100, target?.value ?? 0)) };
}
