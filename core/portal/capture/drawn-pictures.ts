/**
 * Pictures that scripts draw over or beside a table of figures: no reader sees what is written in them, and it may be a
 * condition of the figures. The copy of a page marks them by where they stand on the screen; of a page saved otherwise
 * only drawing surfaces right beside a table are known.
 */
import { descendants, isHidden, type PageElement, siteEnds, tagOf } from './page.ts';
import { isFigureTable } from './page-notes.ts';
import type { Question } from './reader.ts';
import { groupRowsOf, isTable } from './table.ts';

/** Levels around a table in which a drawing surface is beside it. */
const MOST_LEVELS = 2;

export function drawnQuestions(page: PageElement): readonly Question[] {
  const ends = siteEnds(page);
  const marks = descendants(
    page,
    (each) => each.getAttribute('data-drawn') !== null,
    (each) => isHidden(each) || ends.has(each),
  ).map((each) => each.getAttribute('data-drawn') ?? '');
  const places = marks.length > 0 || isCopy(page) ? marks : surfacesBeside(page) > 0 ? ['chart'] : [];
  const isOfWords = places.some((place) => place !== 'chart');
  if (places.length === 0) return [];
  const where = places.includes('over') ? 'Trên bảng' : 'Cạnh bảng';
  return [
    {
      key: `hinh-ve:${places.toSorted().join(',')}`,
      about: `${where} có ${places.length} hình vẽ mà cách đọc này không thấy chữ trong đó. Hình không ghi lọc hay kỳ khác, số này là của cả xã?`,
      shown: `${places.length} hình vẽ`,
      // What a bar of words says may change without a sign; a chart shows the figures once more.
      isKept: !isOfWords,
    },
  ];
}

function isCopy(page: PageElement): boolean {
  return page.getAttribute('data-thi-dua-so') !== null;
}

/** Drawing surfaces in the blocks around a table of figures, not in its cells. */
function surfacesBeside(page: PageElement): number {
  const rows = groupRowsOf(page);
  const parents = new Map<PageElement, PageElement>();
  for (const element of [page, ...descendants(page, () => true)])
    for (const child of Array.from(element.children)) parents.set(child, element);
  const found = new Set<PageElement>();
  for (const table of descendants(page, (each) => isTable(each) && isFigureTable(each), isHidden)) {
    let at: PageElement | undefined = table;
    for (let level = 0; level < MOST_LEVELS && at !== undefined; level++) {
      at = parents.get(at);
      if (at === undefined || (/^(?:html|body|main)$/.test(tagOf(at)) && level > 0)) break;
      for (const surface of descendants(
        at,
        (each) => tagOf(each) === 'canvas',
        (each) => isHidden(each) || isTable(each) || rows.has(each),
      ))
        found.add(surface);
    }
  }
  return found.size;
}
