/**
 * Bodies of requests. A small body is read into memory; a larger one goes to a temporary file as it arrives, and only a
 * few at a time are then loaded to be processed: many simultaneous senders cost disk, not memory.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes up to which a body stays in memory. */
export const SMALL_BODY = 64 * 1024;
/** Most large bodies that are processed at the same time. */
const AT_ONCE = 3;

/** Code of the error by which a body ends that was cut off. */
export const CUT_OFF = 'cut-off';

export interface Bodies {
  /** Gives the body to `work`, once all of it has come; 'too-large' as soon as it is longer than `most`. */
  readonly take: <T>(
    request: Request,
    most: number,
    work: (body: Uint8Array) => Promise<T>,
  ) => Promise<T | 'too-large'>;
}

export function newBodies(folder = tmpdir(), atOnce = AT_ONCE): Bodies {
  let free = atOnce;
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((next) => waiting.push(next));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
  return {
    take: async (request, most, work) => {
      const stated = request.headers.get('content-length');
      if (stated !== null && !(/^\d{1,15}$/.test(stated) && Number(stated) <= most)) return 'too-large';
      const path = join(folder, `thi-dua-so-${randomBytes(12).toString('hex')}`);
      try {
        const body = await received(request, most, path);
        if (body === 'too-large') return body;
        return body === 'in-file' ? await inTurn(async () => work(await readFile(path))) : await work(body);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** The sender went away before all of the body had come: no fault of ours. */
class CutOff extends Error {
  readonly code = CUT_OFF;
}

/** The body itself where it is small; else it stands in the file. */
async function received(request: Request, most: number, path: string): Promise<Uint8Array | 'in-file' | 'too-large'> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let file: FileHandle | null = null;
  try {
    const next = () => reader.read().catch(() => Promise.reject(new CutOff()));
    for (let part = await next(); !part.done; part = await next()) {
      size += part.value.length;
      if (size > most) return 'too-large';
      chunks.push(part.value);
      if (size <= SMALL_BODY) continue;
      file ??= await open(path, 'wx', 0o600);
      for (const chunk of chunks.splice(0)) await file.writeFile(chunk);
    }
    return file ? 'in-file' : Buffer.concat(chunks);
  } finally {
    await reader.cancel().catch(() => {});
    await file?.close();
  }
}
