/**
 * What a page carries inside itself, where it is one file and may fetch nothing: data blocks, gzipped and in base64,
 * which no browser runs. null = the page has no such block, its files lie beside it.
 */
export async function packed(id: PackId): Promise<Uint8Array<ArrayBuffer> | null> {
  // A worker has no page to look in: it holds what it was handed.
  if (typeof document === 'undefined') return carried.get(id) ?? null;
  const text = document.getElementById(id)?.textContent;
  if (!text) return null;
  const block = new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);
  const bytes = await new Response(block.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  return new Uint8Array(bytes);
}

/** Of the blocks: the code of the worker for old workbooks, the sample workbook. The build writes them. */
export type PackId = 'legacy-worker' | 'sample-book';

const carried = new Map<PackId, Uint8Array<ArrayBuffer>>();

/** Hands a worker a block of its page. */
export function carry(id: PackId, bytes: Uint8Array<ArrayBuffer>): void {
  carried.set(id, bytes);
}
