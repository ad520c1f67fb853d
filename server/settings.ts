/** Settings from the environment, for every command of the server. */
import { fileURLToPath } from 'node:url';
import { serverKey } from './passes.ts';

export interface ServerSettings {
  /** PostgreSQL as the server's own role; null = for trying, with the engine inside this process. */
  readonly database: string | null;
  /** PostgreSQL with the rights of the database's owner. */
  readonly owner: string | null;
  /** Null where SERVER_KEY is missing or is no key. */
  readonly key: Buffer | null;
  /** Where the embedded engine keeps its data. */
  readonly data: string;
  readonly hostname: string;
  readonly port: number;
  /** The address devices use, without a path. */
  readonly origin: string;
  /** Bytes one space may come to. */
  readonly most: number;
  readonly proxyHeader: string | null;
  readonly desk: string | null;
  /** The folder of the migrations. */
  readonly migrations: string;
}

/** One Vietnamese sentence where something cannot be meant. */
export function settingsOf(env: NodeJS.ProcessEnv): ServerSettings | string {
  const port = Number(env.PORT ?? 8787);
  const megabytes = Number(env.SPACE_MB ?? 2048);
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || !(megabytes > 0)) return 'PORT và SPACE_MB phải là số.';
  const typed = env.ORIGIN ?? `http://localhost:${port}`;
  const origin = URL.canParse(typed) ? new URL(typed) : null;
  if (!origin || !/^https?:$/.test(origin.protocol) || !/^\/*$/.test(origin.pathname) || origin.search || origin.hash)
    return `ORIGIN phải là địa chỉ mà các máy dùng, dạng https://tên-máy, không kèm đường dẫn: "${typed}".`;
  return {
    database: env.DATABASE_URL || null,
    owner: env.OWNER_URL ? withPassword(env.OWNER_URL, env.OWNER_PASSWORD) : null,
    key: serverKey(env.SERVER_KEY ?? ''),
    data: env.DATA ?? 'out/may-chu',
    hostname: env.HOST ?? '127.0.0.1',
    port,
    origin: origin.origin,
    most: megabytes * 1024 * 1024,
    proxyHeader: env.PROXY_HEADER || null,
    desk: env.BAN_CHAM ?? null,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
  };
}

/** PostgreSQL's client would else take that of the server's role, PGPASSWORD. */
function withPassword(address: string, password: string | undefined): string {
  if (!password || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.password = encodeURIComponent(password);
  return url.href;
}
