/** The port over Excel itself. Everything Office-like stays behind it; it knows nothing of scores and flags. */

import { foldName } from '../../../core/workbook/xlsx/add-sheet.ts';
import type { Host } from '../port.ts';
import { applyExcel } from './apply.ts';
import { excelCaps } from './caps.ts';
import { insertExcel } from './insert-books.ts';
import { selectExcel, selectionExcel } from './navigate.ts';
import { readExcel } from './read.ts';
import type { Known } from './survey.ts';
import { undoExcel } from './undo.ts';
import { watchExcel } from './watch.ts';

/** Call once Office is ready. An Excel too old gives a host whose every call is refused with the reason. */
export function excelHost(): Host {
  let known: Known = { tables: new Set(), sheets: new Map() };
  const learn = (seen: Known): void => {
    known = seen;
  };
  return {
    capabilities: excelCaps().host,
    read: async (progress) => {
      const result = await readExcel(progress);
      if (result.ok) {
        learn({
          tables: new Set(result.value.tables.map(({ name }) => foldName(name))),
          sheets: new Map([...result.value.sheetIds].map(([name, id]) => [id, name])),
        });
      }
      return result;
    },
    apply: (label, actions, progress) => applyExcel(label, actions, known, learn, progress),
    undo: undoExcel,
    select: selectExcel,
    insertBooks: insertExcel,
    selection: selectionExcel,
    watch: (listener) => watchExcel(listener, (id) => known.sheets.get(id)),
  };
}
