/** A token stands for a device that signed the server's own question, for this server, this space and this hour. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { deviceOf } from '../../core/share/entry.ts';
import { proofText } from '../../core/share/proof.ts';
import { newTokens } from '../../server/tokens.ts';
import { newVerify } from '../../server/verify.ts';
import { newSigner } from '../unit/share/people.ts';

it('is given for the own key alone, and neither handed on, bent nor kept', async () => {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const tokens = newTokens('bí mật', newVerify(), () => now);
  const others = newTokens('khác', newVerify(), () => now);
  const [signer, thief] = [await newSigner(), await newSigner()];
  const space = 'a'.repeat(64);
  const answer = async (question: string, host = 'may-chu', by = signer) => {
    const signature = bytesToHex(await by.sign(new TextEncoder().encode(proofText(host, space, question))));
    return { space, key: signer.key, question, signature };
  };
  const question = tokens.question();
  const token = (await tokens.tokenFor(await answer(question), 'may-chu'))!;
  expect(tokens.deviceIn(token, space)).toBe(deviceOf(signer.key));
  // Signed by another key; for another server, which hands it on; to a question that is not ours; for another space.
  expect(await tokens.tokenFor(await answer(question, 'may-chu', thief), 'may-chu')).toBeNull();
  expect(await tokens.tokenFor(await answer(question, 'ke-gian'), 'may-chu')).toBeNull();
  expect(await tokens.tokenFor(await answer(others.question()), 'may-chu')).toBeNull();
  expect(tokens.deviceIn(token, 'b'.repeat(64))).toBeNull();
  expect(tokens.deviceIn(token.replace(deviceOf(signer.key), deviceOf(thief.key)), space)).toBeNull();
  expect(others.deviceIn(token, space)).toBeNull();
  for (const odd of ['', '.', '..', token.slice(0, -1), `9${token}`]) expect(tokens.deviceIn(odd, space)).toBeNull();
  // A recorded answer is worth nothing after two minutes, a token nothing after an hour.
  const kept = await answer(question);
  now += 121_000;
  expect(await tokens.tokenFor(kept, 'may-chu')).toBeNull();
  expect(tokens.deviceIn(token, space)).not.toBeNull();
  now += 3_600_000;
  expect(tokens.deviceIn(token, space)).toBeNull();
});
