/**
 * Rows under one title that each say in a cell of their own which figure they hold: "Kế hoạch" over "Thực hiện",
 * "Số đạt" over "Tổng số".
 */
import { type HeaderRole, headerWord } from './header-words.ts';
import type { BodyRow } from './rows.ts';

interface RowLabel {
  readonly column: number;
  readonly text: string;
  readonly figure: 'value' | 'numerator' | 'denominator' | 'plan';
}

const FIGURES: Readonly<Partial<Record<HeaderRole, RowLabel['figure']>>> = {
  value: 'value',
  figure: 'value',
  ratio: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
  plan: 'plan',
  target: 'plan',
  'target-or-title': 'plan',
};
const LONGEST = 30;

/** The cells that may say which figure stands in the column of results of this row. */
function labelsOf({ at, header: { columns } }: BodyRow): readonly RowLabel[] {
  const { value, index, evidence, explanation } = columns;
  return [...at.values()].flatMap(({ column, text, isText }): readonly RowLabel[] => {
    if (value === undefined || column >= value || !isText) return [];
    if (column === index || column === evidence || column === explanation) return [];
    const figure = figureNamed(text);
    return figure === undefined ? [] : [{ column, text, figure }];
  });
}

/** The figure a word over a column of results, or before a row's figure, stands for. */
export function figureNamed(text: string): RowLabel['figure'] | undefined {
  const role = text.length > LONGEST ? undefined : headerWord(text)?.role;
  return role && FIGURES[role];
}

/** The label of a row that holds another figure of the row above it: below another label, and no title beside it. */
function labelBelow(row: BodyRow, above: BodyRow) {
  const firsts = labelsOf(above);
  for (const own of labelsOf(row)) {
    const first = firsts.find(({ column, figure }) => column === own.column && figure !== own.figure);
    // A word of a criterion's own title is no label: the criterion is named beside its label.
    if (first === undefined || above.titles.every((title) => title === first.text)) continue;
    // A program that drops merges leaves the title in both rows.
    if (row.titles.every((title) => title === own.text || above.titles.includes(title))) return { own, first };
  }
  return null;
}

/** True for a row that holds another figure of the criterion above it. */
export function isLabelled(row: BodyRow, above: BodyRow): boolean {
  return labelBelow(row, above) !== null;
}

/** Labelled rows of a criterion by the figure they hold; null where no labelled row follows. */
export function labelledRows(row: BodyRow, below: readonly BodyRow[]): ReadonlyMap<RowLabel['figure'], BodyRow> | null {
  const found = below.flatMap((bodyRow) => {
    const label = labelBelow(bodyRow, row);
    return label ? [[label.first.figure, row] as const, [label.own.figure, bodyRow] as const] : [];
  });
  const byFigure = new Map(found);
  return found.length > 0 && byFigure.size === 1 + found.length / 2 ? byFigure : null;
}
