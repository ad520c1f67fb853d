/** What an open flag puts in doubt: its own word when it has one, else that of its code. */
import { CATALOGUE } from './catalogue.ts';
import type { Doubt, Flag } from './flag.ts';

export function doubtOf(flag: Flag): Doubt {
  return flag.doubt ?? CATALOGUE[flag.code].doubt;
}
