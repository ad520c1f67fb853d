/**
 * `npm run pictures`: takes the pictures of the documents anew, and only those that a page shows. Sheets and papers of
 * the demonstration through LibreOffice, poppler and ImageMagick; screens by the browser tests (PICTURES=1). What the
 * picture of the ranking shows is written beside it as text (docs/pictures/council-ranking.json), so that a test can
 * hold it against the demonstration.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const FOLDER = 'docs/pictures';
/** Dots per inch. */
const SHARP = 100;
const MOVEMENT = 'ta-ma-2023-2030';

const work = mkdtempSync(join(tmpdir(), 'thi-dua-so-pictures-'));
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
const command = (...args) => run(process.execPath, 'cli/start.mjs', ...args);

/** The file as LibreOffice prints it: its pages as text, and where the PDF lies. */
function printed(file) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
  run(process.env.SOFFICE ?? 'soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', work, file);
  const pdf = join(work, basename(file).replace(/\.\w+$/, '.pdf'));
  return { pdf, pages: run('pdftotext', '-layout', pdf, '-').normalize('NFC').split('\f') };
}

/** One page as a picture, without the white around it. */
function picture({ pdf }, page, name) {
  const stem = join(work, name);
  run('pdftoppm', '-png', '-singlefile', '-r', `${SHARP}`, '-f', `${page + 1}`, '-l', `${page + 1}`, pdf, stem);
  const around = ['-trim', '+repage', '-bordercolor', 'white', '-border', '16'];
  run('convert', `${stem}.png`, ...around, '-strip', '-colors', '64', `${FOLDER}/${name}.png`);
}

function sheets() {
  command('--demo');
  const council = printed('out/demo/council.xlsx');
  const ranking = council.pages.findIndex((text) => text.includes('KẾT QUẢ XẾP HẠNG'));
  if (ranking < 0) throw new Error('council.xlsx has no page of the ranking');
  picture(council, ranking, 'council-ranking');
  const lines = council.pages[ranking].split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  const shown = lines.filter((line) => line !== '');
  writeFileSync(`${FOLDER}/council-ranking.json`, `${JSON.stringify({ shown }, null, 2)}\n`);

  const scored = readdirSync('out/demo').find((name) => name.includes('Hang Chua') && name.endsWith('.xlsx'));
  if (scored === undefined) throw new Error('the demonstration has no report of Háng Chua');
  picture(printed(join('out/demo', scored)), 0, 'scored-form');

  const paper = readdirSync('out/demo/van-ban').find((name) => name.startsWith('to-trinh'));
  if (paper === undefined) throw new Error('the demonstration has no submission');
  picture(printed(join('out/demo/van-ban', paper)), 0, 'paper-submission');

  for (const [name, ...args] of [
    ['form', MOVEMENT, '--audience', 'village', '--period', '2025', '--unit', 'Bản Nà Đắng'],
    ['form-household', 'luc-ba-2024', '--audience', 'household', '--period', '2024', '--unit', 'Nguyễn Văn An'],
  ]) {
    const file = join(work, `${name}.xlsx`);
    command('template', ...args, '-o', file);
    picture(printed(file), 0, name);
  }
  const out = join(work, 'follow-up');
  const previous = ['--previous', 'out/demo'];
  command(
    'template',
    MOVEMENT,
    '--follow-up',
    '--period',
    '2025-Q4',
    '--units',
    'cli/demo/units.csv',
    ...previous,
    '--out',
    out,
  );
  const followUp = readdirSync(out).find((name) => name.includes('na-dang') || name.includes('Nà Đắng'));
  if (followUp === undefined) throw new Error(`no follow-up form of Nà Đắng among ${readdirSync(out).join(', ')}`);
  picture(printed(join(out, followUp)), 0, 'form-follow-up');
}

function screens() {
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'e2e'], {
    stdio: 'inherit',
    env: { ...process.env, PICTURES: '1' },
  });
  if (status !== 0) throw new Error('the browser tests failed');
}

try {
  mkdirSync(FOLDER, { recursive: true });
  sheets();
  if (!process.argv.includes('--sheets')) screens();
} finally {
  rmSync(work, { recursive: true, force: true });
}
