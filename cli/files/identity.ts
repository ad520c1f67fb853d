/** Whether two paths name the same file: compared by device and inode where they exist, else by the folded spelling. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Equal for two paths of one existing file or folder, also over links; for what does not exist the folded spelling. */
export function identityOf(path: string): string {
  try {
    const stat = statSync(path, { bigint: true });
    // Some network drives give no inodes.
    if (stat.ino !== 0n) return `${stat.dev}:${stat.ino}`;
  } catch {
    // Not there or not to be reached: the spelling has to do.
  }
  return foldedPath(path);
}

/** The path without links, in one case and one normal form: as a drive that tells neither apart would take it. */
function foldedPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole).normalize('NFC').toLowerCase();
  } catch {
    const folder = dirname(whole);
    return folder === whole ? whole : join(foldedPath(folder), basename(whole).normalize('NFC').toLowerCase());
  }
}

/**
 * The files of a run that must stay unchanged: the returned function says whether writing to a path would hit one of
 * them.
 */
export function guardOf(paths: Iterable<string>): (path: string) => boolean {
  const identities = new Set<string>();
  const spellings = new Set<string>();
  for (const path of paths) {
    identities.add(identityOf(path));
    spellings.add(foldedPath(path));
    spellings.add(resolve(path).normalize('NFC').toLowerCase());
  }
  return (path) =>
    identities.has(identityOf(path)) ||
    spellings.has(foldedPath(path)) ||
    spellings.has(resolve(path).normalize('NFC').toLowerCase());
}
