/**
 * The lines of a page outside its tables of figures, menus and controls: where it says of which period it speaks, in
 * which unit it counts, that it is still loading, that its figures are not final.
 */
import { dayText } from '../../base/period/day.ts';
import {
  descendants,
  INLINE,
  isHidden,
  type PageElement,
  type PageNode,
  seenDescendants,
  siteEnds,
  tagOf,
  textOf,
  wordsOf,
} from './page.ts';
import { isLabelling, LONGEST_PAIRS, MOST_BLOCKS, pairLines, type TextBlock } from './side-by-side.ts';
import { isTable, rowGroupsOf } from './table.ts';

/** Longer texts are prose. */
const LONGEST = 200;
/** Headings are read apart, with what stands over each table. */
const NO_LINES = new Set('select h1 h2 h3 h4 h5 h6 title head option button a input textarea'.split(' '));
/** A list of more rows of words is no list of conditions. */
const MOST_ROWS = 8;

interface PageNotes {
  /** In document order, without headings. */
  readonly lines: readonly string[];
  /** Lines in elements that are drawn to attract attention. */
  readonly alerts: readonly string[];
  /** Of these, what the page calls a fault. */
  readonly faults: readonly string[];
  /** Lines in the header and the footer of the site. */
  readonly ends: readonly string[];
  /** What stands on buttons and links that are not switched off. */
  readonly pressed: readonly string[];
  /** The same in lists of links: most of them are menus. */
  readonly listed: readonly string[];
}

const NOTES = new WeakMap<PageElement, PageNotes>();

export function notesOf(page: PageElement): PageNotes {
  const held = NOTES.get(page);
  if (held) return held;
  const notes = readNotes(page);
  NOTES.set(page, notes);
  return notes;
}

interface Place {
  readonly element: PageElement;
  readonly isAlert: boolean;
  /** In a table of words with more rows than a form has. */
  readonly isList: boolean;
  readonly isFault: boolean;
  readonly isEnd: boolean;
}

/** Iterative: a page may nest as deep as it likes. */
function readNotes(page: PageElement): PageNotes {
  const lines: string[] = [];
  const alerts: string[] = [];
  const faults: string[] = [];
  const ends: string[] = [];
  const pressed: string[] = [];
  const listed: string[] = [];
  const groups = rowGroupsOf(page);
  const drawn = new Set(groups.map(({ element }) => element));
  const rows = new Set(groups.flatMap((group) => group.rows.map(({ element }) => element)));
  const names = namesById(page);
  const siteEnd = siteEnds(page);
  const none = { isAlert: false, isList: false, isFault: false, isEnd: false };
  const waiting: Place[] = [{ element: page, ...none }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element } = next;
    const tag = tagOf(element);
    if (isHidden(element) || rows.has(element)) continue;
    if (isMenu(element)) {
      if (tag !== 'nav') listed.push(...descendants(element, isLink).flatMap(pressedText));
      continue;
    }
    if (/^(?:a|button)$/.test(tag) || element.getAttribute('role') === 'button') pressed.push(...pressedText(element));
    if (NO_LINES.has(tag)) continue;
    lines.push(...namedText(element));
    if (isFigureTable(element)) {
      lines.push(...aroundFigures(element));
      continue;
    }
    const isEnd = next.isEnd || (tag !== 'aside' && siteEnd.has(element));
    const isFault = next.isFault || isFaulty(element);
    const isAlert = next.isAlert || isFault || isAlerting(element);
    const isList = next.isList || (tag === 'table' && rowCount(element) > MOST_ROWS);
    const group = isEnd ? ends : isAlert ? alerts : lines;
    const pairs = isList ? [] : [...namedBy(element, names), ...pairLines(blocksOf(element, drawn))];
    const own = linesOf(element);
    const keys = new Set(pairs.map(lettersOf));
    group.push(...own.filter((line) => !keys.has(lettersOf(line))), ...pairs);
    if (isFault) faults.push(...own);
    faults.push(...unfinished(element));
    const children = Array.from(element.children);
    if (children.every(isInline)) {
      lines.push(...children.flatMap(namedText));
      continue;
    }
    // Two cells beside each other say one thing: `Đơn vị tính | Nghìn`.
    if (tag === 'tr' && (element.textContent ?? '').length <= LONGEST) group.push(textOf(element));
    for (const child of children.reverse()) waiting.push({ element: child, isAlert, isList, isFault, isEnd });
  }
  return { lines, alerts, faults, ends, pressed, listed };
}

function isLink(element: PageElement): boolean {
  return /^(?:a|button)$/.test(tagOf(element));
}

function lettersOf(text: string): string {
  return text.replace(/[\s:]+/g, '');
}

/** Links lead away: they run on in a line of words, and alone are none. */
function isInline(element: PageElement): boolean {
  const tag = tagOf(element);
  return (tag !== 'a' && INLINE.has(tag)) || /^(?:br|su[bp])$/.test(tag);
}

/** `Bộ lọc (2)`, `Xóa bộ lọc`, `Đang xem: Trực tuyến`; nothing of what is switched off. */
function pressedText(element: PageElement): readonly string[] {
  const isOff = element.getAttribute('disabled') !== null || element.getAttribute('aria-disabled') === 'true';
  if (isOff || (element.textContent ?? '').length > 60) return [];
  const text = textOf(element) || fold(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '');
  return text === '' ? [] : [text];
}

/** What a picture, a table or a moment says of itself beside its content. */
function namedText(element: PageElement): readonly string[] {
  const tag = tagOf(element);
  const isPicture = tag === 'img' || element.getAttribute('role') === 'img';
  const names = isPicture
    ? ['alt', 'aria-label']
    : tag === 'table'
      ? ['title', 'summary']
      : tag === 'time'
        ? ['datetime']
        : [];
  return names.flatMap((name) => {
    const text = fold(element.getAttribute(name) ?? '');
    const month = /^(20\d\d)-(\d\d)$/.exec(text);
    const [, first, last] = /^(20\d\d-\d\d-\d\d)\/(20\d\d-\d\d-\d\d)$/.exec(text) ?? [];
    if (first !== undefined && last !== undefined) return [`từ ngày ${dayText(first)} đến ngày ${dayText(last)}`];
    if (name === 'datetime') return month ? [`Tháng ${Number(month[2])} năm ${month[1]}`] : [];
    return text === '' || text.length > LONGEST ? [] : [text];
  });
}

/** A bar that is not full and has no figure beside it: what it measures is still on its way. */
function unfinished(element: PageElement): readonly string[] {
  if (tagOf(element) !== 'progress' && element.getAttribute('role') !== 'progressbar') return [];
  const [now, most] = ['value', 'max'].map((name) =>
    Number(element.getAttribute(`aria-value${name === 'value' ? 'now' : name}`) ?? element.getAttribute(name) ?? 'x'),
  );
  const isBegun = now !== undefined && most !== undefined && now > 0 && now < most;
  return isBegun && !/\d/.test(element.textContent ?? '') ? [`thanh tiến độ ${now}/${most}`] : [];
}

/** Rows of one text over the whole width, above the header and below the last figures. */
function aroundFigures(table: PageElement): readonly string[] {
  const rows = seenDescendants(table, (element) => tagOf(element) === 'tr');
  const filled = rows.map((row) => Array.from(row.children).filter((cell) => (cell.textContent ?? '').trim() !== ''));
  const [first, last] = [filled.findIndex(isSeveral), filled.findLastIndex(isSeveral)];
  const around = filled.flatMap((cells, at) => ((at < first || at > last) && cells.length === 1 ? cells : []));
  return around.map(textOf).filter((text) => text !== '' && text.length <= LONGEST);
}

function isSeveral(cells: readonly PageElement[]): boolean {
  return cells.length > 1;
}

/**
 * What stands in the element itself: all of it where it runs on within a line, else each run of words between blocks. A
 * run of links alone is a menu.
 */
function linesOf(element: PageElement): readonly string[] {
  if (Array.from(element.children).every(isInline)) {
    const text = (element.textContent ?? '').length > 4 * LONGEST ? '' : textOf(element);
    return text === '' || text.length > LONGEST ? [] : [text];
  }
  // The words beside a field are its own.
  if (Array.from(element.children).some((child) => /^(?:input|select|textarea)$/.test(tagOf(child)))) return [];
  const lines: string[] = [];
  let run: string[] = [];
  let hasWords = false;
  const end = () => {
    const text = run.join(' ').replace(/\s+/g, ' ').trim();
    if (hasWords && text !== '' && text.length <= LONGEST) lines.push(text.normalize('NFC'));
    run = [];
    hasWords = false;
  };
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType === 3) {
      if ((node.nodeValue ?? '').trim() !== '') hasWords = true;
      run.push((node.nodeValue ?? '').slice(0, 2 * LONGEST));
    } else if (isElement(node)) {
      if (isInline(node) || tagOf(node) === 'a') run.push(isHidden(node) ? '' : textOf(node));
      else end();
    }
  }
  end();
  return lines;
}

/** Its children one by one, where it is short enough to hold names with their values alone. */
function blocksOf(element: PageElement, drawn: ReadonlySet<PageElement>): readonly TextBlock[] {
  const { children, childNodes } = element;
  const length = (element.textContent ?? '').length;
  if (children.length === 0 || children.length > MOST_BLOCKS || length > LONGEST_PAIRS) return [];
  const tag = tagOf(element);
  const cells = tag === 'tr' ? Array.from(children) : [];
  if (cells.length > 0 && (cells.length % 2 === 1 || cells.every((cell) => tagOf(cell) === 'th'))) return [];
  return Array.from(childNodes).flatMap((node): TextBlock[] => {
    if (node.nodeType === 3) return [{ text: fold(node.nodeValue ?? ''), isLabel: false }];
    if (!isElement(node) || isHidden(node) || isTable(node) || drawn.has(node)) return [];
    if (NO_LINES.has(tagOf(node)) && tagOf(node) !== 'a') return [];
    const isLabel = cells.length > 0 ? cells.indexOf(node) % 2 === 0 : isNaming(node);
    return [{ text: textOf(node), isLabel }];
  });
}

/** Itself, or the one element it is wrapped around. */
function isNaming(element: PageElement): boolean {
  let at: PageElement | undefined = element;
  for (let level = 0; at !== undefined && level < 3; level++) {
    if (isLabelling([tagOf(at), ...wordsOf(at)])) return true;
    at = at.children.length === 1 ? at.children[0] : undefined;
  }
  return false;
}

/** What `aria-labelledby` and `aria-label` call the words of an element that is no control. */
function namedBy(element: PageElement, names: ReadonlyMap<string, PageElement>): readonly string[] {
  const by = element.getAttribute('aria-labelledby');
  const label = by === null ? undefined : names.get(by.trim().split(/\s+/)[0] ?? '');
  const name = label ? textOf(label) : fold(element.getAttribute('aria-label') ?? '');
  if (name === '' || element.getAttribute('role') !== null || (element.textContent ?? '').length > LONGEST) return [];
  const text = textOf(element);
  return text.includes(name)
    ? []
    : pairLines([
        { text: name, isLabel: true },
        { text, isLabel: false },
      ]);
}

function namesById(page: PageElement): ReadonlyMap<string, PageElement> {
  const named = descendants(page, (element) => element.getAttribute('id') !== null);
  return new Map(
    named
      .filter(({ textContent }) => (textContent ?? '').length <= LONGEST)
      .map((element) => [element.getAttribute('id') ?? '', element]),
  );
}

/** A list with something to press in it leads elsewhere, or is a control. */
function isMenu(element: PageElement): boolean {
  const tag = tagOf(element);
  if (!/^(?:[uo]l|nav)$/.test(tag)) return false;
  if (element.getAttribute('role') !== null || (element.textContent ?? '').length > 4 * LONGEST) return true;
  const isPressed = (element: PageElement) =>
    /^(?:a|button|input|select)$/.test(tagOf(element)) || element.getAttribute('role') !== null;
  return descendants(element, isPressed).length > 0;
}

function rowCount(table: PageElement): number {
  return descendants(table, (element) => tagOf(element) === 'tr').length;
}

function fold(text: string): string {
  return text.length > 4 * LONGEST ? '' : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

function isAlerting(element: PageElement): boolean {
  return (
    /^(?:alert|status|note)$/.test(element.getAttribute('role') ?? '') ||
    /^(?:polite|assertive)$/.test(element.getAttribute('aria-live') ?? '') ||
    wordsOf(element).some((word) =>
      /^(?:alert|warning|notice|banner|announcement|toast|snack|snackbar|marquee|ribbon)$/.test(word),
    )
  );
}

/** Success, greetings and cookies are no faults. */
const NO_FAULT = /thành công|cookie|chào|hoàn tất/iu;

function isFaulty(element: PageElement): boolean {
  const isLoud =
    /^alert(?:dialog)?$/.test(element.getAttribute('role') ?? '') ||
    wordsOf(element).some((word) => /^(?:error|danger|warning|failed|failure)$/.test(word));
  return isLoud && !NO_FAULT.test((element.textContent ?? '').slice(0, LONGEST).normalize('NFC'));
}

/** A table with a row of several figures; others hold a form, or a few words about the page. */
export function isFigureTable(element: PageElement): boolean {
  if (tagOf(element) !== 'table' && !/^(?:table|grid|treegrid)$/.test(element.getAttribute('role') ?? '')) return false;
  const waiting = Array.from(element.children);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const cells = Array.from(next.children);
    if (tagOf(next) === 'tr' || next.getAttribute('role') === 'row') {
      const figures = cells.filter((cell) => /^\s*\d[\d.,]*\s*%?\s*$/.test(cell.textContent ?? ''));
      if (figures.length > 1 || (figures.length > 0 && cells.length > 2)) return true;
    } else waiting.push(...cells);
  }
  return false;
}

/** A multiple, alone or before what is counted: `nghìn`, `1.000 hồ sơ`, `x1.000`. */
const MULTIPLE = String.raw`(?:10(?:\^\d|[²³⁴⁵⁶])|(?:hàng\s)?(?:nghìn|ngàn|trăm|chục|vạn|triệu|tỷ(?!\s*lệ))|1(?:0{2,6}|[.,]000(?:[.,]000)?)(?![\d.,]*\d)|[x×]\s?[1-9](?:[.,]?\d)*(?:\^\d|[²³⁴⁵⁶])?|['’]?0{3}(?!\d)|k(?!\p{L}))`;
const COUNTED = String.raw`(?:\s*(?:hồ sơ|hs|lượt|đơn vị|thủ tục|người|hộ|bộ|văn bản|giao dịch|dân|dân số)){0,2}`;
const SCALES = [
  // `đã chia cho 1.000`, `rút gọn: K = nghìn`, `Unit: thousand`
  new RegExp(
    String.raw`(?<!\p{L})(?:chia(?: cho)?|rút gọn|quy đổi|quy tròn|đơn vị\s?=)\s?:?\s(${MULTIPLE}(?!\p{L})${COUNTED})`,
    'iu',
  ),
  /(?<!\p{L})(?:unit|in|scale)s?\s?:?\s(?:of\s)?(thousands?|hundreds?|millions?)(?!\p{L})/iu,
  // `Đơn vị tính: nghìn hồ sơ`, `ĐVT (1.000 hồ sơ)`
  new RegExp(
    String.raw`(?:đơn vị\s?tính|đvt)\s*[:(|-]?\s*\(?((?:(?:hồ sơ|hs|lượt)\s?(?:\/|trên|mỗi)\s?)?${MULTIPLE}(?!\p{L})${COUNTED})`,
    'iu',
  ),
  new RegExp(String.raw`đơn vị\s*[:(|-]?\s*\(?(${MULTIPLE}(?!\p{L})\s*(?:hồ sơ|hs|lượt|thủ tục))`, 'iu'),
  // `tính theo nghìn hồ sơ`
  new RegExp(
    String.raw`(?:tính|tính theo|tính bằng|tính trên|theo|bằng)\s(?:đơn vị\s)?(${MULTIPLE}(?!\p{L})${COUNTED})(?=\s*(?:$|[).,;]))`,
    'iu',
  ),
  // `làm tròn đến hàng nghìn`
  new RegExp(String.raw`làm tròn\s(?:đến|tới|theo)?\s?(?:hàng\s)?(${MULTIPLE}(?!\p{L})${COUNTED})`, 'iu'),
  // `(nghìn)`, `(x1.000)`
  new RegExp(String.raw`\(\s*(${MULTIPLE}(?!\p{L})${COUNTED})\s*\)`, 'iu'),
  // `Số hồ sơ: nghìn`, `Đơn vị: 10 hồ sơ`, `Counts in 1,000s`
  new RegExp(String.raw`(?:hồ sơ|hs|số lượng)\s?:\s(${MULTIPLE})$`, 'iu'),
  /đơn vị(?:\s?tính)?\s?:\s((?:10+|[2-9]0*)\s(?:hồ sơ|hs|lượt|thủ tục))$/iu,
  /(?<!\p{L})in\s(1[.,]?0{2,6}s|(?:1[.,])?000s)(?!\p{L})/iu,
  // `Số hồ sơ × 100`, `×10³`
  /(?:^\(?|(?:hồ sơ|hs|số lượng)\s)([x×]\s?10(?:0{1,5}|\^[2-6]|[²³⁴⁵⁶]))(?!\d)/iu,
  // Shares where counts are looked for.
  /^\(?(?:đơn vị\s?tính|đvt)\s*[:(|-]?\s*(%|phần trăm)\)?$/iu,
  // A line or a cell of its own.
  new RegExp(String.raw`^[\s(*).¹²]*(${MULTIPLE}(?!\p{L})(?:\s*(?:hồ sơ|hs|lượt|thủ tục))+)\s*$`, 'iu'),
];

/** The multiple that counts are in: `nghìn hồ sơ`; undefined where the text names none. A bare `(1000)` is a figure. */
export function scaleIn(text: string): string | undefined {
  for (const shape of SCALES) {
    const found = shape.exec(text.normalize('NFC'))?.[1]?.trim();
    if (found !== undefined && (shape === SCALES[0] || !/^1[\d.,]*$/.test(found))) return found.slice(0, 40);
  }
  return undefined;
}

const CAVEAT =
  /chưa chính thức|không chính thức|(?:dừng|ngừng) (?:cập nhật|đồng bộ)|tạm tính|bản xem trước|thử nghiệm|kiểm thử|(?:dữ|số) liệu (?:mẫu|giả|ước)|số ước|bản nháp|dự thảo báo cáo|chưa đầy đủ|chưa đủ số liệu|(?:không|chưa) (?:tải|kết nối|lấy|đồng bộ|truy cập|nhận) được|mất kết nối|bảo trì|không chính xác|có thể (?:sai|thiếu)|ngoại tuyến|bộ nhớ đệm|(?:phiên|đăng nhập)[^.]{0,30}hết hạn|^(?:demo|uat|staging|beta|test)$|(?:đã|được|bị) thay thế|(?:phiên bản|bản|số liệu|dữ liệu) (?:lưu trữ|cũ)(?!\p{L})|hết hiệu lực|chưa (?:được )?(?:chốt|phê duyệt|duyệt|xác nhận|tải|khóa sổ)|gián đoạn|lỗi kết nối|\d\s(?:hồ sơ|hs|lĩnh vực|đơn vị)(?:\s\p{L}+){0,2}\s(?:chưa (?:đồng bộ|về|phân loại|cập nhật|nhập|chuyển)|bị (?:lỗi|treo|mất)|lỗi|chờ đồng bộ)|dự kiến|đang (?:đồng bộ|cập nhật|hiệu chỉnh|hoàn thiện|bảo trì)/iu;

export function isCaveat(text: string): boolean {
  return CAVEAT.test(text);
}

/** `Đang làm mới` in a part of the page that tells of its state: something is on its way. */
export function isGoingOn(line: string): boolean {
  return /^đang\s(?:\p{L}+\s?){1,5}[.…\s]*$/iu.test(line);
}

/** The page's own reservations about its figures, in its words. */
export function caveatsIn({ lines, alerts, faults }: PageNotes): readonly string[] {
  const caveats = [
    ...[...lines, ...alerts].filter((line) => CAVEAT.test(line)),
    ...alerts.filter(isGoingOn),
    ...faults,
  ];
  return [...new Set(caveats)].map((line) => `Trang ghi: “${line}”.`);
}
