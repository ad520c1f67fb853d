/** From a finding of the movement validator (its `where`) to the dossier's cell. */
import type { Movement, Scanned } from '../movement/movement.ts';
import { setPlace } from '../movement/validate/criteria-set.ts';
import { criterionPlace } from '../movement/validate/criterion.ts';
import { type MovementFinding, place } from '../movement/validate/finding.ts';
import { SCANNED_PLACE } from '../movement/validate/plan.ts';
import { FACTS_SHEET } from './dossier-heading.ts';
import { type Facts, LABELS } from './facts.ts';
import * as plan from './plan-tables.ts';
import type { CriterionPlace } from './read-criteria.ts';
import type { PlacedRow } from './table.ts';

export type PlaceOf = (
  finding: Pick<MovementFinding, 'where'>,
) => { readonly sheet: string; readonly cell: string } | null;

type Coded = PlacedRow<{ readonly code: string }>;

interface PlacedSheets {
  readonly facts: (key: keyof Facts) => string;
  readonly targets: readonly Coded[];
  readonly audiences: readonly PlacedRow<{ readonly name: string }>[];
  readonly standards: readonly Coded[];
  readonly quotas: readonly Coded[];
  readonly awards: readonly Coded[];
  readonly calendar: readonly Coded[];
  readonly roles: readonly Coded[];
  readonly warnings: readonly Coded[];
  readonly scanned: readonly PlacedRow<Scanned>[];
  readonly criteria: readonly CriterionPlace[];
}

export function placesOf(movement: Movement, placed: PlacedSheets): PlaceOf {
  const cells = new Map<string, { readonly sheet: string; readonly cell: string }>();
  const add = (where: string, sheet: string, cell: string) => cells.set(where, { sheet, cell });
  for (const { row, cellOf } of placed.targets)
    add(place('Chỉ tiêu', row.code), plan.targetsTable([]).sheet, cellOf('code'));
  for (const key of Object.keys(LABELS) as (keyof Facts)[])
    add(place('Phong trào', LABELS[key]), FACTS_SHEET, placed.facts(key));
  for (const [what, sheet, rows] of [
    ['Hình thức khen', plan.AWARDS.sheet, placed.awards],
    ['Lịch', plan.CALENDAR.sheet, placed.calendar],
    ['Phân công', plan.ROLES.sheet, placed.roles],
    ['Lưu ý', plan.WARNINGS.sheet, placed.warnings],
  ] as const)
    for (const { row, cellOf } of rows) add(place(what, row.code), sheet, cellOf('code'));
  for (const { row, cellOf } of placed.audiences)
    add(place('Đối tượng thi đua', row.name), plan.AUDIENCES.sheet, cellOf('name'));
  for (const { row, cellOf } of placed.standards)
    add(place('Tiêu chuẩn', row.code), plan.standardsTable([]).sheet, cellOf('code'));
  for (const { row, cellOf } of placed.quotas)
    add(place('Chỉ tiêu khen thưởng', row.code), plan.quotasTable([], [], []).sheet, cellOf('code'));
  for (const { row, cellOf } of placed.scanned)
    add(place(SCANNED_PLACE, row.code), plan.SCANNED.sheet, cellOf('confirmed'));
  for (const set of movement.criteriaSets) {
    const where = setPlace(set, movement);
    for (const item of placed.criteria.filter(
      ({ audience, phase }) => audience === set.audience && phase === set.phase,
    )) {
      const criterion = set.criteria.find(({ code }) => code === item.code);
      add(criterion ? criterionPlace(criterion, where) : where, item.sheet, item.cell);
    }
  }
  return ({ where }) => {
    // The longest part of the way that has a cell.
    for (let way = where; way !== ''; way = way.slice(0, Math.max(0, way.lastIndexOf(' › ')))) {
      const found = cells.get(way);
      if (found) return found;
    }
    return null;
  };
}
