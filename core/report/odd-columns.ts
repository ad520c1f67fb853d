/** Whether the officer should look at what the columns of a report were taken for. */
import { headerWord } from './read/header-words.ts';
import type { Report } from './report.ts';

/**
 * True when a column is missing, when a heading is unknown or its figures were not used, or when the columns were read
 * by an officer's answer.
 */
export function hasOddColumns({ layout, remarks, answers }: Report): boolean {
  if (answers) return false;
  const read = new Set(layout.columns.values());
  const isStrange = (layout.headings ?? []).some(
    ({ column, texts }) => !read.has(column) && headerWord(texts.at(-1) ?? '') === undefined,
  );
  const isLeft = remarks.some((remark) => remark.kind === 'unread' && remark.why === 'left-over');
  return layout.isKept === true || isStrange || isLeft || remarks.some(({ kind }) => kind === 'missing-column');
}
