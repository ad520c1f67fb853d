/**
 * A saved page as a tree. The interface is the part of the DOM's Element that readers use, so a document of the browser
 * fits it as it is; where there is no DOM, parse-page.ts builds the same from the HTML text.
 */
export interface PageElement extends PageNode {
  /** Upper or lower case, as the host has it: compare through `tagOf`. */
  readonly tagName: string;
  readonly children: ArrayLike<PageElement>;
  /**
   * Elements and texts; comments may be among them. Only for elements with children: for all others `textContent` is
   * the text.
   */
  readonly childNodes: ArrayLike<PageNode>;
  getAttribute(name: string): string | null;
  /** Cache of what this file derives from the element, shared by all readers. No other file uses it. */
  facts?: Facts;
}

/** Pages are copies that never change. An undefined field has not been computed yet. */
interface Facts {
  readonly tag: string;
  text: string | undefined;
  words: readonly string[] | undefined;
  isHidden: boolean | undefined;
  /** Only on the root: its visible descendants in document order, the places of each tag in it, the parent of each. */
  seen: readonly PageElement[] | undefined;
  byTag: ReadonlyMap<string, readonly number[]> | undefined;
  parents: ReadonlyMap<PageElement, PageElement> | undefined;
}

/** All in one shape, because every element of a long page has them. */
function factsOf(element: PageElement): Facts {
  element.facts ??= {
    tag: element.tagName.toLowerCase(),
    text: undefined,
    words: undefined,
    isHidden: undefined,
    seen: undefined,
    byTag: undefined,
    parents: undefined,
  };
  return element.facts;
}

/** A child: an element when `nodeType` is 1 (then it stands in `children` too), a text when 3. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
}

export function tagOf(element: PageElement): string {
  return factsOf(element).tag;
}

/** Longer than any cell or heading; a longer text is none, for cut short it could end within a number. */
const MOST_SEEN = 4_000;

/**
 * Text of an element as it is seen: NFC, runs of white space folded to one space, lines, blocks and footnote marks
 * apart from what stands before them.
 */
export function textOf(element: PageElement): string {
  const facts = factsOf(element);
  facts.text ??= foldedText(element);
  return facts.text;
}

function foldedText(element: PageElement): string {
  const text = element.children.length === 0 ? (element.textContent ?? '') : seenText(element);
  return text.length > MOST_SEEN ? '' : text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A name without the footnote marks behind it: raised or lowered ones, `(1)`, `*`. `Phường 1` keeps its number. */
export function nameOf(element: PageElement): string {
  const isMark = (element: PageElement) => /^su[pb]$/.test(tagOf(element));
  const text = element.children.length === 0 ? (element.textContent ?? '') : seenText(element, isMark);
  return text.length > MOST_SEEN ? '' : withoutMarks(text);
}

export function withoutMarks(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (!/[)*¹²³\u2070-\u2079†‡]$/u.test(name)) return name;
  return name.replace(/(?:\s*(?:\((?:\d{1,2}|[a-z]|\*{1,3})\)|\*{1,3}|[¹²³\u2070-\u2079†‡]+))+$/iu, '');
}

/**
 * Elements that continue a line. All others begin a new line, and a raised or lowered text is not part of the word
 * before it.
 */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big code data em font i label mark output small span strong time tt u'.split(' '),
);
/** Struck-out text no longer counts. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template', 's', 'del', 'strike']);

/**
 * `98,5<sup>1</sup>` is not 98,51, `85<br>10` and `<span>85</span><span>10</span>` are not 8510. Iterative: a page may
 * nest as deep as it likes.
 */
function seenText(root: PageElement, isLeftOut: (element: PageElement) => boolean = () => false): string {
  let text = '';
  const add = (more: string) => {
    text += /\d$/.test(text.slice(-1)) && /^\d/.test(more) ? ` ${more}` : more;
  };
  const waiting: (PageNode | string)[] = [root];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++nodes > 2 * MOST_SEEN || text.length > MOST_SEEN) return '';
    if (typeof next === 'string') text += next;
    else if (next.nodeType === 3) add(next.nodeValue ?? '');
    else if (isElement(next) && (next === root || !(isHidden(next) || isLeftOut(next)))) {
      if (next.children.length === 0) {
        const word = next.textContent ?? '';
        if (INLINE.has(tagOf(next))) add(word);
        else text += ` ${word} `;
        continue;
      }
      const apart = next === root || INLINE.has(tagOf(next)) ? '' : ' ';
      waiting.push(apart);
      for (let i = next.childNodes.length - 1; i >= 0; i--) {
        const child = next.childNodes[i];
        if (child) waiting.push(child);
      }
      waiting.push(apart);
    }
  }
  return text;
}

/** Classes by which pages hide what they do not remove. */
const HIDDEN_CLASS = /(?:^|\s)(?:d-none|hidden|hide|ng-hide|is-hidden|invisible|ant-tabs-tabpane-hidden)(?:\s|$)/;
const TAB_PANE = /(?:^|\s)(?:tab-pane|collapse)(?:\s|$)/;
const OPEN_PANE = /(?:^|\s)(?:active|show|in)(?:\s|$)/;

/** Whether the markup hides the element: a hidden row, the table of another tab, a key for sorting. */
export function isHidden(element: PageElement): boolean {
  const facts = factsOf(element);
  facts.isHidden ??= hides(element);
  return facts.isHidden;
}

function hides(element: PageElement): boolean {
  const classes = element.getAttribute('class') ?? '';
  return (
    UNSEEN.has(tagOf(element)) ||
    (tagOf(element) === 'dialog' && element.getAttribute('open') === null) ||
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?![.\d])|line-through)/i.test(
      element.getAttribute('style') ?? '',
    ) ||
    HIDDEN_CLASS.test(classes) ||
    (TAB_PANE.test(classes) && !OPEN_PANE.test(classes))
  );
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** All descendants in document order that satisfy the test. Iterative: a hostile page may nest as deep as it likes. */
export function descendants(
  root: PageElement,
  test: (element: PageElement) => boolean,
  isLeftOut: (element: PageElement) => boolean = () => false,
): PageElement[] {
  const found: PageElement[] = [];
  const waiting: PageElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element !== root && isLeftOut(element)) continue;
    if (element !== root && test(element)) found.push(element);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child) waiting.push(child);
    }
  }
  return found;
}

/** The same, without what is hidden and all within it. */
export function seenDescendants(root: PageElement, test: (element: PageElement) => boolean): PageElement[] {
  if (tagOf(root) !== 'html') return descendants(root, test, isHidden);
  const facts = factsOf(root);
  facts.seen ??= descendants(root, () => true, isHidden);
  return facts.seen.filter(test);
}

/** Visible descendants of a whole page with one of the tags, in document order; counted through once for all tags. */
export function seenWithTag(page: PageElement, ...tags: readonly string[]): PageElement[] {
  const facts = factsOf(page);
  const seen = seenDescendants(page, () => true);
  if (facts.byTag === undefined) {
    const byTag = new Map<string, number[]>();
    for (const [at, element] of seen.entries()) {
      const held = byTag.get(tagOf(element));
      if (held) held.push(at);
      else byTag.set(tagOf(element), [at]);
    }
    facts.byTag = byTag;
  }
  const places = tags.flatMap((tag) => facts.byTag?.get(tag) ?? []);
  return (tags.length === 1 ? places : places.sort((a, b) => a - b)).flatMap((at) => seen[at] ?? []);
}

/** Tags of headings. */
export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** The parent of each visible element. */
export function parentsOf(page: PageElement): ReadonlyMap<PageElement, PageElement> {
  const facts = factsOf(page);
  if (facts.parents) return facts.parents;
  const parents = new Map<PageElement, PageElement>();
  for (const element of [page, ...seenDescendants(page, () => true)])
    for (const child of Array.from(element.children)) parents.set(child, element);
  facts.parents = parents;
  return parents;
}

/**
 * Words of an element's own name and classes, lower case: `mat-mdc-select-value` → mat, mdc, select, value. Libraries
 * of widgets say there what a part is.
 */
export function wordsOf(element: PageElement): readonly string[] {
  const facts = factsOf(element);
  facts.words ??= wordsIn(element);
  return facts.words;
}

function wordsIn(element: PageElement): readonly string[] {
  const tag = tagOf(element);
  const text = `${tag.includes('-') ? tag : ''} ${element.getAttribute('class') ?? ''}`;
  return text.trim() === ''
    ? []
    : (text
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toLowerCase()
        .match(/[a-z]+\d?/g) ?? []);
}

/** Whether the element carries the class. */
export function hasClass(element: PageElement, name: string): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).includes(name);
}

/** What a header, footer or margin belongs to; beside none of them it is the site's. */
const SECTIONS = /^(?:article|section|main|figure|table|t[dh]|fieldset|form|dialog)$/;
const SECTION_WORDS = /^(?:card|panel|box|modal|report|baocao)$/;

/** Headers, footers and margins of the site, not of a part of it. */
export function siteEnds(page: PageElement): ReadonlySet<PageElement> {
  const isWithin = (element: PageElement): boolean =>
    SECTIONS.test(tagOf(element)) || wordsOf(element).some((word) => SECTION_WORDS.test(word));
  return new Set(descendants(page, (element) => /^(?:header|footer|aside)$/.test(tagOf(element)), isWithin));
}

const LINE =
  /^\(?\s*(?:kỳ|số liệu|dữ liệu|thời (?:gian|kỳ|điểm)|giai đoạn|báo cáo|tính đến|l[uũ][yỹ] kế|từ (?:ngày|tháng))(?!\p{L})/iu;
const MAKING = '(?:cập nhật|lập|in|trích xuất|đồng bộ|kết xuất)';
/** When or by whom: `Ngày lập`, `Người lập biểu`, `cập nhật lúc 17:00`, `Đồng bộ: 5 phút trước`; or that alone. */
const MADE = [
  String.raw`(?<!\p{L})(?:ngày|giờ|thời (?:gian|điểm)|lần|người|cán bộ|đơn vị|nơi|cơ quan)\s(?:\p{L}+\s){0,3}?${MAKING}(?!\p{L})`,
  String.raw`(?<!\p{L})${MAKING}(?:\s\p{L}+){0,4}?\s?(?::|\d|(?<=\s)(?:lúc|ngày|lần|vào|đến|tới|hằng|hàng|tự động|định kỳ|mỗi|cuối|mới nhất|gần nhất|thời|biểu|bảng|báo cáo|liên tục)(?!\p{L}))`,
  String.raw`^(?:(?:số|dữ) liệu\s)?(?:(?:đã|được|đang|mới|tự)\s)*${MAKING}(?:\s(?:số liệu|dữ liệu|thường xuyên|xong|thành công))*[.…\s]*$`,
].map((shape) => new RegExp(shape, 'iu'));
/** What is made anew there is what is counted. */
const OF_COUNTED = /^(?:(?:có|còn)\s)?(?:\d[\d.]*\s)?(?:hồ sơ|lĩnh vực|thủ tục)\s[^:]*$/iu;

/** Whether a line tells of the time of printing or updating, which is not the period of the figures. */
export function isMade(line: string): boolean {
  return !OF_COUNTED.test(line) && MADE.some((shape) => shape.test(line));
}

const MOST_LETTERS = 120;
const NO_LINES = new Set(['table', 'select', 'nav', 'footer', 'ul', 'ol']);

/**
 * Lines outside of tables, lists and menus that say what the figures are about: `Kỳ báo cáo: Quý II/2025`. As one text.
 */
export function periodLines(page: PageElement): string {
  const leaves = descendants(
    page,
    (element) => element.children.length === 0,
    (element) => isHidden(element) || NO_LINES.has(tagOf(element)),
  );
  const lines = leaves.filter((element) => !/^(?:h[1-6]|title)$/.test(tagOf(element))).map(textOf);
  const named = lines.filter((line) => line.length <= MOST_LETTERS && LINE.test(line) && !isMade(line));
  return named.join(' · ');
}

/** Headings, captions and the title of a page as one text: where a page says of which period it speaks. */
export function headingText(page: PageElement): string {
  return seenWithTag(page, ...HEADINGS, 'caption', 'title')
    .map(textOf)
    .join(' · ');
}
