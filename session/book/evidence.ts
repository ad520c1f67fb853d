/** The list of evidence files in the office's workbook: the sheet "Minh chứng", a row for everything that became of a file. */
import type { PlacedEvidence } from '../../core/report/evidence/evidence-file.ts';
import type { Register } from '../../core/report/register.ts';
import { EVIDENCE_SHEET, EVIDENCE_TABLE, evidenceCells, readEvidence } from '../../core/sheets/evidence-sheet.ts';
import type { Host, HostBook } from '../host/port.ts';
import { addRows } from './add-rows.ts';
import { EVIDENCE_LIST, findTable, type OwnTable } from './own-tables.ts';

const EVIDENCE: OwnTable = {
  ...EVIDENCE_LIST,
  title: 'MINH CHỨNG CÁC ĐƠN VỊ ĐÃ NỘP',
  columns: EVIDENCE_TABLE.map(([name, width]) => ({
    name,
    width,
    ...(name === 'Ngày văn bản' ? { numberFormat: 'dd/mm/yyyy' } : {}),
  })),
};
const NOTE =
  'Mỗi việc với một tệp là một dòng: nộp, mở xem, chấp nhận, nghi vấn; dòng sau thay dòng trước. Không sửa cột SHA-256.';

/** By our table, wherever it stands by now. */
export function evidenceIn({ book, tables }: HostBook, register: Register | null) {
  const wanted = findTable({ tables }, EVIDENCE.table)?.sheet ?? EVIDENCE_SHEET;
  return readEvidence(book.sheets, register, { wanted, date1904: book.date1904 }) ?? { files: [], faults: [] };
}

export function writeEvidence(host: Host, files: readonly PlacedEvidence[]) {
  return addRows(host, EVIDENCE, NOTE, files.map(evidenceCells));
}
