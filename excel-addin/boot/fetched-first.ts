/**
 * Stands in the place of what Vite does before it imports a part of the program (`vite/part-fetching.ts`): all files of
 * the part are fetched, and only when every one has come is it imported. A browser may keep for good that a module did
 * not come, and gives that answer to whoever asks again (Firefox does); what only `fetch` was asked for can be asked
 * for again. No address is changed, so no module is there twice.
 */
const come = new Set<string>();

/** `files` are addresses seen from `importer`; rejects as an import does when one of them does not come. */
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

/** What the page itself names is there, or nothing of this would run. */
function isOfPage(address: string): boolean {
  return [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')].some(
    (one) => ('href' in one ? one.href : one.src) === address,
  );
}
