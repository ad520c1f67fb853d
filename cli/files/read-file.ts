/**
 * Reads a workbook of any kind from bytes: .xlsx in this process under its reader's own caps, old formats in a child
 * process with a time and memory limit. When run from sources (tests) the child is not built; then old formats are read
 * in this process.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Result } from '../../core/base/result.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import type { FaultCode } from '../../core/sheet/workbook/file.ts';
import { kindOf, readBook, readLegacyBook, refusalOf } from '../../core/sheet/workbook/file.ts';
import { type LegacyLimits, readLegacyApart } from './legacy-reader.ts';
import { loadFile } from './load-file.ts';

interface ReadFileOptions {
  /** Path of the built cli/files/legacy-child.ts. Default: `legacy-child.js` beside this file, where the build puts it. */
  readonly child?: string;
  readonly limits?: LegacyLimits;
}

/**
 * Book of a file (path or bytes). The kind is found by content, never by name. Refusals as of `readBook`; it does not
 * throw.
 */
export async function readFileBook(source: string | Uint8Array, options: ReadFileOptions = {}): Promise<Result<Book>> {
  const loaded = typeof source === 'string' ? loadFile(source) : { ok: true as const, value: source };
  if (!loaded.ok) return loaded;
  const bytes = loaded.value;
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  if (kind.value === 'xlsx') return readBook(bytes);
  if (kind.value === 'encrypted') return refuse('encrypted');
  if (kind.value === 'unknown') return refuse('not-workbook');
  const child = options.child ?? fileURLToPath(new URL('./legacy-child.js', import.meta.url));
  return existsSync(child) ? readLegacyApart(child, bytes, options.limits) : readLegacyBook(bytes);
}

function refuse(code: FaultCode): { readonly ok: false; readonly refusal: ReturnType<typeof refusalOf> } {
  return { ok: false, refusal: refusalOf(code) };
}
