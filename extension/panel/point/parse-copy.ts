/**
 * The copy of a page as a document that is never shown: none of its scripts run, nothing is loaded. The browser's own
 * parser, so that the panel need not contain one. Read through prototypes, because a page's fields may be named after
 * properties (`<input name="children">`), and then without those names.
 */
import type { PageElement } from '../../../core/portal/capture/page.ts';

/** Texts that no reader of the page sees. */
const UNSEEN = 'script, style, noscript, template';

export function parseCopy(html: string): PageElement {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const all = (selector: string) => Document.prototype.querySelectorAll.call(page, selector);
  for (const element of all(UNSEEN)) Element.prototype.remove.call(element);
  for (const element of all('[name], [id]')) {
    for (const name of ['name', 'id']) Element.prototype.removeAttribute.call(element, name);
  }
  return Reflect.get(Document.prototype, 'documentElement', page);
}
