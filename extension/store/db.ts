/** The database. Its versions are a chain of migrations, each in a file of its own, never changed after a release. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import { tables } from './migrations/01-tables.ts';
import type {
  BlobRecord,
  CaptureRecord,
  ChosenFolderRecord,
  FigureRecord,
  MovementRecord,
  OutboxRecord,
  ReaderRecord,
  SharedBookRecord,
  SharedCaptureRecord,
  SiteAnswersRecord,
} from './records.ts';

/** In order; position + 1 is the version. */
const MIGRATIONS = [tables] as const;

export type Store = Dexie & {
  readonly captures: Table<CaptureRecord, string>;
  readonly blobs: Table<BlobRecord, string>;
  readonly figures: EntityTable<FigureRecord, 'id'>;
  readonly outbox: Table<OutboxRecord, string>;
  readonly readers: Table<ReaderRecord, string>;
  readonly movements: Table<MovementRecord, string>;
  readonly sharedBook: Table<SharedBookRecord, string>;
  readonly sharedCaptures: Table<SharedCaptureRecord, string>;
  readonly siteAnswers: Table<SiteAnswersRecord, string>;
  readonly chosenFolder: Table<ChosenFolderRecord, string>;
};

const DATABASE = 'thi-dua-so';

/**
 * Opens lazily. When another page opens a newer version, Dexie closes this connection, so that an upgrade is never
 * blocked.
 */
export function openStore(name = DATABASE): Store {
  const db = new Dexie(name);
  for (const migrate of MIGRATIONS) migrate(db);
  return db as Store;
}
