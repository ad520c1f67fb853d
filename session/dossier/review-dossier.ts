/** "Soát hồ sơ": marks the cells of this workbook's dossier that have to be corrected or confirmed, with the reason. */

import { groupBy } from '../../core/base/group-by.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { bareKey } from '../../core/base/text/text.ts';
import { DOSSIER_SHEETS, sheetNamed } from '../../core/dossier/dossier-heading.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { WHOLE_SHEET } from '../../core/sheet/workbook/marks.ts';
import { type CellToCheck, movementIn } from '../book/own-movement.ts';
import { settingsIn } from '../book/settings.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';

interface Reviewed extends Outcome {
  readonly toCheck: readonly CellToCheck[];
}

export async function reviewDossier(host: Host): Promise<Result<Reviewed>> {
  const read = await host.read();
  if (!read.ok) return read;
  const held = await movementIn(read.value, settingsIn(read.value).settings.movement);
  if (!held.ok) return held;
  const { toCheck } = held.value;
  if (toCheck === null) return refuse('no-dossier', 'Sổ này không có hồ sơ phong trào.');
  const outcome = await perform(host, 'Soát hồ sơ', markActions(read.value, toCheck));
  return outcome.ok ? done({ ...outcome.value, toCheck }) : outcome;
}

const SEVERITIES = { fault: 'error', question: 'warning' } as const;

function markActions({ book }: HostBook, told: readonly CellToCheck[]): readonly HostAction[] {
  return DOSSIER_SHEETS.flatMap((name): HostAction[] => {
    const sheet = sheetNamed(book, name)?.name;
    if (sheet === undefined) return [];
    // All remarks on a cell make one note; its fault comes before its questions.
    const cells = groupBy(
      told.filter((cellToCheck) => bareKey(cellToCheck.sheet) === bareKey(name)),
      ({ cell }) => cell,
    );
    const marks = [...cells].flatMap(([cell, here]) => {
      const at = fromA1(cell);
      const [first] = here;
      return at && first
        ? [{ at: { ...at, text: here.map(({ message }) => message).join('\n') }, kind: first.kind }]
        : [];
    });
    const cleared: HostAction = { kind: 'mark', sheet, ranges: [WHOLE_SHEET], severity: null };
    const put = (['fault', 'question'] as const).flatMap((kind): HostAction[] => {
      const texts = marks.flatMap((mark) => (mark.kind === kind ? [mark.at] : []));
      const ranges = texts.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
      return texts.length === 0 ? [] : [{ kind: 'mark', sheet, ranges, severity: SEVERITIES[kind], texts }];
    });
    return [cleared, ...put];
  });
}
