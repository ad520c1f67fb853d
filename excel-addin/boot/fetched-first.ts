/**
 * Replaces Vite's import helper (`vite/part-fetching.ts`): first all files of a part are fetched, then the part is
 * imported. A browser may remember a failed module import for good (Firefox does), but a failed `fetch` can be
 * repeated. No address changes, so no module is loaded twice.
 */
const come = new Set<string>();

/** `files` are addresses as seen from `importer`; rejects as an import does when a file cannot be fetched. */
export async function fetchedFirst<T>(
  load: () => Promise<T>,
  files: readonly string[] = [],
  importer?: string,
): Promise<T> {
  await Promise.all(files.map((file) => fetched(new URL(file, importer).href)));
  return load();
}

async function fetched(address: string): Promise<void> {
  if (come.has(address) || isOfPage(address)) return;
  const answer = await fetch(address).catch(() => null);
  // To its end: half a file is none.
  if (!answer?.ok || (await answer.arrayBuffer().catch(() => null)) === null)
    throw new TypeError(`error loading dynamically imported module: ${address}`);
  come.add(address);
}

/** Files that the page itself names have arrived, or this code would not run. */
function isOfPage(address: string): boolean {
  return [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')].some(
    (item) => ('href' in item ? item.href : item.src) === address,
  );
}
