/**
 * The release: complete, the same bytes on every machine, readable by another program, and without a trace of the
 * machine.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CFB } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { changesOf, packRelease } from '../../../tools/release/pack-release.mjs';
import { ROOT } from '../../built-for-production.ts';
import { builtAddIn } from '../../host/built-addin.ts';
import { builtCli, builtPage } from './built.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'thi-dua-so-release-'));
const out = join(folder, 'release');
let built: Readonly<Record<'page' | 'web' | 'addIn' | 'cli' | 'help', string>>;
let names: readonly string[];

beforeAll(async () => {
  const addIn = (await builtAddIn()).folder;
  built = {
    page: await builtPage(),
    web: addIn,
    addIn,
    cli: builtCli(),
    help: join(folder, 'help'),
  };
  mkdirSync(built.help);
  writeFileSync(join(built.help, 'index.html'), '<a href="ban-cham.html">Dùng thử</a>');
  writeFileSync(join(built.help, 'huong-dan.pdf'), '%PDF-1.7');
  names = packRelease({ root: ROOT, out, built });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const archives = () => names.filter((name) => name.endsWith('.zip'));
/** The files of an archive by path, read by another program than the packer; its names are bytes. */
function opened(name: string): ReadonlyMap<string, Buffer> {
  const archive: { FileIndex: { content: Uint8Array }[]; FullPaths: string[] } = CFB.read(
    readFileSync(join(out, name)),
    { type: 'buffer' },
  );
  const paths = archive.FullPaths.map((path) => Buffer.from(path.slice('Root Entry/'.length), 'latin1').toString());
  const files = paths.map((path, index) => [path, archive.FileIndex[index]!.content] as const);
  const isFile = (path: string) => path !== '' && !path.endsWith('/') && !path.startsWith('\u0001');
  return new Map(files.flatMap(([path, bytes]) => (isFile(path) ? [[path, Buffer.from(bytes)]] : [])));
}

describe('the release', () => {
  it('names everything by the version of package.json, with its sum', () => {
    expect(names).toEqual([
      'CHANGES.md',
      'LICENSES-THIRD-PARTY.txt',
      `thi-dua-so-${version}.html`,
      `thi-dua-so-cli-${version}.zip`,
      `thi-dua-so-excel-addin-${version}.zip`,
      `thi-dua-so-guide-${version}.pdf`,
      `thi-dua-so-help-${version}.zip`,
      `thi-dua-so-page-${version}.zip`,
      `thi-dua-so-web-${version}.zip`,
      'SHA256SUMS',
    ]);
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(sums).toEqual(
      names
        .filter((name) => name !== 'SHA256SUMS')
        .map(
          (name) =>
            `${createHash('sha256')
              .update(readFileSync(join(out, name)))
              .digest('hex')}  ${name}`,
        ),
    );
  });

  it('is the same bytes when it is packed again', () => {
    const again = join(folder, 'again');
    packRelease({ root: ROOT, out: again, built });
    expect(readFileSync(join(again, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(out, 'SHA256SUMS'), 'utf8'));
  });

  it('holds the licences and no path of the machine that made it', async () => {
    for (const name of archives()) {
      const files = opened(name);
      expect([...files.keys()]).toEqual(expect.arrayContaining(['LICENSE.txt', 'LICENSES-THIRD-PARTY.txt']));
      for (const [path, bytes] of files) expect(bytes.includes(ROOT), `${name}: ${path}`).toBe(false);
    }
    const licences = readFileSync(join(out, 'LICENSES-THIRD-PARTY.txt'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) expect(licences).toContain(`${name} ${dependencies[name]} (`);
    // Part of a package, shipped with the recognition of scans.
    expect(licences).toContain('catholique de Louvain');
  });

  it('has the page itself beside the help, to be tried from there', () => {
    const help = opened(`thi-dua-so-help-${version}.zip`);
    const page = readFileSync(join(out, `thi-dua-so-${version}.html`));
    expect(help.get('ban-cham.html')?.equals(page)).toBe(true);
    expect(help.has('index.html')).toBe(true);
  });

  it('has a command line that runs where it is unpacked', async () => {
    const files = opened(`thi-dua-so-cli-${version}.zip`);
    const place = join(folder, 'Dòng lệnh');
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [join(place, 'cli/thi-dua-so.js'), ...args], { cwd: place, encoding: 'utf8' });
    expect(run('--version').stdout).toBe(`Thi Đua Số ${version}\n`);
    const demo = run('--demo');
    expect({ status: demo.status, stderr: demo.stderr }).toEqual({ status: 0, stderr: '' });
    expect(demo.stdout).toContain('24 bản chấm');
    // To the end: the year's five together; the review names its own five people, and those of the year no second time.
    const minutes = docxText(readFileSync(join(place, 'out/demo/van-ban/bien-ban-hop-hoi-dong.docx')));
    const text = minutes.ok ? minutes.value : minutes.reason;
    expect(text).toContain('Hằng năm, Bằng khen của Chủ tịch UBND tỉnh: đề nghị 05 tập thể: Bản Nà Đắng');
    const review = 'Sơ kết, Bằng khen của Chủ tịch UBND tỉnh: đề nghị 05 cá nhân: ';
    expect(text).toMatch(new RegExp(`${review}[^.]*; 05 trường hợp khác đã nêu ở đợt trước\\.`));
    // Beside the repository there is no node_modules to fall back on.
    const plan = run('extract', join(ROOT, 'test/fixtures/plans-pdf/trung-khanh-2026.pdf'));
    expect({ status: plan.status, stderr: plan.stderr }).toEqual({ status: 0, stderr: '' });
    expect(plan.stdout).toContain('Chỉ tiêu: 11');
    const photo = run('extract', join(ROOT, 'test/fixtures/plans-scan/anh-chup.jpg'), '--ocr');
    expect(photo.status).toBe(0);
    expect(photo.stdout).toContain('140/KH-UBND');
  });

  it('is made by actions named by commit; what may write there runs no package', () => {
    const workflow = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    const [before = '', ...publish] = workflow.split('  publish:');
    expect(before).not.toContain(': write');
    expect(publish.join()).not.toMatch(/npm|node |checkout/);
  });

  it('is refused without notes on its version', () => {
    expect(changesOf('# Thay đổi\n\n## 9.9.9\n\n- Mới.\n\n## 9.9.8\n', '9.9.9')).toBe('## 9.9.9\n\n- Mới.\n');
    expect(() => changesOf('## 9.9.8\n', '9.9.9')).toThrow('9.9.9');
  });
});
