/** Why Excel would refuse one of our sheets. Kept apart from the code that writes sheets, which is much larger. */
import type { DataValidation, NewSheet, NewTable } from '../port.ts';
import type { ActionCode } from './action-refusal.ts';

/** Excel's limit for the options of a typed list, characters. */
const MAX_LIST = 255;

/** Why Excel would not take the sheet, or undefined. */
export function sheetProblem(sheet: NewSheet): ActionCode | undefined {
  if (!(sheet.tables ?? []).every(isWritableTable)) return 'bad-table';
  if (!(sheet.validations ?? []).every(isWritableValidation)) return 'list-too-long';
  return undefined;
}

/**
 * True when Excel takes the table: a header, at least one row below, a legal name, as many unique headers as columns.
 */
function isWritableTable({ name, range, columns }: NewTable): boolean {
  const unique = new Set(columns.map((column) => column.toLowerCase()));
  return (
    range.bottom > range.top &&
    columns.length === range.right - range.left + 1 &&
    unique.size === columns.length &&
    columns.every((column) => column !== '' && column.length <= 255) &&
    /^[\p{L}_][\p{L}\p{N}_.]{0,199}$/u.test(name) &&
    !/^(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$/i.test(name)
  );
}

/** True when Excel takes the options as a typed list. */
function isWritableValidation({ rule }: DataValidation): boolean {
  if (rule.kind !== 'list') return true;
  return rule.options.join(',').length <= MAX_LIST && rule.options.every((option) => !option.includes(','));
}
