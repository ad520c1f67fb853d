/**
 * Shapes by which a choice is known that no widget's name tells: the only one of several alike that is drawn otherwise,
 * a text with a cross, a column whose filter is in use, the open one of several sections.
 */
import { periodSaid } from '../../base/period/period-text.ts';
import { isHidden, type PageElement, tagOf, textOf, wordsOf } from './page.ts';
import { STATE } from './state-words.ts';
import { isTable } from './table.ts';

/** Longer texts are no choices. */
export const LONGEST = 80;

const CLOSER = new Set('close remove delete clear cancel dismiss times xmark'.split(' '));
const NO_CHIP = new Set('alert toast modal dialog notification popup banner message'.split(' '));
const CROSS = /^(?:[×✕✖✗xX⨯]|close|cancel|clear)$/;
const TAKES_AWAY = /^(?:x[oó]a|bỏ|gỡ|đóng|remove|close|delete|clear)/iu;
/** What a button does; a choice is called by what it shows. */
const ACTION =
  /^(?:xem|xuất|in(?!\p{L})|tải|tìm|tra|lọc|làm|nhập|lưu|thêm|sửa|xóa|xoá|hủy|huỷ|gửi|đăng|đóng|mở|quay|trở|chọn|áp dụng|thống kê|kết xuất|cập nhật|sao chép|chia sẻ|tiếp|trước|sau|bỏ|đặt|export|print|search|reset|ok)(?!\p{L})/iu;
const ALL = /^(?:tất cả|toàn bộ)(?!\p{L})/iu;
/** Words of classes by which libraries draw the pressed one of two buttons, and the other. */
const STRONG = new Set('primary success info danger warning dark filled contained solid raised'.split(' '));
const WEAK = new Set('default outline outlined secondary light ghost text link basic stroked'.split(' '));
/** Where in a row something stands is no state. */
const PLACE_WORD = /^(?:first|last|odd|even|disabled|left|right|col\d*|item\d+|tab\d+|new|hot)$/;

/** Its text, or what its title, its picture or its value says where it has none; '' of more than a choice. */
export function ownText(element: PageElement): string {
  const text = textOf(element);
  if (text !== '') return text.length <= LONGEST ? text : '';
  const [only] = element.children.length === 1 ? [element.children[0]] : [];
  const named = ['aria-label', 'title', ...(isOfSite(element) ? ['label'] : [])].map((name) =>
    element.getAttribute(name),
  );
  named.push(only?.getAttribute('alt') ?? null);
  if (isButtonField(element)) named.unshift(element.getAttribute('value'));
  const own =
    named
      .find((name) => name != null && name.trim() !== '')
      ?.normalize('NFC')
      .trim() ?? '';
  return own.length <= LONGEST ? own : '';
}

/** `<md-filter-chip>`: a custom element. */
function isOfSite(element: PageElement): boolean {
  return tagOf(element).includes('-');
}

/** `<input type="button">` */
export function isButtonField(element: PageElement): boolean {
  return tagOf(element) === 'input' && /^(?:button|submit)$/i.test(element.getAttribute('type') ?? '');
}

export function contains(root: PageElement, test: (element: PageElement) => boolean): boolean {
  const waiting = Array.from(root.children);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (test(next)) return true;
    waiting.push(...Array.from(next.children));
  }
  return false;
}

type Parents = ReadonlyMap<PageElement, PageElement>;

/** The only element of several alike with a word of state: an open tab, a pressed choice; or a link alone with one. */
export function isPickedAmongAlike(element: PageElement, parents: Parents): boolean {
  if (!hasState(element)) return false;
  const text = ownText(element);
  if (text === '' || (/^\d+$/.test(text) && !isTimeAmongTimes(element, parents))) return false;
  let at = element;
  for (let level = 0; level < 3; level++) {
    const parent = parents.get(at);
    if (parent === undefined || /^(?:html|body)$/.test(tagOf(parent))) return isPressable(element);
    if (/^(?:table|tbody|t[rdh])$/.test(tagOf(parent))) return false;
    const alike = Array.from(parent.children).filter(
      (element) => element !== at && tagOf(element) === tagOf(at) && ownText(element) !== '',
    );
    if (alike.length > 0)
      return level === 0 || !hasState(at)
        ? !alike.some((element) => hasState(element) || contains(element, hasState))
        : false;
    at = parent;
  }
  return isPressable(element);
}

/** `2024` among years; `8` among months that do not begin with the first: numbers of pages do. */
function isTimeAmongTimes(element: PageElement, parents: Parents): boolean {
  const holder = parents.get(element);
  const own = holder && holder.children.length === 1 ? parents.get(holder) : holder;
  const numbers = Array.from(own?.children ?? []).map((each) => (each.textContent ?? '').trim());
  if (numbers.length < 2 || !numbers.every((text) => /^\d+$/.test(text))) return false;
  const areYears = numbers.every((text) => /^20\d\d$/.test(text));
  const [first = 0, second = 0] = numbers.map(Number);
  return areYears || (first > 1 && Math.abs(second - first) === 1 && numbers.every((text) => Number(text) <= 12));
}

/** By a word of state or by an attribute. */
export function isDrawnAsOn(element: PageElement): boolean {
  return (
    hasState(element) ||
    ['aria-selected', 'aria-current', 'aria-pressed', 'aria-checked'].some(
      (name) => (element.getAttribute(name) ?? 'false') !== 'false',
    )
  );
}

function hasState(element: PageElement): boolean {
  return STATE.has(element.getAttribute('data-state') ?? '') || wordsOf(element).some((word) => STATE.has(word));
}

/** A short text with a cross beside it; '' for what is none. */
export function chipText(element: PageElement): string {
  const children = Array.from(element.children).filter((child) => !isHidden(child));
  if (children.length === 0 || children.length > 4 || wordsOf(element).some((word) => NO_CHIP.has(word))) return '';
  if (!children.some(isCloser)) return '';
  const text = Array.from(element.childNodes)
    .filter((node) => !(children as readonly unknown[]).includes(node) || !isCloser(node as PageElement))
    .map((node) => node.textContent ?? '')
    .join(' ');
  const folded = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return folded.length <= LONGEST ? folded : '';
}

/** `3T`, `Q2`, `90D` in an element that is called a chip: a choice without a cross; '' for what is none. */
export function codedChip(element: PageElement): string {
  if (element.children.length > 0 || !wordsOf(element).some((word) => /^(?:chip|tag|badge|pill|token)s?$/.test(word)))
    return '';
  const text = textOf(element);
  return /^(?:\d{1,3}\s?\p{L}{1,2}|\p{L}{1,2}\s?\d{1,3})$/u.test(text) ? text : '';
}

/** Itself wrapped around a button, as elements of the site's own are. */
function within(element: PageElement): readonly PageElement[] {
  const children = Array.from(element.children);
  return [...children, ...children.flatMap((child) => Array.from(child.children))];
}

function isCloser(element: PageElement): boolean {
  const text = (element.textContent ?? '').trim();
  if (text.length > 10) return false;
  return (
    CROSS.test(text) ||
    (text === '' && wordsOf(element).some((word) => CLOSER.has(word))) ||
    [element, ...(text === '' ? within(element) : [])].some((element) =>
      TAKES_AWAY.test(element.getAttribute('aria-label') ?? element.getAttribute('label') ?? ''),
    )
  );
}

/**
 * The one of several buttons or links beside each other that is drawn otherwise, by whatever class: `btn-primary` among
 * `btn-default`, `jstree-clicked`. Of two only by words for strong and weak.
 */
export function isOddAmongAlike(element: PageElement, parents: Parents): boolean {
  if (!isPressable(element)) return false;
  const text = ownText(element);
  if (text === '' || text.length > LONGEST / 2 || !isChoiceText(text)) return false;
  let at = element;
  for (let level = 0; level < 3; level++) {
    const parent = parents.get(at);
    if (parent === undefined || /^(?:html|body|table|tbody|tr)$/.test(tagOf(parent))) return false;
    const others = Array.from(parent.children)
      .filter((element) => element !== at && tagOf(element) === tagOf(at))
      .flatMap((item) => pressableIn(item, tagOf(element)))
      .filter((element) => isChoiceText(ownText(element)));
    if (others.length > 0) return isOdd(element, others) || element.getAttribute('data-odd') !== null;
    at = parent;
  }
  return false;
}

function isPressable(element: PageElement): boolean {
  return /^(?:a|button)$/.test(tagOf(element)) || isButtonField(element) || element.getAttribute('role') === 'button';
}

export function isChoiceText(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !ACTION.test(text);
}

function pressableIn(element: PageElement, tag: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const waiting = [element];
  for (let next = waiting.shift(); next !== undefined && found.length === 0; next = waiting.shift()) {
    if (tagOf(next) === tag && isPressable(next)) found.push(next);
    else waiting.push(...Array.from(next.children));
  }
  return found;
}

function isOdd(element: PageElement, others: readonly PageElement[]): boolean {
  const own = drawn(element);
  const kinds = new Set(others.map((element) => drawn(element).join(' ')));
  if (own.length === 0 || kinds.has(own.join(' ')) || kinds.size > 1) return false;
  const rest = new Set(others.flatMap(drawn));
  const isPlain = [...rest].some((word) => WEAK.has(word));
  const isStrong =
    own.some((word) => STRONG.has(word) && (isPlain || !rest.has(word))) && !own.some((word) => WEAK.has(word));
  // Of two that are drawn apart one is pressed: where the other shows everything, perhaps this.
  if (others.length === 1 && others.some((element) => ALL.test(ownText(element)))) return true;
  return others.length > 1 ? own.some((word) => !rest.has(word) && !WEAK.has(word)) : isStrong;
}

/** Its classes and its own style. */
function drawn(element: PageElement): readonly string[] {
  const style = (element.getAttribute('style') ?? '').match(/(?:background|color|font-weight)[^;]*/gi) ?? [];
  return [...new Set([...wordsOf(element), ...style])].filter((word) => !PLACE_WORD.test(word)).toSorted();
}

/** What is shown of a list that is folded away beside it, or among links the one that leads nowhere. */
export function isShownOfMany(element: PageElement, parents: Parents): boolean {
  const parent = parents.get(element);
  const isMarked = /^(?:b|strong)$/.test(tagOf(element));
  if (!parent || element.children.length > 0 || !(isMarked || wordsOf(element).includes('current'))) return false;
  const text = ownText(element);
  if (text.length > LONGEST / 2 || !isChoiceText(text)) return false;
  const others = Array.from(parent.children).filter((item) => item !== element);
  const isList = (element: PageElement) => /^(?:[uo]l|select)$/.test(tagOf(element)) && isHidden(element);
  if (wordsOf(element).includes('current') && others.some(isList)) return true;
  const links = others.filter((element) => tagOf(element) === 'a' && isChoiceText(ownText(element)));
  return isMarked && links.length > 1 && links.length === others.length;
}

/** Whether the header of a column says that its filter is in use. */
export function isFilterMark(element: PageElement, parents: Parents): boolean {
  const words = wordsOf(element);
  if (words.includes('filtered')) return true;
  return words.some((word) => /^filters?$/.test(word)) && hasState(element) && headerOf(element, parents) !== undefined;
}

const COUNTED_ELSEWHERE =
  /^(?:bell|noti\w*|cart|comments?|likes?|thumbs?|message|mail|envelope|inbox|chat|user|heart|eye|star)$/;

/** Of a picture with its number. */
const MOST_PARTS = 20;

/** The number on a button of a picture, or beside a funnel: so many conditions are set; '' for what is none. */
export function countOnPicture(element: PageElement, parents: Parents): string {
  const isButton = /^(?:a|button)$/.test(tagOf(element)) || element.getAttribute('role') === 'button';
  const isWordless = ownText(element) === '';
  if ((!isButton && !isWordless) || element.children.length > MOST_PARTS) return '';
  const parts = [element, ...within(element)];
  const words = parts.flatMap(wordsOf);
  const isFunnel = isWordless && words.some((word) => /^(?:filters?|funnel)$/.test(word));
  const beside = isFunnel ? Array.from(parents.get(element)?.children ?? []) : [];
  const counting = isFunnel ? beside[beside.indexOf(element) + 1] : element;
  const text = counting ? textOf(counting) : '';
  const hasPicture = within(element).some((each) => each.children.length === 0 && textOf(each) === '');
  if (!/^\(?[1-9]\d?\)?$/.test(text) || words.some((word) => COUNTED_ELSEWHERE.test(word))) return '';
  return isFunnel || (isButton && hasPicture) ? text : '';
}

/** What a legend shows as taken out of its picture. */
export function isStruckOff(element: PageElement, parents: Parents): boolean {
  const parent = parents.get(element);
  const isOff = wordsOf(element).some((word) =>
    /^(?:disabled|inactive|off|hidden|muted|deselected|excluded)$/.test(word),
  );
  return isOff && parent !== undefined && wordsOf(parent).some((word) => /^legends?$/.test(word));
}

/** The header cell that an element is or stands in. */
export function headerOf(element: PageElement, parents: Parents): PageElement | undefined {
  for (let at: PageElement | undefined = element; at !== undefined; at = parents.get(at)) {
    if (tagOf(at) === 'th' || at.getAttribute('role') === 'columnheader') return at;
    if (isTable(at)) return undefined;
  }
  return undefined;
}

/** The name of the open section among folded ones: a table in it is of what it names, and so is any below a time. */
export function isOpenSection(element: PageElement, parents: Parents): boolean {
  const isFolder = tagOf(element) === 'summary';
  const isOpen = isFolder
    ? parents.get(element)?.getAttribute('open') != null
    : element.getAttribute('aria-expanded') === 'true';
  if (!isOpen || ownText(element) === '') return false;
  let at = element;
  for (let level = 0; level < 4; level++) {
    const parent = parents.get(at);
    if (parent === undefined) return false;
    const others = Array.from(parent.children).filter((element) => element !== at && tagOf(element) === tagOf(at));
    const isFolded = (element: PageElement) =>
      element.getAttribute('aria-expanded') === 'false' ||
      (tagOf(element) === 'details' && element.getAttribute('open') === null);
    const isOfTable = contains(at, isTable) || namesTime(ownText(element));
    if (isOfTable && others.some((element) => isFolded(element) || contains(element, isFolded))) return true;
    at = parent;
  }
  return false;
}

/** A month, a quarter, a stretch of days, with or without its year: `Thg 8`, `01/07/2025 - 31/08/2025`. */
export function namesTime(text: string): boolean {
  return (
    text.length <= LONGEST / 2 &&
    /\d/.test(text) &&
    (/^(?:thg|th|t|q|quý|tháng|tuần)\.?\s?\d{1,2}(?!\d)/iu.test(text) || periodSaid(text).kind !== 'none')
  );
}

/** A button called by a stretch of days opens a calendar: it is what is chosen there. */
export function isTimeButton(element: PageElement, parents: Parents): boolean {
  const isButton = tagOf(element) === 'button' || isButtonField(element) || element.getAttribute('role') === 'button';
  if (!isButton || !isDays(element)) return false;
  const others = Array.from(parents.get(element)?.children ?? []).filter((item) => item !== element);
  return !others.some(isDays);
}

function isDays(element: PageElement): boolean {
  const text = ownText(element);
  return /^[\d\s./–—-]+$/.test(text) && /[-–—]/.test(text) && periodSaid(text).kind !== 'none';
}

const ARROW = /^[▾▼▿⌄⏷🔽˅∨]$/u;
/** `arrow_drop_down`, `expand_more`: a letter of a font that draws signs. */
const LIGATURE = /^(?:[a-z]+_)*(?:down|more)(?:_[a-z]+)*$/;
const ARROW_WORDS = new Set('arrow caret chevron angle triangle trigger expander dropdown'.split(' '));
const UPWARDS = /^(?:up|right|left)$/;

/** A short text beside an arrow that opens a list, whatever its library is called; '' for what is none. */
export function besideArrow(element: PageElement): string {
  const children = Array.from(element.children).filter((child) => !isHidden(child));
  if (children.length === 0 || children.length > 3 || /^(?:h[1-6]|t[hd]|summary|li|a)$/.test(tagOf(element))) return '';
  const arrows = children.filter(isArrow);
  if (arrows.length !== 1) return '';
  const text = Array.from(element.childNodes)
    .filter((node) => !(arrows as readonly unknown[]).includes(node))
    .map((node) => (node.nodeType === 1 ? textOf(node as PageElement) : (node.textContent ?? '')))
    .join(' ')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  return text.length <= LONGEST / 2 && isChoiceText(text) && !contains(element, isTable) ? text : '';
}

function isArrow(element: PageElement): boolean {
  const text = (element.textContent ?? '').trim();
  if (text !== '') return ARROW.test(text) || LIGATURE.test(text);
  const words = [element, ...Array.from(element.children)].flatMap(wordsOf);
  return words.some((word) => ARROW_WORDS.has(word)) && !words.some((word) => UPWARDS.test(word));
}

/** `aria-checked`, `aria-pressed`, a tab that is open. */
export function isOn(element: PageElement, role: string): boolean {
  if (/^(?:radio|checkbox|switch|menuitemradio|menuitemcheckbox)$/.test(role))
    return /^(?:true|mixed)$/.test(element.getAttribute('aria-checked') ?? '');
  if (role === 'treeitem' && element.getAttribute('aria-checked') === 'true') return true;
  if (
    isOfSite(element) &&
    ['selected', 'checked'].some((name) => /^(?:|true)$/.test(element.getAttribute(name) ?? 'off'))
  )
    return true;
  const words = wordsOf(element);
  // Drawn by a library around or instead of the native box.
  if (words.includes('checked') && words.some((word) => /^(?:checkbox|radio|switch|toggle)$/.test(word)))
    return ownText(element) !== '';
  if (/^(?:tab|treeitem)$/.test(role)) return element.getAttribute('aria-selected') === 'true';
  // Rows and their cells are selected for some action, as ticks in them are.
  const isRow = /^(?:row|gridcell|cell|option)$/.test(role) || /^(?:t[rdh]|option)$/.test(tagOf(element));
  return ['aria-current', 'aria-pressed', ...(isRow ? [] : ['aria-selected'])].some(
    (name) => element.getAttribute(name) === 'true',
  );
}
