/** The folder as carrier: whatever synchronised drives do to its files, whole files are read and nothing is lost. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type FolderPort, folderCarrier } from '../../../core/share/folder-carrier.ts';
import { digestOf, LARGEST_FILE } from '../../../core/share/named-bytes.ts';
import { segmentsOf } from '../../../core/share/segment.ts';
import { sharedOf } from '../../../core/share/shared.ts';
import { synchronise } from '../../../core/share/sync.ts';
import { webCipher } from '../../../session/share/web-cipher.ts';
import { newVerify } from '../../../session/share/web-crypto.ts';
import { figure, newSpace, saying } from './people.ts';

class Folder implements FolderPort {
  readonly files = new Map<string, Uint8Array>();
  readonly writes: string[] = [];
  /** Names under which a folder stands. */
  readonly folders = new Set<string>();
  readonly list = async () => [...this.files].map(([name, { length: size }]) => ({ name, size }));
  readonly read = async (name: string, limit?: number) => (this.files.get(name) ?? new Uint8Array()).subarray(0, limit);
  readonly write = async (name: string, bytes: Uint8Array) => {
    if (this.folders.has(name)) throw new Error(`EISDIR ${name}`);
    this.writes.push(name);
    this.files.set(name, bytes);
  };
  readonly remove = async (name: string) => void this.files.delete(name);
  readonly trouble = (error: unknown) => String(error);
}

const text = (value: string) => new TextEncoder().encode(value);

async function pulled(folder: Folder) {
  const done = await folderCarrier(folder, '', webCipher).pull(0);
  if (!done.ok) throw new Error(done.refusal.message);
  return done.value;
}

describe('files in a synchronised folder', () => {
  it('reads whole files under any name, and reports those still arriving', async () => {
    const { space, entries, people } = await newSpace('officer', 'officer');
    const newEntries = await saying(
      people[0]!.signer,
      space,
      entries,
      ...Array.from({ length: 40 }, (_, at) => figure(at)),
    );
    const other = await saying(people[1]!.signer, space, entries, figure(100), figure(101));
    const [whole] = segmentsOf(people[0]!.device, [...entries, ...newEntries]);
    const [lost] = segmentsOf(people[1]!.device, other);
    const folder = new Folder();
    folder.files.set(`${whole!.name.slice(0, 20)} (1).tds.gz`, whole!.bytes);
    folder.files.set(whole!.name, whole!.bytes.subarray(0, Math.floor(whole!.bytes.length / 2)));
    folder.files.set(lost!.name, new Uint8Array(lost!.bytes.length));
    folder.files.set('desktop.ini', text('[.ShellClassInfo]'));
    folder.files.set('ghi chú.json', text('{"a":1}'));
    folder.files.set('bom.gz', gzipSync(new Uint8Array(66 * 1024 * 1024), { level: 1 }));
    const { entries: read, damaged } = await pulled(folder);
    expect(read.map(({ hash }) => hash).sort()).toEqual([...entries, ...newEntries].map(({ hash }) => hash).sort());
    expect(damaged.map(({ name }) => name).sort()).toEqual([whole!.name, lost!.name].sort());
    // The rest arrives, and the bomb is gone.
    folder.files.delete('bom.gz');
    folder.files.set(lost!.name, lost!.bytes);
    folder.files.set(whole!.name, whole!.bytes);
    const later = await pulled(folder);
    expect(later.entries).toHaveLength(entries.length + newEntries.length + other.length);
    expect(later.damaged).toEqual([]);
  });

  it('gives every whole line of a torn segment', async () => {
    const { space, entries, people } = await newSpace('officer');
    const newEntries = await saying(
      people[0]!.signer,
      space,
      entries,
      ...Array.from({ length: 200 }, (_, at) => figure(at)),
    );
    const [segment] = segmentsOf(people[0]!.device, newEntries);
    for (const part of [0.3, 0.6, 0.95]) {
      const folder = new Folder();
      folder.files.set(segment!.name, segment!.bytes.subarray(0, Math.floor(segment!.bytes.length * part)));
      const { entries: read, damaged } = await pulled(folder);
      expect(read.map(({ hash }) => hash)).toEqual(newEntries.slice(0, read.length).map(({ hash }) => hash));
      expect(read.length).toBeGreaterThan(200 * (part - 0.3));
      expect(read.length).toBeLessThan(200);
      expect(damaged).toHaveLength(1);
    }
  });

  it('writes each segment once, and the same entries under the same name', async () => {
    const { entries } = await newSpace('officer');
    const folder = new Folder();
    const carrier = folderCarrier(folder, 'a'.repeat(64), webCipher);
    await carrier.push(entries);
    const [name] = folder.writes;
    await carrier.push(entries);
    expect(new Set(folder.writes)).toEqual(new Set([name]));
    expect(name).toMatch(new RegExp(`^a{16}\\.${digestOf(folder.files.get(name!)!).slice(0, 32)}\\.tds\\.gz$`));
  });
});

describe('two machines over a folder', () => {
  it('come to the same after a week apart, whichever goes first', async () => {
    for (const turn of [0, 1]) {
      const { space, entries, people } = await newSpace('officer', 'officer');
      const drive = new Folder();
      const stores = [new Folder(), new Folder()];
      const verify = newVerify();
      const own = stores.map((store, at) => folderCarrier(store, people[at]!.device, webCipher));
      const shared = people.map(({ device }) => folderCarrier(drive, device, webCipher));
      await own[0]!.push(entries);
      await own[1]!.push(entries);
      const apart = await Promise.all(
        people.map(async ({ signer }, at) => {
          const newEntries = await saying(signer, space, entries, ...[1, 2, 3].map((value) => figure(value + 10 * at)));
          await own[at]!.push(newEntries);
          return newEntries;
        }),
      );
      const order = turn === 0 ? [0, 1, 0] : [1, 0, 1];
      const seen = [];
      for (const at of order) {
        const done = await synchronise(space, own[at]!, shared[at]!, verify);
        if (!done.ok) throw new Error(done.refusal.message);
        seen[at] = JSON.stringify(sharedOf(done.value.standing).observations);
      }
      const last = await synchronise(space, own[1]!, shared[1]!, verify);
      expect(last.ok && [last.value.sent, last.value.received]).toEqual([0, 0]);
      expect(seen[0]).toBe(seen[1]);
      expect(JSON.parse(seen[0]!)).toHaveLength(apart.flat().length);
    }
  });

  it('notice what was zeroed, cut or changed at its old size, say whose it is, and write it anew', async () => {
    const spoil = {
      zeroed: (bytes: Uint8Array) => new Uint8Array(bytes.length),
      cut: (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2),
      ...Object.fromEntries(
        // In a name, in a signature, in what packs them: everywhere it may fall.
        [1, 2, 3, 4, 5, 6, 7].map((eighth) => [
          `changed at ${eighth}/8`,
          (bytes: Uint8Array) => bytes.map((byte, at) => (at === (bytes.length * eighth) >> 3 ? byte ^ 1 : byte)),
        ]),
      ),
      empty: () => new Uint8Array(),
    };
    for (const [how, spoiled] of Object.entries(spoil))
      for (const end of ['.tds.gz', '.tde', '.tdk']) {
        const { space, entries, people } = await newSpace('officer', 'officer');
        const [author] = people;
        const bytes = text('báo cáo');
        const sha256 = digestOf(bytes);
        const file = { name: 'bc.xlsx', sha256, size: bytes.length, replaces: null };
        const newEntries = await saying(author!.signer, space, entries, figure(1), { kind: 'report', file });
        const [drive, here, there] = [new Folder(), new Folder(), new Folder()];
        const carry = (folder: Folder, at: number) => folderCarrier(folder, people[at]!.device, webCipher);
        await carry(here, 0).push([...entries, ...newEntries]);
        await carry(here, 0).put(sha256, bytes);
        const verify = newVerify();
        const sync = async (at: number) => {
          const done = await synchronise(space, carry(at === 0 ? here : there, at), carry(drive, at), verify);
          if (!done.ok) throw new Error(done.refusal.message);
          return done.value;
        };
        await sync(0);
        for (const [name, held] of drive.files) if (name.endsWith(end)) drive.files.set(name, spoiled(held));
        // A machine without it learns which file it is, and who repairs it.
        const waits = await sync(1);
        if (end === '.tds.gz') expect(waits.notes.join()).toContain('chưa về đủ hoặc bị hỏng');
        else expect(waits.filesMissing).toEqual([sha256]);
        await sync(0);
        const healed = await sync(1);
        expect([how, end, healed.standing.counting.length]).toEqual([how, end, entries.length + newEntries.length]);
        const taken = await carry(there, 1).take(sha256);
        expect([how, end, taken.ok && taken.value]).toEqual([how, end, bytes]);
        expect([how, end, healed.notes, healed.filesMissing]).toEqual([how, end, [], []]);
        // In a machine's own store just so: what the folder has comes back.
        for (const [name, held] of here.files) if (name.endsWith(end)) here.files.set(name, spoiled(held));
        await sync(0);
        const own = await sync(0);
        expect([how, end, own.notes, own.filesMissing, own.sent, own.received]).toEqual([how, end, [], [], 0, 0]);
        const again = await carry(here, 0).take(sha256);
        expect([how, end, again.ok && again.value]).toEqual([how, end, bytes]);
      }
  });

  it('whatever a stranger puts into it stops no entry, no file and no sealing', async () => {
    const { space, entries, people, chair } = await newSpace('officer', 'officer');
    const files = ['báo cáo', 'danh sách'].map((words) => ({ bytes: text(words), sha256: digestOf(text(words)) }));
    const facts = files.map(({ bytes, sha256 }) => {
      const file = { name: 'bc.xlsx', sha256, size: bytes.length, replaces: null };
      return { kind: 'report', file } as const;
    });
    const newEntries = await saying(people[0]!.signer, space, entries, ...facts);
    const [drive, here, there] = [new Folder(), new Folder(), new Folder()];
    const carry = (folder: Folder, at: number) => folderCarrier(folder, people[at]!.device, webCipher);
    await carry(here, 0).push([...entries, ...newEntries]);
    for (const { bytes, sha256 } of files) await carry(here, 0).put(sha256, bytes);
    const sync = async (at: number) => {
      const done = await synchronise(space, carry(at === 0 ? here : there, at), carry(drive, at), newVerify());
      if (!done.ok) throw new Error(done.refusal.message);
      return done.value;
    };
    const [first, second] = files;
    // What an earlier version took for the mark of a sealed file, and more that looks like copies of it than are opened
    // at once: its bytes are closed under no key of theirs.
    drive.files.set(`${first!.sha256}.niem-phong`, text('\n'));
    const junk = new Uint8Array(LARGEST_FILE);
    for (let copy = 0; copy < 30; copy++) {
      const name = `${second!.sha256}.${String(copy).padStart(16, '0')}`;
      drive.files.set(`${name}.tde`, junk).set(`${name}.tdk`, new Uint8Array(32));
    }
    expect(await sync(0)).toMatchObject({ filesSent: 2, filesMissing: [], notes: [] });
    expect(await sync(1)).toMatchObject({ filesReceived: 2, filesMissing: [], notes: [] });
    // Each segment replaced by a folder of its name, and of the next that a program may take: written under another name, and nothing is sent for ever.
    for (const name of [...drive.files.keys()].filter((text) => text.endsWith('.tds.gz'))) {
      drive.files.delete(name);
      drive.folders.add(name).add(name.replace('.tds', ' (2).tds'));
    }
    expect((await sync(0)).sent).toBe(entries.length + newEntries.length);
    expect(await sync(0)).toMatchObject({ sent: 0, received: 0, notes: [] });
    expect(await sync(1)).toMatchObject({ sent: 0, filesMissing: [], notes: [] });
    // A file that is sealed loses its keys, whatever lies beside it.
    const all = [...entries, ...newEntries];
    const seals = await saying(chair.signer, space, all, { kind: 'sealing', file: second!.sha256, reason: 'Có tên' });
    await carry(here, 0).push(seals);
    expect(await sync(0)).toMatchObject({ notes: [] });
    expect([...drive.files.keys()].filter((name) => name.startsWith(second!.sha256) && name.endsWith('.tdk'))).toEqual(
      [],
    );
  });

  it('brings files by their digest, refuses a file that does not match it', async () => {
    const { space, entries, people } = await newSpace('officer', 'officer');
    const [person, two] = people;
    const bytes = text('báo cáo');
    const sha256 = digestOf(bytes);
    const fact = { kind: 'report', file: { name: 'bc.xlsx', sha256, size: bytes.length, replaces: null } } as const;
    const newEntries = await saying(person!.signer, space, entries, fact);
    const [drive, first, second] = [new Folder(), new Folder(), new Folder()];
    const verify = newVerify();
    await folderCarrier(first, person!.device, webCipher).push([...entries, ...newEntries]);
    await folderCarrier(first, person!.device, webCipher).put(sha256, bytes);
    const sent = await synchronise(
      space,
      folderCarrier(first, person!.device, webCipher),
      folderCarrier(drive, person!.device, webCipher),
      verify,
    );
    expect(sent.ok && sent.value.filesSent).toBe(1);
    const name = [...drive.files.keys()].find((text) => text.endsWith('.tde'))!;
    const held = drive.files.get(name)!;
    drive.files.set(name, text('khác hẳn'));
    const broken = await synchronise(
      space,
      folderCarrier(second, two!.device, webCipher),
      folderCarrier(drive, two!.device, webCipher),
      verify,
    );
    expect(broken.ok && broken.value.filesMissing).toEqual([sha256]);
    drive.files.set(name, held);
    const whole = await synchronise(
      space,
      folderCarrier(second, two!.device, webCipher),
      folderCarrier(drive, two!.device, webCipher),
      verify,
    );
    expect(whole.ok && [whole.value.filesReceived, whole.value.filesMissing]).toEqual([1, []]);
    const taken = () => folderCarrier(second, two!.device, webCipher).take(sha256);
    expect(await taken()).toEqual({ ok: true, value: bytes });
    // In the form of an earlier version.
    second.files.clear();
    second.files.set(`${sha256}.tdf`, bytes);
    expect(await taken()).toEqual({ ok: true, value: bytes });
  });
});
