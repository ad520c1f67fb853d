/** What a capture is made of, and whether anything came of it. */
import type { CaptureRecord } from './records.ts';

/** Keys of all a capture is made of. */
export function hashesOf({ parts, picture }: CaptureRecord): string[] {
  return [...parts.map(({ hash }) => hash), ...(picture === null ? [] : [picture])];
}

/** Put aside by itself, because no figure was found in it. */
export function isEmpty({ state, nothing }: Pick<CaptureRecord, 'state' | 'nothing'>): boolean {
  return state === 'discarded' && nothing !== undefined;
}
