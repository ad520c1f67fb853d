/** Names and values in elements of their own, side by side outside tables: the page copy holds them as it holds a line. */
import { aboveTable, besideTable, LONGEST_LINE, type Surroundings } from '../../core/portal/capture/beside-table.ts';
import {
  isLabelling,
  LONGEST_PAIRS,
  MOST_BLOCKS,
  pairLines,
  type TextBlock,
} from '../../core/portal/capture/side-by-side.ts';
import { STATE } from '../../core/portal/capture/state-words.ts';
import { folded, isMenu, saysOfFigures } from './copied-text.ts';
import { isOfPerson, isPersonName } from './persons.ts';
import { attribute, childrenIn, closest, isDisplayed, isEditable, ofNode, shadowOf, tagOf } from './untouched.ts';

const NO_TEXT = new Set([
  'select',
  'button',
  'nav',
  'script',
  'style',
  'textarea',
  'input',
  'table',
  'body',
  'html',
  'head',
]);

/** The elements whose words stay in the copy because a name and its value stand side by side in this element. */
export function besideIn(element: Element): readonly Element[] {
  const tag = tagOf(element);
  if (NO_TEXT.has(tag) || isEditable(element)) return [];
  const length = (ofNode(element, 'textContent') ?? '').length;
  if (length > LONGEST_PAIRS || isMenu(tag, attribute(element, 'role'), attribute(element, 'class') ?? '')) return [];
  const named = namedBy(element);
  if (named.length > 0) return named;
  const blocks = blocksOf(element);
  if (blocks.length < 2 || blocks.length > MOST_BLOCKS || blocks.some(({ text }) => isPersonName(text))) return [];
  const isOfPersons = blocks.some(({ text }) => isOfPerson(text.replace(/\s*:.*$/, '')));
  const lines = [...pairLines(blocks), blocks.map(({ text }) => text).join(' ')];
  return !isOfPersons && lines.some(saysOfFigures) ? [element] : [];
}

/** What names the sections and panels that the table stands in, elsewhere on the page. */
function namesAround(table: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = ofNode(table, 'parentElement'); at !== null; at = ofNode(at, 'parentElement')) {
    const naming = namedElement(at, 'aria-labelledby');
    if (naming && folded(ofNode(naming, 'textContent') ?? '').length <= LONGEST_CHOICE) found.push(naming);
  }
  return found;
}

const OFF = /(?:^|[\s_-])(?:disabled|inactive|off|muted|deselected|excluded)(?:$|[\s_-])/i;
const MENUS = 'nav, header, footer, [role="navigation"], [role="menubar"], table';
/** Longer texts are no choices, more of them no group of choices. */
const LONGEST_CHOICE = 60;
const MOST_CHOICES = 12;

/** One of several alike that carries a word of state, and the others: a choice is known by what it is not. */
export function choicesIn(element: Element): readonly Element[] {
  if (/^(?:b|strong)$/.test(tagOf(element))) return amongLinks(element);
  const classes = attribute(element, 'class') ?? '';
  const isStruckOff = OFF.test(classes) && closest(element, '[class*="legend"]') !== null;
  const isMarked = classes
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .split(/[\s_-]+/)
    .some((word) => STATE.has(word.toLowerCase()));
  if (!(isMarked || isStruckOff) || closest(element, MENUS) !== null) return [];
  const alike = alikeBeside(element);
  const texts = alike.map((each) => folded(ofNode(each, 'textContent') ?? ''));
  const areChoices = alike.length > 0 && alike.length <= MOST_CHOICES;
  return areChoices && texts.every((text) => text.length <= LONGEST_CHOICE && !isPersonName(text)) ? alike : [];
}

/** The one that leads nowhere among links, and these. */
function amongLinks(element: Element): readonly Element[] {
  const parent = ofNode(element, 'parentElement');
  const all = parent ? childrenIn(parent) : [];
  const areLinks = all.length > 2 && all.every((item) => item === element || tagOf(item) === 'a');
  const isShort = (element: Element) => (ofNode(element, 'textContent') ?? '').length <= LONGEST_CHOICE;
  return areLinks && all.length <= MOST_CHOICES && closest(element, MENUS) === null && all.every(isShort) ? all : [];
}

/** Of three buttons or more beside each other the only one of another ground or weight. */
export function isOddlyDrawn(element: Element): boolean {
  if (!/^(?:a|button)$/.test(tagOf(element)) || closest(element, MENUS) !== null) return false;
  const alike = alikeBeside(element);
  if (alike.length < 3 || alike.length > MOST_CHOICES) return false;
  const looks = alike.map((element) => {
    const { backgroundColor, fontWeight } = getComputedStyle(element);
    return `${backgroundColor} ${fontWeight}`;
  });
  const own = looks[alike.indexOf(element)];
  return looks.filter((look) => look === own).length === 1 && new Set(looks).size === 2;
}

/** Of the same element beside it, or beside what it alone stands in. */
function alikeBeside(element: Element): readonly Element[] {
  let at = element;
  for (let level = 0; level < 3; level++) {
    const parent = ofNode(at, 'parentElement');
    const alike = parent ? childrenIn(parent).filter((each) => tagOf(each) === tagOf(at)) : [];
    if (!parent) break;
    if (alike.length > 1) return alike;
    at = parent;
  }
  return /^(?:a|button)$/.test(tagOf(element)) ? [element] : [];
}

/** The element whose words name it through an attribute stands elsewhere on the page; its words stay in the copy too. */
export function namedBy(element: Element): readonly Element[] {
  const label = namedElement(element, 'aria-labelledby');
  const name = folded(label ? (ofNode(label, 'textContent') ?? '') : (attribute(element, 'aria-label') ?? ''));
  if (name === '' || name.length > 80 || isOfPerson(name)) return [];
  const text = folded(ofNode(element, 'textContent') ?? '');
  const isKept = !isPersonName(text) && saysOfFigures(`${name}: ${text}`);
  // The copy holds what a control shows anyway, but not its name where the name stands apart.
  const names = label ? [label] : [];
  return isKept ? [element, ...names] : attribute(element, 'role') !== null ? names : [];
}

/** The first element that an attribute names by its id. */
export function namedElement(element: Element, name: 'aria-labelledby' | 'aria-describedby'): Element | null {
  const by = attribute(element, name)?.trim().split(/\s+/)[0];
  const { getElementById } = Document.prototype;
  return by === undefined ? null : getElementById.call(ofNode(element, 'ownerDocument') ?? document, by);
}

/** Its texts and children one by one, those of its shadow first. */
function blocksOf(element: Element): readonly TextBlock[] {
  const shadow = shadowOf(element);
  const nodes = [...(shadow ? shadow.childNodes : []), ...ofNode(element, 'childNodes')];
  if (nodes.length > 4 * MOST_BLOCKS) return [];
  return nodes
    .flatMap((node): TextBlock[] => {
      if (node instanceof Text) return [{ text: folded(node.data), isLabel: false }];
      if (!(node instanceof Element) || NO_TEXT.has(tagOf(node))) return [];
      return [{ text: folded(ofNode(node, 'textContent') ?? ''), isLabel: isNaming(node) }];
    })
    .filter(({ text }) => text !== '');
}

function isNaming(element: Element): boolean {
  let at: Element | undefined = element;
  for (let level = 0; at !== undefined && level < 3; level++) {
    const classes = (attribute(at, 'class') ?? '').toLowerCase().match(/[a-z]+/g) ?? [];
    if (isLabelling([tagOf(at), ...classes])) return true;
    const children: readonly Element[] = childrenIn(at);
    at = children.length === 1 ? children[0] : undefined;
  }
  return false;
}

/** Lines right above and below a table of figures, and bare words anywhere above: whatever they say, they say of it. */
export function linesBeside(table: Element): {
  readonly own: readonly Element[];
  readonly persons: readonly Element[];
} {
  const found = [...besideTable(table, LIVE), ...aboveTable(table, LIVE), ...namesAround(table)];
  const isOfOne = (element: Element) => {
    const text = folded(ofNode(element, 'textContent') ?? '');
    return isPersonName(text) || isOfPerson(text.replace(/[:–-].*$/, ''));
  };
  return { own: found.filter((element) => !isOfOne(element)), persons: found.filter(isOfOne) };
}

const END =
  /^(?:h[1-6]|table|form|nav|header|footer|aside|section|article|select|input|textarea|button|a|dl|label|script|style)$/;

const LIVE: Surroundings<Element> = {
  parentOf: (element) => ofNode(element, 'parentElement') ?? undefined,
  childrenOf: (element) => childrenIn(element).filter(isDisplayed),
  tagOf,
  textOf: (element) => {
    const text = `${shadowOf(element)?.textContent ?? ''} ${ofNode(element, 'textContent') ?? ''}`;
    return text.length > 10 * LONGEST_LINE ? '' : folded(text);
  },
  isEnd: (element) =>
    END.test(tagOf(element)) ||
    attribute(element, 'role') !== null ||
    isEditable(element) ||
    (/^[uo]l$/.test(tagOf(element)) && Element.prototype.querySelector.call(element, 'a, button, input') !== null),
};

/** Words beside an arrow, or before its sign, that opens a list are what is chosen in it, or that there is more of it. */
export function isBesideArrow(element: Element): boolean {
  const children = childrenIn(element);
  const isArrow = (element: Element) => {
    const text = folded(ofNode(element, 'textContent') ?? '');
    const within = [element, ...childrenIn(element)].map((inner) => attribute(inner, 'class') ?? '').join(' ');
    return text === '' ? ARROW_CLASS.test(within) : /^(?:[▾▼▿⌄]|[a-z]+_\w+)$/u.test(text);
  };
  const text = folded(ofNode(element, 'textContent') ?? '');
  return (
    text.length <= LONGEST_CHOICE &&
    (children.length === 0 ? /\S\s?[▾▼▿⌄]$/u.test(text) : children.length < 4 && children.some(isArrow)) &&
    !isPersonName(text.replace(/\s?[▾▼▿⌄]$/u, '')) &&
    closest(element, MENUS) === null
  );
}

const ARROW_CLASS = /arrow|caret|chevron|angle-down|triangle|trigger/i;
