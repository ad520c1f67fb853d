/**
 * What opening a workbook loads beyond the pane, as three files: by default it would be a dozen small files, which
 * weigh more and take longer. What a page loads at once stays out of them, so that it need not wait for them; the
 * second holds what the preview also loads at once; the third what the worksheet functions also load, and nothing else.
 */
import { type Modules, reachedFrom } from '../../tools/build/reached-from.ts';

const OPENING = 'session/pane/opening.ts';
const AT_ONCE = ['excel-addin/boot/pane.ts', 'excel-addin/boot/excel-pane.ts'];
const PREVIEW = ['app/hosted.ts', 'app/preview-book.tsx'];
/** Of a hundred bytes each: a file of its own would be half wrapping. */
const SMALLEST = ['core/base/result.ts', 'core/base/period/hanoi-time.ts'];
const FUNCTIONS = 'excel-addin/functions/functions.ts';

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
    if (PREVIEW.some((from) => isReached(from, id, modules))) return 'cells';
    return isReached(FUNCTIONS, id, modules) ? 'scoring' : 'opening';
  };
}
