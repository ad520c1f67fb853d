/** Faults of a rule: its points, figures, steps, parts. */

import type { Movement } from '../../../core/movement/movement.ts';
import type { ScoringRule } from '../../../core/movement/rule.ts';
import { criterion, type Plant, withRule } from './planted.ts';

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

export const RULE_PLANTS: readonly Plant[] = [
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
];
