/** A token stands for a device that signed the server's own question, for this server, this space and this hour. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { expect, it } from 'vitest';
import { proofText } from '../../core/share/proof.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import { newLogin } from '../../server/login.ts';
import { newPasses } from '../../server/passes.ts';
import { newVerify } from '../../server/verify.ts';
import { newSigner } from '../unit/share/people.ts';

it('proves only the own key, and cannot be relayed, altered or replayed', async () => {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const spent = new Set<string>();
  const spend = async (question: string) => !spent.has(question) && spent.add(question) !== undefined;
  const loginOf = (key: number) =>
    newLogin(
      newPasses(Buffer.alloc(32, key), () => now),
      newVerify(),
      'may-chu',
      spend,
    );
  const [login, others] = [loginOf(1), loginOf(2)];
  const [signer, thief] = [await newSigner(), await newSigner()];
  const space = 'a'.repeat(64);
  const answer = async (question: string, host = 'may-chu', by = signer) => {
    const signature = bytesToHex(await by.sign(new TextEncoder().encode(proofText(host, space, question))));
    return { space, key: signer.key, question, signature };
  };
  const question = login.question();
  // Signed by another key; for another server, which hands it on; to a question that is not ours; for another space.
  expect(await login.tokenFor(await answer(question, 'may-chu', thief))).toBeNull();
  expect(await login.tokenFor(await answer(question, 'ke-gian'))).toBeNull();
  expect(await login.tokenFor(await answer(others.question()))).toBeNull();
  const right = await answer(question);
  const token = (await login.tokenFor(right))!;
  expect(login.deviceIn(token, space)?.device).toBe(deviceOf(signer.key));
  // The same answer again, and another answer to the same question.
  expect(await login.tokenFor(right)).toBeNull();
  expect(await login.tokenFor(await answer(question))).toBeNull();
  expect(login.deviceIn(token, 'b'.repeat(64))).toBeNull();
  expect(login.deviceIn(token.replace(deviceOf(signer.key), deviceOf(thief.key)), space)).toBeNull();
  expect(others.deviceIn(token, space)).toBeNull();
  for (const odd of ['', '.', '..', token.slice(0, -1), `9${token}`]) expect(login.deviceIn(odd, space)).toBeNull();
  // A recorded answer is worth nothing after two minutes, a token nothing after an hour.
  const kept = await answer(login.question());
  now += 121_000;
  expect(await login.tokenFor(kept)).toBeNull();
  expect(login.deviceIn(token, space)).not.toBeNull();
  now += 3_600_000;
  expect(login.deviceIn(token, space)).toBeNull();
});
