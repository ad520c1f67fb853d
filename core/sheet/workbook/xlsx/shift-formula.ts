/**
 * The formula of a cell that shares another cell's formula: relative references move with the cell. A light scan, no
 * grammar: text in quotes, quoted sheet names and names that only look like references are left alone.
 */
import { columnName, MAX_COLUMNS, MAX_ROWS } from '../../grid/address.ts';

const REFERENCE =
  /"[^"]*"|'[^']*'|\[[^\]]*\]|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*|\$?\d+(?::\$?\d+)?/gu;

/** `formula` moved down `rows` and right `columns`; a reference that leaves the sheet becomes `#REF!`. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(
    REFERENCE,
    (token, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (!letters || !digits) return token;
      let column = 0;
      for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
      if (column > MAX_COLUMNS) return token;
      const newColumn = column - 1 + (fixedColumn ? 0 : columns);
      const newRow = Number(digits) + (fixedRow ? 0 : rows);
      if (newColumn < 0 || newColumn >= MAX_COLUMNS || newRow < 1 || newRow > MAX_ROWS) return '#REF!';
      return `${fixedColumn}${columnName(newColumn)}${fixedRow}${newRow}`;
    },
  );
}
