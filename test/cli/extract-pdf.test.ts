/**
 * `extract` on PDF: the same findings as in the printed text; an unreadable file is refused with a sentence, whatever
 * it holds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, runCli, write } from './command-line.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const pdf = (name: string) => join(FIXTURES, 'plans-pdf', name);

interface Found {
  readonly text: string;
  readonly section: string;
}

describe('a plan as PDF', () => {
  it.each([
    ['', 'trung-khanh-2026', 11],
    // Made of the text by LibreOffice Writer 7.4, each run of lines with tabs as a table with borders.
    [', with tables whose cells go over several lines', 'phuc-son-nam-2026-2030', 29],
  ])('is read as the text it was printed from%s', (_what, name, targetCount) => {
    const run = (file: string) => {
      const { code, stdout, stderr } = runCli('.', ['extract', file, '--json']);
      expect([code, stderr]).toEqual([0, '']);
      const { targets, quotas, deadlines, movement } = JSON.parse(stdout);
      const lines = (list: readonly Found[]) => list.map(({ text, section }) => [section, text.replace(/\s+/g, ' ')]);
      return [lines(targets), lines(quotas), lines(deadlines), movement.issuer, movement.plan.number, movement.period];
    };
    const printed = run(pdf(`${name}.pdf`));
    expect(printed[0]).toHaveLength(targetCount);
    expect(printed).toEqual(run(join(FIXTURES, `plans/${name}.txt`)));
  });

  it('is found as well in the .doc of the plan', () => {
    const numbers = (file: string) => JSON.parse(runCli('.', ['extract', file, '--json']).stdout).targets.length;
    expect(numbers(join(FIXTURES, 'plans-doc/trung-khanh-2026.doc'))).toBe(11);
  });

  const folder = newFolder();
  const whole = readFileSync(pdf('trung-khanh-2026.pdf'));
  write(folder, 'cut.pdf', whole.subarray(0, 3000));
  write(folder, 'words.pdf', '%PDF-1.7 …');
  it.each([
    ['with a password', pdf('co-mat-khau.pdf'), /có mật khẩu/],
    ['cut off', join(folder, 'cut.pdf'), /bị hỏng/],
    ['that is none', join(folder, 'words.pdf'), /bị hỏng/],
  ])('%s ends in one sentence', (_what, file, sentence) => {
    const { code, stdout, stderr } = runCli('.', ['extract', file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
