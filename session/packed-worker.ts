/** A worker whose code the page carries inside itself. */
import { type PackId, packed } from './packed.ts';

/** null = the page has no such block: the worker's file lies beside it. */
export async function packedWorker(id: PackId): Promise<Worker | null> {
  const code = await packed(id);
  if (code === null) return null;
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
