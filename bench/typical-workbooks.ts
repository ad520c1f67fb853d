/** Typical report workbooks for the reading benches, written by a library that is not ours. Always the same. */
import ExcelJS from 'exceljs';

const WORDS = [
  'Tỷ lệ hồ sơ',
  'được xử lý',
  'trên môi trường mạng',
  'cán bộ, công chức',
  'được tập huấn',
  'kỹ năng số cơ bản',
];

/** One workbook: 2 sheets of 60 rows × 10 columns, texts, numbers and one formula a row. */
export async function typicalWorkbook(seed: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(Date.UTC(2025, 10, 3));
  for (const name of ['Báo cáo', 'Phụ lục']) addTypicalSheet(workbook, name, seed);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Adds one such sheet. */
export function addTypicalSheet(workbook: ExcelJS.Workbook, name: string, seed: number): void {
  const sheet = workbook.addWorksheet(name);
  for (let row = 1; row <= 60; row++) {
    const a = (row * 7 + seed) % 90;
    const text = (column: number) => `${WORDS[(row + column + seed) % WORDS.length]} ${row}.${column}`;
    sheet.addRow([
      `${1 + (row >> 3)}.${row & 7}`,
      text(2),
      '%',
      a,
      90,
      { formula: `D${row}/E${row}*100`, result: (a / 90) * 100 },
      5,
      a / 18,
      text(9),
      text(10),
    ]);
    sheet.getCell(row, 2).alignment = { wrapText: true };
    sheet.getCell(row, 8).numFmt = '0.00';
  }
}
