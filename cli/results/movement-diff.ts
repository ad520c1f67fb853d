/**
 * `movement diff` and `movement version`: what changed in a dossier since the version in use, whose points move, and
 * the changed sets under their next number.
 */

import { fromPoints } from '../../core/base/quantity/points.ts';
import { type Difference, movementDifferences } from '../../core/dossier/differences.ts';
import { nextVersions, type Renumbered } from '../../core/dossier/next-versions.ts';
import { abolishedIn, amendedMovement } from '../../core/dossier/propose/amended-movement.ts';
import { unusedChanges } from '../../core/dossier/propose/unused-changes.ts';
import { moveWords, type VersionMove, versionMoves } from '../../core/judge/run/version-moves.ts';
import type { RankedUnit } from '../../core/judge/score/score-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { versionWords } from '../../core/movement/set-version.ts';
import { setPlace } from '../../core/movement/validate/criteria-set.ts';
import { validateMovement } from '../../core/movement/validate.ts';
import type { PlanReading } from '../../core/plan/extract-plan.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { ChangedSets } from '../../session/book/own-movement.ts';
import { numberActions } from '../../session/book/version-numbers.ts';
import { versionDifferences } from '../../session/dossier/version-differences.ts';
import { periodArgument } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { writeJson } from '../files/write-json.ts';
import { loadDossier, loadWithUnits } from '../movement/load-movement.ts';
import { saveDossier } from '../movement/save-dossier.ts';
import { type CommandRun, run, type Stopped } from '../run/run.ts';
import { refuse } from '../usage-error.ts';
import { finishStopped } from './finish-stopped.ts';

interface DiffValues {
  readonly period?: string;
  readonly units?: string;
  readonly json?: boolean;
}

/** `movement diff`; with reports both versions score them. Resolves to the exit code. */
export async function diffMovements(files: readonly string[], values: DiffValues): Promise<number> {
  const [before, after, ...reports] = files;
  if (!before || !after) return refuse('Thiếu hồ sơ để so. Ví dụ: movement diff ho-so-1.xlsx ho-so-2.xlsx');
  if (reports.length === 0 && (values.period ?? values.units) !== undefined)
    refuse('Chưa có báo cáo: --period và --units chỉ dùng khi kèm báo cáo.');
  const [was, is] = [loadWithUnits(before).movement, loadWithUnits(after).movement];
  const differences = movementDifferences(was, is);
  if (reports.length === 0) return tell(was, is, differences, null, values.json === true);
  const runs: CommandRun[] = [];
  for (const movement of [before, after]) {
    const done = await run(optionsFor(movement, reports, values));
    if (isStopped(done)) return finishStopped(done, values.json === true);
    runs.push(done);
  }
  const [first, second] = runs;
  const moves = first && second ? versionMoves(first.result, second.result) : [];
  return tell(was, is, differences, moves, values.json === true);
}

function optionsFor(movement: string, paths: readonly string[], { period, units }: DiffValues) {
  return { movement, paths, period: period === undefined ? null : periodArgument(period), units, ...ONLY_POINTS };
}

const ONLY_POINTS = { asOf: null, out: null, scored: true } as const;

function isStopped(done: CommandRun | Stopped): done is Stopped {
  return 'stopped' in done;
}

function tell(
  was: Movement,
  is: Movement,
  differences: readonly Difference[],
  moves: readonly VersionMove[] | null,
  asJson: boolean,
): number {
  if (asJson)
    writeJson({ before: setsOf(was), after: setsOf(is), differences, moves: moves?.map(moveDocument) ?? null });
  else process.stdout.write(`${[...differenceLines(differences), ...moveLines(moves, is)].join('\n')}\n`);
  return 0;
}

function setsOf(movement: Movement) {
  return movement.criteriaSets.map((set) => ({
    audience: set.audience,
    phase: set.phase,
    version: set.version,
    words: versionWords(set),
  }));
}

function differenceLines(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return ['Hai hồ sơ như nhau.'];
  return [...differences.map(({ text }) => text), `${differences.length} chỗ khác nhau.`];
}

function moveLines(moves: readonly VersionMove[] | null, { audiences }: Movement): string[] {
  if (moves === null) return [];
  if (moves.length === 0) return ['', 'Không đơn vị nào đổi điểm hay hạng.'];
  const nameOf = (audience: string) => audiences.find(({ kind }) => kind === audience)?.name ?? audience;
  return [
    '',
    `${moves.length} đơn vị đổi điểm hoặc hạng:`,
    ...moves.map((move) => `- ${moveWords(move, nameOf(move.audience))}`),
  ];
}

function moveDocument({ unit, audience, before, after }: VersionMove) {
  return { unit, audience, before: before && placeDocument(before), after: after && placeDocument(after) };
}

function placeDocument({ rank, points, share }: RankedUnit) {
  return { rank, points: fromPoints(points), share: share / 100 };
}

/**
 * `movement version`: writes the edited dossier with the next number on each changed set. When the workbook has
 * recorded its sets in use, that file alone is enough, and everything else in it stays.
 */
export function newVersion(files: readonly string[], output: string | undefined): number {
  const [inUse, edited, extra] = files;
  const to = output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o ho-so-2.xlsx.');
  if (inUse && !edited) {
    const { changed } = loadDossier(inUse);
    if (changed) return numberedCopy(inUse, changed, to);
  }
  if (!inUse || !edited || extra)
    return refuse(
      'Cần hai hồ sơ: đang dùng và đã sửa. Ví dụ: movement version ho-so.xlsx ho-so-sua.xlsx -o ho-so-2.xlsx',
    );
  const { movement: was } = loadWithUnits(inUse);
  const { movement: is, units, pictures } = loadDossier(edited);
  return saveVersion(was, is, to, { units, pictures, inputs: [inUse, edited] });
}

interface VersionOf extends Pick<ReturnType<typeof loadWithUnits>, 'units' | 'pictures'> {
  readonly inputs: readonly string[];
}

function saveVersion(was: Movement, is: Movement, to: string, { units, pictures, inputs }: VersionOf): number {
  const { movement, renumbered } = nextVersions(was, is);
  const saved = saveDossier(movement, units ?? [], to, { inputs, pictures });
  process.stdout.write(`${[...renumbered.map((item) => renumberedLine(item, movement)), ''].join('\n')}${saved}`);
  for (const line of differenceLines(movementDifferences(was, movement))) process.stdout.write(`${line}\n`);
  return 0;
}

/** `extract --amends`: the dossier in use as a later plan amends it, under its next number, and what that changes. */
export function amendDossier(inUse: string, reading: PlanReading, text: string, output: string | undefined): number {
  const to = output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o ho-so-2.xlsx.');
  const { movement: was, units, pictures } = loadWithUnits(inUse);
  const code = saveVersion(was, amendedMovement(was, reading, text), to, { units, pictures, inputs: [inUse] });
  for (const line of notTaken(was, reading, text)) process.stdout.write(`${line}\n`);
  return code;
}

/** The changes of an amending plan that the dossier does not take over by itself. */
function notTaken({ targets }: Movement, reading: PlanReading, text: string): readonly string[] {
  const { deadlines, leftovers } = reading;
  const unknown = abolishedIn(text).filter((part) => targets.every(({ section }) => section !== part));
  return [
    ...unknown.map((part) => `Kế hoạch bỏ mục ${part}, hồ sơ không có chỉ tiêu nào của mục ấy: hãy xem lại.`),
    ...deadlines.map((planDeadline) => `Lịch của hồ sơ giữ như cũ, hãy sửa ở trang “Lịch”: “${planDeadline.text}”.`),
    ...leftovers.map((leftover) => `Chưa dùng, hãy xem lại: “${leftover.text}”.`),
    ...unusedChanges(reading, text).map((line) => `Chưa đưa vào hồ sơ, hãy xem lại: “${line}”.`),
  ];
}

/** Refused while something in the dossier is not understood: a version is what the officer wrote, whole. */
function numberedCopy(file: string, changed: ChangedSets, output: string): number {
  if (!/\.xlsx$/i.test(output)) refuse(`Sổ có bộ tiêu chí đang dùng chỉ ghi ra tệp .xlsx, không ghi vào "${output}".`);
  const { faults, placeOf, movement } = loadDossier(file);
  const wrong = faults.length + validateMovement(movement).length;
  if (wrong > 0)
    refuse(`Hồ sơ còn ${wrong} chỗ cần sửa (xem bằng lệnh movement check): sửa xong rồi lập phiên bản mới.`);
  const loaded = loadFile(fromUser(file));
  const book = loaded.ok ? readBook(loaded.value) : loaded;
  if (!loaded.ok || !book.ok) return refuse(`Không đọc được tệp "${file}".`);
  const { inForce, next } = changed;
  const sets = next.criteriaSets.filter((set, at) => set.version !== inForce.criteriaSets[at]?.version);
  const actions = numberActions(book.value, { placeOf }, { next, sets });
  if (!actions) return refuse('Không thấy cột “Phiên bản” ở trang “Bộ tiêu chí” để ghi phiên bản mới.');
  const patched = patchBook(loaded.value, actions);
  if (!patched.ok) return refuse(`Không ghi được phiên bản mới: ${patched.refusal.message}`);
  const { renamed } = safeWrite(fromUser(output), patched.value.bytes, guardOf([fromUser(file)]));
  const lines = [
    ...changed.sets.map(({ name, before, after }) => `${name}: ${before} → ${after}.`),
    `Đã ghi hồ sơ phong trào vào ${output}`,
    ...(renamed === null ? [] : [`Bản trước được giữ lại: ${renamed}`]),
    ...versionDifferences(changed),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function renumberedLine({ before, after }: Renumbered, movement: Movement): string {
  return `${setPlace(after, movement)}: ${versionWords(before)} → ${versionWords(after)}.`;
}
