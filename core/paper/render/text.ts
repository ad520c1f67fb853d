/** Text as runs of Word: what a sheet or a person wrote stays text, in one line, without signs XML cannot carry. */
import { type IParagraphOptions, Paragraph, TextRun } from 'docx';
import { BETWEEN, FONT, SIZE } from './measures.ts';

export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Signs that have no place in XML 1.0, and halves of letters left alone. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function plainText(text: string): string {
  return text.normalize('NFC').replace(UNFIT, '').replace(/\s+/g, ' ');
}

export function run(text: string, { size = SIZE.body, bold = false, italics = false }: Look = {}): TextRun {
  return new TextRun({ text: plainText(text), font: FONT, size, bold, italics });
}

type Layout = Omit<IParagraphOptions, 'children' | 'text'>;

/** A paragraph of one look; 6 pt before and none after unless the layout says otherwise. */
export function line(text: string, look: Look = {}, layout: Layout = {}): Paragraph {
  return lineOf([run(text, look)], layout);
}

export function lineOf(children: readonly TextRun[], layout: Layout = {}): Paragraph {
  return new Paragraph({ spacing: { before: BETWEEN, after: 0 }, ...layout, children: [...children] });
}
