/** The hosts every session test runs over, and the demo's files as the officer would have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markKey } from '../../app/host/marks.ts';
import { previewHost } from '../../app/host/preview-host.ts';
import type { Result } from '../../core/base/result.ts';
import { capturesFileSchema, type Observation } from '../../core/portal/indicator/observation.ts';
import type { Register } from '../../core/report/register.ts';
import { toA1 } from '../../core/sheet/grid/address.ts';
import type { Range } from '../../core/sheet/grid/sheet.ts';
import { csvBook } from '../../core/sheet/workbook/csv.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { markSeverity } from '../../core/sheet/workbook/marks.ts';
import { registerFromBook } from '../../core/sheets/register-sheet.ts';
import { excelHost } from '../../excel-addin/host/excel/excel-host.ts';
import type { Host } from '../../session/host/port.ts';
import { openExcel } from '../excel-host/client.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';

export interface TestHost {
  readonly host: Host;
  /** The officer types into a cell. */
  readonly type: (sheet: string, row: number, column: number, text: string) => void | Promise<void>;
  /** The severity our mark shows on a cell now. */
  readonly marked: (sheet: string, row: number, column: number) => string | undefined;
}

/**
 * The preview and the oldest Excel that the pane runs in: no newer one does anything otherwise in a session but what
 * `excelCaps` tells, which has tests of its own. `bytes` = the workbook to open; absent = a workbook with a sheet of the
 * office's.
 */
export const HOSTS: readonly (readonly [name: string, open: (bytes?: Uint8Array) => TestHost])[] = [
  ['preview', openPreview],
  ['Excel 1.14', (bytes) => openExcelHost('1.14', bytes)],
];

/** The real Excel client over a workbook in memory. Only the last opened is open. */
export function openExcelHost(api: string, bytes: Uint8Array = coverBook()): TestHost {
  const excel = openExcel({ api, name: 'Thi đua 2025.xlsx', from: bytes });
  return {
    host: excelHost(),
    type: (sheet, row, column, text) => excel.type(sheet, toA1(row, column), text),
    marked: (sheet, row, column) => {
      const covers = ({ top, left, bottom, right }: Range) =>
        row >= top && row <= bottom && column >= left && column <= right;
      const rules = excel.book.sheets.find(({ name }) => name === sheet)?.conditionals ?? [];
      const here = rules.find(({ areas }) => areas.some(covers));
      return here && markSeverity(String(here.settings.get('rule.formula')));
    },
  };
}

export function openPreview(bytes: Uint8Array = coverBook()): TestHost {
  const made = previewHost('Thi đua 2025.xlsx', bytes);
  if (!made.ok) throw new Error(made.refusal.message);
  const host = made.value;
  return {
    host,
    type: (sheet, row, column, text) => void sure(host.edit(sheet, row, column, text)),
    marked: (sheet, row, column) => host.marks(sheet).get(markKey(row, column))?.severity,
  };
}

/** A workbook with one sheet of the office's own. */
export function coverBook(): Uint8Array {
  return newBook([{ name: 'Bìa', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'UBND xã Ta Ma' } }] }]);
}

const DEMO = join(import.meta.dirname, '../../cli/demo');

export function demoFiles(): { readonly name: string; readonly bytes: Uint8Array }[] {
  const folder = join(DEMO, 'ta-ma-2025');
  return readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

export function demoRegister(): Register {
  return sure(registerFromBook(csvBook(readFileSync(join(DEMO, 'units.csv'), 'utf8')), demoMovement().audiences));
}

export function demoCapturesText(): string {
  return readFileSync(join(DEMO, 'captures.json'), 'utf8');
}

export function demoObservations(): readonly Observation[] {
  return capturesFileSchema.parse(JSON.parse(demoCapturesText())).observations;
}

export function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message}`);
  return result.value;
}
