/** Keeps this page's own files, so that a link that was opened once opens again without a network. */

const CACHE = 'thi-dua-so-nop';

export async function keepPage(): Promise<void> {
  try {
    await navigator.serviceWorker.register('./worker.js');
    const fetched = performance.getEntriesByType('resource').map(({ name }) => name);
    const own = fetched.filter((name) => name.startsWith(`${location.origin}/nop/`) && !name.endsWith('/worker.js'));
    const wanted = [`${location.origin}/nop/`, ...new Set(own)];
    const cache = await caches.open(CACHE);
    await cache.addAll(wanted);
    // Files of an earlier version.
    for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
  } catch {
    // Without it the page still works while there is a network.
  }
}
