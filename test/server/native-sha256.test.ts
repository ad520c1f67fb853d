/** The built server's SHA-256 is the one the others reckon with. */
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 as native } from '../../server/native-sha256.ts';

test('gives the same digest for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(native(bytes)).toEqual(sha256(bytes));
    }),
    { seed: 1 },
  );
});
