/**
 * Version 3: what the desk and the hand-over need: figures by unit and by series in time, captures on their way to Excel, readers made by pointing.
 * Figures are filed anew from the captures, for a unit's key keeps its tones from here on.
 */
import type { Dexie } from 'dexie';
import type { CaptureRecord, OutboxRecord } from '../records.ts';
import { figuresOf } from '../series.ts';

export function desk(db: Dexie): void {
  db.version(3)
    .stores({
      figures: '++id, captureId, series, at, [unit+at], [series+at]',
      outbox: 'captureId, state',
      readers: 'id',
    })
    .upgrade(async (transaction) => {
      const figures = transaction.table('figures');
      const outbox = transaction.table<OutboxRecord, string>('outbox');
      await figures.clear();
      await transaction.table<CaptureRecord, string>('captures').each(async ({ id, at, state, observations }) => {
        if (state !== 'confirmed' && state !== 'corrected') return;
        await figures.bulkAdd(figuresOf(id, at, observations));
        await outbox.add({ captureId: id, state: 'waiting', sentAt: null });
      });
    });
}
