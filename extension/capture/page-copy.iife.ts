/**
 * The only file injected on a press: copies the page as the officer sees it (chosen options, shadow roots, what is
 * hidden) without changing anything on it. The copy is built in a document that is never shown, element by element:
 * only what is named here goes in. Fields lose their values, and no attribute is copied that could hold a value. The
 * result waits in this script's own world until it is fetched.
 */
import { folded, isControl, isFigure, isMenu, isOwnWords, repeats, saysOfFigures, secretOf } from './kept-text.ts';
import type { PageCopy } from './page-copy.ts';
import { isOfPerson, isPersonName, type PersonCell, personCells, withoutPersonal } from './persons.ts';
import { dateSaid } from './said-date.ts';

/** Not copied, nor anything in them. */
const LEFT_OUT = new Set([
  ...['script', 'noscript', 'style', 'link', 'meta', 'base', 'object', 'embed', 'template', 'datalist', 'textarea'],
  ...['iframe', 'frame', 'img', 'picture', 'video', 'audio', 'canvas', 'map'],
  // Their text would come back as markup.
  ...['xmp', 'noembed', 'noframes', 'plaintext'],
]);

/** What readers go by. None of them holds a text of the page. */
const ATTRIBUTES = ['id', 'class', 'role', 'colspan', 'rowspan', 'scope', 'headers', 'for', 'lang', 'dir'].concat([
  'aria-hidden',
  'aria-colspan',
  'aria-rowspan',
  'aria-colindex',
  'aria-rowindex',
  'aria-level',
  // What is chosen, open, switched off, still to come.
  ...['aria-selected', 'aria-checked', 'aria-pressed', 'aria-current', 'aria-rowcount', 'aria-busy'],
  ...['aria-disabled', 'disabled', 'multiple', 'rel'],
]);
/** Words of the page itself, but a script may put there what was typed. */
const NAMES = ['aria-label', 'placeholder'];
const LONGEST_ATTRIBUTE = 200;

/** Fields nobody types into. */
const NOT_TYPED = /^(?:button|checkbox|hidden|image|radio|range|reset|submit)$/;
const TYPED_INTO = /^(?:textbox|searchbox|spinbutton)$/;

/**
 * A form's or document's own properties may be hidden by fields named after them (`<input name="tagName">`), so they
 * are read from the prototype.
 */
function ofDocument<K extends keyof Document>(name: K): Document[K] {
  return Reflect.get(Document.prototype, name, document);
}
function ofElement<K extends keyof Element>(element: Element, name: K): Element[K] {
  return Reflect.get(Element.prototype, name, element);
}
function ofNode<K extends keyof Node>(node: Node, name: K): Node[K] {
  return Reflect.get(Node.prototype, name, node);
}
function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Lower case; elements of drawings are words in a line like any other. */
function tagOf(element: Element): string {
  const name = ofElement(element, 'localName');
  return element instanceof HTMLElement && /^[a-z][a-z0-9-]*$/.test(name) ? name : 'span';
}

function isEditable(element: Element): boolean {
  if (TYPED_INTO.test(attribute(element, 'role') ?? '')) return true;
  return element instanceof HTMLElement && Reflect.get(HTMLElement.prototype, 'isContentEditable', element) === true;
}

/** What has to be known of the whole page before any of it is copied. */
interface Survey {
  /** What was typed, lower case. */
  readonly secrets: Set<string>;
  /** The smallest elements that hold a figure outside tables together with its words. */
  readonly figures: Set<Element>;
  /** Elements about a person: copied without their words, and covered in the picture. */
  readonly persons: Set<Element>;
  /** Short texts with a figure outside tables: what a date in a field is held against. */
  readonly texts: string[];
  readonly frames: string[];
  readonly fields: PageCopy['fields'];
}

function survey(page: Element, inert: Document): Survey {
  const [texts, frames, fields]: [string[], string[], PageCopy['fields']] = [[], [], []];
  const found: Survey = { secrets: new Set(), figures: new Set(), persons: new Set(), texts, frames, fields };
  const lengths = new WeakMap<Element, number>();
  const roots: Node[] = [page];
  for (let root = roots.pop(); root; root = roots.pop()) {
    const walk = inert.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walk.currentNode; node; node = walk.nextNode()) {
      if (node instanceof Text) {
        const around = isFigure(folded(node.data)) ? wordsAround(node, lengths) : null;
        if (around) found.figures.add(around);
        const parent = ofNode(node, 'parentElement');
        if (parent && node.data.length < 200 && texts.length < MOST_TEXTS && saysTime(parent, node.data))
          texts.push(folded(node.data));
        if (parent && node.data.length < 1_000 && withoutPersonal(node.data) !== node.data.normalize('NFC'))
          cover(parent, found);
      } else if (node instanceof Element) {
        lookAt(node, found);
        const shadow = ofElement(node, 'shadowRoot');
        if (shadow) roots.push(shadow);
      }
    }
  }
  return found;
}

/** A year, outside tables, lists to choose from and fields. */
function saysTime(parent: Element, text: string): boolean {
  const within = 'table, select, option, script, style, textarea, [role="grid"], [role="listbox"]';
  return /20\d\d/.test(text) && Element.prototype.closest.call(parent, within) === null && !isEditable(parent);
}

function lookAt(element: Element, found: Survey): void {
  const { secrets, frames } = found;
  if (element instanceof HTMLIFrameElement) frames.push(element.src);
  const role = attribute(element, 'role') ?? '';
  if (tagOf(element) === 'table' || /^(?:table|grid|treegrid)$/.test(role)) {
    for (const cell of personCells(rowsOf(element))) addPerson(cell, found);
  }
  if (tagOf(element) === 'dd') {
    const term = ofElement(element, 'previousElementSibling');
    if (term && isOfPerson(folded(ofNode(term, 'textContent') ?? ''))) addPerson(element, found);
  }
  const typed = typedIn(element);
  if (typed === null) return;
  const secret = secretOf(typed);
  if (secret !== null && secrets.size < 500) secrets.add(secret);
  cover(element, found);
}

function addPerson(element: Element, found: Survey): void {
  found.persons.add(element);
  cover(element, found);
}

/** Cells of its own rows, not of tables within it. */
function rowsOf(table: Element): PersonCell<Element>[][] {
  const rows: PersonCell<Element>[][] = [];
  for (const row of Element.prototype.querySelectorAll.call(table, 'tr, [role="row"]')) {
    if (Element.prototype.closest.call(row, 'table, [role="table"], [role="grid"], [role="treegrid"]') !== table)
      continue;
    const cells = Array.from(ofElement(row, 'children'));
    rows.push(
      cells.map((element) => ({
        element,
        text: folded(ofNode(element, 'textContent') ?? '').slice(0, 200),
        isHead: tagOf(element) === 'th' || attribute(element, 'role') === 'columnheader',
        wide: spanOf(element, 'colspan'),
        high: spanOf(element, 'rowspan'),
      })),
    );
  }
  return rows;
}

function spanOf(element: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number(attribute(element, name) ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, 200) : 1;
}

/** What stands there is not shown in the picture. */
function cover(element: Element, { fields }: Survey): void {
  const box = Element.prototype.getBoundingClientRect.call(element);
  const inSight = box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  if (inSight && fields.length < MOST_COVERED)
    fields.push({ left: box.left, top: box.top, width: box.width, height: box.height });
}

/** null = nothing can be typed here. */
function typedIn(element: Element): string | null {
  if (element instanceof HTMLInputElement) {
    const type: string = Reflect.get(HTMLInputElement.prototype, 'type', element);
    return NOT_TYPED.test(type) ? null : Reflect.get(HTMLInputElement.prototype, 'value', element);
  }
  if (element instanceof HTMLTextAreaElement) return Reflect.get(HTMLTextAreaElement.prototype, 'value', element);
  return isEditable(element) ? (ofNode(element, 'textContent') ?? '') : null;
}

/** A card with a figure holds no more. */
const MOST_AROUND = 160;
const MOST_LEVELS = 4;

/** null in a table, which is copied as it is. */
function wordsAround(figure: Text, lengths: WeakMap<Element, number>): Element | null {
  let around: Element | null = ofNode(figure, 'parentElement');
  if (!around || Element.prototype.closest.call(around, 'table') !== null) return null;
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

interface Step {
  readonly live: Node;
  readonly into: Element;
  /** In words of the page's own. */
  readonly own: boolean;
  readonly inTable: boolean;
  /** In the menus of the site, where the officer's own name stands. */
  readonly inMenu: boolean;
}

function copyPage(): PageCopy {
  const inert = new DOMParser().parseFromString('', 'text/html');
  const page = ofDocument('documentElement');
  const { secrets, figures, persons, texts, frames, fields } = survey(page, inert);
  const holder = inert.createElement('div');
  const steps: Step[] = [{ live: page, into: holder, own: false, inTable: false, inMenu: false }];
  const follow = (parent: Node, next: Omit<Step, 'live'>) => {
    const children = ofNode(parent, 'childNodes');
    for (let index = children.length - 1; index >= 0; index--) {
      const live = children[index];
      if (live) steps.push({ live, ...next });
    }
  };
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { live, into, own, inTable, inMenu } = step;
    if (live instanceof Text) {
      const text = folded(live.data);
      if (text === '') into.append(' ');
      else if ((own || saysOfFigures(text)) && (inTable || !repeats(text, secrets)))
        into.append(withoutPersonal(live.data));
      continue;
    }
    if (!(live instanceof Element)) continue;
    const tag = tagOf(live);
    if (isTypedText(live)) into.append(filledField(live, inert));
    if (LEFT_OUT.has(tag) || isEditable(live) || (live instanceof HTMLOptionElement && !isChosen(live))) continue;
    const copied = inert.createElement(tag);
    if (
      persons.has(live) ||
      (isControl(tag, attribute(live, 'role'), '') && isPersonName(ofNode(live, 'textContent') ?? ''))
    ) {
      for (const name of ['colspan', 'rowspan', 'role']) {
        const value = attribute(live, name);
        if (value !== null && value.length < 20) copied.setAttribute(name, value);
      }
      copied.append('…');
      into.append(copied);
      continue;
    }
    keepAttributes(live, copied, secrets, texts);
    into.append(copied);
    const classes = attribute(live, 'class') ?? '';
    const role = attribute(live, 'role');
    const menu = inMenu || isMenu(tag, role, classes);
    const next = {
      into: copied,
      own: own || isOwnWords(tag, role) || figures.has(live) || (!menu && isChoice(live, tag, role, classes)),
      inTable: inTable || tag === 'table',
      inMenu: menu,
    };
    follow(live, next);
    const shadow = ofElement(live, 'shadowRoot');
    if (!shadow) continue;
    // It becomes the first child of its host, so that a reader sees its text where the officer does.
    const shade = inert.createElement('div');
    shade.setAttribute('data-shadow-root', 'open');
    copied.append(shade);
    follow(shadow, { ...next, into: shade });
  }
  holder.firstElementChild?.setAttribute('data-thi-dua-so', '3');
  const title = folded(ofDocument('title'));
  return {
    url: location.href,
    title: repeats(title, secrets) ? '' : withoutPersonal(title),
    html: `<!doctype html>\n${holder.innerHTML}`,
    frames,
    data: dataInSight(),
    fields,
    view: { width: innerWidth, height: innerHeight, scrollY: Math.round(scrollY), ratio: devicePixelRatio },
  };
}

function isChosen(option: HTMLOptionElement): boolean {
  return Reflect.get(HTMLOptionElement.prototype, 'selected', option);
}

/** A list, a tab, a chip, a button: what it shows is the page's choice, as long as it is short. */
function isChoice(live: Element, tag: string, role: string | null, classes: string): boolean {
  return isControl(tag, role, classes) && (ofNode(live, 'textContent') ?? '').length <= 4 * LONGEST_NAME;
}

/** Text that somebody typed outside a one-line field: the copy only shows that there is text, as for a field. */
function isTypedText(live: Element): boolean {
  return (live instanceof HTMLTextAreaElement || isEditable(live)) && (typedIn(live) ?? '').trim() !== '';
}

function filledField(live: Element, inert: Document): Element {
  const field = inert.createElement('input');
  const id = attribute(live, 'id');
  if (id !== null && id.length <= LONGEST_ATTRIBUTE) field.setAttribute('id', id);
  field.setAttribute('data-filled', '');
  return field;
}

const MOST_TEXTS = 200;
const LONGEST_NAME = 80;
const MOST_COVERED = 5_000;

function keepAttributes(live: Element, copied: Element, secrets: ReadonlySet<string>, texts: readonly string[]): void {
  for (const name of ATTRIBUTES) {
    const value = attribute(live, name);
    if (value !== null && value.length <= LONGEST_ATTRIBUTE) copied.setAttribute(name, value);
  }
  for (const name of NAMES) {
    const value = folded(attribute(live, name) ?? '');
    if (value !== '' && value.length <= LONGEST_NAME && !repeats(value, secrets))
      copied.setAttribute(name, withoutPersonal(value));
  }
  if (live instanceof HTMLInputElement) {
    const type: string = Reflect.get(HTMLInputElement.prototype, 'type', live);
    copied.setAttribute('type', type);
    if (/^(?:radio|checkbox)$/.test(type)) {
      if (Reflect.get(HTMLInputElement.prototype, 'checked', live) === true) copied.setAttribute('checked', '');
    } else if ((typedIn(live) ?? '').trim() !== '') {
      copied.setAttribute('data-filled', '');
      const said = dateSaid(typedIn(live) ?? '', texts);
      if (said !== null) copied.setAttribute('data-said', said);
    }
  }
  if (live instanceof HTMLOptionElement) copied.setAttribute('selected', '');
  // Lists that a script has dressed up are hidden themselves; what is chosen in them still holds.
  else if (!/^(?:html|head|title|select|optgroup)$/.test(tagOf(live)) && getComputedStyle(live).display === 'none')
    copied.setAttribute('hidden', '');
}

/**
 * Where the tables are on the screen, as one rectangle; null when none is in sight. The picture is cropped to it: the
 * page's header names the officer.
 */
function dataInSight(): PageCopy['data'] {
  let [left, top, right, bottom] = [innerWidth, innerHeight, 0, 0];
  for (const table of Document.prototype.querySelectorAll.call(document, 'table')) {
    if (!(table instanceof HTMLTableElement) || table.rows.length < 2) continue;
    const box = table.getBoundingClientRect();
    if (box.width < 40 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
      continue;
    left = Math.max(0, Math.min(left, box.left));
    top = Math.max(0, Math.min(top, box.top));
    right = Math.min(innerWidth, Math.max(right, box.right));
    bottom = Math.min(innerHeight, Math.max(bottom, box.bottom));
  }
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

(globalThis as { thiDuaSoCopy?: PageCopy }).thiDuaSoCopy = copyPage();
