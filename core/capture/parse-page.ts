/** HTML text as a tree of page elements, where there is no DOM (worker, command line, tests). Scripts are never run and nothing is loaded. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { PageElement } from './page.ts';

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
