/**
 * Text of a PDF in an old one-byte font (TCVN3): its ư is the soft hyphen, which PDF writers print as "-" ("ch-¬ng").
 * It becomes ư's own byte again where only that makes a possible syllable.
 */
import { detectLegacy, toUnicode } from '../../base/text/legacy-text.ts';
import { isSyllable } from '../../base/text/syllable.ts';

/** Letters with a "-" among, before or behind them. */
const WORD = /[\p{L}\u00a1-\u00ff-]*-[\p{L}\u00a1-\u00ff-]*/gu;

/** The same text, of the same length; text in no old font as it is. */
export function tcvn3Hyphens(text: string): string {
  if (!text.includes('-') || detectLegacy(text, '') !== 'tcvn3') return text;
  return text.replace(WORD, (word) => {
    if (/^-+$/.test(word)) return word;
    const soft = word.replaceAll('-', '\u00ad');
    return isSyllable(toUnicode(soft, 'tcvn3').toLowerCase()) ? soft : word;
  });
}
