/**
 * The pane's interface to the session: plain data to show and the acts of an officer, place by place. The pane knows
 * neither Excel nor scoring; everything that can fail returns a refusal it can print.
 */

import type { Result } from '../../core/base/result.ts';
import type { Ballot } from '../../core/council/ballot.ts';
import type { Moves, WhatIf } from '../../core/judge/run/what-if.ts';
import type { MovementHeading } from '../../core/movement/movement.ts';
import type { CellRef } from '../../core/report/report.ts';
import type { FileMade, FolderMade, NamedFile, Progress } from '../host/files.ts';
import type { OutputKind } from '../papers/make-file.ts';
import type { PapersSeen } from '../papers/see-papers.ts';
import type { PaneWork } from './pane-work.ts';
import type { Done, Workspace } from './workspace-data.ts';

/** The extension of the browser this page runs in. */
interface ExtensionSession {
  /** How many captures wait; undefined without an answer from the extension. */
  readonly waiting: () => Promise<number | undefined>;
  /** Takes them into the workbook. */
  readonly take: (progress: Progress) => Promise<Result<Done>>;
}

/** Acts that are fetched when the first of them is called (pane-work.ts), named and documented in their place's file. */
export type FetchedWork = Readonly<Omit<PaneWork, 'takeWaiting'>>;

export interface PaneSession extends FetchedWork {
  readonly kind: 'excel' | 'preview';
  /** Movements that can be chosen. */
  readonly movements: readonly MovementHeading[];
  readonly open: (progress: Progress) => Promise<Result<Workspace>>;
  /** All candidates as they may be voted on now; changes nothing. */
  readonly ballot: () => Promise<Result<Ballot>>;
  /** The papers as they stand, to be seen before they are saved; changes nothing. */
  readonly seePapers: () => Promise<Result<PapersSeen>>;
  /** Units whose place would change if a criterion's points were set otherwise; changes nothing. */
  readonly whatIf: (wanted: WhatIf) => Promise<Result<Moves>>;
  /** null = this page can reach no browser extension. */
  readonly extension: ExtensionSession | null;
  /** `templates` = the province's own .docx, by their names; for papers. */
  readonly makeFile: (
    kind: OutputKind,
    progress: Progress,
    templates?: readonly NamedFile[],
  ) => Promise<Result<FileMade>>;
  /** The papers and the book of results, file by file. */
  readonly makeFolder: (progress: Progress, templates?: readonly NamedFile[]) => Promise<Result<FolderMade>>;
  /** Brings a cell into view. */
  readonly select: (cell: CellRef) => Promise<Result<void>>;
  /** Calls back when the workbook was edited outside our own writes; returns how to stop. */
  readonly watch: (changed: () => void) => () => void;
}
