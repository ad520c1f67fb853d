/**
 * Recognises a workbook as a dossier and reads its title. Separate from read-dossier.ts because it needs little code.
 */

import { bareKey } from '../base/text/text.ts';
import type { MovementHeading } from '../movement/movement.ts';
import type { Book, Sheet } from '../sheet/grid/sheet.ts';

export const FACTS_SHEET = 'Phong trào';

/** The sheets `dossierSheets` writes, in their order; the second only of a plan that was scanned. */
export const DOSSIER_SHEETS: readonly string[] = [
  FACTS_SHEET,
  'Số từ bản quét',
  'Chỉ tiêu',
  'Tiêu chí',
  'Định mức khen',
  'Đơn vị',
  'Bộ tiêu chí',
  'Đối tượng',
  'Giai đoạn',
  'Hình thức khen',
  'Tiêu chuẩn khen',
  'Lịch',
  'Nội dung',
  'Phân công',
  'Căn cứ',
  'Lưu ý',
  'Mục để chọn',
];

/** Labels of the sheet of facts. */
export const HEADING_LABELS = {
  id: 'Mã phong trào',
  title: 'Tên phong trào',
  commune: 'Xã, phường',
  province: 'Tỉnh, thành phố',
  district: 'Huyện (kế hoạch trước 01/7/2025)',
} as const;

/** null when the workbook is no dossier: it has no sheet of facts with the row of the movement's code. */
export function dossierHeading(book: Book): MovementHeading | null {
  const facts = sheetNamed(book, FACTS_SHEET);
  if (!facts) return null;
  const held = new Map<string, string>();
  for (const cells of facts.rows.values()) {
    const textAt = (column: number) => String(cells.find((cell) => cell.column === column)?.value ?? '');
    const label = bareKey(textAt(0));
    if (!held.has(label)) held.set(label, textAt(1).normalize('NFC').trim());
  }
  const fact = (label: string) => held.get(bareKey(label)) ?? '';
  if (!held.has(bareKey(HEADING_LABELS.id))) return null;
  return {
    id: fact(HEADING_LABELS.id),
    title: fact(HEADING_LABELS.title),
    issuer: {
      commune: fact(HEADING_LABELS.commune),
      province: fact(HEADING_LABELS.province),
      district: fact(HEADING_LABELS.district) || null,
    },
  };
}

/** A sheet of the dossier by its name, however an officer spells it. */
export function sheetNamed({ sheets }: Book, name: string): Sheet | undefined {
  return sheets.find((sheet) => bareKey(sheet.name) === bareKey(name));
}
