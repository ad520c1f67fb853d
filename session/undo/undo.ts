/**
 * "Hoàn tác lần chạy": the runs that can be taken back, last first. Our own, because Excel 2021 loses its own when an
 * add-in writes. What the council decided or voted is no run: it is withdrawn, never undone, and what was done before
 * it stays as it rests on it.
 */
import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Host, UndoRecord } from '../host/port.ts';
import type { UndoStore } from './undo-store.ts';

export interface UndoStack {
  readonly last: () => UndoRecord | null;
  /** A run without effect (null) is not stored. */
  readonly push: (record: UndoRecord | null) => void;
  /** Something of record was written: no earlier run is taken back across it. */
  readonly seal: () => void;
  /** Takes the last run back; names what others changed since and was left alone. */
  readonly undo: () => Promise<Result<{ readonly label: string; readonly leftAlone: readonly string[] }>>;
}

/** In this page's memory only. */
const NOT_KEPT: UndoStore = { load: () => [], save: () => undefined };
/** Older runs than these are dropped. */
const MOST = 20;

export function undoStack(host: Host, store: UndoStore = NOT_KEPT): UndoStack {
  let records: readonly UndoRecord[] = store.load();
  const keep = (now: readonly UndoRecord[]) => {
    records = now;
    store.save(now);
  };
  return {
    last: () => records.at(-1) ?? null,
    push: (record) => {
      if (record) keep([...records, record].slice(-MOST));
    },
    seal: () => keep([]),
    undo: async () => {
      const record = records.at(-1);
      if (!record) return refuse('nothing-to-undo', 'Không có lần chạy nào để hoàn tác.');
      const undone = await host.undo(record);
      if (!undone.ok) return undone;
      keep(records.slice(0, -1));
      const keptPlaces = undone.value.leftAlone.map(({ sheet, address }) => (address ? `${sheet}!${address}` : sheet));
      return done({ label: record.label, leftAlone: keptPlaces });
    },
  };
}
