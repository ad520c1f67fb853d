/** Targets given out to the units. */
import { done, type Result } from '../../core/base/result.ts';
import { squashKey } from '../../core/base/text/text.ts';
import { givenTargets } from '../../core/report/assigned-targets.ts';
import type { AssignedRead } from '../../core/sheets/assigned-sheet.ts';
import { assignedTargets } from '../book/assigned.ts';
import type { NamedFile } from '../host/files.ts';
import { giveTargets } from '../received/give-targets.ts';
import { type LoadedBook, load } from '../run/load.ts';
import type { WorkTools } from './tools.ts';
import type { Done } from './workspace-data.ts';

/** The targets of the workbook, and where they and the reports do not fit together. */
export interface AssignedSeen extends AssignedRead {
  /** A Vietnamese sentence for each criterion: the units that reported and have no target yet. */
  readonly missing: readonly string[];
  /** Without a register: names with a target of which there is no report. */
  readonly withoutReport: readonly string[];
}

export type AssignedWork = ReturnType<typeof assignedWork>;

export function assignedWork({ host, finish }: WorkTools) {
  return {
    /** Read anew each time. */
    assignedTargets: async (): Promise<Result<AssignedSeen>> => {
      const loaded = await load(host);
      return loaded.ok ? done(seenOf(loaded.value)) : loaded;
    },
    /** A table as text, parted by tabs, or a file of one. */
    giveTargets: async (given: string | NamedFile): Promise<Result<Done>> => {
      const made = await giveTargets(host, given);
      if (!made.ok) return made;
      const { undo, count, known, faults } = made.value;
      const before = known === 0 ? '' : ` ${known} chỉ tiêu đã có trong trang, không ghi lại.`;
      const written = `Đã ghi ${count} chỉ tiêu vào trang “Chỉ tiêu giao”; bấm Kiểm tra và chấm điểm để tính lại.`;
      return finish(undo, [`${count === 0 ? '' : written}${before}`.trim()], faults);
    },
  };
}

function seenOf({ book, movement, period, register, reports }: LoadedBook): AssignedSeen {
  const read = assignedTargets(book, movement, register);
  const { missing } = givenTargets(read.targets, { movement, period, register });
  const reported = new Set(reports.map(({ unit }) => squashKey(unit)));
  const names = new Set(read.targets.map(({ unit }) => unit));
  return {
    ...read,
    missing: missing(reports.map(({ report }) => report)),
    // A register knows its units: a name that is not in it is refused where the targets are read.
    withoutReport: register === null ? [...names].filter((name) => !reported.has(squashKey(name))) : [],
  };
}
