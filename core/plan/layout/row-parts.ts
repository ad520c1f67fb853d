/**
 * A plan laid out as a table of two columns, `1. Kết quả năm trước | - 27 đội hình …; - 82% đoàn viên …`: each row is a
 * part, its first cell the heading and the paragraphs of the second its text.
 */

import { labelAt } from './label.ts';
import type { PlanLine } from './plan-text.ts';
import { NEXT_IN_CELL } from './written-grid.ts';

/** The lines of such tables as a plan without a table has them. Linear in the length of the text. */
export function withRowsAsParts(lines: readonly PlanLine[]): readonly PlanLine[] {
  const parted: PlanLine[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (lines[end]?.raw.split('\t').length === 2) end++;
    const rows = lines.slice(at, Math.max(end, at + 1));
    parted.push(...(areParts(rows) ? rows.flatMap(partOf) : rows));
    at = Math.max(end, at + 1);
  }
  return parted;
}

/** All but a row above them are labelled, and most have a text of several paragraphs. */
function areParts(rows: readonly PlanLine[]): boolean {
  const labelled = rows.filter(({ raw }) => isLabelled(raw.split('\t')[0] ?? ''));
  const long = labelled.filter(({ raw }) => (raw.split('\t')[1] ?? '').includes(NEXT_IN_CELL));
  return labelled.length > 2 && labelled.length >= rows.length - 1 && long.length * 2 >= labelled.length;
}

/** `2. Chỉ tiêu năm 2027`, and no number alone. */
function isLabelled(cell: string): boolean {
  const label = labelAt(cell.trim(), 0);
  return label !== null && label.kind !== 'bullet' && label.end < cell.trim().length;
}

function partOf(line: PlanLine): readonly PlanLine[] {
  const [heading = '', text = ''] = line.raw.split('\t');
  let from = 0;
  return [heading, ...text.split(NEXT_IN_CELL)].flatMap((raw): PlanLine[] => {
    const words = raw.replace(/\s+/g, ' ').trim();
    if (words === '') return [];
    const at = Math.max(from, line.text.indexOf(words, from));
    from = at + words.length;
    return [{ raw, text: words, offset: line.offset + at, newPage: false }];
  });
}
