/**
 * Takes captured indicator values into the sheet "Chỉ số": a captures file (.xlsx, .csv, .json), or the same pasted as
 * text.
 */

import { done, type Result } from '../../core/base/result.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { readCapturesFile, readCapturesText } from '../../core/sheets/captures-file.ts';
import { mergeObservations, observationActions, readObservations } from '../book/observations.ts';
import type { NamedFile } from '../host/files.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';

interface CapturesImported extends Outcome {
  readonly observations: readonly Observation[];
}

/** `now` = ISO instant, for rows that do not say when they were captured. */
export async function importCaptures(
  host: Host,
  from: NamedFile | string,
  now: string,
  progress?: (done: number) => void,
): Promise<Result<CapturesImported>> {
  const read = typeof from === 'string' ? readCapturesText(from, now) : readCapturesFile(from.bytes, now);
  if (!read.ok) return read;
  const book = await host.read();
  if (!book.ok) return book;
  const held = readObservations(book.value).observations ?? [];
  const actions = observationActions(book.value, mergeObservations(held, read.value));
  const outcome = await perform(host, 'Nhận số liệu Cổng', actions, progress);
  return outcome.ok ? done({ ...outcome.value, observations: read.value }) : outcome;
}
