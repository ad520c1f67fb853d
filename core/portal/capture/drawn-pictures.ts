/**
 * Pictures that scripts draw over or beside a table of figures: no reader sees what is written in them, and it may be a
 * condition of the figures. The copy of a page marks them by where they stand on the screen; on a page saved otherwise
 * any drawing surface outside its tables may stand there.
 */
import { descendants, isHidden, type PageElement, siteEnds, tagOf } from './page.ts';
import type { Question } from './reader.ts';
import { isTable } from './table.ts';

export function drawnQuestions(page: PageElement): readonly Question[] {
  const ends = siteEnds(page);
  const isCopy = page.getAttribute('data-thi-dua-so') !== null;
  const places = descendants(
    page,
    (element) => element.getAttribute('data-drawn') !== null || (!isCopy && tagOf(element) === 'canvas'),
    (element) => isHidden(element) || isTable(element) || ends.has(element),
  ).map((descendant) => descendant.getAttribute('data-drawn') ?? 'chart');
  if (places.length === 0) return [];
  const where = places.includes('over') ? 'Trên bảng' : 'Cạnh bảng';
  return [
    {
      key: `hinh-ve:${places.toSorted().join(',')}`,
      about: `${where} có ${places.length} hình vẽ mà cách đọc này không thấy chữ trong đó. Số này là của cả xã?`,
      shown: `${places.length} hình vẽ`,
      // What a bar of words says may change without a sign; a chart shows the figures once more.
      isKept: places.every((place) => place === 'chart'),
    },
  ];
}
