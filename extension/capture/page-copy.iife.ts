/**
 * The one file injected on a press. The copy waits in this script's own world until it is fetched; the page itself is
 * not changed.
 */
import { copyPage } from './copy-page.ts';
import type { PageCopy } from './page-copy.ts';

(globalThis as { thiDuaSoCopy?: PageCopy }).thiDuaSoCopy = copyPage();
