/** The database. Its versions are a chain of migrations, each in a file of its own and tested from version 1. */
import { Dexie, type EntityTable, type Table } from 'dexie';
import { captures } from './migrations/01-captures.ts';
import { figures } from './migrations/02-figures.ts';
import { desk } from './migrations/03-desk.ts';
import { ownMovement } from './migrations/04-own-movement.ts';
import { sharedBook } from './migrations/05-shared-book.ts';
import { sharedFolder } from './migrations/06-shared-folder.ts';
import { siteAnswers } from './migrations/07-site-answers.ts';
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
const MIGRATIONS = [captures, figures, desk, ownMovement, sharedBook, sharedFolder, siteAnswers] as const;

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
