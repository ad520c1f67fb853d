/** Which files a command was given: folders are walked in a stable order. What a file is, its content decides, not its name. */
import { readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { fromUser } from './paths.ts';
import { refuse } from './usage-error.ts';

export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** As shown: relative to the folder that was given, or the bare file name; unique in the run. */
  readonly name: string;
}

const EXTENSIONS = new Set(['.xlsx', '.xlsm', '.xls', '.ods']);

/** True for a name Excel and LibreOffice give their lock files, and for hidden files. */
function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function walkFolder(folder: string, without: string | null): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    const path = join(folder, entry.name);
    if (isPassedOver(entry.name) || path === without) continue;
    if (entry.isDirectory()) found.push(...walkFolder(path, without));
    else if (entry.isFile() && EXTENSIONS.has(extname(entry.name).toLowerCase())) found.push(path);
  }
  return found;
}

/**
 * Files for the paths the user typed. A file named outright is taken whatever its extension. `without` (absolute) is the results
 * folder: what an earlier run wrote there is no report. Ends the command when a path does not exist.
 */
export function inputFiles(paths: readonly string[], without: string | null = null): InputFile[] {
  const files = new Map<string, InputFile>();
  const names = new Set<string>();
  for (const typed of paths) {
    const path = fromUser(typed);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) refuse(`Không tìm thấy tệp hoặc thư mục "${typed}".`);
    const folder = found.isDirectory();
    for (const file of folder ? walkFolder(path, without) : [path]) {
      if (files.has(file)) continue;
      const short = (folder ? relative(path, file) : basename(file)).split(sep).join('/').normalize('NFC');
      const name = names.has(short) ? file : short;
      names.add(name);
      files.set(file, { path: file, name });
    }
  }
  return [...files.values()];
}
