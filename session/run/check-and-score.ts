/** "Kiểm tra và chấm điểm": read, check, score, rank, and write only what changed since the last run. */

import { done, type Refusal, type Result } from '../../core/base/result.ts';
import { wholeSetFor } from '../../core/movement/criteria-set-for.ts';
import { joinUndo, type Outcome, perform } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { type LoadedBook, load } from './load.ts';
import { runOver, type SessionRun } from './run.ts';
import { scoreActions, uncolouredSheets } from './score-actions.ts';

export interface Scored extends Outcome {
  readonly loaded: LoadedBook;
  readonly run: SessionRun;
  /** Protected sheets whose flagged cells got no colours. */
  readonly uncoloured: readonly string[];
}

/** What a run was to follow is written, and can be taken back; points and places could not be brought to it. */
export interface Unscored extends Outcome {
  readonly unscored: Refusal;
}

const LABEL = 'Kiểm tra và chấm điểm';
/** Share of the progress bar that reading, then working, has reached. */
const READ = 0.3;
const WORKED = 0.6;

export async function checkAndScore(
  host: Host,
  progress: (done: number) => void = () => undefined,
): Promise<Result<Scored>> {
  const loaded = await load(host, (done) => progress(done * READ));
  if (!loaded.ok) return loaded;
  return score(host, loaded.value, LABEL, progress);
}

/** The same over a book already read. */
export async function score(
  host: Host,
  loaded: LoadedBook,
  label: string,
  progress: (done: number) => void = () => undefined,
): Promise<Result<Scored>> {
  const run = await runOver(loaded);
  progress(WORKED);
  const { dressesProtected } = host.capabilities;
  const actions = [...scoreActions(loaded, run, dressesProtected), ...(await versionActions(loaded, run))];
  const outcome = await perform(host, label, actions, (share) => progress(WORKED + (1 - WORKED) * share));
  progress(1);
  const uncoloured = dressesProtected ? [] : uncolouredSheets(loaded, run);
  return outcome.ok ? done({ ...outcome.value, loaded, run, uncoloured }) : outcome;
}

/** The sets by which points were computed, for the workbook's own movement: from now on a change of them is noticed. */
async function versionActions({ book, movement, period, toCheck }: LoadedBook, { result }: SessionRun) {
  const scores = result.reports.flatMap(({ score }) => score ?? []);
  if (toCheck === null || scores.length === 0) return [];
  const sets = scores.flatMap(({ audience }) => wholeSetFor(movement, audience, period) ?? []);
  return (await import('../book/set-versions.ts')).usedActions(book, movement, sets);
}

/** The run after something of record was written: what stands in the workbook is never lost to a run that failed. */
export async function scoreAfter(
  written: Outcome,
  label: string,
  run: () => Promise<Result<Scored>>,
): Promise<Scored | Unscored> {
  const scored = await run();
  if (!scored.ok) return { ...written, unscored: scored.refusal };
  return {
    ...scored.value,
    actions: written.actions + scored.value.actions,
    undo: joinUndo(label, [written.undo, scored.value.undo]),
  };
}
