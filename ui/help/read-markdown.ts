/**
 * The Markdown the help pages are written in → blocks: headings, paragraphs, lists (one level within another), tables,
 * pictures. Within a line: bold words and code. Anything else stays as it is written. Pure.
 */

/** A piece of a line. */
export interface TextSpan {
  readonly kind: 'plain' | 'strong' | 'code';
  readonly text: string;
}
type Line = readonly TextSpan[];

export interface ListItem {
  readonly line: Line;
  readonly within: readonly Line[];
}

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'picture'; readonly words: string; readonly address: string };

export function readMarkdown(text: string): readonly MarkdownBlock[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.replace(/\s+$/, ''))
    .filter((part) => part.trim() !== '')
    .map(blockOf);
}

/** The line's text without its marks. */
export function plainText(line: Line): string {
  return line.map(({ text }) => text).join('');
}

const ITEM = /^(?:[-*]|\d+\.) /;

function blockOf(part: string): MarkdownBlock {
  const lines = part.split(/\r?\n/);
  const [first = ''] = lines;
  const heading = /^(#{1,3}) (.+)$/.exec(first);
  if (heading) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
    return { kind: 'heading', level, line: lineOf(heading[2] ?? '') };
  }
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(first);
  if (picture) return { kind: 'picture', words: picture[1] ?? '', address: picture[2] ?? '' };
  if (first.startsWith('|')) {
    const [head = [], , ...rows] = lines.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => lineOf(cell.trim())),
    );
    return { kind: 'table', head, rows };
  }
  if (ITEM.test(first)) return { kind: 'list', ordered: /^\d/.test(first), items: itemsOf(lines) };
  return { kind: 'paragraph', line: lineOf(lines.map((line) => line.trim()).join(' ')) };
}

function itemsOf(lines: readonly string[]): readonly ListItem[] {
  const items: { line: Line; within: Line[] }[] = [];
  for (const line of lines) {
    const isWithin = /^\s/.test(line);
    const read = lineOf(line.trim().replace(ITEM, ''));
    const last = items.at(-1);
    if (isWithin && last) last.within.push(read);
    else items.push({ line: read, within: [] });
  }
  return items;
}

function lineOf(text: string): Line {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`)/)
    .filter((piece) => piece !== '')
    .map((piece): TextSpan => {
      if (piece.startsWith('**') && piece.endsWith('**')) return { kind: 'strong', text: piece.slice(2, -2) };
      if (piece.startsWith('`') && piece.endsWith('`')) return { kind: 'code', text: piece.slice(1, -1) };
      return { kind: 'plain', text: piece };
    });
}
