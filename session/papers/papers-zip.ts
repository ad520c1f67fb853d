/** The Word papers of the present workbook, in a .zip. Loaded on demand; it changes nothing in the workbook. */
import { done, type Result } from '../../core/base/result.ts';
import { waitsForNumbers } from '../../core/movement/waits-for-numbers.ts';
import { makePapers } from '../../core/paper/make-papers.ts';
import { renderPaper } from '../../core/paper/render/render.ts';
import { fillTemplate } from '../../core/paper/template/fill-template.ts';
import { templateNamed } from '../../core/paper/template/template-named.ts';
import { zipOfFiles } from '../../core/sheet/workbook/xlsx/zip-write.ts';
import { markBook } from '../../core/sheets/own-mark.ts';
import type { FileMade, NamedFile, Progress } from '../host/files.ts';
import type { Host } from '../host/port.ts';
import { type BookOutcome, outcomeOf } from './outcome.ts';

interface PapersMade {
  /** By their paths. */
  readonly files: readonly NamedFile[];
  /** Vietnamese sentences: what to look at before anything of it is signed. */
  readonly notes: readonly string[];
}

/**
 * `given` = the province's own templates: each takes the place of the paper it is called after. Refused while numbers of
 * the movement's scanned plan are not confirmed: papers are signed.
 */
export async function papersOf(
  { facts, faults }: Pick<BookOutcome, 'facts' | 'faults'>,
  given: readonly NamedFile[],
  progress?: Progress,
): Promise<Result<PapersMade>> {
  const waits = waitsForNumbers(facts.run.movement, 'lập văn bản');
  if (waits) return waits;
  const { papers, warnings } = makePapers(facts);
  const named = given.map(({ name, bytes }) => ({ bytes, ...templateNamed(name) }));
  const templates = new Map(named.flatMap((item) => ('kind' in item ? [[item.kind, item.bytes] as const] : [])));
  const problems = new Set(named.flatMap((item) => ('problem' in item ? [item.problem] : [])));
  const files: NamedFile[] = [];
  for (const [at, paper] of papers.entries()) {
    const template = templates.get(paper.kind);
    const filled = template && fillTemplate(template, paper, facts);
    for (const note of filled?.notes ?? []) problems.add(note);
    const bytes = markBook(filled?.bytes ?? (await renderPaper(paper)), 'paper');
    files.push({ name: `${paper.file}.docx`, bytes });
    progress?.((at + 1) / papers.length);
  }
  return done({ files, notes: [...problems, ...faults, ...warnings] });
}

export async function papersZip(
  host: Host,
  templates: readonly NamedFile[] = [],
  progress?: Progress,
): Promise<Result<FileMade>> {
  const outcome = await outcomeOf(host, 'văn bản');
  if (!outcome.ok) return outcome;
  const papers = await papersOf(outcome.value, templates, progress);
  if (!papers.ok) return papers;
  const { files, notes } = papers.value;
  const zip = zipOfFiles(files);
  if (!zip.ok) return zip;
  const name = 'van-ban.zip';
  return done({
    name,
    bytes: zip.value,
    message: `Đã lập ${files.length} văn bản Word vào tệp ${name}.`,
    notes,
  });
}
