/**
 * What opening a workbook loads beyond the pane, as one file: left alone it comes as a dozen small ones, which weigh more and take longer.
 * What a page or a worksheet function loads at once stays out of it, so that they need not wait for all of it.
 */

const OPENING = 'session/opening.ts';
const AT_ONCE = ['boot/pane.ts', 'boot/excel-pane.ts', 'taskpane/preview.tsx', 'functions/functions.ts'];

/** What the bundler hands over with each module. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** Group of a module for `codeSplitting`; null = as the bundler would have it. `addIn` = folder of the add-in, with a slash at its end. */
export function openingPiece(addIn: string): (id: string, modules: Modules) => string | null {
  const known = new Map<string, ReadonlySet<string>>();
  const isReached = (from: string, id: string, modules: Modules): boolean => {
    const reached = known.get(from) ?? reachedFrom(`${addIn}${from}`, modules);
    known.set(from, reached);
    return reached.has(id);
  };
  return (id, modules) =>
    isReached(OPENING, id, modules) && !AT_ONCE.some((from) => isReached(from, id, modules)) ? 'opening' : null;
}

/** The module and all it imports, not counting what it imports only when asked to. */
function reachedFrom(id: string, modules: Modules, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(id)) return reached;
  reached.add(id);
  for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) reachedFrom(imported, modules, reached);
  return reached;
}
