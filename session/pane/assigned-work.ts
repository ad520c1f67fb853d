/** Targets given out to the units. */
import { done, type Result } from '../../core/base/result.ts';
import type { AssignedRead } from '../../core/sheets/assigned-sheet.ts';
import { assignedTargets } from '../book/assigned.ts';
import type { NamedFile } from '../host/files.ts';
import { giveTargets } from '../received/give-targets.ts';
import { load } from '../run/load.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

export type AssignedWork = ReturnType<typeof assignedWork>;

export function assignedWork({ host, finish }: WorkTools) {
  return {
    /** Read anew each time. */
    assignedTargets: async (): Promise<Result<AssignedRead>> => {
      const loaded = await load(host);
      if (!loaded.ok) return loaded;
      const { book, movement, register } = loaded.value;
      return done(assignedTargets(book, movement, register));
    },
    /** A table as text, parted by tabs, or a file of one. */
    giveTargets: async (given: string | NamedFile): Promise<Result<Done>> => {
      const made = await giveTargets(host, given);
      if (!made.ok) return made;
      const { undo, count, faults } = made.value;
      return finish(
        undo,
        [`Đã ghi ${count} chỉ tiêu vào trang “Chỉ tiêu giao”; bấm Kiểm tra và chấm điểm để tính lại.`],
        faults,
      );
    },
  };
}
