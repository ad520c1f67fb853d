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

/** The cell that says which figure stands in the column of results of this row. */
function labelOf({ at, header: { columns } }: BodyRow): RowLabel | undefined {
  const { value, index, evidence, explanation } = columns;
  if (value === undefined) return undefined;
  for (const { column, text, isText } of at.values()) {
    if (column >= value || !isText) continue;
    if (column === index || column === evidence || column === explanation) continue;
    const figure = figureNamed(text);
    if (figure !== undefined) return { column, text, figure };
  }
  return undefined;
}

/** The figure a word over a column of results, or before a row's figure, stands for. */
export function figureNamed(text: string): RowLabel['figure'] | undefined {
  const role = text.length > LONGEST ? undefined : headerWord(text)?.role;
  return role && FIGURES[role];
}

/** True for a row that holds another figure of the criterion above it: its label stands below a label, and no title beside it. */
export function isLabelled(row: BodyRow, above: BodyRow): boolean {
  const [own, first] = [labelOf(row), labelOf(above)];
  if (own === undefined || own.column !== first?.column || own.figure === first.figure) return false;
  // A word of a criterion's own title is no label: the criterion is named beside its label.
  if (!above.titles.some((title) => title !== first.text)) return false;
  // A program that drops merges leaves the title in both rows.
  return row.titles.every((title) => title === own.text || above.titles.includes(title));
}

/** Labelled rows of a criterion by the figure they hold; null where no labelled row follows. */
export function labelledRows(row: BodyRow, below: readonly BodyRow[]): ReadonlyMap<RowLabel['figure'], BodyRow> | null {
  const rows = [row, ...below.filter((bodyRow) => isLabelled(bodyRow, row))];
  const byFigure = new Map(
    rows.flatMap((bodyRow) => labelOf(bodyRow)?.figure ?? []).map((figure, at) => [figure, rows[at] ?? row]),
  );
  return rows.length > 1 && byFigure.size === rows.length ? byFigure : null;
}
