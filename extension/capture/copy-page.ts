/**
 * Copies the page as the officer sees it (chosen options, shadow roots, what is hidden) without changing anything on it.
 * The copy is built anew in a document that is never shown, element by element: only what is named here goes in. Fields
 * keep no value, and no attribute is copied that could hold one.
 */
import { TIPS } from '../../core/portal/capture/narrowing-lines.ts';
import { splitsByField } from '../../core/portal/capture/side-by-side.ts';
import { isTimeTyped } from '../../core/portal/capture/typed-time.ts';
import { isOddlyDrawn } from './beside.ts';
import { folded, isControl, isLoud, isMenu, isOwnWords, repeats, saysOfFigures } from './copied-text.ts';
import { dateInWords } from './date-in-words.ts';
import { drawnBeside, drawnWords } from './drawn.ts';
import type { PageCopy } from './page-copy.ts';
import { isOfPerson, isPersonName, withoutPersonal } from './persons.ts';
import { type PageSurvey, survey } from './survey.ts';
import { attribute, isDisplayed, isEditable, ofDocument, ofNode, shadowOf, tagOf, typedIn } from './untouched.ts';

/** Not copied, nor anything in them. */
const LEFT_OUT = new Set([
  ...['script', 'noscript', 'style', 'link', 'meta', 'base', 'object', 'embed', 'template', 'datalist', 'textarea'],
  ...['iframe', 'frame', 'img', 'picture', 'video', 'audio', 'canvas', 'map'],
  // Their text would come back as markup.
  ...['xmp', 'noembed', 'noframes', 'plaintext'],
]);

/** What readers go by. None of them holds a text of the page. */
const ATTRIBUTES = new Set([
  ...['id', 'class', 'role', 'colspan', 'rowspan', 'scope', 'headers', 'for', 'lang', 'dir'],
  'aria-hidden',
  'aria-colspan',
  'aria-rowspan',
  'aria-colindex',
  'aria-rowindex',
  'aria-level',
  'aria-labelledby',
  'aria-describedby',
  // What is chosen, open, switched off, still to come.
  ...['aria-setsize', 'aria-selected', 'aria-checked', 'aria-pressed', 'aria-current', 'aria-rowcount', 'aria-busy'],
  ...['aria-disabled', 'aria-readonly', 'disabled', 'multiple', 'rel', 'data-more-rows', 'data-state'],
  ...['aria-expanded', 'aria-haspopup', 'open', 'aria-valuenow', 'aria-valuemax', 'aria-live'],
]);
/** Words of the page itself, but a script may put there what was typed. */
const NAMES = ['aria-label', 'aria-valuetext', 'placeholder'];
const LONGEST_ATTRIBUTE = 200;

interface Step {
  readonly live: Node;
  readonly into: Element;
  /** In words of the page's own. */
  readonly own: boolean;
  readonly inTable: boolean;
  /** In the menus of the site, where the officer's own name stands. */
  readonly inMenu: boolean;
}

/** Of the document this runs in. */
export function copyPage(): PageCopy {
  const inert = new DOMParser().parseFromString('', 'text/html');
  const page = ofDocument('documentElement');
  const found = survey(page, inert);
  const { secrets, readable, rows, persons, frames, fields } = found;
  const holder = inert.createElement('div');
  const steps: Step[] = [{ live: page, into: holder, own: false, inTable: false, inMenu: false }];
  const follow = (parent: Node, next: Omit<Step, 'live'>) => {
    for (let live = ofNode(parent, 'lastChild'); live; live = ofNode(live, 'previousSibling'))
      steps.push({ live, ...next });
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
    const isWritten = isEditable(live);
    if (isTypedText(live, isWritten)) into.append(filledField(live, inert));
    if (tag === 'img') into.append(...wordsOfPicture(live, inert, secrets));
    if (/^(?:img|canvas)$/.test(tag)) into.append(...pictureBeside(live, inert));
    if (LEFT_OUT.has(tag) || isWritten || (live instanceof HTMLOptionElement && !isChosen(live))) continue;
    const copied = inert.createElement(tag);
    if (
      persons.has(live) ||
      (isControl(tag, attribute(live, 'role'), '') && isPersonName(ofNode(live, 'textContent') ?? ''))
    ) {
      for (const name of ['colspan', 'rowspan', 'role']) {
        const value = attribute(live, name);
        if (value !== null && value.length < 20) copied.setAttribute(name, value);
      }
      copied.setAttribute('data-person', '');
      copied.append(withoutPerson(folded(ofNode(live, 'textContent') ?? '')));
      into.append(copied);
      continue;
    }
    keepAttributes(live, copied, found);
    into.append(copied);
    const classes = attribute(live, 'class') ?? '';
    const role = attribute(live, 'role');
    const menu = inMenu || isMenu(tag, role, classes);
    const next = {
      into: copied,
      own:
        own ||
        isOwnWords(tag, role) ||
        readable.has(live) ||
        ((!menu || /^(?:tab|menuitemradio)$/.test(role ?? '') || isStep(live)) && isChoice(live, tag, role, classes)) ||
        (isLoud(role, classes) && isShort(live)),
      inTable: inTable || tag === 'table' || rows.has(live),
      inMenu: menu,
    };
    const [before, behind] = drawnWords(live).map((words) =>
      (next.own || saysOfFigures(words)) && !repeats(words, secrets) && !isPersonName(words) ? words : '',
    );
    if (before) copied.append(drawn(before, inert));
    if (behind) steps.push({ live: drawn(behind, inert), ...next });
    follow(live, next);
    const shadow = shadowOf(live);
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

/** `Người xử lý: …` may narrow the figures: the copy records that a person is named, not who. */
function withoutPerson(text: string): string {
  const [label = '', ...rest] = text.split(':');
  return rest.join('').trim() !== '' && isOfPerson(label) && !isPersonName(label) ? `${label}: một người` : '…';
}

function isChosen(option: HTMLOptionElement): boolean {
  return Reflect.get(HTMLOptionElement.prototype, 'selected', option);
}

/** A list, a tab, a chip, a button: what it shows is the page's choice, as long as it is short. */
function isChoice(live: Element, tag: string, role: string | null, classes: string): boolean {
  const isSet = attribute(live, 'aria-selected') === 'true' || attribute(live, 'aria-current') !== null;
  return (isControl(tag, role, classes) || isSet) && isShort(live);
}

/** Of the path to the page, which stands in menus too; a menu's own link to the page says nothing else than its name. */
function isStep(live: Element): boolean {
  const isCurrent = /^(?:page|location|step)$/.test(attribute(live, 'aria-current') ?? '');
  return (
    (isCurrent || /(?:^|[\s_-])(?:bread)?crumbs?(?:$|[\s_-])/i.test(attribute(live, 'class') ?? '')) &&
    !isPersonName(folded(ofNode(live, 'textContent') ?? ''))
  );
}

function isShort(live: Element): boolean {
  return (ofNode(live, 'textContent') ?? '').length <= 4 * LONGEST_NAME;
}

/** Text that somebody typed outside a single-line field: the copy records only that there is text, as for a field. */
function isTypedText(live: Element, isWritten: boolean): boolean {
  return (isWritten || live instanceof HTMLTextAreaElement) && (typedIn(live) ?? '').trim() !== '';
}

function filledField(live: Element, inert: Document): Element {
  const field = inert.createElement('input');
  const id = attribute(live, 'id');
  if (id !== null && id.length <= LONGEST_ATTRIBUTE) field.setAttribute('id', id);
  field.setAttribute('data-filled', '');
  return field;
}

const LONGEST_NAME = 80;

function keepAttributes(live: Element, copied: Element, { secrets, texts, cut }: PageSurvey): void {
  if (cut.has(live)) copied.setAttribute('data-more-rows', '');
  const tag = tagOf(live);
  const names = Element.prototype.getAttributeNames.call(live);
  if (names.length === 0 && /^t[dr]$/.test(tag)) {
    if (!isDisplayed(live)) copied.setAttribute('hidden', '');
    return;
  }
  if (isOddlyDrawn(live)) copied.setAttribute('data-odd', '');
  for (const name of names) {
    const value = ATTRIBUTES.has(name) ? attribute(live, name) : null;
    if (value !== null && value.length <= LONGEST_ATTRIBUTE) copied.setAttribute(name, value);
  }
  // A custom element draws its content by itself.
  const isOfSite = tag.includes('-');
  for (const name of isOfSite ? ['selected', 'checked'] : [])
    if (attribute(live, name) !== null) copied.setAttribute(name, attribute(live, name) === 'false' ? 'false' : '');
  if (names.length > 0) keepNames(live, copied, names, secrets);
  if (live instanceof HTMLInputElement) {
    const type: string = Reflect.get(HTMLInputElement.prototype, 'type', live);
    copied.setAttribute('type', type);
    if (/^(?:radio|checkbox)$/.test(type)) {
      if (Reflect.get(HTMLInputElement.prototype, 'checked', live) === true) copied.setAttribute('checked', '');
    } else if (type === 'range') {
      // A slider that leaves out nothing stands at an end.
      const [value, least, most] = ['value', 'min', 'max'].map((name) =>
        Reflect.get(HTMLInputElement.prototype, name, live),
      );
      if (value !== (least || '0') && value !== (most || '100')) copied.setAttribute('value', value);
    } else if (type === 'hidden') {
      // What the page was asked for: nobody typed it.
      const [name, value] = [attribute(live, 'name') ?? attribute(live, 'id') ?? '', attribute(live, 'value') ?? ''];
      if (splitsByField(name) && /^[\w-]{1,20}$/.test(value)) {
        copied.setAttribute('name', name);
        copied.setAttribute('value', value);
      }
    } else if ((typedIn(live) ?? '').trim() !== '') {
      copied.setAttribute('data-filled', '');
      if (isTimeTyped(typedIn(live) ?? '')) copied.setAttribute('data-time', '');
      const date = dateInWords(typedIn(live) ?? '', texts);
      if (date !== null) copied.setAttribute('data-said', date);
    }
  }
  if (live instanceof HTMLSelectElement)
    copied.setAttribute('data-options', String(Reflect.get(HTMLSelectElement.prototype, 'length', live)));
  if (live instanceof HTMLOptionElement) copied.setAttribute('selected', '');
  // Lists that a script has dressed up are hidden themselves; what is chosen in them still holds.
  else if (!/^(?:html|head|title|select|optgroup)$/.test(tag) && !isDisplayed(live)) copied.setAttribute('hidden', '');
}

/** Words of the page's own in attributes, where they say nothing of a person. */
function keepNames(live: Element, copied: Element, names: readonly string[], secrets: ReadonlySet<string>): void {
  const tag = tagOf(live);
  const titled = /^(?:a|button|table|th)$/.test(tag) ? ['title', 'summary'] : tag === 'time' ? ['datetime'] : [];
  const valued = tag === 'progress' ? ['value', 'max'] : isPressed(live) ? ['value'] : [];
  const naming = [...NAMES, ...titled, ...valued, ...(tag.includes('-') ? ['label'] : [])];
  for (const name of naming.filter((name) => names.includes(name))) {
    const value = folded(attribute(live, name) ?? '');
    if (value !== '' && value.length <= LONGEST_NAME && !repeats(value, secrets) && !isPersonName(value))
      copied.setAttribute(name, withoutPersonal(value));
  }
  for (const name of TIPS.filter((name) => names.includes(name))) {
    const tip = folded(attribute(live, name) ?? '');
    if (tip !== '' && saysOfFigures(tip) && !repeats(tip, secrets)) copied.setAttribute(name, withoutPersonal(tip));
  }
}

/** Of a picture the copy holds what it says of the figures, as of any element that stands for one. */
function wordsOfPicture(live: Element, inert: Document, secrets: ReadonlySet<string>): readonly Element[] {
  const words = folded(attribute(live, 'alt') ?? '');
  if (words.length > LONGEST_NAME || !saysOfFigures(words) || repeats(words, secrets)) return [];
  const picture = inert.createElement('span');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', withoutPersonal(words));
  return [picture];
}

/** Words drawn by styles, as an element of their own. */
function drawn(words: string, inert: Document): Element {
  const element = inert.createElement('span');
  element.append(withoutPersonal(words));
  return element;
}

/** A picture over or beside the figures: what it says nobody can read. */
function pictureBeside(live: Element, inert: Document): readonly Element[] {
  const place = drawnBeside(live);
  if (place === null) return [];
  const picture = inert.createElement('span');
  picture.setAttribute('data-drawn', place);
  return [picture];
}

/** Its value is what it is called. */
function isPressed(live: Element): boolean {
  return live instanceof HTMLInputElement && /^(?:button|submit)$/.test(attribute(live, 'type') ?? '');
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
