/**
 * Which of a set of entries count: the same in whatever order they arrived, and only entries by devices with the right.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append } from '../../../core/council/log.ts';
import { type ReadEntry, readEntry, verified } from '../../../core/share/entry.ts';
import { type Fact, readFact } from '../../../core/share/fact.ts';
import { healingOf } from '../../../core/share/healing.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { deviceOf, signEntry } from '../../../core/share/sign-entry.ts';
import { type IdleReason, standingOf } from '../../../core/share/standing.ts';
import { found, whyNot } from '../../../core/share/writer.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { AT, figure, newSigner, newSpace, saying } from './people.ts';

const valuesOf = (space: string, entries: readonly ReadEntry[]) =>
  sharedOf(standingOf(space, entries)).observations.map(({ value }) => value);
const idleOf = (space: string, entries: readonly ReadEntry[]): readonly IdleReason[] =>
  standingOf(space, entries).idle.map(({ why }) => why);

describe('the set alone decides', () => {
  it('order, repetition and the parts they came in do not matter', async () => {
    const { space, entries, people } = await newSpace('officer', 'officer', 'council');
    let all: readonly ReadEntry[] = entries;
    for (const [at, { signer }] of [...people.slice(0, 2), ...people.slice(0, 2)].entries()) {
      all = [...all, ...(await saying(signer, space, all, figure(at), figure(at + 10)))];
    }
    const whole = JSON.stringify(standingOf(space, all));
    expect(standingOf(space, all).counting).toHaveLength(all.length);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 0 }), (some) => {
        const missing = all.filter((entry) => !some.includes(entry));
        expect(JSON.stringify(standingOf(space, [...some, ...missing]))).toBe(whole);
        // What counts of a part counts in the whole: news never makes sound entries of an honest book disappear.
        const part = standingOf(space, some).counting;
        expect(part.every((entry) => all.includes(entry))).toBe(true);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  it('nothing counts before the founding entry is there, and an entry waits for those before it', async () => {
    const { space, entries, people } = await newSpace('officer');
    const [officer] = people;
    const newEntries = await saying(officer!.signer, space, entries, figure(1), figure(2), figure(3));
    expect(standingOf(space, [...entries.slice(1), ...newEntries]).counting).toEqual([]);
    expect(valuesOf(space, [...entries, newEntries[0]!, newEntries[2]!])).toEqual([1]);
    expect(idleOf(space, [...entries, newEntries[0]!, newEntries[2]!])).toEqual(['waiting']);
  });
});

describe('a carrier that lies', () => {
  it('cannot alter an entry, nor sign in another’s name', async () => {
    const { space, entries, people } = await newSpace('officer');
    const [said] = await saying(people[0]!.signer, space, entries, figure(1));
    const altered = said!.body.replace('"value":1', '"value":9');
    expect(altered).not.toBe(said!.body);
    expect(readEntry({ hash: said!.hash, body: altered, signature: said!.signature })).toBeNull();
    // A new digest with the old signature; and an entry in the officer's name under a stranger's key.
    const stranger = await newSigner();
    const { v: _, device, fact, ...head } = said!.content;
    const own = await signEntry(stranger, head, figure(9));
    const forged = { ...own, content: { ...own.content, device } };
    const anew = { ...(await signEntry(stranger, head, figure(9))), signature: said!.signature };
    expect(await verified([...entries, forged, anew], newVerify())).toEqual(entries);
    expect(fact?.kind).toBe('observation');
  });

  it('cannot let a stranger in: nobody without the right admits anybody', async () => {
    const { space, entries, people } = await newSpace('council');
    const stranger = await newSigner();
    const [asks] = await saying(stranger, space, entries, { kind: 'joining', key: stranger.key, name: 'X' });
    const head = { space, n: 2, prev: asks!.hash, knows: [], at: AT };
    const works = await signEntry(stranger, head, figure(5));
    const member = people[0]!;
    const own = standingOf(space, entries).devices.find((device) => device.device === member.device)!.last!;
    const admits = await signEntry(
      member.signer,
      { space, n: own.content.n + 1, prev: own.hash, knows: [], at: AT },
      { kind: 'admission', device: asks!.content.device, role: 'officer', name: 'X' },
    );
    const all = [...entries, asks!, works, admits];
    expect(await verified(all, newVerify())).toEqual(all);
    expect(valuesOf(space, all)).toEqual([]);
    expect([...idleOf(space, all)].sort()).toEqual(['role', 'stranger']);
  });

  it('shows when it holds back what others had seen', async () => {
    const { space, entries, people } = await newSpace('officer', 'officer');
    const [person, two] = people;
    const first = await saying(person!.signer, space, entries, figure(1), figure(2));
    const second = await saying(two!.signer, space, [...entries, ...first], figure(3));
    const withheld = [...entries, first[0]!, ...second];
    expect(standingOf(space, withheld).missing).toEqual([first[1]!.hash]);
    expect(standingOf(space, [...withheld, first[1]!]).missing).toEqual([]);
  });
});

describe('a device that is lost', () => {
  it('counts up to the end of its rights, whatever its clock shows, and never again', async () => {
    const { space, entries, chair, people } = await newSpace('officer');
    const { signer, device } = people[0]!;
    const before = await saying(signer, space, entries, figure(1));
    const after = await saying(signer, space, [...entries, ...before], figure(2));
    const upTo = before[0]!.content.n;
    const ends = await saying(chair.signer, space, [...entries, ...before], {
      ...{ kind: 'revocation', device, upTo, reason: 'Mất máy' },
    });
    const again = await saying(chair.signer, space, [...entries, ...before, ...ends], {
      ...{ kind: 'admission', device, role: 'officer', name: 'X' },
    });
    const all = [...entries, ...before, ...after, ...ends, ...again];
    expect(valuesOf(space, all)).toEqual([1]);
    expect(idleOf(space, all)).toEqual(['revoked']);
  });

  it('whose key writes in two places stops counting where the two part', async () => {
    const { space, entries, people } = await newSpace('officer');
    const { signer } = people[0]!;
    const common = await saying(signer, space, entries, figure(1));
    const left = await saying(signer, space, [...entries, ...common], figure(2));
    const right = await saying(signer, space, [...entries, ...common], figure(3), figure(4));
    const all = [...entries, ...common, ...left, ...right];
    expect(valuesOf(space, all)).toEqual([1]);
    expect(idleOf(space, all)).toEqual(['forked', 'forked', 'forked']);
  });

  it('whose key wrote in two places is healed by a chair in one act: all of both counts, and it goes on', async () => {
    const { space, entries, chair, people } = await newSpace('officer', 'officer');
    const [person, other] = people;
    const { signer, device } = person!;
    const common = await saying(signer, space, entries, figure(1));
    const left = await saying(signer, space, [...entries, ...common], figure(2), figure(5));
    const right = await saying(signer, space, [...entries, ...common], figure(3), figure(4), figure(6));
    const all = [...entries, ...common, ...left, ...right];
    const facts = healingOf(device, standingOf(space, all), 'Chép nhầm');
    // Only a chair heals.
    expect(whyNot(facts[0]!, standingOf(space, all), other!.device)).toContain('vai trò');
    const healed = [...all, ...(await saying(chair.signer, space, all, ...facts))];
    expect(valuesOf(space, healed)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(idleOf(space, healed)).toEqual([]);
    const next = await saying(signer, space, healed, figure(7));
    expect(next[0]!.content.n).toBe(right.at(-1)!.content.n + 1);
    const whole = JSON.stringify(standingOf(space, [...healed, ...next]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...healed, ...next], { minLength: healed.length + 1 }), (some) => {
        expect(JSON.stringify(standingOf(space, some))).toBe(whole);
      }),
      { numRuns: 20 },
    );
    // Later entries of the copy at a healed number do not count; a new fork stops it again.
    const late = await saying(signer, space, [...entries, ...common, ...left], figure(8));
    expect(idleOf(space, [...healed, ...next, ...late])).toEqual(['forked']);
    const twice = await saying(signer, space, healed, figure(9));
    expect(valuesOf(space, [...healed, ...next, ...twice])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(standingOf(space, [...healed, ...next, ...twice]).devices.find((own) => own.device === device)?.forked).toBe(
      true,
    );
  });

  it('who was made a chair behind a healed fork heals in turn', async () => {
    const { space, entries, chair, people } = await newSpace('chair', 'officer');
    const [second, officer] = people;
    const left = await saying(chair.signer, space, entries, figure(1));
    const right = await saying(chair.signer, space, entries, {
      ...{ kind: 'admission', device: officer!.device, role: 'chair', name: 'Chủ tịch thứ ba' },
    });
    const all = [...entries, ...left, ...right];
    const roles = (known: readonly ReadEntry[]) =>
      standingOf(space, known).devices.find(({ device }) => device === officer!.device)?.roles;
    expect(roles(all)).toEqual(['officer']);
    const facts = healingOf(chair.device, standingOf(space, all), 'Chép nhầm');
    const healed = [...all, ...(await saying(second!.signer, space, all, ...facts))];
    expect(roles(healed)).toEqual(['officer', 'chair']);
    expect(idleOf(space, healed)).toEqual([]);
  });

  it('of a chair cannot unmake the founder, nor make chairs', async () => {
    const { space, entries, chair, people } = await newSpace('chair', 'viewer');
    const [second, viewer] = people;
    const own = standingOf(space, entries).devices.find((device) => device.device === second!.device)!.last!;
    const revokes = await signEntry(
      second!.signer,
      { space, n: own.content.n + 1, prev: own.hash, knows: [], at: AT },
      { kind: 'revocation', device: chair.device, upTo: 1, reason: 'X' },
    );
    const makes = await signEntry(
      second!.signer,
      { space, n: own.content.n + 2, prev: revokes.hash, knows: [], at: AT },
      { kind: 'admission', device: viewer!.device, role: 'chair', name: 'X' },
    );
    const standing = standingOf(space, [...entries, revokes, makes]);
    const roles = new Map(standing.devices.map((device) => [device.device, device]));
    expect(roles.get(chair.device)).toMatchObject({ revoked: false, roles: ['chair'] });
    expect(roles.get(viewer!.device)?.roles).toEqual(['viewer']);
  });
});

it('an appraiser adds appraisals and no decision, under whatever kind it is written', async () => {
  const { space, entries, people } = await newSpace('appraiser', 'viewer', 'council');
  const [appraiser, viewer, council] = people;
  const on = { unit: 'Bản A', flag: null, criterion: '1.1', points: 500, reason: 'Hồ sơ', subject: 'a'.repeat(64) };
  const of = (kind: 'appraise' | 'adjust', who: string) => {
    const made = append([], { ...on, kind, who, at: AT }, { least: 0, most: 1000 });
    if (!made.ok) throw new Error(made.refusal.message);
    return made.value.entry;
  };
  const appraisal: Fact = { kind: 'appraisal', entry: of('appraise', 'Vì Thị Hoa') };
  const decision: Fact = { kind: 'decision', entry: of('adjust', 'Lò Văn Thành') };
  const newEntries = await saying(appraiser!.signer, space, entries, appraisal);
  const all = [
    ...entries,
    ...newEntries,
    ...(await saying(council!.signer, space, [...entries, ...newEntries], decision)),
  ];
  expect(
    sharedOf(standingOf(space, all))
      .log.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['adjust', 'appraise']);
  expect(whyNot(decision, standingOf(space, entries), appraiser!.device)).toContain('không ghi được quyết định');
  expect(whyNot(appraisal, standingOf(space, entries), viewer!.device)).toContain('không ghi được điểm thẩm định');
  // A decision called an appraisal is neither, and the other way round.
  expect(readFact({ ...decision, kind: 'appraisal' })).toBeNull();
  expect(readFact({ ...appraisal, kind: 'decision' })).toBeNull();
  const own = standingOf(space, all).devices.find(({ device }) => device === appraiser!.device)!.last!;
  const head = { space, n: own.content.n + 1, prev: own.hash, knows: [], at: AT };
  const forced = await signEntry(appraiser!.signer, head, decision);
  expect(idleOf(space, [...all, forced])).toEqual(['role']);
});

it('the code on paper takes the place of a lost founding machine, and nobody takes its own', async () => {
  const [paper, lost, fresh] = [await newSigner(), await newSigner(), await newSigner()];
  const founding = await found(lost, AT, { name: 'Máy chủ tịch', title: 'Xã Ta Ma', recovery: paper.key });
  const space = founding.hash;
  const asks = { kind: 'joining', key: fresh.key, name: 'Máy mới' } as const;
  let all: readonly ReadEntry[] = [founding];
  all = [...all, ...(await saying(lost, space, all, figure(1)))];
  all = [...all, ...(await saying(fresh, space, all, asks))];
  // The thief of the founding machine cannot end the code, nor what it makes.
  const ends = { kind: 'revocation', device: deviceOf(paper.key), upTo: 0, reason: 'X' } as const;
  const stolen = [...all, ...(await saying(lost, space, all, ends))];
  const made = await saying(
    ...([paper, space, stolen] as const),
    ...[{ kind: 'admission', device: deviceOf(fresh.key), role: 'chair', name: 'Máy mới' } as const],
    ...[{ kind: 'revocation', device: deviceOf(lost.key), upTo: 2, reason: 'Mất máy' } as const],
  );
  const later = await saying(lost, space, stolen, figure(2), {
    ...{ kind: 'revocation', device: deviceOf(fresh.key), upTo: 1, reason: 'X' },
  });
  const whole = [...stolen, ...made, ...later];
  for (const some of [whole, whole.toReversed()]) {
    const standing = standingOf(space, some);
    const roles = new Map(standing.devices.map((device) => [device.device, [device.revoked, ...device.roles]]));
    expect(roles.get(deviceOf(paper.key))).toEqual([false, 'chair']);
    expect(roles.get(deviceOf(fresh.key))).toEqual([false, 'chair']);
    expect(roles.get(deviceOf(lost.key))).toEqual([true, 'chair']);
    expect(valuesOf(space, some)).toEqual([1]);
  }
  const next = await saying(fresh, space, whole, figure(3));
  expect(valuesOf(space, [...whole, ...next])).toEqual([1, 3]);
  // Only the founding entry contains its key; without a recovery key there is no such device.
  expect(await verified(whole, newVerify())).toHaveLength(whole.length);
  const plain = await newSpace();
  await expect(saying(paper, plain.space, plain.entries, figure(1))).rejects.toThrow('chưa được cho tham gia');
});

it('an entry of a newer version is passed on and not counted', async () => {
  const { space, entries, people } = await newSpace('officer');
  const { signer, device } = people[0]!;
  const own = standingOf(space, entries).devices.find((item) => item.device === device)!.last!;
  const head = { space, n: own.content.n + 1, prev: own.hash, knows: [], at: AT };
  const newer = await signEntry(signer, head, { kind: 'tomorrow', x: 1 } as never);
  const read = readEntry({ hash: newer.hash, body: newer.body, signature: newer.signature })!;
  const next = await saying(signer, space, [...entries, read], figure(7));
  const all = [...entries, read, ...next];
  expect(await verified(all, newVerify())).toEqual(all);
  expect(valuesOf(space, all)).toEqual([7]);
  expect(idleOf(space, all)).toEqual(['unknown']);
});
