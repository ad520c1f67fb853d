/** A cleaned page → its words; each number is read again alone, and cut out to be shown. */
import type { CleanPicture } from './clean-picture.ts';
import { cutOut, scaled } from './picture.ts';
import { greyPng } from './png.ts';
import { mayBeLabel } from './scan-labels.ts';
import type { ReadWord, ScanPage } from './scan-text.ts';
import { type ScanWord, saysNumber, scanWords, UNSURE } from './scan-words.ts';

/** What recognises: a page as a table of words (Tesseract's TSV), one line as text. */
export interface Recogniser {
  readonly page: (picture: CleanPicture['read']) => string;
  readonly line: (picture: CleanPicture['read']) => string;
}

/** Paper around a number that is read alone, as a share of the line's height. */
const MARGIN = 0.3;
/** What is shown around it, in heights of the line. */
const AROUND = 4;

export function readPage(page: number, { shown, read }: CleanPicture, recogniser: Recogniser): ScanPage {
  const words = scanWords(recogniser.page(read)).map((word, at, all): ReadWord => {
    const isNumber = saysNumber(word.text);
    const isLabel = all[at - 1]?.line !== word.line && mayBeLabel(word.text);
    if (!isNumber && !isLabel && word.confidence >= UNSURE) return word;
    const { top, height } = word.line;
    const wide = height * AROUND;
    const picture = greyPng(
      scaled(
        cutOut(shown, {
          left: word.left - wide,
          top: top - height * MARGIN,
          width: word.width + 2 * wide,
          height: height * (1 + 2 * MARGIN),
        }),
        0.6,
      ),
    );
    return isNumber ? { ...word, picture, again: recogniser.line(alone(word, read)) } : { ...word, picture };
  });
  return { page, width: read.width, height: read.height, words };
}

function alone({ left, top, width, height, line }: ScanWord, picture: CleanPicture['read']): CleanPicture['read'] {
  const margin = Math.max(3, Math.round(line.height * MARGIN));
  return scaled(
    cutOut(picture, { left: left - margin, top: top - margin, width: width + 2 * margin, height: height + 2 * margin }),
    2,
  );
}
