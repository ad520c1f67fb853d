/** A folder of the file system as the folder carrier wants it. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { FolderPort } from '../../core/share/folder-carrier.ts';
import { troubleCode, writeTrouble } from '../files/file-trouble.ts';
import { loadFile } from '../files/load-file.ts';
import { UsageError } from '../usage-error.ts';

/** `folder` is absolute and is there. Links, folders and what is no regular file are not listed. */
export function nodeFolder(folder: string): FolderPort {
  return {
    list: async () =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const size = entry.isFile() ? sizeOf(join(folder, entry.name)) : null;
        return size === null ? [] : [{ name: entry.name, size }];
      }),
    read: async (name, limit) => {
      const loaded = loadFile(join(folder, name), limit);
      // Gone between listing and reading: a file that is empty, so far.
      return loaded.ok ? loaded.value : new Uint8Array();
    },
    write: async (name, bytes) => writeOnce(join(folder, basename(name)), bytes),
    remove: async (name) => rmSync(join(folder, basename(name)), { force: true }),
    trouble: (error) =>
      error instanceof UsageError ? error.message : `Không dùng được thư mục "${folder}": ${writeTrouble(error)}.`,
  };
}

function sizeOf(path: string): number | null {
  try {
    return statSync(path).size;
  } catch (error) {
    if (troubleCode(error) === '') throw error;
    return null;
  }
}

/** Whole or not at all; where the same bytes stand there already nothing is done. */
function writeOnce(path: string, bytes: Uint8Array): void {
  if (sizeOf(path) === bytes.length && readFileSync(path).equals(bytes)) return;
  // In a folder of many hands: a name nobody can have put a link under, and no file that stands there is opened.
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
