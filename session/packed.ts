/**
 * What a page carries inside itself, where it is one file and may fetch nothing: data blocks, gzipped and in base64,
 * which no browser runs. null = the page has no such block, its files lie beside it.
 */
export async function packed(id: PackId): Promise<Uint8Array<ArrayBuffer> | null> {
  // A worker has no page to look in: it holds what it was handed.
  if (typeof document === 'undefined') return carried.get(id) ?? null;
  const text = document.getElementById(id)?.textContent;
  if (!text) return null;
  const letters = atob(text);
  // `Uint8Array.from` with a function would hold the page up ten times as long.
  const zipped = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at++) zipped[at] = letters.charCodeAt(at);
  const bytes = await new Response(
    new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).arrayBuffer();
  return new Uint8Array(bytes);
}

/**
 * Of the blocks: the code of the workers for old workbooks and for PDF, the sample workbook, parts of the page's own
 * program. The build writes them.
 */
export type PackId = 'legacy-worker' | 'pdf-worker' | 'sample-book' | 'pane-part' | 'rest-part';

const carried = new Map<PackId, Uint8Array<ArrayBuffer>>();

/** Hands a worker a block of its page. */
export function carry(id: PackId, bytes: Uint8Array<ArrayBuffer>): void {
  carried.set(id, bytes);
}
