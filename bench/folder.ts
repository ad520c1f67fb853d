/**
 * `score` on folders of 250 and 1,000 workbooks, end to end as an officer starts it: peak memory of the process from the operating system. The folders are
 * copies of the bundled demo files under other names, each for a unit of its own.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from './measure.ts';

const SAMPLES = 'cli/demo/ta-ma-2025';
const SIZES = [250, 1_000] as const;

/** Peak resident memory in MB of one run, by wait4's accounting as GNU time prints it, or by /proc where that is not there. */
function peak(count: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-folder-'));
  const names = readdirSync(SAMPLES);
  for (let i = 0; i < count; i++) {
    copyFileSync(join(SAMPLES, names[i % names.length]!), join(folder, `${String(i).padStart(4, '0')}.xlsx`));
  }
  const status = join(folder, 'peak.txt');
  const watcher = `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(status)},require('fs').readFileSync('/proc/self/status','utf8')))`;
  const preload = `data:text/javascript,${encodeURIComponent(`import{createRequire}from'node:module';const require=createRequire('file:///');${watcher}`)}`;
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
  rmSync(folder, { recursive: true, force: true });
  return kilobytes / 1024;
}

const build = spawnSync(process.execPath, ['cli/start.mjs', 'movements'], { encoding: 'utf8' });
if (build.status !== 0) throw new Error(build.stderr);
const [small, large] = SIZES.map(peak);
console.log(
  table(
    ['`score` end to end', 'figure', 'wanted'],
    [
      ['peak memory, 1,000 workbooks', `${large!.toFixed(0)} MB`, '< 400 MB'],
      ['peak at 1,000 ÷ peak at 250 workbooks', `${(large! / small!).toFixed(2)}×`, 'flat: about 1'],
    ],
  ),
);
