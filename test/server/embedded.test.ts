/** The engine inside the server's process: a second process over its folder would corrupt it. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { PIECE } from '../../core/share/pieces.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { takeWhole } from '../../core/share/whole-file.ts';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { handIn } from '../../session/share/hand-in.ts';
import { runFolder } from '../built-once.ts';
import { figure } from '../unit/share/people.ts';
import { newDataFolder } from './data-folder.ts';
import { KEY, MIGRATIONS } from './engines.ts';
import { type Fetch, newBook, newLink, ORIGIN, sure } from './machines.ts';
import { serverProcess } from './server-process.ts';

it('is opened by one process at a time, whoever’s the other is; what a dead one left behind holds nobody up', async () => {
  const folder = await newDataFolder();
  const mark = (text: string) => writeFileSync(join(folder, 'dang-chay.pid'), text);
  const open = () => openEmbedded(folder, MIGRATIONS, KEY);
  const signal = vi.spyOn(process, 'kill');
  const answered = (code: string) =>
    signal.mockImplementationOnce(() => {
      throw Object.assign(new Error(code), { code });
    });
  try {
    // Another user's: it runs, but may not be signalled.
    mark('4321');
    answered('EPERM');
    await expect(open()).rejects.toThrow('đang được một máy chủ khác dùng (tiến trình 4321)');
    // Dead; a mark that a full disk left empty; the number is another process's by now.
    for (const left of ['4321', '', ...(process.platform === 'linux' ? [`${process.ppid} 1`] : [])]) {
      mark(left);
      if (!left.includes(' ')) answered('ESRCH');
      const engine = await open();
      signal.mockReset();
      await engine.close();
    }
  } finally {
    signal.mockRestore();
  }
});

it('comes up after each kill -9 with all that was acknowledged', async () => {
  const page = mkdtempSync(join(runFolder(), 'page-'));
  writeFileSync(join(page, 'index.html'), '');
  vi.stubEnv('ORIGIN', ORIGIN);
  const data = await newDataFolder();
  const start = () => serverProcess('18795', data, page);
  let server = start();
  try {
    const invitation = await server.until(/--server "(\S+)" --found/);
    await server.until(/đang nghe/);
    const fetch: Fetch = (address, init) => globalThis.fetch(address.replace(ORIGIN, 'http://127.0.0.1:18795'), init);
    const { chair, machines } = await newBook(fetch, invitation, 'officer', 'officer');
    const acknowledged = new Set<string>();
    for (const pause of [100, 500]) {
      let isOver = false;
      const sending = machines.map(async (machine) => {
        for (let at = 0; !isOver; at += 1) {
          const entries = await machine.say(figure(at));
          if ((await machine.server.push(entries).catch(() => null))?.ok)
            for (const { hash } of entries) acknowledged.add(hash);
          else return;
        }
      });
      await new Promise((done) => setTimeout(done, pause));
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
      isOver = true;
      await Promise.all(sending);
      // Killed once more while it comes up.
      server = start();
      await new Promise((done) => setTimeout(done, pause));
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
      server = start();
      await server.until(/đang nghe/);
      const there = new Set(sure(await chair.server.pull(0)).entries.map(({ hash }) => hash));
      expect([...acknowledged].filter((hash) => !there.has(hash))).toEqual([]);
      for (const machine of machines) expect((await machine.sync()).standing.idle).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
  } finally {
    server.child.kill('SIGKILL');
    vi.unstubAllEnvs();
  }
}, 120_000);

it('goes on after a kill -9 with the pieces of a file it had', async () => {
  const page = mkdtempSync(join(runFolder(), 'page-'));
  writeFileSync(join(page, 'index.html'), '');
  vi.stubEnv('ORIGIN', ORIGIN);
  const data = await newDataFolder();
  const start = () => serverProcess('18796', data, page);
  let server = start();
  try {
    const invitation = await server.until(/--server "(\S+)" --found/);
    await server.until(/đang nghe/);
    let puts = 0;
    let isLeft = true;
    const fetch: Fetch = (address, init) => {
      if (init.method === 'PUT' && address.includes('/pieces/')) puts += 1;
      if (puts > 3 && isLeft) server.child.kill('SIGKILL');
      return globalThis.fetch(address.replace(ORIGIN, 'http://127.0.0.1:18796'), init);
    };
    const { machines } = await newBook(fetch, invitation, 'officer');
    const { door } = await newLink(fetch, machines[0]!, 'Bản A');
    const bytes = new Uint8Array(randomBytes(5 * PIECE + 7));
    expect(await handIn(door, 'biên bản.pdf', bytes, '1.1')).toMatchObject({ ok: false, refusal: { code: 'away' } });
    if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, 'exit');
    isLeft = false;
    server = start();
    await server.until(/đang nghe/);
    expect(sure(await handIn(door, 'biên bản.pdf', bytes, '1.1')).size).toBe(bytes.length);
    // Six pieces, and the piece that was under way a second time.
    expect(puts).toBeLessThanOrEqual(7);
    const { standing } = await machines[0]!.sync();
    const [evidence] = sharedOf(standing).evidence;
    const whole = sure(await takeWhole(machines[0]!.own.take, evidence!.file));
    expect(whole && Buffer.compare(whole, bytes)).toBe(0);
  } finally {
    server.child.kill('SIGKILL');
    vi.unstubAllEnvs();
  }
}, 120_000);
