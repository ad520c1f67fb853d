/** The form filled in with the typed answers: an .xlsx like the file a unit would send by mail. */
import { readValue } from '../../core/report/read/value.ts';
import type { NewCell, NewValue } from '../../core/sheet/workbook/port.ts';
import { newBook } from '../../core/sheet/workbook/xlsx/new-book.ts';
import { DATE_KEY, type Field, type FormPage } from './form-items.ts';

/** Typed values by the key of their field. */
export type Answers = ReadonlyMap<string, string>;

const LOOK = { font: '', numberFormat: 'General' };

export function filledForm(page: FormPage, answers: Answers): Uint8Array {
  const fields = page.items.flatMap((item) => (item.kind === 'line' ? item.fields : []));
  const values = new Map(fields.map((field) => [`${field.row} ${field.column}`, cellOf(field, answers)]));
  values.set(`${page.date.row} ${page.date.column}`, textValue(answers.get(DATE_KEY) ?? ''));
  const number = (code: string, role: string) => {
    const field = fields.find(({ key }) => key === `${code}/${role}`);
    const value = field && values.get(`${field.row} ${field.column}`);
    return value?.kind === 'number' ? value.number : null;
  };
  // A program that reads the file without calculating sees the value that Excel would show.
  for (const { code, row, column } of page.ratios) {
    const [a, b] = [number(code, 'numerator'), number(code, 'denominator')];
    values.set(`${row} ${column}`, shown(page, row, column, a !== null && b !== null && b > 0 ? (a / b) * 100 : ''));
  }
  if (page.total) {
    const own = fields.flatMap(({ key, role }) => (role === 'self' ? (number(key.slice(0, -5), 'self') ?? []) : []));
    // Points have two decimals at most.
    const sum = own.reduce((whole, number) => whole + Math.round(number * 100), 0) / 100;
    const { row, column } = page.total;
    values.set(`${row} ${column}`, shown(page, row, column, own.length === 0 ? '' : sum));
  }
  const cells = page.sheet.cells.map((cell): NewCell => {
    const value = values.get(`${cell.row} ${cell.column}`);
    return value ? { ...cell, value } : cell;
  });
  return newBook([{ ...page.sheet, cells }]);
}

/** The form's own formula with what it comes to. */
function shown({ sheet }: FormPage, row: number, column: number, value: number | string): NewValue {
  const own = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  return own?.kind === 'formula' ? { ...own, value } : { kind: 'empty' };
}

/** A number where there is no doubt which; anything else as it was typed, for the checks to say. */
function cellOf(field: Field, answers: Answers): NewValue {
  const typed = (answers.get(field.key) ?? '').normalize('NFC').trim();
  const measure = measureOf(field);
  if (typed === '' || measure === null) return textValue(typed);
  const { reading } = readValue(typed, LOOK, { measure });
  if (reading.kind !== 'number' || reading.unit !== undefined) return textValue(typed);
  // 1,5 of people: as a number it would look like a 1.500 that Excel misread; as text it stays what was typed.
  const { reading: again } = readValue(reading.value, LOOK, { measure });
  return again.kind === 'number' ? { kind: 'number', number: reading.value } : textValue(typed);
}

function measureOf({ role, measure }: Field) {
  if (role === 'self') return 'points' as const;
  if (role === 'numerator' || role === 'denominator') return role;
  const isFigure = measure === 'count' || measure === 'amount';
  return (role === 'value' || role === 'baseline') && isFigure ? measure : null;
}

function textValue(text: string): NewValue {
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}
