/** What the last load read of each file in the workbook. */
import type { ReadFile } from '../../core/report/read.ts';

export interface FileReading {
  /** The cells it was read from, as text. */
  readonly contents: readonly string[];
  readonly read: ReadFile;
}

/** Of one workbook; its host holds it, so that two workbooks never share a reading. */
export interface LastReadings {
  /** What the files were read with; absent = no load yet. */
  options?: string;
  /** By the file's name and those of its sheets. */
  byFile?: ReadonlyMap<string, FileReading>;
}
