/**
 * Events as Excel sends them: after the sync that caused them, only to listeners, with local and remote changes
 * distinguished.
 */
import type { Range } from '../../core/sheet/grid/sheet.ts';
import { areaAddress } from './addresses.ts';
import type { HostBook, HostCell, HostSheet } from './book.ts';
import { around } from './cells.ts';

/** Numbers of the client's own protocol. */
const RICH_EVENT = 65_536;
const WORKSHEET_CHANGED = 10;
const WORKBOOK_TARGET = 'Workbook';

/** Who changed the workbook. */
export type Origin = 'add-in' | 'officer' | 'co-author';

export interface EventQueue {
  readonly listen: (on: boolean) => void;
  readonly changed: (sheet: HostSheet, area: Range, by: Origin) => void;
  /** Runs an edit of a co-author and sends events for its changes. */
  readonly watchEdit: (book: HostBook, edit: (book: HostBook) => void) => void;
  /** Sends what has gathered, after the client had its answer. */
  readonly flush: () => void;
}

export function eventQueue(trigger: (message: unknown) => void): EventQueue {
  let waiting: { readonly sheet: HostSheet; readonly area: Range; readonly by: Origin }[] = [];
  let listeners = 0;
  const queue: EventQueue = {
    listen: (on) => {
      listeners += on ? 1 : -1;
    },
    changed: (sheet, area, by) => {
      if (listeners > 0) waiting.push({ sheet, area, by });
    },
    watchEdit: (book, edit) => {
      const before = new Map(book.sheets.map((sheet) => [sheet, snapshot(sheet)]));
      edit(book);
      book.version++;
      for (const sheet of book.sheets) {
        const area = difference(before.get(sheet) ?? new Map(), snapshot(sheet));
        if (area) queue.changed(sheet, area, 'co-author');
      }
      queue.flush();
    },
    flush: () => {
      const due = waiting;
      waiting = [];
      if (due.length > 0) setTimeout(() => trigger({ entries: due.flatMap(entries) }), 0);
    },
  };
  return queue;
}

/** An entry for listeners of the sheet, and an entry for listeners of all sheets. */
function entries({ sheet, area, by }: { sheet: HostSheet; area: Range; by: Origin }): unknown[] {
  const remote = by === 'co-author';
  const message = JSON.stringify({
    address: areaAddress(area),
    changeType: 'RangeEdited',
    source: remote ? 'Remote' : 'Local',
    triggerSource: by === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
    worksheetId: sheet.id,
  });
  return [sheet.id, WORKBOOK_TARGET].map((targetId) => ({
    messageCategory: RICH_EVENT,
    messageType: WORKSHEET_CHANGED,
    targetId,
    message,
    isRemoteOverride: remote,
  }));
}

function snapshot(sheet: HostSheet): Map<string, HostCell['value']> {
  const cells = new Map<string, HostCell['value']>();
  for (const [row, line] of sheet.rows) for (const [column, cell] of line) cells.set(`${row}:${column}`, cell.value);
  return cells;
}

function difference(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Range | null {
  let area: Range | null = null;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(key) === after.get(key)) continue;
    const [row = 0, column = 0] = key.split(':').map(Number);
    const place = { top: row, left: column, bottom: row, right: column };
    area = area ? around(area, place) : place;
  }
  return area;
}
