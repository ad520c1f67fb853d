/**
 * All an officer takes away of the workbook as it stands, the Word papers and the book of results, as files for a
 * folder of her own. It changes nothing in the workbook.
 */

import { periodKey } from '../../core/base/period/period.ts';
import { done, type Result } from '../../core/base/result.ts';
import { slug } from '../../core/paper/words.ts';
import type { FolderMade, NamedFile, Progress } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { outcomeOf } from './outcome.ts';
import { resultBookOf } from './result-book.ts';

export async function papersFolder(
  host: Host,
  progress: Progress,
  templates: readonly NamedFile[] = [],
): Promise<Result<FolderMade>> {
  const outcome = await outcomeOf(host, 'văn bản');
  if (!outcome.ok) return outcome;
  const book = await resultBookOf(outcome.value);
  if (!book.ok) return book;
  const { papersOf } = await import('./papers-zip.ts');
  const papers = await papersOf(outcome.value, templates, progress);
  if (!papers.ok) return papers;
  const { files, notes } = papers.value;
  const { movement, period } = outcome.value.facts.run;
  // `thi-dua-ta-ma-2023-2030-ky-2025`; without a period known its place stays out.
  const name = ['thi-dua', slug(movement.id), ...(period ? ['ky', periodKey(period).toLowerCase()] : [])].join('-');
  return done({ name, files: [...files, book.value], notes });
}
