/**
 * Which texts a page copy contains. Tables, headings, labels and the values of controls are the page's own words; of
 * the rest only what a reader may need: a figure with the few words beside it, a period, the name of a unit, the unit
 * of counting, a note that the list goes on or that the figures are not final. The content of a field, and text that
 * repeats what was typed, is never copied.
 */
import { isRelativeTime, isSummedUp, needsQuestion } from '../../core/portal/capture/narrowing-lines.ts';
import { isCaveat, isGoingOn, scaleIn } from '../../core/portal/capture/page-notes.ts';
import { isOfPerson, isPersonName } from './persons.ts';

/**
 * Elements whose words are the page's own, unless something in them can be typed into. `option` = only the chosen
 * options are copied.
 */
const OWN = new Set([
  ...['table', 'caption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'title', 'label', 'legend', 'figcaption'],
  ...['dt', 'dd', 'option'],
]);
const OWN_ROLES = new Set(['table', 'grid', 'treegrid', 'heading', 'columnheader', 'rowheader', 'row', 'cell']);

/** `role` = the element's attribute. */
export function isOwnWords(tag: string, role: string | null): boolean {
  return OWN.has(tag) || (role !== null && OWN_ROLES.has(role));
}

const CONTROL_ROLES = new Set(
  'button combobox listbox option tab radio checkbox switch menuitemradio treeitem'.split(' '),
);
const CONTROL_WORDS =
  /(?<!user-)select(?!-(?:none|text|all))|dropdown|combo|picker|autocomplete|(?:^|[\s_-])(?:list-?box|chosen|choices?|value|ts-control|chips?|tags?|badge|pill|tabs?|btn|pagination|paginator|pager|(?:bread)?crumbs?|current)(?:$|[\s_-])/i;
const MENU_TAGS = new Set(['nav', 'header', 'footer']);
const MENU_WORDS = /(?:^|[\s_-])(?:navbar|topbar|sidebar|sidenav|menu|user|account|profile|avatar)(?:$|[\s_-])/i;

/** What can be chosen or pressed, by its element, role and classes: native, of a library, of the site's own. */
export function isControl(tag: string, role: string | null, classes: string): boolean {
  return (
    /^(?:button|output)$/.test(tag) ||
    (role !== null && CONTROL_ROLES.has(role)) ||
    (tag.includes('-') && CONTROL_WORDS.test(tag)) ||
    CONTROL_WORDS.test(classes.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')) ||
    /(?:^|[\s_-])next(?:$|[\s_-])/i.test(classes)
  );
}

/** Drawn to be seen: what it says of the figures may be in any words. */
export function isLoud(role: string | null, classes: string): boolean {
  return (
    /^alert(?:dialog)?$/.test(role ?? '') ||
    /(?:^|[\s_-])(?:error|danger|warning|failed|failure)(?:$|[\s_-])/i.test(classes)
  );
}

/** The site's menus, where it greets who is signed in. */
export function isMenu(tag: string, role: string | null, classes: string): boolean {
  return (
    MENU_TAGS.has(tag) ||
    /^(?:navigation|menubar|menu|banner|contentinfo)$/.test(role ?? '') ||
    MENU_WORDS.test(classes)
  );
}

/** Longer texts are prose: no reader looks into them. */
const MOST_LETTERS = 200;

/** `1.234`, `98,5 %`, `19,81/20 điểm`, `12 hồ sơ`: a figure alone, with at most a unit behind it. */
const FIGURE =
  /^\(?[+-]?\d{1,9}(?:[.,]\d{1,6}){0,4}(?:\s?%|\s?\/\s?\d{1,9}(?:[.,]\d{1,6}){0,4})?(?:\s\p{L}{1,8}){0,3}\)?$/u;
const PERIOD = /(?:tháng|quý|năm|tuần|ngày|kỳ)[^\d]{0,20}\d|\d[^\p{L}]{0,3}tháng/iu;
/** A year, a day or a part of a year in figures, with or without the marks of its words: more than readers take for time. */
const FIGURES_OF_TIME =
  /20\d\d|(?<!\p{L})(?:th[aá]ng|thg?|qu[yý]|n[aă]m|tu[aầ]n|ng[aà]y|k[yỳ]|[tqw])\.?\s?\d|\d\s?(?:th[aá]ng|qu[yý])|\d[/.-]\d{1,2}[/.-]\d|^\(?\d{1,2}[/.-]\d{1,2}(?:\s|$)/iu;
const UNIT = /^\(?(?:đơn vị|đvt|cơ quan|ubnd|ủy ban|uỷ ban|hđnd)(?![\p{L}])/iu;

function isOfTime(text: string): boolean {
  // A year behind a name is a person's.
  return (
    PERIOD.test(text) || (FIGURES_OF_TIME.test(text) && !isPersonName(text.replaceAll(/[\d(),./–-]+/g, ' ').trim()))
  );
}

/** NFC, white space folded. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

const LIST =
  /(?:và|còn)\s\d+\s\p{L}+(?:\s\p{L}+){0,3}\s(?:khác|nữa)|(?:cuộn|kéo)(?:\s\p{L}+){0,3}\s(?:xem|tải)|(?:chỉ|tối đa)\s(?:hiển thị|hiện)|top\s?\d|(?:trang|hiển thị|tổng số|bản ghi|đã tải|page|showing)[^.]{0,40}\d|^(?:xem|tải|hiện|hiển thị) (?:thêm|tiếp|đầy đủ)|^đang (?:tải|nạp)|^[.…⋯⋮]{1,6}$|^(?:trang (?:sau|tiếp|cuối)|[›»])|\s[»›]\s\S|^(?:tất cả|toàn bộ)\s?\(\d/iu;

/** Of the figures: their period, unit, unit of counting, that there are more, that they are not final. Folded. */
export function saysOfFigures(text: string): boolean {
  if (text.length > MOST_LETTERS) return false;
  if (isOfTime(text) || UNIT.test(text) || LIST.test(text)) return true;
  if (isCaveat(text) || isGoingOn(text) || isRelativeTime(text) || isSummedUp(text) || scaleIn(text) !== undefined)
    return true;
  const [label = '', value = ''] = text.split(':');
  return needsQuestion(text, isOfTime) && !isOfPerson(label) && !isPersonName(value);
}

/**
 * Typed text that must not appear elsewhere in the copy: null when it is too short to be distinguished from other
 * words, or a date, which pages with date pickers repeat in the heading of their figures.
 */
export function secretOf(typed: string): string | null {
  const text = folded(typed);
  const isDate = /^[\d\s/.:-]+$/.test(text) && /\d[\s/.:-]\d/.test(text);
  return text.length < 4 || /^\d{4}$/.test(text) || isDate ? null : text.toLocaleLowerCase('vi');
}

export function repeats(text: string, secrets: ReadonlySet<string>): boolean {
  if (secrets.size === 0) return false;
  const lower = text.toLocaleLowerCase('vi');
  for (const secret of secrets) if (lower.includes(secret)) return true;
  return false;
}

/** Signs that folding leaves as they are: figures and most cells of a table are made of them alone. */
const FOLDED = /^[!-~]*$/;

export function folded(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
