/** LibreOffice as a reader of what we write that shares no code with us; null where it is not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse } from 'node:path';
import { pathToFileURL } from 'node:url';

const TIMEOUT = 90_000;

export function findOffice(): string | null {
  const name = process.env.SOFFICE ?? 'soffice';
  return spawnSync(name, ['--version'], { stdio: 'ignore', timeout: TIMEOUT }).status === 0 ? name : null;
}

type Kind = 'csv' | 'txt' | 'pdf' | 'ods' | 'xlsx';

/** The files as LibreOffice, started once, says them in `kind`, in their order; of a workbook in `csv` the first sheet. */
export function converted(office: string, files: readonly string[], kind: Kind): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-office-'));
  try {
    // Its own profile: another one running would take the work and say nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
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
