/** The main job of `check` and `score`: read the files, check them, and (for `score`) score and rank them. */

import { checkFiles } from '../core/check/check.ts';
import type { Period } from '../core/indicator/period.ts';
import type { Movement } from '../core/movement/movement.ts';
import { commonPeriod } from '../core/report/common-period.ts';
import { unitName } from '../core/report/match-unit.ts';
import { scoreReports } from '../core/score/score.ts';
import { joinResults, type RunResult } from '../core/workbook/run-result.ts';
import { chooseMovement } from './choose-movement.ts';
import { favourMemory } from './favour-memory.ts';
import { loadCaptures, loadRegister } from './load-inputs.ts';
import { loadMovement } from './load-movement.ts';
import { type FileRead, readAll, type Unreadable } from './read-reports.ts';
import { startProgress } from './terminal/progress.ts';
import { refuse } from './usage-error.ts';
import { inputFiles } from './walk.ts';

export interface RunOptions {
  /** Files and folders, as typed. */
  readonly paths: readonly string[];
  /** Id or file; absent = told by the sheets. */
  readonly movement?: string | undefined;
  readonly period: Period | null;
  /** ISO day. */
  readonly asOf: string | null;
  readonly units?: string | undefined;
  readonly previous?: string | undefined;
  readonly captures?: string | undefined;
  /** Folder of results (absolute): not walked. */
  readonly out: string | null;
  readonly scored: boolean;
}

export interface Run {
  readonly result: RunResult;
  /** The movement was told by the sheets, not by the command. */
  readonly movementChosen: boolean;
  readonly files: readonly FileRead[];
  readonly unreadable: readonly Unreadable[];
}

/** Runs it; unusable input ends the command. */
export async function run(options: RunOptions): Promise<Run> {
  const inputs = inputFiles(options.paths, options.out);
  if (inputs.length === 0) refuse('Không có tệp .xlsx, .xlsm, .xls hoặc .ods nào trong thư mục đã cho.');
  favourMemory(inputs.length);
  const previousInputs = options.previous === undefined ? null : inputFiles([options.previous]);
  const observations = options.captures === undefined ? null : await loadCaptures(options.captures);
  const movement = options.movement === undefined ? await chooseMovement(inputs) : loadMovement(options.movement);
  const register = options.units === undefined ? null : await loadRegister(options.units, movement);

  const reading = { movement, register, period: options.period };
  const { files, unreadable } = await readAll(inputs, reading, startProgress('Đọc báo cáo', inputs.length));
  const before =
    previousInputs &&
    (await readAll(previousInputs, { ...reading, period: null }, startProgress('Đọc kỳ trước', previousInputs.length)));
  const previous = before?.files.flatMap((file) => file.read.reports) ?? null;

  const reports = files.flatMap((file) => file.read.reports);
  const period = options.period ?? commonPeriod(reports, movement);
  const context = { movement, period, asOf: options.asOf, register, previous, observations };
  const { flags, silent } = checkFiles(
    files.map((file) => file.read),
    context,
  );
  const scores = options.scored ? scoreAll(movement, period, { reports, flags, register, observations }) : null;
  const named = reports.map((report) => ({ report, unit: unitName(report, register) }));
  return {
    movementChosen: options.movement === undefined,
    files,
    unreadable: [...unreadable, ...(before?.unreadable ?? [])],
    result: {
      movement,
      period,
      ...joinResults(named, flags, scores?.sheets ?? []),
      flags,
      rankings: scores?.rankings ?? [],
      impacts: scores?.impacts ?? [],
      silent,
      register,
      observations,
    },
  };
}

function scoreAll(
  movement: Movement,
  period: Period | null,
  input: Omit<Parameters<typeof scoreReports>[0], 'movement' | 'period'>,
) {
  if (input.reports.length === 0) return null;
  return scoreReports({
    ...input,
    movement,
    period: period ?? refuse('Không báo cáo nào ghi kỳ báo cáo. Hãy thêm --period, ví dụ --period 2025.'),
  });
}
