/**
 * The content of a .zip that units sent: its files by name, and the bytes of a file. The directory is read strictly and
 * sizes are capped before anything is inflated; names are only ever shown or turned into safe names, never followed.
 */
import type { Result } from '../../core/base/result.ts';
import { crc32 } from '../../core/sheet/workbook/xlsx/crc32.ts';
import { FileFault, guarded } from '../../core/sheet/workbook/xlsx/fault.ts';
import { readZipDirectory, type ZipEntry } from '../../core/sheet/workbook/xlsx/zip-directory.ts';
import { inflateEntry } from '../../core/sheet/workbook/xlsx/zip-inflate.ts';
import { decodeCp437 } from './cp437.ts';

interface ZipMember {
  /** Place in the directory. */
  readonly entry: number;
  /** With forward slashes, without anything that leads out of a folder. */
  readonly name: string;
}

const UTF8 = 0x800;
/** Extra field with the name in UTF-8, as Info-ZIP and WinRAR write it: version, checksum of the plain name, name. */
const UNICODE_PATH = 0x7075;

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

/**
 * UTF-8 where the entry says so or the bytes are (macOS does not say) or an extra field holds it; else code page 437.
 */
function decodeName({ nameBytes, flags, extra }: ZipEntry): string {
  const unicode = flags & UTF8 ? null : unicodePath(extra, nameBytes);
  if (unicode !== null) return unicode;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(nameBytes);
  } catch {
    return flags & UTF8 ? new TextDecoder().decode(nameBytes) : decodeCp437(nameBytes);
  }
}

/**
 * Name of the extra field; null where there is none, it is no UTF-8, or the name was changed since by a program that
 * did not know it.
 */
function unicodePath(extra: Uint8Array | undefined, nameBytes: Uint8Array): string | null {
  if (extra === undefined) return null;
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== UNICODE_PATH || at + 9 > end || end > extra.length) continue;
    if (extra[at + 4] !== 1 || view.getUint32(at + 5, true) !== crc32(nameBytes)) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(extra.subarray(at + 9, end));
    } catch {
      return null;
    }
  }
  return null;
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
