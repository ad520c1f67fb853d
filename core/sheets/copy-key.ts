/**
 * The key that encrypts a browser's copy of a workbook. The workbook's own file carries it as a custom property:
 * whoever has the file can open the copy; a page that reads only the browser's store cannot.
 */
import { customPart, propertyOf, withProperty } from '../sheet/workbook/xlsx/custom-properties.ts';
import { type BookDraft, finishDraft, setPart } from '../sheet/workbook/xlsx/draft.ts';
import { guarded } from '../sheet/workbook/xlsx/fault.ts';
import { openPackage } from '../sheet/workbook/xlsx/package.ts';

const NAME = 'ThiDuaSoKhoa';
const KEY = /^[0-9a-f]{64}$/;

/** Hexadecimal, 256 bits; null where the file has none or is no workbook of this kind. */
export function copyKeyIn(bytes: Uint8Array): string | null {
  const read = guarded(() => propertyOf(openPackage(bytes), NAME));
  return read.ok && read.value !== undefined && KEY.test(read.value) ? read.value : null;
}

/** The workbook with a key: its existing key, else `fresh`. `key` null = the file cannot carry a key. */
export function withCopyKey(
  bytes: Uint8Array,
  fresh: string,
): { readonly bytes: Uint8Array; readonly key: string | null } {
  const own = copyKeyIn(bytes);
  if (own !== null) return { bytes, key: own };
  const keyed = guarded(() => {
    const draft: BookDraft = { pack: openPackage(bytes), changes: new Map(), strict: false };
    const { name, xml } = customPart(draft);
    setPart(draft, name, withProperty(xml, NAME, fresh));
    return finishDraft(draft);
  });
  return keyed.ok ? { bytes: keyed.value, key: fresh } : { bytes, key: null };
}
