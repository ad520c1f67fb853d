/**
 * Reading a folder of 300 typical workbooks (2 sheets × 60 × 10) from disk: ours, the fflate + saxes floor, ExcelJS.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { readBook } from '../core/sheet/workbook/file.ts';
import { floorRead } from './floor-reader.ts';
import { interleave, ratio, sized, table, times } from './measure.ts';
import { typicalWorkbook } from './typical-workbooks.ts';

const FILES = sized(300, 2);
const CELLS = FILES * 2 * 60 * 10;

const folder = mkdtempSync(join(tmpdir(), 'bench-read-'));
const paths: string[] = [];
for (let i = 0; i < FILES; i++) {
  const path = join(folder, `bao-cao-${i}.xlsx`);
  writeFileSync(path, await typicalWorkbook(i));
  paths.push(path);
}

/** Every contender must have seen every cell, or its time says nothing. */
function demand(name: string, cells: number): void {
  if (cells !== CELLS) throw new Error(`${name} read ${cells} of ${CELLS} cells`);
}

const [ours, floor, exceljs] = await interleave(
  [
    {
      name: 'ours',
      run: () => {
        let cells = 0;
        for (const path of paths) {
          const read = readBook(readFileSync(path));
          if (!read.ok) throw new Error(read.refusal.message);
          for (const sheet of read.value.sheets) for (const row of sheet.rows.values()) cells += row.length;
        }
        demand('ours', cells);
      },
    },
    {
      name: 'floor',
      run: () => {
        let cells = 0;
        for (const path of paths) for (const sheet of floorRead(readFileSync(path)).values()) cells += sheet.size;
        demand('floor', cells);
      },
    },
    {
      name: 'exceljs',
      run: async () => {
        let cells = 0;
        for (const path of paths) {
          const workbook = new ExcelJS.Workbook();
          await workbook.xlsx.load(readFileSync(path) as unknown as ArrayBuffer);
          workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => cells++)));
        }
        // ExcelJS drops formula results that are 0, so its count falls a little short.
        if (cells < CELLS * 0.9) throw new Error(`ExcelJS read ${cells}`);
      },
    },
  ],
  7,
);
rmSync(folder, { recursive: true, force: true });

console.log(
  table(
    ['300 workbooks, 360,000 cells', 'ratio', 'wanted'],
    [
      ['ours ÷ fflate + saxes floor', times(ratio(ours!, floor!)), '≤ 1'],
      ['ExcelJS ÷ ours', times(ratio(exceljs!, ours!)), '≥ 3'],
    ],
  ),
);
