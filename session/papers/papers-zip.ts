/**
 * The Word papers of the workbook as it stands, in one .zip. Fetched when somebody asks for papers; it changes nothing
 * in the workbook.
 */
import { zipSync } from 'fflate';
import { makePapers } from '../../core/paper/make-papers.ts';
import { renderPaper } from '../../core/paper/render/render.ts';
import type { Result } from '../../core/result.ts';
import type { Host } from '../host/port.ts';
import { done } from '../host/refusal.ts';
import type { FileMade } from '../pane/pane-session.ts';
import { outcomeOf } from './outcome.ts';

export async function papersZip(host: Host, progress?: (done: number) => void): Promise<Result<FileMade>> {
  const outcome = await outcomeOf(host, 'văn bản');
  if (!outcome.ok) return outcome;
  const { papers, warnings } = makePapers(outcome.value.facts);
  const files: Record<string, Uint8Array> = {};
  for (const [at, paper] of papers.entries()) {
    files[`${paper.file}.docx`] = await renderPaper(paper);
    progress?.((at + 1) / papers.length);
  }
  const name = 'van-ban.zip';
  return done({
    name,
    bytes: zipSync(files, { level: 0, mtime: new Date(2025, 0, 1) }),
    said: `Đã lập ${papers.length} văn bản Word vào tệp ${name}.`,
    notes: [...outcome.value.faults, ...warnings],
  });
}
