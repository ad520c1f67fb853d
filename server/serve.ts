/** Puts the server together over an engine; gives its application and what ends it. */
import type { Hono } from 'hono';
import { newApp, type Parts } from './app.ts';
import type { Engine } from './engine/engine.ts';
import { newLive } from './live.ts';
import { newMetrics } from './metrics.ts';
import { newPush } from './push.ts';
import { newRate } from './rate.ts';
import { newTokens } from './tokens.ts';
import { newVerify } from './verify.ts';

interface Serving {
  readonly app: Hono;
  readonly close: () => Promise<void>;
}

export async function serve(
  engine: Engine,
  {
    most,
    log,
    pages = {},
    proxyHeader = null,
    rate = newRate(() => Date.now()),
  }: Pick<Parts, 'most' | 'log'> & Partial<Pick<Parts, 'pages' | 'proxyHeader' | 'rate'>>,
): Promise<Serving> {
  const verify = newVerify();
  // An older backup of the keys may have been brought back.
  await engine.asApp((query) => query('select share.drop_keys(null)'));
  const [key] = await engine.asApp((query) => query<{ value: string }>('select share.tokens_key() as value'));
  const tokens = newTokens(key?.value ?? '', verify, () => Date.now());
  const live = newLive(async (spaces) => {
    const heads = await engine.asApp((query) =>
      query<{ digest: string; head: string | number }>('select * from share.heads($1)', [[...spaces]]),
    );
    return new Map(heads.map(({ digest, head }) => [digest, Number(head)]));
  });
  const app = newApp({
    engine,
    verify,
    push: newPush(engine, verify),
    tokens,
    live,
    metrics: newMetrics(),
    most,
    log,
    pages,
    proxyHeader,
    rate,
  });
  return {
    app,
    close: async () => {
      live.close();
      await engine.close();
    },
  };
}
