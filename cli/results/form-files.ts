/** Writes the forms for a list of units into a folder or into one .zip. */
import { join } from 'node:path';
import { type FormPack, zippedPack } from '../../session/forms/form-pack.ts';
import { safeWrite } from '../files/safe-write.ts';

/** Where they go: a folder, or one .zip with the messages to send. */
export type FormTarget = { readonly kind: 'folder' | 'zip'; readonly path: string };

/**
 * Writes them; gives the earlier files that were kept, for somebody may have filled them in. Files of ours that nobody
 * touched are written anew.
 */
export function writeFormFiles(
  { kind, path }: FormTarget,
  pack: FormPack,
  isInput: (path: string) => boolean,
): readonly string[] {
  const files =
    kind === 'zip'
      ? [{ to: path, bytes: zippedPack(pack) }]
      : pack.files.map(({ name, bytes }) => ({ to: join(path, name), bytes }));
  return files.flatMap(({ to, bytes }) => safeWrite(to, bytes, isInput).kept ?? []);
}
