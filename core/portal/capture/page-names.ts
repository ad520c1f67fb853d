/** What a page calls its tables of figures and itself where no heading or line stands: labels, titles, the path to it. */
import { tellsOfRows } from './completeness.ts';
import { TIPS } from './narrowing-lines.ts';
import { isHidden, type PageElement, parentsOf, seenDescendants, seenWithTag, tagOf, textOf, wordsOf } from './page.ts';
import { isFigureTable } from './page-notes.ts';
import { tablesSeen } from './table.ts';

/** The end of the path to the page, its title, and the names of its tables of figures and of what they stand in. */
export function namesOfPage(page: PageElement): readonly string[] {
  const parents = parentsOf(page);
  const tables = tablesSeen(page);
  const titles = seenWithTag(page, 'title').map(textOf);
  const named = tables.flatMap((table) => [...namesOf(table, page), ...namesAround(table, page, parents)]);
  return [...new Set([...pathEnds(page), ...titles, ...named])].filter((text) => text !== '');
}

/** What the sections and panels call themselves in which a table of figures stands. */
export function namesAround(
  table: PageElement,
  page: PageElement,
  parents: ReadonlyMap<PageElement, PageElement>,
): readonly string[] {
  const found: string[] = [];
  for (let at = parents.get(table); at !== undefined && isFigureTable(table); at = parents.get(at)) {
    const isNamed =
      /^(?:section|fieldset|article)$/.test(tagOf(at)) ||
      /^(?:tabpanel|region|group)$/.test(at.getAttribute('role') ?? '');
    if (!isNamed) continue;
    const by = at.getAttribute('aria-labelledby');
    const naming = by === null ? [] : seenDescendants(page, (each) => each.getAttribute('id') === by);
    found.push(at.getAttribute('aria-label')?.trim().normalize('NFC') ?? '', ...naming.map(textOf));
  }
  return found.filter((text) => text !== '' && text.length <= 300);
}

/** Name of a table of figures by its caption, its title or an element that describes it. */
export function namesOf(table: PageElement, page: PageElement): readonly string[] {
  if (!isFigureTable(table)) return [];
  const by = table.getAttribute('aria-describedby');
  const describing = by === null ? [] : seenDescendants(page, (element) => element.getAttribute('id') === by);
  const captions = Array.from(table.children).filter((element) => tagOf(element) === 'caption' && !isHidden(element));
  const attributes = ['summary', ...TIPS].map((name) => table.getAttribute(name) ?? '');
  return [
    ...[...captions, ...describing].map(textOf),
    ...attributes.map((text) => text.trim().normalize('NFC')),
  ].filter((text) => text !== '' && text.length <= 300 && !tellsOfRows(text));
}

const PATH_ENDS = new WeakMap<PageElement, readonly string[]>();

/** `Trang chủ › Thống kê › Hộ tịch`: the last step names the page. */
export function pathEnds(page: PageElement): readonly string[] {
  const held = PATH_ENDS.get(page);
  if (held) return held;
  const ends = readPathEnds(page);
  PATH_ENDS.set(page, ends);
  return ends;
}

function readPathEnds(page: PageElement): readonly string[] {
  const paths = seenDescendants(
    page,
    (element) =>
      wordsOf(element).some((word) => /^(?:bread)?crumbs?$/.test(word)) ||
      /breadcrumb|đường dẫn/iu.test(element.getAttribute('aria-label') ?? ''),
  );
  const inWords = seenDescendants(
    page,
    (element) => element.children.length === 0 && /\s[»›]\s/.test(element.textContent ?? ''),
  );
  const ends = inWords
    .map(
      (inWord) =>
        textOf(inWord)
          .split(/\s[»›]\s/)
          .at(-1) ?? '',
    )
    .filter((text) => text.length <= 80);
  const steps = paths.flatMap((path) => {
    const all = seenDescendants(path, (element) => element.children.length === 0 && textOf(element) !== '');
    const last = all.at(-1);
    const isPresent = last?.getAttribute('aria-current') != null;
    return last && textOf(last).length <= 80 && (all.length > 1 || isPresent) ? [textOf(last)] : [];
  });
  return [...steps, ...ends];
}
