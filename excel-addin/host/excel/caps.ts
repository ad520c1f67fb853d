/**
 * The only place that queries which requirement sets this Excel has; no version number occurs elsewhere. Calls to newer
 * members are in the file that uses them, behind a flag from here.
 */

import type { Capabilities } from '../../../session/host/port.ts';

/** Versions worth telling apart, newest first. */
const LADDER = [
  '1.21',
  '1.20',
  '1.19',
  '1.18',
  '1.17',
  '1.16',
  '1.15',
  '1.14',
  '1.13',
  '1.12',
  '1.9',
  '1.7',
  '1.1',
] as const;

/**
 * Below this nothing runs: tables are resized and sheets inserted from 1.13 on, and from 1.14 on events say whether we
 * caused them. No Excel on sale stands between 1.7 (2019) and 1.14 (2021), so nothing is lost by not degrading further.
 */
const FLOOR = '1.14';

interface ExcelCaps {
  readonly host: Capabilities;
  /** false: this Excel is too old for us and every call is refused. */
  readonly enough: boolean;
  /** Notes can be read and written (1.18: Microsoft 365, not LTSC). */
  readonly notes: boolean;
  /** Several syncs can be one step of Excel's own undo (1.20). */
  readonly undoGroup: boolean;
}

/** The abilities of the Excel that hosts the pane. Without Office: too old. */
export function excelCaps(): ExcelCaps {
  const api = LADDER.find(has) ?? null;
  const enough = has(FLOOR);
  return {
    enough,
    notes: has('1.18'),
    undoGroup: has('1.20'),
    host: {
      kind: 'excel',
      api,
      insertSheets: enough,
      charts: enough,
      conditionalFormats: enough,
      // Add-in writes reach Excel's own undo from 1.19 on.
      nativeUndo: has('1.19'),
      dressesProtected: false,
      events: enough,
    },
  };
}

function has(version: string): boolean {
  if (typeof Office === 'undefined') return false;
  return Office.context?.requirements?.isSetSupported('ExcelApi', version) === true;
}
