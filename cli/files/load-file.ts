/**
 * Reads the bytes of an input, from disk or out of a .zip. Never hangs or throws: a pipe, a device, a file that is too
 * large, has vanished or may not be read is a refusal with one sentence.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Result } from '../../core/base/result.ts';
import { refusalOf } from '../../core/sheet/workbook/file.ts';
import { fileTrouble } from './file-trouble.ts';
import type { InputFile } from './walk.ts';
import { zipMember } from './zip-members.ts';

/** No report of a unit comes near; a larger file is not even loaded. */
const MAX_BYTES = 100 * 1024 * 1024;

/** Bytes of an input of a run. */
export function loadInput({ path, entry }: Pick<InputFile, 'path' | 'entry'>): Result<Uint8Array> {
  const loaded = loadFile(path);
  return loaded.ok && entry !== undefined ? zipMember(loaded.value, entry) : loaded;
}

/** Bytes of a regular file; with `limit` at most that many, from the beginning. */
export function loadFile(path: string, limit?: number): Result<Uint8Array> {
  let handle: number | undefined;
  try {
    // Without O_NONBLOCK opening a pipe waits for somebody to write into it.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (!stat.isFile()) return refuse('Không phải là tệp thường (ống dẫn, thiết bị hoặc thư mục) nên không đọc.');
    if (limit === undefined && stat.size > MAX_BYTES) return { ok: false, refusal: refusalOf('too-large') };
    return { ok: true, value: readUpTo(handle, Math.min(stat.size, limit ?? stat.size)) };
  } catch (error) {
    return refuse(fileTrouble(error));
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Fingerprint of what was read, to see later that the file is still the same. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

function readUpTo(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const got = readSync(handle, bytes, filled, size - filled, null);
    if (got === 0) break;
    filled += got;
  }
  return bytes.subarray(0, filled);
}

function refuse(message: string): Result<never> {
  return { ok: false, refusal: { code: 'unreadable', message } };
}
