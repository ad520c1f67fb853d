/** The sheet "Kết quả toàn xã": every target of the plan with the commune's figure and the one state it stands in. */
import {
  type CommuneResult,
  countedStates,
  figureWords,
  signedName,
  signedState,
  type TargetResult,
  type TargetState,
} from '../../commune/result/commune-result.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { COUNT, cell, FIGURE, numberValue, SUBTITLE, TEXT, textValue } from './look.ts';
import { HEADING_ROWS, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

export const COMMUNE_SHEET = 'Kết quả toàn xã';

const FILL: Readonly<Record<TargetState, string | null>> = {
  met: 'E2EFDA',
  'not-met': 'FFC7CE',
  'not-enough-data': 'FFEB9C',
  'no-source': null,
  'not-due': null,
};

const BEFORE: readonly TableColumn[] = [
  { title: 'Chỉ tiêu của kế hoạch', width: 34, style: TEXT },
  { title: 'Mức phải đạt', width: 12, style: TEXT },
  { title: 'Kết quả', width: 9, style: { ...TEXT, horizontal: 'right' } },
];
/** Behind the columns of earlier years; what is printed ends with the grounds. */
const AFTER: readonly TableColumn[] = [
  { title: 'Trạng thái', width: 11, style: TEXT },
  { title: 'Đơn vị có số liệu', width: 7, style: { ...COUNT, wrap: true } },
];
const GROUNDS = { title: 'Căn cứ, nội dung còn thiếu', style: TEXT } as const;
const FIGURES: readonly TableColumn[] = [
  { title: 'Tử số', width: 10, style: FIGURE },
  { title: 'Mẫu số', width: 10, style: FIGURE },
];
const YEAR_WIDTH = 10;
const GROUNDS_WIDTH = 49;
const LEAST_WIDTH = 20;

/** The table, with a column of results for each earlier year. */
export function communeSheet(commune: CommuneResult, subtitle: string, office: SheetOffice): NewSheet {
  const { period, targets } = commune;
  const phase = /^\d{4}-\d{4}$/.test(period ?? '') ? ` · giai đoạn ${period}, theo số liệu năm cuối` : '';
  const years = [...new Set(targets.flatMap(({ earlier }) => earlier.map(({ period }) => period)))].sort();
  const earlier = years.map(
    (year): TableColumn => ({ title: `Kết quả ${year}`, width: YEAR_WIDTH, style: { ...TEXT, horizontal: 'right' } }),
  );
  const grounds = { ...GROUNDS, width: Math.max(LEAST_WIDTH, GROUNDS_WIDTH - YEAR_WIDTH * years.length) };
  const printed = [...BEFORE, ...earlier, ...AFTER, grounds];
  const counts = countedStates(commune);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const total = counts.map(([state, count]) => `${signedName(state)}: ${count}`).join('   ');
  return tableSheet({
    name: COMMUNE_SHEET,
    title: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CỦA TOÀN XÃ',
    subtitle: subtitle + phase,
    table: 'KetQuaToanXa',
    above: {
      rows: 1,
      cells: [cell(HEADING_ROWS + 2, 0, textValue(`${all} chỉ tiêu   ${total}`), SUBTITLE)],
    },
    columns: [...printed, ...FIGURES],
    paper: { office, columns: printed.length, signed: true },
    rows: targets.map((target) => cells(target, years)),
    fill: (row) => {
      const target = targets[row];
      return target ? FILL[target.state] : null;
    },
    freezeColumns: 1,
  });
}

function cells(target: TargetResult, years: readonly string[]): NewValue[] {
  const { text, section, level, deadline, figure, units } = target;
  const due = deadline === null ? '' : `${level === '' ? '' : ', '}đến ${formatDate(deadline)}`;
  const total = units.gave.length + units.missing.length;
  const before = years.map((year) => target.earlier.find(({ period }) => period === year)?.figure.value ?? null);
  return [
    textValue(`${text} (mục ${section})`),
    textValue(`${level}${due}`),
    textValue(figureWords(figure.value, target)),
    ...before.map((value) => textValue(figureWords(value, target))),
    textValue(signedState(target)),
    textValue(total === 0 ? null : `${units.gave.length}/${total}`),
    textValue(explanation(target)),
    numberValue(figure.a),
    numberValue(figure.b),
  ];
}

/** No unit is missing yet in a later year. */
function explanation({ reason, source, sourceText, state, soFar }: TargetResult): string {
  if (state === 'not-due') {
    const now = soFar === null ? 'chưa có số liệu để so' : `theo số đã có là ${soFar === 'met' ? 'đạt' : 'chưa đạt'}`;
    return source === 'none' ? reason : `Chưa đến hạn; ${now}. Nguồn: ${sourceText}.`;
  }
  return source === 'none' ? reason : `${reason} Nguồn: ${sourceText}.`;
}
