/** Values that may be typed into the cells of our sheets. Lengths are Excel's limits. */

import type { DataValidation } from '../../../core/sheet/workbook/port.ts';
import { areasOf } from './areas.ts';

const MAX_TITLE = 32;
const MAX_TEXT = 255;

export function sendValidation(sheet: Excel.Worksheet, { ranges, rule, prompt, error, open }: DataValidation): void {
  for (const { dataValidation } of areasOf(sheet, ranges)) {
    dataValidation.rule = ruleOf(rule);
    if (prompt) {
      dataValidation.prompt = {
        showPrompt: true,
        title: prompt.title.slice(0, MAX_TITLE),
        message: prompt.text.slice(0, MAX_TEXT),
      };
    }
    if (open) dataValidation.errorAlert = { showAlert: false, style: 'Stop', title: '', message: '' };
    if (error) {
      dataValidation.errorAlert = {
        showAlert: true,
        style: error.style === 'stop' ? 'Stop' : 'Warning',
        title: error.title.slice(0, MAX_TITLE),
        message: error.text.slice(0, MAX_TEXT),
      };
    }
  }
}

function ruleOf(rule: DataValidation['rule']): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.options.join(',') } };
    case 'list-at':
      return { list: { inCellDropDown: true, source: `=${rule.cells}` } };
    case 'date':
      return { date: { formula1: rule.from, formula2: rule.to, operator: 'Between' } };
    case 'decimal':
      return { decimal: boundsOf(rule) };
    case 'whole':
      return { wholeNumber: boundsOf(rule) };
  }
}

function boundsOf({ min, max }: { readonly min: number; readonly max?: number }): Excel.BasicDataValidation {
  return max === undefined
    ? { formula1: min, operator: 'GreaterThanOrEqualTo' }
    : { formula1: min, formula2: max, operator: 'Between' };
}
