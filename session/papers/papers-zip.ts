/**
 * The Word papers of the workbook as it stands, in one .zip. Fetched when somebody asks for papers; it changes nothing
 * in the workbook.
 */
import { zipSync } from 'fflate';
import { makePapers } from '../../core/paper/make-papers.ts';
import { renderPaper } from '../../core/paper/render/render.ts';
import { fillTemplate } from '../../core/paper/template/fill-template.ts';
import { templateNamed } from '../../core/paper/template/template-named.ts';
import { done, type Result } from '../../core/result.ts';
import type { Host } from '../host/port.ts';
import type { FileMade, NamedFile } from '../pane/pane-session.ts';
import { outcomeOf } from './outcome.ts';

/** `given` = the province's own templates: each takes the place of the paper it is called after. */
export async function papersZip(
  host: Host,
  given: readonly NamedFile[] = [],
  progress?: (done: number) => void,
): Promise<Result<FileMade>> {
  const outcome = await outcomeOf(host, 'văn bản');
  if (!outcome.ok) return outcome;
  const { papers, warnings } = makePapers(outcome.value.facts);
  const named = given.map(({ name, bytes }) => ({ bytes, ...templateNamed(name) }));
  const templates = new Map(named.flatMap((one) => ('kind' in one ? [[one.kind, one.bytes] as const] : [])));
  const told = new Set(named.flatMap((one) => ('told' in one ? [one.told] : [])));
  const files: Record<string, Uint8Array> = {};
  for (const [at, paper] of papers.entries()) {
    const template = templates.get(paper.kind);
    const filled = template && fillTemplate(template, paper, outcome.value.facts);
    for (const note of filled?.notes ?? []) told.add(note);
    files[`${paper.file}.docx`] = filled?.bytes ?? (await renderPaper(paper));
    progress?.((at + 1) / papers.length);
  }
  const name = 'van-ban.zip';
  return done({
    name,
    bytes: zipSync(files, { level: 0, mtime: new Date(2025, 0, 1) }),
    said: `Đã lập ${papers.length} văn bản Word vào tệp ${name}.`,
    notes: [...told, ...outcome.value.faults, ...warnings],
  });
}
