/**
 * Each call of `getComputedStyle` makes jsdom match every rule again: two thirds of the time of copying a page there.
 * In a page without styles of its own an element's style follows from its tag and attributes and those of the elements
 * around it, so each such row of elements is computed once for all pages of a test file.
 */

/** Elements whose look in the browser's own style depends on the elements beside them. */
const BY_NEIGHBOURS = /^(?:details|summary|legend)$/;

/** Attributes that no rule of the browser's own style goes by. */
const OF_THE_SITE = /^(?:class|id|aria-.+|data-.+)$/;

/** `window.getComputedStyle` with its results cached: the page must not change afterwards. */
export function stylesOnce(): (element: Element) => CSSStyleDeclaration {
  const compute = window.getComputedStyle.bind(window);
  const known = new Map<string, CSSStyleDeclaration>();
  const keys = new Map<string, string>();
  const keyOfElement = new WeakMap<Element, string | null>();
  const keyOf = (element: Element): string | null => {
    const held = keyOfElement.get(element);
    if (held !== undefined) return held;
    const key = newKeyOf(element);
    keyOfElement.set(element, key);
    return key;
  };
  const newKeyOf = (element: Element): string | null => {
    const around = element.parentElement;
    const above = around ? keyOf(around) : element === document.documentElement ? '' : null;
    if (above === null || BY_NEIGHBOURS.test(element.localName)) return null;
    const own = Array.from(element.attributes)
      .filter(({ name }) => !OF_THE_SITE.test(name))
      .map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
    const key = [above, element.localName, ...own].join(' ');
    const short = keys.get(key) ?? String(keys.size);
    keys.set(key, short);
    return short;
  };
  const plain = new WeakMap<Element, boolean>();
  const isPlain = (page: Element): boolean => {
    const held = plain.get(page) ?? page.querySelector('style, link') === null;
    plain.set(page, held);
    return held;
  };
  return (element) => {
    const key = isPlain(document.documentElement) ? keyOf(element) : null;
    if (key === null) return compute(element);
    const style = known.get(key) ?? compute(element);
    known.set(key, style);
    return style;
  };
}
