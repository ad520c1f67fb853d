/** Files sealed away on a server: what its tables tell of them, and what no older backup brings back. */
import { expect, it } from 'vitest';
import { digestOf } from '../../../core/share/segment.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { serve } from '../../../server/serve.ts';
import { figure } from '../../unit/share/people.ts';
import { newBook, sure } from '../machines.ts';
import { MOST, type Over } from './over.ts';

const LOST = new TextEncoder().encode('mất khóa');
const LOST_DIGEST = digestOf(LOST);

export function whatIsSealed(over: Over): void {
  const { fetch, link, count } = over;
  const asOwner = <T>(text: string, values: readonly unknown[] = []) =>
    over.engine.asOwner((query) => query<T>(text, values));
  /** A table of files as whoever copies the database has it. */
  const dump = async () => {
    const rows = await asOwner<{ bytes: Uint8Array }>('select bytes from share.file');
    return Buffer.concat(rows.map(({ bytes }) => bytes));
  };

  it('are opened by nobody again, whatever comes back; only a chair seals, and all else stays', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const [officer, late] = machines;
    const files = ['kín', 'khác'].map((name) => {
      const bytes = new TextEncoder().encode(`Danh sách hộ, ${name} ${space}`);
      return { bytes, sha256: digestOf(bytes), name };
    });
    const [secret, other] = files;
    for (const { sha256, bytes, name } of files) {
      sure(await officer!.own.put(sha256, bytes));
      const file = { name: `${name}.xlsx`, sha256, size: bytes.length, replaces: null };
      await officer!.say({ kind: 'report', file });
    }
    await officer!.say(figure(1));
    await officer!.sync();
    for (const { bytes } of files) expect((await dump()).includes(bytes)).toBe(false);
    // One who was away has its copy; the keys stand in a backup.
    expect(await late!.sync()).toMatchObject({ filesReceived: 2 });
    const backup = await asOwner('select * from share.file_key');
    const isGone = async () => {
      for (const one of [officer!, late!, chair]) {
        expect([...sure(await one.server.has(files.map(({ sha256 }) => sha256)))]).toEqual([other!.sha256]);
        expect(sure(await one.server.take(secret!.sha256))).toBeNull();
        expect(sure(await one.server.take(other!.sha256))).toEqual(other!.bytes);
      }
    };
    const keys = async () => (await asOwner('select from share.file_key where digest = $1', [secret!.sha256])).length;

    // No key goes while nobody sealed its file: not by the server's program, not by who owns the database.
    await over.engine.asApp((query) => query('select share.drop_keys(null)'));
    await expect(asOwner('delete from share.file_key')).rejects.toMatchObject({ code: '42501' });
    await expect(asOwner('delete from share.file')).rejects.toMatchObject({ code: '42501' });
    await expect(over.engine.asApp((query) => query('select * from share.file_key'))).rejects.toMatchObject({
      code: '42501',
    });
    const before = sharedOf((await chair.sync()).standing);
    const held = await count(space);
    await chair.say({ kind: 'sealing', file: secret!.sha256, reason: 'Có tên hộ' });
    await chair.sync();
    await isGone();
    expect(await keys()).toBe(0);
    expect(await count(space)).toBe(held + 1);
    const after = sharedOf((await chair.sync()).standing);
    expect(after).toEqual({ ...before, sealed: after.sealed });
    expect([...after.sealed.keys()]).toEqual([secret!.sha256]);

    // Put again; brought back by the one who was away; by the same bytes in another's report.
    sure(await officer!.server.put(secret!.sha256, secret!.bytes));
    await isGone();
    expect(await late!.sync()).toMatchObject({ filesSent: 0, filesMissing: [] });
    expect(sure(await late!.own.take(secret!.sha256))).toBeNull();
    await isGone();
    expect((await dump()).includes(secret!.bytes)).toBe(false);

    // The older keys brought back: nothing opens, and the next start takes them away.
    await asOwner(
      `insert into share.file_key select * from json_populate_recordset(null::share.file_key, $1)
        on conflict do nothing`,
      [JSON.stringify(backup.map((row) => hexOf(row as Row)))],
    );
    expect(await keys()).toBe(1);
    await isGone();
    await serve(over.engine, { most: MOST, log: () => {} });
    expect(await keys()).toBe(0);
    // A key that was lost, not sealed: the machines that still have the file bring it again.
    await asOwner(
      "insert into share.file (space, digest, key_id, bytes) select id, $2, 'mất khóa', $3 from share.space where digest = $1",
      [space, LOST_DIGEST, LOST],
    );
    expect(sure(await officer!.server.has([LOST_DIGEST])).size).toBe(0);
    sure(await officer!.server.put(LOST_DIGEST, LOST));
    expect(sure(await officer!.server.take(LOST_DIGEST))).toEqual(LOST);
  });

  it('take along what an earlier version kept open, and a sealing it took as of no known kind', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer');
    const bytes = new TextEncoder().encode(`Danh sách hộ ${space}`);
    const sha256 = digestOf(bytes);
    await asOwner(
      'insert into share.file (space, digest, bytes) select id, $2, $3 from share.space where digest = $1',
      [...[space, sha256, bytes]],
    );
    expect(sure(await machines[0]!.server.take(sha256))).toEqual(bytes);
    // Put again it is here already.
    sure(await machines[0]!.server.put(sha256, bytes));
    await chair.say({ kind: 'sealing', file: sha256, reason: 'Có tên hộ' });
    await chair.sync();
    expect(await asOwner('select from share.file where digest = $1', [sha256])).toEqual([]);
    expect(sure(await machines[0]!.server.take(sha256))).toBeNull();
    // The same words by an officer, kept as of a newer version: they take nothing away.
    const open = new TextEncoder().encode(`Báo cáo ${space}`);
    const kept = digestOf(open);
    sure(await machines[0]!.server.put(kept, open));
    const unknown = (device: string) =>
      asOwner(
        `insert into share.entry (space, seq, hash, device, n, kind, body, signature)
          select id, 1000 + $4::int, $3, $2, 1000, 'unknown', convert_to($5, 'UTF8'), '' from share.space where digest = $1`,
        [
          space,
          device,
          digestOf(new TextEncoder().encode(device + space)),
          device === chair.device ? 1 : 0,
          JSON.stringify({ fact: { kind: 'sealing', file: kept } }),
        ],
      );
    await unknown(machines[0]!.device);
    expect(sure(await machines[0]!.server.take(kept))).toEqual(open);
    await unknown(chair.device);
    expect(sure(await machines[0]!.server.take(kept))).toBeNull();
    // Nor does a chair's, behind the number it said twice.
    await asOwner('insert into share.fork (space, device, n) select id, $2, 1000 from share.space where digest = $1', [
      ...[space, chair.device],
    ]);
    expect(sure(await machines[0]!.server.take(kept))).toEqual(open);
  });
}

type Row = Readonly<Record<string, unknown>>;

/** As JSON takes it. */
function hexOf(row: Row): Row {
  return { ...row, key: `\\x${Buffer.from(row.key as Uint8Array).toString('hex')}` };
}
