/** What was handed in by link: which of it counts as the unit's report, and what a person has to look at first. */
import { groupBy } from '../../core/base/group-by.ts';
import { movementSchema } from '../../core/movement/movement.ts';
import type { HandedIn } from '../../core/share/links.ts';
import type { Shared } from '../../core/share/shared.ts';
import { jsonIn } from '../json-in.ts';
import { handedInBook } from './handed-in-book.ts';

export interface JudgedReport {
  readonly handedIn: HandedIn;
  readonly bytes: Uint8Array;
  /** Null when it is the unit's own report. */
  readonly why: string | null;
  /** It is what the unit hands in now. */
  readonly counts: boolean;
}

/**
 * In the order they came, unit by unit; what has not arrived yet is left out. Nothing earlier counts in the place of what
 * is sealed. `taken` = a file by its digest.
 */
export async function judgedReports(
  handedIn: readonly HandedIn[],
  taken: (digest: string) => Promise<Uint8Array | null>,
  sealed: Shared['sealed'],
): Promise<readonly JudgedReport[]> {
  const all: JudgedReport[] = [];
  for (const group of groupBy(handedIn, ({ link: { fact } }) => `${fact.period} ${fact.unit}`).values()) {
    const read: Omit<JudgedReport, 'counts'>[] = [];
    for (const handedIn of group) {
      const [bytes, form] = [await taken(handedIn.file.sha256), await taken(handedIn.link.fact.form.sha256)];
      if (bytes && form) read.push({ handedIn: handedIn, bytes, why: whyDoubtful(bytes, form, handedIn) });
    }
    const isSealed = group.some(({ file, replaced }) => !replaced && sealed.has(file.sha256));
    const counting = countingOf(read, isSealed);
    all.push(...read.map((own) => ({ ...own, counts: counting.includes(own) })));
  }
  return all;
}

/** Null when it is a report of the unit and the period the link is for. */
function whyDoubtful(bytes: Uint8Array, form: Uint8Array, { link }: HandedIn): string | null {
  const movement = movementSchema.safeParse(jsonIn(form));
  if (!movement.success) return 'Biểu mẫu của liên kết do phiên bản khác ghi: hãy cập nhật chương trình.';
  const read = handedInBook(bytes, movement.data, link.fact);
  return read.ok ? null : read.refusal.message;
}

/** What nothing took the place of; where that is to be looked at first, the last before it that needs no look. */
function countingOf<T extends Pick<JudgedReport, 'handedIn' | 'why'>>(
  judged: readonly T[],
  isSealed: boolean,
): readonly T[] {
  const sound = judged.filter(({ why }) => why === null);
  const standing = sound.filter(({ handedIn }) => !handedIn.replaced);
  return standing.length > 0 || isSealed ? standing : sound.slice(-1);
}
