/** Figures beside the reports: those of an earlier period, of households, of months and quarters. */
import { periodName } from '../../core/base/period/period.ts';
import { type Result, refuse } from '../../core/base/result.ts';
import type { NamedFile, Progress } from '../host/files.ts';
import type { Course } from '../received/follow-up-course.ts';
import type { HistoryFilesSeen, ShownFile } from '../received/take-history.ts';
import type { YearsSeen } from '../year/see-years.ts';
import { leftOut } from './left-out.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type EarlierWork = ReturnType<typeof earlierWork>;

/** null = the page in one file, which has no room for it. */
const HISTORY = import.meta.env.THI_DUA_SO_ONE_FILE
  ? null
  : { take: () => import('../received/take-history.ts'), see: () => import('../year/see-years.ts') };
const NO_HISTORY = refuse('unsupported', 'Trang một tệp không nhận thành tích các năm.');

export function earlierWork({ host, finish }: WorkTools) {
  return {
    /** Reports of an earlier period, to compare with. */
    takePrevious: async (files: readonly NamedFile[], progress: Progress): Promise<Result<Done>> => {
      const { takePrevious } = await import('../received/take-previous.ts');
      const taken = await takePrevious(host, files, progress);
      if (!taken.ok) return taken;
      const { units, periods, unread, unused, undo: record, refused } = taken.value;
      const periodsText = periods.length > 0 ? ` (${periods.map(periodName).join(', ')})` : '';
      const message = `Đã có số liệu kỳ trước${periodsText} của ${units} đơn vị. Bấm Kiểm tra và chấm điểm để so sánh.`;
      const keptText = unread > 0 ? `Giữ nguyên ${unread} dòng chưa hiểu ở trang "Kỳ trước".` : '';
      return finish(record, [message, keptText], [...leftOut(unused), ...refused]);
    },
    dropPrevious: async (): Promise<Result<Done>> => {
      const { dropPrevious } = await import('../received/take-previous.ts');
      const dropped = await dropPrevious(host);
      if (!dropped.ok) return dropped;
      return finish(dropped.value.undo, ['Không so sánh với kỳ trước nữa.'], dropped.value.refused);
    },
    /** The tables of the files with the columns as they are understood; changes nothing. */
    seeHistory: async (files: readonly NamedFile[]): Promise<Result<HistoryFilesSeen>> =>
      HISTORY ? (await HISTORY.take()).seeHistory(host, files) : NO_HISTORY,
    /** Achievements of earlier years; `shown` = the columns of the tables that are not of ours. */
    takeHistory: async (files: readonly NamedFile[], shown: readonly ShownFile[]): Promise<Result<Done>> => {
      if (HISTORY === null) return NO_HISTORY;
      const taken = await (await HISTORY.take()).takeHistory(host, files, shown);
      if (!taken.ok) return taken;
      const { added, known, unused, undo: record, refused } = taken.value;
      const knownText = known > 0 ? `${known} dòng đã có trong sổ, không ghi lại.` : '';
      return finish(record, [`Đã ghi ${added} dòng thành tích các năm.`, knownText], [...leftOut(unused), ...refused]);
    },
    /** What the workbook knows of earlier years; null = nothing. Changes nothing. */
    seeYears: async (): Promise<Result<YearsSeen | null>> =>
      HISTORY ? (await HISTORY.see()).seeYears(host) : NO_HISTORY,
    /** Books of households are added up into the reports of the villages that keep them. */
    fillTally: async (files: readonly NamedFile[]): Promise<Result<Done>> => {
      const { fillTally } = await import('../received/fill-tally.ts');
      const filled = await fillTally(host, files);
      if (!filled.ok) return filled;
      const { undo: record, messages, left, refused } = filled.value;
      return finish(record, messages, [...leftOut(left), ...refused]);
    },
    /** How far the targets have come, from the short forms of a month or quarter; changes nothing. */
    followUpCourse: async (files: readonly NamedFile[]): Promise<Result<Course>> =>
      (await import('../received/follow-up-course.ts')).followUpCourse(host, files),
  };
}
