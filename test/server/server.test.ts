/** The server over the embedded engine, and over this machine's PostgreSQL if there is one: the same tests on both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteFounder } from '../../server/invite-founder.ts';
import { serve } from '../../server/serve.ts';
import { ENGINES, type Opened, passes, ROLE } from './engines.ts';
import { type Fetch, newBook, ORIGIN } from './machines.ts';
import { MOST, type Over } from './over-engine/over.ts';
import { whatArrives } from './over-engine/what-arrives.ts';
import { whatIsRefused } from './over-engine/what-is-refused.ts';
import { whatIsSealed } from './over-engine/what-is-sealed.ts';
import { whatPoisons } from './over-engine/what-poisons.ts';
import { whoLogsIn } from './over-engine/who-logs-in.ts';
import { whoSeesWhat } from './over-engine/who-sees-what.ts';

describe.each(ENGINES)('over %s', (_name, open) => {
  let opened: Opened;
  let serving: Awaited<ReturnType<typeof serve>>;
  const lines: string[] = [];
  const fetch: Fetch = async (address, init) =>
    serving.app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
  const link = () => inviteFounder(opened.owner, ORIGIN);
  const count = async (space: string) => {
    const [row] = await opened.owner.asOwner((query) =>
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
      return opened.engine;
    },
    get owner() {
      return opened.owner;
    },
    get url() {
      return opened.cluster?.url('postgres', ROLE) ?? null;
    },
  };
  beforeAll(async () => {
    opened = await open();
    const log = (line: object) => lines.push(JSON.stringify(line));
    serving = await serve(opened.engine, passes, { most: MOST, log, origin: ORIGIN });
  });
  afterAll(async () => {
    await serving?.close();
    await opened?.close();
  });

  whoLogsIn(over);
  whoSeesWhat(over);
  whatIsRefused(over);
  whatPoisons(over);
  whatArrives(over);
  whatIsSealed(over);

  it('answers a mistyped address with a sentence to a person, with a code to a program', async () => {
    const to = (accept: string) => fetch(`${ORIGIN}/no-such-page`, { headers: { accept } });
    const page = await to('text/html,application/xhtml+xml');
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/plain; charset=UTF-8']);
    expect(await page.text()).toMatch(/^Máy chủ không có địa chỉ này\. Hãy /);
    expect(await (await to('application/json')).json()).toMatchObject({ code: 'no-such-address' });
  });

  it('is watched without anybody’s name: health, measures, log', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const health = (await (await fetch(`${ORIGIN}/health`, {})).json()) as { notice?: string };
    expect(health).toMatchObject({ ok: true, engine: opened.engine.kind });
    const page = await (await fetch(`${ORIGIN}/`, {})).text();
    expect([page.includes('CHẠY THỬ'), health.notice !== undefined]).toEqual(
      Array(2).fill(opened.engine.kind === 'embedded'),
    );
    const measures = await (await fetch(`${ORIGIN}/metrics`, {})).text();
    expect(measures).toMatch(/^tds_entries_taken_total \d+$/m);
    expect(measures).toMatch(/^tds_request_seconds_bucket\{le="0.2"\} \d+$/m);
    const told = `${lines.join('\n')}\n${measures}`;
    expect(told).toContain('POST /v1/spaces/:space/entries');
    for (const secret of [space, chair.device, 'Ta Ma', 'chủ tịch', chair.signer.key])
      expect(told).not.toContain(secret);
  });
});
