/**
 * The paper form as a list to fill in on a telephone: its groups, its lines in their order, its own words, and the cells
 * a unit may type in. Made from the form itself, so that both always say the same.
 */
import type { FormColumn, FormLine } from '../../core/form/form-grid.ts';
import { formGrid } from '../../core/form/form-grid.ts';
import { committeeOf, type FormSubject, shapeOf } from '../../core/form/form-subject.ts';
import { reportTemplate } from '../../core/form/template.ts';
import { toA1 } from '../../core/sheet/grid/address.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';

export interface Field {
  /** `1.2.a/numerator`: the key under which the typed answer is stored. */
  readonly key: string;
  readonly label: string;
  /** Cell of the form: its address, and 0-based. */
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly role: FormColumn;
  readonly measure: FormLine['measure'];
  /** The options of a choice; null = a typed field. */
  readonly options: readonly string[] | null;
}

export type FormItem =
  | { readonly kind: 'group'; readonly code: string; readonly title: string }
  | {
      readonly kind: 'line';
      readonly code: string;
      readonly title: string;
      /** What the form prints beside it, with the head of the column: unit, target, points, how it is counted. */
      readonly printed: readonly { readonly label: string; readonly text: string }[];
      readonly fields: readonly Field[];
    };

export interface FormPage {
  /** The empty form. */
  readonly sheet: NewSheet;
  readonly items: readonly FormItem[];
  /** The day of the report. */
  readonly date: { readonly label: string; readonly address: string; readonly row: number; readonly column: number };
  /** How to fill it in. */
  readonly guide: readonly string[];
  readonly ratios: readonly { readonly code: string; readonly row: number; readonly column: number }[];
  readonly total: { readonly row: number; readonly column: number } | null;
}

/** Columns whose text stands above the fields; the others name themselves. */
const PRINTED: readonly FormColumn[] = ['unit', 'target', 'max', 'method'];
/** The key under which the day of the report is stored. */
export const DATE_KEY = 'date';

export function formPage(subject: FormSubject): FormPage {
  const grid = formGrid(subject.set, committeeOf(subject.movement), shapeOf(subject));
  const sheet = reportTemplate(subject);
  const texts = new Map(sheet.cells.map(({ row, column, value }) => [`${row} ${column}`, textOf(value)]));
  const textAt = (row: number, column: number | undefined) => texts.get(`${row} ${column}`) ?? '';
  const label = (role: FormColumn) => textAt(grid.headerRow, grid.columns.get(role)).replace(/\s+/g, ' ');
  const items = grid.rows.map((row): FormItem => {
    if (row.kind === 'group') {
      const shared = textAt(row.row, grid.columns.get('method'));
      return { kind: 'group', code: row.code, title: [row.title, shared].filter((text) => text !== '').join('. ') };
    }
    const { code, title, open, measure } = row.line;
    return {
      ...{ kind: 'line', code, title },
      printed: PRINTED.flatMap((role) => {
        const text = textAt(row.row, grid.columns.get(role));
        return text === '' ? [] : [{ label: label(role), text }];
      }),
      fields: [...grid.columns].flatMap(([role, column]): readonly Field[] =>
        open.has(role)
          ? [
              {
                key: `${code}/${role}`,
                address: toA1(row.row, column),
                label: label(role),
                row: row.row,
                column,
                role,
                measure,
                options: choices(sheet, row.row, column),
              },
            ]
          : [],
      ),
    };
  });
  const value = grid.columns.get('value');
  const ratios = grid.rows.flatMap((row) =>
    row.kind === 'line' && row.line.open.has('numerator') && value !== undefined
      ? [{ code: row.line.code, row: row.row, column: value }]
      : [],
  );
  const self = grid.columns.get('self');
  return {
    ...{ sheet, items, ratios, guide: grid.guide },
    date: { label: 'Ngày báo cáo', address: toA1(grid.dateCell.row, grid.dateCell.column), ...grid.dateCell },
    total: grid.totalRow === null || self === undefined ? null : { row: grid.totalRow, column: self },
  };
}

function textOf(value: NewSheet['cells'][number]['value']): string {
  if (value.kind === 'text') return value.text;
  return value.kind === 'number' ? String(value.number).replace('.', ',') : '';
}

function choices({ validations = [] }: NewSheet, row: number, column: number): readonly string[] | null {
  const own = validations.find(({ ranges }) =>
    ranges.some(({ top, bottom, left, right }) => top <= row && row <= bottom && left <= column && column <= right),
  );
  return own?.rule.kind === 'list' ? own.rule.options : null;
}
