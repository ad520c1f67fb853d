/** Appraisers: who appraises what, and the workbooks they filled in. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { type AssignmentsRead, assign, assignedIn } from '../book/appraisers.ts';
import type { NamedFile } from '../host/files.ts';
import { load } from '../run/load.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type AppraisersWork = ReturnType<typeof appraisersWork>;

export function appraisersWork({ host, now, finish, finishScored }: WorkTools) {
  return {
    /** Read anew each time. */
    appraisers: async (): Promise<Result<AssignmentsRead>> => {
      const loaded = await load(host);
      return loaded.ok ? done(assignedIn(loaded.value.book, loaded.value.movement)) : loaded;
    },
    /** `audience` = its name, '' = all; `criteria` = codes as typed, '' = all. */
    assignAppraiser: async (wanted: Parameters<typeof assign>[1]): Promise<Result<Done>> => {
      if (wanted.appraiser.trim() === '') return refuse('no-name', 'Hãy ghi người, cơ quan thẩm định.');
      const written = await assign(host, wanted);
      return written.ok ? finish(written.value.undo, ['Đã ghi vào trang “Phân công thẩm định”.']) : written;
    },
    /** What appraisers filled in comes into the log. */
    takeSlips: async (files: readonly NamedFile[]): Promise<Result<Done>> => {
      const { takeSlips } = await import('../council/take-slips.ts');
      const taken = await takeSlips(host, files, now());
      if (!taken.ok) return taken;
      const { scored, messages, left } = taken.value;
      return scored === null ? finish(null, messages, left) : finishScored(scored, messages, left, true);
    },
  };
}
