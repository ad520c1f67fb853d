/** Large evidence of a workbook in a shared folder: in pieces, one after the other, joined by the next machine, sealed whole. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_EVIDENCE_BYTES } from '../../core/report/evidence/evidence-file.ts';
import { readFact } from '../../core/share/fact.ts';
import { type FolderPort, folderCarrier } from '../../core/share/folder-carrier.ts';
import { digestOf, LARGEST_FILE } from '../../core/share/named-bytes.ts';
import { MOST_PIECES, PIECE } from '../../core/share/pieces.ts';
import { sharedOf } from '../../core/share/shared.ts';
import { standingOf } from '../../core/share/standing.ts';
import { synchronise } from '../../core/share/sync.ts';
import { evidenceFacts, sharedEvidenceFiles } from '../../session/share/shared-evidence.ts';
import { addFacts } from '../../session/share/take-part.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { AT, newSpace, saying } from '../unit/share/people.ts';

const MB = 1024 * 1024;
const YEAR = { kind: 'year', year: 2025 } as const;

/** A stick that is pulled out after so many files were written. */
class Stick implements FolderPort {
  readonly files = new Map<string, Uint8Array>();
  readonly written: string[] = [];
  left = Number.POSITIVE_INFINITY;
  readonly list = async () => [...this.files].map(([name, { length: size }]) => ({ name, size }));
  readonly read = async (name: string, limit?: number) => (this.files.get(name) ?? new Uint8Array()).subarray(0, limit);
  readonly write = async (name: string, bytes: Uint8Array) => {
    this.left -= 1;
    if (this.left < 0) throw new Error('Ổ đã rút ra.');
    this.written.push(name);
    this.files.set(name, bytes);
  };
  readonly remove = async (name: string) => void this.files.delete(name);
  readonly trouble = (error: unknown) => String(error);
}

function sure<T>(result: { ok: true; value: T } | { ok: false; refusal: { message: string } }): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

it('is named by an entry whole, or in just as many pieces as its size makes', () => {
  expect(MOST_PIECES * PIECE).toBe(MOST_EVIDENCE_BYTES);
  const digest = 'a'.repeat(64);
  const about = { unit: 'Bản A', period: '2025', criterion: '1.1' };
  const sizes = fc.oneof(
    fc.nat(22 * MB),
    fc.tuple(fc.nat(43), fc.integer({ min: -1, max: 1 })).map(([count, more]) => Math.max(0, count * PIECE + more)),
    fc.constantFrom(LARGEST_FILE, LARGEST_FILE + 1),
  );
  const more = fc.constantFrom(0, 0, 0, 1, -1);
  fc.assert(
    fc.property(sizes, fc.boolean(), more, (size, isCut, other) => {
      const count = Math.max(0, Math.ceil(size / PIECE) + other);
      const pieces = Array.from({ length: count }, () => digest);
      const file = { name: 'a.pdf', sha256: digest, size, ...(isCut ? { pieces } : {}) };
      const isSound = isCut ? size > PIECE && size <= 20 * MB && other === 0 : size <= LARGEST_FILE;
      expect(readFact({ ...about, kind: 'evidence', file } as never) !== null).toBe(isSound);
      expect(readFact({ kind: 'handed-in', file, criterion: '1.1' } as never) !== null).toBe(isSound);
      // No report and no explanation comes in pieces.
      expect(readFact({ kind: 'handed-in', file } as never) !== null).toBe(isSound && !isCut);
      expect(readFact({ kind: 'handed-in', file, criterion: '1.1', explains: digest } as never) !== null).toBe(
        isSound && !isCut,
      );
    }),
  );
});

it('goes over a folder piece by piece, is mended by the piece, joined, and sealed with all of them', async () => {
  const { space, entries, chair, people } = await newSpace('officer', 'officer');
  const [officer, other] = people.map(({ signer, device }) => ({
    ...{ space, signer, device },
    own: folderCarrier(new Stick(), device, webCipher),
  }));
  const [stick, verify] = [new Stick(), newVerify()];
  const sync = ({ own, device }: NonNullable<typeof officer>) =>
    synchronise(space, own, folderCarrier(stick, device, webCipher), verify);
  sure(await officer!.own.push(entries));
  const bytes = new Uint8Array(randomBytes(5 * PIECE + 3));
  const [small, hash] = [new Uint8Array([1, 2, 3]), digestOf(bytes)];
  const listed = [bytes, small].map((content, at) => ({
    ...{
      unit: 'Bản A',
      criterion: `1.${at + 1}`,
      name: `Bản A/${at}.pdf`,
      hash: digestOf(content),
      size: content.length,
    },
    ...({ kind: 'pdf', number: null, date: null, state: 'given', who: '', reason: '' } as const),
  }));
  const known = sharedOf(standingOf(space, entries));
  const stored = async (wanted: string) => [bytes, small].find((content) => digestOf(content) === wanted) ?? null;
  const going = await evidenceFacts(
    [...listed, { ...listed[0]!, hash: 'b'.repeat(64), name: 'c.pdf', size: 20 * MB + 1 }],
    YEAR,
    known,
    stored,
  );
  expect(going.left).toEqual(['Minh chứng "c.pdf" lớn hơn 20 MB nên không đưa vào sổ chung.']);
  const { facts, read } = going;
  sure(await addFacts(officer!, standingOf(space, entries), { facts, files: new Map(), read }, AT));
  // Pulled out after every third file: nothing that stands there is written again.
  for (let left = 3; ; ) {
    stick.left = left;
    if ((await sync(officer!)).ok) break;
  }
  stick.left = Number.POSITIVE_INFINITY;
  const written = (end: string) =>
    [...stick.files.keys()].flatMap((name) => (name.endsWith(end) ? name.slice(0, 64) : []));
  const wholes = written('.tde');
  expect([wholes.length, new Set(wholes).size]).toEqual([7, 7]);
  const received = sure(await sync(other!));
  expect([received.filesReceived, received.filesMissing]).toEqual([2, []]);
  const taken = await sharedEvidenceFiles(
    sharedOf(received.standing),
    { evidence: [], period: YEAR },
    other!.own.take,
    async () => null,
  );
  expect(taken.map((file) => [file.name, Buffer.compare(file.bytes, file.bytes.length > 3 ? bytes : small)])).toEqual([
    ['Bản A/1.1 0.pdf', 0],
    ['Bản A/1.2 1.pdf', 0],
  ]);
  // A piece is spoiled: it alone is written anew, and the file counts as one.
  const pieces = received.standing.counting.flatMap(({ content: { fact } }) =>
    fact?.kind === 'evidence' ? (fact.file.pieces ?? []) : [],
  );
  const spoiled = [...stick.files.keys()].find((name) => name.startsWith(pieces[2]!) && name.endsWith('.tde'))!;
  stick.files.set(spoiled, new Uint8Array(stick.files.get(spoiled)!.length));
  stick.written.length = 0;
  expect(sure(await sync(officer!)).filesSent).toBe(1);
  expect(stick.written.map((name) => name.slice(0, 64))).toEqual([pieces[2], pieces[2]]);
  // A piece nobody has any more: the file is missing, once.
  const late = { ...other!, own: folderCarrier(new Stick(), other!.device, webCipher) };
  const [lost, more] = [pieces[0]!, pieces[4]!].map((digest) =>
    [...stick.files].filter(([name]) => name.startsWith(digest)),
  );
  for (const [name] of [...lost!, ...more!]) stick.files.delete(name);
  const missing = sure(await sync(late));
  expect(missing.filesMissing).toEqual([hash]);
  expect(
    await sharedEvidenceFiles(
      sharedOf(missing.standing),
      { evidence: [], period: YEAR },
      late.own.take,
      async () => null,
    ),
  ).toHaveLength(1);
  for (const [name, content] of [...lost!, ...more!]) stick.files.set(name, content);
  // Sealed: no key of any piece is left, here or there.
  const all = received.standing.counting;
  const sealing = await saying(chair.signer, space, all, { kind: 'sealing', file: hash, reason: 'Có tên hộ' });
  sure(await other!.own.push(sealing));
  for (const machine of [other!, officer!]) {
    const { standing, filesMissing } = sure(await sync(machine));
    expect([filesMissing, sharedOf(standing).sealed.size]).toEqual([[], 7]);
    for (const digest of pieces) expect(sure(await machine.own.take(digest))).toBeNull();
  }
  expect([...new Set(written('.tdk'))]).toEqual([digestOf(small)]);
  // A file that has a piece in common with it cannot be put together any more: it counts as sealed.
  const twin = { name: 'd.pdf', sha256: 'd'.repeat(64), size: PIECE + 1, pieces: [pieces[0]!, 'e'.repeat(64)] };
  const about = { unit: 'Bản B', period: '2025', criterion: '1.1' };
  const shown = [...all, ...sealing];
  const named = await saying(people[0]!.signer, space, shown, { kind: 'evidence', ...about, file: twin });
  const { sealed } = sharedOf(standingOf(space, [...shown, ...named]));
  expect([sealed.has(twin.sha256), sealed.has('e'.repeat(64))]).toEqual([true, false]);
});
