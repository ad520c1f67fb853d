/**
 * A saved page as a tree. The interface is the part of the DOM's Element that readers use, so a live document fits it as it is; where there is no
 * DOM (command line, tests) `parsePage` builds the same from the HTML text. Scripts are never run and nothing is loaded.
 */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

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

/** Elements whose text no reader of the page sees. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template']);

/** HTML text → its html element. Never throws: to the HTML standard no text is an error. */
export function parsePage(html: string): PageElement {
  const root = parse(html).childNodes.find(isElement);
  if (!root) throw new Error('an HTML document always has an html element');
  return convert(root);
}

type Node = DefaultTreeAdapterTypes.ChildNode;

function isElement(node: Node): node is DefaultTreeAdapterTypes.Element {
  return 'tagName' in node;
}

/** Bottom-up without recursion: children are converted before their parent. */
function convert(root: DefaultTreeAdapterTypes.Element): PageElement {
  const done = new Map<Node, PageElement>();
  const waiting: { element: DefaultTreeAdapterTypes.Element; open: boolean }[] = [{ element: root, open: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element } = next;
    if (next.open) {
      waiting.push({ element, open: false });
      for (const child of element.childNodes) if (isElement(child)) waiting.push({ element: child, open: true });
    } else {
      done.set(element, parsedElement(element, done));
    }
  }
  const page = done.get(root);
  if (!page) throw new Error('the root is converted last');
  return page;
}

function parsedElement(element: DefaultTreeAdapterTypes.Element, done: ReadonlyMap<Node, PageElement>): PageElement {
  const attributes = new Map(element.attrs.map((attribute) => [attribute.name, attribute.value]));
  const children: PageElement[] = [];
  let text = '';
  for (const node of element.childNodes) {
    const child = done.get(node);
    if (child) {
      children.push(child);
      if (!UNSEEN.has(child.tagName)) text += child.textContent;
    } else if (node.nodeName === '#text' && 'value' in node) {
      text += node.value;
    }
  }
  return {
    tagName: element.tagName,
    children,
    textContent: text,
    getAttribute: (name) => attributes.get(name) ?? null,
  };
}
