/** "Soát hồ sơ": what is to be put right in the dossier of this workbook stands as a mark on its cell, in words. */
import { DOSSIER_SHEETS, sheetNamed } from '../../core/dossier/dossier-heading.ts';
import type { CellFault } from '../../core/dossier/table.ts';
import { fromA1 } from '../../core/grid/address.ts';
import { done, type Result, refuse } from '../../core/result.ts';
import { WHOLE_SHEET } from '../../core/workbook/marks.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { movementIn } from './own-movement.ts';
import { settingsIn } from './settings.ts';

interface Reviewed extends Outcome {
  /** Places to put right. */
  readonly told: number;
}

export async function reviewDossier(host: Host): Promise<Result<Reviewed>> {
  const read = await host.read();
  if (!read.ok) return read;
  const held = await movementIn(read.value, settingsIn(read.value).settings.movement);
  if (!held.ok) return held;
  const { told } = held.value;
  if (told === null) return refuse('no-dossier', 'Sổ này không có hồ sơ phong trào.');
  const outcome = await perform(host, 'Soát hồ sơ', markActions(read.value, told));
  return outcome.ok ? done({ ...outcome.value, told: told.length }) : outcome;
}

function markActions({ book }: HostBook, told: readonly CellFault[]): readonly HostAction[] {
  return DOSSIER_SHEETS.flatMap((name): HostAction[] => {
    const sheet = sheetNamed(book, name)?.name;
    if (sheet === undefined) return [];
    const texts = told.flatMap((one) => {
      const at = one.sheet === sheet ? fromA1(one.cell) : null;
      return at ? [{ ...at, text: one.message }] : [];
    });
    const ranges = texts.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
    const cleared: HostAction = { kind: 'mark', sheet, ranges: [WHOLE_SHEET], severity: null };
    return texts.length === 0 ? [cleared] : [cleared, { kind: 'mark', sheet, ranges, severity: 'error', texts }];
  });
}
