/** "Giải trình, kiến nghị" of the workbook: appeals of units, read, and written down with the points of the day. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { type Appeal, appealStates, pointsOf } from '../../core/commune/calendar/appeal.ts';
import { untiedAppeals } from '../../core/commune/calendar/untied-appeals.ts';
import { setOfReport } from '../../core/movement/criteria-set-for.ts';
import { appealCells } from '../../core/sheets/appeal-sheet.ts';
import { addRows } from '../book/add-rows.ts';
import { APPEALS, appealsIn } from '../book/journal.ts';
import type { Outcome } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { load } from '../run/load.ts';
import { runOver } from '../run/run.ts';

/** Rows of "Giải trình, kiến nghị". */
export interface WrittenAppeals {
  readonly appeals: readonly Appeal[];
  /** Vietnamese sentences on rows that could not be used, or fit no report. */
  readonly faults: readonly string[];
}

/** Reads the rows only: whoever shows them has the points of today (`appealStates`). */
export async function writtenAppeals(host: Host): Promise<Result<WrittenAppeals>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { book, register, reports, movement, period } = loaded.value;
  const { appeals, faults } = appealsIn(book, register);
  if (appeals.length === 0) return done({ appeals, faults });
  const reported = reports.map(({ unit, report }) => ({
    unit,
    criteria: setOfReport(movement, report, period)?.criteria.map(({ code }) => code) ?? null,
  }));
  return done({ appeals, faults: [...faults, ...untiedAppeals(appeals, reported)] });
}

/**
 * Writes down explanations that came by link, once each, whether or not the workbook has the unit's report. Null =
 * nothing is new.
 */
export async function takeExplanations(
  host: Host,
  came: readonly Appeal[],
): Promise<Result<(Outcome & { readonly rows: number }) | null>> {
  const read = await host.read();
  if (!read.ok) return read;
  const keyOf = ({ kind, unit, criterion, text }: Appeal) => JSON.stringify([kind, squashKey(unit), criterion, text]);
  const known = new Set(appealsIn(read.value, null).appeals?.map(keyOf));
  const fresh = came.filter((appeal) => {
    const isNew = !known.has(keyOf(appeal));
    known.add(keyOf(appeal));
    return isNew;
  });
  if (fresh.length === 0) return done(null);
  const added = await addRows(host, APPEALS, NOTE, fresh.map(appealCells));
  return added.ok ? done({ ...added.value, rows: fresh.length }) : added;
}

export type AppealNoted = Omit<Appeal, 'points'>;

const NOTE = 'Mỗi lời của đơn vị, mỗi trả lời là một dòng; dòng đã ghi không sửa. Điểm là điểm lúc ghi.';

/** Refused without a unit that is scored, without words, or where an answer has nothing to answer. */
export async function noteAppeal(host: Host, noted: AppealNoted): Promise<Result<Outcome>> {
  if (noted.text.trim() === '') return refuse('no-text', 'Hãy ghi nội dung.');
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { result } = await runOver(loaded.value);
  if (!result.reports.some(({ unit }) => squashKey(unit) === squashKey(noted.unit)))
    return refuse('no-unit', `Sổ chưa có báo cáo của ${noted.unit === '' ? 'đơn vị' : noted.unit}.`);
  if (noted.kind === 'answer') {
    if (noted.who.trim() === '') return refuse('no-name', 'Hãy ghi họ tên người trả lời.');
    const open = appealStates(appealsIn(loaded.value.book, loaded.value.register).appeals, []).filter(
      ({ answer, appeal }) =>
        answer === null && appeal.criterion === noted.criterion && squashKey(appeal.unit) === squashKey(noted.unit),
    );
    if (open.length === 0)
      return refuse('answered', 'Không còn giải trình, kiến nghị nào của nội dung này chờ trả lời.');
    if (open.some(({ appeal }) => appeal.day > noted.day))
      return refuse('bad-day', 'Ngày trả lời phải từ ngày nhận trở đi.');
  }
  const points = pointsOf(noted, result.reports);
  return addRows(host, APPEALS, NOTE, [appealCells({ ...noted, text: noted.text.trim(), points })]);
}
