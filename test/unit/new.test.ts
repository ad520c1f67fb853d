/**
 * `npm run new`: in a copy of the repository, each of the six kinds compiles and fails with a case that says what to
 * do.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FOLDERS = ['core', 'cli', 'session', 'ui', 'tools/new', 'movements', 'test/unit', 'test/fixtures', 'docs'];
const FILES = [
  'package.json',
  'biome.json',
  'tsconfig.json',
  'vitest.config.ts',
  'test/built-once.ts',
  'test/host/settle-imports.ts',
  '.gitignore',
  'excel-addin/tsconfig.json',
  'test/e2e/excel-addin/pane.ts',
];

/** Existing files that a newcomer changes, besides the new files in their own folder; and the case's message. */
const CHANGES = [
  ['check', 'empty-signature', 3, 'plant the fault in a correct report'],
  ['rule', 'half-or-all', 3, 'half-or-all > earns its points'],
  ['reader', 'other-portal', 9, 'other-portal > ok.case.json'],
  ['movement', 'xa-moi-2027', 2, 'xa-moi-2027-agency-1 > sums to 100 points'],
  ['paper', 'thu-moi', 4, 'thu-moi says what it is for'],
  ['place', 'ledger', 4, 'ledger shows what it is for'],
] as const;

/** All of core, the new place, its test and its list, with their imports. */
const PROJECT = {
  extends: './tsconfig.json',
  include: [
    '../core',
    '../session/plan/pdfjs-worker.d.ts',
    '../ui/pane/places.ts',
    '../ui/pane/places/ledger-place.tsx',
    '../test/host/ledger-place.test.tsx',
  ],
  references: [],
};

const house = mkdtempSync(join(tmpdir(), 'thi-dua-so-new-'));
let failures = '';

function node(...args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8' });
  return { said: stdout + stderr, status };
}
const make = (kind: string, name: string) => node('tools/new/new.mjs', kind, name);

beforeAll(() => {
  for (const path of [...FOLDERS, ...FILES]) cpSync(path, join(house, path), { recursive: true });
  // Each package by itself: what vitest prepares of them for this copy must not take the place of the repository's own.
  mkdirSync(join(house, 'node_modules'));
  for (const dirent of readdirSync('node_modules', { withFileTypes: true }))
    if (dirent.isDirectory() && dirent.name !== '.vite')
      symlinkSync(resolve('node_modules', dirent.name), join(house, 'node_modules', dirent.name), 'junction');
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('npm run new', () => {
  it.each(CHANGES)('%s: writes its files and lines', (kind, name, count) => {
    const { said, status } = make(kind, name);
    expect(status, said).toBe(0);
    const files = [...said.matchAll(/^(?:new |line) {2}(\S+)$/gm)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(count);
  });

  it('what it writes fits by its types', () => {
    const project = 'excel-addin/what-is-new.json';
    writeFileSync(join(house, project), JSON.stringify(PROJECT));
    const { said, status } = node('node_modules/typescript/bin/tsc', '-p', project, '--noEmit', '--singleThreaded');
    expect(status, said).toBe(0);
  });

  it('leaves a case that fails, and nothing else', () => {
    const paths = [
      ...[
        'judge/check/check.test',
        'judge/score/rules/registry',
        'portal/capture/readers.test',
        'movements/movements',
        'paper/thu-moi',
      ],
      ...['host/ledger-place'],
    ];
    const args = ['run', '--project', 'unit', '--project', 'host', '--reporter=default', ...paths];
    const { said, status } = node('node_modules/vitest/vitest.mjs', ...args);
    failures = stripVTControlCharacters(said);
    expect(status).toBe(1);
    const failed = [...failures.matchAll(/^ FAIL .*$/gm)].map(([line]) => line.replaceAll("'", ''));
    for (const [, , , says] of CHANGES) expect(failed.join('\n')).toContain(says);
    const names = CHANGES.map(([, name]) => name);
    expect(failed.filter((line) => !names.some((name) => line.includes(name)))).toEqual([]);
  });

  it('writes over nothing, and knows no other things', () => {
    expect(make('check', 'empty-signature')).toMatchObject({
      status: 2,
      said: expect.stringContaining('Already there'),
    });
    expect(make('portal', 'x').status).toBe(2);
    expect(make('check', '../x').status).toBe(2);
  });
});
