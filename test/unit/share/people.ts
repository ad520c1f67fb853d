/** Devices with real keys, and a shared book they write in, for tests. */
import type { ReadEntry, Signer } from '../../../core/share/entry.ts';
import type { Fact } from '../../../core/share/fact.ts';
import type { Role } from '../../../core/share/role.ts';
import { deviceOf } from '../../../core/share/sign-entry.ts';
import { standingOf } from '../../../core/share/standing.ts';
import { found, say } from '../../../core/share/writer.ts';
import { newKeyPair, signerOf } from '../../../session/share/web-crypto.ts';

export const AT = '2026-03-01T08:00:00+07:00';

export async function newSigner(): Promise<Signer> {
  return signerOf(await newKeyPair(true));
}

/** Signs its next entries, knowing `known`; throws when it may not. */
export async function saying(signer: Signer, space: string, known: readonly ReadEntry[], ...facts: readonly Fact[]) {
  const entries = await say(signer, space, standingOf(space, known), facts, AT);
  if (!entries.ok) throw new Error(entries.refusal.message);
  return entries.value;
}

export interface Person {
  readonly signer: Signer;
  readonly device: string;
}

/** A space founded by a chair, with a device for each of the roles, each of which has asked and been admitted. */
export async function newSpace(...roles: readonly Role[]) {
  const chair = await newSigner();
  const founding = await found(chair, AT, { name: 'Máy chủ tịch', title: 'Xã Ta Ma' });
  const space = founding.hash;
  let entries: readonly ReadEntry[] = [founding];
  const people: Person[] = [];
  for (const role of roles) {
    const signer = await newSigner();
    const device = deviceOf(signer.key);
    entries = [...entries, ...(await saying(signer, space, entries, { kind: 'joining', key: signer.key, name: role }))];
    entries = [...entries, ...(await saying(chair, space, entries, { kind: 'admission', device, role, name: role }))];
    people.push({ signer, device });
  }
  return { space, entries, chair: { signer: chair, device: deviceOf(chair.key) }, people };
}

/** A figure of the portal: the smallest fact that carries work. */
export function figure(value: number): Fact {
  return {
    kind: 'observation',
    observation: {
      indicator: 'CKMB',
      unit: { name: 'Xã Ta Ma' },
      period: '2026-02',
      value,
      provenance: {
        url: 'https://dichvucong.gov.vn/',
        capturedAt: AT,
        reader: { id: 'national-2026', version: '1' },
        contentHash: '0'.repeat(64),
      },
    },
  };
}
