/** One table for several units, each with columns of its own (`Bản Nà Đắng | Bản Nà Sàng`): which columns are whose. */
import { bareKey } from '../../grid/text.ts';
import type { HeaderColumn } from './columns.ts';
import type { HeaderPlace, Sense } from './header.ts';
import { headerWord } from './header-words.ts';
import type { Told } from './identity.ts';
import { type Page, refTo } from './page.ts';

/** The columns all units share and those of one. */
export interface UnitColumns {
  readonly texts: readonly HeaderColumn[];
  readonly ofUnit?: Told;
}

/** What a unit's column holds when its name is all that stands above it. */
const RESULT = 'Kết quả';

/** A header for each unit; null when the columns name fewer than two. */
export function splitByUnit(page: Page, place: HeaderPlace, sense: Sense): readonly UnitColumns[] | null {
  const shared: HeaderColumn[] = [];
  const own = new Map<string, { readonly name: string; readonly columns: HeaderColumn[] }>();
  for (const column of place.texts) {
    const name = column.texts.find((text) => headerWord(text) === undefined && sense.isUnit(text));
    if (name === undefined) {
      shared.push(column);
      continue;
    }
    const rest = column.texts.filter((text) => text !== name);
    const key = bareKey(name);
    const unit = own.get(key) ?? { name, columns: [] };
    unit.columns.push({ column: column.column, texts: rest.some((text) => headerWord(text)) ? rest : [RESULT] });
    own.set(key, unit);
  }
  if (own.size < 2) return null;
  return [...own.values()].map(({ name, columns }) => ({
    texts: [...shared, ...columns].sort((a, b) => a.column - b.column),
    ofUnit: { text: name.replace(/\s+/g, ' '), cell: cellOf(page, place, name, columns[0]?.column ?? place.left) },
  }));
}

function cellOf(page: Page, { top, bottom }: HeaderPlace, name: string, column: number): Told['cell'] {
  for (let row = top; row <= bottom; row += 1) {
    const cell = page.byRow.get(row)?.cells.find((one) => one.text === name && one.column <= column + 8);
    if (cell) return refTo(page, cell.row, cell.column);
  }
  return refTo(page, top, column);
}
