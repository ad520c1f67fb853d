/**
 * Entries arrive on all machines, once each: at once, after an interruption, from a folder, from a server that lies.
 */
import { expect, it } from 'vitest';
import { sha256 } from '../../../core/council/sha256.ts';
import type { SharedEntry, Signer } from '../../../core/share/entry.ts';
import type { Fact } from '../../../core/share/fact.ts';
import { healingOf } from '../../../core/share/healing.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { deviceOf } from '../../../core/share/sign-entry.ts';
import { standingOf } from '../../../core/share/standing.ts';
import { TRIAL } from '../../../session/share/server-carrier.ts';
import { random } from '../../fixtures/random.ts';
import { figure, newSigner, newSpace, saying } from '../../unit/share/people.ts';
import { type Fetch, newBook, newMachine, ORIGIN, sure, tokenOf } from '../machines.ts';
import type { Over } from './over.ts';

export function whatArrives(over: Over): void {
  const { fetch, link, count } = over;

  it('brings machines together: entries and files, once each, and the same on all', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'council', 'viewer');
    const [officer, member, viewer] = machines;
    const bytes = new TextEncoder().encode('báo cáo');
    const file = { name: 'Bản Nà Đắng.xlsx', sha256: digestOf(bytes), size: bytes.length, replaces: null };
    sure(await officer!.own.put(file.sha256, bytes));
    await officer!.say(figure(1), { kind: 'report', file });
    expect(await officer!.sync()).toMatchObject({ sent: 2, filesSent: 1 });
    expect(await officer!.sync()).toMatchObject({ sent: 0, received: 0, filesSent: 0 });
    for (const machine of [chair, member!, viewer!]) {
      const { standing, filesReceived, notes } = await machine.sync();
      expect(sharedOf(standing).observations.map(({ value }) => value)).toEqual([1]);
      expect([filesReceived, standing.missing]).toEqual([1, []]);
      expect(sure(await machine.own.take(file.sha256))).toEqual(bytes);
      expect(notes.join()).toBe(over.engine.kind === 'embedded' ? TRIAL : '');
    }
    // A file that does not match its name is not stored; a viewer brings none.
    expect(await officer!.server.put(digestOf(new Uint8Array(1)), bytes)).toMatchObject({
      ok: false,
      refusal: { code: 'other-bytes' },
    });
    expect(await viewer!.server.put(file.sha256, bytes)).toMatchObject({ ok: false, refusal: { code: 'no-space' } });
    const late = await newMachine(fetch, space, null);
    expect(sure(await late.server.pull(0)).entries).toEqual([]);
    expect(await member!.server.invite()).toMatchObject({ ok: false, refusal: { code: 'may-not-invite' } });
  });

  it('takes together what comes at once: who may not is refused alone, and a key copied meanwhile counts no further', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const stranger = await newMachine(fetch, space, null);
    const known = sure(await chair.own.pull(0)).entries;
    const asks = { kind: 'joining', key: stranger.signer.key, name: 'Kẻ lạ' } as const;
    const [asking] = await saying(stranger.signer, space, known, asks);
    const said = await Promise.all(
      machines.map((machine) => saying(machine.signer, space, known, figure(1), figure(2))),
    );
    const [left] = await saying(chair.signer, space, known, figure(3));
    const [right] = await saying(chair.signer, space, known, figure(4));
    const pushes = await Promise.all([
      ...machines.map((machine, at) => machine.server.push(said[at]!)),
      stranger.server.push([asking!]),
      chair.server.push([left!]),
      chair.server.push([right!]),
    ]);
    const counts = pushes.map((push) => (push.ok ? push.value.length : push.refusal.code));
    expect(counts).toEqual([0, 0, 'no-space', 0, 0]);
    expect(await count(space)).toBe(known.length + 6);
    // The chair's key was used for two entries with the same number: entries behind it give no rights, from the next
    // push on.
    const late = await newMachine(fetch, space, null, machines[0]!.signer);
    const entries = sure(await late.server.pull(0)).entries;
    const [fourth] = await saying(machines[1]!.signer, space, entries, figure(5));
    expect(sure(await machines[1]!.server.push([fourth!]))).toEqual([]);
    expect(standingOf(space, entries).devices.find(({ device }) => device === chair.device)?.forked).toBe(true);
    // The fork was recorded at that push: an entry of the copied key behind it, which does not know the other, is
    // refused.
    const [more] = await saying(chair.signer, space, [...known, left!], figure(6));
    expect(sure(await chair.server.push([more!]))).toHaveLength(1);
    expect(await count(space)).toBe(known.length + 7);
  });

  it('accepts the entries a chair healed, and later entries of the healed machine', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const [machine, other] = machines;
    const known = sure(await chair.own.pull(0)).entries;
    const both = await Promise.all([
      saying(machine!.signer, space, known, figure(1)),
      saying(machine!.signer, space, known, figure(2)),
    ]);
    for (const entries of both) expect(sure(await machine!.server.push(entries))).toEqual([]);
    const { standing } = await chair.sync();
    expect(standing.devices.find(({ device }) => device === machine!.device)?.forked).toBe(true);
    await expect(other!.say(...healingOf(machine!.device, standing, 'Nhầm'))).rejects.toThrow('vai trò');
    await chair.say(...healingOf(machine!.device, standing, 'Nhầm'));
    expect(await chair.sync()).toMatchObject({ notTaken: [] });
    await machine!.sync();
    await machine!.say(figure(3));
    expect(await machine!.sync()).toMatchObject({ notTaken: [], sent: 1 });
    const healed = (await chair.sync()).standing;
    expect(
      sharedOf(healed)
        .observations.map(({ value }) => value)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(healed.idle).toEqual([]);
  });

  it('loses nothing and doubles nothing when the network breaks off before and after the answer', async () => {
    const founder = await link();
    const { chair } = await newBook(fetch, founder);
    // At random, not in turn: a login's answer counts once, so a device whose answer is always lost never gets in.
    const draw = random(3);
    const shaky: Fetch = async (address, init) => {
      const fate = draw.between(1, 5);
      if (fate === 1) throw new TypeError('fetch failed');
      const answer = await fetch(address, init);
      if (fate === 2) throw new TypeError('socket hang up');
      return answer;
    };
    const again = await newMachine(shaky, chair.space, null, chair.signer);
    await again.sync();
    await again.say(...Array.from({ length: 600 }, (_, at) => figure(at)));
    expect(await again.sync()).toMatchObject({ sent: 600 });
    const { standing, received } = await chair.sync();
    expect([received, sharedOf(standing).observations.length, standing.idle]).toEqual([600, 600, []]);
    expect(await count(chair.space)).toBe(601);
  });

  it('takes a book that lived in a folder, of any length, in one go', async () => {
    // The chair admits late in a long chain of its own; the officer's entries have low numbers.
    const { space, entries, chair } = await newSpace();
    const signer = await newSigner();
    const all = [...entries];
    const also = async (by: Signer, ...facts: readonly Fact[]) =>
      void all.push(...(await saying(by, space, all, ...facts)));
    await also(chair.signer, ...Array.from({ length: 300 }, (_, n) => figure(n)));
    await also(signer, { kind: 'joining', key: signer.key, name: 'X' });
    await also(chair.signer, { kind: 'admission', device: deviceOf(signer.key), role: 'officer', name: 'X' });
    await also(signer, ...Array.from({ length: 200 }, (_, n) => figure(1000 + n)));
    const machine = await newMachine(fetch, space, (await link()).split('#')[1] ?? '', chair.signer);
    sure(await machine.own.push(all.reverse()));
    const { sent, notes } = await machine.sync();
    expect([sent, notes.filter((note) => note !== TRIAL)]).toEqual([all.length, []]);
    expect(await machine.sync()).toMatchObject({ sent: 0 });
    expect(await count(space)).toBe(all.length);
  });

  it('is noticed when it lies: altered, forged and held-back entries', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'officer', 'officer');
    const [machine, two] = machines;
    await machine!.say(figure(1), figure(2));
    await machine!.sync();
    await two!.sync();
    await two!.say(figure(3));
    await two!.sync();
    const lying =
      (change: (entries: readonly { hash: string; body: string; signature: string }[]) => unknown): Fetch =>
      async (address, init) => {
        const answer = await fetch(address, init);
        if (init.method !== 'GET' || !address.includes('/entries')) return answer;
        const page = (await answer.json()) as { entries: SharedEntry[] };
        return Response.json({ ...page, entries: change(page.entries) });
      };
    const altered = await newMachine(
      lying((all) => all.map((e) => ({ ...e, body: e.body.replace('"value":1', '"value":9') }))),
      chair.space,
      null,
      chair.signer,
    );
    expect((await altered.sync()).notes.join()).toContain('đưa 1 mục bị sửa');
    const anew = await newMachine(
      lying((all) =>
        all.map((e) => {
          const body = e.body.replace('"value":1', '"value":9');
          return { ...e, body, hash: sha256(body) };
        }),
      ),
      ...([chair.space, null, chair.signer] as const),
    );
    const seen = await anew.sync();
    expect(seen.notes.join()).toContain('1 mục không mang chữ ký đúng');
    expect(sharedOf(seen.standing).observations.map(({ value }) => value)).not.toContain(9);
    const last = (await machine!.sync()).standing.devices.find(({ device }) => device === machine!.device)!.last!;
    const held = await newMachine(
      lying((all) => all.filter((e) => e.hash !== last.hash)),
      chair.space,
      null,
      chair.signer,
    );
    expect((await held.sync()).standing.missing).toEqual([last.hash]);
  });

  it('hands every entry to a follower while many write at once', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'officer', 'officer', 'officer');
    let writing = true;
    const seen: string[] = [];
    const following = (async () => {
      let next = 0;
      for (let last = false; !last; ) {
        last = !writing;
        // The embedded engine never leaves the turn by itself.
        await new Promise((done) => setImmediate(done));
        const page = sure(await chair.server.pull(next));
        seen.push(...page.entries.map(({ hash }) => hash));
        next = page.next;
      }
    })();
    await Promise.all(
      machines.map(async (machine) => {
        const entries = await machine.say(...Array.from({ length: 30 }, (_, at) => figure(at)));
        for (const entry of entries) sure(await machine.server.push([entry]));
      }),
    );
    writing = false;
    await following;
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await count(space));
  });

  it('notifies listeners at once, and nobody else', async () => {
    const { space, chair } = await newBook(fetch, await link());
    const listen = async (signer: Signer) =>
      fetch(`${ORIGIN}/v1/spaces/${space}/live`, {
        headers: { authorization: `Bearer ${await tokenOf(fetch, signer, space)}` },
      });
    expect((await listen(await newSigner())).status).toBe(403);
    const reader = (await listen(chair.signer)).body!.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toContain('data: 1');
    await chair.say(figure(1));
    await chair.sync();
    expect(await read()).toContain('data: 2');
    await reader.cancel();
  });
}
