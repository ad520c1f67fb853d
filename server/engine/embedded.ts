/**
 * PostgreSQL inside this process (PGlite), for trying the server out. It never waits for the disk, so acknowledged data
 * can be lost in a power cut; and a second process over the same folder would corrupt it.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { ClientBase } from 'pg';
import { type Engine, faultCode, type Owner, type Query } from './engine.ts';
import { migrate } from './migrate.ts';
import { keepKey } from './prepare.ts';

/** Over a folder, or in memory where it is null; `key` is the server's (passes.ts). Refused with a Vietnamese sentence when another process has it. */
export async function openEmbedded(folder: string | null, migrations: string, key: Buffer): Promise<Engine & Owner> {
  const free = folder === null ? () => {} : claim(folder);
  const options = { postgresqlconf: ['shared_buffers=8MB'] };
  const db = folder === null ? new PGlite(options) : new PGlite(join(folder, 'pg'), options);
  await db.waitReady;
  await migrate(clientOf(db), migrations);
  const within = <T>(begin: string, work: (query: Query) => Promise<T>): Promise<T> =>
    db.transaction(async (open: Transaction) => {
      if (begin !== '') await open.exec(begin);
      return work(
        async <R>(text: string, values: readonly unknown[] = []) => (await open.query<R>(text, [...values])).rows,
      );
    });
  const asApp = <T>(work: (query: Query) => Promise<T>) => within('set local role share_app', work);
  const asOwner = <T>(work: (query: Query) => Promise<T>) => within('', work);
  const close = async () => {
    await db.close();
    free();
  };
  await asOwner((query) => keepKey(query, key));
  return { kind: 'embedded', asApp, query: (text, values) => asApp((query) => query(text, values)), asOwner, close };
}

/** The part of a connection that the migration tool uses: running a text. */
function clientOf(db: PGlite): ClientBase {
  const query = async (
    statement: string | { readonly text: string; readonly values?: unknown[] },
    params?: unknown[],
  ) => {
    const text = typeof statement === 'string' ? statement : statement.text;
    const values = params ?? (typeof statement === 'string' ? undefined : statement.values);
    if (values && values.length > 0) return { rows: (await db.query(text, values)).rows };
    return { rows: (await db.exec(text)).at(-1)?.rows ?? [] };
  };
  return { query, on: () => {}, off: () => {} } as unknown as ClientBase;
}

function claim(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'dang-chay.pid');
  const isThere = existsSync(path);
  const [other = 0, began] = isThere ? readFileSync(path, 'utf8').split(' ').map(Number) : [];
  if (other > 0 && other !== process.pid && isRunning(other, began)) throw taken(folder, other);
  if (isThere) rmSync(path, { force: true });
  try {
    // Of two processes that start together only the first.
    writeFileSync(path, [process.pid, beginningOf(process.pid)].join(' ').trim(), { flag: 'wx' });
  } catch (error) {
    throw faultCode(error) === 'EEXIST' ? taken(folder, Number.parseInt(readFileSync(path, 'utf8'), 10)) : error;
  }
  return () => rmSync(path, { force: true });
}

function taken(folder: string, other: number): Error {
  return new Error(
    `Thư mục "${folder}" đang được một máy chủ khác dùng (tiến trình ${other}): hãy dừng máy chủ đó trước.`,
  );
}

/** True also for another user's process, which we may not signal; false where another process has the number by now. */
function isRunning(pid: number, began: number | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (faultCode(error) !== 'EPERM') return false;
  }
  const now = beginningOf(pid);
  return began === undefined || now === null || now === began;
}

/** When a process began, in hundredths of a second after the machine; null where the system does not tell. */
function beginningOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of Linux' proc(5); the name before it may hold blanks.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return null;
  }
}
