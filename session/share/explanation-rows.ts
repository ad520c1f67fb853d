/** What units explained by link, as rows of "Giải trình, kiến nghị". */
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { type Period, periodKey } from '../../core/base/period/period.ts';
import type { Appeal } from '../../core/commune/calendar/appeal.ts';
import { readExplanations, readNotice } from '../../core/share/appraisal-notice.ts';
import type { Shared } from '../../core/share/shared.ts';

const BY_LINK = 'qua liên kết nộp';

/**
 * What units explained of the period, as rows of "Giải trình, kiến nghị" with the points of their notice. What has not
 * arrived, is sealed or cannot be read is left out.
 */
export async function explanationRows(
  { explanations, sealed }: Pick<Shared, 'explanations' | 'sealed'>,
  period: Period | null,
  take: (digest: string) => Promise<Uint8Array | null>,
): Promise<readonly Appeal[]> {
  const rows: Appeal[] = [];
  for (const { unit, period: key, at, file, notice } of explanations) {
    if ((period !== null && periodKey(period) !== key) || sealed.has(file.sha256)) continue;
    const bytes = await take(file.sha256);
    const lines = bytes && readExplanations(bytes);
    const sent = notice && (await take(notice.file.sha256));
    const appraisal = sent && readNotice(new TextDecoder().decode(sent));
    for (const { criterion, text } of lines ?? []) {
      const points =
        criterion === ''
          ? appraisal?.total.points
          : appraisal?.lines.find((line) => line.criterion === criterion)?.points;
      const day = hanoiTime(new Date(at)).slice(0, 10);
      rows.push({ day, kind: 'explanation', unit, criterion, text, points: points ?? null, who: BY_LINK });
    }
  }
  return rows;
}
