/**
 * Whether this page may keep its workbook in the browser: one page at a time, or the last writer would win over the
 * other.
 */
export function onlyPage(): Promise<boolean> {
  return new Promise((answer) => {
    if (!navigator.locks) answer(true);
    // Held until the page ends.
    else
      navigator.locks
        .request('thi-dua-so.page', { ifAvailable: true }, (lock) => {
          answer(lock !== null);
          return lock === null ? undefined : new Promise<void>(() => undefined);
        })
        .catch(() => answer(true));
  });
}
