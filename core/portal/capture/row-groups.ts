/**
 * Tables drawn without any element or role of a table, known by their structure alone: repeated siblings with equal
 * numbers of cells, the first of them words, each of the others with a figure. Of any kind of tree, so that the copy of
 * a page keeps what its readers will look for.
 */

export interface Tree<E> {
  readonly tagOf: (element: E) => string;
  /** Children that are seen. */
  readonly childrenOf: (element: E) => readonly E[];
  /** Folded; '' where it is longer than a cell. */
  readonly textOf: (element: E) => string;
  /** Whether words stand in it beside its children. */
  readonly hasOwnText: (element: E) => boolean;
  /** A table of its own, a menu, a control: not looked into. */
  readonly isApart: (element: E) => boolean;
}

export interface RowGroup<E> {
  /** What all its rows stand in. */
  readonly element: E;
  /** The header first. */
  readonly rows: readonly GroupRow<E>[];
}

interface GroupRow<E> {
  readonly element: E;
  readonly cells: readonly E[];
}

/** `place` = of the child of the whole that it stands in. */
interface PlacedRow<E> extends GroupRow<E> {
  readonly place: number;
}

/** Longest text of a cell. */
export const LONGEST_CELL = 200;

const FIGURE = /^\(?[+-]?\d[\d.,]{0,20}\s?(?:%|\/\s?\d{1,9})?\)?$/;
/** What stands around one row before its cells. */
const MOST_WRAPPED = 3;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
const MOST_ELEMENTS = 200_000;

/** In no particular order; of groups within each other the innermost. */
export function rowGroupsIn<E extends object>(root: E, tree: Tree<E>): readonly RowGroup<E>[] {
  const parents = new Map<E, E>();
  const order: E[] = [];
  const waiting: E[] = [root];
  for (let next = waiting.pop(); next !== undefined && order.length < MOST_ELEMENTS; next = waiting.pop()) {
    if (next !== root && tree.isApart(next)) continue;
    order.push(next);
    for (const child of tree.childrenOf(next)) {
      parents.set(child, next);
      waiting.push(child);
    }
  }
  const found: RowGroup<E>[] = [];
  const around = new Set<E>();
  for (const element of order.reverse()) {
    if (around.has(element)) continue;
    const rows = rowsIn(element, tree);
    if (!rows) continue;
    found.push({ element, rows });
    for (let at: E | undefined = element; at !== undefined; at = parents.get(at)) around.add(at);
  }
  return found;
}

/** Its children as rows, or the children of these where header and body stand apart. */
function rowsIn<E>(element: E, tree: Tree<E>): readonly GroupRow<E>[] | undefined {
  const children = tree.childrenOf(element);
  if (children.length === 0 || children.length > MOST_ROWS) return undefined;
  const placed = (child: E, place: number): PlacedRow<E>[] => {
    const row = rowOf(child, tree);
    return row ? [{ ...row, place }] : [];
  };
  const plain = children.flatMap(placed);
  const own = tableIn(plain, tree);
  if (own) return own;
  const flat = children.flatMap((child, place) => {
    if (tree.isApart(child)) return [];
    const rows = tree.childrenOf(child).flatMap((nonNullable) => placed(nonNullable, place));
    return rows.length > 0 && rows.length === tree.childrenOf(child).length ? rows : placed(child, place);
  });
  return flat.length > plain.length ? tableIn(flat, tree) : undefined;
}

function rowOf<E>(element: E, tree: Tree<E>): GroupRow<E> | undefined {
  let row = element;
  for (let level = 0; level < MOST_WRAPPED; level++) {
    const children = tree.childrenOf(row);
    const [only] = children;
    if (tree.isApart(row) || tree.hasOwnText(row)) return undefined;
    if (children.length > 1) {
      const isRow = children.length <= MOST_COLUMNS && children.every((cell) => isShort(cell, tree));
      return isRow ? { element: row, cells: children } : undefined;
    }
    if (only === undefined) return undefined;
    row = only;
  }
  return undefined;
}

/** A cell may be empty; a longer text is none. */
function isShort<E>(cell: E, tree: Tree<E>): boolean {
  return tree.textOf(cell) !== '' || tree.childrenOf(cell).length === 0;
}

/**
 * The first header with rows of its kind right behind it. Where later rows carry figures in another number of cells,
 * what belongs together is not to be known.
 */
function tableIn<E>(rows: readonly PlacedRow<E>[], tree: Tree<E>): readonly GroupRow<E>[] | undefined {
  const start = rows.findIndex((row, at) => isHeader(row, tree) && isFirst(rows[at + 1], row, tree));
  const [header, first, ...more] = start < 0 ? [] : rows.slice(start);
  if (!header || !first) return undefined;
  const kind = kindOf(first, tree);
  const end = more.findIndex((row) => kindOf(row, tree) !== kind);
  const body = [first, ...(end < 0 ? more : more.slice(0, end))];
  if (body.length < 2 && header.cells.length < 3) return undefined;
  const isBroken = end >= 0 && more.slice(end).some((row) => isNamed(row, tree) && hasFigure(row, tree));
  return isBroken ? undefined : [header, ...body];
}

/** The first row below a header: as many cells, each drawn alike, a figure among them. */
function isFirst<E>(row: PlacedRow<E> | undefined, header: PlacedRow<E>, tree: Tree<E>): boolean {
  if (row?.cells.length !== header.cells.length || row.place - header.place > 1 || !hasFigure(row, tree)) return false;
  const kinds = [row, header].map((placedRow) => new Set(placedRow.cells.map(tree.tagOf)).size);
  return kindOf(row, tree) === kindOf(header, tree) || kinds.every((size) => size === 1);
}

/** Rows of one table are drawn with the same cells. */
function kindOf<E>({ cells }: GroupRow<E>, tree: Tree<E>): string {
  return cells.map(tree.tagOf).join(' ');
}

/** Words alone, each its own. */
function isHeader<E>({ cells }: GroupRow<E>, tree: Tree<E>): boolean {
  const texts = cells.map(tree.textOf);
  const named = texts.filter((text) => text !== '');
  return (
    named.length >= Math.max(2, cells.length - 1) &&
    new Set(named).size === named.length &&
    named.every((text) => !FIGURE.test(text) && (/\p{L}{2}/u.test(text) || /^(?:#|№|%)$/.test(text)))
  );
}

function hasFigure<E>({ cells }: GroupRow<E>, tree: Tree<E>): boolean {
  return cells.some((cell) => FIGURE.test(tree.textOf(cell)));
}

function isNamed<E>({ cells }: GroupRow<E>, tree: Tree<E>): boolean {
  return cells.some((cell) => /\p{L}{2}/u.test(tree.textOf(cell)));
}
