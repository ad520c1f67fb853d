/** Logins: for this server, once, and for as long as the device may; relays and replays get nothing. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { proofText } from '../../../core/share/proof.ts';
import { serve } from '../../../server/serve.ts';
import { figure } from '../../unit/share/people.ts';
import { passes } from '../engines.ts';
import { newBook, ORIGIN, tokenOf } from '../machines.ts';
import { MOST, type Over } from './over.ts';

export function whoLogsIn(over: Over): void {
  const { fetch, link } = over;
  const start = async () => {
    const { app } = await serve(over.engine, passes, { most: MOST, origin: ORIGIN, log: () => {} });
    return async (path: string, init: RequestInit) => app.request(`${ORIGIN}${path}`, init);
  };

  it('no server can hand a login on, and no answer is worth a second token, also after a restart', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const ask = await start();
    const own = new URL(ORIGIN).host;
    const question = async () =>
      ((await (await ask('/v1/questions', { method: 'POST' })).json()) as { question: string }).question;
    const answered = async (text: string, host: string, name = space) => {
      const signature = bytesToHex(await chair.signer.sign(new TextEncoder().encode(proofText(host, name, text))));
      return JSON.stringify({ space: name, key: chair.signer.key, question: text, signature });
    };
    const log = (body: string, headers: Record<string, string> = {}, at = ask) =>
      at('/v1/tokens', { method: 'POST', body, headers });
    // Another server passes our question on; the device signs for that server; the answer comes here under any name.
    const evil = 'evil.example:8443';
    for (const headers of [
      { host: evil },
      { host: own },
      { host: own, 'x-forwarded-host': evil },
      { forwarded: `host=${evil}` },
    ]) {
      const answer = await log(await answered(await question(), evil), headers);
      expect(answer.status).toBe(401);
      expect(JSON.stringify(await answer.json())).not.toContain('token');
    }
    // After an honest mistake in the name, the message contains the right one.
    const told = await log(await answered(await question(), evil), { host: evil });
    expect(await told.text()).toContain(ORIGIN);
    // For another book of the same server.
    const crossed = JSON.parse(await answered(await question(), own)) as { space: string };
    expect((await log(JSON.stringify({ ...crossed, space: 'f'.repeat(64) }))).status).toBe(401);
    // The right answer, under any requested name; then the same again, here and after a restart.
    const asked = await question();
    const right = await answered(asked, own);
    const got = await log(right, { host: evil });
    expect(got.status).toBe(200);
    expect((await log(right)).status).toBe(401);
    expect((await log(await answered(asked, own))).status).toBe(401);
    expect((await log(right, {}, await start())).status).toBe(401);
    // Two at the same moment: one gets it.
    const twice = await answered(await question(), own);
    const both = await Promise.all([log(twice), log(twice), log(twice, {}, await start())]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it('hangs up on who listens once its rights end, before it hears of anything more', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const [lost, stays] = machines;
    const listen = async (machine: typeof lost) => {
      const headers = { authorization: `Bearer ${await tokenOf(fetch, machine!.signer, space)}` };
      const answer = await fetch(`${ORIGIN}/v1/spaces/${space}/live`, { headers });
      const reader = answer.body!.getReader();
      let heard = '';
      const ended = (async () => {
        for (let part = await reader.read(); !part.done; part = await reader.read())
          heard += new TextDecoder().decode(part.value);
      })();
      return { ended, heard: () => heard, stop: () => reader.cancel(), status: answer.status };
    };
    const [first, second] = [await listen(lost), await listen(stays)];
    const heads = (text: string) => [...text.matchAll(/data: (\d+)/g)].map(([, head]) => Number(head));
    await expect.poll(() => heads(first.heard()).length).toBe(1);
    const before = heads(first.heard());
    await chair.say({ kind: 'revocation', device: lost!.device, upTo: 2, reason: 'Mất máy' });
    await chair.sync();
    await first.ended;
    expect(heads(first.heard())).toEqual(before);
    await chair.say(figure(1));
    await chair.sync();
    await expect.poll(() => heads(second.heard()).length).toBeGreaterThan(1);
    expect(heads(first.heard())).toEqual(before);
    await second.stop();
    expect((await listen(lost)).status).toBe(403);
  });

  it('holds no more lines open for a machine than it can use; others are heard all the same', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'viewer');
    const listen = async (signer: typeof chair.signer) => {
      const headers = { authorization: `Bearer ${await tokenOf(fetch, signer, space)}` };
      return fetch(`${ORIGIN}/v1/spaces/${space}/live`, { headers });
    };
    const all = await Promise.all(Array.from({ length: 60 }, () => listen(machines[0]!.signer)));
    expect(all.map(({ status }) => status).sort((a, b) => a - b)).toEqual([
      ...Array(50).fill(200),
      ...Array(10).fill(429),
    ]);
    const other = await listen(chair.signer);
    expect(other.status).toBe(200);
    await Promise.all([...all, other].map(({ body }) => body?.cancel()));
    const again = await listen(machines[0]!.signer);
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
}
