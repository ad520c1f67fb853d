/** Figures that go only up to a day before their period ended: later dossiers are not among them. */
import { dayNumber, dayText, isoDay } from '../../base/period/day.ts';
import { periodDays, periodName } from '../../base/period/period.ts';
import type { PageElement } from './page.ts';
import { notesOf } from './page-notes.ts';
import { dayIn } from './page-period.ts';
import type { CaptureReading } from './reader.ts';

/** `Số liệu cập nhật đến 00:00 ngày 05/09/2025`, `Chốt số liệu lúc 17h00 ngày 05/09/2025`, `Đến 05/09/2025` */
const UP_TO =
  /^(?:(?:tính )?(?:đến|tới)|hết|chốt)(?: hết)?(?: ngày)?\s?:?\s(\d{1,2}[/.-]\d{1,2}[/.-]20\d\d)$|(?:cập nhật|đồng bộ|chốt|khóa sổ|tổng hợp|số liệu|dữ liệu)[^.;]{0,40}(?:đến|tới|hết|lúc|ngày|:)[^.;\d]{0,20}(?:\d{1,2}[:hg]\d{0,2}\S{0,4}\s)?(?:ngày\s)?(\d{1,2}[/.-]\d{1,2}[/.-]20\d\d)/iu;

/** Days of `3 tuần trước` and the like. */
const DAYS: Readonly<Record<string, number>> = { giờ: 0, ngày: 1, tuần: 7, tháng: 31, năm: 366 };

/** `Cập nhật lần cuối: 3 tuần trước` → that day. */
function dayAgo(line: string, today: string): readonly string[] {
  const [, count, unit = ''] =
    /(?:cập nhật|đồng bộ|làm mới)[^.;\d]{0,30}(\d{1,3})\s(giờ|ngày|tuần|tháng|năm)\s(?:trước|qua)(?!\p{L})/iu.exec(
      line,
    ) ?? [];
  return count === undefined ? [] : [isoDay(dayNumber(today) - Number(count) * (DAYS[unit.toLowerCase()] ?? 0))];
}

/** One Vietnamese sentence at most. `at` = ISO instant of the capture: of a period that still runs it is as it should be. */
export function cutShort(page: PageElement, readings: readonly CaptureReading[], at: string): readonly string[] {
  const { lines, alerts, ends } = notesOf(page);
  const days = [...lines, ...alerts, ...ends].flatMap(
    (line) => dayIn(UP_TO.exec(line)?.findLast((part) => part !== undefined) ?? '') ?? [],
  );
  const ago = [...lines, ...alerts, ...ends].flatMap((line) => dayAgo(line, at.slice(0, 10)));
  const last = [...days, ...ago].toSorted().at(-1);
  const period = readings.find((reading) => reading.period !== null && reading.course !== true)?.period;
  if (last === undefined || !period) return [];
  const { from, to } = periodDays(period);
  if (last < from || last >= to || at.slice(0, 10) <= to) return [];
  return [`Trang ghi số liệu chỉ đến ngày ${dayText(last)}, chưa hết ${periodName(period)}.`];
}
