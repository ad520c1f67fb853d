import { isSameBytes } from '../sheet/workbook/same-bytes.ts';
import { readOwnMark } from './own-mark.ts';

/** Whether a file of ours may take an earlier one's place: it is the same, or an output exactly as we wrote it. */
export function mayReplace(earlier: Uint8Array, bytes: Uint8Array): boolean {
  return isSameBytes(earlier, bytes) || readOwnMark(earlier)?.untouched === true;
}
