/** A name or a reason as an entry carries it: composed, without blanks around it, at most 200 characters, all whole. */
import { cutText, plainText } from '../base/text/plain-text.ts';

/** UTF-16 units of a name or a reason. */
export const LONGEST_NAME = 200;

export function tidyName(typed: string): string {
  return cutText(plainText(typed.normalize('NFC')).trim(), LONGEST_NAME);
}
