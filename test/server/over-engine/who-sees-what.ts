/** What a device may see and write of a space, at the server’s addresses and past them in the database itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { communesOf } from '../../../core/province/results.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { openOwner } from '../../../server/engine/postgres.ts';
import { newPasses } from '../../../server/passes.ts';
import { result } from '../../unit/province/sent.ts';
import { figure, saying } from '../../unit/share/people.ts';
import { KEY, MIGRATIONS, passes } from '../engines.ts';
import { newBook, newMachine, ORIGIN, sure, tokenOf } from '../machines.ts';
import { MOST, type Over } from './over.ts';

export function whoSeesWhat(over: Over): void {
  const { fetch, link, count } = over;

  const query0 = (text: string) => over.owner.asOwner((query) => query(text.replace('share.entry ', 'share.entry_1 ')));

  it('shows and takes nothing of a space to and from those without a part in it', async () => {
    const { space, machines } = await newBook(fetch, await link(), 'officer');
    const bytes = new TextEncoder().encode('kín');
    sure(await machines[0]!.server.put(digestOf(bytes), bytes));
    const other = await newBook(fetch, await link());
    const inside = await newMachine(fetch, space, null, other.chair.signer);
    for (const machine of [await newMachine(fetch, space, 'đoán'), inside]) {
      expect(sure(await machine.server.pull(0)).entries).toEqual([]);
      expect(sure(await machine.server.has([digestOf(bytes)])).size).toBe(0);
      expect(sure(await machine.server.take(digestOf(bytes)))).toBeNull();
      expect(await machine.server.put(digestOf(bytes), bytes)).toMatchObject({ ok: false });
      const [asks] = await saying(machine.signer, space, sure(await machines[0]!.server.pull(0)).entries, {
        ...{ kind: 'joining', key: machine.signer.key, name: 'Kẻ lạ' },
      });
      // The answer is that for a missing book.
      expect(await machine.server.push([asks!])).toMatchObject({ ok: false, refusal: { code: 'no-space' } });
      expect(await machine.server.invite()).toMatchObject({ ok: false });
    }
    // An entry of one book does not get into another; a token of one opens no other.
    const theirs = sure(await machines[0]!.server.pull(0)).entries;
    expect(sure(await other.chair.server.push(theirs))[0]).toContain('thuộc sổ chung khác');
    expect(await count(space)).toBe(theirs.length);
    const token = await tokenOf(fetch, other.chair.signer, other.space);
    const crossed = await fetch(`${ORIGIN}/v1/spaces/${space}/entries`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(crossed.status).toBe(401);
    const bent = await fetch(`${ORIGIN}/v1/spaces/${space}/entries`, {
      headers: { authorization: `Bearer ${token.replace(other.space, space)}` },
    });
    expect(bent.status).toBe(401);
    // The answer is the same whether a space exists or not.
    const nowhere = await newMachine(fetch, 'f'.repeat(64), null, other.chair.signer);
    expect(await nowhere.server.pull(0)).toEqual(await inside.server.pull(0));
  });

  it('shows a commune the province’s entries and its own results, never another commune’s', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'commune', 'commune', 'viewer');
    const [machine, two, viewer] = machines;
    for (const own of [machine!, two!]) {
      await own.say({ kind: 'result', result: result('Xã A') });
      expect(await own.sync()).toMatchObject({ sent: 1 });
    }
    await chair.sync();
    await chair.say(figure(7));
    await chair.sync();
    for (const own of [machine!, two!]) {
      const { standing } = await own.sync();
      const counting = standing.counting.filter(({ content }) => content.fact?.kind === 'result');
      expect(counting.map(({ content }) => content.device)).toEqual([own.device]);
      expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([7]);
      expect(await own.server.put(digestOf(new Uint8Array(1)), new Uint8Array(1))).toMatchObject({ ok: false });
    }
    for (const all of [chair, viewer!])
      expect(communesOf((await all.sync()).standing).flatMap(({ results }) => results)).toHaveLength(1);
    expect(
      (await viewer!.sync()).standing.counting.filter(({ content }) => content.fact?.kind === 'result'),
    ).toHaveLength(2);
    // A device whose rights ended receives nothing more.
    await chair.say({ kind: 'revocation', device: two!.device, upTo: 2, reason: 'đổi máy' });
    await chair.sync();
    const late = await newMachine(fetch, two!.space, null, two!.signer);
    const heard = sure(await late.server.pull(0)).entries.filter(({ content }) => content.device !== two!.device);
    expect(heard.filter(({ content }) => content.fact?.kind !== 'founding')).toEqual([]);
  });

  it('opens no table to the login role, which can neither become another role nor act for a machine', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer');
    const before = await count(space);
    const attempt = (text: string, values: readonly unknown[] = []) => over.engine.query(text, values);
    const tables = [
      'entry',
      'entry_0',
      'file',
      'file_key',
      'member',
      'space',
      'invitation',
      'link',
      'result',
      'server_key',
    ];
    for (const table of [...tables, 'apart', 'spent', 'healed', 'sealed', 'fork'])
      for (const text of [`select * from share.${table}`, `delete from share.${table}`])
        await expect(attempt(text)).rejects.toMatchObject({ code: '42501' });
    for (const view of ['open_entry', 'last_result', 'last_target'])
      await expect(attempt(`select * from share.${view}`)).rejects.toMatchObject({ code: '42501' });
    // What the functions go by can be set by anybody; it is set anew by each of them.
    await over.engine.asApp(async (query) => {
      await query("select set_config('share.judge', 'on', true), set_config('share.device', $1, true)", [chair.device]);
      expect(await query('select * from share.sizes()')).toHaveLength(1);
    });
    // Passes: none, another device's, another kind, with a foreign key, an expired pass.
    const token = await tokenOf(fetch, machines[0]!.signer, space);
    const own = newPasses(Buffer.alloc(32, 1), () => Date.now());
    const old = newPasses(KEY, () => Date.now() - 7_200_000);
    const forged = [
      null,
      ...['', 'x', '.'.repeat(70), token.replace(machines[0]!.device, chair.device), token.slice(0, -1)],
      ...[
        passes.make('judge', 60, space),
        passes.make('question', 60, 'x'),
        own.make('token', 60, space, chair.device),
      ],
      old.make('token', 60, space, chair.device),
    ];
    const calls: readonly (readonly [string, ...unknown[]])[] = [
      ['select * from share.pull($1, null, 0, 10)'],
      ['select share.head($1)'],
      ['select share.has_files($1, $2)', []],
      ['select * from share.take_file($1, $2)', 'a'],
      ["select share.put_file($1, 'a', 'b', 'c', 'd', 1000000)"],
      ["select share.invite($1, 'a')"],
      ["select share.may_send($1, null, 'push')"],
      ['select * from share.begin_push($2, $1, null)', passes.make('judge', 60, space)],
    ];
    for (const pass of forged)
      for (const [text, ...values] of calls)
        await expect(attempt(text, [pass, ...values]), text).rejects.toMatchObject({ code: '42501' });
    const judged = [
      ["select share.set_members($1, '[]')"],
      ["select share.add($1, '[]', '', 1000000)"],
      ["select * from share.before_push($1, '{}', '{}', 0)"],
      ["select share.readers($1, '{}')"],
      ["select share.hand_in($1, 'a', '[]', '', 'b', '', 'c', '', 1000000)"],
      ["select share.spend($1, 'a', 'b')"],
      ['select share.spend_question($1)'],
    ];
    const judges = [null, token, own.make('judge', 60, space), old.make('judge', 60, space), ''];
    for (const pass of judges)
      for (const [text] of judged) await expect(attempt(text!, [pass]), text).rejects.toMatchObject({ code: '42501' });
    for (const internal of [
      "opened('token', 'x')",
      "enter('x', null)",
      "keep(1, '[]', '', 1)",
      'sealed_in(1)',
      "set_apart('x', 'y')",
      "invite_founder('x')",
      'not_given()',
    ])
      await expect(attempt(`select share.${internal}`)).rejects.toMatchObject({ code: '42501' });
    expect(await count(space)).toBe(before);
    expect((await chair.sync()).standing.devices.filter(({ roles }) => roles.length > 0)).toHaveLength(2);
  });

  it('logs in as a role that is nobody’s member and can make itself none', async (context) => {
    const { url } = over;
    if (url === null) return context.skip();
    const role = openOwner(url);
    const ask = <T>(text: string) => role.asOwner((query) => query<T>(text));
    try {
      const rows = await ask<{ name: string }>(
        "select rolname as name from pg_roles where pg_has_role(current_user, oid, 'member') and rolname <> current_user",
      );
      expect(rows.map(({ name }) => name)).toEqual(['share_app']);
      for (const text of [
        ...['set role share_owner', 'set session authorization share_owner', 'grant share_owner to current_user'],
        ...[
          'create role ke_gian',
          'create table share.x ()',
          'create function share.x() returns int language sql as $$ select 1 $$',
        ],
        ...[
          'alter function share.opened(text, text) security definer',
          'alter table share.entry disable row level security',
        ],
        ...[
          'drop schema share cascade',
          'select * from share_migrations.migration',
          "set session_replication_role = 'replica'",
        ],
        ...["copy share.entry to program 'id'", "select pg_read_file('/etc/passwd')", 'create extension dblink'],
      ])
        await expect(ask(text), text).rejects.toMatchObject({
          code: expect.stringMatching(/^(?:42501|3F000|0A000)$/),
        });
      // What the database refuses it, its log tells without what was sent.
      expect(
        await ask(
          "select current_setting('log_error_verbosity') as told, current_setting('log_parameter_max_length_on_error') as sent",
        ),
      ).toEqual([{ told: 'terse', sent: '0' }]);
      // All it may call is what server/rights.sql lists.
      const granted = await ask<{ name: string }>(
        `select distinct proname as name from pg_proc p join pg_namespace n on n.oid = pronamespace
          where nspname = 'share' and has_function_privilege(p.oid, 'execute') order by 1`,
      );
      const listed = readFileSync(join(MIGRATIONS, '../rights.sql'), 'utf8').match(/share\.\w+(?=\()/g) ?? [];
      expect(granted.map(({ name }) => `share.${name}`)).toEqual([...new Set(listed)].sort());
    } finally {
      await role.close();
    }
  });

  it('changes nothing and takes nothing away for anybody', async () => {
    const book = await newBook(fetch, await link(), 'officer', 'commune');
    sure(await book.machines[0]!.server.put(digestOf(new Uint8Array(3)), new Uint8Array(3)));
    await book.machines[1]!.say({ kind: 'result', result: result('Xã A') });
    await book.machines[1]!.sync();
    for (const text of [
      'update share.file set key_id = $$x$$',
      'delete from share.file',
      'truncate share.file',
      'update share.file_key set key = $$x$$::bytea',
      'delete from share.file_key',
      'update share.result set commune = $$x$$',
      'delete from share.result',
      'update share.entry set n = 9',
      'delete from share.entry',
      'truncate share.entry',
      'truncate share.entry_0',
      'delete from share.entry_0',
      'truncate share.file_key',
      'truncate share.result',
    ]) {
      await expect(over.owner.asOwner((query) => query(text)).then(() => query0(text))).rejects.toMatchObject({
        code: '42501',
      });
    }
    // Row-level security itself, whatever the program does: a stranger's entry goes nowhere, a member's entry only as
    // far as the space may grow.
    const { space, chair } = await newBook(fetch, await link());
    const adding = (device: string, most: number) => {
      const row = {
        at: 0,
        hash: 'f'.repeat(64),
        device,
        n: 9,
        kind: 'observation',
        start: 0,
        length: 2,
        signature: '',
      };
      const judge = passes.make('judge', 60, space);
      return over.engine.asApp(async (query) => {
        await query('select * from share.begin_push($1, $2, null)', [judge, passes.make('token', 60, space, device)]);
        return query('select share.add($1, $2, $3, $4)', [judge, JSON.stringify([row]), Buffer.from('{}'), most]);
      });
    };
    const head = await count(space);
    await expect(adding('e'.repeat(64), MOST)).rejects.toMatchObject({ code: '42501' });
    await expect(adding(chair.device, 100)).rejects.toMatchObject({ code: '53100' });
    expect(await count(space)).toBe(head);
    // The owner of the tables, without a device set, sees no entry.
    const [seen] = await over.owner.asOwner(async (query) => {
      await query('set local role share_owner');
      return query<{ n: string | number }>('select count(*) as n from share.entry');
    });
    expect(Number(seen?.n)).toBe(0);
  });
}
