/**
 * The command line as single executables: Node of the platform with the command's files inside, made on Linux x64 for
 * each. The Nodes come from the registry as packages of one fixed version, held to the sums written here.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Since 25.5 Node makes executables itself. */
const NODE = '26.10.0';
const BUILDER = 'linux-x64';
const PACKAGES = {
  'linux-x64': {
    program: 'node',
    sum: 'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
  },
  'win-x64': {
    program: 'node.exe',
    sum: 'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
  },
};
export const PLATFORMS = Object.keys(PACKAGES);

/**
 * One executable a platform. `files` = the command line's by path, as in its archive; `work` = an empty folder. Returns
 * of each its platform, the name and bytes of the program, and the licence of the Node inside.
 */
export function packExecutables({ platforms, files, name, version, work }) {
  mkdirSync(work, { recursive: true });
  const builder = fetchNode(BUILDER, work);
  // The packages of other platforms come without it; it is the same Node.
  const licence = readFileSync(join(builder, '../../LICENSE'), 'utf8').trim();
  const hash = createHash('sha256');
  const assets = {};
  for (const [path, bytes] of Object.entries(files)) {
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
    assets[path] = kept(join(work, 'files', path), bytes);
  }
  assets.build = kept(join(work, 'build'), `${version}-${hash.digest('hex').slice(0, 16)}`);
  const main = fileURLToPath(new URL('../../cli/executable.cjs', import.meta.url));
  return platforms.map((platform) => {
    const node = platform === BUILDER ? builder : fetchNode(platform, work);
    const program = platform.startsWith('win-') ? `${name}.exe` : name;
    const output = join(work, platform, program);
    const config = {
      main,
      output,
      assets,
      executable: node,
      disableExperimentalSEAWarning: true,
      // Of the way the start loads a file, which Node may still change: this Node does not.
      execArgv: ['--disable-warning=ExperimentalWarning'],
    };
    mkdirSync(dirname(output), { recursive: true });
    run(builder, [`--build-sea=${kept(join(work, `${platform}.json`), JSON.stringify(config))}`], work);
    return { platform, program, bytes: readFileSync(output), licence: `Node.js ${NODE}\n\n${licence}\n` };
  });
}

/** Path of the platform's Node. */
function fetchNode(platform, work) {
  const { program, sum } = PACKAGES[platform];
  const folder = join(work, `node-${platform}`);
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, `node-${platform}-${NODE}.tgz`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  run(npm, ['pack', `node-${platform}@${NODE}`, '--silent', '--pack-destination', folder], work);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== sum) throw new Error(`node-${platform} ${NODE} is not the one that was looked at`);
  run('tar', ['xzf', archive, '-C', folder], work);
  return join(folder, 'package/bin', program);
}

function kept(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function run(program, args, cwd) {
  const { status, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args[0]}: ${error?.message ?? stderr}`);
}
