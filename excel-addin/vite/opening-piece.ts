/**
 * What opening a workbook loads beyond the pane, as three files, and what follows once it is open, as two more: by
 * default they would be dozens of small files, which weigh more and take longer. What a page loads at once stays out of
 * them, so that it need not wait for them; the second holds what the preview also loads at once; the third what the
 * worksheet functions also load, and nothing else.
 */
import { type Modules, reachedFrom } from '../../tools/build/reached-from.ts';

const OPENING = 'session/pane/opening.ts';
const AT_ONCE = ['excel-addin/boot/pane.ts', 'excel-addin/boot/excel-pane.ts'];
const PREVIEW = ['app/hosted.ts', 'app/preview-book.tsx'];
/** Of a hundred bytes each: a file of its own would be half wrapping. */
const SMALLEST = [
  'core/base/result.ts',
  'core/base/period/hanoi-time.ts',
  'core/base/text/tidy.ts',
  'core/sheets/ledger-title.ts',
];
/** What places that are opened later share, of a hundred bytes each. */
const SHARED = [
  'ui/pane/places/who-field.tsx',
  'ui/pane/places/missing-note.tsx',
  'session/papers/load-years-before.ts',
];
const FUNCTIONS = 'excel-addin/functions/functions.ts';
/** What opening itself fetches in some workbooks, which does not wait for what follows. */
const OPENED_LATER = ['session/book/own-dossier.ts', 'session/book/evidence.ts'];
/** What each part about the years before needs of them. */
const YEARS = [
  ...['conditions', 'year-clauses', 'history-of', 'meets', 'same-results', 'year-record'].map(
    (file) => `core/judge/history/${file}.ts`,
  ),
  ...['history-columns', 'history-table', 'read-history', 'run-records'].map(
    (file) => `core/sheets/history/${file}.ts`,
  ),
  ...[
    'core/judge/award/years-before.ts',
    'core/judge/award/years-by-history.ts',
    'session/book/history.ts',
    'session/papers/years-before.ts',
  ],
];
/** By default it would be drawn into the file with the library that writes papers. */
const NEW_BOOK = 'core/sheets/marked-book.ts';
/** What each file of ours with a mark needs. */
const MARK = ['core/sheets/own-mark.ts', 'core/sheet/workbook/xlsx/custom-properties.ts'];
/** What changes a workbook in Excel. */
const WRITING = 'excel-addin/host/excel/writing.ts';
/** All acts of the pane, and the steps from the plan to the results. */
const FOLLOWING = [
  'session/pane/use-cases.ts',
  ...['plan-step', 'criteria-place', 'report-board', 'review-place', 'council-place', 'results-place'].map(
    (place) => `ui/pane/places/${place}.tsx`,
  ),
];

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
    const isOneOf = (paths: readonly string[]) => paths.some((path) => id === `${root}${path}`);
    const isReachedFrom = (paths: readonly string[]) => paths.some((from) => isReached(from, id, modules));
    if (isOneOf(SMALLEST)) return 'cells';
    if (isOneOf(YEARS)) return 'years';
    if (isOneOf([NEW_BOOK])) return 'marked-book';
    if (isOneOf(MARK)) return 'mark';
    if (isReachedFrom(AT_ONCE)) return null;
    if (isReached(OPENING, id, modules)) {
      if (isReachedFrom(PREVIEW)) return 'cells';
      return isReached(FUNCTIONS, id, modules) ? 'scoring' : 'opening';
    }
    // Each is imported by itself.
    if (isOneOf([...FOLLOWING, WRITING]) || isReachedFrom([...PREVIEW, FUNCTIONS])) return null;
    if (isOneOf(SHARED) || isReachedFrom(FOLLOWING)) return isReachedFrom(OPENED_LATER) ? null : 'following';
    // What is not Excel's own may be loaded by the page outside of Excel.
    return id.startsWith(`${root}excel-addin/`) && isReached(WRITING, id, modules) ? 'writing' : null;
  };
}
