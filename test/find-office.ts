/** LibreOffice as a reader of what we write that shares no code with us; null where it is not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runFolder } from './built-once.ts';

const TIMEOUT = 90_000;

let found: string | null | undefined;

/** Looked for once by all test files of a process. */
export function findOffice(): string | null {
  const name = process.env.SOFFICE ?? 'soffice';
  if (found === undefined)
    found = spawnSync(name, ['--version'], { stdio: 'ignore', timeout: TIMEOUT }).status === 0 ? name : null;
  return found;
}

type Kind = 'csv' | 'txt' | 'pdf' | 'ods' | 'xlsx';

/** The files as LibreOffice, started once, says them in `kind`, in their order; of a workbook in `csv` the first sheet. */
export function converted(office: string, files: readonly string[], kind: Kind): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-office-'));
  try {
    // A profile of this process: LibreOffice running with the same would take the work and say nothing, and to make it
    // takes longer than to convert.
    const profile = `-env:UserInstallation=${pathToFileURL(join(runFolder(), `office-${process.pid}`)).href}`;
    const filter = {
      csv: 'csv:Text - txt - csv (StarCalc):44,34,76',
      txt: 'txt:Text (encoded):UTF8',
      pdf: 'pdf',
      ods: 'ods',
      xlsx: 'xlsx',
    }[kind];
    const out = join(folder, 'out');
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', out, ...files];
    execFileSync(office, args, { stdio: 'ignore', timeout: TIMEOUT });
    return files.map((file) => {
      const made = join(out, `${parse(file).name}.${kind}`);
      if (!existsSync(made)) throw new Error(`LibreOffice could not open ${file}`);
      return readFileSync(made);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function convertedText(office: string, file: string, kind: 'csv' | 'txt' = 'txt'): string {
  return Buffer.concat(converted(office, [file], kind))
    .toString('utf8')
    .normalize('NFC');
}
