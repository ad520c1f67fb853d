/** Each finding of the validator, planted one at a time in a bundled movement and found alone. */
import { describe, expect, it } from 'vitest';
import type { CriteriaSet, Criterion } from '../../../core/movement/criteria-set.ts';
import { type Movement, movementSchema } from '../../../core/movement/movement.ts';
import type { ScoringRule } from '../../../core/movement/rule.ts';
import { FINDING_CODES, type FindingCode } from '../../../core/movement/validate/finding.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';

it.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))('%s has no findings', (_, movement) => {
  expect(validateMovement(movement)).toEqual([]);
});

function copyOf(id: string): Movement {
  return structuredClone(findMovement(id)!);
}

function agencySet(movement: Movement): CriteriaSet {
  return movement.criteriaSets.find((one) => one.audience === 'agency')!;
}

function criterion(movement: Movement, code: string): Criterion {
  return agencySet(movement).criteria.find((one) => one.code === code)!;
}

/** Another rule on criterion 2.1 of the agencies (10 points in Cát Nê, a percentage unless said otherwise). */
function withRule(rule: ScoringRule, measure: Criterion['measure'] = 'percentage'): (movement: Movement) => void {
  return (movement) => Object.assign(criterion(movement, '2.1'), { rule, measure });
}

/** The same under a target that asks for more than the limit. */
function withRuleAbove(limit: number, rule: ScoringRule): (movement: Movement) => void {
  return (movement) => {
    withRule(rule)(movement);
    criterion(movement, '2.1').target = { code: null, comparator: 'gt', value: limit, by: null };
  };
}

/** Each gives all points to exactly 100. */
const NOT_STRICT: readonly ScoringRule[] = [
  { kind: 'proportional', full: 100 },
  { kind: 'threshold', comparator: 'gte', value: 100 },
  {
    kind: 'bands',
    bands: [
      { from: 100, fromInclusive: true, toInclusive: false, points: 1000 },
      { fromInclusive: true, to: 100, toInclusive: false, points: 0 },
    ],
  },
];

const PARTS = [
  { code: 'a', title: 'Ý một', measure: 'yes-no', maxPoints: 600, rule: { kind: 'yes-no' } },
  { code: 'b', title: 'Ý hai', measure: 'count', maxPoints: 400, rule: { kind: 'per-unit', points: 100, cap: 400 } },
] as const;

/** Code, movement, what is planted, what `where` says. */
type Plant = readonly [code: FindingCode, id: string, plant: (movement: Movement) => void, where: string];

const PLANTS: readonly Plant[] = [
  [
    'parts-sum',
    'cat-ne-2024',
    withRule({
      kind: 'sum',
      parts: [PARTS[0], { ...PARTS[1], maxPoints: 300, rule: { kind: 'per-unit', points: 100, cap: 300 } }],
    }),
    'Tiêu chí 2.1',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      criterion(m, '2.6').code = '2.5.a';
    },
    'Tiêu chí 2.5.a',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    withRule({ kind: 'sum', parts: [PARTS[0], { ...PARTS[1], code: 'a' }] }),
    'Tiêu chí 2.1',
  ],
  [
    'points-over-max',
    'cat-ne-2024',
    withRule({ kind: 'levels', levels: [{ code: 'co', label: 'Có', points: 1001 }] }, 'level'),
    'Mức “Có”',
  ],
  [
    'points-over-max',
    'cat-ne-2024',
    withRule({
      kind: 'best',
      parts: [PARTS[0], { ...PARTS[1], maxPoints: 1200, rule: { kind: 'per-unit', points: 100, cap: 1200 } }],
    }),
    'Ý b',
  ],
  [
    'points-over-max',
    'cat-ne-2024',
    withRule({ kind: 'by-date', steps: [{ onOrBefore: '11-04', points: 1100 }], late: 0 }, 'date'),
    'Mốc 1',
  ],
  [
    'points-negative',
    'cat-ne-2024',
    withRule(
      {
        kind: 'levels',
        levels: [
          { code: 'co', label: 'Có', points: 1000 },
          { code: 'khong', label: 'Không', points: -100 },
        ],
      },
      'level',
    ),
    'Mức “Không”',
  ],
  ['max-unreachable', 'cat-ne-2024', withRule({ kind: 'per-unit', points: 100, cap: 900 }, 'count'), 'Tiêu chí 2.1'],
  ['rule-figure', 'cat-ne-2024', withRule({ kind: 'proportional', full: 0 }), 'Tiêu chí 2.1'],
  ['rule-figure', 'cat-ne-2024', withRule({ kind: 'proportional', full: 80, floor: 90 }), 'Tiêu chí 2.1'],
  [
    'rule-figure',
    'cat-ne-2024',
    (m) => {
      withRule({ kind: 'proportional', full: 5, floor: 2 })(m);
      criterion(m, '2.1').direction = 'lower';
    },
    'Tiêu chí 2.1',
  ],
  ...NOT_STRICT.map((rule): Plant => ['target-not-strict', 'cat-ne-2024', withRuleAbove(100, rule), 'Tiêu chí 2.1']),
  ['rule-figure', 'cat-ne-2024', withRule({ kind: 'per-unit', points: 0, cap: 1000 }, 'count'), 'Tiêu chí 2.1'],
  ['rule-measure', 'cat-ne-2024', withRule({ kind: 'yes-no' }), 'Tiêu chí 2.1'],
  [
    'date-steps',
    'cat-ne-2024',
    withRule(
      {
        kind: 'by-date',
        steps: [
          { onOrBefore: '11-10', points: 1000 },
          { onOrBefore: '11-04', points: 500 },
        ],
        late: 0,
      },
      'date',
    ),
    'Tiêu chí 2.1',
  ],
  [
    'date-steps',
    'cat-ne-2024',
    withRule({ kind: 'by-date', steps: [{ onOrBefore: '04/11', points: 1000 }], late: 0 }, 'date'),
    'Tiêu chí 2.1',
  ],
  [
    'band-edges',
    'cat-ne-2024',
    withRule({
      kind: 'bands',
      bands: [
        { fromInclusive: true, toInclusive: false, points: 1000 },
        { from: 90, fromInclusive: true, to: 80, toInclusive: false, points: 500 },
      ],
    }),
    'Mức 2',
  ],
  [
    'set-sum',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').maxPoints = 1300;
    },
    'Bộ tiêu chí UBND xã và các cơ quan, đơn vị',
  ],
  [
    'max-not-positive',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.2').maxPoints += criterion(m, '1.1').maxPoints;
      criterion(m, '1.1').maxPoints = 0;
    },
    'Tiêu chí 1.1',
  ],
  [
    'deduction-with-max',
    'cat-ne-2024',
    (m) => {
      criterion(m, '6.1').maxPoints = 100;
      criterion(m, '1.1').maxPoints -= 100;
    },
    'Tiêu chí 6.1',
  ],
  [
    'rule-figure',
    'cat-ne-2024',
    (m) => {
      criterion(m, '6.1').rule = { kind: 'deduction', points: -200, cap: 400 };
    },
    'Tiêu chí 6.1',
  ],
  [
    'group-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').group = '9';
    },
    'Tiêu chí 1.1',
  ],
  [
    'group-empty',
    'cat-ne-2024',
    (m) => {
      agencySet(m).groups.push({ code: '9', title: 'Nhóm mới' });
    },
    'Nhóm 9',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      agencySet(m).groups.push({ code: '1', title: 'Nhóm lặp' });
    },
    'Nhóm 1',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.2').code = '1.4';
    },
    'Tiêu chí 1.4',
  ],
  [
    'duplicate-code',
    'cat-ne-2024',
    (m) => {
      m.calendar[1]!.code = 'CN-D01';
    },
    'Lịch',
  ],
  [
    'duplicate-set',
    'cat-ne-2024',
    (m) => {
      m.criteriaSets.push(agencySet(m));
    },
    'agency',
  ],
  [
    'audience-unknown',
    'cat-ne-2024',
    (m) => {
      m.standards[0]!.audiences.push('hamlet');
    },
    'CN-S00',
  ],
  [
    'audience-unknown',
    'cat-ne-2024',
    (m) => {
      m.criteriaSets.push({ ...agencySet(m), audience: 'hamlet' });
    },
    'Bộ tiêu chí hamlet',
  ],
  [
    'audience-without-set',
    'cat-ne-2024',
    (m) => {
      m.criteriaSets.pop();
    },
    'Cá nhân',
  ],
  [
    'audience-without-set',
    'ta-ma-2023-2030',
    (m) => {
      m.criteriaSets.pop();
    },
    'Cá nhân',
  ],
  [
    'phase-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.quotas[2]!.phase = 'III';
    },
    'TM-Q03a',
  ],
  [
    'phase-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.criteriaSets.push({ ...agencySet(m), phase: 'III' });
    },
    'giai đoạn III',
  ],
  [
    'award-unknown',
    'ta-ma-2023-2030',
    (m) => {
      m.quotas[0]!.award = 'TM-A99';
    },
    'TM-Q01',
  ],
  [
    'target-without-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.section = ' ';
    },
    'CN-G02',
  ],
  [
    'target-without-source',
    'cat-ne-2024',
    (m) => {
      Object.assign(criterion(m, '1.1'), {
        target: { code: null, comparator: 'gte', value: 80, by: null },
        proposed: false,
      });
    },
    'Tiêu chí 1.1',
  ],
  [
    'target-without-source',
    'cat-ne-2024',
    (m) => {
      Object.assign(criterion(m, '4.2'), { source: { section: '' }, proposed: false });
    },
    'Tiêu chí 4.2',
  ],
  [
    'target-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').target!.code = 'CN-G99';
    },
    'Tiêu chí 1.1',
  ],
  [
    'target-altered',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').target!.value = 70;
    },
    'Tiêu chí 1.1',
  ],
  [
    'target-figure',
    'cat-ne-2024',
    (m) => {
      m.targets[0]!.kind = 'numeric';
    },
    'CN-G01',
  ],
  [
    'target-figure-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.sameAs = 'CN-G99';
    },
    'CN-G02',
  ],
  [
    'target-figure-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.figure = { kind: 'unit-count', audience: 'agency', criterion: '9.9', parts: [] };
    },
    'CN-G02',
  ],
  [
    'target-figure-source',
    'cat-ne-2024',
    (m) => {
      m.targets[1]!.figure = { kind: 'sum', audiences: ['village'], why: 'ở bản' };
    },
    'CN-G02',
  ],
  [
    'gate-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').gates = ['8.1'];
    },
    'Tiêu chí 1.1',
  ],
  [
    'gate-unknown',
    'cat-ne-2024',
    (m) => {
      criterion(m, '1.1').gates = ['1.1'];
    },
    'Tiêu chí 1.1',
  ],
  [
    'gate-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).gates = ['8.1'];
    },
    'Bộ tiêu chí UBND xã',
  ],
  [
    'tie-break-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.unshift({ kind: 'figure', criterion: '8.1' });
    },
    'Khóa 1',
  ],
  [
    'tie-break-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.unshift({ kind: 'points', group: '9' });
    },
    'Khóa 1',
  ],
  [
    'tie-break-unknown',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.unshift({ kind: 'points' });
    },
    'Khóa 1',
  ],
  [
    'tie-break-council',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.pop();
    },
    'Xét khi bằng điểm',
  ],
  [
    'tie-break-council',
    'cat-ne-2024',
    (m) => {
      agencySet(m).tieBreaks.push({ kind: 'women' });
    },
    'Xét khi bằng điểm',
  ],
  [
    'class-order',
    'cat-ne-2024',
    (m) => {
      agencySet(m).classification[2]!.from = 85;
    },
    'Xếp loại',
  ],
  [
    'class-floor',
    'cat-ne-2024',
    (m) => {
      agencySet(m).classification.pop();
    },
    'Xếp loại',
  ],
  [
    'bonus-cap',
    'cat-ne-2024',
    (m) => {
      agencySet(m).bonusCap = 0;
    },
    'Bộ tiêu chí UBND xã',
  ],
];

describe('planted faults', () => {
  it.each(PLANTS)('%s in %s', (code, id, plant, where) => {
    const movement = copyOf(id);
    plant(movement);
    expect(movementSchema.safeParse(movement).success).toBe(true);
    const findings = validateMovement(movement);
    expect(findings.map((one) => one.code)).toEqual([code]);
    expect(findings[0]!.where).toContain(where);
    expect(findings[0]!.message).toMatch(/\p{L}.*\.$/u);
    expect(findings[0]!.todo).toMatch(/\p{L}.*\.$/u);
  });

  it('every finding is planted here or with the bands', () => {
    const planted = new Set<FindingCode>([...PLANTS.map(([code]) => code), 'band-overlap', 'band-gap']);
    expect(FINDING_CODES.filter((code) => !planted.has(code))).toEqual([]);
  });
});

it.each([
  ['a floor above the full figure', { kind: 'proportional', full: 2, floor: 10 }],
  ['a full figure of 0', { kind: 'proportional', full: 0 }],
] as const)('where less is better a proportional rule may have %s', (_, rule) => {
  const movement = copyOf('cat-ne-2024');
  withRule(rule, 'amount')(movement);
  Object.assign(criterion(movement, '2.1'), { direction: 'lower', target: null, proposed: true });
  expect(validateMovement(movement)).toEqual([]);
});

it('a set without points (SR-31) needs no sum and no positive maximum', () => {
  const movement = copyOf('cat-ne-2024');
  const set = agencySet(movement);
  set.scored = false;
  for (const one of set.criteria) one.maxPoints = 0;
  expect(validateMovement(movement)).toEqual([]);
});
