/** The operator's acts besides running the server: as the owner of the database, by OWNER_URL. */
import pg from 'pg';
import { done, type Result, refuse } from '../core/base/result.ts';
import { tidyName } from '../core/share/tidy-name.ts';
import { backup, restore } from './backup.ts';
import type { Owner } from './engine/engine.ts';
import { openOwner } from './engine/postgres.ts';
import { prepare, type ServerRole } from './engine/prepare.ts';
import { inviteFounder } from './invite-founder.ts';
import type { ServerSettings } from './settings.ts';

interface Options {
  readonly reason?: string | undefined;
  readonly release?: boolean | undefined;
  readonly keys?: string | undefined;
}

/** Returns the lines to print, in Vietnamese. Throws the database's error. */
export async function operate(
  command: string,
  [target, extra]: readonly string[],
  options: Options,
  settings: ServerSettings,
): Promise<Result<readonly string[]>> {
  const { owner: url, origin } = settings;
  if (extra !== undefined) return refuse('arguments', `Thừa đối số "${extra}".`);
  if (!url) return refuse('owner', `Lệnh ${command} cần OWNER_URL: PostgreSQL bằng tài khoản quản trị.`);
  if (command === 'prepare') return prepared(url, settings);
  const owner = openOwner(url);
  try {
    if (command === 'invite') return done([await inviteFounder(owner, origin)]);
    if (command === 'quarantine') return await quarantine(owner, target, options);
    if (command === 'backup' || command === 'restore') {
      if (target === undefined) return refuse('folder', `Thiếu thư mục: ${command} <thư mục>.`);
      const place = { folder: target, keys: options.keys ?? null };
      if (command === 'backup') return await backup(url, owner, place, new Date());
      if (!settings.key || !settings.database)
        return refuse('settings', 'Lệnh restore cần cả DATABASE_URL và SERVER_KEY, như prepare.');
      return await restore(url, owner, place, () => prepared(url, settings));
    }
    return refuse('command', `Không có lệnh "${command}": thêm --help để xem cách dùng.`);
  } finally {
    await owner.close();
  }
}

async function prepared(url: string, settings: ServerSettings): Promise<Result<readonly string[]>> {
  if (!settings.key) return refuse('key', 'Thiếu SERVER_KEY (64 chữ số hex, ví dụ openssl rand -hex 32).');
  if (!settings.database) return refuse('database', 'Thiếu DATABASE_URL: tài khoản mà máy chủ sẽ đăng nhập.');
  const role = roleOf(settings.database);
  const notes = await prepare(url, settings.migrations, settings.key, role);
  return done([`Cơ sở dữ liệu đã sẵn sàng; máy chủ đăng nhập bằng tài khoản "${role.name}".`, ...notes]);
}

/** As PostgreSQL's own programs read it: without a user name, the operating system's user. */
function roleOf(database: string): ServerRole {
  const { user, password } = new pg.Client({ connectionString: database });
  return { name: user ?? 'postgres', password: password || null };
}

interface NotGiven {
  readonly book: string;
  readonly hash: string;
  readonly device: string;
  readonly n: number;
  readonly received_at: Date;
  readonly why: string | null;
}

/** Without an entry: lists the entries that are withheld. */
async function quarantine(
  { asOwner }: Owner,
  hash: string | undefined,
  { reason = '', release }: Options,
): Promise<Result<readonly string[]>> {
  return asOwner(async (query) => {
    await query('set local role share_owner');
    if (hash === undefined) {
      const rows = await query<NotGiven>('select * from share.not_given()');
      const line = ({ book, hash: entry, device, n, received_at: at, why }: NotGiven) =>
        `${entry}  sổ ${book.slice(0, 16)}, máy ${device.slice(0, 16)} mục ${n}, nhận ${at.toISOString()}: ${why ?? 'không đọc được'}`;
      return done(rows.length === 0 ? ['Không có mục nào bị tách ra hay không đọc được.'] : rows.map(line));
    }
    const why = tidyName(reason);
    if ((why === '') === !release)
      return refuse('reason', 'Ghi --reason "lý do" để tách mục ra, hoặc --release để trả lại.');
    const [found] = await query<{ is_there: boolean }>('select share.set_apart($1, $2) as is_there', [
      hash,
      release ? null : why,
    ]);
    if (!found?.is_there) return refuse('no-entry', `Máy chủ không có mục "${hash}".`);
    return done([
      release ? `Đã trả mục ${hash} lại cho sổ.` : `Đã tách mục ${hash}: không trao cho ai, không tính; không xóa gì.`,
    ]);
  });
}
