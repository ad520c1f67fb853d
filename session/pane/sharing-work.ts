/** The shared book: what this workbook gives to others and takes from them. */
import { done, type Result } from '../../core/base/result.ts';
import type { Appeal } from '../../core/commune/calendar/appeal.ts';
import type { SentResult } from '../../core/commune/result/sent-result.ts';
import type { Progress } from '../host/files.ts';
import type { NoticesToSend } from '../share/appraisal-notices.ts';
import type { UnitsToLink } from '../share/book-to-send.ts';
import type { BookToShare, FromOthers } from '../share/shared-book.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type SharingWork = ReturnType<typeof sharingWork>;

export function sharingWork({ bare, now, finish, recorded, finishScored }: WorkTools) {
  return {
    /** The parts of this workbook to share; changes nothing. */
    bookToShare: async (): Promise<Result<BookToShare>> => (await import('../share/shared-book.ts')).bookToShare(bare),
    /** Units that can get a link, and with which criteria; changes nothing. */
    unitsToLink: async (): Promise<Result<UnitsToLink>> => (await import('../share/book-to-send.ts')).unitsToLink(bare),
    /** Notices to units of their points, by link; changes nothing. */
    noticesToSend: async (): Promise<Result<NoticesToSend>> =>
      (await import('../share/appraisal-notices.ts')).noticesToSend(bare),
    /** Writes down what units explained by link; null = nothing is new. */
    takeExplanations: async (came: readonly Appeal[]): Promise<Result<Done | null>> => {
      const taken = await (await import('../council/appeals.ts')).takeExplanations(bare, came);
      if (!taken.ok || taken.value === null) return taken.ok ? done(null) : taken;
      const { undo, rows } = taken.value;
      return finish(undo, [`${rows} giải trình của đơn vị vừa về: xem ở “Cần xem”.`]);
    },
    /** The result of the commune as its province gets it; changes nothing. */
    resultToSend: async (): Promise<Result<SentResult>> =>
      (await import('../share/book-to-send.ts')).resultToSend(bare, now().slice(0, 10)),
    /** Takes decisions and captures of others into the workbook. */
    takeShared: async (fromOthers: FromOthers, progress: Progress): Promise<Result<Done>> => {
      const { takeShared } = await import('../share/shared-book.ts');
      const taken = await takeShared(bare, fromOthers, progress);
      if (!taken.ok) return taken;
      const { record, messages, refused } = taken.value;
      return record === null ? recorded(messages, refused) : finishScored(record, messages, refused, true);
    },
  };
}
