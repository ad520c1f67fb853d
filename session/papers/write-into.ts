/**
 * Writes our files into a folder of the officer's, as the command line does: never over a file that a person made or
 * changed. An earlier file that is not exactly as we wrote it stays beside the new one.
 */

import { isSameBytes } from '../../core/sheet/workbook/same-bytes.ts';
import { earlierName } from '../../core/sheets/earlier-name.ts';
import { mayReplace } from '../../core/sheets/may-replace.ts';
import type { NamedFile, Progress } from '../host/files.ts';

export interface OutputFolder {
  /** null = there is no such file. Rejects when the file cannot be read. */
  readonly read: (path: string) => Promise<{ readonly bytes: Uint8Array; readonly changed: Date } | null>;
  /** Whole or not at all, the folders of the path made as needed. Rejects when it cannot. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

/**
 * `files` by their paths. Returns the new names of earlier files that were preserved. Throws on failure: the files
 * written before it stay.
 */
export async function writeInto(
  folder: OutputFolder,
  files: readonly NamedFile[],
  progress: Progress,
): Promise<readonly string[]> {
  const keptFiles: string[] = [];
  for (const [at, { name: path, bytes }] of files.entries()) {
    const earlier = await folder.read(path);
    const isSame = earlier !== null && isSameBytes(earlier.bytes, bytes);
    if (earlier !== null && !mayReplace(earlier.bytes, bytes)) {
      const name = await freeName(folder, path, earlier.changed);
      await folder.write(name, earlier.bytes);
      keptFiles.push(name);
    }
    if (!isSame) await folder.write(path, bytes);
    progress((at + 1) / files.length);
  }
  return keptFiles;
}

async function freeName(folder: OutputFolder, path: string, changed: Date): Promise<string> {
  for (let count = 1; ; count++) {
    const name = earlierName(path, changed, count);
    if ((await folder.read(name)) === null) return name;
  }
}
