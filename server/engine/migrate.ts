/** Brings the tables up to date: numbered files of SQL, each run once, in order, one process at a time. */
import { runner } from 'node-pg-migrate';
import type { ClientBase } from 'pg';

const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** All or nothing; throws what the database says. */
export async function migrate(dbClient: ClientBase, dir: string): Promise<void> {
  await runner({
    dbClient,
    dir,
    direction: 'up',
    migrationsSchema: 'share_migrations',
    createMigrationsSchema: true,
    migrationsTable: 'migration',
    checkOrder: true,
    advisoryLockMode: 'wait',
    logger: QUIET,
  });
}
