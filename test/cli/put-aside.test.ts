/** Parts of a large workbook that wait on the disk: the workbook is the same, and nothing of them stays. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { putAside } from '../../cli/files/put-aside.ts';
import { safeWrite } from '../../cli/files/safe-write.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { joined } from '../../core/sheet/workbook/xlsx/zip-write.ts';
import { markedBook, markedPieces } from '../../core/sheets/marked-book.ts';
import { newFolder } from './command-line.ts';

const sheets: readonly NewSheet[] = Array.from({ length: 40 }, (_, at) => ({
  name: `Bản ${at}`,
  cells: Array.from({ length: 30 }, (_cell, row) => ({
    ...{ row, column: at % 5, value: { kind: 'text', text: `Tiêu chí ${row * at}` } as const },
  })),
}));

it('a workbook whose parts were put aside is the same byte for byte, also where the folder takes none', () => {
  const whole = markedBook(sheets, 'council');
  for (const folder of [newFolder(), join(newFolder(), 'none')]) {
    const aside = putAside(folder);
    const pieces = markedPieces(sheets, 'council', aside.settle);
    expect(whole.ok && pieces.ok && Buffer.from(joined([...pieces.value])).equals(whole.value)).toBe(true);
    aside.close();
  }
});

it('it is written, replaced and, where somebody changed it, kept; no other file stays in the folder', () => {
  const folder = newFolder();
  const path = join(folder, 'council.xlsx');
  const written = () => {
    const aside = putAside(folder);
    const pieces = markedPieces(sheets, 'council', aside.settle);
    if (!pieces.ok) throw new Error(pieces.refusal.message);
    const { renamed } = safeWrite(path, pieces.value, () => false);
    aside.close();
    return renamed;
  };
  expect([written(), written(), readdirSync(folder)]).toEqual([null, null, ['council.xlsx']]);
  safeWrite(path, new Uint8Array([1, 2, 3]), () => false);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(written()).toContain('council');
  expect(readdirSync(folder)).toHaveLength(2);
});
