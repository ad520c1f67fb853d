/**
 * Takes the captures that wait in the browser extension into the sheet "Chỉ số". The extension gets its receipt only
 * once the workbook holds them; a capture that arrives a second time changes nothing.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { type HandedCapture, type HandOverAnswer, MOST_RECEIVED } from '../../core/portal/capture/hand-over.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { mergeObservations, observationActions, observationKey, readObservations } from '../book/observations.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { askExtension } from './ask-extension.ts';
import type { PageRuntime } from './extension-port.ts';

export interface HandOver extends Outcome {
  readonly captures: number;
  readonly observations: number;
  /** false = they stand in the workbook, but the extension did not hear of it and will offer them again. */
  readonly acknowledged: boolean;
}

/** Decades of an officer's captures, and what a sheet still takes. */
const MOST_CAPTURES = 50_000;
const MOST_FIGURES = 500_000;

const SILENT =
  'Tiện ích trình duyệt không trả lời. Hãy kiểm tra tiện ích Thi Đua Số đang bật và đã được cập nhật rồi bấm lại, hoặc tải tệp số liệu từ tiện ích rồi chọn tệp đó ở đây.';

/** How many captures wait; undefined when the extension is silent. */
export async function waitingIn(runtime: PageRuntime): Promise<number | undefined> {
  return (await askExtension(runtime, 'hello', {}))?.waiting;
}

export async function takeWaiting(
  host: Host,
  runtime: PageRuntime,
  progress?: (done: number) => void,
): Promise<Result<HandOver>> {
  const captures = await allWaiting(runtime);
  if (!captures) return refuse('extension', SILENT);
  const nothing = { undo: null, refused: [], actions: 0 };
  if (captures.length === 0) return done({ ...nothing, captures: 0, observations: 0, acknowledged: true });
  const book = await host.read();
  if (!book.ok) return book;
  const held = readObservations(book.value).observations ?? [];
  const waiting = captures.flatMap(({ observations }) => observations).sort(byTime);
  const merged = mergeObservations(held, newerThan(held, waiting));
  const outcome = await perform(host, 'Nhận số liệu từ tiện ích', observationActions(book.value, merged), progress);
  if (!outcome.ok) return outcome;
  // Something did not reach the sheet: the extension keeps them all waiting.
  const isAnnounced = outcome.value.refused.length === 0 && (await tellReceived(runtime, captures));
  return done({ ...outcome.value, captures: captures.length, observations: waiting.length, acknowledged: isAnnounced });
}

/** undefined = the extension fell silent, or what answers in its place goes on without end. */
async function allWaiting(runtime: PageRuntime): Promise<readonly HandedCapture[] | undefined> {
  const captures = new Map<string, HandedCapture>();
  let figures = 0;
  let after: string | null = null;
  do {
    const page: HandOverAnswer<'waiting'> | undefined = await askExtension(runtime, 'waiting', { after });
    // Ids rise, and a page ends where the next begins.
    const isOnward =
      page && (page.next === null || (page.next === page.captures.at(-1)?.id && page.next > (after ?? '')));
    if (!isOnward) return undefined;
    for (const capture of page.captures) {
      captures.set(capture.id, capture);
      figures += capture.observations.length;
    }
    if (captures.size > MOST_CAPTURES || figures > MOST_FIGURES) return undefined;
    after = page.next;
  } while (after !== null);
  return [...captures.values()];
}

async function tellReceived(runtime: PageRuntime, captures: readonly HandedCapture[]): Promise<boolean> {
  const ids = captures.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += MOST_RECEIVED) {
    if (!(await askExtension(runtime, 'received', { ids: ids.slice(at, at + MOST_RECEIVED) }))) return false;
  }
  return true;
}

/** A capture received again after the sheet got a later capture, perhaps from a file, must not replace it. */
function newerThan(held: readonly Observation[], waiting: readonly Observation[]): readonly Observation[] {
  const standing = new Map(held.map((observation) => [observationKey(observation), observation.provenance.capturedAt]));
  return waiting.filter(
    (observation) => observation.provenance.capturedAt >= (standing.get(observationKey(observation)) ?? ''),
  );
}

function byTime(observation: Observation, other: Observation): number {
  const [first, second] = [observation.provenance.capturedAt, other.provenance.capturedAt];
  return first < second ? -1 : first > second ? 1 : 0;
}
