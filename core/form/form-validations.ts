/**
 * What Excel checks while the unit types. Wrong points and choices are refused; for odd figures Excel only warns,
 * because `KPS` (not arising) is an answer too.
 */

import { formatPoints, fromPoints } from '../base/quantity/points.ts';
import { factsOf } from '../movement/rule.ts';
import type { Range } from '../sheet/grid/sheet.ts';
import type { DataValidation } from '../sheet/workbook/port.ts';
import type { FormColumn, FormGrid, FormLine } from './form-grid.ts';

type Check = Omit<DataValidation, 'ranges'>;

/** One validation for each different check, over all cells it holds for. */
export function formValidations(grid: FormGrid): readonly DataValidation[] {
  const byCheck = new Map<string, { readonly check: Check; readonly ranges: Range[] }>();
  for (const row of grid.rows) {
    if (row.kind !== 'line') continue;
    for (const role of row.line.open) {
      const rule = checkOf(row.line, role);
      const check = rule && { ...rule, prompt: promptOf(role) };
      const column = grid.columns.get(role);
      if (check === undefined || column === undefined) continue;
      const key = JSON.stringify(check);
      const same = byCheck.get(key) ?? { check, ranges: [] };
      same.ranges.push({ top: row.row, left: column, bottom: row.row, right: column });
      byCheck.set(key, same);
    }
  }
  return [...byCheck.values()].map(({ check, ranges }) => ({ ...check, ranges }));
}

/** The column's name beside the chosen cell: far down the sheet its header is out of sight. */
function promptOf(role: FormColumn): { readonly title: string; readonly text: string } {
  return PROMPTS[role] ?? { title: 'Kết quả', text: 'Cách hiểu xem ở cột Cách tính điểm của dòng này.' };
}

const PROMPTS: Readonly<Partial<Record<FormColumn, { readonly title: string; readonly text: string }>>> = {
  numerator: { title: 'Số thực hiện (a)', text: 'Chỉ ghi số; a là gì xem ở cột Cách tính điểm của dòng này.' },
  denominator: { title: 'Tổng số (b)', text: 'Chỉ ghi số; b là gì xem ở cột Cách tính điểm của dòng này.' },
  baseline: { title: 'Trước phong trào', text: 'Số liệu khi chưa phát động phong trào.' },
  self: { title: 'Điểm tự chấm', text: 'Điểm đơn vị tự chấm cho dòng này.' },
};

function checkOf(line: FormLine, role: FormColumn): Check | undefined {
  if (role === 'self') return pointsCheck(line);
  if (role === 'numerator' || role === 'denominator') return FIGURE;
  if (role === 'baseline') return line.measure === 'percentage' ? RATIO : FIGURE;
  if (role !== 'value') return undefined;
  if (line.measure === 'yes-no') return choice(['Có', 'Không']);
  if (line.measure === 'level') {
    const { levels } = factsOf(line.rule);
    return levels ? choice(levelOptions(levels)) : undefined;
  }
  return line.measure === 'count' || line.measure === 'amount' ? FIGURE : undefined;
}

const TITLE = 'Kiểm tra lại số liệu';
const KPS = 'Nếu nội dung không phát sinh trong kỳ thì ghi KPS và chọn Có (Yes) để giữ lại.';

const FIGURE: Check = {
  rule: { kind: 'decimal', min: 0 },
  error: { style: 'warning', title: TITLE, text: `Ô này chỉ ghi số từ 0 trở lên, không ghi kèm chữ. ${KPS}` },
};
const RATIO: Check = {
  rule: { kind: 'decimal', min: 0, max: 100 },
  error: { style: 'warning', title: TITLE, text: `Ô này ghi tỷ lệ từ 0 đến 100. ${KPS}` },
};

function pointsCheck({ rule, maxPoints }: FormLine): Check {
  const most = formatPoints(maxPoints);
  const { deducts } = factsOf(rule);
  if (deducts !== null) {
    const least = formatPoints(deducts);
    return {
      rule: { kind: 'decimal', min: 0 - fromPoints(deducts), max: 0 },
      error: { style: 'stop', title: 'Điểm trừ', text: `Điểm trừ ghi số âm, từ -${least} đến 0.` },
    };
  }
  return {
    rule: { kind: 'decimal', min: 0, max: fromPoints(maxPoints) },
    error: { style: 'stop', title: 'Điểm tự chấm', text: `Điểm tự chấm là số từ 0 đến ${most}.` },
  };
}

function choice(options: readonly string[]): Check {
  return {
    rule: { kind: 'list', options: [...options, 'KPS'] },
    error: {
      style: 'stop',
      title: 'Chọn trong danh sách',
      text: 'Chọn một mục trong danh sách của ô. KPS = không phát sinh.',
    },
  };
}

/** Excel holds 255 characters of typed options. */
const LONGEST_LIST = 250;

/**
 * Labels as options: no comma, which parts them; cut with `…` when together they are too long. The reader takes both
 * for the level.
 */
export function levelOptions(levels: readonly { readonly label: string }[]): readonly string[] {
  const labels = levels.map(({ label }) => label.replace(/\s*,\s*/g, '; ').trim());
  if (labels.join(',').length <= LONGEST_LIST) return labels;
  const room = Math.floor(LONGEST_LIST / labels.length) - 2;
  return labels.map((label) => (label.length <= room ? label : `${label.slice(0, room).trimEnd()}…`));
}
