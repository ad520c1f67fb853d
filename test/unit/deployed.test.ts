/** What a province's IT starts the server by names files that are there and variables it reads. No Docker runs here. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const read = (path: string) => readFileSync(path, 'utf8');
const FILES = ['Dockerfile', 'compose.yaml', 'thi-dua-so.service', 'main.ts', 'settings.ts'];
const [docker, compose, service, main, settings] = FILES.map((name) => read(`server/${name}`)) as [
  ...[string, string, string, string, string],
];
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** As listed in the help of main.ts, and read by settings.ts. */
const VARIABLES = all(main, /^ {2}([A-Z_]+(?:, [A-Z_]+)*) {2,}/gm).flatMap((names) => names.split(', '));

it('the variables in help, papers, image and compose file are those the server reads', () => {
  expect(VARIABLES).toContain('DATABASE_URL');
  for (const name of VARIABLES) expect(settings).toMatch(new RegExp(`\\benv\\.${name}\\b`));
  for (const name of all(settings, /\benv\.([A-Z_]+)/g)) expect(main).toContain(name);
  const table = read('docs/trien-khai.md').split('| biến |')[1]?.split('\n\n')[0] ?? '';
  const papers = all(table, /^\| (`[A-Z_`, ]+`) \|/gm).flatMap((names) => all(names, /`([A-Z_]+)`/g));
  expect([...papers, 'DATA'].sort()).toEqual([...VARIABLES].sort());
  const app = compose.split('\n  prepare:')[1]?.split('\n  tls:')[0] ?? '';
  // The database's own client reads the password.
  for (const name of all(app, /^ {6}([A-Z_]+):/gm)) expect([...VARIABLES, 'PGPASSWORD']).toContain(name);
  for (const name of all(docker, /^ENV (\w+)=/gm)) expect(VARIABLES).toContain(name);
});

it('what they start is there, by a Node that will do, in the same way', () => {
  expect(all(docker, /^FROM node:(\d+)-/gm)).toEqual(['20', '20']);
  expect(project.engines.node).toBe('>=20.19');
  expect(docker).toContain('node server/start.mjs --build');
  expect(existsSync('server/start.mjs')).toBe(true);
  expect(read('server/vite.config.ts')).toContain("outDir: 'server/dist'");
  const started = '--max-semi-space-size=64 server/dist/main.js';
  expect(JSON.parse(/^CMD (.+)$/m.exec(docker)?.[1] ?? '[]').join(' ')).toBe(`node ${started}`);
  expect(service).toContain(`ExecStart=/usr/bin/node ${started}`);
  expect(all(compose, /dockerfile: (\S+) /g).map((path) => existsSync(path))).toEqual([true, true]);
  // Where the image lays the program, and so where it looks for the officers' page.
  expect(all(docker, /^WORKDIR (\S+)$/gm)).toEqual(['/app', '/app']);
  expect(main).toContain("new URL('../../dist/excel-addin', import.meta.url)");
  expect(compose).toContain(':/app/dist/excel-addin:ro');
});
