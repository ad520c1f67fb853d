/**
 * `score` on folders of 500, 2,000 and 10,000 workbooks, end to end as an officer starts it: time and peak memory of
 * the process from the
 * operating system. The folders are copies of the bundled demo files under other names. Sizes may be given: `folder.ts
 * 250 1000`.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSmallest, table } from './measure.ts';

const SAMPLES = 'cli/demo/ta-ma-2025';
const GIVEN = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = GIVEN.length > 0 ? GIVEN : isSmallest ? [30] : [500, 2_000, 10_000];

interface Figure {
  readonly count: number;
  /** Peak resident memory in MB. */
  readonly peak: number;
  readonly seconds: number;
}

/** One run, its peak by /proc. */
function measured(count: number): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'bench-folder-'));
  const names = readdirSync(SAMPLES);
  for (let i = 0; i < count; i++) {
    copyFileSync(join(SAMPLES, names[i % names.length]!), join(folder, `${String(i).padStart(4, '0')}.xlsx`));
  }
  const status = join(folder, 'peak.txt');
  const watcher = `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(status)},require('fs').readFileSync('/proc/self/status','utf8')))`;
  const preload = `data:text/javascript,${encodeURIComponent(`import{createRequire}from'node:module';const require=createRequire('file:///');${watcher}`)}`;
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    [
      '--import',
      preload,
      'dist/cli/thi-dua-so.js',
      'score',
      folder,
      '--movement',
      'ta-ma-2023-2030',
      '--period',
      '2025',
      '-o',
      join(folder, 'out'),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]);
  const seconds = (performance.now() - started) / 1000;
  rmSync(folder, { recursive: true, force: true });
  return { count, peak: kilobytes / 1024, seconds };
}

const build = spawnSync(process.execPath, ['cli/start.mjs', 'movements'], { encoding: 'utf8' });
if (build.status !== 0) throw new Error(build.stderr);
const figures = SIZES.map((count) => {
  const figure = measured(count);
  console.error(`${count}: ${figure.seconds.toFixed(0)} s, ${figure.peak.toFixed(0)} MB`);
  return figure;
});
console.log(
  table(
    ['`score` end to end', 'peak memory', 'time', 'a report', 'wanted'],
    figures.map(({ count, peak, seconds }) => [
      `${count} workbooks`,
      `${peak.toFixed(0)} MB`,
      `${seconds.toFixed(0)} s`,
      `${((seconds * 1000) / count).toFixed(1)} ms`,
      'under 700 MB, flat a report',
    ]),
  ),
);
