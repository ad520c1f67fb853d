/** A wider set for what the sample set is too small for: composed criteria, a bonus, a deduction, twelve ratios. */
import type { CriteriaSet, Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../../fixtures/sample-movement.ts';

const ratio = SAMPLE_SET.criteria.find((criterion) => criterion.code === '2.1') as Criterion;
const yesNo = { measure: 'yes-no', maxPoints: 100, rule: { kind: 'yes-no' } } as const;
const parts = ['a', 'b'].map((code) => ({ ...yesNo, code, title: `Cách ${code}` }));

export const COMPOSED: CriteriaSet = {
  ...SAMPLE_SET,
  bonusCap: 200,
  criteria: [
    ...Array.from({ length: 12 }, (_, index) => ({
      ...ratio,
      code: `8.${index + 1}`,
      title: `Tỷ lệ hồ sơ loại ${String.fromCharCode(65 + index)} được xử lý trên môi trường mạng`,
      indicator: null,
      maxPoints: 500,
    })),
    {
      ...ratio,
      code: '9.2',
      title: 'Một trong hai cách làm',
      measure: 'amount',
      unit: 'điểm',
      maxPoints: 100,
      target: null,
      indicator: null,
      evidence: 'none',
      rule: { kind: 'best', parts },
    },
    {
      ...ratio,
      code: '9.3',
      title: 'Điểm thưởng mô hình mới',
      measure: 'count',
      unit: 'mô hình',
      bonus: true,
      target: null,
      indicator: null,
      maxPoints: 200,
      rule: { kind: 'per-unit', points: 100, cap: 200 },
    },
    {
      ...ratio,
      code: '9.4',
      title: 'Vi phạm chế độ thông tin',
      measure: 'count',
      unit: 'lần',
      target: null,
      indicator: null,
      evidence: 'none',
      notApplicable: 'full',
      maxPoints: 0,
      rule: { kind: 'deduction', points: 100, cap: 300 },
    },
  ],
};

export const composed: Movement = { ...SAMPLE_MOVEMENT, criteriaSets: [COMPOSED] };
