/**
 * The release, packed from the built folders: archives whose bytes depend only on their content, with their checksums.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The earliest time a ZIP can hold: who packs, and when, leaves no trace. */
const TIME = new Date(1980, 0, 1);
/** A program that its owner may change and everyone may run, as ZIP notes it. */
const UNIX = 3;
const RUNS = 0o100755 << 16;
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[._-].*)?$/i;

/** Licences of what others built into a package: of pdf.js we give out the unpacking of JPEG 2000. */
const INSIDE = { 'pdfjs-dist': ['wasm/LICENSE_OPENJPEG'] };

/**
 * Writes the release into `out`, which is emptied first. `built` = folders of the builds by name, each optional; `root`
 * = the repository; `executables` = makes single executables of the command line's files. Returns the names written,
 * in order.
 */
export function packRelease({ root, out, built, executables = () => [] }) {
  const { name, version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const licences = licencesOf(root);
  const beside = {
    'LICENSE.txt': readFileSync(join(root, 'LICENSE')),
    'LICENSES-THIRD-PARTY.txt': Buffer.from(licences),
  };
  const write = (file, bytes) => writeFileSync(join(out, file), bytes);
  const pack = (part, files) =>
    write(`${name}-${part}-${version}.zip`, zipSync(stamped({ ...files, ...beside }), { level: 9 }));

  const page = built.page ? readFileSync(join(built.page, 'thi-dua-so.html')) : null;
  if (page) {
    write(`${name}-${version}.html`, page);
    // Mail gateways take the bare page out of messages. With what a book can begin from.
    pack('page', { 'thi-dua-so.html': page, ...filesIn(join(root, 'movements/starters'), 'ho-so-khoi-dau/') });
  }
  if (built.help) {
    const printed = join(built.help, 'huong-dan.pdf');
    if (existsSync(printed)) write(`${name}-guide-${version}.pdf`, readFileSync(printed));
    // With the page itself, so that it can be tried from the site.
    pack('help', { ...filesIn(built.help), ...(page && { 'ban-cham.html': page }) });
  }
  if (built.extension) pack('extension', extensionFiles(built.extension, version, true));
  if (built.extensionStore) pack('extension-store', extensionFiles(built.extensionStore, version, false));
  if (built.web) pack('web', pageFiles(built.web));
  if (built.addIn) {
    const manifest = readFileSync(join(built.addIn, 'manifest.xml'), 'utf8');
    if (!manifest.includes(`<Version>${version}.0</Version>`))
      throw new Error(`manifest.xml is not of version ${version}`);
    pack('excel-addin', filesIn(built.addIn));
  }
  if (built.cli) {
    if (!existsSync(join(built.cli, 'ocr/vie.traineddata.gz')))
      throw new Error('the command line cannot recognise scans');
    const start = { name, version, type: 'module', engines, bin: { [name]: 'cli/thi-dua-so.js' } };
    const files = {
      'package.json': Buffer.from(`${JSON.stringify(start, null, 2)}\n`),
      ...filesIn(built.cli, 'cli/'),
      ...filesIn(join(root, 'cli/demo'), 'cli/demo/'),
    };
    pack('cli', { ...files, 'thi-dua-so.cmd': Buffer.from('@node "%~dp0cli\\thi-dua-so.js" %*\r\n') });
    for (const { platform, program, bytes, licence } of executables({ files, name, version })) {
      const runs = [new Uint8Array(bytes), { mtime: TIME, os: UNIX, attrs: RUNS }];
      const words = { ...beside, 'LICENSE-NODE.txt': Buffer.from(licence) };
      write(`${name}-cli-${platform}-${version}.zip`, zipSync({ [program]: runs, ...stamped(words) }, { level: 6 }));
    }
  }
  write('LICENSES-THIRD-PARTY.txt', licences);
  write('CHANGES.md', changesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version));
  const names = readdirSync(out).sort();
  const sums = names.map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex')}  ${file}\n`,
  );
  write('SHA256SUMS', sums.join(''));
  return [...names, 'SHA256SUMS'];
}

/** Path with slashes → bytes. */
function filesIn(folder, prefix = '') {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    found.map((path) => [prefix + relative(folder, path).split(sep).join('/'), readFileSync(path)]),
  );
}

/** Of the add-in's folder, what the page over files keeps in a browser, and what keeps it there. */
function pageFiles(folder) {
  const files = filesIn(folder);
  const worker = 'offline.js';
  const [, list] = /^const FILES = (\{.*\});$/m.exec(files[worker].toString()) ?? [];
  if (list === undefined) throw new Error(`${worker} lists no files`);
  return Object.fromEntries(
    [worker, ...Object.keys(JSON.parse(list))].map((path) => {
      if (files[path] === undefined) throw new Error(`${path} of the hosted page was not built`);
      return [path, files[path]];
    }),
  );
}

/**
 * A store refuses a package with a key; a package loaded by hand needs a key, or its captures are lost with the
 * changing id.
 */
function extensionFiles(folder, version, hasKey) {
  const files = filesIn(folder);
  const manifest = JSON.parse(files['manifest.json'].toString());
  if (manifest.version !== version) throw new Error(`the extension is not of version ${version}`);
  if ((manifest.key !== undefined) !== hasKey) throw new Error(`the extension ${hasKey ? 'has no' : 'has a'} key`);
  return files;
}

function stamped(files) {
  return Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, [new Uint8Array(bytes), { mtime: TIME }]]),
  );
}

/**
 * Every package that may be inside, with its licence's words. A package without any is an error: nobody may give it
 * out.
 */
export function licencesOf(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const parts = Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !(optional && !existsSync(join(root, path))))
    .map(([path, { version, license }]) => {
      const folder = join(root, path);
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const files = [...readdirSync(folder), ...(INSIDE[name] ?? [])]
        .filter((file) => LICENCE.test(basename(file)))
        .sort();
      const kind = license ?? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).license;
      if (files.length === 0 && !kind) throw new Error(`${name} states no licence`);
      const words = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
      return [`${name} ${version} (${kind ?? 'see below'})`, ...words].join('\n\n');
    });
  return `${[...new Set(parts)].sort().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The notes of this version. */
export function changesOf(text, version) {
  const notes = text.split(/^## /m).find((part) => part.startsWith(`${version}\n`) || part.startsWith(`${version} `));
  if (notes === undefined) throw new Error(`CHANGELOG.md has no notes on ${version}`);
  return `## ${notes.trim()}\n`;
}
