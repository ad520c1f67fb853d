/**
 * Everything on a page that can be chosen, pressed or typed into, with its present value: native controls, those with
 * ARIA roles, and those drawn by scripts, recognised by their structure: a choice among similar elements, a short text
 * in a widget, a text with a cross to remove it. The meaning of a control is decided in pickers.ts.
 */
import { bareKey, squashKey } from '../../base/text/text.ts';
import {
  besideArrow,
  chipText,
  codedChip,
  contains,
  countOnPicture,
  headerOf,
  isButtonField,
  isChoiceText,
  isFilterMark,
  isOddAmongAlike,
  isOn,
  isOpenSection,
  isPickedAmongAlike,
  isShownOfMany,
  isStruckOff,
  isTimeButton,
  LONGEST,
  namesTime,
  ownText,
} from './control-shapes.ts';
import { isHidden, type PageElement, tagOf, textOf, wordsOf } from './page.ts';
import { splitsByField } from './side-by-side.ts';
import { groupRowsOf, isTable } from './table.ts';
import { isTimeTyped } from './typed-time.ts';
import { widgetText } from './widget-text.ts';

export interface Control {
  /**
   * Chosen = a text of the page itself; typed = somebody typed into it, and what is not known; off = a box or a switch
   * that is not ticked.
   */
  readonly kind: 'chosen' | 'typed' | 'off';
  /** What the page calls it, as it is shown; '' when nothing names it. */
  readonly name: string;
  /** All its names without diacritics, for comparing. */
  readonly key: string;
  /** What is chosen; '' of a field typed into. */
  readonly text: string;
  /** All there is to choose from, as far as the page has it. */
  readonly options: readonly string[];
  /** `date`, `month`, `search` …; '' where the control is no native field. */
  readonly type: string;
  /** Of a date typed in: as what the page's own words say it too (`day`, `month:first` …); absent: they do not. */
  readonly statedAs?: string;
}

/** Fields in which nothing is typed that the page's figures depend on. */
const NO_FIELD = /^(?:hidden|password|submit|button|reset|image|file|color|range|radio|checkbox)$/;
const TYPED_ROLES = /^(?:textbox|searchbox|spinbutton)$/;
/** Words of class and element names by which widgets say what they are: `selectmenu`, `datepicker`, `dropdownlist`. */
const WIDGET = /select(?!ed|able|ing|ion|or|button)|dropdown|combo|picker|^(?:autocomplete|cascader|choices|chosen)$/;
/** An active element in a menu is where the officer is, no choice of figures. */
const NAVIGATION = new Set('menu navbar sidebar sidenav breadcrumb breadcrumbs topbar'.split(' '));
/** What moves through pages, steps, pictures or days: one of them is always active. */
const MOVING = new Set(
  'pagination pager paging paginator steps stepper wizard carousel slide slider slick swiper owl calendar'.split(' '),
);
/** A header or footer of the site holds a menu; one of a card, a column or a section does not. */
const ENDS = new Set(['header', 'footer']);
const MENU_LINKS = 3;

/** In document order; what is hidden has no state, but for a list that a script has dressed up. */
export function controlsOf(page: PageElement): readonly Control[] {
  const survey = surveyOf(page);
  const found: Control[] = [];
  for (const element of survey.elements) {
    for (const control of controlsAt(element, survey)) {
      const twin = found.find(({ kind, text }) => kind === 'chosen' && squashKey(text) === squashKey(control.text));
      // A list and the widget drawn over it say one thing.
      if (control.kind === 'chosen' && twin && (twin.name === '' || control.name === '' || twin.name === control.name))
        continue;
      found.push(control);
    }
  }
  return found;
}

interface Survey {
  /** Where controls may stand, widgets as wholes. */
  readonly elements: readonly PageElement[];
  readonly parents: ReadonlyMap<PageElement, PageElement>;
  /** Texts of `label for=…`. */
  readonly labels: ReadonlyMap<string, string>;
  readonly byId: ReadonlyMap<string, PageElement>;
  /** Elements of menus: in them only fields and what is marked as a choice are controls of the figures. */
  readonly menus: ReadonlySet<PageElement>;
}

function surveyOf(page: PageElement): Survey {
  const elements: PageElement[] = [];
  const parents = new Map<PageElement, PageElement>();
  const labels = new Map<string, string>();
  const byId = new Map<string, PageElement>();
  const menus = new Set<PageElement>();
  const rows = groupRowsOf(page);
  const waiting: PageElement[] = [page];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const isOwnList = tagOf(element) === 'select';
    const isAsked = tagOf(element) === 'input' && typeOf(element) === 'hidden';
    if ((isHidden(element) && !isOwnList && !isAsked) || isFigureRow(element) || rows.has(element)) continue;
    const above = parents.get(element);
    if ((above && menus.has(above)) || isNavigation(element)) menus.add(element);
    elements.push(element);
    const id = element.getAttribute('id');
    if (id !== null) byId.set(id, element);
    if (tagOf(element) === 'label') labels.set(element.getAttribute('for') ?? '', textOf(element));
    if (isOwnList || (isWidget(element) && !menus.has(element))) continue;
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child === undefined) continue;
      parents.set(child, element);
      waiting.push(child);
    }
  }
  return { elements, parents, labels, byId, menus };
}

/** Its links lead away from the page's figures; what a whole page or a table stands in is none. */
function isNavigation(element: PageElement): boolean {
  const tag = tagOf(element);
  const words = wordsOf(element);
  if (
    /^(?:html|body|main|form|table|button|t[rdh])$/.test(tag) ||
    words.some((word) => /^(?:tabs?|pills?)$/.test(word))
  )
    return false;
  const isNamed =
    /^(?:nav|header|footer)$/.test(tag) ||
    /^(?:navigation|menubar|menu|banner|contentinfo|dialog)$/.test(element.getAttribute('role') ?? '') ||
    words.some((word) => NAVIGATION.has(word)) ||
    (words.some((word) => ENDS.has(word)) && hasMenu(element));
  return isNamed && !holdsFigures(element);
}

function isMoving(element: PageElement | undefined): boolean {
  return element !== undefined && wordsOf(element).some((word) => MOVING.has(word)) && !holdsFigures(element);
}

function holdsFigures(element: PageElement): boolean {
  return contains(element, (item) => isTable(item) && contains(item, isFigureRow));
}

function hasMenu(element: PageElement): boolean {
  let links = 0;
  return contains(element, (item) => (tagOf(item) === 'a' && ++links >= MENU_LINKS) || tagOf(item) === 'nav');
}

/** A row of figures: a tick in it selects the row for some action, it does not filter the figures. */
function isFigureRow(element: PageElement): boolean {
  if (tagOf(element) !== 'tr') return false;
  let figures = 0;
  for (const cell of Array.from(element.children)) {
    if (tagOf(cell) === 'td' && /^\s*\d[\d.,]*\s*%?\s*$/.test(cell.textContent ?? '')) figures++;
  }
  return figures > 1;
}

/** Whether a script drew the element as a list or a picker; native controls inside it are read by themselves. */
function isWidget(element: PageElement): boolean {
  const role = element.getAttribute('role');
  if (role === 'combobox' && tagOf(element) !== 'input') return true;
  if (/^(?:listbox|tree|grid)$/.test(element.getAttribute('aria-haspopup') ?? '') && !isField(element)) return true;
  const words = wordsOf(element);
  const isNamed =
    words.some((word) => WIDGET.test(word)) ||
    // `list-box`, an item in a `ts-control`, `singleValue`, `selection-label`
    (words.includes('list') && words.includes('box')) ||
    (words.includes('control') && contains(element, (item) => wordsOf(item).includes('item'))) ||
    /^(?:single|multi)$/.test(words[words.indexOf('value') - 1] ?? '') ||
    words.includes('selection');
  if (!isNamed || (element.textContent ?? '').length > 4 * LONGEST) return false;
  return !contains(element, (item) => tagOf(item) === 'select' || tagOf(item) === 'table' || isField(item));
}

function isField(element: PageElement): boolean {
  return (
    tagOf(element) === 'textarea' ||
    isWrittenIn(element) ||
    (tagOf(element) === 'input' && !NO_FIELD.test(typeOf(element)))
  );
}

function isWrittenIn(element: PageElement): boolean {
  return /^(?:|true|plaintext-only)$/i.test(element.getAttribute('contenteditable') ?? 'false');
}

function typeOf(element: PageElement): string {
  return (element.getAttribute('type') ?? 'text').toLowerCase();
}

function controlsAt(element: PageElement, survey: Survey): Control[] {
  const tag = tagOf(element);
  const role = element.getAttribute('role') ?? '';
  if (tag === 'select') return listControls(element, survey);
  const valueText = element.getAttribute('aria-valuetext');
  if (valueText !== null && valueText.trim() !== '') return chosen(element, valueText.trim(), survey).map(asSlider);
  if (role === 'slider') return slid(element, survey);
  const isTyped = TYPED_ROLES.test(role) && element.getAttribute('aria-readonly') !== 'true';
  const isField = (tag === 'input' && !isButtonField(element)) || tag === 'textarea' || isWrittenIn(element);
  if (isField || isTyped) return fieldControls(element, survey);
  if (survey.menus.has(element) && !/^(?:tab|(?:menuitem)?radio|(?:menuitem)?checkbox|switch)$/.test(role)) return [];
  // What a field between others works out or shows of a choice.
  if (tag === 'output') return chosen(element, ownText(element), survey);
  if (isOn(element, role)) return chosen(element, ownText(element) || nameOf(element, survey).name, survey);
  if (/^(?:checkbox|switch)$/.test(role)) return switchedOff(ownText(element) || nameOf(element, survey).name);
  if (role === 'option' && element.getAttribute('aria-selected') === 'true')
    return chosen(element, ownText(element), survey);
  if (isFilterMark(element, survey.parents)) return [filterOf(element, survey)];
  if (isWidget(element)) return chosen(element, widgetText(element), survey);
  const { parents } = survey;
  if ((isMoving(element) || isMoving(parents.get(element))) && !namesTime(ownText(element))) return [];
  if (isPickedAmongAlike(element, parents) || isOddAmongAlike(element, parents) || isOpenSection(element, parents))
    return chosen(element, ownText(element), survey);
  if (isShownOfMany(element, parents) || isTimeButton(element, parents))
    return chosen(element, ownText(element), survey);
  const count = countOnPicture(element, parents);
  if (count !== '') return chosen(element, `Điều kiện trên nút: ${count}`, survey, true).map(asSlider);
  if (isStruckOff(element, parents)) return chosen(element, `Không hiện: ${ownText(element)}`, survey, true);
  const shownOfList = besideArrow(element);
  if (shownOfList !== '') return chosen(element, shownOfList, survey);
  if (/^(?:menu|true)$/.test(element.getAttribute('aria-haspopup') ?? '') && isChoiceText(ownText(element)))
    return chosen(element, ownText(element), survey);
  const chip = chipText(element) || codedChip(element);
  return chip === '' ? [] : chosen(element, chip, survey, true);
}

function chosen(element: PageElement, text: string, survey: Survey, isNamed = false): Control[] {
  if (text === '' || text.length > LONGEST) return [];
  const own = isNamed ? { name: '', key: '' } : nameOf(element, survey);
  const [name, ...rest] = text.split(/:\s+/);
  const split = own.name === '' && rest.length > 0 && name !== undefined;
  return [
    {
      kind: 'chosen',
      ...(split ? { name, key: bareKey(name), text: rest.join(': ') } : { ...own, text }),
      ...{ options: [], type: '' },
    },
  ];
}

function switchedOff(text: string): Control[] {
  return text === '' || text.length > LONGEST
    ? []
    : [{ kind: 'off', name: '', key: '', text: text.trim(), options: [], type: '' }];
}

/** A column of which only some values are shown; which, the page does not say. */
function filterOf(element: PageElement, { parents }: Survey): Control {
  const header = headerOf(element, parents) ?? element;
  const name = 'Bảng đang lọc theo cột';
  return { kind: 'chosen', name, key: bareKey(name), text: ownText(header) || 'không tên', options: [], type: '' };
}

function listControls(element: PageElement, survey: Survey): Control[] {
  const options: PageElement[] = [];
  const waiting = Array.from(element.children);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (tagOf(next) === 'option') options.push(next);
    else waiting.unshift(...Array.from(next.children));
  }
  const marked = options.filter((option) => option.getAttribute('selected') !== null);
  const isMany = element.getAttribute('multiple') !== null;
  const picked = marked.length > 0 || isMany ? marked : options.slice(0, 1);
  const own = nameOf(element, survey);
  const texts = options.map(textOf);
  return picked.map((option) => ({ kind: 'chosen', ...own, text: textOf(option), options: texts, type: '' }));
}

function fieldControls(element: PageElement, survey: Survey): Control[] {
  const type = tagOf(element) === 'input' ? typeOf(element) : 'text';
  if (type === 'radio' || type === 'checkbox') {
    if (element.getAttribute('checked') !== null)
      return chosen(element, labelText(element, survey) || 'ô không tên', survey, true);
    return type === 'radio' ? [] : switchedOff(labelText(element, survey));
  }
  if (type === 'range') return slid(element, survey);
  if (type === 'hidden') return hiddenChoice(element);
  const isFilled =
    (element.getAttribute('value') ?? '').trim() !== '' ||
    element.getAttribute('data-filled') !== null ||
    (tagOf(element) !== 'input' && (element.textContent ?? '').trim() !== '');
  // A list with a text field: its choice is shown beside it.
  if (NO_FIELD.test(type) || !isFilled) return [];
  const own = nameOf(element, survey);
  const date = wordsOf(element).some((word) => /date|month|time|calendar/.test(word)) ? 'date' : type;
  const isPicker = around(element, survey, 3).some((element) =>
    wordsOf(element).some((word) => /picker|date|calendar/.test(word)),
  );
  const isTime = element.getAttribute('data-time') !== null || isTimeTyped(element.getAttribute('value') ?? '');
  const valueText = element.getAttribute('data-said');
  const shape = { text: '', options: [], type: isPicker || isTime ? 'date' : date };
  return [{ kind: 'typed', ...own, ...shape, ...(valueText === null ? {} : { statedAs: valueText }) }];
}

/** `<input type="hidden" name="linhVucId" value="5">`: what the page was asked for. */
function hiddenChoice(element: PageElement): Control[] {
  const name = element.getAttribute('name') ?? element.getAttribute('id') ?? '';
  const text = (element.getAttribute('value') ?? '').trim();
  if (!splitsByField(name) || !/^(?!0+$|-1$|all$)[\w-]{1,20}$/i.test(text)) return [];
  return [{ kind: 'chosen', name, key: bareKey(name), text, options: [], type: 'range' }];
}

/** A slider between its ends; at either end it leaves out nothing. */
function slid(element: PageElement, survey: Survey): Control[] {
  const [value, least, most] = [
    ['value', 'aria-valuenow'],
    ['min', 'aria-valuemin'],
    ['max', 'aria-valuemax'],
  ].map((names) => names.map((name) => element.getAttribute(name)).find((text) => text !== null));
  if (value === undefined || value === (least ?? '0') || value === (most ?? '100')) return [];
  return [{ kind: 'chosen', ...nameOf(element, survey), text: value, options: [], type: 'range' }];
}

/** A number alone on a slider is no month. */
function asSlider(control: Control): Control {
  return /^\d+$/.test(control.text) ? { ...control, type: 'range' } : control;
}

/** The text of a checkbox: the label around it, the label for it, or the text behind it. */
function labelText(element: PageElement, { labels, parents }: Survey): string {
  const id = element.getAttribute('id');
  const named = (id === null ? undefined : labels.get(id)) ?? element.getAttribute('aria-label') ?? '';
  if (named !== '') return named;
  const parent = parents.get(element);
  const text = parent ? textOf(parent) : '';
  return text.length <= LONGEST ? text : '';
}

function around(element: PageElement, { parents }: Survey, levels: number): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let at = parents.get(element); at !== undefined && found.length < levels; at = parents.get(at)) found.push(at);
  return found;
}

/** Names of a control: its own, from a label for it, or from the text just before it. */
function nameOf(element: PageElement, survey: Survey): { readonly name: string; readonly key: string } {
  const id = element.getAttribute('id');
  const by = element.getAttribute('aria-labelledby');
  const labelled = by === null ? undefined : survey.byId.get(by.split(' ')[0] ?? '');
  const shown = [
    id === null ? undefined : survey.labels.get(id),
    labelled && textOf(labelled),
    ...['aria-label', 'data-placeholder', 'placeholder'].map((name) => element.getAttribute(name)),
    textBefore(element, survey),
    tagOf(element) === 'select' ? element.getAttribute('title') : null,
  ];
  const name = shown.find((text) => text != null && text.trim() !== '' && text.length <= LONGEST)?.trim() ?? '';
  const keys = [name, id, element.getAttribute('name'), element.getAttribute('formcontrolname')];
  return {
    name,
    key: keys
      .map((text) => bareKey(text ?? ''))
      .join(' ')
      .trim(),
  };
}

/**
 * `<label>Lĩnh vực</label>` or a few words right before the control or before the element that contains only the
 * control.
 */
function textBefore(element: PageElement, { parents }: Survey): string {
  let at = element;
  for (let level = 0; level < 3; level++) {
    const parent = parents.get(at);
    if (parent === undefined) return '';
    const before = Array.from(parent.children);
    const last = before[before.indexOf(at) - 1];
    if (last !== undefined) {
      const isLabel = /label|legend|title/.test(`${tagOf(last)} ${wordsOf(last).join(' ')}`);
      return isLabel && textOf(last).length <= 40 ? textOf(last).replace(/\s*:$/, '') : '';
    }
    at = parent;
  }
  return '';
}
