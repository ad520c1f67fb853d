/** From what the validator of movements says (`where`) to the cell of the dossier it speaks of. */
import type { Movement, Scanned } from '../movement/movement.ts';
import { setPlace } from '../movement/validate/criteria-set.ts';
import { criterionPlace } from '../movement/validate/criterion.ts';
import { type Finding, place } from '../movement/validate/finding.ts';
import { SCANNED_PLACE } from '../movement/validate/plan.ts';
import * as plan from './plan-tables.ts';
import type { CriterionPlace } from './read-criteria.ts';
import type { PlacedRow } from './table.ts';

export type PlaceOf = (finding: Finding) => { readonly sheet: string; readonly cell: string } | null;

interface Placed {
  readonly targets: readonly PlacedRow<{ readonly code: string }>[];
  readonly audiences: readonly PlacedRow<{ readonly name: string }>[];
  readonly standards: readonly PlacedRow<{ readonly code: string }>[];
  readonly quotas: readonly PlacedRow<{ readonly code: string }>[];
  readonly scanned: readonly PlacedRow<Scanned>[];
  readonly criteria: readonly CriterionPlace[];
}

export function placesOf(movement: Movement, placed: Placed): PlaceOf {
  const cells = new Map<string, { readonly sheet: string; readonly cell: string }>();
  const add = (where: string, sheet: string, cell: string) => cells.set(where, { sheet, cell });
  for (const { row, cellOf } of placed.targets)
    add(place('Chỉ tiêu', row.code), plan.targetsTable([]).sheet, cellOf('code'));
  for (const { row, cellOf } of placed.audiences)
    add(place('Đối tượng thi đua', row.name), plan.AUDIENCES.sheet, cellOf('name'));
  for (const { row, cellOf } of placed.standards)
    add(place('Tiêu chuẩn', row.code), plan.standardsTable([]).sheet, cellOf('code'));
  for (const { row, cellOf } of placed.quotas)
    add(place('Chỉ tiêu khen thưởng', row.code), plan.quotasTable([], []).sheet, cellOf('code'));
  for (const { row, cellOf } of placed.scanned)
    add(place(SCANNED_PLACE, row.code), plan.SCANNED.sheet, cellOf('confirmed'));
  for (const set of movement.criteriaSets) {
    const where = setPlace(set, movement);
    for (const one of placed.criteria.filter(
      ({ audience, phase }) => audience === set.audience && phase === set.phase,
    )) {
      const criterion = set.criteria.find(({ code }) => code === one.code);
      add(criterion ? criterionPlace(criterion, where) : where, one.sheet, one.cell);
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
