/**
 * What opening a workbook loads beyond the pane, as three files: by default it would be a dozen small files, which
 * weigh more and take longer. What a page loads at once stays out of them, so that it need not wait for them; the
 * second holds what the preview also loads at once; the third what the worksheet functions also load, and nothing else.
 */

const OPENING = 'session/pane/opening.ts';
const AT_ONCE = ['excel-addin/boot/pane.ts', 'excel-addin/boot/excel-pane.ts'];
const PREVIEW = 'app/hosted.ts';
/** Of a hundred bytes each: a file of its own would be half wrapping. */
const SMALLEST = ['core/base/result.ts', 'core/base/period/hanoi-time.ts'];
const FUNCTIONS = 'excel-addin/functions/functions.ts';

/** What the bundler hands over with each module. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/**
 * Group of a module for `codeSplitting`; null = as the bundler would have it. `root` = the repository, with a slash at
 * its end.
 */
export function openingPiece(root: string): (id: string, modules: Modules) => string | null {
  const known = new Map<string, ReadonlySet<string>>();
  const isReached = (from: string, id: string, modules: Modules): boolean => {
    const reached = known.get(from) ?? reachedFrom(`${root}${from}`, modules);
    known.set(from, reached);
    return reached.has(id);
  };
  return (id, modules) => {
    if (SMALLEST.some((path) => id === `${root}${path}`)) return 'cells';
    if (!isReached(OPENING, id, modules) || AT_ONCE.some((from) => isReached(from, id, modules))) return null;
    if (isReached(PREVIEW, id, modules)) return 'cells';
    return isReached(FUNCTIONS, id, modules) ? 'scoring' : 'opening';
  };
}

/** The module and all its static imports, recursively, without its dynamic imports. */
function reachedFrom(id: string, modules: Modules, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(id)) return reached;
  reached.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reachedFrom(imported, modules, reached);
  return reached;
}
