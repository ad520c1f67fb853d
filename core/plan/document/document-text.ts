/**
 * A document as the text that is stored and shown: a line for each paragraph, a grid as written-grid.ts writes it,
 * struck-out text between `~~`. Hidden words and the marks of notes are left out; the text of a note follows in
 * brackets after its paragraph or grid.
 */

import { gridLines, NEXT_IN_CELL } from '../layout/written-grid.ts';
import { isNoteMark } from './note-mark.ts';
import type { Block, GridBlock, GridCell, Paragraph, PlanDocument, Run } from './plan-document.ts';

export function documentText({ blocks }: PlanDocument): string {
  return blocks.flatMap(linesOf).join('\n');
}

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [paragraphText(block), ...notesOf(block)];
  if (isFrame(block)) return block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(linesOf)));
  const written = block.rows.map((row) => row.map((cell) => ({ ...cell, text: cellText(cell) })));
  // A grid inside a cell is written separately, after the grid around it.
  const within = block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.filter(isGrid)));
  const notes = block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(notesOf)));
  return [...gridLines(written), ...notes, ...within.flatMap((grid) => ['', ...linesOf(grid), ''])];
}

/** `(Chú thích: không tính hồ sơ …)` */
function notesOf(block: Block): readonly string[] {
  if (isGrid(block)) return [];
  const notes = block.runs.flatMap(({ note, hidden }) => (note === undefined || hidden ? [] : [note]));
  return notes.map((note) => `(Chú thích: ${note})`);
}

/**
 * A grid of one column, or two cells beside each other that hold lines of their own, as a letterhead and a signature do:
 * it only places what stands in it.
 */
function isFrame({ rows }: GridBlock): boolean {
  const cells = rows.flat();
  if (cells.every(({ column }) => column === 0)) return true;
  const lines = ({ blocks }: GridCell): number =>
    blocks.flatMap((block) => (block.kind === 'grid' ? [''] : runsText(block.runs).trim().split('\n'))).length;
  return rows.length <= 2 && rows.every((row) => row.length <= 2) && (rows[0] ?? []).some((cell) => lines(cell) > 1);
}

function isGrid(block: Block): block is GridBlock {
  return block.kind === 'grid';
}

function cellText({ blocks }: GridCell): string {
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? wordsInCell(block, blocks.length).split('\n') : []))
    .map((line) => line.replace(/\t/g, ' ').trim())
    .filter((line) => line !== '')
    .join(NEXT_IN_CELL);
}

/** The automatic number of a cell that holds nothing else is what stands in the cell. */
function wordsInCell(paragraph: Paragraph, paragraphs: number): string {
  const text = paragraphText(paragraph);
  return paragraphs === 1 && text.trim() === '' ? paragraph.label : text;
}

function paragraphText({ label, runs }: Paragraph): string {
  const text = runsText(runs);
  return label === '' || text.trim() === '' ? text : `${label} ${text}`;
}

/** Words as they are shown. */
function runsText(runs: readonly Run[]): string {
  let text = '';
  let struck = '';
  const endStruck = (): void => {
    if (struck.trim() !== '') text += `~~${struck}~~`;
    else text += struck;
    struck = '';
  };
  for (const run of runs) {
    if (run.hidden) continue;
    if (run.struck) {
      struck += run.text;
      continue;
    }
    endStruck();
    if (!run.raised || !isNoteMark(run.text, text)) text += run.text;
    // All kinds of spaces count as a space.
    else if (run.text.includes(' ')) text += ' ';
  }
  endStruck();
  return text;
}
