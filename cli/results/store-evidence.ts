/** Keeps the files of evidence beside the results, each once under its SHA-256: `minh-chung/<64 digits>.pdf`. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { loadInput } from '../files/load-file.ts';
import { safeWrite } from '../files/safe-write.ts';
import type { GivenEvidence } from '../run/gather-evidence.ts';

const FOLDER = 'minh-chung';

interface Stored {
  /** Absolute path; null when there was nothing to keep. */
  readonly folder: string | null;
  /** Vietnamese sentences, each beginning with the file's name. */
  readonly warnings: readonly string[];
}

/** A file that is there already has this content, for its name is the digest. */
export function storeEvidence(
  files: readonly GivenEvidence[],
  out: string,
  isInput: (path: string) => boolean,
): Stored {
  const warnings: string[] = [];
  const folder = join(out, FOLDER);
  for (const [hash, { input, name }] of new Map(files.map((file) => [file.hash, file] as const))) {
    const path = join(folder, `${hash}${extname(name).toLowerCase()}`);
    if (existsSync(path)) continue;
    const loaded = loadInput(input);
    if (loaded.ok) safeWrite(path, loaded.value, isInput);
    else warnings.push(`${name}: không giữ được tệp minh chứng. ${loaded.refusal.message}`);
  }
  return { folder: files.length === 0 ? null : folder, warnings };
}
