/** One table for several units, each with columns of its own (`Bản Nà Đắng | Bản Nà Sàng`): which columns are whose. */
import { bareKey } from '../../base/text/text.ts';
import { type HeaderColumn, isTimeText } from './columns.ts';
import type { HeaderPlace, Sense } from './header.ts';
import { headerWord } from './header-words.ts';
import type { Told } from './identity.ts';
import { type Page, refTo } from './page.ts';

/** The columns all units share and those of one. */
interface UnitColumns {
  readonly texts: readonly HeaderColumn[];
  readonly ofUnit?: Told;
}

/** What a unit's column holds when its name is all that stands above it. */
const RESULT = 'Kết quả';

/**
 * A header for each unit; null when the columns name fewer than two. A name is known as such, or it stands over the
 * same columns as the others: what no header word explains and repeats is who, not what.
 */
export function splitByUnit(page: Page, place: HeaderPlace, sense: Sense): readonly UnitColumns[] | null {
  const shared: HeaderColumn[] = [];
  const own = new Map<string, Named>();
  for (const column of place.texts) {
    const name = column.texts.find((text) => isName(text));
    if (name === undefined) {
      shared.push(column);
      continue;
    }
    const rest = column.texts.filter((text) => text !== name);
    const key = bareKey(name);
    const unit = own.get(key) ?? { name, columns: [], printed: [] };
    unit.columns.push({ column: column.column, texts: rest.some((text) => headerWord(text)) ? rest : [RESULT] });
    unit.printed.push(column);
    own.set(key, unit);
  }
  const units = alike([...own.values()], sense);
  if (units.length < 2) return null;
  const others = [...own.values()].filter((one) => !units.includes(one)).flatMap(({ printed }) => printed);
  return units.map(({ name, columns }) => ({
    texts: [...shared, ...others, ...columns].sort((a, b) => a.column - b.column),
    ofUnit: { text: name.replace(/\s+/g, ' '), cell: cellOf(page, place, name, columns[0]?.column ?? place.left) },
  }));
}

interface Named {
  readonly name: string;
  /** With what the unit gives in each, and as the header prints them. */
  readonly columns: HeaderColumn[];
  readonly printed: HeaderColumn[];
}

/** Nothing a header says of columns. */
function isName(text: string): boolean {
  return text.length <= 80 && /\p{L}{2}/u.test(text) && headerWord(text) === undefined && !isTimeText(text);
}

/** Those over the same kinds of columns as a known unit; without any known, as another with at least two columns. */
function alike(names: readonly Named[], sense: Sense): readonly Named[] {
  const known = names.filter(({ name }) => sense.isUnit(name));
  const signs = new Set((known.length > 0 ? known : names.filter(({ columns }) => columns.length > 1)).map(signOf));
  for (const sign of signs) {
    const same = names.filter((one) => signOf(one) === sign);
    if (same.length > 1) return same;
  }
  return [];
}

function signOf({ columns }: Named): string {
  return columns.map(({ texts }) => headerWord(texts.at(-1) ?? '')?.role ?? '').join();
}

function cellOf(page: Page, { top, bottom }: HeaderPlace, name: string, column: number): Told['cell'] {
  for (let row = top; row <= bottom; row += 1) {
    const cell = page.byRow.get(row)?.cells.find((one) => one.text === name && one.column <= column + 8);
    if (cell) return refTo(page, cell.row, cell.column);
  }
  return refTo(page, top, column);
}
