/** What `npm test` lists at its end comes from vitest itself: each kind of failure, and the tests of the second try. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const house = mkdtempSync(join(tmpdir(), 'thi-dua-so-report-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));

const FILES = {
  'tries.test.js': `import { beforeAll, describe, expect, it } from 'vitest';
    let tries = 0;
    it('passes at the second try', { retry: 1 }, () => expect(++tries).toBe(2));
    it('passes', () => {});
    it('fails', () => { throw new TypeError('first line\\nsecond line'); });
    describe('part', () => { beforeAll(() => { throw new Error('no set-up'); }); it('is skipped', () => {}); });`,
  'unloaded.test.js': `throw new Error('does not load');`,
  'stray.test.js': `import { it } from 'vitest';
    it('leaves an error behind', () => { Promise.reject(new RangeError('nobody waits')); });`,
};

it('a run of vitest leaves its passes, its failures with their errors, and its second tries', () => {
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'), 'junction');
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(house, name), text);
  const written = join(house, 'report.json');
  const reporter = `--reporter=${resolve('test/lane-report.mjs')}`;
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', house, reporter],
    { cwd: house, encoding: 'utf8', env: { ...process.env, THI_DUA_SO_REPORT: written } },
  );
  expect(status, stderr).toBe(1);
  const report = JSON.parse(readFileSync(written, 'utf8'));
  expect(report.passed).toBe(3);
  const lines = (entries: { file: string; name: string; error: string }[]) =>
    entries.map(({ file, name, error }) => `${file} | ${name} | ${error}`).sort();
  expect(lines(report.failures)).toEqual([
    ' | outside of tests | RangeError: nobody waits',
    'tries.test.js | fails | TypeError: first line',
    'tries.test.js | part | Error: no set-up',
    'unloaded.test.js | the file | Error: does not load',
  ]);
  expect(lines(report.secondTries)).toEqual([
    'tries.test.js | passes at the second try | AssertionError: expected 1 to be 2 // Object.is equality',
  ]);
});
