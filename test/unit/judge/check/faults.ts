/**
 * One planted fault a case: the reports with the fault in, and the one cell where the check has to find it. Every code
 * has cases.
 */
import type { CheckContext } from '../../../../core/judge/check/context.ts';
import type { Flag } from '../../../../core/judge/flag/flag.ts';
import type { ReadFile } from '../../../../core/report/read.ts';
import type { CellRef, Entry, Remark, Report } from '../../../../core/report/report.ts';
import { cell, change, correct, fileOf, MISSING, number, points, read, registered } from './reports.ts';

export interface Fault {
  readonly name: string;
  readonly files: readonly ReadFile[];
  readonly context?: CheckContext;
  readonly criterion?: string;
  readonly cell: CellRef | null;
  readonly file?: string;
  readonly more?: Partial<Flag>;
}

export const base = correct();

export function planted(
  name: string,
  code: string,
  at: CellRef,
  changes: Parameters<typeof change>[2],
  more: Partial<Flag> = {},
): Fault {
  return { name, files: [fileOf(change(base, code, changes))], criterion: code, cell: at, more };
}

export function remarked(name: string, remark: Remark, more: { readonly criterion?: string } = {}): Fault {
  return { name, files: [fileOf({ ...base, remarks: [remark] })], cell: remark.cell, ...more };
}

export function without(report: Report, code: string): Report {
  return { ...report, entries: report.entries.filter((entry) => entry.criterion !== code) };
}

/** a, b and the ratio of the percentage 2.1, with its cells. */
export function ratio(
  a: number | null,
  b: number | null,
  value: number | null,
  percent = false,
): Pick<Entry, 'numerator' | 'denominator' | 'value'> {
  const reading = (item: number | null) => (item === null ? MISSING : number(item));
  return {
    numerator: read(cell('2.1', 'a'), reading(a)),
    denominator: read(cell('2.1', 'b'), reading(b)),
    value: { ...read(cell('2.1', 'value'), reading(value)), percent },
  };
}

export const value = (code: string, reading: Parameters<typeof read>[1]) => ({
  value: read(cell(code, 'value'), reading),
});

export const self = (code: string, own: number) => ({ self: points(cell(code, 'self'), own) });

export const at = cell('2.1', 'value');

export const village = [registered('Bản Nà Đắng')];
