/** Names of the scored copies: settled before the first byte is written, so that no copy is in the way of another. */
import { basename, extname, isAbsolute } from 'node:path';
import { cutToBytes } from '../../core/base/text/plain-text.ts';

/**
 * Bytes of a file's or folder's name. File systems take 255; a number, another extension or the date of an earlier
 * copy may be added.
 */
const LONGEST_NAME = 200;

/** Gives each input the name of its copy below the results folder; `reserved` names are given to none. */
export function freeNames(...reserved: readonly string[]): (name: string) => string {
  const files = new Set(reserved.map(folded));
  const folders = new Set<string>();
  const folderOf = (parent: string, step: string): string => {
    const first = parent + cutToBytes(step, LONGEST_NAME);
    let free = first;
    for (let n = 2; files.has(folded(free)); n += 1) free = `${first} (${n})`;
    folders.add(folded(free));
    return `${free}/`;
  };
  /** The file's own name, .xlsx unless it is an .xlsm; out of a .zip in a folder named like it; a taken one gets a number. */
  return (name) => {
    const short = (isAbsolute(name) ? basename(name) : name).replace(/\.zip\//gi, '/');
    const steps = short.split('/');
    const folder = steps.slice(0, -1).reduce(folderOf, '');
    const last = steps.at(-1) ?? '';
    const extension = extname(last);
    const ending = ['.xlsx', '.xlsm'].includes(extension.toLowerCase()) ? extension : '.xlsx';
    const stem = folder + cutToBytes(last.slice(0, last.length - extension.length), LONGEST_NAME - ending.length);
    let free = stem + ending;
    for (let n = 2; files.has(folded(free)) || folders.has(folded(free)); n += 1) free = `${stem} (${n})${ending}`;
    files.add(folded(free));
    return free;
  };
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
