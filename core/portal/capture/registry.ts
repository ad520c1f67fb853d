/** All readers, the most particular first, and the one door to them. */

import { checkedOutcome } from './must.ts';
import { questionFault } from './question.ts';
import { type Captured, notFound, type Reader, type ReadOutcome } from './reader.ts';
import { form06a } from './readers/form-06a/reader.ts';
import { igate1 } from './readers/igate-1/reader.ts';
import { national2022 } from './readers/national-2022/reader.ts';
import { national2022Page } from './readers/national-2022-page/reader.ts';
import { national2026 } from './readers/national-2026/reader.ts';
import { tanDan } from './readers/tan-dan/reader.ts';

export const READERS: readonly Reader[] = [national2026, national2022, national2022Page, igate1, tanDan, form06a];

/**
 * Reads with the first reader that knows the page and finds figures on it. When none finds any, the first that knew the
 * page says why; `reader` is null when none does. Readers made by pointing come after ours; one that was made instead
 * of another keeps that one from being asked.
 */
export function readCaptured(
  captured: Captured,
  readers: readonly Reader[] = READERS,
): { readonly reader: Reader | null; readonly outcome: ReadOutcome } {
  const knowing = readers.filter((reader) => reader.matches(captured));
  const refused = new Set(knowing.map(({ instead }) => instead));
  let first: ReturnType<typeof readCaptured> | undefined;
  for (const reader of knowing) {
    if (refused.has(reader.id)) continue;
    const outcome = readWith(reader, captured);
    if (outcome.kind === 'found') return { reader, outcome };
    first ??= { reader, outcome };
  }
  return first ?? { reader: null, outcome: notFound('Chưa có cách đọc nào cho trang này.') };
}

/** One reader's reading with all that must hold checked: what was asked before, what was found after. */
function readWith(reader: Reader, captured: Captured): ReadOutcome {
  const known = typeof reader.asked === 'function' ? reader.asked(captured) : reader.asked;
  const fault = questionFault(captured, known);
  return fault === undefined ? checkedOutcome(reader.read(captured), captured.body) : notFound(fault);
}
