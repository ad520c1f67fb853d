/** Two commands of one machine at the same moment, as a scheduled task and a person start them: neither costs a right. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockStore } from '../../cli/share/store-lock.ts';
import { newFolder, runCli, START, write } from './command-line.ts';

const PAIRS = 4;

function ending(
  folder: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [START, ...args], { cwd: folder });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, said: output })));
}

it('two syncs at once wait for each other: both reports count, and no number is signed twice', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'chung'));
  const own = ['--home', 'nha'];
  expect(runCli(folder, ['sync', 'chung', ...own, '--found', 'Xã A', '--name', 'Máy A']).code).toBe(0);
  for (let pair = 0; pair < PAIRS; pair++) {
    const reports = [0, 1].map((at) => `bc-${pair}-${at}`);
    for (const name of reports) write(join(folder, name), `${name}.xlsx`, `Bản ${name}`);
    const done = await Promise.all(reports.map((name) => ending(folder, ['sync', 'chung', ...own, '--reports', name])));
    expect(done.map(({ code, said }) => [code, code === 0 ? '' : said])).toEqual([
      [0, ''],
      [0, ''],
    ]);
  }
  const { devices, reports, idle } = JSON.parse(runCli(folder, ['sync', 'chung', ...own, '--json']).stdout);
  expect([reports, idle, devices[0].forked]).toEqual([2 * PAIRS, [], false]);
  // The lock of a dead process is no obstacle; a live process is named.
  const [space = ''] = readdirSync(join(folder, 'nha/so-chung'));
  const lock = join(folder, 'nha/so-chung', space, 'dang-chay.json');
  expect(readdirSync(join(folder, 'nha/so-chung', space))).not.toContain('dang-chay.json');
  const dead = { pid: 2 ** 22 - 3, host: hostname(), at: Date.now(), began: 1 };
  // Of a start of the machine before this one, under a number that another process has by now.
  const earlier = { ...dead, pid: process.pid, at: 0 };
  for (const gone of [dead, earlier]) {
    writeFileSync(lock, JSON.stringify(gone));
    expect(runCli(folder, ['sync', 'chung', ...own]).code).toBe(0);
    expect(readdirSync(join(folder, 'nha/so-chung', space))).not.toContain('dang-chay.json');
  }
});

it.runIf(process.platform === 'linux')('a clock that is set ahead takes no lock from a command that runs', async () => {
  const folder = newFolder();
  const lock = join(folder, 'dang-chay.json');
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const began = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  // By the clock it began a year before the machine did.
  const holder = { pid: process.pid, host: hostname(), at: Date.now() - 365 * 24 * 3_600_000, began };
  writeFileSync(lock, JSON.stringify(holder));
  await expect(lockStore(folder, 300)).rejects.toThrow(`tiến trình ${process.pid}`);
  expect(JSON.parse(readFileSync(lock, 'utf8'))).toEqual(holder);
});

it('a key used in two places is healed by the founding machine’s code on paper, and by a chair for the others', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'chung'));
  const sync = (home: string, ...args: readonly string[]) =>
    JSON.parse(runCli(folder, ['sync', 'chung', '--home', home, '--json', ...args]).stdout);
  const { recovery, space } = sync('a', '--found', 'Xã A', '--name', 'Máy A');
  const { device } = sync('b', '--space', space, '--name', 'Máy B');
  sync('a', '--admit', device, '--role', 'officer');
  sync('b');
  const report = (name: string) => write(join(folder, name), `${name}.xlsx`, `Bản ${name}`);
  for (const home of ['a', 'b']) {
    // The folder of the machine is copied, and both copies write.
    copyFolder(join(folder, home), join(folder, `${home}2`));
    mkdirSync(join(folder, `${home}-le`));
    const apart = join(folder, `${home}-le`);
    copyFolder(join(folder, 'chung'), apart);
    for (const name of [`${home}-mot`, `${home}-hai`]) report(name);
    sync(home, '--reports', `${home}-mot`);
    runCli(folder, ['sync', apart, '--home', `${home}2`, '--reports', `${home}-hai`]);
    copyFolder(apart, join(folder, 'chung'));
  }
  const before = sync('a');
  expect(before.devices.filter(({ forked }: { forked: boolean }) => forked)).toHaveLength(2);
  const refused = runCli(folder, ['sync', 'chung', '--home', 'a', '--heal', device]);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('ở nơi khác')]);
  sync('a', '--heal', before.device, '--recover', recovery);
  const healed = sync('a', '--heal', device, '--reason', 'Chép nhầm thư mục');
  expect([healed.reports, healed.idle, healed.devices.some(({ forked }: { forked: boolean }) => forked)]).toEqual([
    4,
    [],
    false,
  ]);
  report('sau');
  expect(sync('b', '--reports', 'sau').reports).toBe(5);
  expect(sync('a').reports).toBe(5);
});

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const inner = join(name.parentPath.slice(from.length), name.name);
    if (name.isDirectory()) mkdirSync(join(to, inner), { recursive: true });
    else writeFileSync(join(to, inner), readFileSync(join(name.parentPath, name.name)));
  }
}
