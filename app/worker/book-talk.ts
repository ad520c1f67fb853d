/**
 * What the page and the worker that holds its workbook say to each other: one program on both sides, plain data
 * between.
 */
import type { Book, Sheet } from '../../core/sheet/grid/sheet.ts';
import type { HostTable } from '../../session/host/port.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Mark } from '../host/marks.ts';
import type { SelectedCell } from '../host/preview-host.ts';
import type { ChartShown } from '../host/preview-state.ts';
import type { SheetLooks } from '../host/sheet-looks.ts';

/** A worker, or an end of a channel. */
export interface BookPort {
  readonly postMessage: (message: unknown, options?: StructuredSerializeOptions) => void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** What an officer can have done: all of the session but what the page knows or keeps itself. */
export type SessionAct = Exclude<keyof PaneSession, 'kind' | 'movements' | 'extension' | 'watch'>;

/** A sheet as the grid shows it. */
export interface BookView {
  /** Names of the sheets that can be shown. */
  readonly visible: readonly string[];
  readonly book: Pick<Book, 'styles' | 'date1904'>;
  /** null = the workbook has no sheet that can be shown. */
  readonly sheet: Sheet | null;
  readonly looks: SheetLooks;
  /** By `markKey`. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly charts: readonly { readonly chart: ChartShown; readonly table: HostTable | undefined }[];
}

export interface Opening {
  readonly name: string;
  /** null = a new workbook. */
  readonly bytes: Uint8Array | null;
  /** Code of the reader of old workbooks, where the page carries it. */
  readonly reader: Uint8Array<ArrayBuffer> | null;
  /** There is a way to the browser's extension. */
  readonly extension: boolean;
  /** Nothing may change it until `may-change`. */
  readonly onlyLooks: boolean;
}

/** The worker's answer to opening a workbook. */
export interface BookOpened {
  /** It was of an old kind, and is an .xlsx made of its cells now. */
  readonly rebuilt: boolean;
  /** Of a new workbook. */
  readonly made: Uint8Array | null;
}

export type Wish =
  | { readonly kind: 'open'; readonly opening: Opening }
  /** The last of `given` that is a function is `PROGRESS` here. */
  | { readonly kind: 'act'; readonly act: SessionAct | 'waiting' | 'take'; readonly args: readonly unknown[] }
  | { readonly kind: 'view'; readonly sheet: string }
  | { readonly kind: 'save' }
  | { readonly kind: 'may-change' }
  | { readonly kind: 'edit'; readonly at: SelectedCell; readonly text: string }
  | { readonly kind: 'remove-sheet'; readonly sheet: string };

export type ToWorker =
  | { readonly kind: 'wish'; readonly id: number; readonly wish: Wish }
  | { readonly kind: 'extension-said'; readonly id: number; readonly answer: unknown }
  /** A second worker listens at the other end. */
  | { readonly kind: 'reader'; readonly port: MessagePort }
  /** This worker is the second: it holds no workbook, and reads files for the workbook's worker. */
  | { readonly kind: 'read-for'; readonly port: MessagePort };

export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  /** A piece of the answer that follows. */
  | { readonly kind: 'piece'; readonly id: number; readonly piece: unknown }
  /** `bytes` = the workbook, where the wish changed it. */
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown; readonly bytes: Uint8Array | null }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: string }
  | { readonly kind: 'selected'; readonly place: SelectedCell }
  | { readonly kind: 'edited' }
  /** There are many files to read. */
  | { readonly kind: 'want-reader' }
  | { readonly kind: 'ask-extension'; readonly id: number; readonly to: string; readonly message: unknown };

/** Stands for the progress callback. */
export const PROGRESS = 'thi-dua-so:progress';
