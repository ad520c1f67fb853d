/**
 * The lines of a page outside its tables of figures, menus and controls: where it says of which period it speaks, in
 * which unit it counts, that it is still loading, that its figures are not final.
 */
import { isHidden, type PageElement, tagOf, textOf, wordsOf } from './page.ts';

/** Longer texts are prose. */
const LONGEST = 200;
/** Headings are read apart, with what stands over each table. */
const NO_LINES = new Set([
  'select',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'title',
  'head',
  'nav',
  'footer',
  'aside',
  'ul',
  'ol',
  'option',
  'button',
  'a',
  'input',
  'textarea',
]);
const INLINE = new Set('b strong i em span small u mark font sup sub br abbr code label'.split(' '));

interface PageNotes {
  /** In document order, without headings. */
  readonly lines: readonly string[];
  /** Lines in elements that are drawn to attract attention. */
  readonly alerts: readonly string[];
}

/** Iterative: a page may nest as deep as it likes. */
export function notesOf(page: PageElement): PageNotes {
  const lines: string[] = [];
  const alerts: string[] = [];
  const waiting: { readonly element: PageElement; readonly isAlert: boolean }[] = [{ element: page, isAlert: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element } = next;
    const tag = tagOf(element);
    if (isHidden(element) || NO_LINES.has(tag) || isFigureTable(element)) continue;
    const isAlert = next.isAlert || isAlerting(element);
    const children = Array.from(element.children);
    if (children.every((child) => INLINE.has(tagOf(child)))) {
      const text = (element.textContent ?? '').length > 4 * LONGEST ? '' : textOf(element);
      if (text === '' || text.length > LONGEST) continue;
      (isAlert ? alerts : lines).push(text);
      continue;
    }
    // Two cells beside each other say one thing: `Đơn vị tính | Nghìn`.
    if (tag === 'tr' && (element.textContent ?? '').length <= LONGEST) lines.push(textOf(element));
    for (const child of children.reverse()) waiting.push({ element: child, isAlert });
  }
  return { lines, alerts };
}

function isAlerting(element: PageElement): boolean {
  return (
    /^(?:alert|status|note)$/.test(element.getAttribute('role') ?? '') ||
    wordsOf(element).some((word) => /^(?:alert|warning|notice|banner|announcement)$/.test(word))
  );
}

/** A table with a row of several figures; others hold a form, or a few words about the page. */
function isFigureTable(element: PageElement): boolean {
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
const MULTIPLE = String.raw`(?:nghìn|ngàn|trăm|chục|vạn|triệu|tỷ(?!\s*lệ)|(?:[x×]\s?)?1(?:0{2,6}|[.,]000(?:[.,]000)?)(?![\d.,]*\d)|[x×]\s?10(?:\^[2-6]|[²³⁴⁵⁶])|k(?!\p{L}))`;
const COUNTED = String.raw`(?:\s*(?:hồ sơ|hs|lượt|đơn vị|thủ tục|người|hộ|bộ|văn bản|giao dịch)){0,2}`;
const SCALES = [
  // `Đơn vị tính: nghìn hồ sơ`, `ĐVT (1.000 hồ sơ)`
  new RegExp(String.raw`(?:đơn vị\s?tính|đvt)\s*[:(|-]?\s*\(?(${MULTIPLE}(?!\p{L})${COUNTED})`, 'iu'),
  new RegExp(String.raw`đơn vị\s*[:(|-]?\s*\(?(${MULTIPLE}(?!\p{L})\s*(?:hồ sơ|hs|lượt|thủ tục))`, 'iu'),
  // `tính theo nghìn hồ sơ`
  new RegExp(
    String.raw`(?:tính|tính theo|tính bằng|theo|bằng)\s(?:đơn vị\s)?(${MULTIPLE}(?!\p{L})${COUNTED})(?=\s*(?:$|[).,;]))`,
    'iu',
  ),
  // `làm tròn đến hàng nghìn`
  new RegExp(String.raw`làm tròn\s(?:đến|tới|theo)?\s?(?:hàng\s)?(${MULTIPLE}(?!\p{L})${COUNTED})`, 'iu'),
  // `(nghìn)`, `(x1.000)`
  new RegExp(String.raw`\(\s*(${MULTIPLE}(?!\p{L})${COUNTED})\s*\)`, 'iu'),
  // A line or a cell of its own.
  new RegExp(String.raw`^\s*(${MULTIPLE}(?!\p{L})(?:\s*(?:hồ sơ|hs|lượt|thủ tục))+)\s*$`, 'iu'),
];

/** The multiple that counts are in: `nghìn hồ sơ`; undefined where the text names none. A bare `(1000)` is a figure. */
export function scaleIn(text: string): string | undefined {
  for (const shape of SCALES) {
    const found = shape.exec(text.normalize('NFC'))?.[1]?.trim();
    if (found !== undefined && !/^1[\d.,]*$/.test(found)) return found.slice(0, 40);
  }
  return undefined;
}

const CAVEAT =
  /chưa chính thức|không chính thức|tạm tính|thử nghiệm|chưa đầy đủ|chưa đủ số liệu|số liệu ước|dự kiến|đang (?:đồng bộ|cập nhật|hiệu chỉnh|hoàn thiện|bảo trì)/iu;

export function isCaveat(text: string): boolean {
  return CAVEAT.test(text);
}

/** The page's own reservations about its figures, in its words. */
export function caveatsIn({ lines, alerts }: PageNotes): readonly string[] {
  const said = [...lines, ...alerts].filter((line) => CAVEAT.test(line));
  return [...new Set(said)].map((line) => `Trang ghi: “${line}”.`);
}
