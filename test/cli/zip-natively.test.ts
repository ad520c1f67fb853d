/** Node's zlib reads of a workbook what the code that runs everywhere reads, and never other bytes. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { zipMember } from '../../cli/files/zip-members.ts';
import { zipNatively } from '../../cli/files/zip-natively.ts';
import { isSameBytes } from '../../core/sheet/workbook/same-bytes.ts';
import { crc32 as plainCrc32 } from '../../core/sheet/workbook/xlsx/crc32.ts';
import { crc32, deflated, inflated, plainZip, zipBy } from '../../core/sheet/workbook/xlsx/zip-host.ts';
import { makeZip } from '../unit/sheet/workbook/make-zip.ts';

afterAll(() => zipBy(plainZip));

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(9000)).map(([part, times]) => {
    const whole = new Uint8Array(part.length * (times + 1));
    for (let at = 0; at < whole.length; at += part.length) whole.set(part, at);
    return whole;
  }),
);
const damage = fc.record({
  /** Where a byte is changed, as a share of all; null = nowhere. */
  flip: fc.option(fc.double({ min: 0, max: 0.999, noNaN: true })),
  cut: fc.nat(3),
  /** By how much the directory lies about the size. */
  lie: fc.constantFrom(0, 0, 0, -1, 1, 100),
});

it('reads all that is read without it, to the same bytes, however an entry is damaged', () => {
  fc.assert(
    fc.property(bytes, damage, (content, { flip, cut, lie }) => {
      const packed = new Uint8Array(deflateRawSync(content));
      if (flip !== null) packed[Math.floor(flip * packed.length)]! ^= 0x10;
      const zip = makeZip([
        {
          ...{ name: 'a', content: packed.subarray(0, packed.length - cut), stored: true },
          claim: { method: 8, size: Math.max(0, content.length + lie), crc: plainCrc32(content) },
        },
      ]);
      zipBy(plainZip);
      const plain = zipMember(zip, 0);
      zipNatively();
      const read = zipMember(zip, 0);
      if (plain.ok) expect(read.ok && isSameBytes(read.value, plain.value)).toBe(true);
      if (read.ok) expect(isSameBytes(read.value, content)).toBe(true);
      expect(crc32(content.subarray(7), crc32(content.subarray(0, 7)))).toBe(plainCrc32(content));
      expect(isSameBytes(inflated(deflated(content), content.length), content)).toBe(true);
    }),
    { numRuns: 400, seed: 20261126 },
  );
});
