/** A shared folder without its founding file: never told as a folder without a book, and mended by who has the book. */
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFolder, runCli } from './command-line.ts';

it('a founding file that is gone, or in whose place a folder or a link stands, comes back from who has the book', () => {
  const folder = newFolder();
  const shared = join(folder, 'chung');
  mkdirSync(shared);
  const run = (home: string, ...args: readonly string[]) =>
    runCli(folder, ['sync', 'chung', '--home', join(folder, home), '--json', ...args]);
  const sync = (home: string, ...args: readonly string[]) => {
    const { code, stdout, stderr } = run(home, ...args);
    expect([code, stderr]).toEqual([0, '']);
    return JSON.parse(stdout);
  };
  const { space } = sync('chu-tich', '--found', 'Xã Ta Ma', '--name', 'Máy chủ tịch');
  const [founding = ''] = readdirSync(shared);
  sync('xin', '--space', space, '--name', 'Máy xin');
  const path = join(shared, founding);
  const instead: readonly (() => void)[] = [() => {}, () => mkdirSync(path), () => symlinkSync('/etc/passwd', path)];
  for (const [at, put] of instead.entries()) {
    for (const name of readdirSync(shared))
      if (name.startsWith(founding.slice(0, 20))) rmSync(join(shared, name), { recursive: true });
    put();
    expect(run(`moi-${at}`).stderr).toContain('Đừng lập sổ mới ở đây');
    expect(sync('chu-tich')).toMatchObject({ sent: 1, missing: [] });
    expect(sync(`moi-${at}`, '--space', space, '--name', `Máy mới ${at}`)).toMatchObject({ begun: 'asked' });
  }
});
