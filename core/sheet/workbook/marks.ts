/**
 * Our marks on cells: a conditional format per severity whose rule is always true, so that the office's own fills stay
 * underneath and come back when the mark goes. Ours are known by the text in their rule, in a file as in Excel; all
 * others are never touched.
 */
import { MAX_COLUMNS, MAX_ROWS } from '../grid/address.ts';
import type { Range } from '../grid/sheet.ts';

export type MarkSeverity = 'error' | 'warning' | 'info';

/** RRGGBB. */
export const MARK_FILL: Readonly<Record<MarkSeverity, string>> = { error: 'FFC7CE', warning: 'FFEB9C', info: 'DDEBF7' };
export const MARK_SEVERITIES: readonly MarkSeverity[] = ['error', 'warning', 'info'];
export const WHOLE_SHEET: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

const OURS = /"thi-dua-so:(error|warning|info)"/;

/** The rule, without `=`: true on every cell, and recognizable. */
export function markFormula(severity: MarkSeverity): string {
  return `"thi-dua-so:${severity}"<>""`;
}

/** Severity of a rule of ours; undefined for anybody else's. */
export function markSeverity(formula: string): MarkSeverity | undefined {
  const name = OURS.exec(formula)?.[1];
  return MARK_SEVERITIES.find((severity) => severity === name);
}
