/** Whatever happens to the files of a shared folder between syncs, machines that still have their own copies heal it. */
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type FolderPort, folderCarrier } from '../../../core/share/folder-carrier.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import { synchronise } from '../../../core/share/sync.ts';
import { webCipher } from '../../../session/share/web-cipher.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { drawn } from '../../draws.ts';
import { figure, newSpace, saying } from './people.ts';

type Files = Map<string, Uint8Array>;

function portOf(files: Files): FolderPort {
  return {
    list: async () => [...files].map(([name, { length: size }]) => ({ name, size })),
    read: async (name, limit) => (files.get(name) ?? new Uint8Array()).slice(0, limit),
    write: async (name, bytes) => void files.set(name, bytes),
    remove: async (name) => void files.delete(name),
    trouble: String,
  };
}

/** What people, drives and other programs do to a file; `other` = another file of the folder. */
const SPOILS: Readonly<Record<string, (files: Files, name: string, other: string) => void>> = {
  zero: (files, name) => files.set(name, new Uint8Array(files.get(name)!.length)),
  empty: (files, name) => files.set(name, new Uint8Array()),
  cut: (files, name) => files.set(name, files.get(name)!.slice(0, files.get(name)!.length >> 1)),
  flip: (files, name) =>
    files.set(
      name,
      files.get(name)!.map((byte, at) => (at % 97 === 31 ? byte ^ 4 : byte)),
    ),
  append: (files, name) => files.set(name, Uint8Array.from([...files.get(name)!, 13, 10])),
  prepend: (files, name) => files.set(name, Uint8Array.from([0xef, 0xbb, 0xbf, ...files.get(name)!])),
  delete: (files, name) => files.delete(name),
  swap: (files, name, other) => {
    const [bytes, two] = [files.get(name)!, files.get(other)!];
    files.set(name, two).set(other, bytes);
  },
  overwrite: (files, name, other) => files.set(name, files.get(other)!),
  copy: (files, name) => files.set(name.replace(/(?=\.\w+(?:\.gz)?$)/, ' (1)'), files.get(name)!),
  rename: (files, name) => {
    files.set(`${name}.bak`, files.get(name)!);
    files.delete(name);
  },
  capitals: (files, name) => {
    const bytes = files.get(name)!;
    files.delete(name);
    files.set(name.toUpperCase(), bytes);
  },
  unpack: (files, name) => {
    if (/\.gz$/i.test(name)) files.set(name, unpacked(files.get(name)!));
  },
  repack: (files, name) => files.set(name, new Uint8Array(gzipSync(files.get(name)!))),
  junk: (files, name) => files.set(`${name.slice(0, 81)}.tde`, new Uint8Array(4096).fill(7)),
  all: (files) => files.clear(),
};

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return new Uint8Array(gunzipSync(bytes));
  } catch {
    return bytes;
  }
}

it('a folder that was spoiled in any way is whole again after two syncs of each machine', async () => {
  const { space, entries, people } = await newSpace('officer', 'officer', 'unit');
  const files = people.map((_, at) => new TextEncoder().encode(`Báo cáo của máy ${at}. `.repeat(30 + at)));
  const said = await Promise.all(
    people.map(({ signer }, at) => {
      const file = { name: `bc-${at}.xlsx`, sha256: digestOf(files[at]!), size: files[at]!.length, replaces: null };
      const facts = at === 2 ? [] : [figure(at), figure(at + 10)];
      return saying(signer, space, entries, ...facts, { kind: 'report', file });
    }),
  );
  const verify = newVerify();
  const step = fc.oneof(
    fc.record({ what: fc.constant('sync'), at: fc.nat(2), other: fc.nat(99) }),
    fc.record({
      what: fc.constantFrom(...Object.keys(SPOILS), 'snapshot', 'restore'),
      at: fc.nat(99),
      other: fc.nat(99),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const drive: Files = new Map();
      let kept: Files = new Map();
      const own = people.map(({ device }) => folderCarrier(portOf(new Map()), device, webCipher));
      for (const [at, carrier] of own.entries()) {
        await carrier.push([...entries, ...said[at]!]);
        await carrier.put(digestOf(files[at]!), files[at]!);
      }
      const sync = async (at: number) => {
        const done = await synchronise(
          space,
          own[at]!,
          folderCarrier(portOf(drive), people[at]!.device, webCipher),
          verify,
        );
        if (!done.ok) throw new Error(done.refusal.message);
        return done.value;
      };
      for (const { what, at, other } of steps) {
        const names = [...drive.keys()].sort();
        if (what === 'sync') await sync(at);
        else if (what === 'snapshot') kept = new Map(drive);
        else if (what === 'restore') {
          drive.clear();
          for (const [name, bytes] of kept) drive.set(name, bytes);
        } else if (names.length > 0) SPOILS[what]!(drive, names[at % names.length]!, names[other % names.length]!);
      }
      for (let round = 0; round < 2; round++) for (const at of [0, 1, 2]) await sync(at);
      const all = new Set([...entries, ...said.flat()].map(({ hash }) => hash));
      for (const at of [0, 1, 2]) {
        const { standing, sent, received, filesMissing, filesSent, filesReceived } = await sync(at);
        expect(new Set(standing.counting.map(({ hash }) => hash))).toEqual(all);
        expect({ sent, received, filesMissing, filesSent, filesReceived }).toEqual({
          ...{ sent: 0, received: 0, filesMissing: [], filesSent: 0, filesReceived: 0 },
        });
        for (const bytes of files) expect(await own[at]!.take(digestOf(bytes))).toEqual({ ok: true, value: bytes });
      }
      // A machine that comes later finds everything in the folder.
      const late = folderCarrier(portOf(new Map()), people[0]!.device, webCipher);
      const done = await synchronise(space, late, folderCarrier(portOf(drive), people[0]!.device, webCipher), verify);
      expect(done).toMatchObject({
        ok: true,
        value: { filesMissing: [], filesReceived: files.length, received: all.size },
      });
    }),
    { numRuns: drawn(20, 50), seed: 20261126 },
  );
}, 60_000);
