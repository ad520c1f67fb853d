import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE, pickCriterion, withCriteria } from '../../../../fixtures/grammar/plants/structure.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, planted } from '../faults.ts';
import { cell, points } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('another title', '2.2', cell('2.2', 'title'), {
    title: { text: 'Tỷ lệ hội nghị được ghi biên bản', cell: cell('2.2', 'title') },
  }),
  planted('another maximum', '2.2', cell('2.2', 'max'), { max: points(cell('2.2', 'max'), 20) }),
  planted('the target turned round', '2.1', cell('2.1', 'target'), {
    target: { text: 'Tối đa 80 %', cell: cell('2.1', 'target') },
  }),
  planted('another target', '2.1', cell('2.1', 'target'), {
    target: { text: 'Tối thiểu 60 %', cell: cell('2.1', 'target') },
  }),
];

function otherTitle(draft: Draft, draw: Random): Planted | null {
  const criterion = pickCriterion(draft, draw);
  if (criterion === null) return null;
  const title = `${criterion.title} của ${draw.pick(['người có công', 'hộ nghèo', 'doanh nghiệp nhà nước'])} ${draw.pick(['tại khu trung tâm', 'trong sáu tháng cuối năm'])}`;
  const altered = withFirst(draft, (report) =>
    withCriteria(report, (all) => all.map((item) => (item === criterion ? { ...item, title } : item))),
  );
  return inOneFile(altered, { criterion: criterion.code, at: [`${criterion.code}/title`] });
}

function otherMaximum(draft: Draft, draw: Random): Planted | null {
  const criterion = pickCriterion(draft, draw);
  if (criterion === null || criterion.maxPoints === 0) return null;
  const maxPoints = criterion.maxPoints + 100 * draw.between(2, 9);
  const altered = withFirst(draft, (report) =>
    withCriteria(report, (all) => all.map((item) => (item === criterion ? { ...item, maxPoints } : item))),
  );
  return inOneFile(altered, { criterion: criterion.code, at: [`${criterion.code}/max`] });
}

function otherTarget(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(
    draft,
    draw,
    ({ part, criterion }) => part === null && criterion.target !== null && criterion.target.value > 20,
  );
  const target = line?.criterion.target;
  if (line === null || !target) return null;
  const lower = { ...target, value: target.value - draw.between(5, 15) };
  const altered = withFirst(draft, (report) =>
    withCriteria(report, (all) =>
      all.map((criterion) => (criterion === line.criterion ? { ...criterion, target: lower } : criterion)),
    ),
  );
  return inOneFile(altered, { criterion: line.code, at: [`${line.code}/target`] });
}

export const planters: readonly Planter[] = [
  { code: 'altered-criterion', name: 'title', fixed: { ...ONE_TABLE, titles: 'exact' }, plant: otherTitle },
  {
    code: 'altered-criterion',
    name: 'maximum',
    fixed: { ...ONE_TABLE, self: 'yes', max: 'yes', points: 'number', titles: 'exact' },
    plant: otherMaximum,
  },
  { code: 'altered-criterion', name: 'target', fixed: { ...ONE_TABLE, extras: 'target' }, plant: otherTarget },
];
