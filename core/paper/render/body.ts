/** The blocks of a paper's body as paragraphs and tables of Word. */
import {
  AlignmentType,
  type FileChild,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PaperBlock, PaperColumn } from '../paper.ts';
import { FIRST_LINE, SIZE, textWidth } from './measures.ts';
import { line, lineOf, run } from './text.ts';

const BODY = { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: FIRST_LINE } } as const;

/** A little air around a table. */
const gap = () => line('', { size: 8 }, { keepNext: true, spacing: { before: 0, after: 0 } });

/**
 * `keepLast`: the last block stays on one page with what follows, so that nobody signs an empty page. The sentence that
 * leads into a table stays with its first row.
 */
export function bodyBlocks(blocks: readonly PaperBlock[], landscape: boolean, keepLast = false): readonly FileChild[] {
  return blocks.flatMap((block, at) => {
    const leadsIn = block.kind === 'paragraph' && blocks[at + 1]?.kind === 'table';
    return blockOf(block, landscape, leadsIn || (keepLast && at === blocks.length - 1));
  });
}

function blockOf(block: PaperBlock, landscape: boolean, keepNext: boolean): readonly FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraphOf(block, keepNext)];
    case 'heading':
      return [
        lineOf([run(block.text, { bold: true }), ...(block.rest === undefined ? [] : [run(` ${block.rest}`)])], {
          ...BODY,
          keepNext: keepNext || block.rest === undefined,
        }),
      ];
    case 'items':
      return block.items.map((text) => line(`- ${text}`, {}, { ...BODY, keepNext }));
    case 'table':
      return [gap(), tableOf(block, landscape, keepNext), gap()];
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function paragraphOf(
  { text, style = 'plain' }: Extract<PaperBlock, { kind: 'paragraph' }>,
  keepNext: boolean,
): Paragraph {
  switch (style) {
    case 'plain':
      return line(text, {}, { ...BODY, keepNext });
    case 'basis':
    case 'note':
      return line(text, { italics: true }, { ...BODY, keepNext });
    case 'centre':
      return line(text, { italics: true }, { alignment: AlignmentType.CENTER, keepNext });
    case 'strong-centre':
      return line(text, { bold: true }, { alignment: AlignmentType.CENTER, keepNext });
  }
}

const ALIGNED = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function tableOf(
  { columns, rows, summed = false }: Extract<PaperBlock, { kind: 'table' }>,
  landscape: boolean,
  keepNext: boolean,
): Table {
  const width = textWidth(landscape);
  const parts = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((width * column.width) / parts));
  const row = (texts: readonly string[], head: boolean, bold: boolean, keep = false) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map((column, at) =>
        cellOf(texts[at] ?? '', column, { width: widths[at] ?? 0, head, bold, keepNext: keep }),
      ),
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
        true,
      ),
      ...rows.map((texts, at) =>
        row(texts, false, summed && at === rows.length - 1, keepNext && at === rows.length - 1),
      ),
    ],
  });
}

interface CellLook {
  readonly width: number;
  readonly head: boolean;
  readonly bold: boolean;
  readonly keepNext: boolean;
}

function cellOf(text: string, column: PaperColumn, { width, head, bold, keepNext }: CellLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      line(
        text,
        { size: SIZE.table, bold },
        {
          alignment: head ? AlignmentType.CENTER : ALIGNED[column.align ?? 'left'],
          spacing: { before: 0, after: 0 },
          keepNext,
        },
      ),
    ],
  });
}
