/** What a device adds next to its own chain. */
import type { Result } from '../base/result.ts';
import { isPlainJson } from '../base/text/plain-text.ts';
import type { ReadEntry, Signer } from './entry.ts';
import { FACT_KINDS, type Fact, readFact } from './fact.ts';
import { ROLE_NAMES } from './role.ts';
import { deviceOf, signEntry } from './sign-entry.ts';
import type { Standing } from './standing.ts';

/** Most seals one entry names: others follow with the next. */
const KNOWS = 500;

/** The founding entry of a new space; its digest is the name of the space. */
export function found(
  signer: Signer,
  at: string,
  /** `recovery`: public key of the recovery code on paper, if there is one. */
  names: { readonly name: string; readonly title: string; readonly recovery?: string },
): Promise<ReadEntry> {
  const head = { space: '' as const, n: 1, prev: null, knows: [], at };
  return signEntry(signer, head, { kind: 'founding', key: signer.key, ...names });
}

/**
 * Signs the facts in order, after the device's earlier entries. Refused when the device may not write one of them, or
 * when its own chain is incomplete here, because it would use the same number twice.
 */
export async function say(
  signer: Signer,
  space: string,
  standing: Standing,
  facts: readonly Fact[],
  at: string,
): Promise<Result<readonly ReadEntry[]>> {
  const device = deviceOf(signer.key);
  const own = standing.devices.find((item) => item.device === device);
  const refused = facts.map((fact) => whyNot(fact, standing, device)).find((why) => why !== null);
  if (refused) return { ok: false, refusal: { code: 'may-not', message: refused } };
  const entries: ReadEntry[] = [];
  let [n, prev] = [own?.last?.content.n ?? 0, own?.last?.hash ?? null];
  for (const fact of facts) {
    const knows = entries.length === 0 ? headsSince(standing, device) : [];
    const entry = await signEntry(signer, { space, n: n + 1, prev, knows, at }, fact);
    entries.push(entry);
    [n, prev] = [entry.content.n, entry.hash];
  }
  return { ok: true, value: entries };
}

const UNWRITABLE =
  'Có chữ, số hoặc tên mà sổ chung không ghi được (tên trống, quá dài, ký tự hỏng hoặc số quá lớn): hãy sửa rồi gửi lại.';

/** Null when the device may say it. One Vietnamese sentence otherwise. */
export function whyNot(fact: Fact, { devices, founding }: Standing, device: string): string | null {
  const own = devices.find((item) => item.device === device);
  const { by, name } = FACT_KINDS[fact.kind];
  if (fact.kind === 'founding') return 'Sổ chung đã được lập.';
  if (!founding) return 'Chưa nhận được mục lập sổ chung.';
  if (own?.forked) return 'Khóa của máy này đã được dùng ở nơi khác: hãy xin tham gia lại với khóa mới.';
  if (own?.revoked) return 'Máy này đã bị thôi quyền.';
  const unwritable = !isPlainJson(fact) || readFact(fact) === null ? UNWRITABLE : null;
  if (by === null) return unwritable;
  if (by === 'link') return 'Báo cáo nộp qua liên kết chỉ do người giữ liên kết ghi.';
  if (!own || own.roles.length === 0) return 'Máy này chưa được cho tham gia sổ chung.';
  if (by.some((role) => own.roles.includes(role))) return unwritable;
  const held = own.roles.map((role) => ROLE_NAMES[role]).join(', ');
  return `Máy này có vai trò ${held} nên không ghi được ${name}.`;
}

/** Ends of the others' chains, as far as this device did not name them before. */
function headsSince({ devices, counting, links }: Standing, device: string): readonly string[] {
  const known = new Set(counting.flatMap(({ content }) => (content.device === device ? content.knows : [])));
  const heads = devices.flatMap(({ device: other, last, roles }) =>
    other !== device && last && roles.length > 0 ? [last.hash] : [],
  );
  const handedIn = counting.flatMap(({ hash, content }) => (links.has(content.device) ? [hash] : []));
  return [...heads, ...handedIn].filter((hash) => !known.has(hash)).slice(0, KNOWS);
}
