/** Data validations of a sheet of ours → XML. */
import { rangeToA1 } from '../../grid/address.ts';
import type { DataValidation } from '../port.ts';
import { escapeXml } from './excel-text.ts';
import { serialFromIso } from './iso-date.ts';

/** Excel's limits for texts of a validation. */
const MAX_TITLE = 32;
const MAX_TEXT = 255;

/** `<dataValidations>`, or '' when there are none. */
export function validationsXml(validations: readonly DataValidation[], prefix: string, date1904: boolean): string {
  if (validations.length === 0) return '';
  const name = `${prefix}dataValidations`;
  const list = validations.map((validation) => validationXml(validation, prefix, date1904)).join('');
  return `<${name} count="${validations.length}">${list}</${name}>`;
}

function validationXml(validation: DataValidation, prefix: string, date1904: boolean): string {
  const { prompt, error, ranges } = validation;
  const { type, operator, formulas } = ruleParts(validation.rule, date1904);
  const attributes = [
    `type="${type}"`,
    ...(operator ? [`operator="${operator}"`] : []),
    ...(error?.style === 'warning' ? ['errorStyle="warning"'] : []),
    `allowBlank="1" showInputMessage="1" showErrorMessage="${validation.open ? 0 : 1}"`,
    ...(error ? [text('errorTitle', error.title, MAX_TITLE), text('error', error.text, MAX_TEXT)] : []),
    ...(prompt ? [text('promptTitle', prompt.title, MAX_TITLE), text('prompt', prompt.text, MAX_TEXT)] : []),
    `sqref="${ranges.map(rangeToA1).join(' ')}"`,
  ].join(' ');
  const name = `${prefix}dataValidation`;
  const inner = formulas.map(
    (formula, index) => `<${prefix}formula${index + 1}>${escapeXml(formula)}</${prefix}formula${index + 1}>`,
  );
  return `<${name} ${attributes}>${inner.join('')}</${name}>`;
}

function ruleParts(
  rule: DataValidation['rule'],
  date1904: boolean,
): { readonly type: string; readonly operator?: string; readonly formulas: readonly string[] } {
  if (rule.kind === 'list') return { type: 'list', formulas: [`"${rule.options.join(',').replaceAll('"', '""')}"`] };
  if (rule.kind === 'list-at') return { type: 'list', formulas: [rule.cells] };
  if (rule.kind === 'date') {
    const formulas = [rule.from, rule.to].map((date) => String(serialFromIso(date, date1904) ?? 0));
    return { type: 'date', operator: 'between', formulas };
  }
  if (rule.max === undefined) return { type: rule.kind, operator: 'greaterThanOrEqual', formulas: [String(rule.min)] };
  return { type: rule.kind, operator: 'between', formulas: [String(rule.min), String(rule.max)] };
}

function text(name: string, value: string, limit: number): string {
  return `${name}="${escapeXml(value.slice(0, limit)).replaceAll('\n', '&#10;')}"`;
}
