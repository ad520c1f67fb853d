/**
 * `npm run server`: the server of shared books, and its operator's commands. DATABASE_URL names a PostgreSQL; without
 * it a PostgreSQL inside this process, for trying out. Its output is for the operator: starting, stopping, a line of
 * JSON for each request.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { DESK_ADDRESS, deskPage } from './desk-page.ts';
import { openEmbedded } from './engine/embedded.ts';
import { openPostgres } from './engine/postgres.ts';
import { inviteFounder } from './invite-founder.ts';
import { openPort } from './listen.ts';
import { operate } from './operate.ts';
import { pageFiles } from './own-page.ts';
import { TRIAL_NOTICE } from './page.ts';
import { newPasses } from './passes.ts';
import { serve } from './serve.ts';
import { type ServerSettings, settingsOf } from './settings.ts';

const HELP = `Máy chủ sổ chung của Thi Đua Số.

Cách dùng: npm run server                                  chạy máy chủ
           npm run server -- prepare                       dựng hoặc nâng cấp bảng, nạp SERVER_KEY, lập tài khoản của máy chủ
           npm run server -- --invite                      in một liên kết để một xã lập sổ (dùng một lần, trong 7 ngày)
           npm run server -- quarantine                    liệt kê các mục không trao cho ai
           npm run server -- quarantine <mã mục> --reason "LÝ DO" | --release
                                                           tách một mục ra khỏi sổ, hoặc trả lại; không xóa gì
           npm run server -- backup <thư mục> [--keys <thư mục khác>]
           npm run server -- restore <bản sao lưu> [--keys <thư mục khác>]

Biến môi trường:
  DATABASE_URL   PostgreSQL 15 trở lên, bằng tài khoản của máy chủ: postgres://may_chu@máy/cơ-sở-dữ-liệu. Không có thì chạy
                 thử với cơ sở dữ liệu nhúng.
  SERVER_KEY     khóa của máy chủ, 64 chữ số hex: openssl rand -hex 32. Cần khi có DATABASE_URL.
  OWNER_URL, OWNER_PASSWORD  PostgreSQL bằng tài khoản quản trị, chỉ cho các lệnh ở trên; mật khẩu nếu để riêng
  HOST, PORT     nơi nghe (127.0.0.1, 8787); TLS do Caddy hoặc nginx đứng trước
  ORIGIN         địa chỉ mà các máy dùng, ví dụ https://so-chung.tinh.gov.vn; máy nào ký cho địa chỉ khác thì không vào được
  DATA           thư mục của cơ sở dữ liệu nhúng (out/may-chu)
  BAN_CHAM       thư mục trang Bàn chấm (tệp thi-dua-so-web-….zip đã giải nén), được trao ở /ban-cham/ (không đặt: tự dựng)
  PROXY_HEADER   tên trường mà máy đứng trước ghi địa chỉ người gửi, ví dụ x-forwarded-for; chỉ đặt khi máy ấy luôn ghi
  SPACE_MB       dung lượng lớn nhất của một sổ (2048)
`;

const OPTIONS = {
  invite: { type: 'boolean' },
  reason: { type: 'string' },
  release: { type: 'boolean' },
  keys: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function main(): Promise<void> {
  const { values, positionals } = parsed();
  if (values.help) return say(HELP.trimEnd());
  const settings = settingsOf(process.env);
  if (typeof settings === 'string') return fail(settings);
  const [typed, ...rest] = positionals;
  const command = values.invite ? 'invite' : typed;
  if (command === undefined) return run(settings);
  const done = await operate(command, rest, values, settings).catch((error) => fail(messageOf(error)));
  if (!done.ok) return fail(done.refusal.message);
  for (const line of done.value) say(line);
}

function parsed() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return fail(`${messageOf(error)}\n\n${HELP.trimEnd()}`);
  }
}

async function run(settings: ServerSettings): Promise<void> {
  const { database, migrations, origin, port, hostname } = settings;
  if (database && !settings.key) fail('Thiếu SERVER_KEY (64 chữ số hex, ví dụ openssl rand -hex 32).');
  // Nobody else uses the database inside this process, so each start makes a new key.
  const key = settings.key ?? randomBytes(32);
  const passes = newPasses(key, () => Date.now());
  if (!database) say(TRIAL_NOTICE);
  const opened = async () => {
    if (database) return { engine: await openPostgres(database, passes, migrations), owner: null };
    await makeData(settings);
    const embedded = await openEmbedded(settings.data, migrations, key);
    return { engine: embedded, owner: embedded };
  };
  const { engine, owner } = await opened().catch((error) => fail(`Không mở được cơ sở dữ liệu: ${messageOf(error)}`));
  const built = (name: string) => pageFiles(fileURLToPath(new URL(name, import.meta.url)));
  const desk = settings.desk ?? fileURLToPath(new URL('../../dist/excel-addin', import.meta.url));
  const hasDesk = existsSync(join(desk, 'index.html'));
  if (settings.desk && !hasDesk) fail(`BAN_CHAM: không thấy trang Bàn chấm ở ${desk}.`);
  const serving = await serve(engine, passes, {
    ...{ most: settings.most, origin, proxyHeader: settings.proxyHeader },
    log: (line) => say(JSON.stringify(line)),
    pages: { '/nop': built('nop'), '/tinh': built('tinh') },
    home: hasDesk ? `${DESK_ADDRESS}/` : null,
  });
  if (hasDesk) deskPage(serving.app, desk);
  const server = openPort(serving.app.fetch, { port, hostname }, () => {
    say(`Máy chủ sổ chung đang nghe ở http://${hostname}:${port}`);
  });
  server.on('error', (error) => fail(`Không nghe được ở ${hostname}:${port}: ${error.message}`));
  // No second process can open the database inside this process, so its invitation is made here.
  if (owner) {
    const invitation = await inviteFounder(owner, origin);
    if (hasDesk) say(`Mở trang này để lập sổ chung: ${invitation}`);
    say(`Hoặc lập sổ bằng lệnh: sync --server "${invitation}" --found "Tên sổ" --name "Tên máy"`);
  }
  const stop = () => {
    server.close();
    void serving.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

type NewData = Pick<ServerSettings, 'data' | 'migrations'>;

/** Makes the embedded database where there is none, in a thread of its own: half a gigabyte of memory ends with it. */
async function makeData({ data, migrations }: NewData): Promise<void> {
  if (existsSync(join(data, 'pg'))) return;
  const wanted: NewData = { data, migrations };
  // Rejects where the thread fails.
  await once(new Worker(fileURLToPath(import.meta.url), { workerData: wanted }), 'exit');
}

if (isMainThread) await main();
else {
  const { data, migrations } = workerData as NewData;
  await (await openEmbedded(data, migrations, randomBytes(32))).close();
}
