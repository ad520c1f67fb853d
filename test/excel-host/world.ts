/** What the objects of the pretended Excel need of their surroundings: the book, and where to tell what they did. */
import type { Range } from '../../core/sheet/grid/sheet.ts';
import type { HostBook, HostSheet } from './book.ts';
import { refuse } from './host-error.ts';

export type Platform = 'PC' | 'Mac' | 'OfficeOnline';

export interface World {
  readonly book: HostBook;
  readonly platform: Platform;
  /** Between areas in one address: some builds for Windows take the officer's own (office-js#1167, #1985). */
  readonly listSeparator: ',' | ';';
  /** false: `horizontalFitToPages` does not stick. */
  readonly fitsToPages: boolean;
  /** false: nothing can be laid on a sheet. */
  readonly shapes: boolean;
  /** A call that takes the user's own undo away. */
  readonly losesUndo: (call: string, sheet: HostSheet | null) => void;
  /** Values of these cells changed. */
  readonly changed: (sheet: HostSheet, area: Range) => void;
  /** The client starts or stops listening to changed values. */
  readonly listen: (on: boolean) => void;
  /** What reading too many cells gives: by turns null and a refusal. */
  readonly tooLarge: () => null;
  /** Refuses when a test wants this insertion to fail. */
  readonly inserting: () => void;
  /** Events are switched off while false. */
  events: boolean;
}

/** Refuses on a protected sheet, unless its protection allows `allow`. */
export function refuseProtected(sheet: HostSheet, allow?: string): void {
  if (sheet.protection === null) return;
  if (allow !== undefined && sheet.protection[allow] === true) return;
  refuse('AccessDenied', 'Không thể thực hiện yêu cầu: trang tính đang được bảo vệ.');
}
