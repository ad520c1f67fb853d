/** A name or a reason as an entry carries it: composed, without blanks around it, at most 200 characters, all whole. */
import { cutText, plainText } from '../base/text/plain-text.ts';
import { LONGEST_NAME } from './fact.ts';

export function tidyName(typed: string): string {
  return cutText(plainText(typed.normalize('NFC')).trim(), LONGEST_NAME);
}
