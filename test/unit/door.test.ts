/** The example of docs/from-another-program.md, as a stranger would have it: the package by its name, plain `tsc`, plain Node. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const stranger = mkdtempSync(join(tmpdir(), 'thi-dua-so-door-'));
afterAll(() => rmSync(stranger, { recursive: true, force: true }));

function node(cwd: string, ...names: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, names, { cwd, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

it('the example for other programs compiles and scores the demonstration', async () => {
  expect(node(root, tsc, '-b', 'core')).toEqual({ status: 0, said: '' });
  await build({ configFile: join(root, 'tools/build/door.config.ts'), root, logLevel: 'error' });

  const [, example = ''] =
    /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, 'docs/from-another-program.md'), 'utf8')) ?? [];
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(21);
  mkdirSync(join(stranger, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, join(stranger, 'node_modules/thi-dua-so'), 'dir');
  symlinkSync(join(root, 'node_modules/@types/node'), join(stranger, 'node_modules/@types/node'), 'dir');
  writeFileSync(join(stranger, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(stranger, 'score.ts'), example);
  const options = [
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--types',
    'node',
    '--skipLibCheck',
    'false',
  ];
  expect(node(stranger, tsc, ...options, 'score.ts')).toEqual({ status: 0, said: '' });

  const demo = join(root, 'cli/demo/ta-ma-2025');
  const files = readdirSync(demo).filter((name) => name.endsWith('.xlsx'));
  const { status, said } = node(demo, join(stranger, 'score.js'), ...files);
  expect(status).toBe(0);
  const lines = said.trim().split('\n');
  expect(lines.length).toBeGreaterThanOrEqual(files.length);
  expect(lines.every((line) => /: \d+(?:,\d+)? \(\d+(?:,\d+)? … \d+(?:,\d+)?\), \d+ flags$/.test(line))).toBe(true);
});
