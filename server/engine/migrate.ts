/** Brings the tables up to date: numbered files of SQL, each run once, in order, one process at a time. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runner } from 'node-pg-migrate';
import type { ClientBase } from 'pg';

const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** All or nothing; throws the database's error. `dir` = the folder of the migrations, beside it rights.sql. */
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
  await dbClient.query(rightsIn(dir));
}

/** What the server's role may call, as SQL; run after each migration, and after a backup was brought back. */
function rightsIn(dir: string): string {
  return readFileSync(join(dir, '../rights.sql'), 'utf8');
}

/** As `share.version()` says it once all migrations are run. */
export function latestVersion(dir: string): number {
  return readdirSync(dir).filter((name) => name.endsWith('.sql')).length;
}
