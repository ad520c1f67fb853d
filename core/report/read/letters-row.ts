/** The row under a header that letters or numbers its columns. */
import type { Page } from './page.ts';

/** `A`, `b`, `1`, `(2)`, `[3]`, `(3)=(1)/(2)`: a mark of the row that letters or numbers the columns. */
export function isMark(text: string): boolean {
  return /^[([]?(?:[a-zđ]|\d{1,2})[)\]]?(?: ?= ?[\d()[\]a-z/:*+x×%., -]{1,24})?$/i.test(text);
}

/** First row of the body under a header: the row of letters or numbers is stepped over. */
export function afterLetters(page: Page, bottom: number): number {
  const row = page.byRow.get(bottom + 1);
  if (!row || row.cells.length < 2 || !row.cells.every((cell) => isMark(cell.text))) return bottom + 1;
  if (row.cells.length === 2 && !row.cells.every(({ text }) => /^[([]/.test(text))) return bottom + 1;
  const marks = row.cells.map((cell) => /[\p{L}\d]{1,2}/u.exec(cell.text)?.[0] ?? '');
  const rising = marks.every((mark, at) => at === 0 || mark !== marks[at - 1]);
  return rising ? bottom + 2 : bottom + 1;
}
