/**
 * What may be typed into cells of a sheet of a file. Rules that reckon from other cells cannot be carried over and are
 * left out.
 */
import { rangeFromA1 } from '../../core/sheet/grid/address.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import type { DataValidation } from '../../core/sheet/workbook/port.ts';
import { childrenAt, type Outline } from '../../core/sheet/workbook/xlsx/outline.ts';
import { decodeEntities } from '../../core/sheet/workbook/xlsx/xml-scan.ts';
import { childrenOf, openAt } from './whole-styles.ts';

export function validationsOf(outline: Outline, date1904: boolean): DataValidation[] {
  const { xml } = outline;
  return childrenOf(outline, 'dataValidations').flatMap(({ start }): DataValidation[] => {
    const { attribute } = openAt(xml, start);
    const formulas = childrenAt(xml, start).map(({ openEnd, closeStart }) =>
      decodeEntities(xml.slice(openEnd, closeStart)),
    );
    const rule = ruleOf(attribute('type') ?? '', attribute('operator') ?? 'between', formulas, date1904);
    const ranges = (attribute('sqref') ?? '').split(' ').flatMap((text) => rangeFromA1(text) ?? []);
    if (!rule || ranges.length === 0) return [];
    const prompt = attribute('prompt');
    const error = attribute('error');
    const style = attribute('errorStyle') === undefined ? 'stop' : 'warning';
    return [
      {
        ranges,
        rule,
        ...(prompt ? { prompt: { title: attribute('promptTitle') ?? '', text: prompt } } : {}),
        ...(error ? { error: { style, title: attribute('errorTitle') ?? '', text: error } } : {}),
      },
    ];
  });
}

function ruleOf(
  type: string,
  operator: string,
  [first = '', second = '']: readonly string[],
  date1904: boolean,
): DataValidation['rule'] | null {
  switch (type) {
    case 'list': {
      const options = /^"([^"]*(?:""[^"]*)*)"$/.exec(first)?.[1];
      return options === undefined ? null : { kind: 'list', options: options.replaceAll('""', '"').split(',') };
    }
    case 'whole':
    case 'decimal': {
      const min = numberOf(first);
      const max = numberOf(second);
      if (min === null) return null;
      if (operator === 'greaterThanOrEqual') return { kind: type, min };
      return operator === 'between' && max !== null ? { kind: type, min, max } : null;
    }
    case 'date': {
      const [from, to] = [first, second].map((text) => {
        const serial = numberOf(text);
        return serial === null ? null : readDate(serial, date1904);
      });
      return operator === 'between' && from && to ? { kind: 'date', from, to } : null;
    }
  }
  return null;
}

function numberOf(text: string): number | null {
  return /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}
