/**
 * The page as the browser itself knows it. A form's or document's own properties may be hidden by fields named after
 * them (`<input name="tagName">`): asked of the prototype instead.
 */

const GETTERS = new Map<string, () => unknown>();

/** Calls the getter itself, found once: looked up on the prototype each time it takes several times as long. */
function ofPrototype(prototype: object, name: string, element: object): unknown {
  let getter = GETTERS.get(name);
  if (getter === undefined) {
    getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
    if (getter === undefined) return Reflect.get(prototype, name, element);
    GETTERS.set(name, getter);
  }
  return getter.call(element);
}

export function ofDocument<K extends keyof Document>(name: K): Document[K] {
  return Reflect.get(Document.prototype, name, document);
}
export function ofElement<K extends keyof Element>(element: Element, name: K): Element[K] {
  return ofPrototype(Element.prototype, name, element) as Element[K];
}
export function ofNode<K extends keyof Node>(node: Node, name: K): Node[K] {
  return ofPrototype(Node.prototype, name, node) as Node[K];
}
export function attribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}
export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Lower case; elements of drawings are words in a line like any other. */
export function tagOf(element: Element): string {
  const name = ofElement(element, 'localName');
  return element instanceof HTMLElement && (PLAIN.has(name) || isPlain(name)) ? name : 'span';
}

/** Names met so far that hold nothing but letters, digits and dashes. */
const PLAIN = new Set<string>();

function isPlain(name: string): boolean {
  const plain = /^[a-z][a-z0-9-]*$/.test(name);
  if (plain) PLAIN.add(name);
  return plain;
}

/** Fields nobody types into. */
const NOT_TYPED = /^(?:button|checkbox|hidden|image|radio|range|reset|submit)$/;
const TYPED_INTO = /^(?:textbox|searchbox|spinbutton)$/;

/** A list that shows its choice in a box of text says that it is only read. */
export function isEditable(element: Element): boolean {
  if (TYPED_INTO.test(attribute(element, 'role') ?? '') && attribute(element, 'aria-readonly') !== 'true') return true;
  return element instanceof HTMLElement && ofPrototype(HTMLElement.prototype, 'isContentEditable', element) === true;
}

/** null = nothing can be typed here. */
export function typedIn(element: Element): string | null {
  if (element instanceof HTMLInputElement) {
    const type: string = Reflect.get(HTMLInputElement.prototype, 'type', element);
    return NOT_TYPED.test(type) ? null : Reflect.get(HTMLInputElement.prototype, 'value', element);
  }
  if (element instanceof HTMLTextAreaElement) return Reflect.get(HTMLTextAreaElement.prototype, 'value', element);
  return isEditable(element) ? (ofNode(element, 'textContent') ?? '') : null;
}

const displayed = new WeakMap<Element, boolean>();

/** By the page's styles. What has a box is displayed: the browser says so faster than its styles are read. */
export function isDisplayed(element: Element): boolean {
  if (Element.prototype.checkVisibility?.call(element) && tagOf(element) !== 'tr') return true;
  const held = displayed.get(element);
  if (held !== undefined) return held;
  const style = getComputedStyle(element);
  // A row that takes its place and shows nothing.
  const isBlank = tagOf(element) === 'tr' && (/hid|coll/.test(style.visibility) || style.opacity === '0');
  const own = style.display !== 'none' && !isBlank;
  displayed.set(element, own);
  return own;
}

/** Elements that can hold a shadow, beside those of the site's own. */
const HOSTS = /-|^(?:article|aside|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Open or closed: the officer sees both, and the browser shows closed ones to extensions alone. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = ofElement(element, 'shadowRoot');
  if (open || !(element instanceof HTMLElement) || !HOSTS.test(tagOf(element))) return open;
  const { dom } = (globalThis as { chrome?: { dom?: typeof chrome.dom } }).chrome ?? {};
  return (dom?.openOrClosedShadowRoot(element) as ShadowRoot | null | undefined) ?? null;
}

/** Elements in it, those of its shadow first, as they are copied. */
export function childrenIn(element: Element): readonly Element[] {
  const shadow = shadowOf(element);
  const own = Array.from(ofElement(element, 'children'));
  return shadow ? [...shadow.children, ...own] : own;
}
