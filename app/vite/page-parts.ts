/**
 * The program of the page in one file in three parts: what the first screen needs, what the page with an open workbook
 * needs, and the rest, most of which only the worker runs.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Modules, reachedFrom } from '../../tools/build/reached-from.ts';

/** Parts that stand packed in the page until they are wanted, each after the parts it imports from. */
export const LATER_PARTS = ['pane-part', 'rest-part'] as const;

/** The themes are reached by `import()`, and wanted on the first screen all the same. */
const FIRST = ['app/index.html', 'ui/theme-dark.ts', 'ui/theme-contrast.ts'];
const PANE = ['app/preview-book.tsx', 'app/preview-chart.tsx'];
const PLACES = 'ui/pane/places';

/** Part of a module for `codeSplitting`. `root` = the repository, with a slash at its end. */
export function pagePart(root: string): (id: string, modules: Modules) => string {
  const places = readdirSync(join(root, PLACES)).filter((name) => name.endsWith('.tsx'));
  const pane = [...PANE, ...places.map((name) => `${PLACES}/${name}`)];
  let first: ReadonlySet<string> | null = null;
  let opened: ReadonlySet<string> | null = null;
  return (id, modules) => {
    first ??= allReached(root, FIRST, modules);
    if (first.has(id)) return 'first-part';
    opened ??= allReached(root, pane, modules);
    return LATER_PARTS[opened.has(id) ? 0 : 1];
  };
}

function allReached(root: string, paths: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const path of paths) reachedFrom(`${root}${path}`, modules, reached);
  return reached;
}
