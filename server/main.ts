/**
 * `npm run server`: the server of shared books. DATABASE_URL names a PostgreSQL; without it one inside this process,
 * for trying. Everything it says is for whoever runs it: starting, stopping, a line of JSON for each request.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve as listen } from '@hono/node-server';
import { deskPage } from './desk-page.ts';
import { openEmbedded } from './engine/embedded.ts';
import type { Engine } from './engine/engine.ts';
import { openPostgres } from './engine/postgres.ts';
import { inviteFounder } from './invite-founder.ts';
import { pageFiles } from './own-page.ts';
import { TRIAL_NOTICE } from './page.ts';
import { serve } from './serve.ts';

const HELP = `Máy chủ sổ chung của Thi Đua Số.

Cách dùng: npm run server -- [--invite]

  --invite     in một liên kết để một xã lập sổ trên máy chủ này (dùng một lần, trong 7 ngày), rồi dừng

Biến môi trường:
  DATABASE_URL   PostgreSQL 15 trở lên: postgres://người-dùng@máy/cơ-sở-dữ-liệu. Không có thì chạy thử với cơ sở dữ liệu nhúng.
  HOST, PORT     nơi nghe (127.0.0.1, 8787); TLS do Caddy hoặc nginx đứng trước
  ORIGIN         địa chỉ mà các máy dùng, ví dụ https://so-chung.tinh.gov.vn
  DATA           thư mục của cơ sở dữ liệu nhúng (out/may-chu)
  BAN_CHAM       thư mục trang Bàn chấm (tệp thi-dua-so-web-….zip đã giải nén), được trao ở /ban-cham/ (dist/excel-addin nếu đã dựng)
  PROXY_HEADER   tên trường mà máy đứng trước ghi địa chỉ người gửi, ví dụ x-forwarded-for; chỉ đặt khi máy ấy luôn ghi
  SPACE_MB       dung lượng lớn nhất của một sổ (2048)
`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(2);
}

async function open(): Promise<Engine> {
  const { DATABASE_URL: url, DATA: data = 'out/may-chu' } = process.env;
  const migrations = join(fileURLToPath(new URL('.', import.meta.url)), '../migrations');
  if (url) return openPostgres(url, migrations);
  say(TRIAL_NOTICE);
  return openEmbedded(data, migrations);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { invite: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) return say(HELP.trimEnd());
  const port = Number(process.env.PORT ?? 8787);
  const hostname = process.env.HOST ?? '127.0.0.1';
  const origin = (process.env.ORIGIN ?? `http://localhost:${port}`).replace(/\/+$/, '');
  const megabytes = Number(process.env.SPACE_MB ?? 2048);
  if (!Number.isInteger(port) || !(megabytes > 0)) fail('PORT và SPACE_MB phải là số.');
  const engine = await open().catch((error) =>
    fail(`Không mở được cơ sở dữ liệu: ${error instanceof Error ? error.message : String(error)}`),
  );
  if (values.invite) {
    say(await inviteFounder(engine, origin));
    return engine.close();
  }
  const built = (name: string) => pageFiles(fileURLToPath(new URL(name, import.meta.url)));
  const serving = await serve(engine, {
    most: megabytes * 1024 * 1024,
    log: (line) => say(JSON.stringify(line)),
    proxyHeader: process.env.PROXY_HEADER || null,
    pages: { '/nop': built('nop'), '/tinh': built('tinh') },
  });
  const desk = process.env.BAN_CHAM ?? fileURLToPath(new URL('../../dist/excel-addin', import.meta.url));
  if (existsSync(join(desk, 'index.html'))) deskPage(serving.app, desk);
  else if (process.env.BAN_CHAM) fail(`BAN_CHAM: không thấy trang Bàn chấm ở ${desk}.`);
  const server = listen({ fetch: serving.app.fetch, port, hostname }, () => {
    say(`Máy chủ sổ chung đang nghe ở http://${hostname}:${port}`);
  });
  server.on('error', (error) => fail(`Không nghe được ở ${hostname}:${port}: ${error.message}`));
  // No second process can open the database that is inside this one: its invitation is made here.
  if (engine.kind === 'embedded')
    say(`Lập sổ bằng: sync --server "${await inviteFounder(engine, origin)}" --found "Tên sổ" --name "Tên máy"`);
  const stop = () => {
    server.close();
    void serving.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

await main();
