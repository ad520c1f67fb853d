/**
 * The sheet "Phân công thẩm định": which office or person appraises which criteria. A row gives a criterion, or all
 * criteria under a code, of an audience or of all; of several rows that fit the longest code holds, and of equal rows
 * the later.
 */
import { bareKey } from '../base/text/text.ts';
import type { Audience } from '../movement/movement.ts';
import type { CellValue } from '../sheet/grid/sheet.ts';
import { titledRows } from './titled-rows.ts';

export const APPRAISER_SHEET = 'Phân công thẩm định';
/** Title and width in characters, in the order of the cells. */
export const APPRAISER_TABLE = [
  ['Đối tượng', 28],
  ['Mã tiêu chí', 14],
  ['Người, cơ quan thẩm định', 44],
] as const;

const COLUMNS = {
  audience: ['Đối tượng'],
  criterion: ['Mã tiêu chí', 'Tiêu chí', 'Mã'],
  appraiser: ['Người, cơ quan thẩm định', 'Người thẩm định', 'Cơ quan thẩm định', 'Thẩm định'],
} as const;

export interface Assignment {
  /** Kind of the audience; '' = every audience. */
  readonly audience: string;
  /** Code of a criterion, or of all under it: `2` is `2.1`, `2.2` …; '' = every criterion. */
  readonly criterion: string;
  readonly appraiser: string;
}

interface AssignmentsRead {
  readonly assignments: readonly Assignment[];
  /** Vietnamese sentences on rows that cannot be used. */
  readonly faults: readonly string[];
}

/** null = the sheet has not the columns. Several codes of a row are parted by `,` or `;`. */
export function readAssignments(
  sheet: { readonly name: string; readonly rows: Parameters<typeof titledRows>[0]['rows'] },
  audiences: readonly Pick<Audience, 'kind' | 'name'>[],
): AssignmentsRead | null {
  const rows = titledRows(sheet, COLUMNS, ['criterion', 'appraiser']);
  if (rows === null) return null;
  const kinds = new Map(
    audiences.flatMap(({ kind, name }) => [kind, name].map((text) => [bareKey(text), kind] as const)),
  );
  const assignments: Assignment[] = [];
  const faults: string[] = [];
  for (const { number, text, value } of rows) {
    const at = `Trang “${sheet.name}”, hàng ${number}`;
    const appraiser = text('appraiser');
    const named = text('audience');
    const audience = named === '' ? '' : kinds.get(bareKey(named));
    if (appraiser === '') faults.push(`${at}: thiếu người, cơ quan thẩm định.`);
    else if (audience === undefined) faults.push(`${at}: không có đối tượng “${named}”.`);
    else
      for (const criterion of codesOf(value('criterion'), text('criterion')))
        assignments.push({ audience, criterion, appraiser });
  }
  return { assignments, faults };
}

/** A code that Excel took for a number (1.1) is that code. */
function codesOf(cell: CellValue | null, text: string): readonly string[] {
  if (typeof cell === 'number') return [String(cell)];
  const codes = text.split(/[,;]/).map((code) => code.trim().replace(/\.$/, ''));
  return text === '' ? [''] : codes.filter((code) => code !== '');
}

/** Who appraises a criterion of a unit's audience; null = nobody was named. */
export function appraiserOf(
  assignments: readonly Assignment[],
  { audience, criterion }: { readonly audience: string; readonly criterion: string },
): string | null {
  let found: Assignment | null = null;
  for (const assignment of assignments) {
    const { audience: kind, criterion: code } = assignment;
    const isUnder = code === '' || criterion === code || criterion.startsWith(`${code}.`);
    if (!isUnder || (kind !== '' && kind !== audience)) continue;
    const isNearer = found === null || code.length >= found.criterion.length;
    const isPlainer = found !== null && found.audience !== '' && kind === '' && code.length === found.criterion.length;
    if (isNearer && !isPlainer) found = assignment;
  }
  return found?.appraiser ?? null;
}
