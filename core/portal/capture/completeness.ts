/**
 * Whether a list is complete: compares what the page says about further rows, pages or units with the rows it shows. A
 * part is never summed as the whole, and gives no commune a rank.
 */
import { isDrawnAsOn } from './control-shapes.ts';
import {
  descendants,
  isHidden,
  type PageElement,
  parentsOf,
  seenDescendants,
  siteEnds,
  tagOf,
  textOf,
  wordsOf,
} from './page.ts';
import { groupRowsOf, isTable, tablesSeen } from './table.ts';

const PAGE_OF = /(?:^|\s)(?:trang|page)\s*(\d{0,5})\s*(?:\/|trên|của|trong|of)\s*(?:tổng số\s*)?(\d{1,5})(?!\d)/iu;
/** `Trang 1 (có 3 trang)`, `Tổng số: 3 trang`. */
const PAGES_IN = /(?:^|[\s(,–-])(?:có|gồm|tổng(?:\s(?:số|cộng))?)\s?:?\s?(\d{1,5})\strang(?!\p{L})/iu;
/** The number of a page and of all pages: `1/2`, `1 / 2`. */
const BARE_PAGE = /^\(?(\d{1,4})\s?\/\s?(\d{1,4})\)?$/;
const PAGE_WORDS = /(?:^|[\s_-])(?:page|pages|pageno|trang)(?:$|[\s_-])/i;
const ROWS_OF =
  /(?<![\d/.])(\d[\d.]{0,7})\s?(?:-|–|—|đến|tới|to)\s?(\d[\d.]{0,7})\s?(?:[/∕⁄|(]|(?:trong|trên|của|of)(?:\s(?:tổng(?:\ssố)?|số))?)\s?:?\s?(\d[\d.,]{0,9})(?![\d/])/iu;
/** `Đã tải 2/30`, `Hiển thị 10 trên 102`: counts of rows, whatever they show. */
const LOADED =
  /(?:đã (?:tải|nạp|nhận|đồng bộ|tổng hợp)|hiển thị|đang hiện|showing)\s?:?\s?(\d[\d.]{0,7})\s?(?:\/|trên(?: tổng số)?|trong(?: tổng số)?|of)\s?(\d[\d.]{0,7})(?![\d/.,%])/iu;
/** `2/30`, `2 trong 30`: of rows when the first is how many are shown. */
const SOME_OF =
  /(?<![\d/.,])(\d[\d.]{0,7})\s?(?:[/∕⁄|]|trên(?: tổng số)?|trong(?: tổng số)?|of)\s?(\d[\d.]{0,7})(?![\d/.,%])/iu;
const ALL_ROWS =
  /(?:tổng(?: số)?|có|total)\s?:?\s?(\d[\d.]{0,7})\s(?:bản ghi|kết quả|dòng|mục|đơn vị|xã|phường|lĩnh vực|thủ tục|cơ quan|bản|records?|rows?|items?)/iu;
/** `Lĩnh vực (30)`, `Số bản ghi: 30`, `30 kết quả` */
const COUNTED =
  /^(?:(?:bản ghi|kết quả|đơn vị|xã, phường|xã|phường|lĩnh vực|thủ tục|cơ quan)\s?\(|(?:tổng\s)?số\s(?:bản ghi|kết quả|dòng|mục|lĩnh vực|đơn vị|xã)\s?[:(]\s?)(\d[\d.]{0,7})\)?$|^\(?(\d[\d.]{0,7})\s(?:bản ghi|kết quả|dòng|mục|records?|rows?|items?)\)?$/iu;
/** Of a list of pages: how many there are in all. */
const IN_ALL = /^(?:tổng(?:\s(?:số|cộng))?|total)\s?:?\s?(\d[\d.]{0,7})$/iu;
/** `… và 27 dòng khác`, `Cuộn xuống để xem tiếp`, `Chỉ hiển thị 10 lĩnh vực`, `Top 10`. */
const OTHERS =
  /(?<![\d.,])\d{1,5}\+\s\p{L}|\d\s(?:trong|trên|of)\s(?:số\s)?(?:nhiều|hơn|many|more)(?!\p{L})|(?:và|còn)\s\d{1,5}\s\p{L}+(?:\s\p{L}+){0,3}\s(?:khác|nữa)(?!\p{L})|(?:cuộn|kéo)(?:\s\p{L}+){0,3}\s(?:xem|tải)(?:\s\p{L}+)?|(?:chỉ|tối đa)\s(?:hiển thị|hiện)?\s?\d|(?<!\p{L})top\s?\d|\d\s(?:dòng|đơn vị|xã|kết quả|bản ghi)\sđầu(?!\p{L})|chưa (?:nhận|có|gửi|nộp|đủ|cập nhật)[^.\d]{0,40}\d+\s(?:xã|phường|đơn vị)|\d\s(?:xã|phường|đơn vị)\schưa\s/iu;
const PAGER = /(?:^|[\s_-])(?:pagination|pager|paging)(?:$|[\s_-])/i;
const MORE =
  /^(?:(?:xem|tải|hiện|hiển thị|nạp|mở)\s)?(?:thêm|tiếp|hết|đầy đủ|toàn bộ|rộng)(?:$|\s\d)|^(?:xem|tải|hiện|hiển thị|nạp|mở)\s(?:thêm|tiếp|hết|đầy đủ|tất cả|toàn bộ|rộng)(?!\p{L})|^(?:load|show) more|còn nữa/iu;
const NEXT =
  /^(?:trang\s)?(?:sau|tiếp|kế|tiếp theo|kế tiếp|cuối)(?:\s?[»›>→])?$|^(?:go to )?(?:the )?(?:next|last)(?: page)?(?:\s?[»›>→])?$|^trang (?:sau|tiếp|kế)|^[›»→⟩]{1,2}$|^>{1,2}$/iu;
const LOADING = /^(?:đang tải|đang nạp|đang xử lý|vui lòng (?:chờ|đợi)|loading|please wait)(?:[\s.…].{0,30})?$/iu;
const STILL = new Set('skeleton spinner loading loader shimmer'.split(' '));
/** Elements drawn or watched so that further rows load. */
const LOADS_MORE = /(?:^|[\s_-])(?:virtual|recycle|infinite|sentinel|(?:load|fetch)-?_?more)/i;
/** Pictures that slide by themselves, menus: what goes on in them is not the list. */
const ELSEWHERE = new Set(
  'carousel slick swiper owl slider slide menu navbar sidebar calendar datepicker picker news tintuc'.split(' '),
);
const LONGEST = 200;

/**
 * The page's own words that the list is incomplete, short; undefined where nothing indicates more rows. `shown` = rows
 * with figures.
 */
export function missingRows(page: PageElement, shown: number): string | undefined {
  const sets = seenDescendants(page, isRow).map((descendant) => Number(descendant.getAttribute('aria-setsize') ?? 0));
  const longest = Math.max(0, ...sets);
  const found: string[] = longest > shown ? [`${longest} dòng`] : [];
  if (hasGap(page)) found.push('dòng không liền nhau');
  found.push(...restBehind(page));
  if (hasHiddenRoom(page, shown)) found.push('danh sách cuộn');
  const rows = groupRowsOf(page);
  const ends = siteEnds(page);
  for (const element of descendants(
    page,
    () => true,
    (element) => rows.has(element) || ends.has(element) || (isElsewhere(element) && !BARE_PAGE.test(textOf(element))),
  )) {
    const announced = toldBy(element, shown);
    if (announced !== undefined) found.push(announced);
  }
  // Of elements within each other the innermost says it shortest.
  return found.toSorted((a, b) => a.length - b.length)[0]?.slice(0, 60);
}

/** Rows of one table numbered for machines, with a number left out between two of them. */
function hasGap(page: PageElement): boolean {
  return tablesSeen(page).some((table) => {
    const numbers = seenDescendants(table, isRow).map((row) => Number(row.getAttribute('aria-rowindex') ?? 0));
    const first = numbers.findIndex((number) => number > 0);
    const own = [...new Set(numbers.filter((number) => number > 0))].toSorted((a, b) => a - b);
    // The header's rows are counted too, wherever they stand.
    const isBehind = (numbers[first] ?? 0) > first + 1 + MOST_HEADS;
    return isBehind || own.some((number, at) => at > 0 && number - (own[at - 1] ?? 0) > 1);
  });
}

const MOST_HEADS = 4;

/** Right behind a table nothing but dots or a number of others. */
function restBehind(page: PageElement): readonly string[] {
  const parents = parentsOf(page);
  const behind = tablesSeen(page).flatMap((table) => {
    const beside = Array.from(parents.get(table)?.children ?? []);
    return (beside[beside.indexOf(table) + 1]?.textContent ?? '').trim();
  });
  return behind.filter((text) => /^(?:[.…⋯⋮]{1,6}|\+\s?\d{1,4}|[↓⇩⬇⌄▼▾]{1,3})$/u.test(text));
}

function isRow(element: PageElement): boolean {
  return tagOf(element) === 'tr' || element.getAttribute('role') === 'row';
}

function isElsewhere(element: PageElement): boolean {
  return (
    isHidden(element) ||
    isFigureRow(element) ||
    (!/^(?:html|body|main)$/.test(tagOf(element)) &&
      wordsOf(element).some((word) => ELSEWHERE.has(word)) &&
      seenDescendants(element, isTable).length === 0)
  );
}

/** A row with a name and its figures; `Trang 1/3` may be a separate row. */
function isFigureRow(element: PageElement): boolean {
  if (!isRow(element)) return false;
  const texts = Array.from(element.children).map((cell) => (cell.textContent ?? '').trim());
  return (
    texts.filter((text) => text !== '').length > 1 &&
    texts.some((text) => /^\(?\d[\d.,]*(?:\s?%|\s?\/\s?\d+)?/.test(text))
  );
}

function toldBy(element: PageElement, shown: number): string | undefined {
  const all = Number(element.getAttribute('aria-rowcount') ?? 0);
  // The header's rows are counted too.
  if (all > shown + 8) return `aria-rowcount ${all}`;
  // As a list says of itself that does not know its own end.
  if (all < 0) return 'danh sách chưa biết số dòng';
  if (element.getAttribute('aria-busy') === 'true') return 'đang tải';
  if (
    isTable(element) &&
    ['aria-label', 'title', 'summary'].some((name) => saysPart(element.getAttribute(name) ?? '', shown))
  )
    return 'bảng ghi còn trang khác';
  if (isHigh(element, shown) || isSpace(element)) return 'danh sách cuộn';
  if (/^\s*(?:trang|page)(?!\p{L})/iu.test(element.textContent ?? '') && hasPageList(element)) return 'trang 1, 2 …';
  const size = tagOf(element) === 'select' ? fullPage(element, shown) : undefined;
  if (size !== undefined) return size;
  if (/^(?:a|button)$/.test(tagOf(element)) && countOfAll(textOf(element)) > shown) return textOf(element);
  const control = nextControl(element);
  if (control !== undefined) return control;
  // Of a list that is drawn as it is scrolled only the rows in sight are there.
  const words = wordsOf(element);
  const isScrolled =
    LOADS_MORE.test(`${element.getAttribute('id') ?? ''} ${words.join('-')}`) && !words.includes('spacer');
  if (isScrolled || element.getAttribute('data-more-rows') !== null) return 'danh sách cuộn';
  const raw = element.textContent ?? '';
  if (isNumbered(element)) return 'trang 1, 2 …';
  if (isDotted(element)) return 'chấm chuyển trang';
  if (tagOf(element) === 'tr' && /^[\s.…⋮]+$/.test(raw) && !Array.from(element.children).some(isMasked)) return '…';
  if (
    /^\s*\+\s?\d{1,4}\s*$/.test(raw) &&
    words.some((word) => /^(?:more|rest|remain(?:ing)?|others?|overflow)$/.test(word))
  )
    return textOf(element);
  if (raw.length > LONGEST || !/\d|[đlcu]|\s[|·•]\s/i.test(raw)) return undefined;
  if (OTHERS.test(raw.normalize('NFC')) && textOf(element).length <= 80) return textOf(element);
  if (element.children.length === 0 && LOADING.test(raw.trim())) return textOf(element);
  if (/\d|\s[|·•]\s/.test(raw)) {
    const text = textOf(element);
    if (
      saysPart(text, shown) ||
      saysPage(element.getAttribute('class') ?? '', text, shown) ||
      (PAGER.test(element.getAttribute('class') ?? '') && hasFurther(element))
    )
      return text;
  }
  return undefined;
}

/** The copy of a page has dots in the place of a person. */
function isMasked(cell: PageElement): boolean {
  return cell.getAttribute('data-person') !== null;
}

/** A number of all, of what it does not say. */
export function tellsAll(line: string): boolean {
  return IN_ALL.test(line);
}

/** Whether a line tells of rows or pages, complete or not. */
export function tellsOfRows(line: string): boolean {
  return [PAGE_OF, PAGES_IN, ROWS_OF, LOADED, ALL_ROWS, COUNTED, IN_ALL, FOUND].some((shape) => shape.test(line));
}

/** `Tìm thấy 2 đơn vị`, `Đang hiển thị 2 dòng` */
const FOUND = /^(?:tìm thấy|(?:đang )?hiển thị|có)\s(?:tất cả\s)?\d[\d.]{0,7}\s\p{L}+(?:\s\p{L}+)?$/iu;

function saysPart(text: string, shown: number): boolean {
  const whole = (part: string | undefined) => Number((part ?? '').replace(/[.,]/g, ''));
  if (text.length <= 60 && text.split(/\s[|·•]\s/).some((part, _, all) => all.length > 1 && NEXT.test(part)))
    return true;
  const pages = PAGE_OF.exec(text)?.[2] ?? PAGES_IN.exec(text)?.[1];
  if (Number(pages ?? 0) > 1) return true;
  const rows = ROWS_OF.exec(text);
  if (rows && whole(rows[1]) <= whole(rows[2]) && whole(rows[2]) - whole(rows[1]) + 1 < whole(rows[3])) return true;
  const loaded = LOADED.exec(text);
  if (loaded && whole(loaded[1]) < whole(loaded[2])) return true;
  const some = SOME_OF.exec(text);
  if (some && whole(some[1]) === shown && whole(some[2]) > shown && text.length <= 60) return true;
  const all = ALL_ROWS.exec(text) ?? COUNTED.exec(text);
  return all !== null && shown > 0 && whole(all[1] ?? all[2]) > shown && text.length <= 60;
}

/** A pager's text: the number of a page among several, or the number of all rows. */
function saysPage(classes: string, text: string, shown: number): boolean {
  const [, page, pages] = BARE_PAGE.exec(text) ?? [];
  if (pages !== undefined && (PAGER.test(classes) || PAGE_WORDS.test(classes)))
    return Number(pages) > 1 && Number(page) <= Number(pages);
  const all = PAGER.test(classes) ? IN_ALL.exec(text)?.[1] : undefined;
  return all !== undefined && Number(all.replaceAll('.', '')) > shown;
}

/** Rows seldom are higher: a block this high holds the place of more. */
const HIGHEST_ROW = 120;

/** A high block drawn for a list of which only the rows in sight are there. */
function isHigh(element: PageElement, shown: number): boolean {
  return roomOf(element) > HIGHEST_ROW * (shown + 6) && seenDescendants(element, isTable).length === 1;
}

/** Part of a table as far away as many rows, or as high and empty. */
function isSpace(element: PageElement): boolean {
  if (!/^(?:table|tbody|t[rdh])$/.test(tagOf(element)) && !/^row/.test(element.getAttribute('role') ?? ''))
    return false;
  const style = element.getAttribute('style') ?? '';
  const isEmpty = (element.textContent ?? '').trim() === '';
  return style !== '' && (isEmpty ? roomOf(element) : pixels(AWAY, style)) > 2 * HIGHEST_ROW;
}

/** Hidden from those who listen, but not from sight: room kept for rows that are not there. */
function hasHiddenRoom(page: PageElement, shown: number): boolean {
  const isGone = (element: PageElement) => isHidden(element) && element.getAttribute('aria-hidden') !== 'true';
  const parents = parentsOf(page);
  const isBesideTable = (element: PageElement) =>
    Array.from(parents.get(element)?.children ?? []).some((other) => other !== element && isTable(other));
  const isAway = (element: PageElement) =>
    isSpace(element) ||
    (element.children.length === 0 && roomOf(element) > HIGHEST_ROW * (shown + 6) && isBesideTable(element));
  const isRoom = (element: PageElement) =>
    (element.getAttribute('data-more-rows') !== null || (element.getAttribute('style') !== null && isAway(element))) &&
    (element.textContent ?? '').trim() === '';
  return descendants(page, isRoom, isGone).length > 0;
}

const HIGH = /(?:^|[;\s])(?:min-)?height\s*:\s*(\d{1,7})(?:\.\d+)?px/;
const AWAY =
  /(?:^|[;\s])(?:padding|margin)(?:-top|-bottom)?\s*:\s*(\d{1,7})(?:\.\d+)?px|translate(?:Y\(|3d\(0(?:px)?\s*,|\(0(?:px)?\s*,)\s*(\d{1,7})(?:\.\d+)?px/i;

function roomOf(element: PageElement): number {
  const style = element.getAttribute('style') ?? '';
  return style === '' ? 0 : Math.max(pixels(HIGH, style), pixels(AWAY, style));
}

function pixels(shape: RegExp, style: string): number {
  const [, first, second] = shape.exec(style) ?? [];
  return Number(first ?? second ?? 0);
}

/** A list of the numbers of pages right in it; the copy of a page says how many there are to choose from. */
function hasPageList(element: PageElement): boolean {
  return Array.from(element.children).some((list) => {
    const [chosen, ...others] = descendants(list, (each) => tagOf(each) === 'option').map(textOf);
    const count = Math.max(others.length + 1, Number(list.getAttribute('data-options') ?? 0));
    return tagOf(list) === 'select' && /^\d{1,3}$/.test(chosen ?? '') && Number(chosen) <= count && count > 1;
  });
}

/** As many rows are shown as a page holds, and a page may hold more. */
function fullPage(list: PageElement, shown: number): string | undefined {
  const options = descendants(list, (element) => tagOf(element) === 'option');
  const chosen = options.find((option) => option.getAttribute('selected') !== null) ?? options[0];
  // `Tất cả (102)` counts them itself.
  if (chosen && countOfAll(textOf(chosen)) > shown) return textOf(chosen);
  const sizes = options.map((option) => Number(textOf(option))).filter((size) => size > 0);
  const isSizes = options.every((option) => /^(?:\d{1,4}|tất cả|all)$/iu.test(textOf(option)));
  // The copy of a page holds of a list only what is chosen.
  const isAlone = options.length === 1 && SIZE_WORDS.test(list.getAttribute('class') ?? '');
  const holdsMore = isAlone || (options.length > 1 && Math.max(0, ...sizes) > shown);
  return isSizes && holdsMore && chosen !== undefined && Number(textOf(chosen)) === shown
    ? `mỗi trang ${shown} dòng`
    : undefined;
}

/** `Tất cả (102)` → 102; 0 of any other text. */
function countOfAll(text: string): number {
  return Number(/^(?:tất cả|toàn bộ|all)\s?\((\d{1,4})\)$/iu.exec(text)?.[1] ?? 0);
}

const SIZE_WORDS = /(?:^|[\s_-])(?:size|length|limit|per[-_]?page)(?:$|[\s_-])/i;

/** A button or link that leads on and is not switched off: by its words, its sign, or what its library calls it. */
function nextControl(element: PageElement): string | undefined {
  const tag = tagOf(element);
  const words = wordsOf(element);
  const isPressed =
    tag === 'a' || tag === 'button' || element.getAttribute('role') === 'button' || words.includes('next');
  if (!isPressed || isOff(element)) return undefined;
  const text = textOf(element);
  const named = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
  const isNamed = text === '' && (NEXT.test(named.trim()) || MORE.test(named.trim()));
  const isNext =
    element.getAttribute('rel') === 'next' || (words.includes('next') && /^[\s»›>→\p{L}]{0,20}$/u.test(text));
  if (NEXT.test(text) || MORE.test(text) || isNamed || isNext) return text || named || 'trang sau';
  return undefined;
}

function isOff(element: PageElement): boolean {
  const within = [element, ...Array.from(element.children)];
  return within.some(
    (element) =>
      element.getAttribute('disabled') !== null ||
      element.getAttribute('aria-disabled') === 'true' ||
      wordsOf(element).some((word) => word === 'disabled' || word === 'inactive'),
  );
}

/** Buttons with the numbers of pages beside each other. */
function isNumbered(element: PageElement): boolean {
  if (element.children.length < 2 || element.children.length > 20 || /^(?:t[drh]|tbody|thead)$/.test(tagOf(element)))
    return false;
  if (wordsOf(element).some((word) => NO_PAGES.test(word))) return false;
  const texts = Array.from(element.children).map((child) => (child.textContent ?? '').trim());
  const numbers = texts.filter((text) => /^\d{1,3}$/.test(text));
  const isRest = texts.every((text) => /^(?:\d{1,3}|[^\p{L}\d]{0,4}|\p{L}{3,5})$/u.test(text));
  return isRest && numbers.length > 1 && numbers.every((text, at) => at > 1 || Number(text) === at + 1);
}

const DOTS = /^\s*(?:[●○•◦∙⚫⚪⬤◉◯▪▫■□]\s*){2,20}$/u;
/** `Trang: 1 | 2 | 3` */
const NUMBERS = /^(?:trang|page)\s?:?\s?1(?:\s?[|,·•]?\s?\d{1,3}){1,20}\s?(?:…|\.{3})?$/iu;

/** One sign for each page, without a word: one of several alike empty elements is drawn as the present one. */
function isDotted(element: PageElement): boolean {
  const { children } = element;
  if (children.length === 0) {
    const text = (element.textContent ?? '').trim();
    return DOTS.test(text) || NUMBERS.test(text);
  }
  if (children.length < 2 || children.length > 20 || isRow(element)) return false;
  if ([element, ...Array.from(children)].some((each) => wordsOf(each).some((word) => NO_PAGES.test(word))))
    return false;
  const all = Array.from(children);
  const isAlike = all.every((each) => tagOf(each) === tagOf(all[0] ?? each) && (each.textContent ?? '').trim() === '');
  return isAlike && all.filter(isDrawnAsOn).length === 1;
}

const NO_PAGES = /^(?:rating|stars?|rate|score|steps?|stepper|wizard|switch|toggle)$/;

/** A button with the number of a second page. */
function hasFurther(pager: PageElement): boolean {
  return descendants(pager, (element) => element.children.length === 0 && textOf(element) === '2').length > 0;
}

/** What shows that figures are still on their way: a bone, a wheel, a line that says so. */
export function isLoading(element: PageElement): boolean {
  return wordsOf(element).some((word) => STILL.has(word)) || element.getAttribute('aria-busy') === 'true';
}
