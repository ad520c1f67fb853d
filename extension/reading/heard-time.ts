/**
 * When answers were heard, against when the button was pressed: a tab left open holds figures the portal has long since
 * changed.
 */
import type { CapturePart, CaptureRecord } from '../store/records.ts';
import { instantText } from './time.ts';

/** Milliseconds before the press: an older recorded answer is not read, because the portal can be queried again. */
const MOST_AGE = 15 * 60_000;
/** Milliseconds before the press: for an older answer its time is shown. */
const WORTH_TELLING = 60_000;

export function isTooOld({ at }: CapturePart, record: Pick<CaptureRecord, 'at'>): boolean {
  return at !== undefined && Date.parse(record.at) - Date.parse(at) > MOST_AGE;
}

/** Parts that are not read, of addresses no fresher answer has come from; null when there are none. */
export function tooOldText({ at, parts }: Pick<CaptureRecord, 'at' | 'parts'>): string | null {
  const fresh = new Set(parts.filter((part) => !isTooOld(part, { at })).map(({ url }) => url));
  const old = parts.filter((part) => isTooOld(part, { at }) && !fresh.has(part.url));
  const [first] = old.flatMap((part) => part.at ?? []).sort();
  if (first === undefined) return null;
  return `${new Set(old.map(({ url }) => url)).size} bảng nghe được từ lúc ${instantText(first)} đã quá cũ so với lúc bấm nút, nên không đọc: hãy lấy lại số từ Cổng.`;
}

/**
 * A sentence on the parts that were read; null when all arrived about the time of the press and the page has sent no
 * request since.
 */
export function heardText(used: readonly CapturePart[], record: Pick<CaptureRecord, 'at'>): string | null {
  const heard = used.flatMap(({ at }) => at ?? []).sort();
  const [first] = heard;
  if (first === undefined) return null;
  const again = used
    .flatMap(({ askedAgain }) => askedAgain ?? [])
    .sort()
    .at(-1);
  if (again !== undefined)
    return `Số liệu nghe được lúc ${instantText(first)}, trang đã hỏi lại lúc ${instantText(again)}: số trên trang có thể đã khác. Hãy lấy lại số từ Cổng hoặc tải lại trang rồi bấm lại nút.`;
  const isOlder = Date.parse(record.at) - Date.parse(first) > WORTH_TELLING;
  return isOlder ? `Số liệu nghe được lúc ${instantText(first)}, trước khi bấm nút.` : null;
}
