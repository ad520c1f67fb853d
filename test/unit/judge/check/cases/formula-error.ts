import { setCell } from '../../../../fixtures/edit-sheet.ts';
import { bytesOf, type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import { figureKeys, isCount, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { type Planted, type Planter, placesAt } from '../../../../fixtures/grammar/plants/planter.ts';
import { contextOf, registerOf } from '../../../../fixtures/grammar/run-composed.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { at, base, type Fault, planted, value } from '../faults.ts';
import { cell, fileOf, points, read, TOTAL_CELL } from '../reports.ts';

export const faults: readonly Fault[] = [
  planted('result', '2.3', cell('2.3', 'value'), value('2.3', { kind: 'error', text: '#REF!' })),
  planted('ratio beside a and b', '2.1', at, { value: read(at, { kind: 'error', text: '#N/A' }) }),
  planted(
    'own points',
    '2.1',
    cell('2.1', 'self'),
    { self: { ...points(cell('2.1', 'self'), 0), reading: { kind: 'error', text: '#VALUE!' } } },
    { doubt: 'nothing' },
  ),
  {
    name: 'total',
    files: [fileOf({ ...base, total: { ...points(TOTAL_CELL, 0), reading: { kind: 'error', text: '#REF!' } } })],
    cell: TOTAL_CELL,
    more: { doubt: 'nothing' },
  },
];

function errorValue(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, isCount);
  if (line === null) return null;
  const composed = write(draft);
  const place = placesAt(composed, figureKeys(line.code)).find(({ sheet, row, column }) =>
    composed.sheets.some(
      (newSheet) =>
        newSheet.name === sheet &&
        newSheet.cells.some((cell) => cell.row === row && cell.column === column && cell.value.kind !== 'empty'),
    ),
  );
  if (place === undefined) return null;
  const error = draw.pick([
    { kind: 'formula', formula: 'NA()', value: '#N/A' },
    { kind: 'formula', formula: '#REF!', value: '#REF!' },
  ] as const);
  const sheets = composed.sheets.map((sheet) => (sheet.name === place.sheet ? setCell(sheet, place, error) : sheet));
  return {
    files: [{ file: composed.file, bytes: bytesOf({ ...composed, sheets }) }],
    context: contextOf(draft.truth, registerOf(draft)),
    criterion: line.code,
    cells: [place],
    composed,
  };
}

export const planters: readonly Planter[] = [
  { code: 'formula-error', name: 'an error for a count', plant: errorValue },
];
