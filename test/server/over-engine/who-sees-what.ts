/** What a device may see and write of a space, at the server’s addresses and past them in the database itself. */
import { expect, it } from 'vitest';
import { communesOf } from '../../../core/province/results.ts';
import { digestOf } from '../../../core/share/segment.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { IDLE_REASONS } from '../../../core/share/standing.ts';
import { result } from '../../unit/province/sent.ts';
import { figure, saying } from '../../unit/share/people.ts';
import { newBook, newMachine, ORIGIN, sure, tokenOf } from '../machines.ts';
import { MOST, type Over } from './over.ts';

export function whoSeesWhat(over: Over): void {
  const { fetch, link, count } = over;

  const query0 = (text: string) =>
    over.engine.asOwner((query) => query(text.replace('share.entry ', 'share.entry_1 ')));

  it('shows and takes nothing of a space to and from those without a part in it', async () => {
    const { space, machines } = await newBook(fetch, await link(), 'officer');
    const bytes = new TextEncoder().encode('kín');
    sure(await machines[0]!.server.put(digestOf(bytes), bytes));
    const other = await newBook(fetch, await link());
    const inside = await newMachine(fetch, space, null, other.chair.signer);
    for (const one of [await newMachine(fetch, space, 'đoán'), inside]) {
      expect(sure(await one.server.pull(0)).entries).toEqual([]);
      expect(sure(await one.server.has([digestOf(bytes)])).size).toBe(0);
      expect(sure(await one.server.take(digestOf(bytes)))).toBeNull();
      expect(await one.server.put(digestOf(bytes), bytes)).toMatchObject({ ok: false });
      const [asks] = await saying(one.signer, space, sure(await machines[0]!.server.pull(0)).entries, {
        ...{ kind: 'joining', key: one.signer.key, name: 'Kẻ lạ' },
      });
      expect(sure(await one.server.push([asks!]))).toEqual([`máy chủ không nhận 1 mục: ${IDLE_REASONS.stranger}.`]);
      expect(await one.server.invite()).toMatchObject({ ok: false });
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
    // Whether a space is there or not, the answer is one.
    const nowhere = await newMachine(fetch, 'f'.repeat(64), null, other.chair.signer);
    expect(await nowhere.server.pull(0)).toEqual(await inside.server.pull(0));
  });

  it('shows a commune what its province says and its own results, never another commune’s', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'commune', 'commune', 'viewer');
    const [one, two, viewer] = machines;
    for (const own of [one!, two!]) {
      await own.say({ kind: 'result', result: result('Xã A') });
      expect(await own.sync()).toMatchObject({ sent: 1 });
    }
    await chair.sync();
    await chair.say(figure(7));
    await chair.sync();
    for (const own of [one!, two!]) {
      const { standing } = await own.sync();
      const counting = standing.counting.filter(({ said }) => said.fact?.kind === 'result');
      expect(counting.map(({ said }) => said.device)).toEqual([own.device]);
      expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([7]);
      expect(await own.server.put(digestOf(new Uint8Array(1)), new Uint8Array(1))).toMatchObject({ ok: false });
    }
    for (const all of [chair, viewer!])
      expect(communesOf((await all.sync()).standing).flatMap(({ results }) => results)).toHaveLength(1);
    expect((await viewer!.sync()).standing.counting.filter(({ said }) => said.fact?.kind === 'result')).toHaveLength(2);
    // One whose rights ended hears no more.
    await chair.say({ kind: 'revocation', device: two!.device, upTo: 2, reason: 'đổi máy' });
    await chair.sync();
    const late = await newMachine(fetch, two!.space, null, two!.signer);
    const heard = sure(await late.server.pull(0)).entries.filter(({ said }) => said.device !== two!.device);
    expect(heard.filter(({ said }) => said.fact?.kind !== 'founding')).toEqual([]);
  });

  it('opens no table to the app, and changes nothing for anybody', async () => {
    await newBook(fetch, await link());
    for (const text of [
      'select * from share.entry',
      'select * from share.result',
      'select * from share.member',
      'select * from share.entry_0',
      'select share.invite_founder($$x$$)',
    ]) {
      await expect(over.engine.asApp((query) => query(text))).rejects.toMatchObject({ code: '42501' });
    }
    for (const text of [
      'update share.entry set n = 9',
      'delete from share.entry',
      'truncate share.entry',
      'truncate share.entry_0',
      'delete from share.entry_0',
      'truncate share.result',
    ]) {
      await expect(over.engine.asOwner((query) => query(text)).then(() => query0(text))).rejects.toMatchObject({
        code: '42501',
      });
    }
    // Row-level security itself, whatever the program asks: a stranger's entry goes nowhere, a member's no further than
    // the space may grow.
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
      return over.engine.asApp(async (query) => {
        const [begun] = await query<{ id: number }>('select share.begin_push($1, $2, null) as id', [device, space]);
        return query('select share.add($1, $2, $3, $4)', [begun?.id, JSON.stringify([row]), Buffer.from('{}'), most]);
      });
    };
    const head = await count(space);
    await expect(adding('e'.repeat(64), MOST)).rejects.toMatchObject({ code: '42501' });
    await expect(adding(chair.device, 100)).rejects.toMatchObject({ code: '53100' });
    expect(await count(space)).toBe(head);
    // The owner of the tables, told of no device, sees no entry.
    const [seen] = await over.engine.asOwner(async (query) => {
      await query('set local role share_owner');
      return query<{ n: string | number }>('select count(*) as n from share.entry');
    });
    expect(Number(seen?.n)).toBe(0);
  });
}
