/**
 * The first appraisal on its way to the units by their links, and what they wrote in answer on its way into the
 * workbook.
 */
import { dayText } from '../../core/base/period/day.ts';
import { type Period, periodKey } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { cutText } from '../../core/base/text/plain-text.ts';
import { squashKey } from '../../core/base/text/text.ts';
import type { ScoreSheet } from '../../core/judge/score/score-sheet.ts';
import { type AppraisalNotice, noticeBytes } from '../../core/share/appraisal-notice.ts';
import type { Fact } from '../../core/share/fact.ts';
import { digestOf } from '../../core/share/named-bytes.ts';
import type { Standing } from '../../core/share/standing.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';
import { runOver } from '../run/run.ts';
import type { Additions } from './take-part.ts';

export interface NoticesToSend {
  readonly period: Period;
  /** One a unit with points. */
  readonly notices: readonly AppraisalNotice[];
}

/** A notice for each unit of its points as they stand. Refused without a period or scored reports. */
export async function noticesToSend(host: Host): Promise<Result<NoticesToSend>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { period } = loaded.value;
  if (period === null) return refuse('no-period', 'Chưa rõ kỳ báo cáo: hãy chọn kỳ ở mục Báo cáo trước.');
  const { result } = await runOver(loaded.value);
  const notices = result.reports.flatMap(({ unit, score }) => (score ? [noticeOf(unit, score)] : []));
  return notices.length === 0
    ? refuse('no-reports', 'Chưa có báo cáo nào đã chấm để gửi đơn vị.')
    : done({ period, notices });
}

const LONGEST_TITLE = 2000;
const LONGEST_REASON = 8000;

function noticeOf(unit: string, { self, total, max, points }: ScoreSheet): AppraisalNotice {
  const cut = points.filter(({ self: own, points: now, max: most }) => now < most || (own !== null && now < own));
  return {
    ...{ v: 1, unit, total: { self, points: total, max } },
    lines: cut.map(({ criterion, title, max: most, self: own, points: now, reason }) => ({
      ...{ criterion, title: cutText(title, LONGEST_TITLE), max: most, self: own, points: now },
      reason: cutText(reason, LONGEST_REASON),
    })),
  };
}

export interface NoticesMade extends Additions {
  /** Units that get a notice now; units without a link that was not ended. */
  readonly notified: readonly string[];
  readonly without: readonly string[];
}

/** `until` = ISO day, `now` = ISO instant of Hanoi. A unit whose last notice says the same gets none. */
export function noticeFacts(
  { period, notices }: NoticesToSend,
  until: string,
  { links }: Pick<Standing, 'links'>,
  now: string,
): Result<NoticesMade> {
  if (until < now.slice(0, 10))
    return refuse('notice-late', `Hạn giải trình ${dayText(until)} đã qua: hãy ghi ngày từ hôm nay trở đi.`);
  const last = `${until}T23:59:59+07:00`;
  const facts: Fact[] = [];
  const files = new Map<string, Uint8Array>();
  const [notified, without]: [string[], string[]] = [[], []];
  for (const notice of notices) {
    const own = [...links.values()].filter(
      ({ fact, ended }) =>
        ended === null && fact.period === periodKey(period) && squashKey(fact.unit) === squashKey(notice.unit),
    );
    if (own.length === 0) without.push(notice.unit);
    const bytes = noticeBytes(notice);
    const file = { sha256: digestOf(bytes), size: bytes.length };
    const fresh = own.filter(({ notices: known }) => {
      const before = known.at(-1);
      return before?.file.sha256 !== file.sha256 || before.until !== last;
    });
    if (fresh.length === 0) continue;
    notified.push(notice.unit);
    files.set(file.sha256, bytes);
    facts.push(...fresh.map(({ device }): Fact => ({ kind: 'appraised', device, until: last, file })));
  }
  return done({ facts, files, notified, without });
}
