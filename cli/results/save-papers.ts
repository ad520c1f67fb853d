/** Writes the papers of a run, never over a file that people changed and never over an input. */
import { join } from 'node:path';
import type { PaperFacts } from '../../core/paper/facts.ts';
import { makePapers } from '../../core/paper/make-papers.ts';
import type { Paper } from '../../core/paper/paper.ts';
import type { PaperKind } from '../../core/paper/paper-kinds.ts';
import { fillTemplate } from '../../core/paper/template/fill-template.ts';
import { markBook } from '../../core/sheets/own-mark.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { startProgress } from '../terminal/progress.ts';

interface SavedPapers {
  readonly papers: readonly { readonly file: string; readonly title: string }[];
  /** Vietnamese sentences. */
  readonly warnings: readonly string[];
  /** New names of earlier papers that people had changed. */
  readonly kept: readonly string[];
}

interface SaveOptions {
  /** Inputs of the run, absolute. */
  readonly inputs: readonly string[];
  /** As typed. */
  readonly settings: string | undefined;
  readonly templates: ReadonlyMap<PaperKind, Uint8Array>;
  readonly templatePaths: readonly string[];
}

export async function savePapers(facts: PaperFacts, folder: string, options: SaveOptions): Promise<SavedPapers> {
  const { inputs, settings, templatePaths } = options;
  const isInput = guardOf([...inputs, ...templatePaths, ...(settings === undefined ? [] : [fromUser(settings)])]);
  const { papers, warnings } = makePapers(facts);
  const { renderPaper } = await import('../../core/paper/render/render.ts');
  const paths: string[] = [];
  const notes = new Set<string>();
  const progress = startProgress('Lập văn bản', papers.length);
  for (const paper of papers) {
    const template = options.templates.get(paper.kind);
    const filled = template && fillTemplate(template, paper, facts);
    for (const note of filled?.notes ?? []) notes.add(note);
    const bytes = markBook(filled?.bytes ?? (await renderPaper(paper)), 'paper');
    const written = safeWrite(join(folder, `${paper.file}.docx`), bytes, isInput);
    if (written.renamed !== null) paths.push(written.renamed);
    progress.step(paper.title);
  }
  progress.end();
  return { papers: papers.map(named), warnings: [...notes, ...warnings], kept: paths };
}

function named({ file, title }: Paper) {
  return { file: `van-ban/${file}.docx`, title };
}

/** The printed summary: single papers by name, the others as counts per folder. */
export function papersText({ papers, warnings, kept }: SavedPapers, folder: string): string {
  const single = papers.filter(({ file }) => file.split('/').length === 2);
  const folders = new Map<string, number>();
  for (const { file } of papers) {
    const [, inner, rest] = file.split('/');
    if (inner !== undefined && rest !== undefined) folders.set(inner, (folders.get(inner) ?? 0) + 1);
  }
  const lines = [
    `VĂN BẢN (${folder})`,
    ...single.map(({ file, title }) => `  ${file.split('/')[1]}  ${title}`),
    ...[...folders].map(([name, count]) => `  ${name}/  ${count} văn bản`),
    ...section('BẢN ĐÃ SỬA TAY, GIỮ LẠI', kept),
    ...section('CẦN XEM TRƯỚC KHI KÝ', warnings),
  ];
  return `${lines.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
