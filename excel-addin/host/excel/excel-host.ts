/** The port over Excel itself. Everything Office-like stays behind it; it knows nothing of scores and flags. */

import type { Result } from '../../../core/base/result.ts';
import { foldName } from '../../../core/sheet/workbook/xlsx/sheet-name.ts';
import { hostRefusal } from '../../../session/host/errors.ts';
import type { LastReadings } from '../../../session/host/last-readings.ts';
import type { Host } from '../../../session/host/port.ts';
import { excelCaps } from './caps.ts';
import { selectExcel, selectionExcel } from './navigate.ts';
import { readExcel } from './read.ts';
import type { SurveyedBook } from './survey.ts';
import { watchExcel } from './watch.ts';

/** Call once Office is ready. An Excel too old gives a host whose every call is refused with the reason. */
export function excelHost(): Host {
  let known: SurveyedBook = { tables: new Set(), sheets: new Map(), areas: undefined };
  const readings: LastReadings = {};
  const learn = (seen: SurveyedBook): void => {
    known = seen;
  };
  return {
    capabilities: excelCaps().host,
    prepare: fetchWriting,
    read: async (progress) => {
      const result = await readExcel(progress);
      if (!result.ok) return result;
      learn({
        tables: new Set(result.value.tables.map(({ name }) => foldName(name))),
        sheets: new Map([...result.value.sheetIds].map(([name, id]) => [id, name])),
        areas: known.areas,
      });
      return { ok: true, value: { ...result.value, readings } };
    },
    apply: (label, actions, progress) =>
      fetched(fetchWriting, ({ applyExcel }) => applyExcel(label, actions, known, learn, progress)),
    undo: (record) => fetched(fetchUndo, ({ undoExcel }) => undoExcel(record, known.areas)),
    select: selectExcel,
    insertBooks: async (files) => {
      const code = await fetchWriting().catch(() => null);
      if (code) return code.insertExcel(files, { known: () => known, learn });
      return files.map(() => ({ kind: 'refused', refusal: hostRefusal('offline') }));
    },
    selection: selectionExcel,
    watch: (listener) => watchExcel(listener, (id) => known.sheets.get(id)),
  };
}

/** The writing part, loaded apart because reading a workbook does not wait for it. */
const fetchWriting = () => import('./writing.ts');

const fetchUndo = () => import('./undo.ts');

async function fetched<Code, T>(
  fetch: () => Promise<Code>,
  use: (code: Code) => Promise<Result<T>>,
): Promise<Result<T>> {
  const code = await fetch().catch(() => null);
  return code ? use(code) : { ok: false, refusal: hostRefusal('offline') };
}
