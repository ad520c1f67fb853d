/** Writes the forms for a list of units into a folder or into one .zip. */
import { join } from 'node:path';
import { done, type Result } from '../../core/base/result.ts';
import { type FormPack, zippedPack } from '../../session/forms/form-pack.ts';
import { safeWrite } from '../files/safe-write.ts';

/** Where they go: a folder, or one .zip with the messages to send. */
export type FormTarget = { readonly kind: 'folder' | 'zip'; readonly path: string };

/**
 * Writes them and returns the earlier files it saved under other names, because somebody may have filled them in.
 * Untouched files of ours are overwritten.
 */
export function writeFormFiles(
  { kind, path }: FormTarget,
  pack: FormPack,
  isInput: (path: string) => boolean,
): Result<readonly string[]> {
  const written = (to: string, bytes: Uint8Array) => safeWrite(to, bytes, isInput).renamed ?? [];
  if (kind === 'folder') return done(pack.files.flatMap(({ name, bytes }) => written(join(path, name), bytes)));
  const zip = zippedPack(pack);
  return zip.ok ? done([written(path, zip.value)].flat()) : zip;
}
