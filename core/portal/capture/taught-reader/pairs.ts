/**
 * Figures that stand beside their names, not below headers: tables of two columns, lists of terms, cards with one
 * figure each.
 */
import { descendants, isHidden, type PageElement, type PageNode, tagOf, textOf } from '../page.ts';
import { isHeaderCell, isTable, type PageTable, rowGroupsOf, type TableRow } from '../table.ts';
import { cleanText } from './text.ts';

interface Pair {
  readonly label: string;
  readonly text: string;
  readonly element: PageElement;
}

export interface Pairs {
  /** The element that contains them. */
  readonly element: PageElement;
  readonly pairs: readonly Pair[];
}

/** More are rows of a list, not figures of one page. */
const MOST_PAIRS = 60;
const LONGEST = 200;

const FIGURE = /^\d[\d.,]{0,20}\s?%?$/;
const NAMES_UNIT = /(?:^|\s)(?:ubnd|ủy ban|uỷ ban|xã|phường|đặc khu|sở)\s/iu;

/** `Hồ sơ tiếp nhận | 1.234` row by row, once or twice in a row; undefined when the first row is rather a header. */
export function tablePairs({ element, rows }: PageTable): Pairs | undefined {
  const pairs = rows.map(rowPairs);
  const own = pairs.flatMap((row) => row ?? []);
  const [first] = own;
  if (first === undefined || own.length < 2 || own.length > MOST_PAIRS || pairs.includes(undefined)) return undefined;
  const isTitled = rows.every(
    ({ cells: [label, value] }) => label && value && isHeaderCell(label.element) && !isHeaderCell(value.element),
  );
  const isPaired = isTitled || FIGURE.test(first.text) || NAMES_UNIT.test(first.text);
  return isPaired && own.some(({ text }) => FIGURE.test(text)) ? { element, pairs: own } : undefined;
}

function rowPairs({ head, cells }: TableRow): readonly Pair[] | undefined {
  if (head || cells.length === 0 || cells.length % 2 === 1 || cells.length > 4) return undefined;
  const pairs = cells.flatMap((cell, at): Pair[] => {
    const value = cells[at + 1];
    if (at % 2 === 1 || !cell || !value || cell.covered || value.covered || !isName(cell.text)) return [];
    return [{ label: cleanText(cell.text), text: value.text, element: value.element }];
  });
  return pairs.length === cells.length / 2 ? pairs : undefined;
}

/** Lists of terms and rows of cards outside tables, in document order. */
export function pairsOf(page: PageElement): readonly Pairs[] {
  const grouped = new Set(rowGroupsOf(page).map(({ element }) => element));
  const isLeftOut = (element: PageElement) => isHidden(element) || isTable(element) || grouped.has(element);
  const places = descendants(
    page,
    ({ children }) => children.length > 1 && children.length <= 4 * MOST_PAIRS,
    isLeftOut,
  );
  return places.flatMap((element) => {
    const children = Array.from(element.children).filter((child) => !isLeftOut(child));
    const pairs =
      tagOf(element) === 'dl' && children.some((child) => tagOf(child) === 'dt')
        ? terms(children)
        : children.flatMap(cardOf);
    return pairs.length > 1 && pairs.length <= MOST_PAIRS && pairs.some(({ text }) => FIGURE.test(text))
      ? [{ element, pairs }]
      : [];
  });
}

function terms(children: readonly PageElement[]): readonly Pair[] {
  return children.flatMap((child, at): Pair[] => {
    const value = children[at + 1];
    const label = textOf(child);
    if (tagOf(child) !== 'dt' || !value || tagOf(value) !== 'dd' || !isName(label)) return [];
    return [{ label: cleanText(label), text: textOf(value), element: value }];
  });
}

/** One name and one figure, nothing else. */
function cardOf(element: PageElement): Pair[] {
  const pieces = piecesOf(element);
  const [label = ''] = pieces.filter(isName);
  const [figure = ''] = pieces.filter((piece) => FIGURE.test(piece));
  const isSigned = pieces.includes('%');
  if (label === '' || figure === '' || pieces.length !== (isSigned ? 3 : 2)) return [];
  return [{ label: cleanText(label), text: isSigned ? `${figure}%` : figure, element }];
}

function isName(text: string): boolean {
  return /\p{L}{2}/u.test(text) && text.length <= LONGEST && !FIGURE.test(text);
}

/** Texts of an element, one by one; empty when it has more than a card can hold. */
function piecesOf(root: PageElement): readonly string[] {
  const pieces: string[] = [];
  const waiting: PageNode[] = [root];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++nodes > MOST_PAIRS) return [];
    if (isElement(next) && isHidden(next)) continue;
    if (isElement(next) && next.children.length > 0) {
      if (next.childNodes.length > MOST_PAIRS) return [];
      waiting.push(...Array.from(next.childNodes).reverse());
    } else if (isElement(next) || next.nodeType === 3) {
      const text = next.textContent ?? '';
      if (text.length > 2 * LONGEST) return [];
      const seen = cleanText(text);
      if (seen !== '') pieces.push(seen);
    }
  }
  return pieces;
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}
