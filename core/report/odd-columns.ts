/** Whether the officer should look at what the columns of a report were taken for. */
import { headerWord } from './read/header-words.ts';
import type { Report } from './report.ts';

/** True when a column is missing, one says nothing we know, or they were read as the officer said. */
export function hasOddColumns({ layout, remarks, answers }: Report): boolean {
  if (answers) return false;
  const read = new Set(layout.columns.values());
  const isStrange = (layout.headings ?? []).some(
    ({ column, texts }) => !read.has(column) && headerWord(texts.at(-1) ?? '') === undefined,
  );
  return layout.isKept === true || isStrange || remarks.some(({ kind }) => kind === 'missing-column');
}
