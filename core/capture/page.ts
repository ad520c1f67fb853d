/**
 * A saved page as a tree. The interface is the part of the DOM's Element that readers use, so a document of the browser fits it as it is; where there is
 * no DOM, parse-page.ts builds the same from the HTML text.
 */
export interface PageElement {
  /** Upper or lower case, as the host has it: compare through `tagOf`. */
  readonly tagName: string;
  readonly children: ArrayLike<PageElement>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export function tagOf(element: PageElement): string {
  return element.tagName.toLowerCase();
}

/** Text of an element as it is seen: NFC, runs of white space folded to one space. */
export function textOf(element: PageElement): string {
  return (element.textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** All descendants in document order that satisfy the test. Iterative: a hostile page may nest as deep as it likes. */
export function descendants(root: PageElement, test: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = [];
  const waiting: PageElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element !== root && test(element)) found.push(element);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child) waiting.push(child);
    }
  }
  return found;
}

/** Whether the element carries the class. */
export function hasClass(element: PageElement, name: string): boolean {
  return (element.getAttribute('class') ?? '').split(/\s+/).includes(name);
}

/** Headings, captions and the title of a page as one text: where a page says of which period it speaks. */
export function headingText(page: PageElement): string {
  const headings = descendants(page, (element) => /^(?:h[1-6]|caption|title)$/.test(tagOf(element)));
  return headings.map(textOf).join(' · ');
}
