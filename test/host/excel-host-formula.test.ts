/** The small calculator behind the pretended Excel: what our own sheets use, and nothing guessed beyond it. */
import { describe, expect, it } from 'vitest';
import { type CellValue, cellAt } from '../../core/sheet/grid/sheet.ts';
import { openExcel } from '../excel-host/client.ts';
import { evaluate } from '../excel-host/formula.ts';

const cells: Record<string, CellValue | null> = { 0: 8, 1: 2, 2: 'Đạt', 3: null, 4: { error: '#N/A' } };

/** Column A: 8, 2, Đạt, empty, #N/A; the sheet `Xã A` holds 5 everywhere. */
const calculate = (formula: string): CellValue | undefined =>
  evaluate(formula, (sheet, range) => {
    if (sheet !== null) return sheet === 'Xã A' ? [5] : undefined;
    return Array.from({ length: range.bottom - range.top + 1 }, (_, at) => cells[range.top + at] ?? null);
  });

describe('evaluate', () => {
  it.each([
    ['1+2*3', 7],
    ['-A1^2/4', 16],
    ['(A1-A2)*50%', 3],
    ['A1/A2*100', 400],
    ['A1/A4', { error: '#DIV/0!' }],
    ['A1+A3', { error: '#VALUE!' }],
    ['A1&" / "&A2', '8 / 2'],
    ['A3="đạt"', true],
    ['A4=0', true],
    ['A4=""', true],
    ['A1<>A2', true],
    ['"a"<2', false],
    ['SUM(A1:A4,10)', 20],
    ['SUM(A1:A5)', { error: '#N/A' }],
    ['COUNT(A1:A5)', 2],
    ['COUNTA(A1:A5)', 4],
    ['ROUND(2.345,2)', 2.35],
    ['ROUND(-2.5,0)', -3],
    ['AVERAGE(A3:A4)', { error: '#DIV/0!' }],
    ['IF(COUNT(A3:A4)=0,"",SUM(A3:A4))', ''],
    ['IF(AND(ISNUMBER(A1),NOT(ISBLANK(A2))),MAX(A1:A2);MIN(A1:A2))', 8],
    ['IFERROR(A5,"thiếu")', 'thiếu'],
    ["'Xã A'!$C$7+A1", 13],
    ["'Xã B'!C7", { error: '#REF!' }],
    ['$A$1', 8],
    ['A4', 0],
  ] as const)('%s', (formula, result) => {
    expect(calculate(formula)).toEqual(result);
  });

  it.each(['VLOOKUP(A1,A1:A5,1)', '1+', 'SUM(A1', '{1,2}', 'A1:', 'Bảng[Điểm]'])('does not guess %s', (formula) => {
    expect(calculate(formula)).toBeUndefined();
  });
});

it('keeps the value a file gives for a formula it does not know, and survives circles', async () => {
  const host = openExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:C1').formulas = [['=VLOOKUP(1,B1:C9,2)', '=C1+1', '=B1+1']];
    await context.sync();
  });
  const cell = host.book.sheets[0]?.rows.get(0)?.get(0);
  if (cell) cell.value = 'từ tệp';
  host.type('Trang1', 'D1', 1);
  const [sheet] = host.coreBook().sheets;
  expect(sheet && cellAt(sheet, 0, 0)?.value).toBe('từ tệp');
});
