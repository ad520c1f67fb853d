import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeCp437 } from '../../cli/files/cp437.ts';
import { zipMembers } from '../../cli/files/zip-members.ts';
import { makeZip, type RawEntry } from '../unit/sheet/workbook/make-zip.ts';

const NO_FLAGS = { flags: 0 };

function namesOf(...entries: readonly Omit<RawEntry, 'content' | 'name'>[]): readonly string[] {
  const members = zipMembers(makeZip(entries.map((entry) => ({ name: '', content: 'x', ...entry }))));
  if (!members.ok) throw new Error(members.refusal.message);
  return members.value.map(({ name }) => name);
}

/** An extra field: kind, length, what is in it. */
function field(kind: number, ...bytes: readonly number[]): number[] {
  return [kind & 0xff, kind >> 8, bytes.length & 0xff, bytes.length >> 8, ...bytes];
}

/** The name in UTF-8 as an extra field, for the plain name with these bytes. */
function unicodePath(name: string, plain: Uint8Array, version = 1): number[] {
  const checksum = new Uint8Array(Uint32Array.of(crc32(plain)).buffer);
  return field(0x7075, version, ...checksum, ...new TextEncoder().encode(name));
}

describe('names in a .zip', () => {
  it('are code page 437 where nothing says otherwise', () => {
    // The table of the code page, from its standard: first and last of each row of sixteen.
    const known: readonly (readonly [number, string])[] = [
      ...([
        [0x80, 'Ç'],
        [0x8f, 'Å'],
        [0x90, 'É'],
        [0x9f, 'ƒ'],
        [0xa0, 'á'],
        [0xaf, '»'],
        [0xb0, '░'],
        [0xbf, '┐'],
      ] as const),
      ...([
        [0xc0, '└'],
        [0xcf, '╧'],
        [0xd0, '╨'],
        [0xdf, '▀'],
        [0xe0, 'α'],
        [0xef, '∩'],
        [0xf0, '≡'],
        [0xff, '\u00a0'],
      ] as const),
      ...([
        [0x82, 'é'],
        [0xe1, 'ß'],
        [0xe6, 'µ'],
        [0xf1, '±'],
        [0xf8, '°'],
        [0xfd, '²'],
        [0x41, 'A'],
        [0x7e, '~'],
      ] as const),
    ];
    for (const [byte, letter] of known) expect(decodeCp437(Uint8Array.of(byte))).toBe(letter);
    const all = decodeCp437(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect([all.length, new Set(all).size]).toEqual([256, 256]);
    const bytes = Uint8Array.of(0x42, 0x82, 0x6f, 0x20, 0x63, 0xa0, 0x6f, 0x2e, 0x78, 0x6c, 0x73);
    expect(namesOf({ nameBytes: bytes, claim: NO_FLAGS })).toEqual(['Béo cáo.xls']);
  });

  it('are UTF-8 where the entry says so, where the bytes are, or where an extra field holds them', () => {
    const utf8 = new TextEncoder().encode('Bản Nà Đắng.xlsx');
    const plain = new TextEncoder().encode('B?n N? ??ng.xlsx');
    const extra = Uint8Array.from([...field(0x5455, 3, 0, 0, 0, 0), ...unicodePath('Bản Nà Đắng.xlsx', plain)]);
    for (const entry of [
      { nameBytes: utf8 },
      { nameBytes: utf8, claim: NO_FLAGS },
      { nameBytes: plain, claim: NO_FLAGS, extra },
    ])
      expect(namesOf(entry)).toEqual(['Bản Nà Đắng.xlsx']);
  });

  it('are not taken from a field that belongs to another name, is of another version, or is broken', () => {
    const plain = new TextEncoder().encode('a.xlsx');
    const other = new TextEncoder().encode('b.xlsx');
    const broken = unicodePath('x', plain).map((byte, index, all) => (index === all.length - 1 ? 0xff : byte));
    for (const extra of [
      unicodePath('khác.xlsx', other),
      unicodePath('khác.xlsx', plain, 2),
      broken,
      [0x75, 0x70, 0xff, 0xff, 1],
      [0x75, 0x70, 2, 0, 1, 0],
      [0x75],
    ])
      expect(namesOf({ nameBytes: plain, claim: NO_FLAGS, extra: Uint8Array.from(extra) })).toEqual(['a.xlsx']);
    // Neither do they lead out of the folder.
    const out = Uint8Array.from(unicodePath('../thoát/a.xlsx', plain));
    expect(namesOf({ nameBytes: plain, claim: NO_FLAGS, extra: out })).toEqual(['thoát/a.xlsx']);
  });
});
