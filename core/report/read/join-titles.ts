/**
 * A title broken over several rows ("Tỷ lệ hộ gia đình sử dụng Internet" and below it "băng rộng cáp quang") is one title
 * where only together they are a criterion's.
 */
import type { Sense } from './header.ts';
import { bareTitle } from './numbering.ts';
import type { PageCell, PageRow } from './page.ts';
import { isLabelled } from './row-labels.ts';
import type { BodyRow } from './rows.ts';

type Criteria = Pick<Sense, 'isCriterion'>;

/** The cell below that may hold the rest of a title: its row begins with it. */
export function restOf({ column }: PageCell, next: PageRow | undefined): PageCell | undefined {
  const rest = next?.cells[0];
  return rest?.isText && rest.column === column ? rest : undefined;
}

/** The title of a criterion begins in the cell and goes on in the row below, which begins with its rest. */
function goesDown(title: PageCell, next: PageRow | undefined, { isCriterion }: Criteria): boolean {
  const rest = restOf(title, next);
  if (!rest || !title.isText || isCriterion(title.text)) return false;
  return !isCriterion(rest.text) && isCriterion(`${title.text} ${rest.text}`);
}

/** The cell holds the title of a criterion, or its beginning. */
export function namesCriterion(cell: PageCell, next: PageRow | undefined, sense: Criteria): boolean {
  return cell.isText && (sense.isCriterion(cell.text) || goesDown(cell, next, sense));
}

/** The title of a criterion begins in one row and goes on in the other. */
export function isBroken(row: PageRow | undefined, next: PageRow | undefined, sense: Criteria): boolean {
  return row?.cells.some((cell) => goesDown(cell, next, sense)) === true;
}

/** Rows that one title may run over. */
const MOST_ROWS = 4;

/** The rows with such titles joined; of the rows that go on only those are kept that hold another figure. */
export function joinTitles(rows: readonly BodyRow[], sense: Criteria): readonly BodyRow[] {
  const joined: BodyRow[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const more = goesOn(rows, at) ? continued(rows, at, sense) : null;
    joined.push(more ? withTitle(row, more.title) : row);
    if (!more) continue;
    joined.push(...rows.slice(at + 1, at + 1 + more.rows).flatMap((rest) => (rest.at.size > 1 ? untitled(rest) : [])));
    at += more.rows;
  }
  return joined;
}

/** The row whose title cell holds the whole title: half of it may read like the label of a figure ("Tỷ lệ hộ mới"). */
function withTitle(row: BodyRow, title: string): BodyRow {
  const titles = [title, ...row.titles.slice(1)];
  if (!row.titleCell) return { ...row, titles };
  const titleCell = { ...row.titleCell, text: title };
  return { ...row, titles, titleCell, at: new Map([...row.at, [titleCell.column, titleCell]]) };
}

function untitled(row: BodyRow): BodyRow {
  const { titleCell, ...rest } = row;
  const at = new Map([...row.at].filter(([, cell]) => cell !== titleCell));
  return { ...rest, titles: [], titleCell: undefined, numbering: undefined, at };
}

/**
 * Only a row of nothing but a title can go on with the title above it, or of a title and another labelled figure. It may
 * open with a number ("02 cấp …").
 */
function goesOn(rows: readonly BodyRow[], at: number): boolean {
  const [row, next] = [rows[at], rows[at + 1]];
  if (!row || !next || next.titles.length === 0) return false;
  return next.at.size === 1 || isLabelled(untitled(next), row);
}

function continued(
  rows: readonly BodyRow[],
  at: number,
  sense: Criteria,
): { readonly title: string; readonly rows: number } | null {
  let title = rows[at]?.titles[0] ?? '';
  const isWhole = title === '' || sense.isCriterion(title);
  for (let more = 1; more < MOST_ROWS && goesOn(rows, at + more - 1); more += 1) {
    const next = rows[at + more]?.titles[0] ?? '';
    // "Số vụ mất an toàn" may be whole, and go on: then with a small letter; the name of the next unit does not.
    if (sense.isCriterion(next) || (isWhole && !/^\s*(?:\d+\/|(?:\d+ )?[\p{Ll}(])/u.test(next))) return null;
    title = `${title.trim()} ${next.trim()}`;
    if (sense.isCriterion(title) || sense.isCriterion(bareTitle(title))) return { title, rows: more };
  }
  return null;
}
