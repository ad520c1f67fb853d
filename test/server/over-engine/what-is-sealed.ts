/** Files sealed away on a server: what its tables tell of them, and what no older backup brings back. */
import { expect, it } from 'vitest';
import { digestOf } from '../../../core/share/named-bytes.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { serve } from '../../../server/serve.ts';
import { figure } from '../../unit/share/people.ts';
import { passes } from '../engines.ts';
import { newBook, ORIGIN, sure } from '../machines.ts';
import { MOST, type Over } from './over.ts';

const LOST = new TextEncoder().encode('mất khóa');
const LOST_DIGEST = digestOf(LOST);

export function whatIsSealed(over: Over): void {
  const { fetch, link, count } = over;
  const asOwner = <T>(text: string, values: readonly unknown[] = []) =>
    over.owner.asOwner((query) => query<T>(text, values));
  /** The table of files as a copy of the database contains it. */
  const dump = async () => {
    const rows = await asOwner<{ bytes: Uint8Array }>('select bytes from share.file');
    return Buffer.concat(rows.map(({ bytes }) => bytes));
  };

  it('can be opened by nobody again, whatever is restored; only a chair seals, and everything else stays', async () => {
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
    // A machine that was away has its copy; the keys are in a backup.
    expect(await late!.sync()).toMatchObject({ filesReceived: 2 });
    const backup = await asOwner('select * from share.file_key');
    const isGone = async () => {
      for (const machine of [officer!, late!, chair]) {
        expect([...sure(await machine.server.has(files.map(({ sha256 }) => sha256)))]).toEqual([other!.sha256]);
        expect(sure(await machine.server.take(secret!.sha256))).toBeNull();
        expect(sure(await machine.server.take(other!.sha256))).toEqual(other!.bytes);
      }
    };
    const keys = async () => (await asOwner('select from share.file_key where digest = $1', [secret!.sha256])).length;

    // No key goes while nobody sealed its file: not by the server's program, not by who owns the database.
    await over.engine.query('select share.drop_keys()');
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

    // Put again; returned by the machine that was away; by the same bytes in another's report.
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
    await serve(over.engine, passes, { most: MOST, log: () => {}, origin: ORIGIN });
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

  it('stay open where a chair’s entry follows a number it used twice', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer');
    const bytes = new TextEncoder().encode(`Báo cáo ${space}`);
    const file = digestOf(bytes);
    sure(await machines[0]!.server.put(file, bytes));
    await asOwner(
      `insert into share.sealed (space, hash, device, n, file)
        select id, $2, $3, 1000, $4 from share.space where digest = $1`,
      [space, file, chair.device, file],
    );
    expect(sure(await machines[0]!.server.take(file))).toBeNull();
    await asOwner('insert into share.fork (space, device, n) select id, $2, 1000 from share.space where digest = $1', [
      ...[space, chair.device],
    ]);
    expect(sure(await machines[0]!.server.take(file))).toEqual(bytes);
  });
}

type Row = Readonly<Record<string, unknown>>;

/** As JSON takes it. */
function hexOf(row: Row): Row {
  return { ...row, key: `\\x${Buffer.from(row.key as Uint8Array).toString('hex')}` };
}
