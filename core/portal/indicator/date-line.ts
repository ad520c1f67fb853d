/**
 * Days on which the figures of a whole source jumped, as they do where a formula or what is counted changes: figures of
 * before and after are two courses. Of the 2026 portal one is known (facts on the portal, 6.2): from May to June 2026
 * the dossiers on time of a province rose from 44,7 % to 84,16 %, those online from 3,24 % to 17,09 %.
 */
import { parsePeriod, periodDays } from '../../base/period/period.ts';

const LINES: ReadonlyMap<string, string> = new Map([['quoc-gia-2026', '2026-06-01']]);

/**
 * One Vietnamese sentence where two periods (keys as `2026-05`) lie on both sides of such a day; null where they do not.
 * A period that the day lies in is on both.
 */
export function dateLine(source: string, earlier: string, later: string): string | null {
  const line = LINES.get(source);
  const [before, after] = [earlier, later].map((key) => parsePeriod(key));
  if (line === undefined || !before || !after) return null;
  const isCrossed = periodDays(before).from < line && periodDays(after).to >= line && earlier !== later;
  return isCrossed
    ? 'Từ tháng 6 năm 2026 số của Cổng đổi đột ngột ở cả tỉnh, có thể do đổi cách tính: so với trước đó chỉ để tham khảo.'
    : null;
}
