/**
 * The one file injected on a press: copies the page as the officer sees it (state of the inputs, shadow roots) without changing anything on it.
 * The copy is made in a document that is never shown, so no script of the page runs in it and nothing is loaded. Fields for passwords and hidden
 * fields keep no value, and meta elements, where sites put the token of her session, are left out. The result waits in this script's own world until it is fetched.
 */
import type { PageCopy } from './page-copy.ts';

const UNWANTED = new Set(['SCRIPT', 'NOSCRIPT', 'LINK', 'META', 'BASE', 'OBJECT', 'EMBED']);

/** A form's or document's own properties may be hidden by fields named after them (`<input name="tagName">`): asked of the prototype instead. */
function ofDocument<K extends keyof Document>(name: K): Document[K] {
  return Reflect.get(Document.prototype, name, document);
}
function ofElement<K extends keyof Element>(element: Element, name: K): Element[K] {
  return Reflect.get(Element.prototype, name, element);
}

function copyPage(): PageCopy {
  const inert = new DOMParser().parseFromString('', 'text/html');
  const page = ofDocument('documentElement');
  const copy = inert.importNode(page, true);
  const roots: [live: Element, copied: Element][] = [[page, copy]];
  // Done last: both trees must keep one order while they are walked.
  const unwanted: Element[] = [];
  const shadows: [host: Element, holder: Element][] = [];
  const frames: string[] = [];
  for (let root = roots.pop(); root; root = roots.pop()) {
    const liveWalk = inert.createTreeWalker(root[0], NodeFilter.SHOW_ELEMENT);
    const copyWalk = inert.createTreeWalker(root[1], NodeFilter.SHOW_ELEMENT);
    do {
      const live = liveWalk.currentNode as Element;
      const copied = copyWalk.currentNode as Element;
      if (UNWANTED.has(ofElement(live, 'tagName').toUpperCase())) unwanted.push(copied);
      if (live instanceof HTMLIFrameElement) frames.push(live.src);
      dropHandlers(copied);
      keepState(live, copied);
      const shadow = ofElement(live, 'shadowRoot');
      if (shadow) shadows.push([copied, copyShadow(inert, shadow, roots)]);
    } while (liveWalk.nextNode() && copyWalk.nextNode());
  }
  for (const [host, holder] of shadows) host.prepend(holder);
  for (const element of unwanted) element.remove();
  return {
    url: location.href,
    title: ofDocument('title'),
    html: `<!doctype html>\n${copy.outerHTML}`,
    frames,
    data: dataInSight(),
    view: { width: innerWidth, height: innerHeight, scrollY: Math.round(scrollY), ratio: devicePixelRatio },
  };
}

function dropHandlers(copied: Element): void {
  for (const name of Element.prototype.getAttributeNames.call(copied)) {
    if (name.startsWith('on')) Element.prototype.removeAttribute.call(copied, name);
  }
}

/** What was typed, ticked and picked stands in properties only; in the copy it goes into attributes. */
function keepState(live: Element, copied: Element): void {
  if (live instanceof HTMLInputElement) {
    // A password made visible is a text field; only what it asks to be filled in with tells it.
    if (/^(?:password|hidden)$/.test(live.type) || /password|one-time-code/.test(live.autocomplete))
      copied.removeAttribute('value');
    else if (live.type === 'checkbox' || live.type === 'radio') copied.toggleAttribute('checked', live.checked);
    else if (live.type !== 'file') copied.setAttribute('value', live.value);
  } else if (live instanceof HTMLOptionElement) {
    copied.toggleAttribute('selected', live.selected);
  } else if (live instanceof HTMLTextAreaElement) {
    copied.textContent = live.value;
  }
}

/** An open shadow root becomes the first child of its host, so that a reader sees its text where the officer does. */
function copyShadow(inert: Document, root: ShadowRoot, roots: [Element, Element][]): Element {
  const holder = inert.createElement('div');
  holder.setAttribute('data-shadow-root', 'open');
  for (const child of root.children) {
    const copied = inert.importNode(child, true);
    holder.append(copied);
    roots.push([child, copied]);
  }
  return holder;
}

/** Where the tables are on the screen, as one rectangle; null when none is in sight. The picture is cropped to it: the page's header names the officer. */
function dataInSight(): PageCopy['data'] {
  let [left, top, right, bottom] = [innerWidth, innerHeight, 0, 0];
  for (const table of Document.prototype.querySelectorAll.call(document, 'table')) {
    if (!(table instanceof HTMLTableElement) || table.rows.length < 2) continue;
    const box = table.getBoundingClientRect();
    if (box.width < 40 || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
      continue;
    left = Math.max(0, Math.min(left, box.left));
    top = Math.max(0, Math.min(top, box.top));
    right = Math.min(innerWidth, Math.max(right, box.right));
    bottom = Math.min(innerHeight, Math.max(bottom, box.bottom));
  }
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

(globalThis as { thiDuaSoCopy?: PageCopy }).thiDuaSoCopy = copyPage();
