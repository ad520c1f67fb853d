/**
 * Sealed files: in whatever order entries are written and received, nobody opens them again, and nothing else is
 * touched.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Carrier } from '../../../core/share/carrier.ts';
import { type ReadEntry, verified } from '../../../core/share/entry.ts';
import type { Fact } from '../../../core/share/fact.ts';
import { type FolderPort, folderCarrier } from '../../../core/share/folder-carrier.ts';
import { digestOf } from '../../../core/share/named-bytes.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { signEntry } from '../../../core/share/sign-entry.ts';
import { standingOf } from '../../../core/share/standing.ts';
import { synchronise } from '../../../core/share/sync.ts';
import { carriedFiles, sealedLines } from '../../../session/share/sealing.ts';
import { webCipher } from '../../../session/share/web-cipher.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { drawn } from '../../draws.ts';
import { AT, figure, newSpace, saying } from './people.ts';

class Folder implements FolderPort {
  constructor(public files = new Map<string, Uint8Array>()) {}
  readonly list = async () => [...this.files].map(([name, { length: size }]) => ({ name, size }));
  readonly read = async (name: string, limit?: number) => (this.files.get(name) ?? new Uint8Array()).slice(0, limit);
  readonly write = async (name: string, bytes: Uint8Array) => void this.files.set(name, bytes);
  readonly remove = async (name: string) => void this.files.delete(name);
  readonly trouble = (error: unknown) => String(error);
}

const text = (value: string) => new TextEncoder().encode(value);
const carrierOf = (folder: Folder) => folderCarrier(folder, 'a'.repeat(64), webCipher);
const FILES = ['một', 'hai', 'ba'].map((name) => {
  const bytes = text(`Danh sách hộ: Lò Văn ${name}`.repeat(20));
  return { name, bytes, sha256: digestOf(bytes) };
});

function sure<T>(result: { ok: true; value: T } | { ok: false; refusal: { message: string } }): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

/** The plain bytes stand in none of its files, and no file of it opens another to them. */
async function tellsNothing({ files }: Folder, plain: Uint8Array): Promise<boolean> {
  const all = [...files.values()];
  const opened = await Promise.all(
    all.flatMap((key) => (key.length === 32 ? all.map((closed) => webCipher.open(key, closed)) : [])),
  );
  return [...all, ...opened].every((bytes) => bytes === null || !Buffer.from(bytes).includes(Buffer.from(plain)));
}

async function book() {
  const { space, entries, chair, people } = await newSpace('officer', 'officer');
  const report = ({ name, bytes, sha256 }: (typeof FILES)[number]): Fact => ({
    kind: 'report',
    file: { name: `${name}.xlsx`, sha256, size: bytes.length, replaces: null },
  });
  const brought = [...entries, ...(await saying(people[0]!.signer, space, entries, ...FILES.map(report), figure(1)))];
  const sealing = async (known: readonly ReadEntry[], ...files: readonly string[]) =>
    saying(
      chair.signer,
      space,
      known,
      ...files.map((file) => ({ kind: 'sealing', file, reason: 'Có tên hộ' }) as const),
    );
  return { space, brought, chair, people, sealing };
}

async function entriesIn(carrier: Carrier): Promise<readonly ReadEntry[]> {
  return verified(sure(await carrier.pull(0)).entries, newVerify());
}

describe('a sealed file', () => {
  it('can be opened by nobody again, in whatever order entries are written, received, restored and returned', async () => {
    const { space, brought, sealing } = await book();
    const [first, second, third] = FILES;
    const newEntries = await sealing(brought, first!.sha256, second!.sha256);
    const verify = newVerify();
    const step = fc.oneof(
      fc.record({ what: fc.constant('sync' as const), at: fc.nat(2) }),
      fc.record({ what: fc.constant('say' as const), at: fc.nat(2) }),
      fc.record({ what: fc.constant('backup' as const), at: fc.nat(3) }),
      fc.record({ what: fc.constant('restore' as const), at: fc.nat(3) }),
      fc.record({ what: fc.constant('put' as const), at: fc.nat(3) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const drive = new Folder();
        const folders = [new Folder(), new Folder(), new Folder(), drive];
        const backups = folders.map(({ files }) => new Map(files));
        const carriers = folders.map(carrierOf);
        await carriers[0]!.push(brought);
        for (const { sha256, bytes } of FILES) sure(await carriers[0]!.put(sha256, bytes));
        // Stored by an earlier version, and a copy that a synchronising program made of it.
        folders[1]!.files.set(`${second!.sha256}.tdf`, second!.bytes);
        folders[1]!.files.set(`${second!.sha256} (1).tdf`, second!.bytes);
        expect(
          await tellsNothing(
            new Folder(new Map([...folders[0]!.files].filter(([name]) => !name.endsWith('.tdk')))),
            first!.bytes,
          ),
        ).toBe(true);
        const sync = async (at: number) => sure(await synchronise(space, carriers[at]!, carriers[3]!, verify));
        for (const { what, at } of steps) {
          if (what === 'sync') await sync(at);
          else if (what === 'say') await carriers[at]!.push(newEntries);
          else if (what === 'backup') backups[at] = new Map(folders[at]!.files);
          else if (what === 'restore') folders[at]!.files = new Map(backups[at]);
          else for (const { sha256, bytes } of FILES) await carriers[at]!.put(sha256, bytes);
        }
        await carriers[2]!.push(newEntries);
        await carriers[2]!.push(brought);
        sure(await carriers[2]!.put(third!.sha256, third!.bytes));
        for (const at of [2, 0, 1, 2, 0, 1]) await sync(at);
        for (const at of [0, 1, 2, 3]) {
          const carrier = carriers[at]!;
          for (const { bytes } of [first!, second!]) expect(await tellsNothing(folders[at]!, bytes)).toBe(true);
          expect([...sure(await carrier.has(FILES.map(({ sha256 }) => sha256)))]).toEqual([third!.sha256]);
          expect(sure(await carrier.take(third!.sha256))).toEqual(third!.bytes);
          const held = await entriesIn(carrier);
          expect(new Set(held.map(({ hash }) => hash))).toEqual(
            new Set([...brought, ...newEntries].map(({ hash }) => hash)),
          );
        }
        expect(await sync(1)).toMatchObject({ filesSent: 0, filesReceived: 0, filesMissing: [], notes: [] });
        // A key that comes back anywhere goes no further, and is gone after the next sync.
        for (const { sha256, bytes } of [first!, second!])
          for (const carrier of carriers) sure(await carrier.put(sha256, bytes));
        for (const at of [0, 1, 2])
          expect(await sync(at)).toMatchObject({ filesSent: 0, filesReceived: 0, filesMissing: [], notes: [] });
        for (const folder of folders)
          for (const { bytes } of [first!, second!]) expect(await tellsNothing(folder, bytes)).toBe(true);
      }),
      { numRuns: drawn(15, 40), seed: 20261124 },
    );
  });

  it('is fetched by nobody when a synchronising program puts its key back, which goes again with the next sync', async () => {
    const { space, brought, sealing } = await book();
    const [drive, own, other] = [new Folder(), new Folder(), new Folder()];
    const [{ sha256, bytes }] = [FILES[0]!];
    await carrierOf(own).push([...brought, ...(await sealing(brought, sha256))]);
    sure(await carrierOf(drive).put(sha256, bytes));
    const before = [...drive.files];
    const sync = async (folder: Folder) =>
      sure(await synchronise(space, carrierOf(folder), carrierOf(drive), newVerify()));
    await sync(own);
    for (const [name, kept] of before) drive.files.set(name, kept);
    expect(await sync(other)).toMatchObject({ filesReceived: 0 });
    expect(sure(await carrierOf(other).take(sha256))).toBeNull();
    expect([...drive.files.keys()].filter((name) => name.endsWith('.tdk'))).toEqual([]);
  });

  it('stays listed, marked as sealed; every other result is unchanged', async () => {
    const { space, brought, sealing } = await book();
    const [first] = FILES;
    const newEntries = await sealing(brought, first!.sha256, first!.sha256);
    const [before, after] = [standingOf(space, brought), standingOf(space, [...brought, ...newEntries])];
    const [was, is] = [sharedOf(before), sharedOf(after)];
    expect(is).toEqual({ ...was, sealed: new Map([[first!.sha256, { at: AT, reason: 'Có tên hộ' }]]) });
    expect(
      carriedFiles(after)
        .filter(({ sealed }) => sealed)
        .map(({ name }) => name),
    ).toEqual(['một.xlsx']);
    expect(sealedLines(after)).toEqual([
      'một.xlsx, đưa vào ngày 01/03/2026: đã niêm phong theo yêu cầu, ngày 01/03/2026, lý do: Có tên hộ.',
    ]);
  });

  it('is sealed by a chair alone: the word of another takes nothing away', async () => {
    const { space, brought, people } = await book();
    const [officer] = people;
    const [file] = FILES;
    const fact = { kind: 'sealing', file: file!.sha256, reason: 'X' } as const;
    await expect(saying(officer!.signer, space, brought, fact)).rejects.toThrow('không ghi được niêm phong tệp');
    const last = standingOf(space, brought).devices.find(({ device }) => device === officer!.device)!.last!;
    const head = { space, n: last.content.n + 1, prev: last.hash, knows: [], at: AT };
    const forced = await signEntry(officer!.signer, head, fact);
    expect(standingOf(space, [...brought, forced]).idle.map(({ why }) => why)).toEqual(['role']);
    const [own, drive] = [carrierOf(new Folder()), carrierOf(new Folder())];
    await own.push([...brought, forced]);
    for (const { sha256, bytes } of FILES) sure(await own.put(sha256, bytes));
    expect(sure(await synchronise(space, own, drive, newVerify())).filesSent).toBe(FILES.length);
    expect(sure(await drive.take(file!.sha256))).toEqual(file!.bytes);
  });

  it('leaves a folder that cannot be written as it was, and says so', async () => {
    const { space, brought, sealing } = await book();
    const newEntries = await sealing(brought, FILES[0]!.sha256);
    const [own, drive] = [new Folder(), new Folder()];
    await carrierOf(drive).push([...brought, ...newEntries]);
    sure(await carrierOf(drive).put(FILES[0]!.sha256, FILES[0]!.bytes));
    const shut = folderCarrier(
      { ...drive, remove: async () => Promise.reject(new Error('Ổ đĩa chỉ đọc.')) },
      'a'.repeat(64),
      webCipher,
    );
    await carrierOf(own).push([...brought, ...newEntries]);
    expect(await synchronise(space, carrierOf(own), shut, newVerify())).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('Ổ đĩa chỉ đọc') },
    });
  });
});
