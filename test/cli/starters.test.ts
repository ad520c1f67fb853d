/** `movement new --starter`: a dossier of the commune's own from each starter, usable at once. */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { newFolder, runCli } from './command-line.ts';

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const own = ['--commune', 'xã Phú Xuân', '--province', 'tỉnh Hưng Yên', '--year', '2027'];

describe('starters', () => {
  it('become dossiers that are checked and make forms, and say what is to be confirmed', () => {
    for (const id of ['binh-dan-hoc-vu-so', 'cai-cach-hanh-chinh', 'chuyen-doi-so', 'nong-thon-moi']) {
      const made = runCli(folder, ['movement', 'new', '--starter', id, ...own, '-o', `${id}.xlsx`]);
      expect(made).toMatchObject({ code: 0, stderr: '' });
      expect(made.stdout).toContain('mọi mức, mọi điểm là đề xuất');
      expect(made.stdout).toContain('Chưa đặt mức vì');
      const checked = runCli(folder, ['movement', 'check', `${id}.xlsx`, '--strict']);
      expect(checked).toMatchObject({ code: 0, stderr: '' });
      const form = ['template', `${id}.xlsx`, '--audience', 'agency', '--period', '2027', '-o', `${id}-bieu.xlsx`];
      expect(runCli(folder, form)).toMatchObject({ code: 0 });
    }
  });

  it('are named where another is asked for', () => {
    const wrong = runCli(folder, ['movement', 'new', '--starter', 'giao-thong', ...own, '-o', 'a.xlsx']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
    expect(wrong.stderr).toContain('nong-thon-moi (Chung sức xây dựng nông thôn mới)');
  });
});
