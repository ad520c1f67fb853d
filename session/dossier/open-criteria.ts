/**
 * "Mở trang tính tiêu chí": shows the criteria of an audience where they are edited: in the dossier's own sheet, or in
 * a sheet made from the bundled movement.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { sheetNamed } from '../../core/dossier/dossier-heading.ts';
import { findAudience } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { loadMovement } from '../../core/movements/load-movement.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { criteriaActions } from '../book/criteria.ts';
import { movementIn } from '../book/own-movement.ts';
import { findTable, OWN_TABLES, rowsOf, textOf } from '../book/own-tables.ts';
import { readSettings } from '../book/settings.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host, HostBook } from '../host/port.ts';
import { loadBook } from '../run/load.ts';

export async function openCriteria(host: Host, audience: string): Promise<Result<Outcome>> {
  const read = await host.read();
  if (!read.ok) return read;
  const settings = readSettings(read.value);
  if (!settings.ok) return settings;
  const held = await movementIn(read.value, settings.value.movement);
  if (!held.ok) return held;
  const bundled = held.value.toCheck === null ? await loadMovement(held.value.movement.id) : undefined;
  if (!bundled) return selected(host, dossierPlace(read.value.book, held.value.movement, audience), NOTHING);
  const loaded = await loadBook(read.value);
  const period = loaded.ok ? loaded.value.period : settings.value.period;
  const outcome = await perform(host, 'Mở bộ tiêu chí', criteriaActions(read.value, bundled, period));
  if (!outcome.ok) return outcome;
  const after = await host.read();
  return after.ok ? selected(host, tablePlace(after.value, bundled, audience), outcome.value) : after;
}

const NOTHING: Outcome = { undo: null, refused: [], actions: 0 };

interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

async function selected(host: Host, place: CellPlace | null, outcome: Outcome): Promise<Result<Outcome>> {
  if (!place) return refuse('not-found', 'Không thấy trang tính tiêu chí trong sổ.');
  const shown = await host.select(place.sheet, place.row, place.column);
  return shown.ok ? done(outcome) : shown;
}

/** The first row of an audience in the sheet of criteria. */
function tablePlace(book: HostBook, movement: Movement, audience: string): CellPlace | null {
  const table = findTable(book, OWN_TABLES.criteria.table);
  if (!table) return null;
  const kind = findAudience(movement, audience)?.kind;
  const at = rowsOf(table).findIndex((row) => findAudience(movement, textOf(row, 'Đối tượng'))?.kind === kind);
  return { sheet: table.sheet, row: table.range.top + 1 + Math.max(0, at), column: table.range.left };
}

/** The first row of the dossier's criteria that names the audience. */
function dossierPlace(book: Book, movement: Movement, audience: string): CellPlace | null {
  const sheet = sheetNamed(book, OWN_TABLES.criteria.sheet);
  if (!sheet) return null;
  const key = bareKey(findAudience(movement, audience)?.name ?? audience);
  const row = [...sheet.rows].find(([, cells]) => cells.some(({ value }) => bareKey(String(value)) === key))?.[0] ?? 0;
  return { sheet: sheet.name, row, column: 0 };
}
