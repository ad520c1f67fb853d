/** Which communes of a capture's list rose or fell, by the table of units the desk shows. */

import type { Mover, Movers } from '../../core/portal/indicator/movers.ts';
import { TOTAL } from '../../core/portal/indicator/total.ts';
import type { Store } from '../store/db.ts';
import { earlierUnits } from './earlier-units.ts';
import { readUnits } from './read-units.ts';
import { unitCaptures } from './unit-captures.ts';
import { arranged, type CaptureOfUnits, type UnitTableRow, unitTable } from './unit-table.ts';

/** `earlier` newest first, `own` = key of the officer's own unit; null = no commune has a total to compare with. */
export function movers(now: CaptureOfUnits, earlier: readonly CaptureOfUnits[], own: string): Movers | null {
  const table = unitTable(now, earlier, { indicator: TOTAL, among: 'communes', mine: '' });
  const days = table.flatMap(({ figure, lastAt }) => (figure.last?.delta == null || lastAt === null ? [] : [lastAt]));
  const since = days.sort().at(-1);
  if (since === undefined) return null;
  const side = (moved: 'rose' | 'fell'): readonly Mover[] => {
    const rows = arranged(table, { words: '', moved, order: 'change', reversed: moved === 'fell' });
    return rows.flatMap((row) => moverOf(row, own)).sort((x, y) => Number(y.mine) - Number(x.mine));
  };
  return { since, rose: side('rose'), fell: side('fell') };
}

function moverOf({ key, name, figure: { value, last }, lastAt }: UnitTableRow, own: string): readonly Mover[] {
  if (value === null || last === null || last.value === null || lastAt === null) return [];
  return [{ name, mine: key === own, value, last: last.value, lastAt }];
}

interface MoversQuestion {
  readonly source: string;
  readonly period: string;
  /** Key of the unit the capture is about. */
  readonly unit: string;
}

/** Of one capture against those of the same source and period before it. */
export async function moversOf(
  db: Store,
  captureId: string,
  { source, period, unit }: MoversQuestion,
): Promise<Movers | null> {
  const now = await readUnits(db, captureId, period);
  if (now.kind !== 'found') return null;
  const totals = now.readings.filter(({ indicator }) => indicator === TOTAL);
  const before = (await unitCaptures(db, { source, period })).filter(({ at }) => at < now.at);
  const earlier: CaptureOfUnits[] = [];
  for await (const captureOfUnits of earlierUnits(db, totals, before, period)) earlier.push(captureOfUnits);
  return movers({ at: now.at, readings: totals }, earlier, unit);
}
