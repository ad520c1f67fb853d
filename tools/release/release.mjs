/**
 * `npm run release -- [--origin=https://…] [--extension-id=…] [--executables=…] [--tag=v…]`: builds everything anew and writes release/:
 * the page in one file and to be hosted, the extension to load by hand and for stores, the add-in for its address (only
 * with --origin), the command line and, with --executables=linux-x64,win-x64, programs of it that need no Node (made on
 * Linux; fetches Node from the registry), licences, change notes, SHA256SUMS. With --tag nothing is built unless the tag is
 * package.json's version. The help goes with it as a site and, where there is a Chromium, as a PDF.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PLATFORMS, packExecutables } from './pack-executables.mjs';
import { packRelease } from './pack-release.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const given = process.argv.slice(2);
const value = (name) => given.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const unknown = given.find((one) => !/^--(?:origin|extension-id|executables|tag)=./.test(one));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

if (unknown !== undefined)
  stop(
    `Không hiểu "${unknown}". Dùng: npm run release -- [--origin=https://…] [--extension-id=…] [--executables=${PLATFORMS}] [--tag=v${version}]`,
  );
const tag = value('tag');
if (tag !== undefined && tag !== `v${version}`) stop(`Thẻ ${tag} khác phiên bản ${version} trong package.json.`);

const platforms = (value('executables') ?? '').split(',').filter((one) => one !== '');
const stranger = platforms.find((one) => !PLATFORMS.includes(one));
if (stranger !== undefined) stop(`Không lập được bản chạy liền cho "${stranger}"; chỉ có: ${PLATFORMS.join(', ')}.`);

function build(...args) {
  const { status } = spawnSync(process.execPath, ['tools/build/build.mjs', ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop('Không dựng được; chưa ghi gì vào release/.');
}

const keep = mkdtempSync(join(tmpdir(), 'thi-dua-so-release-'));
try {
  const origin = value('origin');
  const id = value('extension-id');
  build();
  cpSync(join(root, 'dist/extension'), join(keep, 'extension'), { recursive: true });
  build('--store', ...(origin ? [`--origin=${origin}`] : []), ...(id ? [`--extension-id=${id}`] : []));
  const helped = spawnSync(process.execPath, ['tools/help/help.mjs'], { cwd: root, stdio: 'inherit' });
  if (helped.status !== 0) stop('Không lập được trang hướng dẫn; chưa ghi gì vào release/.');
  const names = packRelease({
    root,
    out: join(root, 'release'),
    executables: (command) =>
      platforms.length === 0 ? [] : packExecutables({ ...command, platforms, work: join(keep, 'executables') }),
    built: {
      page: join(root, 'dist/app'),
      web: join(root, 'dist/excel-addin'),
      extension: join(keep, 'extension'),
      extensionStore: join(root, 'dist/extension'),
      ...(origin ? { addIn: join(root, 'dist/excel-addin') } : {}),
      cli: join(root, 'dist/cli'),
      help: join(root, 'dist/help'),
    },
  });
  process.stdout.write(`${names.map((name) => `release/${name}`).join('\n')}\n`);
  if (!origin) process.stdout.write('Chưa có tiện ích Excel: thêm --origin=https://… là địa chỉ sẽ đặt trang.\n');
  if (platforms.length === 0) process.stdout.write(`Chưa có bản chạy liền: thêm --executables=${PLATFORMS}.\n`);
} catch (error) {
  stop(`Không đóng gói được. ${error instanceof Error ? error.message : String(error)}`);
} finally {
  rmSync(keep, { recursive: true, force: true });
}
