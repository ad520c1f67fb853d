/**
 * Office's script tag is `async`, so that a blocked address holds nothing up: knows when it ran, and undoes what it
 * does to the page.
 */

/** true once `Office` is there; false when its script failed. Never settles while the script hangs. */
export function officeLoaded(page: Document): Promise<boolean> {
  if (isHere()) return Promise.resolve(true);
  const script = page.querySelector('script[src$="/office.js"]');
  // A complete page has heard of all its scripts.
  if (!script || page.readyState === 'complete') return Promise.resolve(false);
  return new Promise((resolve) => {
    script.addEventListener('load', () => resolve(isHere()));
    script.addEventListener('error', () => resolve(false));
    // It may have failed before anybody listened; the page's own end waits for it either way.
    page.defaultView?.addEventListener('load', () => resolve(isHere()));
  });
}

function isHere(): boolean {
  return typeof Office !== 'undefined';
}

/**
 * Office sets `history.pushState` and `replaceState` to null on the page (H7), which breaks every script that navigates
 * with them. The hidden functions are still on the prototype.
 */
export function restoreHistory(history: object): void {
  for (const name of ['pushState', 'replaceState']) {
    if (Object.hasOwn(history, name) && Reflect.get(history, name) === null) Reflect.deleteProperty(history, name);
  }
}
