/** Shows where the past of a sealed log was changed. Knows nothing of what its entries say. */
import type { Ancestry } from './ancestry.ts';

/** `entry` is the entry to look at; null when it no longer exists. */
export interface ChainFault<T extends Ancestry> {
  readonly kind: 'edited' | 'missing-before' | 'misnumbered' | 'cut';
  readonly entry: T | null;
  /** Vietnamese sentence. */
  readonly message: string;
}

/**
 * Faults of a sealed log: entries whose content does not match their seal, entries whose predecessors are missing,
 * numbers out of order. `known` are seals recorded elsewhere: without them, a log cut at its end, or rewritten as a
 * whole, cannot be detected. `nameOf` names an entry in lower case.
 */
export function verifyChain<T extends Ancestry>(
  log: readonly T[],
  isSealed: (entry: T) => boolean,
  nameOf: (entry: T) => string,
  known: readonly string[],
): readonly ChainFault<T>[] {
  const seqOf = new Map(log.map((entry) => [entry.hash, entry.seq] as const));
  const faultOf = (entry: T): ChainFault<T> | null => {
    const name = nameOf(entry);
    if (!isSealed(entry)) return { kind: 'edited', entry, message: sentence(`${name} đã bị sửa sau khi ghi`) };
    if (entry.previous.some((hash) => !seqOf.has(hash))) {
      const message = sentence(`ngay trước ${name} thiếu một dòng: dòng đó đã bị xóa hoặc bị sửa`);
      return { kind: 'missing-before', entry, message };
    }
    const seq = entry.previous.reduce((highest, hash) => Math.max(highest, seqOf.get(hash) ?? 0), 0) + 1;
    if (entry.seq === seq) return null;
    return { kind: 'misnumbered', entry, message: sentence(`${name} mang số thứ tự sai: phải là số ${seq}`) };
  };
  const cut = known.filter((hash) => !seqOf.has(hash));
  return [
    ...log.flatMap((entry) => faultOf(entry) ?? []),
    ...cut.map((hash): ChainFault<T> => {
      const message = `Không còn dòng mang mã ${hash.slice(0, 12)} đã ghi nhận trước đây: sổ bị cắt bớt hoặc ghi lại.`;
      return { kind: 'cut', entry: null, message };
    }),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
