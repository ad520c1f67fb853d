/** Habits of the house that no compiler and no linter holds, read from the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const HOUSE = ['core', 'session', 'ui', 'app', 'cli', 'extension', 'excel-addin', 'server', 'hand-in', 'province'];
/** Named by what calls it from outside: a build, or a program of others. */
const CALLED_FROM_OUTSIDE = ['app/one-file-share.tsx', 'core/index.ts'];

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$|^(?:node_modules|dist)\b/.test(path))
    .map((path) => normalize(join(folder, path)));
const house = HOUSE.flatMap(filesIn);
const builds = filesIn('tools');
const sources = new Map([...house, ...builds].map((file) => [file, readFileSync(file, 'utf8')]));
const tests = filesIn('test').map((file) => [file, readFileSync(file, 'utf8')] as const);

/** `file name` of all that these files take from others by its name. */
function taken(files: Iterable<readonly [file: string, source: string]>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [file, source] of files) {
    const add = (from: string, name: string) => found.add(`${normalize(join(dirname(file), from))} ${name}`);
    for (const [, names = '', from = ''] of source.matchAll(/\{([^{}]*)\}\s*from\s*'(\.[^']+)'/g))
      for (const name of names.split(',')) add(from, name.replace(/^\s*type\s|\sas\s.*$/g, '').trim());
    // A whole module, imported statically or dynamically: every name of it that occurs in the file counts.
    const whole = /\*\s+as\s+\w+\s+from\s*'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)|typeof import\('(\.[^']+)'\)/g;
    for (const [, ...from] of source.matchAll(whole))
      for (const [name] of source.matchAll(/[\p{L}\w$]+/gu)) add(from.find(Boolean) ?? '', name);
    for (const [, pattern = '', name = ''] of source.matchAll(
      /import\.meta\.glob<\w+>\('([^']+)', \{.*import: '(\w+)'/g,
    )) {
      const [before = '', behind = ''] = normalize(join(dirname(file), pattern)).split('*');
      for (const text of house) if (text.startsWith(before) && text.endsWith(behind)) found.add(`${text} ${name}`);
    }
  }
  return found;
}

it('no switch has a default: a missing case does not compile, or is handled after the switch', () => {
  const found = house.filter((file) => /^\s*default:/m.test(sources.get(file) ?? ''));
  expect(found).toEqual([]);
});

it('what is exported is taken by another file, or by its own and a test', () => {
  const byHouse = taken(sources);
  const byTests = taken(tests);
  const names = house
    .filter((file) => !CALLED_FROM_OUTSIDE.includes(file))
    .flatMap((file) =>
      [
        ...(sources.get(file) ?? '').matchAll(/^export (?:async )?(?:const|function|interface|type) ([\p{L}\w$]+)/gmu),
      ].map(([, name = '']) => ({ file, name })),
    );
  expect(names.length).toBeGreaterThan(2000);
  const isOwn = ({ file, name }: (typeof names)[number]) =>
    (sources.get(file)?.match(new RegExp(`(?<![\\p{L}\\w$])${name}(?![\\p{L}\\w$])`, 'gu')) ?? []).length > 1;
  const needless = names.filter((name) => {
    const key = `${name.file} ${name.name}`;
    return !byHouse.has(key) && !(byTests.has(key) && isOwn(name));
  });
  expect(needless.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});
