/** Version 6: the shared book is reached over a server or a folder; a folder that was chosen waits for the worker here. */
import type { Dexie } from 'dexie';

export function sharedFolder(db: Dexie): void {
  db.version(6)
    .stores({ chosenFolder: 'id' })
    .upgrade((change) =>
      change
        .table('sharedBook')
        .toCollection()
        .modify((book) => {
          book.way = { kind: 'server', origin: book.origin };
          delete book.origin;
        }),
    );
}
