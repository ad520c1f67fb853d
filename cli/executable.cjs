/**
 * Start of the single executable, a Node that carries the command line: puts it into the officer's own cache folder,
 * each file compared with the one carried, and runs it from there. A child process of it is started the same way.
 */
const { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { homedir, tmpdir } = require('node:os');
const { dirname, join, resolve, sep } = require('node:path');
const { getAsset, getAssetKeys, getRawAsset } = require('node:sea');
const { pathToFileURL } = require('node:url');
const { setFlagsFromString } = require('node:v8');
const { constants, Script } = require('node:vm');

/** Key of the asset that names the build; all others are files by their path. */
const BUILD = 'build';

function cacheFolder() {
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA || join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME || join(homedir(), '.cache');
}

/** The folder with all files as they are carried; what somebody changed there is put right. */
function unpacked() {
  const folder = join(cacheFolder(), 'thi-dua-so', getAsset(BUILD, 'utf8'));
  try {
    unpackInto(folder);
    return folder;
  } catch {
    // A machine without a home of one's own, or a full one: for this run only.
    const once = mkdtempSync(join(tmpdir(), 'thi-dua-so-'));
    process.on('exit', () => rmSync(once, { recursive: true, force: true }));
    unpackInto(once);
    return once;
  }
}

function unpackInto(folder) {
  for (const key of getAssetKeys()) {
    if (key === BUILD) continue;
    const path = join(folder, key);
    const bytes = Buffer.from(getRawAsset(key));
    if (existsSync(path) && bytes.equals(readFileSync(path))) continue;
    makeFolder(dirname(path));
    // Two commands may start at once: a file is there whole or not at all.
    const part = `${path}.${process.pid}`;
    writeFileSync(part, bytes, { mode: 0o600 });
    renameSync(part, path);
  }
}

/** One level at a time: where none can be made, Node's own way down never ends (/proc, a mount gone stale). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another command was faster.
    if (error.code !== 'EEXIST') throw error;
  }
}

/** `fork` of our own executable gives Node's switches and the script as arguments of the command. */
function childScript() {
  const [script, ...flags] = process.argv.slice(2).reverse();
  for (const flag of flags) if (/^--max-old-space-size=\d+$/.test(flag)) setFlagsFromString(flag);
  const path = resolve(script ?? '');
  const name = path.slice(path.lastIndexOf(sep) + 1);
  if (getAssetKeys().includes(`cli/${name}`)) return path;
  throw new Error(`${path} is no part of the command line`);
}

const start = process.send === undefined ? join(unpacked(), 'cli', 'thi-dua-so.js') : childScript();
// The loader of an executable knows only what Node itself has.
const load = new Script('(address) => import(address)', {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}).runInThisContext();
load(pathToFileURL(start).href).catch((error) => {
  process.stderr.write(`Không khởi động được: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
