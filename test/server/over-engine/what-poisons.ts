/** What no database can hold, sent to every address; and what stands in the tables all the same and cannot be read. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, type Plain } from '../../../core/council/canonical-json.ts';
import { sha256 } from '../../../core/council/sha256.ts';
import { digestOf, LARGEST_FILE } from '../../../core/share/named-bytes.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { serve } from '../../../server/serve.ts';
import { askLink, handIn } from '../../../session/share/hand-in.ts';
import { linkDigest, newLinkKey } from '../../../session/share/link-key.ts';
import { anyJson, nested } from '../../fixtures/any-json.ts';
import { figure } from '../../unit/share/people.ts';
import { passes } from '../engines.ts';
import { type Machine, newBook, newMachine, ORIGIN, sure, tokenOf } from '../machines.ts';
import { MOST, type Over } from './over.ts';

export function whatPoisons(over: Over): void {
  const { fetch, link, count } = over;
  const text = (words: string) => new TextEncoder().encode(words);

  /** Everything a book is used for still works. */
  async function goesOn(space: string, officer: Machine, chair: Machine): Promise<void> {
    const bytes = text(`tệp ${Math.random()}`);
    sure(await officer.server.put(digestOf(bytes), bytes));
    expect(sure(await officer.server.has([digestOf(bytes)])).size).toBe(1);
    expect(sure(await officer.server.take(digestOf(bytes)))).toEqual(bytes);
    await officer.say(figure(Math.random()));
    await officer.sync();
    const again = await newMachine(fetch, space, null, chair.signer);
    expect((await again.sync()).standing.idle).toEqual([]);
  }

  it('never get in, at any address, and the book goes on', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer');
    const officer = machines[0]!;
    const token = await tokenOf(fetch, officer.signer, space);
    const path = `${ORIGIN}/v1/spaces/${space}`;
    const odd = encodeURIComponent('\0');
    const targets: readonly (readonly [method: string, address: string])[] = [
      ...(['/v1/questions', '/v1/tokens', '/v1/khong-co'].map((text) => ['POST', `${ORIGIN}${text}`]) as [
        string,
        string,
      ][]),
      ...[
        ['POST', `${path}/entries`] as const,
        ['POST', `${path}/files`] as const,
        ['POST', `${path}/invitations`] as const,
      ],
      ...[['PUT', `${path}/files/${'a'.repeat(64)}`] as const, ['PUT', `${path}/files/${odd}`] as const],
      ...[['PUT', `${ORIGIN}/v1/hand-in`] as const, ['POST', `${ORIGIN}/v1/spaces/${odd}/entries`] as const],
      ...[
        `${path}/files/${odd}`,
        `${path}/files/%ff%fe`,
        `${path}/entries?since=${odd}`,
        `${path}/entries?since=1e99`,
      ].map((address) => ['GET', address] as const),
    ];
    const head = await count(space);
    const shapes = (value: unknown): readonly unknown[] => [
      value,
      ...[{ entries: [value] }, { digests: [value] }, { secret: value }],
      { entries: [{ hash: value, body: value, signature: value }] },
      { space, key: value, question: value, signature: value },
    ];
    await fc.assert(
      fc.asyncProperty(anyJson, async (value) => {
        for (const [method, address] of targets)
          for (const shape of method === 'GET' ? [null] : shapes(value)) {
            const headers = {
              authorization: `Bearer ${token}`,
              'x-loi-moi': 'a'.repeat(64),
              'x-lien-ket': 'b'.repeat(64),
            };
            const body = method === 'GET' ? {} : { body: JSON.stringify(shape) };
            const { status } = await fetch(address, { method, headers, ...body });
            expect([address, status < 500]).toEqual([address, true]);
          }
      }),
      { numRuns: 40 },
    );
    for (const body of [
      '',
      '{',
      '\0',
      nested(100_000),
      `{"entries":${nested(6_000)}}`,
      '{"entries":[{"hash":{"toString":1}}]}',
    ])
      for (const [method, address] of targets)
        if (method !== 'GET')
          expect(
            (await fetch(address, { method, headers: { authorization: `Bearer ${token}` }, body })).status,
          ).toBeLessThan(500);
    expect(await count(space)).toBe(head);
    await goesOn(space, officer, chair);
  });

  it('are refused in a signed entry of a kind no version knows, by any admitted device', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer', 'viewer', 'appraiser');
    const officer = machines[0]!;
    const last = sure(await officer.own.pull(0)).entries.findLast(({ content }) => content.device === officer.device)!;
    const head = {
      v: 1,
      space,
      device: officer.device,
      n: last.content.n + 1,
      prev: last.hash,
      knows: [],
      at: last.content.at,
    };
    const bodies = [
      { fact: { kind: 'z\0' } },
      { fact: { kind: 'zz', text: 'a\ud800' } },
      { fact: { kind: 'zz', deep: 'DEEP' } },
      { fact: { kind: 'zz', deep: JSON.parse(nested(40)) } },
      { fact: { kind: 'zz', '__proto__\0': 1 } },
      { fact: { kind: 'sealing', file: 'a'.repeat(64), reason: '\0' } },
      { n: 3_000_000_000, fact: { kind: 'zz' } },
      { n: Number.MAX_SAFE_INTEGER, fact: { kind: 'zz' } },
      // Instants no clock can show.
      { at: '2026-13-01T08:00:00+07:00', fact: { kind: 'zz' } },
      { at: '9999-99-99T99:99:99Z', fact: { kind: 'zz' } },
    ].map((body) => canonicalJson({ ...head, ...body } as unknown as Plain).replace('"DEEP"', nested(6_000)));
    bodies.push(canonicalJson({ ...head, fact: { kind: 'zz' } }).replace('"kind"', '"__proto__":1,"kind"'));
    const before = await count(space);
    for (const body of bodies) {
      const signature = Buffer.from(await officer.signer.sign(text(body))).toString('hex');
      const hashes = sure(await officer.server.push([{ hash: sha256(body), body, signature }]));
      expect(hashes).toEqual(['máy chủ không nhận 1 mục: không đúng dạng.']);
    }
    expect(await count(space)).toBe(before);
    await goesOn(space, officer, chair);
  });

  it('cost no link: a file with any name is accepted and the link goes on', async () => {
    const { chair, machines } = await newBook(fetch, await link(), 'officer');
    const { secret, key } = await newLinkKey();
    const form = text('{"form":1}');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    sure(await machines[0]!.own.put(digestOf(form), form));
    await machines[0]!.say({
      ...{ kind: 'link', key, secret: linkDigest(secret), unit: 'Bản A', audience: 'village', period: '2025', until },
      ...{ form: { sha256: digestOf(form), size: form.length }, instead: null },
    });
    await machines[0]!.sync();
    const door = { origin: ORIGIN, secret, fetch };
    const names = [
      `${'a'.repeat(199)}🎉 báo cáo.xlsx`,
      'a\0.xlsx',
      '\ud800.xlsx',
      '',
      '../../etc/passwd',
      '__proto__',
      '\u202e.xlsx',
    ];
    for (const [at, name] of names.entries()) {
      const receipt = sure(await handIn(door, name, text(`bản ${at}`)));
      expect(receipt.n).toBe(at + 1);
    }
    expect(sure(await askLink(door)).receipts).toHaveLength(names.length);
    expect(sharedOf((await chair.sync()).standing).handedIn).toHaveLength(names.length);
  });

  it('that stand in the tables cost themselves alone: the server starts, books go on, an operator sets them apart', async () => {
    const { space, chair, machines } = await newBook(fetch, await link(), 'officer');
    const officer = machines[0]!;
    await officer.say(figure(1), figure(2));
    await officer.sync();
    const rubbish = ['ff00fe', '', '7b226661637422', Buffer.from('{"fact":{"kind":"z\\u0000"}}').toString('hex')];
    const kinds = [
      'unknown',
      'sealing',
      'result',
      'link',
      'link-end',
      'handed-in',
      'healing',
      'joining',
      'observation',
    ];
    await over.owner.asOwner(async (query) => {
      await query("set local session_replication_role = 'replica'");
      for (const [at, kind] of kinds.entries())
        for (const [place, body] of rubbish.entries()) {
          const seq = 1000 + at * 10 + place;
          await query(
            `insert into share.entry (space, seq, hash, device, n, kind, body, signature)
              select id, $2::bigint, $3, $4, $2::int, $5, decode($6, 'hex'), '' from share.space where digest = $1`,
            [space, seq, sha256(`${space} ${seq}`), officer.device, kind, body],
          );
          await query("insert into share.result values ($1, $2, 'x', '2026-03', now(), decode($3, 'hex'), '')", [
            space,
            String(seq),
            body,
          ]);
        }
      await query('update share.space set head = 2000 where digest = $1', [space]);
      await query("insert into share.sealed select id, 'x', 'y', -1, '' from share.space where digest = $1", [space]);
    });
    const lines: string[] = [];
    const { app } = await serve(over.engine, passes, {
      ...{ most: MOST, origin: ORIGIN, log: (line: object) => void lines.push(JSON.stringify(line)) },
    });
    const anew = async (address: string, init: RequestInit) => app.request(address, init);
    const again = await newMachine(anew, space, null, officer.signer);
    const read = sure(await again.server.pull(0));
    expect(sharedOf((await again.sync()).standing).observations.map(({ value }) => value)).toEqual([1, 2]);
    expect(read.notes.join()).toContain('không đúng dạng');
    expect(lines.join()).toContain('"error":"unreadable"');
    await goesOn(space, officer, chair);
    const other = await newBook(anew, await link(), 'officer');
    await goesOn(other.space, other.machines[0]!, other.chair);
    // The nation's view of results passes over them too.
    expect(await over.owner.asOwner((query) => query('select * from share.last_target'))).toEqual(expect.any(Array));

    // An operator sets an entry apart, sees it listed, brings it back; nothing is deleted.
    const operate = <T>(statement: string, values: readonly unknown[] = []) =>
      over.owner.asOwner(async (query) => {
        await query('set local role share_owner');
        return query<T>(statement, values);
      });
    const shown = async () => sure(await (await newMachine(fetch, space, null, chair.signer)).server.pull(0)).entries;
    const wanted = (await shown()).find(({ content }) => content.fact?.kind === 'observation')!;
    const held = await count(space);
    expect(await operate('select share.set_apart($1, $2) as done', [wanted.hash, 'lỗi'])).toEqual([{ done: true }]);
    expect((await shown()).map(({ hash }) => hash)).not.toContain(wanted.hash);
    // Pushed again by who has it: known, not taken twice.
    expect(sure(await officer.server.push([wanted]))).toEqual([]);
    const listed = await operate<{ hash: string; why: string | null }>('select * from share.not_given()');
    expect(listed.find(({ hash }) => hash === wanted.hash)?.why).toBe('lỗi');
    expect(listed.filter(({ why }) => why === null).length).toBeGreaterThanOrEqual(kinds.length);
    expect(await operate('select share.set_apart($1, null) as done', [wanted.hash])).toEqual([{ done: true }]);
    expect(await operate('select share.set_apart($1, $2) as done', ['khác', 'x'])).toEqual([{ done: false }]);
    expect((await shown()).map(({ hash }) => hash)).toContain(wanted.hash);
    expect(await count(space)).toBe(held);
  });

  it('a stranger’s body is not even read: sending one takes a link, or a part in the book', async () => {
    const { space } = await newBook(fetch, await link());
    const stranger = await newMachine(fetch, space, null);
    const token = await tokenOf(fetch, stranger.signer, space);
    let read = 0;
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          read += 1;
          controller.enqueue(new Uint8Array(64 * 1024));
          if (read * 64 * 1024 > LARGEST_FILE) controller.close();
        },
      });
    const headers = { authorization: `Bearer ${token}`, 'x-lien-ket': 'a'.repeat(64) };
    for (const [method, address, status] of [
      ['PUT', '/v1/hand-in', 404],
      ['PUT', `/v1/spaces/${space}/files/${'a'.repeat(64)}`, 403],
      ['POST', `/v1/spaces/${space}/entries`, 403],
    ] as const) {
      const answer = await fetch(`${ORIGIN}${address}`, {
        method,
        headers,
        body: body(),
        duplex: 'half',
      } as RequestInit);
      expect([address, answer.status]).toEqual([address, status]);
    }
    // A stream fills its first chunk before anybody asks for it.
    expect(read).toBeLessThanOrEqual(3);
  });
}
