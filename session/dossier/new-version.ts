/**
 * "Lập phiên bản mới": what was changed in the criteria sets of the dossier since they were used, whose points it would
 * move, and the next number for each.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { moveWords, versionMoves } from '../../core/judge/run/version-moves.ts';
import { audienceName } from '../../core/sheets/council/unit-words.ts';
import { type ChangedSets, movementIn } from '../book/own-movement.ts';
import { usedActions } from '../book/set-versions.ts';
import { settingsIn } from '../book/settings.ts';
import { numberActions } from '../book/version-numbers.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { loadBook, loadedBy } from '../run/load.ts';
import { runOver } from '../run/run.ts';
import { versionDifferences } from './version-differences.ts';

/** Vietnamese sentences. */
export interface VersionChanges {
  readonly differences: readonly string[];
  /** null = there is no report to score. */
  readonly moves: readonly string[] | null;
}

const NOTHING = refuse('no-change', 'Bộ tiêu chí vẫn như phiên bản đang dùng.');

export async function versionChanges(host: Host): Promise<Result<VersionChanges>> {
  const read = await host.read();
  if (!read.ok) return read;
  const loaded = await loadBook(read.value);
  if (!loaded.ok) return loaded;
  const { changed, reports } = loaded.value;
  if (!changed) return NOTHING;
  const { next } = changed;
  const differences = versionDifferences(changed);
  if (reports.length === 0) return done({ differences, moves: null });
  const before = await runOver(loaded.value);
  const after = await runOver(await loadedBy(read.value, { ...loaded.value, movement: next }));
  return done({
    differences,
    moves: versionMoves(before.result, after.result).map((move) =>
      moveWords(move, audienceName({ movement: next }, move.audience)),
    ),
  });
}

interface Made extends Outcome {
  readonly messages: readonly string[];
}

/** Refused while something in the dossier is not understood: a version is what the officer wrote, whole. */
export async function newVersion(host: Host): Promise<Result<Made>> {
  const read = await host.read();
  if (!read.ok) return read;
  const held = await movementIn(read.value, settingsIn(read.value).settings.movement);
  if (!held.ok) return held;
  const { changed, toCheck } = held.value;
  if (!changed) return NOTHING;
  const faults = (toCheck ?? []).filter(({ kind }) => kind === 'fault');
  if (faults.length > 0)
    return refuse('dossier', `Hồ sơ còn ${faults.length} chỗ cần sửa: sửa xong rồi lập phiên bản mới.`);
  const actions = versionActions(read.value, changed);
  if (!actions) return refuse('no-column', 'Không thấy cột “Phiên bản” ở trang “Bộ tiêu chí” để ghi phiên bản mới.');
  const outcome = await performWhole(host, 'Lập phiên bản mới', actions, 'Chưa lập được phiên bản mới.');
  if (!outcome.ok) return outcome;
  return done({
    ...outcome.value,
    messages: [
      ...changed.sets.map(({ name, before, after }) => `${name}: ${before} → ${after}.`),
      'Bấm Kiểm tra và chấm điểm để chấm theo phiên bản mới; biểu mẫu đã gửi thì tạo và gửi lại.',
    ],
  });
}

/** null = there is nowhere to write a number. */
function versionActions(book: HostBook, { inForce, next }: ChangedSets): readonly HostAction[] | null {
  const dossier = readDossier(book.book);
  if (!dossier.ok) return null;
  const sets = next.criteriaSets.filter((set, at) => set.version !== inForce.criteriaSets[at]?.version);
  const numbers = numberActions(book.book, dossier.value, { next, sets });
  return numbers && [...numbers, ...usedActions(book, next, sets)];
}
