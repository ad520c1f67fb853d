/**
 * The runs that can be undone, stored outside the page: Excel for Mac ends the add-in's runtime with its pane
 * (office-js#4004), and the officer who opens it again finds them. Storage that is blocked or full is simply not used.
 */
import type { UndoRecord } from '../host/port.ts';

export interface UndoStore {
  readonly load: () => readonly UndoRecord[];
  readonly save: (records: readonly UndoRecord[]) => void;
}

/** Characters; older runs are let go first. */
const MOST = 1_000_000;
/** Milliseconds: what was done on another day is no "last run" any more. */
const LONGEST = 12 * 3_600_000;

/** `document` = what the host calls the workbook. */
export function undoStore(storage: Storage, document: string): UndoStore {
  const key = `thi-dua-so.undo:${document}`;
  return {
    load: () => {
      try {
        const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
        return Array.isArray(stored) ? stored.filter(isRecord).filter(isRecent) : [];
      } catch {
        return [];
      }
    },
    save: (records) => {
      try {
        let stored = records;
        let text = JSON.stringify(stored);
        while (text.length > MOST) {
          stored = stored.slice(1);
          text = JSON.stringify(stored);
        }
        if (stored.length === 0) storage.removeItem(key);
        else storage.setItem(key, text);
      } catch {
        // The runs live as long as the page.
      }
    },
  };
}

function isRecord(value: unknown): value is UndoRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Partial<Record<keyof UndoRecord, unknown>>;
  const lists = [record.cells, record.addedSheets, record.marks, record.charts];
  return typeof record.label === 'string' && typeof record.at === 'string' && lists.every(Array.isArray);
}

function isRecent({ at }: UndoRecord): boolean {
  return Date.now() - Date.parse(at) < LONGEST;
}
