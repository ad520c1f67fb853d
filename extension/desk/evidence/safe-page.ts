/**
 * A page copy made fit to be looked at: nothing in it runs, loads or leads anywhere. It is shown in a frame without
 * scripts and under a policy that loads nothing; taking out what could navigate is on top of that, for a frame may
 * always navigate itself. Not for reading figures.
 */

/** `template` may become a shadow root when it is parsed again; `animate` and `set` may give a link its target back. */
const UNWANTED =
  'script, noscript, template, link, meta, base, iframe, frame, frameset, object, embed, portal, fencedframe, animate, set, animatemotion, animatetransform';

const LEADING = new Set(['href', 'xlink:href', 'action', 'formaction', 'ping', 'target', 'srcdoc', 'autofocus']);

/** Removing attributes one by one would block the desk for minutes on a page with hundreds of thousands of them. */
const MOST_ATTRIBUTES = 200;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** The portal's own style sheets are not stored: lines make the tables readable without them. */
const STYLE =
  'body{font-family:sans-serif;margin:12px}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:2px 6px}[data-figure-cell]{outline:3px solid #0f6cbd;outline-offset:-1px;background:#ebf3fc}[data-figure-cell="1"]{scroll-initial-target:nearest;scroll-margin:40px}';

/**
 * HTML of the copy → HTML for the frame. Properties are read from prototypes, because fields named after them may hide
 * a page's own.
 */
export function safePage(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const root: Element = Reflect.get(Document.prototype, 'documentElement', page);
  for (const element of root.querySelectorAll(UNWANTED)) Element.prototype.remove.call(element);
  for (const element of root.querySelectorAll('*')) {
    const names = Element.prototype.getAttributeNames.call(element);
    if (names.length > MOST_ATTRIBUTES) {
      const bare = made(page, 'span', {});
      bare.append(...childrenOf(element));
      Element.prototype.replaceWith.call(element, bare);
      continue;
    }
    for (const name of names) {
      if (name.startsWith('on') || LEADING.has(name)) Element.prototype.removeAttribute.call(element, name);
    }
  }
  const policy = made(page, 'meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY });
  const style = made(page, 'style', {});
  style.append(STYLE);
  // Ours stands first; a second head is read as more of it.
  const head = made(page, 'head', {});
  head.append(made(page, 'meta', { charset: 'utf-8' }), policy, style);
  const clean = made(page, 'html', {});
  clean.append(head, ...childrenOf(root));
  return `<!doctype html>${clean.outerHTML}`;
}

/** Created in the copy's own document: elements of our document would load their content. */
function made(page: Document, tag: string, attributes: Readonly<Record<string, string>>): Element {
  const element = Document.prototype.createElement.call(page, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function childrenOf(element: Element): readonly ChildNode[] {
  return [...(Reflect.get(Node.prototype, 'childNodes', element) as NodeListOf<ChildNode>)];
}
