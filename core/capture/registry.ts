/** All readers, the most particular first, and the one door to them. */

import { type Captured, notFound, type Reader, type ReadOutcome } from './reader.ts';
import { form06a } from './readers/form-06a/reader.ts';
import { national2022 } from './readers/national-2022/reader.ts';
import { national2022Page } from './readers/national-2022-page/reader.ts';
import { national2026 } from './readers/national-2026/reader.ts';
import { tanDan } from './readers/tan-dan/reader.ts';

export const READERS: readonly Reader[] = [national2026, national2022, national2022Page, tanDan, form06a];

/** Reads with the first reader that knows the address or the page; `reader` is null when none does. */
export function readCaptured(captured: Captured): { readonly reader: Reader | null; readonly outcome: ReadOutcome } {
  for (const reader of READERS) {
    if (reader.matches(captured)) return { reader, outcome: reader.read(captured) };
  }
  return { reader: null, outcome: notFound('Chưa có cách đọc nào cho trang này.') };
}
