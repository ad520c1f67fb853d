/**
 * When the founding machine is lost: with the recovery code on paper this machine becomes a chair in its place, and
 * later entries of the lost machine do not count.
 */
import type { Signer } from '../../core/share/entry.ts';
import type { Fact } from '../../core/share/fact.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { deviceOf } from '../../core/share/sign-entry.ts';
import type { Standing } from '../../core/share/standing.ts';
import { synchronise } from '../../core/share/sync.ts';
import { say } from '../../core/share/writer.ts';
import { serverOn } from '../../session/share/server-on.ts';
import type { Machine } from '../../session/share/take-part.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { fromUser } from '../files/paths.ts';
import { refuse } from '../usage-error.ts';
import { nodeFolder } from './node-folder.ts';
import { newStore, ownSpaces } from './own-store.ts';
import { readRecoveryCode } from './recovery-code.ts';
import { linkOf } from './server-space.ts';
import { machineName, type SpaceWish } from './space.ts';
import { releaseStores } from './store-lock.ts';

/** Gives the name of the book, which this machine then takes part in. Ends the command where that cannot be. */
export async function recover(code: string, typed: string, isServer: boolean, wish: SpaceWish): Promise<string> {
  const paper = await readRecoveryCode(code);
  if (!paper) return refuse('Mã phục hồi thiếu hoặc sai ký tự: hãy chép lại đúng chữ hoa, chữ thường.');
  const { space, signer } = paper;
  if (ownSpaces(wish.stores).includes(space))
    refuse('Máy này đã có khóa của sổ: hãy chạy trên máy mới, hoặc --home khác.');
  const name = machineName(wish);
  const there = isServer
    ? serverOn({ origin: linkOf(typed).origin, space, signer, code: null })
    : folderCarrier(nodeFolder(fromUser(typed)), deviceOf(signer.key), webCipher);
  const seen = await there.pull(0);
  const founding = seen.ok
    ? seen.value.entries.find(({ hash }) => hash === space)?.content.fact
    : refuse(seen.refusal.message);
  if (founding?.kind !== 'founding' || founding.recovery !== signer.key)
    refuse('Mã phục hồi không phải của sổ chung nào ở đây.');

  const made = await newStore(wish.stores);
  const store = await made.keep(space);
  const own = folderCarrier(nodeFolder(store.folder), store.device, webCipher);
  const verify = newVerify();
  const joining: Fact = { kind: 'joining', key: made.signer.key, name };
  const adding = async (by: Signer, facts: (founder: string, upTo: number) => readonly Fact[]) => {
    const synced = await synchronise(space, own, there, verify);
    if (!synced.ok) return refuse(synced.refusal.message);
    const { standing } = synced.value;
    const founder = standing.founding?.content.device ?? '';
    const last = standing.devices.find(({ device }) => device === founder)?.last;
    const signed = await say(by, space, standing, facts(founder, last?.content.n ?? 1), wish.at);
    const entries = signed.ok ? signed.value : refuse(signed.refusal.message);
    for (const carrier of [own, there]) {
      const pushed = await carrier.push(entries);
      const [why] = pushed.ok ? pushed.value : refuse(pushed.refusal.message);
      if (why !== undefined) refuse(`Chưa phục hồi được: ${why}`);
    }
  };
  await adding(made.signer, () => [joining]);
  await adding(signer, (founder, upTo) => [
    { kind: 'admission', device: store.device, role: 'chair', name },
    { kind: 'revocation', device: founder, upTo, reason: 'Phục hồi bằng mã trên giấy' },
  ]);
  releaseStores();
  return space;
}

/**
 * The founding machine's own key was used in two places: only the recovery code on paper has more rights in the book.
 */
export async function healByPaper(
  code: string,
  { space, own }: Pick<Machine, 'space' | 'own'>,
  standing: Standing,
  facts: readonly Fact[],
  at: string,
): Promise<void> {
  const paper = await readRecoveryCode(code);
  if (paper?.space !== space)
    return refuse('Mã phục hồi không phải của sổ chung này: hãy chép lại đúng chữ hoa, chữ thường.');
  const signed = await say(paper.signer, space, standing, facts, at);
  if (!signed.ok) return refuse(signed.refusal.message);
  const pushed = await own.push(signed.value);
  if (!pushed.ok) refuse(pushed.refusal.message);
}
