/**
 * Proof on workbooks nobody here wrote: `node bench/proof-workbooks.mjs <folder> [word in path]`. The folder holds
 * INDEX.tsv (file, …, referee) and expected-values.jsonl.gz (values an independent reader sees). Every file is opened
 * in a child process with a limit of 20 s and 1.5 GB. Prints how many readable files were read, values that differ from
 * the referee's, hangs, the slowest and the largest; files under `rich/` are patched too and compared part by part and
 * cell by cell, and opened with LibreOffice where it is installed. Run by hand; not part of the tests.
 */
import { execFile, execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGunzip } from 'node:zlib';
import { build } from 'vite';

const LIMIT_MS = 20_000;
const LIMIT_MB = 1_500;
const COLUMNS = 16_384;

const [folder, word = ''] = process.argv.slice(2);
if (!folder) {
  console.error('node bench/proof-workbooks.mjs <folder> [word in path]');
  process.exit(2);
}
const work = await mkdtemp(join(tmpdir(), 'proof-'));
try {
  await main();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function main() {
  const here = fileURLToPath(new URL('.', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(here, '..'),
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: work,
      minify: false,
      rolldownOptions: { input: { child: join(here, 'proof-child.ts') }, output: { entryFileNames: '[name].mjs' } },
    },
  });
  const files = (await readFile(join(folder, 'INDEX.tsv'), 'utf8'))
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .map((fields) => ({ file: fields[0], readable: fields.at(-1) === 'referee:ok' }))
    .filter(({ file }) => file.includes(word));
  const expected = await readExpected(join(folder, 'expected-values.jsonl.gz'));
  const soffice = hasSoffice();

  const total = { readable: 0, read: 0, others: 0, othersRead: 0, cells: 0, wrong: 0, lost: 0, phantom: 0 };
  const patch = { files: 0, clean: 0, parts: 0, same: 0, opened: 0 };
  const trouble = [];
  let slowest = { ms: 0 };
  let largest = { mb: 0 };
  for (const { file, readable } of files) {
    const result = await child('read', join(folder, file));
    if (result.ms > slowest.ms) slowest = { ms: result.ms, file };
    if (result.mb > largest.mb) largest = { mb: result.mb, file };
    if (result.failed) trouble.push(`${result.failed}\t${file}`);
    total[readable ? 'readable' : 'others']++;
    if (result.ok) total[readable ? 'read' : 'othersRead']++;
    else if (readable) trouble.push(`not read (${result.code})\t${file}`);
    else if (word) trouble.push(`refused (${result.code})\t${file}`);
    if (result.ok && expected.has(file)) compare(result.sheets, expected.get(file), total, trouble, file);
    if (file.startsWith('rich/') && result.ok) {
      await provePatch(file, patch, trouble, soffice);
    }
  }
  for (const line of trouble) console.log(line);
  const percent = ((100 * total.read) / Math.max(1, total.readable)).toFixed(2);
  console.log(`\nreadable files read     ${total.read} of ${total.readable} (${percent} %)`);
  console.log(`others read             ${total.othersRead} of ${total.others}`);
  console.log(
    `cells compared          ${total.cells}: ${total.wrong} wrong, ${total.lost} lost, ${total.phantom} phantom`,
  );
  console.log(`hangs, crashes, memory  ${trouble.filter((line) => line.startsWith('child')).length}`);
  console.log(`slowest                 ${slowest.ms} ms ${slowest.file}`);
  console.log(`largest                 ${largest.mb} MB ${largest.file}`);
  console.log(
    `patched without loss    ${patch.clean} of ${patch.files}; ${patch.same} of ${patch.parts} parts byte-identical`,
  );
  console.log(`opened by LibreOffice   ${soffice ? `${patch.opened} of ${patch.files}` : 'not installed'}`);
}

/** Runs the child on one file; `failed` says how it died, otherwise its JSON. */
function child(mode, file, ...rest) {
  const args = [`--max-old-space-size=${LIMIT_MB}`, join(work, 'child.mjs'), mode, file, ...rest];
  return new Promise((resolve) => {
    const options = { timeout: LIMIT_MS, killSignal: 'SIGKILL', maxBuffer: 1 << 30, env: process.env };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      const answer = stdout.slice(stdout.indexOf('{"'));
      if (!error && answer.startsWith('{')) resolve(JSON.parse(answer));
      else resolve({ ms: 0, mb: 0, failed: error?.killed ? 'child hangs' : `child fails: ${stderr.slice(0, 2000)}` });
    });
  });
}

async function readExpected(path) {
  const expected = new Map();
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const line of lines) {
    const book = JSON.parse(line);
    expected.set(book.file, book);
  }
  return expected;
}

/** Compares our values with the referee's. Its known quirks are let pass: escapes left undecoded, covered cells
 * blanked, the address of a link as the value of an empty cell. */
function compare(sheets, book, total, trouble, file) {
  const report = (kind, name, key, mine, theirs) => {
    total[kind]++;
    const place = `${name} row ${Math.floor(key / COLUMNS)} column ${(key % COLUMNS) + 1}`;
    trouble.push(`${kind}\t${file}\t${place}: ours ${mine?.slice(0, 80)}, referee's ${theirs?.slice(0, 80)}`);
  };
  for (const theirs of book.sheets) {
    // Old files of one sheet have no name for it: every reader makes one up.
    const mine =
      sheets.find((sheet) => sheet.name === theirs.name) ?? (book.sheets.length === 1 ? sheets[0] : undefined);
    if (!mine) {
      if (theirs.n > 0) trouble.push(`sheet lost\t${file}\t${theirs.name}`);
      continue;
    }
    for (const [key, value] of Object.entries(theirs.cells)) {
      total.cells++;
      const own = mine.cells[key];
      if (own === undefined) {
        if (value !== 's' && !mine.links.some((range) => isIn(range, Number(key))))
          report('lost', mine.name, Number(key), own, value);
      } else if (!agrees(own, value)) report('wrong', mine.name, Number(key), own, value);
    }
    for (const [key, value] of Object.entries(mine.cells)) {
      if (theirs.cells[key] !== undefined || value === 's' || mine.covered.includes(Number(key))) continue;
      report('phantom', mine.name, Number(key), value, undefined);
    }
  }
}

/** True when the place lies in an A1 range. */
function isIn(range, key) {
  const [first, last = first] = range
    .replaceAll('$', '')
    .split(':')
    .map((one) => /^([A-Z]+)(\d+)$/.exec(one));
  if (!first || !last) return false;
  const column = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const [row, at] = [Math.floor(key / COLUMNS), (key % COLUMNS) + 1];
  return row >= +first[2] && row <= +last[2] && at >= column(first[1]) && at <= column(last[1]);
}

function agrees(own, theirs) {
  if (own === theirs) return true;
  const number = (text) => (/^[nd]/.test(text) ? Number(text.slice(1)) : Number.NaN);
  const [a, b] = [number(own), number(theirs)];
  // Its day numbers before 1 March 1900 are too high by one: it does not count the 29 February that Excel has.
  if (theirs[0] === 'd' && b < 62 && Math.abs(a + 1 - b) < 1e-6) return true;
  if (!Number.isNaN(a) && !Number.isNaN(b)) return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return own[0] === theirs[0] && plain(own) === plain(theirs);
}

function plain(text) {
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded.replace(/\r\n?/g, '\n');
}

async function provePatch(file, patch, trouble, soffice) {
  const copy = join(work, 'patched.xlsx');
  const result = await child('patch', join(folder, file), copy);
  patch.files++;
  if (result.failed || !result.ok) {
    trouble.push(`not patched (${result.failed ?? result.code})\t${file}`);
    return;
  }
  patch.parts += result.parts;
  patch.same += result.same;
  if (result.losses.length === 0) patch.clean++;
  for (const loss of result.losses) trouble.push(`loss\t${file}\t${loss}`);
  if (!soffice) return;
  try {
    const args = ['--headless', `-env:UserInstallation=${pathToFileURL(join(work, 'office'))}`, '--convert-to', 'csv'];
    execFileSync('soffice', [...args, '--outdir', work, copy], { stdio: 'pipe', timeout: 90_000 });
    await rm(join(work, 'patched.csv'));
    patch.opened++;
  } catch {
    trouble.push(`LibreOffice does not open the patched copy\t${file}`);
  }
}

function hasSoffice() {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
