/** `--captures` takes what the extension exports, of every kind: the run comes out the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { capturesFileSchema } from '../../core/portal/indicator/observation.ts';
import { indicatorReport } from '../../core/sheets/indicator-sheet.ts';
import { indicatorCsv } from '../../core/sheets/indicator-text.ts';
import { newFolder, runCli, write } from './command-line.ts';

const DEMO = fileURLToPath(new URL('../../cli/demo/', import.meta.url));

const ASKED = ['--movement', 'ta-ma-2023-2030', '--as-of', '2025-11-10'];

describe('--captures', () => {
  const folder = newFolder();
  const json = readFileSync(join(DEMO, 'captures.json'), 'utf8');
  const { observations } = capturesFileSchema.parse(JSON.parse(json));
  const check = (captures: string) =>
    runCli(folder, ['check', join(DEMO, 'ta-ma-2025'), ...ASKED, '--captures', captures, '--json']);

  it('reads .json, .xlsx and .csv alike, by what is in them', () => {
    write(folder, 'so-lieu.json', json);
    write(folder, 'so-lieu.xlsx', indicatorReport(observations));
    write(folder, 'so-lieu.csv', indicatorCsv(observations));
    write(folder, 'khong-duoi', indicatorReport(observations));
    const { code, stdout } = check('so-lieu.json');
    expect(code).toBe(0);
    expect(stdout).toContain('"portal-mismatch"');
    for (const name of ['so-lieu.xlsx', 'so-lieu.csv', 'khong-duoi']) expect(check(name).stdout).toBe(stdout);
  });

  it.each([
    ['trong.csv', '', 'Dòng đầu phải có các cột'],
    ['thieu.csv', 'Chỉ số;Đơn vị\nTDGQ;A', 'thiếu Kỳ, Giá trị'],
    ['hong.csv', 'Chỉ số;Đơn vị;Kỳ;Giá trị\nTDGQ;A;2025;1.234', 'Dòng 2: "1.234" không phải là số rõ ràng'],
    ['hong.xlsx', 'PK\u0003\u0004 không phải sổ tính', '"hong.xlsx":'],
  ])('refuses %s with one line', (name, content, line) => {
    write(folder, name, content);
    const { code, stderr } = check(name);
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(line);
  });
});
