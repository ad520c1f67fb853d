/** A PostgreSQL server (15 or later) by its connection string. */
import pg from 'pg';
import { type Engine, faultCode, type Query } from './engine.ts';
import { migrate } from './migrate.ts';

/** Connects and brings the tables up to date; throws what the database says. */
export async function openPostgres(url: string, migrations: string, size = 10): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: size, connectionTimeoutMillis: 5000 });
  // A connection that breaks is replaced, and who used it is told; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const within = async <T>(begin: string, work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await reached(pool.connect());
    let broken = false;
    try {
      await reached(client.query(begin));
      const query: Query = async <R>(text: string, values: readonly unknown[] = []) =>
        (await reached(client.query(text, [...values]))).rows as R[];
      const value = await work(query);
      await reached(client.query('commit'));
      return value;
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
  try {
    const client = await pool.connect();
    try {
      await migrate(client, migrations);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgres',
    asApp: (work) => within('begin; set local role share_app', work),
    asOwner: (work) => within('begin', work),
    close: () => pool.end(),
  };
}

/** A connection that broke has no code of its own: it gets that of a broken connection, so that the sender tries again. */
function reached<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    throw faultCode(error) === '' ? Object.assign(new Error(String(error)), { code: '08006' }) : error;
  });
}
