/**
 * What is inside a .zip that units sent: its files by name, and the bytes of one. The directory is read strictly and sizes are capped
 * before anything is inflated; names are only ever shown or made into safe names, never followed.
 */
import type { Result } from '../core/workbook/port.ts';
import { FileFault, guarded } from '../core/workbook/xlsx/fault.ts';
import { readZipDirectory, type ZipEntry } from '../core/workbook/xlsx/zip-directory.ts';
import { inflateEntry } from '../core/workbook/xlsx/zip-inflate.ts';
import { decodeCp437 } from './cp437.ts';

export interface ZipMember {
  /** Place in the directory. */
  readonly entry: number;
  /** With forward slashes, without anything that leads out of a folder. */
  readonly name: string;
}

const UTF8 = 0x800;

/** Files of the zip, folders left out. A zip that is broken, too large or locked is a refusal. */
export function zipMembers(bytes: Uint8Array): Result<readonly ZipMember[]> {
  return guarded(() =>
    readZipDirectory(bytes).flatMap((entry, index) => {
      const name = safeName(decodeName(entry));
      return name === '' || /[\\/]$/.test(entry.name) ? [] : [{ entry: index, name }];
    }),
  );
}

/** Bytes of one member of the zip. */
export function zipMember(bytes: Uint8Array, entry: number): Result<Uint8Array> {
  return guarded(() => {
    const found = readZipDirectory(bytes)[entry];
    if (!found) throw new FileFault('damaged');
    return inflateEntry(found);
  });
}

/** UTF-8 where the entry says so or the bytes are (macOS does not say); else code page 437. */
function decodeName({ nameBytes, flags }: ZipEntry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(nameBytes);
  } catch {
    return flags & UTF8 ? new TextDecoder().decode(nameBytes) : decodeCp437(nameBytes);
  }
}

/** Steps of a path that can only lead down, each a name every system takes. */
function safeName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .map((step) =>
      step
        .replace(/[<>:"|?*\p{Cc}\p{Cf}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .replace(/^[ .]+(?=[ .]*$)|[ .]+$/g, '')
        .trim(),
    )
    .filter((step) => step !== '')
    .join('/');
}
