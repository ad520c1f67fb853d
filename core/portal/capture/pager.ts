/** Signs that a list goes on on another page: `Trang 1/3`, `Hiển thị 1–10 của 102`, buttons of further pages. */
import { descendants, isHidden, type PageElement, textOf } from './page.ts';

const PAGE_OF = /(?:^|\s)(?:trang|page)\s*(\d{1,5})\s*(?:\/|trên|của|trong|of)\s*(?:tổng số\s*)?(\d{1,5})(?!\d)/iu;
const ROWS_OF =
  /(?<![\d/.])(\d[\d.]{0,7})\s?(?:-|–|—|đến|tới|to)\s?(\d[\d.]{0,7})\s?(?:\/|(?:trong|trên|của|of)(?:\s(?:tổng(?:\ssố)?|số))?)\s?:?\s?(\d[\d.,]{0,9})(?![\d/])/iu;
const PAGER = /(?:^|[\s_-])(?:pagination|pager|paging)(?:$|[\s_-])/i;
const LONGEST = 200;
/** Cheap, for pages of ten thousand rows: two numbers with one of these between, or the buttons 1 and 2. */
const LIKELY = /\d\s?(?:\/|của|trên|trong|of|c\u0075\u0309a)\D{0,20}\d|1\s*2/iu;

/** What the page itself prints; undefined when it shows its whole list. */
export function pagerText(page: PageElement): string | undefined {
  const found = descendants(page, (element) => {
    const raw = element.textContent ?? '';
    if (raw.length > LONGEST || !LIKELY.test(raw) || isHidden(element)) return false;
    const text = textOf(element);
    return isPart(text) || (PAGER.test(element.getAttribute('class') ?? '') && hasFurther(element));
  });
  // Of elements within each other the innermost says it shortest.
  return found.length === 0
    ? undefined
    : found
        .map(textOf)
        .toSorted((a, b) => a.length - b.length)[0]
        ?.slice(0, 60);
}

function isPart(text: string): boolean {
  const pages = PAGE_OF.exec(text);
  if (pages && Number(pages[2]) > 1) return true;
  const rows = ROWS_OF.exec(text);
  const [first, last, all] = (rows ?? []).slice(1).map((part) => Number(part.replace(/[.,]/g, '')));
  return first !== undefined && last !== undefined && all !== undefined && first <= last && last - first + 1 < all;
}

/** A button with the number of a second page. */
function hasFurther(pager: PageElement): boolean {
  return descendants(pager, (element) => element.children.length === 0 && textOf(element) === '2').length > 0;
}
