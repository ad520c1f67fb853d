/**
 * A table for several units, each with its own columns (`Bản Nà Đắng | Bản Nà Sàng`): which columns belong to which
 * unit. A name is recognised because the register knows it or because it stands where names stand, never because it is
 * no header word: "Bộ phận Thi đua" and "Bản Co Phát" read like headers and are units. A column of figures without a
 * unit is assigned to no unit.
 */
import { bareKey, foldKey } from '../../base/text/text.ts';
import { areUnits } from './are-units.ts';
import { isTimeText } from './column-time.ts';
import type { HeaderColumn } from './columns.ts';
import type { HeaderPlace, Sense } from './header.ts';
import { isSpeltOut } from './header-lexicon.ts';
import { type HeaderRole, headerWord } from './header-words.ts';
import type { TextInCell } from './identity.ts';
import { type Page, refTo } from './page.ts';
import { saysAll, saysWhole } from './says-whole.ts';

/** The columns all units share and the columns of a single unit. */
interface UnitColumns {
  readonly texts: readonly HeaderColumn[];
  readonly ofUnit?: TextInCell;
  /** Columns of figures that no unit's name stands over. */
  readonly nobodys?: readonly HeaderColumn[];
}

/** Heading of a unit's column when only the unit's name stands above it. */
const RESULT = 'Kết quả';

interface ColumnsOfUnit {
  readonly name: string;
  /** With the headings below the name. */
  readonly columns: HeaderColumn[];
  /** As the header prints them. */
  readonly printed: HeaderColumn[];
  /** What stands under the name, by its roles. */
  readonly sign: string;
}

/** A header for each unit; null when the columns name fewer than two. `isOneUnits`: a label above names the table's. */
export function splitByUnit(
  page: Page,
  place: HeaderPlace,
  sense: Sense,
  isOneUnits: boolean,
): readonly UnitColumns[] | null {
  const units = namedIn(place, sense);
  if (units.length < 2) return null;
  const names = units.map(({ name }) => name);
  if (!areUnits(names, sense, isOneUnits, hasWhole(place, units, sense))) return null;
  const own = new Set(units.flatMap(({ printed }) => printed));
  const others = place.texts.filter((column) => !own.has(column));
  const shared = others.filter((column) => !isFilledByUnits(column));
  const nobodys = others.filter((column) => !shared.includes(column));
  return units.map(({ name, columns }, at) => ({
    texts: [...shared, ...columns].sort((a, b) => a.column - b.column),
    ofUnit: { text: name.replace(/\s+/g, ' '), cell: cellOf(page, place, name, columns[0]?.column ?? place.left) },
    ...(at === 0 && nobodys.length > 0 ? { nobodys } : {}),
  }));
}

/** The texts of one level of the header that are names, over columns of the same kinds. */
function namedIn({ texts }: HeaderPlace, sense: Sense): readonly ColumnsOfUnit[] {
  const depth = Math.max(0, ...texts.map((column) => column.texts.length));
  for (let level = 0; level < depth; level += 1) {
    const named = alike(groupsAt(texts, level), texts, sense);
    if (named.length >= 2) return named;
  }
  return [];
}

/** The columns under each text of a level, counted from the top. */
function groupsAt(texts: readonly HeaderColumn[], level: number): readonly ColumnsOfUnit[] {
  const groups = new Map<string, { name: string; printed: HeaderColumn[] }>();
  for (const column of texts) {
    const name = column.texts[level];
    if (name === undefined || name.length > LONGEST_NAME || !/\p{L}{2}/u.test(name) || isTimeText(name)) continue;
    const group = groups.get(bareKey(name)) ?? { name, printed: [] };
    group.printed.push(column);
    groups.set(bareKey(name), group);
  }
  return [...groups.values()].map(({ name, printed }) => {
    const columns = printed.map(({ column, texts: own }) => {
      const rest = own.filter((_, at) => at !== level);
      return { column, texts: rest.some((text) => headerWord(text)) ? rest : [RESULT] };
    });
    const below = printed.map((column) => column.texts.slice(level + 1));
    const sign = below.map((rest) => headerWord(rest.at(-1) ?? '')?.role ?? '').join();
    return { name, printed, columns, sign };
  });
}

/**
 * The whole of a single unit stands beside its parts, over the same kinds of columns. Beside names in the form of units
 * a "Tổng cộng" is that of them all: only words for a single unit ("Cả trường") make them its parts.
 */
function hasWhole({ texts }: HeaderPlace, units: readonly ColumnsOfUnit[], sense: Sense): boolean {
  const [first] = units;
  const level = first?.printed[0]?.texts.indexOf(first.name) ?? 0;
  const above = first?.printed[0]?.texts.slice(0, level) ?? [];
  // Under a unit's "Kết quả" there are its parts, whatever they are called.
  const areNamed =
    units.every(({ name }) => sense.isUnit(name)) && above.every((text) => /(?:các|từng) /.test(foldKey(text)));
  return groupsAt(texts, level).some(
    ({ name, sign }) =>
      sign === first?.sign &&
      saysWhole(name) &&
      (areNamed ? OF_ONE_UNIT.test(foldKey(name)) : !/(?:xã|phường|trấn)$/iu.test(name)),
  );
}

const OF_ONE_UNIT = /(?:cả|toàn) (?:đơn vị|cơ quan|trường|thôn|bản|xóm|tổ|khu)/;
const LONGEST_NAME = 80;

/**
 * Names stand over the same kinds of columns. Where the register or the form of the names proves at least two of them,
 * or a single name with its own columns below, every heading of the same kind that is no column word is a name too.
 * Where none is known, the columns below must repeat.
 */
function alike(
  groups: readonly ColumnsOfUnit[],
  texts: readonly HeaderColumn[],
  sense: Sense,
): readonly ColumnsOfUnit[] {
  const known = groups.filter(({ name }) => isKnown(name, sense));
  const signs = new Set((known.length > 0 ? known : groups.filter(isRepeatable)).map(({ sign }) => sign));
  for (const sign of signs) {
    const sure = known.filter((named) => named.sign === sign);
    const isDeep = sign !== '' && sign.includes(',');
    if (sure.length < (isDeep ? 1 : 2) && !(isDeep && known.length === 0)) continue;
    const between = reachOf(sure);
    const same = groups.filter(
      (named) =>
        named.sign === sign &&
        (sure.includes(named) ||
          (isDeep ? mayBeName(named.name) : mayBeName(named.name) && isIn(named, between, texts))),
    );
    if (same.length >= 2) return same;
  }
  return [];
}

function isRepeatable({ name, columns, sign }: ColumnsOfUnit): boolean {
  return columns.length > 1 && mayBeName(name) && sign.split(',').some((role) => role !== '');
}

/** The register knows it, or it is named as units are and not like a column a unit fills in ("Trường tự chấm"). */
function isKnown(name: string, sense: Sense): boolean {
  if (sense.isRegistered(name)) return true;
  if (!sense.isUnit(name) || isGiven(name)) return false;
  const behind = name.trim().split(/\s+/).slice(1).join(' ');
  return !isGiven(behind);
}

/** Roles that say what stands in a column; the rest may just as well be somebody's name. */
const GIVEN: ReadonlySet<HeaderRole> = new Set([
  'index',
  'code',
  'title',
  'target-or-title',
  'max',
  'method',
  'numerator',
  'denominator',
  'value',
  'self',
  'appraised',
  'evidence',
  'explanation',
  'baseline',
  'exempted',
  'plan',
  'target',
  'figure',
  'ratio',
  'completion',
  'points',
  'own-result',
]);

/** Every word of it is a header word. "Bản Co Phát" has a word that is not. */
function isGiven(text: string): boolean {
  const word = headerWord(text);
  return word?.exact === true && GIVEN.has(word.role) && (isSpeltOut(text) || !/[^\0-\x7f]/.test(text));
}

function mayBeName(name: string): boolean {
  return !isGiven(name) && !saysAll(name);
}

function reachOf(sure: readonly ColumnsOfUnit[]): { readonly from: number; readonly to: number } {
  const columns = sure.flatMap(({ printed }) => printed.map(({ column }) => column));
  return { from: Math.min(...columns), to: Math.max(...columns) };
}

/** It stands among the names, or right beside them. */
function isIn(
  { printed }: ColumnsOfUnit,
  { from, to }: ReturnType<typeof reachOf>,
  texts: readonly HeaderColumn[],
): boolean {
  const columns = texts.map(({ column }) => column);
  const before = columns.findLast((column) => column < from);
  const behind = columns.find((column) => column > to);
  return printed.every(({ column }) => (column > from && column < to) || column === before || column === behind);
}

/** The form prints the criteria, their maxima and methods once; figures, points and evidence are somebody's. */
const PRINTED: ReadonlySet<HeaderRole> = new Set([
  'index',
  'code',
  'title',
  'content',
  'target-or-title',
  'unit',
  'target',
  'plan',
  'max',
  'method',
  'points',
  'group',
  'other',
]);

function isFilledByUnits({ texts }: HeaderColumn): boolean {
  const roles = texts.flatMap((text) => headerWord(text)?.role ?? []);
  return roles.length > 0 && !roles.some((role) => PRINTED.has(role));
}

function cellOf(page: Page, { top, bottom }: HeaderPlace, name: string, column: number): TextInCell['cell'] {
  for (let row = top; row <= bottom; row += 1) {
    const cell = page.byRow.get(row)?.cells.find((pageCell) => pageCell.text === name && pageCell.column <= column + 8);
    if (cell) return refTo(page, cell.row, cell.column);
  }
  return refTo(page, top, column);
}
