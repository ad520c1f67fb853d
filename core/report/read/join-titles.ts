/**
 * A title broken over several rows ("Tỷ lệ hộ gia đình sử dụng Internet" and below it "băng rộng cáp quang") is one title
 * where only together they are a criterion's.
 */
import type { Sense } from './header.ts';
import { bareTitle } from './numbering.ts';
import type { PageCell, PageRow } from './page.ts';
import type { BodyRow } from './rows.ts';

/** The text of a title cell with that of the row below, where nothing else stands in that row. */
export function withRest(title: PageCell, next: PageRow | undefined): string {
  const [only] = next?.cells ?? [];
  const goesOn = only !== undefined && next?.cells.length === 1 && only.isText && only.column === title.column;
  return goesOn ? `${title.text} ${only.text}` : title.text;
}

/** Rows that one title may run over. */
const MOST_ROWS = 4;

/** The rows with such titles joined; the rows that only go on are left out. */
export function joinTitles(rows: readonly BodyRow[], sense: Pick<Sense, 'isCriterion'>): readonly BodyRow[] {
  const joined: BodyRow[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (!row) continue;
    const more = goesOn(rows, at) ? continued(rows, at, sense) : null;
    joined.push(more ? withTitle(row, more.title) : row);
    at += more?.rows ?? 0;
  }
  return joined;
}

function withTitle(row: BodyRow, title: string): BodyRow {
  const { titleCell } = row;
  const titles = [title, ...row.titles.slice(1)];
  return titleCell ? { ...row, titles, titleCell: { ...titleCell, text: title } } : { ...row, titles };
}

/** Only a row of nothing but a title without a number can go on with the title above it. */
function goesOn(rows: readonly BodyRow[], at: number): boolean {
  const next = rows[at + 1];
  return next !== undefined && next.titles.length > 0 && next.at.size === 1 && next.numbering === undefined;
}

function continued(
  rows: readonly BodyRow[],
  at: number,
  sense: Pick<Sense, 'isCriterion'>,
): { readonly title: string; readonly rows: number } | null {
  let title = rows[at]?.titles[0] ?? '';
  if (title === '' || sense.isCriterion(title)) return null;
  for (let more = 1; more < MOST_ROWS && goesOn(rows, at + more - 1); more += 1) {
    const next = rows[at + more]?.titles[0] ?? '';
    if (sense.isCriterion(next)) return null;
    title = `${title.trim()} ${next.trim()}`;
    if (sense.isCriterion(title) || sense.isCriterion(bareTitle(title))) return { title, rows: more };
  }
  return null;
}
