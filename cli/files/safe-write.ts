/**
 * Writes a file whole or not at all, and never over an input or a file that somebody changed. Inputs of the run are
 * refused as outputs; an earlier file that is not exactly as we wrote it is saved under another name. The bytes go to a
 * temporary file, which is renamed once it is on the disk.
 */
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { earlierName } from '../../core/sheets/earlier-name.ts';
import { mayReplace } from '../../core/sheets/may-replace.ts';
import { refuse } from '../usage-error.ts';
import { troubleCode, writeTrouble } from './file-trouble.ts';
import { loadFile } from './load-file.ts';

interface Written {
  /** Absolute path of the earlier file under its new name; null when there was no earlier file. */
  readonly renamed: string | null;
}

/**
 * Makes a folder one level at a time (Node's recursive mkdir never ends on /proc and dead network drives). Ends the
 * command when it cannot.
 */
export function makeFolder(folder: string): void {
  const stat = statOf(folder);
  if (stat?.isDirectory()) return;
  if (stat) refuse(`Không tạo được thư mục "${folder}": chỗ này đã có một tệp cùng tên.`);
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (troubleCode(error) !== 'EEXIST' || !statOf(folder)?.isDirectory())
      refuse(`Không tạo được thư mục "${folder}": ${writeTrouble(error)}.`);
  }
}

/**
 * Writes the file, given whole or in pieces. `isInput` recognises paths that must not be written (identity.ts); they end the command, as does any
 * refusal of the file system, and then the earlier file is unchanged.
 */
export function safeWrite(
  path: string,
  content: Uint8Array | Iterable<Uint8Array>,
  isInput: (path: string) => boolean,
): Written {
  const pieces = content instanceof Uint8Array ? [content] : content;
  if (isInput(path)) refuse(overInput(path));
  makeFolder(dirname(path));
  const earlier = lstatOf(path);
  if (earlier?.isDirectory()) refuse(`Không ghi được "${path}": chỗ này là một thư mục.`);
  const temporary = join(dirname(path), `.${basename(path).slice(0, 80)}.${process.pid}.tmp`);
  try {
    writeWhole(temporary, pieces);
    const renamed = earlier && !isOurs(path, temporary) ? keepEarlier(path, earlier.mtime) : null;
    renameSync(temporary, path);
    return { renamed };
  } catch (error) {
    rmSync(temporary, { force: true });
    return refuse(`Không ghi được tệp "${path}": ${writeTrouble(error)}. Tệp cũ, nếu có, vẫn còn nguyên.`);
  }
}

/** The sentence for a path that is an input of the run. */
export function overInput(path: string): string {
  return `Không ghi "${basename(path)}": tệp này là dữ liệu đầu vào, sẽ bị ghi đè. Hãy chọn thư mục kết quả khác.`;
}

function isOurs(path: string, written: string): boolean {
  const [earlier, now] = [loadFile(path), loadFile(written)];
  return earlier.ok && now.ok && mayReplace(earlier.value, now.value);
}

/** Under a name that is free. */
function keepEarlier(path: string, changed: Date): string {
  for (let count = 1; ; count += 1) {
    const name = earlierName(path, changed, count);
    if (lstatOf(name)) continue;
    moveTo(path, name);
    return name;
  }
}

/** A second name first, so that there is no moment without the file; where links are not to be had, a move. */
function moveTo(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch {
    renameSync(path, name);
  }
}

function writeWhole(path: string, pieces: Iterable<Uint8Array>): void {
  const handle = openSync(path, 'wx');
  try {
    for (const bytes of pieces) for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function statOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function lstatOf(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
