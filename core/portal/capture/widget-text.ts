/** What a list or a picker that a script drew shows as its choice. */
import { LONGEST } from './control-shapes.ts';
import { isHidden, type PageElement, textOf, wordsOf } from './page.ts';

const LIST_PART = new Set('options menu listbox panel popup overlay list results drop'.split(' '));

/** The value a widget shows: its texts without those of its list, of its arrow and of its placeholder. */
export function widgetText(element: PageElement): string {
  const texts: string[] = [];
  const waiting: PageElement[] = [element];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const words = next === element ? [] : wordsOf(next);
    const isShown = words.some((word) => /select(?:ed|ion)|value|chosen|single/.test(word));
    const isBox = words.includes('list') && words.includes('box');
    const isListed = words.some((word) => LIST_PART.has(word)) && !isShown && !isBox;
    if (isHidden(next) || isListed || (words.includes('placeholder') && !isShown)) continue;
    if (/^(?:listbox|option|menu)$/.test(next === element ? '' : (next.getAttribute('role') ?? ''))) continue;
    if (next.children.length === 0) texts.push(textOf(next));
    else waiting.unshift(...Array.from(next.children));
    // Words beside a cross or an arrow.
    if (next.children.length > 0)
      texts.push(...Array.from(next.childNodes).map((node) => (node.nodeType === 3 ? folded(node.nodeValue) : '')));
  }
  const alone = element.children.length === 0 ? [textOf(element)] : texts;
  return [...new Set(alone)]
    .filter((text) => /[\p{L}\d]/u.test(text))
    .join(' ')
    .slice(0, LONGEST + 1);
}

function folded(text: string | null): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
