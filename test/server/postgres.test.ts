/** What only a real PostgreSQL can show: crashes, backups, a full disk, two processes over one database. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../core/council/sha256.ts';
import { digestOf } from '../../core/share/named-bytes.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { openPostgres } from '../../server/engine/postgres.ts';
import { inviteFounder } from '../../server/invite-founder.ts';
import { operate } from '../../server/operate.ts';
import { serve } from '../../server/serve.ts';
import { settingsOf } from '../../server/settings.ts';
import { result, target } from '../unit/province/sent.ts';
import { figure } from '../unit/share/people.ts';
import { KEY, MIGRATIONS, openDatabase, passes, ROLE } from './engines.ts';
import { type Fetch, newBook, newMachine, ORIGIN, sure, tokenOf } from './machines.ts';
import { type Cluster, postgresPrograms, startCluster } from './postgres-cluster.ts';

const programs = postgresPrograms();

describe.runIf(programs)('over PostgreSQL alone', () => {
  let cluster: Cluster;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    cluster = await startCluster(programs ?? '');
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    await cluster?.stop();
  });

  async function server(database: string, user?: string) {
    const { engine, owner } = await openDatabase(cluster, database, user, 4);
    const { app, close } = await serve(engine, passes, { most: 1 << 30, log: () => {}, origin: ORIGIN });
    closing.push(owner.close, close);
    const fetch: Fetch = async (address, init) =>
      app.request(address, { ...init, headers: { ...init.headers, host: new URL(ORIGIN).host } });
    return { engine, owner, fetch };
  }

  it('serves from two processes: started at once, each hears what the other took, both write into one book', async () => {
    // As docs/trien-khai.md has it: a login that owns its database and may create roles, no superuser.
    cluster.run('createuser', '--createrole', 'thuong');
    cluster.run('createdb', '-O', 'thuong', 'hai');
    const [left, right] = await Promise.all([server('hai', 'thuong'), server('hai', 'thuong')]);
    const { space, chair } = await newBook(left.fetch, await inviteFounder(left.owner, ORIGIN));
    const authorization = `Bearer ${await tokenOf(left.fetch, chair.signer, space)}`;
    const answer = await right.fetch(`${ORIGIN}/v1/spaces/${space}/live`, { headers: { authorization } });
    const reader = answer.body!.getReader();
    await chair.say(figure(1));
    await chair.sync();
    let heard = '';
    while (!heard.includes('data: 2')) heard += new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();

    // Both write into a book at once: nobody has to try again, and listeners miss nothing.
    const both = [left, right];
    const book = await newBook(left.fetch, await inviteFounder(left.owner, ORIGIN), 'officer', 'officer');
    const seen: string[] = [];
    const statuses: number[] = [];
    let writing = true;
    const following = (async () => {
      let next = 0;
      for (let last = false; !last; ) {
        last = !writing;
        const page = sure(await book.chair.server.pull(next));
        seen.push(...page.entries.map(({ hash }) => hash));
        next = page.next;
      }
    })();
    const names = await Promise.all(
      book.machines.map(async (machine, at) => {
        const { fetch } = both[at]!;
        const token = await tokenOf(fetch, machine.signer, book.space);
        const own = await machine.say(...Array.from({ length: 20 }, (_, n) => figure(n)));
        for (const { hash, body, signature } of own) {
          const answer = await fetch(`${ORIGIN}/v1/spaces/${book.space}/entries`, {
            ...{ method: 'POST', headers: { authorization: `Bearer ${token}` } },
            body: JSON.stringify({ entries: [{ hash, body, signature }] }),
          });
          statuses.push(answer.status);
        }
        return own.map(({ hash }) => hash);
      }),
    );
    writing = false;
    await following;
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(names.flat()));
  });

  it('has connections open that have worked before it takes a request, and keeps them, also when nobody asks', async () => {
    cluster.run('createdb', 'san_sang');
    const { engine, owner } = await openDatabase(cluster, 'san_sang');
    closing.push(owner.close, engine.close);
    const open = () =>
      owner.asOwner((query) =>
        query<{ pid: number; begun: string }>(
          'select pid, backend_start::text as begun from pg_stat_activity where usename = $1 and datname = $2 order by pid',
          [ROLE, 'san_sang'],
        ),
      );
    const standing = await open();
    expect(standing).toHaveLength(4);
    // More at once than stand open, and then nothing, for longer than a connection is kept that nobody needs.
    await Promise.all(Array.from({ length: 8 }, () => engine.query('select pg_sleep(0.2)')));
    await expect.poll(async () => (await open()).length, { timeout: 30_000, interval: 500 }).toBe(4);
    const after = await open();
    await Promise.all(Array.from({ length: 4 }, () => engine.query('select * from share.sizes()')));
    expect(await open()).toEqual(after);
  });

  it('does not start where its clock and the database’s are apart, and says so', async () => {
    cluster.run('createdb', 'lech');
    await server('lech');
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      for (const apart of [600_000, -600_000]) {
        vi.setSystemTime(performance.timeOrigin + performance.now() + apart);
        const open = openPostgres(cluster.url('lech', ROLE), passes, MIGRATIONS);
        await expect(open).rejects.toThrow(/lệch nhau (?:599|600|601) giây/);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('hands results on to the nation’s server by PostgreSQL’s own means, and nothing else of any book', async () => {
    for (const name of ['tinh', 'ca_nuoc']) cluster.run('createdb', name);
    const [province, nation] = [await server('tinh'), await server('ca_nuoc')];
    const { chair, machines } = await newBook(
      ...([province.fetch, await inviteFounder(province.owner, ORIGIN), 'commune', 'officer'] as const),
    );
    const [commune, officer] = machines;
    const send = async (...targets: readonly ReturnType<typeof target>[]) => {
      await commune!.say({ kind: 'result', result: result('Xã A', { targets }) });
      await commune!.sync();
    };
    await send(target('Tỷ lệ A', 'not-met', 10, 100));
    await officer!.say(figure(1));
    await officer!.sync();
    // As docs/trien-khai.md has it; the slot is made apart, because both databases are of one cluster here.
    const guide = readFileSync(join(import.meta.dirname, '../../docs/trien-khai.md'), 'utf8');
    const commands = guide.match(/^(?:create role|grant|create publication) .+;$/gm) ?? [];
    expect(commands).toHaveLength(4);
    await province.owner.asOwner(async (query) => {
      for (const command of commands) await query(command);
    });
    for (const table of ['entry', 'file', 'member', 'space'])
      await expect(
        province.owner.asOwner(async (query) => {
          await query('set local role len_trung_uong');
          return query(`select from share.${table}`);
        }),
      ).rejects.toMatchObject({ code: '42501' });
    await province.owner.asOwner((query) => query("select pg_create_logical_replication_slot('ca_nuoc', 'pgoutput')"));
    await nation.owner.asOwner((query) =>
      query(`create subscription tinh connection '${cluster.url('tinh', 'len_trung_uong')}' publication ket_qua
        with (create_slot = false, slot_name = 'ca_nuoc')`),
    );
    const seen = () =>
      nation.owner.asOwner((query) =>
        query('select province, commune, period, text, state, a::int, b::int from share.last_target'),
      );
    const row = { province: 'tỉnh Lai Châu', commune: 'commune', period: '2026-03', text: 'Tỷ lệ A' };
    const within = { timeout: 20_000, interval: 100 };
    await expect.poll(seen, within).toEqual([{ ...row, state: 'not-met', a: 10, b: 100 }]);
    await send(target('Tỷ lệ A', 'met', 90, 100));
    await expect.poll(seen, within).toEqual([{ ...row, state: 'met', a: 90, b: 100 }]);
    const held = await nation.owner.asOwner((query) =>
      query<{ kept: number; others: number }>(
        'select (select count(*)::int from share.result) as kept, (select count(*)::int from share.space) as others',
      ),
    );
    expect(held).toEqual([{ kept: 2, others: 0 }]);
    // The signature is included, so that anybody can verify it.
    const [first] = await nation.owner.asOwner((query) =>
      query<{ hash: string; body: string }>("select hash, convert_from(body, 'UTF8') as body from share.result"),
    );
    expect(sha256(first!.body)).toBe(first!.hash);
    await chair.sync();
    await nation.owner.asOwner((query) => query('alter subscription tinh disable'));
  });

  it('loses and doubles nothing when the database is killed in mid-push, and takes a restored older backup up to date', async () => {
    const { owner, fetch } = await server('postgres');
    const { space, chair, machines } = await newBook(fetch, await inviteFounder(owner, ORIGIN), 'officer', 'officer');
    const [item, two] = machines;
    const again = await Promise.all(
      [item!, two!].map(async ({ signer, own }) => ({ ...(await newMachine(fetch, space, null, signer, 100)), own })),
    );
    let answered = 0;
    const pushing = [item!, two!].map(async (machine, at) => {
      const entries = await machine.say(...Array.from({ length: 120 }, (_, n) => figure(at * 1000 + n)));
      for (let from = 0; from < entries.length; from += 4) {
        for (;;) {
          const done = await again[at]!.server.push(entries.slice(from, from + 4));
          if (done.ok) break;
          expect(done.refusal.code).toBe('away');
        }
        answered += 4;
      }
    });
    for (let crashes = 0; crashes < 2; crashes += 1) {
      const before = answered;
      while (answered < before + 16) await new Promise((done) => setTimeout(done, 5));
      await cluster.crash();
    }
    await Promise.all(pushing);
    const { standing } = await chair.sync();
    expect(sharedOf(standing).observations).toHaveLength(240);
    expect([standing.idle, standing.missing]).toEqual([[], []]);
    const [kept] = await owner.asOwner((query) =>
      query(
        'select count(*)::int as entries, max(seq)::int as last, (select head::int from share.space) as head from share.entry',
      ),
    );
    expect(kept).toEqual({
      entries: standing.counting.length,
      last: standing.counting.length,
      head: standing.counting.length,
    });

    // A backup; more entries; the backup is restored into an empty database.
    const report = new TextEncoder().encode('báo cáo');
    sure(await item!.server.put(digestOf(report), report));
    const [files, keys] = ['luu.dump', 'khoa-tep.dump'].map((name) => join(cluster.folder, name));
    cluster.run('pg_dump', '-Fc', '--exclude-table-data=share.file_key', '-f', files!, 'postgres');
    cluster.run('pg_dump', '-Fc', '--data-only', '--table=share.file_key', '-f', keys!, 'postgres');
    await item!.say(figure(5000));
    await item!.sync();
    await chair.sync();
    await chair.say({ kind: 'revocation', device: two!.device, upTo: 1000, reason: 'Đổi người' });
    await chair.sync();
    cluster.run('createdb', 'phuc_hoi');
    cluster.run('pg_restore', '-d', 'phuc_hoi', files!);
    const restored = await server('phuc_hoi');
    const behind = await newMachine(restored.fetch, space, null, item!.signer);
    const before = sure(await behind.server.pull(0)).entries.length;
    // Without their keys, which are stored separately, the files are useless.
    expect(sure(await behind.server.has([digestOf(report)])).size).toBe(0);
    cluster.run('pg_restore', '-d', 'phuc_hoi', keys!);
    expect(sure(await behind.server.take(digestOf(report)))).toEqual(report);
    const healed = { ...(await newMachine(restored.fetch, space, null, chair.signer)) };
    sure(await healed.own.push(sure(await chair.own.pull(0)).entries));
    expect(await healed.sync()).toMatchObject({ received: 0, sent: 2 });
    expect(await healed.sync()).toMatchObject({ received: 0, sent: 0 });
    expect(sure(await behind.server.pull(0)).entries).toHaveLength(before + 2);
    expect((await healed.sync()).standing.devices.find(({ device }) => device === two!.device)?.revoked).toBe(true);
  });

  it('is backed up and brought back by its own commands, which read back what they wrote and leave nothing half', async () => {
    for (const name of ['goc', 'moi', 'hong']) cluster.run('createdb', name);
    const { owner, fetch } = await server('goc');
    const { space, chair, machines } = await newBook(fetch, await inviteFounder(owner, ORIGIN), 'officer');
    const officer = machines[0]!;
    const files = Array.from({ length: 3 }, (_, at) => new Uint8Array(200_000).map((_byte, n) => (n * (at + 7)) % 251));
    for (const bytes of files) sure(await officer.server.put(digestOf(bytes), bytes));
    await officer.say(...Array.from({ length: 30 }, (_, at) => figure(at)));
    await officer.sync();
    const operating = (database: string, user: string, ...args: readonly [string, string?]) => {
      const env = {
        ...{ OWNER_URL: cluster.url(database, user), DATABASE_URL: cluster.url(database, ROLE), ORIGIN },
        SERVER_KEY: KEY.toString('hex'),
      };
      const settings = settingsOf(env);
      if (typeof settings === 'string') throw new Error(settings);
      const [command, target] = args;
      const options = { keys: join(cluster.folder, 'khoa') };
      return operate(command, target === undefined ? [] : [target], options, { ...settings, migrations: MIGRATIONS });
    };
    const place = join(cluster.folder, 'sao-luu');
    // By a role that row-level security holds back nothing is written that looks like a backup.
    cluster.run('createuser', '--createrole', 'nguoi_khac');
    cluster.run('psql', '-c', 'grant share_owner to nguoi_khac', 'goc');
    await expect(operating('goc', 'nguoi_khac', 'backup', place)).rejects.toThrow('không đọc được mọi hàng');
    expect(readdirSync(place)).toEqual([]);
    const lines = sure(await operating('goc', 'postgres', 'backup', place));
    expect(lines[0]).toMatch(/Đã sao lưu và đọc lại \d+ mục, 3 tệp của 1 sổ/);
    const [name = ''] = readdirSync(place);
    expect(readdirSync(join(place, name)).sort()).toEqual(['sao-luu.json', 'so-chung.dump']);
    // A damaged file is reported before anything is touched; so is a database that has books.
    mkdirSync(join(place, 'hong'));
    for (const file of ['sao-luu.json', 'so-chung.dump'])
      copyFileSync(join(place, name, file), join(place, 'hong', file));
    const bytes = readFileSync(join(place, 'hong/so-chung.dump'));
    writeFileSync(join(place, 'hong/so-chung.dump'), bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 64));
    const broken = await operating('hong', 'postgres', 'restore', join(place, 'hong'));
    expect(broken).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('không khớp mã băm') } });
    expect(await operating('goc', 'postgres', 'restore', join(place, name))).toMatchObject({ ok: false });
    const back = sure(await operating('moi', 'postgres', 'restore', join(place, name)));
    expect(back[0]).toContain('Đã phục hồi');
    const restored = await server('moi');
    const again = await newMachine(restored.fetch, space, null, chair.signer);
    expect(sharedOf((await again.sync()).standing).observations).toHaveLength(30);
    for (const file of files) expect(sure(await again.server.take(digestOf(file)))).toEqual(file);
    await officer.say(figure(1000));
    sure(
      await (await newMachine(restored.fetch, space, null, officer.signer)).server.push(
        sure(await officer.own.pull(0)).entries,
      ),
    );
  });

  it('refuses what the disk cannot store, reports it, and keeps the stored data', async (context) => {
    const place = join(cluster.folder, 'nho');
    mkdirSync(place);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0777', 'tmpfs', place]);
    if (mounted.status !== 0) {
      process.stderr.write('No right to mount a small disk here: the test of a full disk did not run.\n');
      return context.skip();
    }
    try {
      chmodSync(place, 0o777);
      mkdirSync(join(place, 'pg'));
      spawnSync('chown', ['postgres', join(place, 'pg')]);
      cluster.run('psql', '-c', `create tablespace nho location '${place}/pg'`, 'postgres');
      cluster.run('createdb', '-D', 'nho', 'nho');
      const { owner, fetch } = await server('nho');
      const { chair } = await newBook(fetch, await inviteFounder(owner, ORIGIN));
      const hashes: string[] = [];
      const files = Array.from({ length: 8 }, (_, at) => new Uint8Array(4 * 1024 * 1024).fill(at + 1));
      for (const bytes of files) {
        const put = await chair.server.put(digestOf(bytes), bytes);
        if (put.ok) hashes.push(digestOf(bytes));
        else expect(put.refusal.code).toBe('full');
      }
      expect(hashes.length).toBeGreaterThan(0);
      expect(hashes.length).toBeLessThan(files.length);
      for (const digest of hashes) expect(digestOf(sure(await chair.server.take(digest))!)).toBe(digest);
      expect([...sure(await chair.server.has(files.map(digestOf)))].sort()).toEqual([...hashes].sort());
      await closing.pop()?.();
      await closing.pop()?.();
      spawnSync('mount', ['-o', 'remount,size=64m', place]);
      cluster.run('dropdb', 'nho');
      cluster.run('psql', '-c', 'drop tablespace nho', 'postgres');
    } finally {
      spawnSync('umount', ['-l', place]);
    }
  });
});
