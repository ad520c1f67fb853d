/** What a paper leaves for a person to fill in. */
import { type Paper, paperLines } from './paper.ts';

/** A run of dots as papers write them: the visible blank, a number or a day that is not known. */
const BLANKS = /…{2,}/gu;

export function blanksIn(paper: Paper): number {
  return paperLines(paper).reduce((sum, line) => sum + (line.match(BLANKS)?.length ?? 0), 0);
}

/** The text split at its blanks: every second piece is a blank. */
export function atBlanks(text: string): readonly string[] {
  return text.split(/(…{2,})/u);
}
