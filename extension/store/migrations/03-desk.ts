/**
 * Version 3: what the desk and the hand-over need: figures by unit and by series in time, captures on their way to
 * Excel, readers made by pointing. Figures are filed anew from the captures, for a unit's key keeps its tones from here
 * on.
 */
import type { Dexie } from 'dexie';
import { filedFigures3 } from './03-filed-figures.ts';

/** What stood in a capture, as far as it is filed. */
interface Capture3 {
  readonly id: string;
  readonly at: string;
  readonly state: string;
  readonly observations: Parameters<typeof filedFigures3>[2];
}

export function desk(db: Dexie): void {
  db.version(3)
    .stores({
      figures: '++id, captureId, series, at, [unit+at], [series+at]',
      outbox: 'captureId, state',
      readers: 'id',
    })
    .upgrade(async (transaction) => {
      const figures = transaction.table('figures');
      const outbox = transaction.table('outbox');
      await figures.clear();
      await transaction.table<Capture3, string>('captures').each(async ({ id, at, state, observations }) => {
        if (state !== 'confirmed' && state !== 'corrected') return;
        await figures.bulkAdd(filedFigures3(id, at, observations));
        await outbox.add({ captureId: id, state: 'waiting', sentAt: null });
      });
    });
}
