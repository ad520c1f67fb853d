import { isSameBytes } from '../sheet/workbook/same-bytes.ts';
import { readOwnMark } from './own-mark.ts';

/**
 * Whether a file of ours may replace an earlier file: they are equal, or the earlier file is an output exactly as we
 * wrote it.
 */
export function mayReplace(earlier: Uint8Array, bytes: Uint8Array): boolean {
  return isSameBytes(earlier, bytes) || readOwnMark(earlier)?.untouched === true;
}
