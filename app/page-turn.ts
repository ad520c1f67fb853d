/**
 * Lets one page at a time change and save its workbook; with two, the last writer would win. Other pages wait until
 * that page is closed or dies.
 */

/** Resolves whether this page has its turn at once; if not, `onTurn` is called later. */
export function pageTurn(onTurn: () => void): Promise<boolean> {
  return new Promise((answer) => {
    if (!navigator.locks) {
      answer(true);
      return;
    }
    let isFirst = true;
    const held = () => {
      answer(isFirst);
      if (!isFirst) onTurn();
      // Until the page ends.
      return new Promise<void>(() => undefined);
    };
    // A page that is loaded anew has its own turn of before to wait for.
    navigator.locks.request(LOCK, { signal: AbortSignal.timeout(SOON) }, held).catch((fault: unknown) => {
      const isTaken = fault instanceof DOMException && (fault.name === 'TimeoutError' || fault.name === 'AbortError');
      answer(!isTaken);
      isFirst = false;
      if (isTaken) void navigator.locks.request(LOCK, held);
    });
  });
}

/** Milliseconds. */
const SOON = 1000;
const LOCK = 'thi-dua-so.page';
