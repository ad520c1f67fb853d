/** Version 3: what the desk and the hand-over need: figures by unit in time, captures on their way to Excel, readers made by pointing. */
import type { Dexie } from 'dexie';
import type { CaptureRecord, FigureRecord, OutboxRecord } from '../records.ts';
import { unitKeyOf } from '../series.ts';

export function desk(db: Dexie): void {
  db.version(3)
    .stores({ figures: '++id, captureId, series, at, [unit+at]', outbox: 'captureId, state', readers: 'id' })
    .upgrade(async (transaction) => {
      await transaction
        .table<FigureRecord>('figures')
        .toCollection()
        .modify((figure: { unit?: string } & Pick<FigureRecord, 'observation'>) => {
          figure.unit = unitKeyOf(figure.observation.unit);
        });
      const settled = await transaction
        .table<CaptureRecord, string>('captures')
        .where('state')
        .anyOf('confirmed', 'corrected')
        .primaryKeys();
      const waiting = settled.map((captureId): OutboxRecord => ({ captureId, state: 'waiting', sentAt: null }));
      await transaction.table('outbox').bulkAdd(waiting);
    });
}
