/** What the recognition found on a page: its table of words (TSV) → words with their places. */
import { nfc } from '../../../base/text/text.ts';
import type { PixelBox } from './picture.ts';

export interface ScanWord extends PixelBox {
  readonly text: string;
  /** 0 to 100, as the recognition says of itself. */
  readonly confidence: number;
  /** The printed line it stands on. */
  readonly line: PixelBox;
}

const LINE = '4';
const WORD = '5';

/** Words in their order. Rows that are no such are left out. */
export function scanWords(tsv: string): readonly ScanWord[] {
  const words: ScanWord[] = [];
  let line: PixelBox = { left: 0, top: 0, width: 0, height: 0 };
  for (const row of tsv.split('\n')) {
    const [level, , , , , , left, top, width, height, confidence, ...rest] = row.split('\t');
    const box = { left: Number(left), top: Number(top), width: Number(width), height: Number(height) };
    if (level === LINE) line = box;
    const text = nfc(rest.join(' ')).trim();
    if (level === WORD && text !== '' && Number.isFinite(box.left + box.top + box.width + box.height))
      words.push({ ...box, text, confidence: Number(confidence) || 0, line });
  }
  return words;
}

/** A word that says a number or how it compares: it is read again alone. */
export function saysNumber(text: string): boolean {
  return /[\d<>≥≤]/.test(text);
}

/** Below this a word is marked. */
export const UNSURE = 60;

/** Surer than this a number may be right, if it reads the same alone. */
const SURE = 85;

/** Signs that are read for each other, surely and twice. */
const ALIKE = /[<>≥≤]|\d[OoIl]|[OoIl]\d/;

/** Whether a number may have been misread. `again` = the same number read alone. */
export function isDoubtful(text: string, confidence: number, again: string): boolean {
  return confidence < SURE || bare(text) !== bare(again) || ALIKE.test(text);
}

/** The signs that make the number, without what stands around it. */
function bare(text: string): string {
  return nfc(text)
    .replace(/\s+/g, '')
    .replace(/^[^\p{L}\p{N}≥≤<>+-]+|[^\p{L}\p{N}%]+$/gu, '');
}
