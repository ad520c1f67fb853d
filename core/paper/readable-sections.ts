/** Sections of an annex as people say them: `mục PLI.I.1` → `mục I.1 Phụ lục I`. */
import type { Paper, PaperBlock } from './paper.ts';

const ANNEX = /(?<!\p{L})mục PL\s*([IVX\d]*)\.([\p{L}\p{N}.]*[\p{L}\p{N}])/gu;

export function readableSections(paper: Paper): Paper {
  const body = paper.body.map(blockWith);
  return paper.annex
    ? { ...paper, body, annex: { ...paper.annex, body: paper.annex.body.map(blockWith) } }
    : { ...paper, body };
}

function words(text: string): string {
  return text.replace(
    ANNEX,
    (_, annex: string, section: string) => `mục ${section} Phụ lục${annex === '' ? '' : ` ${annex}`}`,
  );
}

function blockWith(block: PaperBlock): PaperBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: words(block.text) };
    case 'heading':
      return block.rest === undefined
        ? { ...block, text: words(block.text) }
        : { ...block, text: words(block.text), rest: words(block.rest) };
    case 'items':
      return { ...block, items: block.items.map(words) };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((text) => words(text).replace(/^PL\s*([IVX\d]*)\.(.+)$/u, '$2 (Phụ lục $1)')),
        ),
      };
    case 'page':
      return block;
  }
}
