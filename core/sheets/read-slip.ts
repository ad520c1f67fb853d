/** What an appraiser filled in, read back from his workbook (appraisal-slip.ts), however it was sorted or cut. */
import { type Points, toPoints } from '../base/quantity/points.ts';
import { readNumberText } from '../sheet/grid/number-text.ts';
import type { CellValue, Sheet } from '../sheet/grid/sheet.ts';
import { titledRows } from './titled-rows.ts';

const TITLES = {
  unit: ['Đơn vị'],
  criterion: ['Mã'],
  reckoned: ['Đang tính'],
  self: ['Tự chấm'],
  points: ['Điểm thẩm định'],
  why: ['Lý do'],
  appraiser: ['Người thẩm định'],
  mark: ['Dấu vết'],
} as const;

export interface SlipRow {
  /** `hàng 12`, as the sheet counts. */
  readonly place: string;
  readonly unit: string;
  readonly criterion: string;
  readonly appraiser: string;
  readonly subject: string;
  readonly points: Points;
  readonly why: string;
}

interface SlipRead {
  /** Rows in which points were written. */
  readonly rows: readonly SlipRow[];
  /** Rows left empty. */
  readonly empty: number;
  /** Vietnamese half sentences on rows that cannot be used: `hàng 12: “ba” không phải là số điểm`. */
  readonly faults: readonly string[];
}

/** null = the book holds no such sheet. */
export function readSlip({ sheets }: { readonly sheets: readonly Sheet[] }): SlipRead | null {
  for (const sheet of sheets) {
    const titled = titledRows(sheet, TITLES, ['unit', 'criterion', 'points', 'why', 'appraiser', 'mark']);
    if (titled === null) continue;
    const rows: SlipRow[] = [];
    const faults: string[] = [];
    let empty = 0;
    for (const { number, value, text } of titled) {
      if (text('mark') === '') continue;
      const place = `hàng ${number}`;
      const points = pointsIn(value('points'), text('points'));
      if (points === null && text('why') === '') empty += 1;
      else if (points === null)
        faults.push(`${place} (${text('unit')}, tiêu chí ${text('criterion')}): có lý do mà chưa có điểm`);
      else if (points === undefined)
        faults.push(
          `${place} (${text('unit')}, tiêu chí ${text('criterion')}): “${text('points')}” không phải là số điểm có nhiều nhất hai chữ số thập phân`,
        );
      else {
        const [unit, appraiser, subject] = [text('unit'), text('appraiser'), text('mark')];
        rows.push({ place, unit, criterion: text('criterion'), appraiser, subject, points, why: text('why') });
      }
    }
    return { rows, empty, faults };
  }
  return null;
}

/** null = nothing was written, undefined = no points. */
function pointsIn(cell: CellValue | null, text: string): Points | null | undefined {
  if (text === '') return null;
  const read = typeof cell === 'number' ? null : readNumberText(text, 'decimal');
  const number = typeof cell === 'number' ? cell : read?.kind === 'number' ? read.value : undefined;
  if (number === undefined || Math.abs(number * 100 - Math.round(number * 100)) > 1e-6) return undefined;
  return toPoints(number);
}
