/**
 * Bodies of requests. A small body is read into memory; a larger one goes to a temporary file as it arrives, and only a
 * few at a time are then loaded to be processed: many simultaneous senders cost disk, not memory. A body that comes more
 * slowly than any line is given up.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes up to which a body stays in memory. */
export const SMALL_BODY = 64 * 1024;
/** Most large bodies that are processed at the same time. */
const AT_ONCE = 3;

/** Codes of the errors by which a body ends that was cut off, or that came too slowly. */
export const CUT_OFF = 'cut-off';
export const SLOW = 'slow';

/** How slowly a body may come: milliseconds at its start, and the bytes that each further second has to bring. */
interface Pace {
  readonly start: number;
  readonly bytesPerSecond: number;
}
const PACE: Pace = { start: 30_000, bytesPerSecond: 16 * 1024 };

export interface Bodies {
  /** Gives the body to `work`, once all of it has come; 'too-large' as soon as it is longer than `most`. */
  readonly take: <T>(
    request: Request,
    most: number,
    work: (body: Uint8Array) => Promise<T>,
  ) => Promise<T | 'too-large'>;
  /** Does the work when one of the few places for large bodies is free. Not from within `take`'s work on a large body. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function newBodies(folder = tmpdir(), atOnce = AT_ONCE, pace = PACE): Bodies {
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
    inTurn,
    take: async (request, most, work) => {
      const stated = request.headers.get('content-length');
      if (stated !== null && !(/^\d{1,15}$/.test(stated) && Number(stated) <= most)) return 'too-large';
      // Without a stream and a file, which for small bodies take longer than the work they are for.
      if (stated !== null && Number(stated) <= SMALL_BODY) return work(await smallBody(request, pace));
      const path = join(folder, `thi-dua-so-${randomBytes(12).toString('hex')}`);
      try {
        const body = await received(request, most, path, pace);
        if (body === 'too-large') return body;
        return body === 'in-file' ? await inTurn(async () => work(await readFile(path))) : await work(body);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** The sender went away before all of the body had come, or sends too slowly: no fault of ours. */
class Unfinished extends Error {
  readonly code: string;
  constructor(code: typeof CUT_OFF | typeof SLOW) {
    super(code);
    this.code = code;
  }
}

/** Whole, as HTTP hands it over: never more bytes than its length says. */
async function smallBody(request: Request, pace: Pace): Promise<Uint8Array> {
  return new Uint8Array(await inTime(request.arrayBuffer(), pace.start));
}

/** What comes within so many milliseconds. */
async function inTime<T>(coming: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Unfinished(SLOW)), milliseconds);
  });
  const come = coming.catch(() => Promise.reject(new Unfinished(CUT_OFF)));
  return Promise.race([come, tooSlow]).finally(() => clearTimeout(timer));
}

/** The body itself where it is small; else it stands in the file. */
async function received(
  request: Request,
  most: number,
  path: string,
  pace: Pace,
): Promise<Uint8Array | 'in-file' | 'too-large'> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const began = performance.now();
  const chunks: Uint8Array[] = [];
  let size = 0;
  let file: FileHandle | null = null;
  try {
    const next = () => {
      const until = began + pace.start + (size / pace.bytesPerSecond) * 1000;
      return inTime(reader.read(), Math.max(0, until - performance.now()));
    };
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
