import type { Criterion } from '../../../../../core/movement/criteria-set.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE, pickCriterion, withCriteria } from '../../../../fixtures/grammar/plants/structure.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, remarked } from '../faults.ts';

const STRANGE = [
  'Số buổi giao lưu bóng chuyền hơi',
  'Kết quả vận động quỹ khuyến học',
  'Số mét đường giao thông được bê tông hóa',
  'Số cây xanh trồng mới trong năm',
];

export const faults: readonly Fault[] = [
  remarked('a row of its own', {
    kind: 'unknown-row',
    text: 'Số bài hát',
    cell: { sheet: 'Báo cáo', address: 'B25' },
  }),
];

function added(draft: Draft, draw: Random): Planted | null {
  const criterion = pickCriterion(draft, draw);
  if (criterion === null) return null;
  const code = `${criterion.group}.19`;
  const own: Criterion = {
    ...criterion,
    code,
    title: draw.pick(STRANGE),
    measure: 'count',
    unit: '',
    target: null,
    evidence: 'none',
    rule: { kind: 'yes-no' },
  };
  const wider = withFirst(draft, (report) => {
    const rows = new Map(report.rows).set(code, { value: draw.between(2, 9) });
    return {
      ...withCriteria(report, (all) => all.flatMap((item) => (item === criterion ? [item, own] : [item]))),
      rows,
    };
  });
  return inOneFile(wider, { criterion: null, at: [`${code}/title`] });
}

export const planters: readonly Planter[] = [
  { code: 'unknown-criterion', name: 'a row of its own', fixed: { ...ONE_TABLE }, plant: added },
];
