/** The annex of units a plan lists (“DANH SÁCH ĐƠN VỊ THAM GIA”): the register to begin with, and no targets. */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Grid } from '../document/grids.ts';
import type { PlanText } from '../layout/plan-text.ts';
import { kindsNamed } from './audiences.ts';

export interface PlanUnit {
  readonly name: string;
  /** What the list itself calls it (`Thôn`, `Trường học`); '' = it does not say. */
  readonly group: string;
}

interface HeadedGrid extends Grid {
  readonly head: { readonly rows: number; readonly names: readonly string[] };
}

const LISTS = /danh sách|danh mục/iu;
const UNIT = new RegExp(
  `^(?:tên )?(?:các )?(?:đơn vị|tập thể|cơ quan|${VILLAGE_PATTERN})(?!\\p{L})(?! (?:tính|chủ trì|phối hợp|thực hiện|phụ trách))`,
  'iu',
);
const GROUP = /nhóm|loại|khối|cụm|đối tượng/iu;
/** Lines above a table that may name it. */
const ABOVE = 4;

/** Grids that list units, and what they list. */
export function unitsIn(
  text: PlanText,
  grids: readonly HeadedGrid[],
): readonly { readonly grid: HeadedGrid; readonly units: readonly PlanUnit[] }[] {
  return grids.flatMap((grid) => {
    const { names, rows: top } = grid.head;
    const unit = names.findIndex((name) => UNIT.test(name));
    if (unit < 0 || top === 0 || !LISTS.test(wordsAbove(text, grid))) return [];
    const group = names.findIndex((name, column) => column !== unit && GROUP.test(name));
    const units = grid.rows.slice(top).flatMap((row, at): PlanUnit[] => {
      const cell = row[unit];
      const own = cell && cell.row === top + at && cell.column === unit ? cell.text : '';
      return /\p{L}{2}/u.test(own) && own.length <= 120 && !/^(?:tổng|cộng)/iu.test(own)
        ? [{ name: own, group: (group < 0 ? '' : row[group]?.text) ?? '' }]
        : [];
    });
    const known = units.filter(({ name, group: of }) => kindsNamed(`${of} ${name}`).length > 0);
    return units.length >= 2 && known.length * 2 >= units.length ? [{ grid, units }] : [];
  });
}

function wordsAbove({ lines, flat }: PlanText, { line }: Grid): string {
  return lines
    .slice(Math.max(0, line - ABOVE), line)
    .map(({ start, end }) => flat.slice(start, end))
    .join('\n');
}
