/** What has to be known of the whole page before any of it is copied. */
import { LONGEST_CELL, type RowGroup, rowGroupsIn, type Tree } from '../../core/portal/capture/row-groups.ts';
import { besideIn, choicesIn, isBesideArrow, linesBeside, namedBy, namedElement } from './beside.ts';
import { folded, isFigure, secretOf } from './copied-text.ts';
import { isCut, isSpace } from './is-cut.ts';
import type { PageCopy } from './page-copy.ts';
import { isOfPerson, isPersonName, type PersonCell, personCells, withoutPersonal } from './persons.ts';
import {
  attribute,
  childrenIn,
  closest,
  isDisplayed,
  isEditable,
  ofDocument,
  ofElement,
  ofNode,
  shadowOf,
  tagOf,
  typedIn,
} from './untouched.ts';

export interface PageSurvey {
  /** What was typed, lower case. */
  readonly secrets: Set<string>;
  /** Elements outside tables whose words stay in the copy: a figure with its words, a name with its value, a drawn table. */
  readonly readable: Set<Element>;
  /** Rows of tables that are drawn without elements of a table. */
  readonly rows: Set<Element>;
  /** Tables of which the page holds only the rows in sight. */
  readonly cut: Set<Element>;
  /** Elements about a person: in the copy without their words, and covered in the picture. */
  readonly persons: Set<Element>;
  /** Short texts with a figure outside tables: what a date in a field is held against. */
  readonly texts: string[];
  readonly frames: string[];
  readonly fields: PageCopy['fields'];
}

const MOST_TEXTS = 200;
const MOST_CARDS = 20;
const MOST_COVERED = 5_000;
const TABLES = 'table, [role="table"], [role="grid"], [role="treegrid"]';

export function survey(page: Element, inert: Document): PageSurvey {
  const found: PageSurvey = {
    ...{ secrets: new Set(), readable: new Set(), rows: new Set(), cut: new Set(), persons: new Set() },
    ...{ texts: [], frames: [], fields: [] },
  };
  const lengths = new WeakMap<Element, number>();
  const inTables = new WeakSet<Element>();
  const roots: Node[] = [page];
  for (let root = roots.pop(); root; root = roots.pop()) {
    const walk = inert.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walk.currentNode; node; node = walk.nextNode()) {
      if (node instanceof Text) lookAtText(node, found, lengths);
      else if (node instanceof Element) {
        const parent = ofNode(node, 'parentElement');
        if (parent && (inTables.has(parent) || tagOf(parent) === 'table')) inTables.add(node);
        lookAt(node, found, inTables.has(node));
        const shadow = shadowOf(node);
        if (shadow) roots.push(shadow);
      }
    }
  }
  for (const { element, rows } of rowGroupsIn(page, LIVE_TREE)) {
    addRows(rows, found);
    const own = rows.map((row) => row.element);
    if (isCut(element, own)) found.cut.add(element);
    addLines(element, found);
  }
  // Figures beside their names, without a table.
  for (const around of [...found.readable].slice(0, MOST_CARDS)) addLines(around, found);
  return found;
}

function lookAtText(node: Text, found: PageSurvey, lengths: WeakMap<Element, number>): void {
  const { readable, texts } = found;
  const around = isFigure(folded(node.data)) ? wordsAround(node, lengths) : null;
  if (around) readable.add(around);
  const parent = ofNode(node, 'parentElement');
  if (parent && node.data.length < 200 && texts.length < MOST_TEXTS && saysTime(parent, node.data))
    texts.push(folded(node.data));
  if (parent && node.data.length < 1_000 && withoutPersonal(node.data) !== node.data.normalize('NFC'))
    cover(parent, found);
}

/** A year, outside tables, lists to choose from and fields. */
function saysTime(parent: Element, text: string): boolean {
  const within = 'table, select, option, script, style, textarea, [role="grid"], [role="listbox"]';
  return /20\d\d/.test(text) && closest(parent, within) === null && !isEditable(parent);
}

function lookAt(element: Element, found: PageSurvey, isInTable: boolean): void {
  const tag = tagOf(element);
  const hasAttributes = Element.prototype.hasAttributes.call(element);
  if (tag === 'tr' && isSpace(element)) found.cut.add(element);
  // Of a bare row or cell there is nothing else to know than whether somebody may type in it.
  if (!isInTable || hasAttributes || !/^t[dr]$/.test(tag)) lookAround(element, found, isInTable);
  const typed = typedIn(element);
  if (typed === null) return;
  const secret = secretOf(typed);
  if (secret !== null && found.secrets.size < 500) found.secrets.add(secret);
  cover(element, found);
}

function lookAround(element: Element, found: PageSurvey, isInTable: boolean): void {
  const { frames, readable } = found;
  if (element instanceof HTMLIFrameElement) frames.push(element.src);
  const isTableItself = isTable(element);
  if (isTableItself) {
    for (const cell of personCells(rowsOf(element))) addPerson(cell, found);
    const rows = [...Element.prototype.querySelectorAll.call(element, 'tr, [role="row"]')];
    if (isCut(element, rows)) found.cut.add(element);
    addLines(element, found);
    const describing = namedElement(element, 'aria-describedby');
    if (describing && !isPersonName(folded(ofNode(describing, 'textContent') ?? ''))) readable.add(describing);
  }
  if (tagOf(element) === 'dd') {
    const term = ofElement(element, 'previousElementSibling');
    if (term && isOfPerson(folded(ofNode(term, 'textContent') ?? ''))) addPerson(element, found);
  }
  if (isInTable) {
    // The words of its cells are copied anyway; what names a cell may stand elsewhere.
    if (Element.prototype.hasAttributes.call(element)) for (const item of namedBy(element)) readable.add(item);
  } else {
    if (isBesideArrow(element)) readable.add(element);
    for (const item of isTableItself ? [] : [...besideIn(element), ...choicesIn(element)]) readable.add(item);
  }
}

function isTable(element: Element): boolean {
  return tagOf(element) === 'table' || /^(?:table|grid|treegrid)$/.test(attribute(element, 'role') ?? '');
}

function addLines(table: Element, found: PageSurvey): void {
  const { own, persons } = linesBeside(table);
  for (const line of own) found.readable.add(line);
  for (const line of persons) addPerson(line, found);
}

function addPerson(element: Element, found: PageSurvey): void {
  found.persons.add(element);
  cover(element, found);
}

/** Cells of its own rows, not of tables within it. */
function rowsOf(table: Element): PersonCell<Element>[][] {
  const rows: PersonCell<Element>[][] = [];
  for (const row of Element.prototype.querySelectorAll.call(table, 'tr, [role="row"]')) {
    if (closest(row, TABLES) !== table) continue;
    rows.push(Array.from(ofElement(row, 'children')).map(personCell));
  }
  return rows;
}

function personCell(element: Element): PersonCell<Element> {
  const text = folded(ofNode(element, 'textContent') ?? '').slice(0, 200);
  const isHead = tagOf(element) === 'th';
  if (!Element.prototype.hasAttributes.call(element)) return { element, text, isHead, wide: 1, high: 1 };
  return {
    ...{ element, text },
    isHead: isHead || attribute(element, 'role') === 'columnheader',
    ...{ wide: spanOf(element, 'colspan'), high: spanOf(element, 'rowspan') },
  };
}

function spanOf(element: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number(attribute(element, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 200) : 1;
}

const NO_ROWS = new Set([
  'select',
  'nav',
  'header',
  'footer',
  'aside',
  'span',
  'button',
  'dl',
  'script',
  'style',
  'head',
]);

/** As the readers of the copy will see it. */
const LIVE_TREE: Tree<Element> = {
  tagOf,
  childrenOf: (element) => childrenIn(element).filter(isDisplayed),
  textOf: (element) => {
    const text = ofNode(element, 'textContent') ?? '';
    return text.length > 2 * LONGEST_CELL ? '' : folded(text);
  },
  hasOwnText: (element) =>
    ofElement(element, 'childElementCount') > 0 &&
    Array.from(ofNode(element, 'childNodes')).some((node) => node instanceof Text && folded(node.data) !== ''),
  isApart: (element) =>
    isTable(element) ||
    (NO_ROWS.has(tagOf(element)) && ofElement(element, 'childElementCount') > 0) ||
    isEditable(element),
};

function addRows(rows: RowGroup<Element>['rows'], found: PageSurvey): void {
  for (const { element } of rows) {
    found.readable.add(element);
    found.rows.add(element);
  }
  const cells = rows.map((row, at) => row.cells.map((cell) => ({ ...personCell(cell), isHead: at === 0 })));
  for (const cell of personCells(cells)) addPerson(cell, found);
}

/** What stands there is not shown in the picture. */
function cover(element: Element, { fields }: PageSurvey): void {
  const box = Element.prototype.getBoundingClientRect.call(element);
  const inSight = box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  if (inSight && fields.length < MOST_COVERED)
    fields.push({ left: box.left, top: box.top, width: box.width, height: box.height });
}

/** A card with a figure holds no more. */
const MOST_AROUND = 160;
const MOST_LEVELS = 4;

/** null in a table, which is copied as it is. */
function wordsAround(figure: Text, lengths: WeakMap<Element, number>): Element | null {
  let around: Element | null = ofNode(figure, 'parentElement');
  if (!around || closest(around, 'table') !== null) return null;
  for (let level = 0; level < MOST_LEVELS; level++) {
    const wider: Element | null = ofNode(around, 'parentElement');
    if (!wider || wider === ofDocument('body') || ofElement(wider, 'childElementCount') > 20) break;
    const length = lengths.get(wider) ?? (ofNode(wider, 'textContent') ?? '').length;
    lengths.set(wider, length);
    if (length > MOST_AROUND) break;
    around = wider;
  }
  return around;
}
