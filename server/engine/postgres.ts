/** A PostgreSQL server (15 or later) by its connection string: for the server's own role, and for the owner. */
import pg from 'pg';
import { JUDGE_SECONDS, type Passes } from '../passes.ts';
import { type Engine, faultCode, type Owner, type Query } from './engine.ts';
import { latestVersion } from './migrate.ts';

/** Connections that stay open, however few the requests. */
const STANDING = 4;
/** Seconds that the clocks of server and database may be apart: both look at what a pass says of its end. */
const APART = 300;

/**
 * Connects as the role the server logs in as. Throws a Vietnamese sentence where the database is not made ready for it.
 * When it gives the engine, the standing connections are open and have worked: the first officer does not wait for that.
 */
export async function openPostgres(url: string, passes: Passes, migrations: string, size = 10): Promise<Engine> {
  const standing = Math.min(STANDING, size);
  const { one, within, close } = poolOf({ connectionString: url, max: size, min: standing });
  try {
    await refuseOwner(one);
    await refuseOtherClock(one);
    await refuseUnprepared(one, passes, migrations);
    await Promise.all(Array.from({ length: standing }, () => within((query) => rehearse(query, passes))));
  } catch (error) {
    await close();
    throw error;
  }
  return { kind: 'postgres', asApp: within, query: one, close };
}

/** Connects as the database's owner. */
export function openOwner(url: string): Owner {
  const { within, close } = poolOf({ connectionString: url, max: 2 });
  return { asOwner: within, close };
}

/** A server that could make itself owner of the tables would hold nothing of what docs/security.md says. */
async function refuseOwner(query: Query): Promise<void> {
  const [role] = await query<{ name: string; is_owner: boolean }>(
    `select current_user as name, rolsuper or rolcreaterole or rolbypassrls
      or exists (select from pg_roles o where o.rolname = 'share_owner' and pg_has_role(current_user, o.oid, 'member')) as is_owner
    from pg_roles where rolname = current_user`,
  );
  if (role?.is_owner)
    throw new Error(
      `tài khoản "${role.name}" có quyền quản trị cơ sở dữ liệu; máy chủ phải đăng nhập bằng tài khoản riêng không có quyền đó (xem docs/trien-khai.md, lệnh prepare).`,
    );
}

async function refuseOtherClock(query: Query): Promise<void> {
  const [row] = await query<{ seconds: number }>('select extract(epoch from clock_timestamp())::float8 as seconds');
  const apart = Math.round(Math.abs((row?.seconds ?? 0) - Date.now() / 1000));
  if (apart > APART)
    throw new Error(`đồng hồ của máy chủ và của cơ sở dữ liệu lệch nhau ${apart} giây: hãy chỉnh cho đúng giờ (NTP).`);
}

async function refuseUnprepared(query: Query, passes: Passes, migrations: string): Promise<void> {
  const unprepared = 'hãy chạy lệnh prepare bằng tài khoản quản trị (docs/trien-khai.md).';
  const [row] = await query<{ version: number }>('select share.version() as version').catch((error) => {
    throw ['3F000', '42883', '42501'].includes(faultCode(error))
      ? new Error(`cơ sở dữ liệu chưa được dựng cho máy chủ: ${unprepared}`)
      : error;
  });
  if (row?.version !== latestVersion(migrations))
    throw new Error(`các bảng ở phiên bản ${row?.version}, máy chủ cần ${latestVersion(migrations)}: ${unprepared}`);
  const nobody = passes.make('judge', JUDGE_SECONDS, '0'.repeat(64));
  await query('select share.readers($1, $2)', [nobody, []]).catch((error) => {
    throw faultCode(error) === '42501'
      ? new Error(`SERVER_KEY không phải khóa đã nạp vào cơ sở dữ liệu: ${unprepared}`)
      : error;
  });
}

/** A pull and a push as of nobody, in a book that is not there: PostgreSQL reads a function when a connection first calls it. */
async function rehearse(query: Query, passes: Passes): Promise<void> {
  const nobody = '0'.repeat(64);
  const [token, pass] = [
    passes.make('token', JUDGE_SECONDS, nobody, nobody),
    passes.make('judge', JUDGE_SECONDS, nobody),
  ];
  await query('select * from share.pull($1, null, 0, 1)', [token]);
  await query('select * from share.begin_push($1, $2, null)', [pass, token]);
  await query('select * from share.before_push($1, $2, $3, 0)', [pass, [], []]);
}

function poolOf(config: pg.PoolConfig) {
  const pool = new pg.Pool({ connectionTimeoutMillis: 5000, ...config });
  // A broken connection is replaced, and its user gets an error; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const item: Query = async <R>(text: string, values: readonly unknown[] = []) =>
    (await reached(pool.query(text, [...values]))).rows as R[];
  const within = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await reached(pool.connect());
    let broken = false;
    try {
      await reached(client.query('begin'));
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
  return { one: item, within, close: () => pool.end() };
}

/** A connection that broke has no code of its own: it gets that of a broken connection, so that the sender tries again. */
function reached<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    throw faultCode(error) === '' ? Object.assign(new Error(String(error)), { code: '08006' }) : error;
  });
}
