/** LibreOffice as a reader of what we write that shares no code with us; null where it is not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TIMEOUT = 90_000;

export function findOffice(): string | null {
  const name = process.env.SOFFICE ?? 'soffice';
  return spawnSync(name, ['--version'], { stdio: 'ignore', timeout: TIMEOUT }).status === 0 ? name : null;
}

/** The file as LibreOffice says it in `kind`; of a workbook in `csv` the first sheet. */
export function converted(office: string, file: string, kind: 'csv' | 'txt' | 'pdf' | 'ods' | 'xlsx'): Buffer {
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
    const args = [profile, '--headless', '--convert-to', filter, '--outdir', out, file];
    execFileSync(office, args, { stdio: 'ignore', timeout: TIMEOUT });
    const [made] = readdirSync(out);
    if (made === undefined) throw new Error(`LibreOffice could not open ${file}`);
    return readFileSync(join(out, made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function convertedText(office: string, file: string, kind: 'csv' | 'txt' = 'txt'): string {
  return converted(office, file, kind).toString('utf8').normalize('NFC');
}
