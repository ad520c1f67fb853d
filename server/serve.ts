/** Puts the server together over an engine; gives its application and what ends it. */
import type { Hono } from 'hono';
import { newApp, type Parts } from './app.ts';
import { newBodies } from './bodies.ts';
import { type Engine, faultCode } from './engine/engine.ts';
import { newLive } from './live.ts';
import { newLogin } from './login.ts';
import { newMetrics } from './metrics.ts';
import { JUDGE_SECONDS, type Passes } from './passes.ts';
import { newPush } from './push.ts';
import { newRate } from './rate.ts';
import { newVerify } from './verify.ts';

const HOUR = 3_600_000;

interface Serving {
  readonly app: Hono;
  readonly close: () => Promise<void>;
}

type Settings = Pick<Parts, 'most' | 'log' | 'origin'> &
  Partial<Pick<Parts, 'pages' | 'proxyHeader' | 'rate' | 'home'>>;

export async function serve(
  engine: Engine,
  passes: Passes,
  { most, log, origin, pages = {}, proxyHeader = null, home = null, rate = newRate(() => Date.now()) }: Settings,
): Promise<Serving> {
  const verify = newVerify();
  // An older backup of the keys may have been restored. Whatever the tables hold, the server starts.
  await engine.query('select share.drop_keys()').catch((error) => {
    log({ t: new Date().toISOString(), error: 'sealed-keys', code: faultCode(error) });
  });
  const dropWaiting = () => void engine.query('select share.drop_waiting()').catch(() => {});
  dropWaiting();
  const hourly = setInterval(dropWaiting, HOUR);
  hourly.unref();
  const login = newLogin(passes, verify, new URL(origin).host, async (question) => {
    const [row] = await engine.query<{ is_first: boolean }>('select share.spend_question($1) as is_first', [question]);
    return row?.is_first ?? false;
  });
  const live = newLive({
    headsOf: async (spaces) => {
      const heads = await engine.query<{ digest: string; head: string | number }>('select * from share.heads($1)', [
        [...spaces],
      ]);
      return new Map(heads.map(({ digest, head }) => [digest, Number(head)]));
    },
    readersOf: async (space, devices) => {
      const pass = passes.make('judge', JUDGE_SECONDS, space);
      const readers = await engine.query<{ device: string }>('select share.readers($1, $2) as device', [pass, devices]);
      return new Set(readers.map(({ device }) => device));
    },
  });
  const app = newApp({
    ...{ engine, verify, passes, login, live, most, log, origin, pages, proxyHeader, rate, home },
    ...{ push: newPush(engine, passes, verify), metrics: newMetrics(), bodies: newBodies() },
  });
  return {
    app,
    close: async () => {
      clearInterval(hourly);
      live.close();
      await engine.close();
    },
  };
}
