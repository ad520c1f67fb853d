/** Version 2: confirmed figures filed by series, so that the last one is found without opening every capture. Filled from the captures there are. */
import type { Dexie } from 'dexie';
import type { CaptureRecord } from '../records.ts';
import { figuresOf } from '../series.ts';

export function figures(db: Dexie): void {
  db.version(2)
    .stores({ figures: '++id, captureId, series, at' })
    .upgrade(async (transaction) => {
      const table = transaction.table('figures');
      await transaction.table<CaptureRecord, string>('captures').each(async ({ id, at, observations }) => {
        await table.bulkAdd(figuresOf(id, at, observations));
      });
    });
}
