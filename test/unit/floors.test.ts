/**
 * Which folders may import which. Rooms of core stand on floors: a room imports only from the rooms below it. Inside a
 * room no two folders import each other. Surfaces import what they stand on and never each other.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rooms of core, lowest first (docs/architecture.md). */
const FLOORS = [
  'base',
  'movement',
  'movements',
  'sheet',
  'plan',
  'portal',
  'report',
  'form',
  'judge',
  'commune',
  'council',
  'sheets',
  'share',
  'province',
  'dossier',
  'paper',
  'index',
];
/** What each folder outside core may import beside itself and core. */
const SURFACES: Readonly<Record<string, readonly string[]>> = {
  session: [],
  ui: ['session'],
  app: ['session', 'ui'],
  cli: ['session'],
  server: ['session'],
  'hand-in': ['session', 'ui'],
  province: ['session', 'ui'],
  'excel-addin': ['session', 'ui', 'app'],
  extension: ['session', 'ui', 'app'],
};
/** Rooms whose folders must not import each other. */
const ROOMS = ['core', 'session', 'extension', 'cli', 'excel-addin', 'ui', 'app', 'server'];

interface Import {
  readonly from: string;
  readonly to: string;
  /** Types only: nothing is loaded when the program runs. */
  readonly isType: boolean;
}

function importsIn(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$|node_modules/.test(path))
    .flatMap((path) => {
      const from = join(folder, path);
      const found = readFileSync(from, 'utf8').matchAll(
        /(?:(import|export)\s+(type\s)?[^'"`;]*?from\s*|import\s*\(?\s*)'(\.[^']+)'/g,
      );
      return [...found].map(([, , type, to = '']): Import => {
        return { from, to: normalize(join(dirname(from), to)), isType: type !== undefined };
      });
    });
}

const IMPORTS = new Map(['core', ...Object.keys(SURFACES)].map((folder) => [folder, importsIn(folder)]));
const importsOf = (folder: string) => IMPORTS.get(folder) ?? [];

/** `core/base/text/text.ts` → the floor of base; `core/index.ts` → that of index. */
const floorOf = (path: string) => FLOORS.indexOf(path.split(sep)[1]?.replace(/\.ts$/, '') ?? '');

/** The two sibling folders an import leads between, `core/judge/run → core/judge/score`; null inside one folder. */
function siblings({ from, to }: Import): readonly [string, string] | null {
  const a = from.split(sep);
  const b = to.split(sep);
  const parting = a.findIndex((part, index) => part !== b[index]);
  if (parting >= a.length - 1 || parting >= b.length - 1) return null;
  return [a.slice(0, parting + 1).join('/'), b.slice(0, parting + 1).join('/')];
}

/** Pairs of folders that import each other, `a ↔ b` with the lesser name first. */
function mutualPairs(imports: readonly Import[]): string[] {
  const edges = new Set(imports.flatMap((item) => siblings(item)?.join(' → ') ?? []));
  return [...edges]
    .map((edge) => edge.split(' → '))
    .filter(([a = '', b = '']) => a < b && edges.has(`${b} → ${a}`))
    .map((pair) => pair.join(' ↔ '))
    .sort();
}

/** Circles of files that load each other when the program runs: the files of each circle. */
function circlesOfValues(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to, isType } of imports) if (!isType) next.set(from, [...(next.get(from) ?? []), to]);
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  function visit(file: string): void {
    if (onPath.has(file)) circles.push(path.slice(path.indexOf(file)));
    if (done.has(file)) return;
    done.add(file);
    path.push(file);
    onPath.add(file);
    for (const text of next.get(file) ?? []) visit(text);
    path.pop();
    onPath.delete(file);
  }
  for (const file of next.keys()) visit(file);
  return circles;
}

describe('the floors of core', () => {
  it('name every room, and none that is not there', () => {
    const rooms = readdirSync('core', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || /^(?!globals\.d)[a-z-]+\.ts$/.test(entry.name))
      .map(({ name }) => name.replace(/\.ts$/, ''));
    expect(rooms.sort()).toEqual([...FLOORS].sort());
  });

  it('are climbed one way: no import goes up', () => {
    const imports = importsOf('core');
    expect(imports.length).toBeGreaterThan(500);
    expect(
      imports.filter(({ from, to }) => floorOf(to) > floorOf(from)).map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([]);
  });

  it('lead out of core nowhere', () => {
    expect(importsOf('core').filter(({ to }) => !to.startsWith('core'))).toEqual([]);
  });
});

describe('inside a room', () => {
  it.each(ROOMS)('%s: no two folders import each other', (room) => {
    expect(mutualPairs(importsOf(room))).toEqual([]);
  });

  it.each([...IMPORTS.keys()])('%s: no files load each other in a circle', (room) => {
    expect(circlesOfValues(importsOf(room))).toEqual([]);
  });
});

it.each(Object.entries(SURFACES))('%s imports no surface but those it stands on', (surface, below) => {
  const others = Object.keys(SURFACES).filter((other) => other !== surface && !below.includes(other));
  expect(importsOf(surface).filter(({ to }) => others.some((other) => to.startsWith(`${other}/`)))).toEqual([]);
});

/** Packages each folder may import; core is pure, session has no React. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  core: /^(?:zod\/mini|fflate|docx|parse5|@e965\/xlsx|@noble\/hashes\/\w+\.js)$/,
  session:
    /^(?:zod\/mini|fflate|uqr|pdfjs-dist(?:\/.*)?|@noble\/hashes\/\w+\.js|tesseract\.js-core\/.*|virtual:ocr-parts)$/,
};

it.each(Object.entries(PACKAGES))('%s imports no package but those it is meant to', (folder, allowed) => {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/^(?:import|export)\s[^'"`;]*?from '([^.'][^']*)'/gm)].map(
        ([, name = '']) => ({ path, name }),
      ),
    );
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(({ name }) => !allowed.test(name)).map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

it.each(['core', ...Object.keys(SURFACES)])(
  '%s takes the small zod alone: beside it the other one weighs as much again',
  (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.tsx?$/.test(path) && !path.includes('node_modules'),
    );
    expect(files.filter((path) => /from 'zod'/.test(readFileSync(join(folder, path), 'utf8')))).toEqual([]);
  },
);
