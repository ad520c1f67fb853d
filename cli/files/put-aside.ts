/**
 * Keeps the packed parts of a workbook of thousands of sheets on the disk, not in memory, until the workbook is written:
 * in a file without a name, which is gone with the process, however that ends.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Settle } from '../../core/sheet/workbook/xlsx/draft.ts';

interface Aside {
  readonly settle: Settle;
  readonly close: () => void;
}

/** Where the folder takes no more, parts stay in memory: writing the workbook then tells what is wrong. */
export function putAside(folder: string): Aside {
  const handle = namelessFile(folder);
  if (handle === null) return { settle: (entry) => entry, close: () => {} };
  let end = 0;
  return {
    settle: (entry) => {
      const { length } = entry.data;
      const start = end;
      try {
        for (let done = 0; done < length; ) done += writeSync(handle, entry.data, done, length - done, start + done);
      } catch {
        return entry;
      }
      end += length;
      return Object.defineProperty({ ...entry }, 'data', { enumerable: true, get: () => piece(handle, start, length) });
    },
    close: () => closeSync(handle),
  };
}

function namelessFile(folder: string): number | null {
  const path = join(folder, `.${randomBytes(6).toString('hex')}.${process.pid}.tmp`);
  try {
    const handle = openSync(path, 'wx+', 0o600);
    rmSync(path, { force: true });
    return handle;
  } catch {
    return null;
  }
}

function piece(handle: number, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const read = readSync(handle, bytes, done, length - done, start + done);
    if (read === 0) throw new Error('a part that was put aside is gone');
    done += read;
  }
  return bytes;
}
