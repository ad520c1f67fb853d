/**
 * `score` on folders of 500, 2,000 and 10,000 workbooks, end to end as an officer starts it: processor time and peak
 * memory of the process, from the operating system. Each report belongs to another unit, with its own figures and
 * documents, in the program's form or in units' own layouts. Sizes may be passed: `folder.ts 250 1000`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { criteriaSetFor } from '../core/movement/criteria-set-for.ts';
import { findMovement } from '../core/movements/index.ts';
import { newBook } from '../core/sheet/workbook/file.ts';
import { correctReport } from '../test/fixtures/correct-report.ts';
import { layoutSheet, REAL_LAYOUTS } from '../test/fixtures/layouts.ts';
import { isSmallest, table } from './measure.ts';

const MOVEMENT = 'ta-ma-2023-2030';
const PERIOD = { kind: 'year', year: 2025 } as const;
const GIVEN = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = GIVEN.length > 0 ? GIVEN : isSmallest ? [30] : [500, 2_000, 10_000];

interface Figure {
  readonly count: number;
  /** Peak resident memory in MB. */
  readonly peak: number;
  /** Seconds of the processor, of all threads. */
  readonly processor: number;
  readonly seconds: number;
}

/** Writes one workbook of another unit after the other. */
function writeReports(folder: string, count: number): void {
  const movement = findMovement(MOVEMENT);
  if (!movement) throw new Error(`no movement ${MOVEMENT}`);
  const sets = movement.audiences.flatMap(({ kind, name, subject }) => {
    const set = subject === 'collective' ? criteriaSetFor(movement, kind, PERIOD) : undefined;
    return set ? [{ set, name }] : [];
  });
  const layouts = ['form', ...REAL_LAYOUTS] as const;
  for (let at = 0; at < count; at++) {
    const { set, name } = sets[at % sets.length] ?? sets[0] ?? fail();
    const report = correctReport(set, movement, `${name} số ${at}`, at, { period: PERIOD });
    const { sheet } = layoutSheet(layouts[Math.floor(at / sets.length) % layouts.length] ?? 'form', report, {});
    writeFileSync(join(folder, `${String(at).padStart(5, '0')}.xlsx`), newBook([sheet]));
  }
}

function fail(): never {
  throw new Error('the movement has no set for anybody');
}

/** One run; what it took is written down as the process ends. */
function measured(count: number): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'bench-folder-'));
  writeReports(folder, count);
  const taken = join(folder, 'taken.txt');
  const preload = `data:text/javascript,${encodeURIComponent(`
    import { readFileSync, writeFileSync } from 'node:fs';
    process.on('exit', () => {
      const { userCPUTime, systemCPUTime } = process.resourceUsage();
      const [, peak] = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
      writeFileSync(${JSON.stringify(taken)}, JSON.stringify([peak, userCPUTime + systemCPUTime]));
    });`)}`;
  const started = performance.now();
  const command = ['dist/cli/thi-dua-so.js', 'score', folder, '-o', join(folder, 'out'), '--quiet'];
  const run = spawnSync(
    process.execPath,
    ['--import', preload, ...command, '--movement', MOVEMENT, '--period', String(PERIOD.year)],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const seconds = (performance.now() - started) / 1000;
  const [kilobytes, microseconds] = JSON.parse(readFileSync(taken, 'utf8')) as [string, number];
  rmSync(folder, { recursive: true, force: true });
  return { count, peak: Number(kilobytes) / 1024, processor: microseconds / 1e6, seconds };
}

const build = spawnSync(process.execPath, ['cli/start.mjs', 'movements'], { encoding: 'utf8' });
if (build.status !== 0) throw new Error(build.stderr);
const figures = SIZES.map((count) => {
  const figure = measured(count);
  const { peak, processor, seconds } = figure;
  console.error(`${count}: ${processor.toFixed(0)} s of the processor, ${seconds.toFixed(0)} s, ${peak.toFixed(0)} MB`);
  return figure;
});
console.log(
  table(
    ['`score` end to end', 'peak memory', 'time', 'processor, a report', 'wanted'],
    figures.map(({ count, peak, processor, seconds }) => [
      `${count} workbooks`,
      `${peak.toFixed(0)} MB`,
      `${seconds.toFixed(0)} s`,
      `${((processor * 1000) / count).toFixed(1)} ms`,
      '≤ 600 MB, ≤ 20 ms a report, flat',
    ]),
  ),
);
