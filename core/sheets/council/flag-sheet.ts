/** The sheet "Cảnh báo": every flag with its cell, what to do and (in the council's workbook) room for the decision. */
import type { Flag } from '../../flag/flag.ts';
import type { Impact } from '../../score/score-sheet.ts';
import type { NewSheet, NewValue } from '../../workbook/port.ts';
import { bySeverity, impactText } from './flag-words.ts';
import { COUNT, numberValue, SEVERITY_FILL, SEVERITY_NAME, TEXT, textValue } from './look.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

const COLUMNS: readonly TableColumn[] = [
  { title: 'STT', width: 6, style: COUNT },
  { title: 'Mức độ', width: 11, style: COUNT },
  { title: 'Loại cảnh báo', width: 20, style: TEXT },
  { title: 'Đơn vị', width: 26, style: TEXT },
  { title: 'Tiêu chí', width: 9, style: COUNT },
  { title: 'Tệp', width: 24, style: TEXT },
  { title: 'Trang tính', width: 16, style: TEXT },
  { title: 'Ô', width: 8, style: COUNT },
  { title: 'Nội dung', width: 52, style: TEXT },
  { title: 'Cách xử lý', width: 40, style: TEXT },
];

const DECISION_COLUMNS: readonly TableColumn[] = [
  { title: 'Ảnh hưởng', width: 18, style: TEXT },
  { title: 'Quyết định', width: 18, style: TEXT },
  { title: 'Điểm điều chỉnh', width: 12, style: COUNT },
  { title: 'Lý do quyết định', width: 30, style: TEXT },
  { title: 'Mã', width: 24, style: TEXT },
];

/** What the council may decide on a flag (accept, adjust to n points, return to the unit). */
export const DECISIONS: readonly string[] = ['Chấp nhận', 'Điều chỉnh điểm', 'Trả lại đơn vị'];

/** The list of flags; with `impacts` also the columns the council fills in. */
export function flagSheet(
  flags: readonly Flag[],
  names: { readonly table: string | null; readonly subtitle: string },
  impacts: readonly Impact[] | null,
): NewSheet {
  const sorted = bySeverity(flags);
  const impactOf = new Map(impacts?.map((impact) => [impact.flag, impact]));
  return tableSheet({
    name: 'Cảnh báo',
    title: 'CẢNH BÁO CẦN XEM XÉT',
    ...names,
    columns: impacts ? [...COLUMNS, ...DECISION_COLUMNS] : COLUMNS,
    rows: sorted.map((flag, index) => [
      ...flagCells(flag, index),
      ...(impacts ? decisionCells(flag, impactOf.get(flag.id)) : []),
    ]),
    fill: (row) => (sorted[row] ? SEVERITY_FILL[sorted[row].severity] : null),
    ...(impacts ? { choices: new Map([[COLUMNS.length + 1, DECISIONS]]) } : {}),
  });
}

function flagCells(flag: Flag, index: number): NewValue[] {
  const texts = [
    SEVERITY_NAME[flag.severity],
    flag.name,
    flag.unit,
    flag.criterion,
    flag.file,
    flag.cell?.sheet ?? null,
    flag.cell?.address ?? null,
    flag.message,
    flag.suggestion,
  ];
  return [numberValue(index + 1), ...texts.map(textValue)];
}

function decisionCells(flag: Flag, impact: Impact | undefined): NewValue[] {
  const empty: NewValue = { kind: 'empty' };
  return [textValue(impactText(impact)), empty, empty, empty, textValue(flag.id)];
}
