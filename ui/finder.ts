/** Finds texts by what is typed. Typed without tones, tones do not matter. */
import { bareKey, squashKey } from '../core/base/text/text.ts';

type Finder = (text: string) => boolean;

/** As it stands anywhere in the text, or its words in any order, each as the beginning of a word. */
export function finder(typed: string): Finder {
  const key = keyFor(typed);
  const stands = phraseFinder(typed);
  const words = wordsOf(typed).map(key);
  return (text) => {
    if (stands(text)) return true;
    const found = wordsOf(text).map(key);
    return words.every((word) => found.some((whole) => whole.startsWith(word)));
  };
}

/** Only as it stands; its spaces do not matter. */
export function phraseFinder(typed: string): Finder {
  const key = keyFor(typed);
  const phrase = key(typed);
  return (text) => key(text).includes(phrase);
}

function keyFor(typed: string): (text: string) => string {
  return /[\p{M}đ]/iu.test(typed.normalize('NFD')) ? squashKey : bareKey;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}.]+/u).filter((word) => word !== '');
}
