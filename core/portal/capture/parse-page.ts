/**
 * HTML text as a tree of page elements, where there is no DOM (worker, command line, tests). Scripts are never run and
 * nothing is loaded.
 */
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  Parser,
  Tokenizer,
} from 'parse5';
import type { PageElement, PageNode } from './page.ts';

/** Elements whose text no reader of the page sees. */
const UNSEEN = new Set(['script', 'style', 'noscript', 'template']);

/**
 * Browsers nest no deeper either; the work of the parser grows with each level, and with each attribute, for every tag
 * of the page.
 */
const MOST_LEVELS = 512;
const MOST_ATTRIBUTES = 1_000;

/**
 * HTML text → its html element. Never throws: to the HTML standard no text is an error. A page made to keep a reader
 * busy for hours is empty.
 */
export function parsePage(html: string): PageElement {
  try {
    const root = parsed(html).childNodes.find(isElement);
    if (!root) throw new Error('an HTML document always has an html element');
    return convert(root);
  } catch (error) {
    if (error !== BEYOND) throw error;
    const none = { children: [], childNodes: [], textContent: '', getAttribute: () => null };
    return { nodeType: 1, nodeValue: null, tagName: 'html', ...none };
  }
}

const PAGES = new WeakMap<object, PageElement>();

/** The page of one capture, parsed once however many readers look at it. */
export function pageOf(captured: { readonly body: string }): PageElement {
  const held = PAGES.get(captured);
  if (held) return held;
  // A browser writes the name of this one character into its copies; the extension parses without the table of names.
  const page = parsePage(captured.body.normalize('NFC').replaceAll('&nbsp;', '\u00a0'));
  PAGES.set(captured, page);
  return page;
}

const BEYOND = new Error('beyond every real page');

function parsed(html: string): DefaultTreeAdapterTypes.Document {
  let levels = 0;
  const parser = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      onItemPush: () => {
        if (++levels > MOST_LEVELS) throw BEYOND;
      },
      onItemPop: () => {
        levels--;
      },
    },
  });
  parser.tokenizer = new FewAttributes(parser.options, parser);
  parser.tokenizer.write(html, true);
  return parser.document;
}

/** Each attribute is compared with all before it in its tag. */
class FewAttributes extends Tokenizer {
  protected override _leaveAttrName(): void {
    const token = this.currentToken;
    if (token && 'attrs' in token && token.attrs.length >= MOST_ATTRIBUTES) throw BEYOND;
    super._leaveAttrName();
  }
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
  const children: PageElement[] = [];
  const hasChildren = element.childNodes.some((node) => done.has(node));
  const childNodes: PageNode[] = [];
  let text = '';
  for (const node of element.childNodes) {
    const child = done.get(node);
    if (child) {
      children.push(child);
      childNodes.push(child);
      if (!UNSEEN.has(child.tagName)) text += child.textContent;
    } else if (node.nodeName === '#text' && 'value' in node) {
      text += node.value;
      if (hasChildren) childNodes.push({ nodeType: 3, nodeValue: node.value, textContent: node.value });
    }
  }
  return new ParsedElement(element, children, childNodes, text);
}

class ParsedElement implements PageElement {
  readonly nodeType = 1;
  readonly nodeValue = null;
  readonly tagName: string;
  readonly children: readonly PageElement[];
  readonly childNodes: readonly PageNode[];
  readonly textContent: string;
  readonly #attributes: DefaultTreeAdapterTypes.Element['attrs'];

  constructor(
    { tagName, attrs }: DefaultTreeAdapterTypes.Element,
    children: readonly PageElement[],
    childNodes: readonly PageNode[],
    text: string,
  ) {
    this.tagName = tagName;
    this.children = children;
    this.childNodes = childNodes;
    this.textContent = text;
    this.#attributes = attrs;
  }

  /** Elements have few attributes: a map for each would cost more than to look through them. */
  getAttribute(name: string): string | null {
    for (const attribute of this.#attributes) if (attribute.name === name) return attribute.value;
    return null;
  }
}
