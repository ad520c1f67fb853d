/** In which multiple a page counts: `ĐVT: nghìn hồ sơ`, a header `Tiếp nhận (nghìn)`, a cell `Nghìn hồ sơ`. */
import { headingText, type PageElement, seenDescendants, seenWithTag, tagOf, textOf } from './page.ts';
import { notesOf, scaleIn } from './page-notes.ts';
import { rowGroupsOf } from './table.ts';

const LIKELY =
  /nghìn|ngàn|trăm|chục|vạn|triệu|tỷ|[x×]\s?\d|1[.,]?000|10(?:\^|[²³⁴⁵⁶])|\(\s*k\s*\)|\(\s*['’]?0{3}\s*\)/iu;
const LONGEST = 160;

/** Undefined where the page names none: counts are what they look like. */
export function scaleOf(page: PageElement): string | undefined {
  const { lines, alerts } = notesOf(page);
  const heads = rowGroupsOf(page).flatMap(({ rows: [head] }) => head?.cells ?? []);
  const found = [...seenDescendants(page, isHeader), ...heads];
  const titled = seenWithTag(page, 'th');
  const cells = [...found.map(textOf), ...titled.map((element) => element.getAttribute('title') ?? '')];
  for (const text of [...lines, ...alerts, headingText(page), ...cells]) {
    const scale = text.length <= LONGEST || LIKELY.test(text) ? scaleIn(text) : undefined;
    if (scale !== undefined) return scale;
  }
  return undefined;
}

/** Cells of headers and short cells of words; the cells of figures are not looked into. */
function isHeader(element: PageElement): boolean {
  const isCell =
    /^(?:th|td|dt|label|caption)$/.test(tagOf(element)) ||
    /^(?:columnheader|cell)$/.test(element.getAttribute('role') ?? '');
  const raw = element.textContent ?? '';
  return isCell && raw.length <= LONGEST && LIKELY.test(raw.normalize('NFC'));
}
