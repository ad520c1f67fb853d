/**
 * Makes a database ready for the server, as its owner: tables up to date, the server's key, the role the server logs in
 * as. Again does no harm.
 */
import pg from 'pg';
import { padsOf } from '../passes.ts';
import type { Query } from './engine.ts';
import { migrate } from './migrate.ts';

export interface ServerRole {
  readonly name: string;
  /** Null where it logs in without. */
  readonly password: string | null;
}

/** The advisory lock of a database that is being made ready; any number that no other lock has. */
const PREPARING = 20_251_125;

/** Vietnamese sentences on recommended steps that could not be done; throws the database's error. */
export async function prepare(
  url: string,
  migrations: string,
  key: Buffer,
  role: ServerRole,
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Processes that start together wait for each other: the role is created and the key written once. Ends with the
    // connection.
    await client.query('select pg_advisory_lock($1)', [PREPARING]);
    await migrate(client, migrations);
    const query: Query = async <R>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as R[];
    await query('begin');
    await keepKey(query, key);
    const notes = await admitRole(query, role);
    await query('commit');
    return notes;
  } finally {
    await client.end();
  }
}

/** The database checks by it what the server's program seals (passes.ts). */
export async function keepKey(query: Query, key: Buffer): Promise<void> {
  await query('delete from share.server_key');
  await query('insert into share.server_key values ($1, $2)', padsOf(key));
}

async function admitRole(query: Query, { name, password }: ServerRole): Promise<readonly string[]> {
  const role = pg.escapeIdentifier(name);
  const [known] = await query<{ is_owner: boolean }>(
    `select rolsuper or rolcreaterole or rolbypassrls or pg_has_role(oid, 'share_owner', 'member') as is_owner
    from pg_roles where rolname = $1`,
    [name],
  );
  if (known?.is_owner)
    throw new Error(`"${name}" có quyền quản trị cơ sở dữ liệu: hãy đặt tên khác cho tài khoản của máy chủ.`);
  if (!known) await query(`create role ${role} login`);
  if (password !== null) await query(`alter role ${role} password ${pg.escapeLiteral(password)}`);
  await query(`grant share_app to ${role}`);
  await query(`alter role ${role} set statement_timeout = '60s'`);
  await query(`alter role ${role} set idle_in_transaction_session_timeout = '60s'`);
  // A refusal is logged without what was refused. Only a superuser may say so.
  await query('savepoint terse');
  try {
    await query(`alter role ${role} set log_error_verbosity = 'terse'`);
    await query(`alter role ${role} set log_parameter_max_length_on_error = 0`);
    return [];
  } catch {
    await query('rollback to savepoint terse');
    return [
      'Tài khoản quản trị không phải superuser: hãy tự đặt log_error_verbosity = terse để nhật ký của PostgreSQL không ghi nội dung bị từ chối.',
    ];
  }
}
