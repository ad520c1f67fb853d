/**
 * A backup of all books, by PostgreSQL's own programs, and restoring it. The keys of files go to a separate file: as
 * long as only the newest file of keys exists, no backup can open a sealed file. The backup is read back before it
 * counts as one; after a failure nothing is left that looks like a backup.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { done, type Result, refuse } from '../core/base/result.ts';
import { plainJson } from '../core/base/text/plain-text.ts';
import type { Owner, Query } from './engine/engine.ts';

const BOOKS = 'so-chung.dump';
const KEYS = 'khoa-tep.dump';
const MANIFEST = 'sao-luu.json';
/** Tables whose rows are left out: a key of the server, used logins, pieces that no entry names yet. */
const NOT_KEPT = ['server_key', 'spent', 'waiting_piece'];

const manifestSchema = z.object({
  version: z.literal(1),
  at: z.string(),
  /** SHA-256 of the files, in hexadecimal. */
  digests: z.record(z.string(), z.string()),
  /** Rows by table; partitions are counted with theirs. */
  rows: z.record(z.string(), z.number()),
});
type Manifest = z.infer<typeof manifestSchema>;

interface BackupFolders {
  /** Folder of all backups; to restore, the folder of a single backup. */
  readonly folder: string;
  /** Folder of the keys; null = beside the books. */
  readonly keys: string | null;
}

/** Lines to say. `url`: as a superuser, whom no row-level security holds back. */
export async function backup(
  url: string,
  { asOwner }: Owner,
  { folder, keys }: BackupFolders,
  at: Date,
): Promise<Result<readonly string[]>> {
  mkdirSync(folder, { recursive: true });
  if (keys !== null) mkdirSync(keys, { recursive: true });
  const name = `so-chung-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}`;
  const draft = join(folder, `.dang-ghi-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  try {
    const rows = await asOwner(async (query) => {
      await query('set transaction isolation level repeatable read, read only');
      await refuseHeldBack(query);
      const [{ snapshot = '' } = {}] = await query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
      const dump = (file: string, ...what: readonly string[]) =>
        run('pg_dump', ['-Fc', `--snapshot=${snapshot}`, '-f', join(draft, file), ...what, '-d', url]);
      const left = [...NOT_KEPT, 'file_key'].map((table) => `--exclude-table-data=share.${table}`);
      await dump(BOOKS, '--schema=share', '--schema=share_migrations', '--no-publications', ...left);
      await dump(KEYS, '--data-only', '--table=share.file_key');
      return rowsIn(query);
    });
    const found: Record<string, number> = {
      ...(await rowsOf(join(draft, BOOKS))),
      file_key: (await rowsOf(join(draft, KEYS))).file_key ?? 0,
    };
    const other = Object.keys(rows).find((table) => rows[table] !== (found[table] ?? 0));
    if (other !== undefined)
      throw new Error(
        `Bản sao lưu đọc lại không khớp: bảng ${other} có ${rows[other]} dòng, bản ghi ra có ${found[other] ?? 0}.`,
      );
    const digests = { [BOOKS]: await digestOf(join(draft, BOOKS)), [KEYS]: await digestOf(join(draft, KEYS)) };
    const manifest: Manifest = { version: 1, at: at.toISOString(), digests, rows };
    writeFileSync(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    if (keys !== null) {
      writeFileSync(join(keys, `${KEYS}.moi`), readFileSync(join(draft, KEYS)), { mode: 0o600, flush: true });
      renameSync(join(keys, `${KEYS}.moi`), join(keys, KEYS));
      rmSync(join(draft, KEYS));
    }
    const place = join(folder, name);
    renameSync(draft, place);
    return done([
      `Đã sao lưu và đọc lại ${rows.entry ?? 0} mục, ${rows.file ?? 0} tệp của ${rows.space ?? 0} sổ: ${place}`,
      keys === null
        ? `Khóa của các tệp ở ${join(place, KEYS)}: chuyển sang nơi khác và chỉ giữ bản mới nhất.`
        : `Khóa của các tệp, đè lên bản trước: ${join(keys, KEYS)}`,
    ]);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Into a database without books, made ready by `prepare` afterwards. Nothing is left in it where anything fails. */
export async function restore(
  url: string,
  { asOwner }: Owner,
  { folder, keys }: BackupFolders,
  prepare: () => Promise<unknown>,
): Promise<Result<readonly string[]>> {
  const path = join(folder, MANIFEST);
  const read = existsSync(path) ? manifestSchema.safeParse(plainJson(readFileSync(path, 'utf8'))) : null;
  if (!read?.success) return refuse('backup', `"${folder}" không phải bản sao lưu do lệnh backup ghi ra.`);
  const manifest = read.data;
  const keyFile = join(keys ?? folder, KEYS);
  const hasKeys = existsSync(keyFile);
  for (const [name, file] of [
    [BOOKS, join(folder, BOOKS)],
    ...(hasKeys && keys === null ? [[KEYS, keyFile]] : []),
  ] as const)
    if (!existsSync(file) || (await digestOf(file)) !== manifest.digests[name])
      return refuse('backup', `Bản sao lưu hỏng: "${file}" không khớp mã băm lúc ghi. Hãy lấy bản khác.`);
  const [held] = await asOwner((query) =>
    query<{ is_there: boolean }>("select to_regnamespace('share') is not null as is_there"),
  );
  if (held?.is_there) return refuse('backup', 'Cơ sở dữ liệu đích đã có sổ: phục hồi vào một cơ sở dữ liệu trống.');
  try {
    await asOwner((query) => query(ROLES));
    await run('pg_restore', ['--single-transaction', '--exit-on-error', '--no-acl', '-d', url, join(folder, BOOKS)]);
    if (hasKeys) await run('pg_restore', ['--single-transaction', '--exit-on-error', '-d', url, keyFile]);
    const rows: Record<string, number> = await asOwner(rowsIn);
    const other = Object.keys(manifest.rows).find(
      (table) => table !== 'file_key' && rows[table] !== manifest.rows[table],
    );
    if (other !== undefined)
      throw new Error(`Phục hồi không đủ: bảng ${other} có ${rows[other] ?? 0}/${manifest.rows[other]} dòng.`);
    await prepare();
    const missing = (rows.file ?? 0) > (rows.file_key ?? 0);
    return done([
      `Đã phục hồi ${rows.entry ?? 0} mục, ${rows.file ?? 0} tệp của ${rows.space ?? 0} sổ, bản sao lưu lúc ${manifest.at}.`,
      ...(missing ? ['Tệp nào thiếu khóa thì máy của xã còn giữ tệp sẽ gửi lại ở lần sync tới.'] : []),
    ]);
  } catch (error) {
    await asOwner((query) => query('drop schema if exists share, share_migrations cascade')).catch(() => {});
    throw error;
  }
}

/** As the first migration makes them: a backup names the owner of its tables. */
const ROLES = `do $$
begin
  if not exists (select from pg_roles where rolname = 'share_owner') then create role share_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'share_app') then create role share_app nologin; end if;
  execute format('grant share_owner to %I', current_user);
end
$$`;

/** Who is held back by row-level security would write a backup without the entries. */
async function refuseHeldBack(query: Query): Promise<void> {
  const [role] = await query<{ name: string; is_free: boolean }>(
    'select current_user as name, rolsuper or rolbypassrls as is_free from pg_roles where rolname = current_user',
  );
  if (!role?.is_free)
    throw new Error(
      `Tài khoản "${role?.name}" không đọc được mọi hàng: sao lưu bằng quản trị của PostgreSQL (postgres).`,
    );
}

async function rowsIn(query: Query): Promise<Record<string, number>> {
  const tables = await query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'share'::regnamespace and relkind in ('r', 'p') and not relispartition`,
  );
  const rows: Record<string, number> = {};
  for (const { name } of tables) {
    if (NOT_KEPT.includes(name)) continue;
    const [row] = await query<{ count: string }>(`select count(*) from share.${name}`);
    rows[name] = Number(row?.count);
  }
  return rows;
}

/** Rows by table in a file of pg_dump, read from its first byte to its last. */
async function rowsOf(file: string): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  let table: string | null = null;
  await run('pg_restore', ['-f', '-', file], (line) => {
    if (table === null) {
      table = /^COPY share\.(\w+?)(?:_\d)? /.exec(line.slice(0, 200))?.[1] ?? null;
      if (table !== null) rows[table] ??= 0;
    } else if (line === '\\.') table = null;
    else rows[table] = (rows[table] ?? 0) + 1;
  });
  return rows;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Runs a program of PostgreSQL; throws its error output when it fails. */
async function run(program: string, args: readonly string[], hear: (line: string) => void = () => {}): Promise<void> {
  const child = spawn(pathOf(program), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-2000);
  });
  const lines = createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on('line', hear);
  const heard = new Promise((over) => lines.once('close', over));
  const status = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed);
    child.once('close', ended);
  });
  await heard;
  if (status !== 0) throw new Error(`${program} không xong: ${output.trim()}`);
}

/** On the path, or where Debian has the newest. */
function pathOf(program: string): string {
  const onPath = (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)));
  const home = '/usr/lib/postgresql';
  if (onPath || !existsSync(home)) return program;
  const [newest] = readdirSync(home).sort((a, b) => Number(b) - Number(a));
  return join(home, newest ?? '', 'bin', program);
}
