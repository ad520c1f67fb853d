/**
 * The server over the embedded engine, and over this machine's PostgreSQL where there is one: the same tests on both.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../server/engine/embedded.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { openPostgres } from '../../server/engine/postgres.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { serve } from '../../server/serve.ts';
import { type Fetch, newBook, ORIGIN } from './machines.ts';
import { MOST, type Over } from './over-engine/over.ts';
import { whatArrives } from './over-engine/what-arrives.ts';
import { whatIsRefused } from './over-engine/what-is-refused.ts';
import { whatIsSealed } from './over-engine/what-is-sealed.ts';
import { whoSeesWhat } from './over-engine/who-sees-what.ts';
import { type Cluster, postgresPrograms, startCluster } from './postgres-cluster.ts';

const MIGRATIONS = join(import.meta.dirname, '../../server/migrations');
const programs = postgresPrograms();
if (!programs)
  process.stderr.write('No PostgreSQL >= 15 here (apt install postgresql): the tests over it did not run.\n');

let cluster: Cluster | null = null;
afterAll(() => cluster?.stop());

const ENGINES: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['embedded', () => openEmbedded(null, MIGRATIONS)],
  ...(programs
    ? [
        [
          'PostgreSQL',
          async () => {
            cluster = await startCluster(programs);
            return openPostgres(cluster.url('postgres'), MIGRATIONS);
          },
        ] as const,
      ]
    : []),
];

describe.each(ENGINES)('over %s', (_name, open) => {
  let engine: Engine;
  let serving: Awaited<ReturnType<typeof serve>>;
  const lines: string[] = [];
  const fetch: Fetch = async (address, init) =>
    serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
  const link = () => inviteFounder(engine, ORIGIN);
  const count = async (space: string) => {
    const [row] = await engine.asOwner((query) =>
      query<{ n: string | number }>(
        'select count(*) as n from share.entry e join share.space s on s.id = e.space where s.digest = $1',
        [space],
      ),
    );
    return Number(row?.n);
  };
  const over: Over = {
    ...{ fetch, link, count },
    get engine() {
      return engine;
    },
  };
  beforeAll(async () => {
    engine = await open();
    serving = await serve(engine, { most: MOST, log: (line) => lines.push(JSON.stringify(line)) });
  });
  afterAll(() => serving?.close());

  whoSeesWhat(over);
  whatIsRefused(over);
  whatArrives(over);
  whatIsSealed(over);

  it('is watched without anybody’s name: health, measures, log', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const health = (await (await fetch(`${ORIGIN}/health`, {})).json()) as { notice?: string };
    expect(health).toMatchObject({ ok: true, engine: engine.kind });
    const page = await (await fetch(`${ORIGIN}/`, {})).text();
    expect([page.includes('CHẠY THỬ'), health.notice !== undefined]).toEqual(Array(2).fill(engine.kind === 'embedded'));
    const measures = await (await fetch(`${ORIGIN}/metrics`, {})).text();
    expect(measures).toMatch(/^tds_entries_taken_total \d+$/m);
    expect(measures).toMatch(/^tds_request_seconds_bucket\{le="0.2"\} \d+$/m);
    const told = `${lines.join('\n')}\n${measures}`;
    expect(told).toContain('POST /v1/spaces/:space/entries');
    for (const secret of [space, chair.device, 'Ta Ma', 'chủ tịch', chair.signer.key])
      expect(told).not.toContain(secret);
  });
});
