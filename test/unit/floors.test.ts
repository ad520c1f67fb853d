/** The house has one way up: a folder of core imports only from the floors below it, and no surface imports another. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Lowest first (docs/architecture.md). */
const FLOORS = [
  'result',
  'group-by',
  'text',
  'place',
  'quantity',
  'period',
  'movement',
  'movements',
  'grid',
  'workbook',
  'plan',
  'indicator',
  'report',
  'form',
  'capture',
  'flag',
  'score',
  'check',
  'award',
  'run',
  'commune',
  'calendar',
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

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsIn(folder: string): Import[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.d\.ts$|node_modules/.test(path))
    .flatMap((path) => {
      const from = join(folder, path);
      const found = readFileSync(from, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
      return [...found].map(([, to = '']): Import => ({ from, to: normalize(join(dirname(from), to)) }));
    });
}

/** `core/text/text.ts` → text, `core/result.ts` → result. */
const floorOf = (path: string) => FLOORS.indexOf(path.split(/[\\/]/)[1]?.replace(/\.ts$/, '') ?? '');

describe('the floors of core', () => {
  it('are all named, and none that is not there', () => {
    const rooms = readdirSync('core', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || /^(?!globals\.d)[a-z-]+\.ts$/.test(entry.name))
      .map(({ name }) => name.replace(/\.ts$/, ''));
    expect(rooms.sort()).toEqual([...FLOORS].sort());
  });

  it('are climbed one way: no import goes up', () => {
    const imports = importsIn('core');
    expect(imports.length).toBeGreaterThan(500);
    expect(
      imports.filter(({ from, to }) => floorOf(to) > floorOf(from)).map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([]);
  });

  it('lead out of core nowhere', () => {
    expect(importsIn('core').filter(({ to }) => !to.startsWith('core'))).toEqual([]);
  });
});

it.each(Object.entries(SURFACES))('%s imports no surface but those it stands on', (surface, below) => {
  const others = Object.keys(SURFACES).filter((other) => other !== surface && !below.includes(other));
  expect(importsIn(surface).filter(({ to }) => others.some((other) => to.startsWith(`${other}/`)))).toEqual([]);
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
