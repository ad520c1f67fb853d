/** A workbook that is a dossier, over a host: what the tests of it start from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../core/dossier/propose/propose-movement.ts';
import { type FormLine, formGrid } from '../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import type { HostBook } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { sure, type TestHost } from './session-hosts.ts';

const PLAN = readFileSync(join(import.meta.dirname, '../fixtures/plans/nghia-tru-2026.txt'), 'utf8');
export const PERIOD = { kind: 'year', year: 2026 } as const;
export const NOW = '2026-12-01T08:00:00+07:00';
export const quiet = () => undefined;

function proposed() {
  const read = readPlan(PLAN);
  if (!read.ok) throw new Error(read.reason);
  return proposeMovement(read.value, { year: 2026 });
}
export const movement = proposed();
export const audience = movement.audiences.find(({ kind }) => criteriaSetFor(movement, kind, PERIOD))!;
export const set = criteriaSetFor(movement, audience.kind, PERIOD)!;

/** Where a text stands in a sheet. */
export function placeOf(
  { book }: HostBook,
  sheet: string,
  text: string,
): { readonly row: number; readonly column: number } {
  const rows = book.sheets.find(({ name }) => name === sheet)?.rows ?? new Map();
  for (const [row, cells] of rows) for (const { column, value } of cells) if (value === text) return { row, column };
  throw new Error(`${text} is not in ${sheet}`);
}

export const faultsOf = ({ dossier }: Workspace) => dossier?.toCheck.filter(({ kind }) => kind === 'fault');

export async function fill({ host, type }: TestHost, unit: string): Promise<void> {
  const grid = formGrid(set, 'UBND xã');
  const { book } = sure(await host.read());
  const { row, column } = grid.dateCell;
  expect(book.sheets.map(({ name }) => name)).toContain(unit);
  await type(unit, row, column, '20/10/2026');
  for (const line of grid.rows) {
    if (line.kind !== 'line') continue;
    for (const role of line.line.open) {
      const text = answer(line.line, role);
      if (text !== '') await type(unit, line.row, grid.columns.get(role)!, text);
    }
  }
}

function answer({ measure, rule }: FormLine, role: string): string {
  if (role === 'numerator' || role === 'denominator') return '10';
  if (role === 'evidence') return 'Báo cáo số 1/BC ngày 15/10/2026';
  if (role !== 'value') return '';
  if (measure === 'yes-no') return 'Có';
  if (rule.kind === 'levels') return rule.levels[0]!.label;
  return measure === 'date' ? '01/10/2026' : '1000';
}
/** The pane over a workbook that is a dossier. */
export async function startDossier(open: (bytes: Uint8Array) => TestHost, bytes = dossierBook(movement)) {
  const held = open(bytes);
  const pane = paneSession(held.host, { now: () => NOW });
  const book = async () => sure(await held.host.read());
  return { held, pane, book, workspace: sure(await pane.open(quiet)) };
}
