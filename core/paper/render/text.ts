/** Text as runs of Word: what a sheet or a person wrote stays text, in one line, without signs XML cannot carry. */
import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { plainText } from '../plain-text.ts';
import { BETWEEN, FONT, SIZE } from './measures.ts';

interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

export function run(text: string, { size = SIZE.body, bold = false, italics = false }: Look = {}): TextRun {
  // A percent sign stays with its number.
  const joined = plainText(text).replace(/(?<=\d) (?=%)/gu, '\u00a0');
  return new TextRun({ text: joined, font: FONT, size, bold, italics });
}

type Layout = Omit<IParagraphOptions, 'children' | 'text'>;

/** A paragraph of one look; 6 pt before and none after unless the layout says otherwise. */
export function line(text: string, look: Look = {}, layout: Layout = {}): Paragraph {
  return lineOf([run(text, look)], layout);
}

export function lineOf(children: readonly TextRun[], layout: Layout = {}): Paragraph {
  return new Paragraph({ spacing: { before: BETWEEN, after: 0 }, ...layout, children: [...children] });
}
