/** The engines the server runs over, made ready as an operator does, for the tests that run over both. */
import { join } from 'node:path';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { Engine, Owner } from '../../server/engine/engine.ts';
import { openOwner, openPostgres } from '../../server/engine/postgres.ts';
import { prepare } from '../../server/engine/prepare.ts';
import { newPasses } from '../../server/passes.ts';
import { type Cluster, postgresPrograms, startCluster } from './postgres-cluster.ts';

export const MIGRATIONS = join(import.meta.dirname, '../../server/migrations');
/** SERVER_KEY of the tests. */
export const KEY = Buffer.alloc(32, 7);
export const passes = newPasses(KEY, () => Date.now());
/** The role the server logs in as. */
export const ROLE = 'may_chu';

export interface Opened {
  readonly engine: Engine;
  readonly owner: Owner;
  /** Null for the engine inside this process. */
  readonly cluster: Cluster | null;
  readonly close: () => Promise<void>;
}

/** A database of the cluster, its tables up to date, the server's engine over it and the owner's way in. */
export async function openDatabase(cluster: Cluster, database: string, by = 'postgres', size = 10) {
  await prepare(cluster.url(database, by), MIGRATIONS, KEY, { name: ROLE, password: null });
  const engine = await openPostgres(cluster.url(database, ROLE), passes, MIGRATIONS, size);
  return { engine, owner: openOwner(cluster.url(database, by)) };
}

const programs = postgresPrograms();
if (!programs)
  process.stderr.write('No PostgreSQL >= 15 here (apt install postgresql): the tests over it did not run.\n');

async function embedded(): Promise<Opened> {
  const engine = await openEmbedded(null, MIGRATIONS, KEY);
  return { engine, owner: engine, cluster: null, close: async () => {} };
}

async function overPostgres(bin: string): Promise<Opened> {
  const cluster = await startCluster(bin);
  const { engine, owner } = await openDatabase(cluster, 'postgres');
  return {
    ...{ engine, owner, cluster },
    close: async () => {
      await owner.close();
      await cluster.stop();
    },
  };
}

export const ENGINES: readonly (readonly [name: string, open: () => Promise<Opened>])[] = [
  ['embedded', embedded],
  ...(programs ? [['PostgreSQL', () => overPostgres(programs)] as const] : []),
];
