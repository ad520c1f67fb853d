/** Keeps the files of evidence beside the results, each once under its SHA-256: `minh-chung/<64 digits>.pdf`. */
import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileTrouble } from '../files/file-trouble.ts';
import { loadInput } from '../files/load-file.ts';
import { makeFolder, safeWrite } from '../files/safe-write.ts';
import type { InputFile } from '../files/walk.ts';
import type { EvidenceInput } from '../run/gather-evidence.ts';

const FOLDER = 'minh-chung';

interface Stored {
  /** Absolute path; null when there was nothing to keep. */
  readonly folder: string | null;
  /** Vietnamese sentences, each beginning with the file's name. */
  readonly warnings: readonly string[];
}

/** A file that is there already has this content, for its name is the digest. */
export function storeEvidence(
  files: readonly EvidenceInput[],
  out: string,
  isInput: (path: string) => boolean,
): Stored {
  const warnings: string[] = [];
  const folder = join(out, FOLDER);
  for (const [hash, { input, name }] of new Map(files.map((file) => [file.hash, file] as const))) {
    const path = join(folder, `${hash}${extname(name).toLowerCase()}`);
    if (existsSync(path)) continue;
    const trouble = stored(input, path, isInput);
    if (trouble !== null) warnings.push(`${name}: không giữ được tệp minh chứng. ${trouble}`);
  }
  return { folder: files.length === 0 ? null : folder, warnings };
}

/** Copied by the system where it lies as a file, so that its bytes are not read twice; null = it is there. */
function stored(input: InputFile, path: string, isInput: (path: string) => boolean): string | null {
  if (input.entry !== undefined) {
    const loaded = loadInput(input);
    if (!loaded.ok) return loaded.refusal.message;
    safeWrite(path, loaded.value, isInput);
    return null;
  }
  makeFolder(dirname(path));
  const half = `${path}.dang-ghi`;
  try {
    copyFileSync(input.path, half, constants.COPYFILE_FICLONE);
    renameSync(half, path);
    return null;
  } catch (error) {
    rmSync(half, { force: true });
    return fileTrouble(error);
  }
}
