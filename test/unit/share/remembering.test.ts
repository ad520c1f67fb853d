/**
 * A carrier that is asked only for news: the result is the same as fetching everything, and lost entries are noticed.
 */
import { describe, expect, it } from 'vitest';
import type { Carrier } from '../../../core/share/carrier.ts';
import type { ReadEntry, SharedEntry } from '../../../core/share/entry.ts';
import { readEntry } from '../../../core/share/entry.ts';
import { type CarrierMemory, rememberingCarrier } from '../../../core/share/remembering-carrier.ts';
import { synchronise } from '../../../core/share/sync.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { figure, newSpace, saying } from './people.ts';

/** Numbers its entries from 1 and hands over those after `since`, as the server does. */
class Numbered implements Carrier {
  entries: ReadEntry[] = [];
  readonly asked: number[] = [];
  readonly pull = async (since: number) => {
    this.asked.push(since);
    const entries = this.entries.slice(since);
    return {
      ok: true as const,
      value: { entries, next: Math.max(since, this.entries.length), notes: [], damaged: [] },
    };
  };
  readonly push = async (entries: readonly SharedEntry[]) => {
    const held = new Set(this.entries.map(({ hash }) => hash));
    this.entries.push(
      ...entries.flatMap(({ hash, body, signature }) =>
        held.has(hash) ? [] : (readEntry({ hash, body, signature }) ?? []),
      ),
    );
    return { ok: true as const, value: [] };
  };
  readonly has = async () => ({ ok: true as const, value: new Set<string>() });
  readonly take = async () => ({ ok: true as const, value: null });
  readonly put = async () => ({ ok: true as const, value: null });
  readonly seal = async () => ({ ok: true as const, value: null });
  readonly mend = async () => ({ ok: true as const, value: null });
}

async function begun() {
  const { space, entries, people } = await newSpace('officer');
  const [far, own] = [new Numbered(), new Numbered()];
  await far.push(entries);
  let seen: CarrierMemory | null = null;
  let time = 0;
  const memory = {
    load: () => seen,
    save: (next: CarrierMemory) => {
      seen = next;
    },
  };
  const sync = async () => {
    const done = await synchronise(
      space,
      own,
      rememberingCarrier(far, own, memory, () => time),
      newVerify(),
    );
    if (!done.ok) throw new Error(done.refusal.message);
    return { ...done.value, asked: far.asked.splice(0) };
  };
  const later = async (...values: readonly number[]) =>
    saying(people[0]!.signer, space, far.entries, ...values.map(figure));
  return {
    far,
    own,
    sync,
    later,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

describe('a carrier with memory', () => {
  it('fetches everything once, then only news; both sides end with the same', async () => {
    const { far, own, sync, later } = await begun();
    expect(await sync()).toMatchObject({ asked: [0], received: 3 });
    await far.push(await later(1, 2));
    expect(await sync()).toMatchObject({ asked: [2], received: 2, sent: 0, notes: [] });
    await own.push(await later(3));
    expect(await sync()).toMatchObject({ asked: [4], received: 0, sent: 1 });
    expect(await sync()).toMatchObject({ asked: [4], received: 0, sent: 0 });
    expect(new Set(own.entries.map(({ hash }) => hash))).toEqual(new Set(far.entries.map(({ hash }) => hash)));
  });

  it('notices a carrier that lost entries, at its end or in its midst, and restores them', async () => {
    const { far, sync, later, pass } = await begun();
    await far.push(await later(1, 2, 3));
    await sync();
    const all = far.entries;
    far.entries = all.slice(0, -2);
    const cut = await sync();
    expect(cut).toMatchObject({ asked: [all.length - 1, 0], sent: 2 });
    expect(cut.notes.join()).toContain('Không còn thấy 2 mục');
    expect(await sync()).toMatchObject({ sent: 0, notes: [] });
    // Removed from the middle, others put in their place: noticed the next day at the latest.
    const [first, , , fourth] = far.entries;
    far.entries = far.entries.map((entry) => (entry === fourth ? first! : entry));
    expect(await sync()).toMatchObject({ asked: [all.length - 1], notes: [] });
    pass(25 * 3600 * 1000);
    expect((await sync()).notes.join()).toContain('Không còn thấy 1 mục');
    expect(far.entries).toContainEqual(fourth);
  });

  it('fetches everything when this machine’s own store lost something', async () => {
    const { own, sync } = await begun();
    await sync();
    own.entries = own.entries.slice(1);
    expect(await sync()).toMatchObject({ asked: [0], received: 1 });
  });
});
