/**
 * A file of captured indicator values of any kind: our JSON, a workbook or .csv with the columns of "Chỉ số"; or the
 * same pasted as text.
 */

import type { Result } from '../base/result.ts';
import { capturesFileSchema, type Observation } from '../portal/indicator/observation.ts';
import { csvText } from '../sheet/workbook/csv.ts';
import { kindOf } from '../sheet/workbook/xlsx/kind-of.ts';
import { readBook } from '../sheet/workbook/xlsx/read-book.ts';
import { readIndicatorBook, readIndicatorText } from './indicator-rows.ts';

/**
 * The kind is found by content, never by name. `now` = ISO instant, for rows that do not say when they were captured.
 */
export function readCapturesFile(bytes: Uint8Array, now: string): Result<readonly Observation[]> {
  const kind = kindOf(bytes);
  if (kind.ok && kind.value === 'unknown') return readCapturesText(csvText(bytes), now);
  const book = readBook(bytes);
  return book.ok ? readIndicatorBook(book.value, now) : book;
}

/** JSON as the extension and the command line write it, or rows with a header. */
export function readCapturesText(text: string, now: string): Result<readonly Observation[]> {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return refused('Chưa có số liệu nào.');
  return /^[[{]/.test(trimmed) ? readJson(trimmed) : readIndicatorText(trimmed, now);
}

function readJson(text: string): Result<readonly Observation[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refused('Số liệu Cổng không phải là JSON hợp lệ; có thể thiếu phần cuối.');
  }
  const parsed = capturesFileSchema.safeParse(Array.isArray(data) ? { observations: data } : data);
  if (parsed.success) return { ok: true, value: parsed.data.observations };
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  return refused(`Số liệu Cổng sai cấu trúc${place === '' ? '' : ` ở "${place}"`}.`);
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'captures', message } };
}
