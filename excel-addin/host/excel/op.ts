/**
 * The smallest thing a run does or does not do: a few calls that belong together, what they weigh, which actions they
 * serve and how to take them back. Made by the files in actions/, sent by send.ts.
 */

import type { Range } from '../../../core/sheet/grid/sheet.ts';
import type { HostAction, UndoRecord } from '../../../session/host/port.ts';

/** What taking an operation back needs; parts of an UndoRecord. A new sheet's id is known only after the sync. */
interface UndoPart {
  readonly cells?: UndoRecord['cells'];
  readonly marks?: UndoRecord['marks'];
  readonly charts?: readonly { readonly sheet: SheetRef; readonly name: string }[];
  readonly tables?: NonNullable<UndoRecord['tables']>;
  readonly looks?: NonNullable<UndoRecord['looks']>;
  readonly notes?: NonNullable<UndoRecord['notes']>;
  readonly widths?: NonNullable<UndoRecord['widths']>;
  readonly addedSheet?: SheetRef;
  readonly hidden?: readonly string[];
}

export interface Op {
  /** Estimated bytes of the request. */
  readonly bytes: number;
  readonly actions: readonly HostAction[];
  /** Queues the calls; nothing happens before the sync. */
  readonly send: () => void;
  readonly undo?: UndoPart;
  /** Called after the calls ran: null = everything worked, else a function that tries again another way. */
  readonly check?: () => (() => void) | null;
  /** Queued when what `check` gave could not be had either. */
  readonly otherwise?: () => void;
}

/** A sheet to write on: an existing sheet, or one that this run adds. */
export interface SheetRef {
  readonly name: string;
  /** null while the sheet is not made yet: `proxy().id` tells it after the sync. */
  readonly id: string | null;
  readonly proxy: () => Excel.Worksheet;
}

/** A table as it will be when the run is done. */
export interface TableRef {
  readonly sheet: SheetRef;
  readonly range: Range;
  readonly columns: readonly string[];
}

/**
 * What one call weighs beside its data: object paths, names, numbers (measured on the real client, about 250 bytes).
 */
export const CALL = 300;
