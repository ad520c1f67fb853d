import { describe, expect, it } from 'vitest';
import { freeNames } from '../../cli/results/free-name.ts';
import { safeName } from '../../cli/share/save-shared.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('the name of a scored copy', () => {
  it('is the file’s own, and no copy is in the way of another', () => {
    const nameOf = freeNames('council.xlsx');
    expect(['A.xlsx', 'a.XLSX', 'a.xls', 'b.xlsm', 'x.zip/c.ods'].map(nameOf)).toEqual([
      ...['A.xlsx', 'a (2).XLSX', 'a (3).xlsx', 'b.xlsm', 'x/c.xlsx'],
    ]);
    expect(nameOf('Council.xlsx')).toBe('Council (2).xlsx');
    // A folder where a file is to be, and the other way about.
    expect(nameOf('council.xlsx/1.xlsx')).toBe('council.xlsx (2)/1.xlsx');
    expect(nameOf('A.xlsx/1.xlsx')).toBe('A.xlsx (2)/1.xlsx');
    expect([nameOf('d.xlsx/1.xlsx'), nameOf('d.xlsx')]).toEqual(['d.xlsx/1.xlsx', 'd (2).xlsx']);
  });

  it('is one a file system takes, however long the file’s is', () => {
    const nameOf = freeNames();
    for (const long of [
      'ế'.repeat(85),
      `${'a'.repeat(250)}`,
      '🎉'.repeat(63),
      `${'ế'.repeat(300)}/${'b'.repeat(400)}`,
    ]) {
      const names = [nameOf(`${long}.ods`), nameOf(`${long}.ods`)];
      expect(new Set(names).size).toBe(2);
      for (const step of names.flatMap((name) => name.split('/'))) {
        expect(bytes(step)).toBeLessThanOrEqual(210);
        expect(step).not.toMatch(/\p{Cs}/u);
      }
      expect(names.every((name) => name.endsWith('.xlsx'))).toBe(true);
    }
  });
});

it('a name out of the shared book is one a file system takes, and stays a workbook’s', () => {
  for (const name of [
    `${'ế'.repeat(190)}.xlsx`,
    `${'🎉'.repeat(95)}.xlsx`,
    `${'a'.repeat(119)}🎉${'b'.repeat(60)}.xlsx`,
  ]) {
    const safe = safeName(name);
    expect([safe.endsWith('.xlsx'), bytes(safe) <= 200, /\p{Cs}/u.test(safe)]).toEqual([true, true, false]);
  }
  expect(['../../etc/passwd', 'CON', 'nul.xlsx', '.hidden.xlsx', 'a\u202exslx.exe ', ''].map(safeName)).toEqual([
    ...['etc-passwd', 'tep-CON', 'tep-nul.xlsx', 'hidden.xlsx', 'a-xslx.exe', 'tep-'],
  ]);
});
