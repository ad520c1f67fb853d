/**
 * What the officer sees and no element holds: words that the page's styles put before or behind an element, and
 * pictures that a script draws, in which a condition of the figures may be written.
 */
import { folded } from './copied-text.ts';
import { attribute, closest } from './untouched.ts';

/** Elements whose styles are looked at; a page has few of them outside its tables. */
const MOST_LOOKED_AT = 4_000;
let looked = 0;

/** Words drawn before and behind the element; '' where there are none. Signs and names of icons are no words. */
export function drawnWords(element: Element): readonly [before: string, behind: string] {
  if (looked++ > MOST_LOOKED_AT || closest(element, 'td, th, script, style, [role="cell"]') !== null) return ['', ''];
  return [contentOf(element, '::before'), contentOf(element, '::after')];
}

function contentOf(element: Element, part: string): string {
  const [, quoted = ''] = /^"(.*)"$/s.exec(getComputedStyle(element, part).content) ?? [];
  const text = folded(quoted.replaceAll(/\\(.)/gs, '$1'));
  return /\p{L}{2}/u.test(text) && !/^[a-z_]+$/.test(text) ? text : '';
}

/** CSS pixels: smaller pictures hold no words; what is no higher is a bar of words or controls; how near it stands. */
const NARROWEST = 80;
const LOWEST = 14;
const HIGHEST_BAR = 60;
const NEAR = 120;

/**
 * What stands over or right beside a table of figures: `over` and `bar` may say anything of them each time anew, `chart`
 * most likely shows the same figures. null for all else.
 */
export function drawnBeside(picture: Element): 'over' | 'bar' | 'chart' | null {
  if (closest(picture, 'nav, header, footer, aside, td, th, [role="navigation"]') !== null) return null;
  const own = Element.prototype.getBoundingClientRect.call(picture);
  if (own.width < NARROWEST || own.height < LOWEST) return null;
  const shape = own.height <= HIGHEST_BAR ? 'bar' : 'chart';
  for (const table of tablesInSight()) {
    const box = Element.prototype.getBoundingClientRect.call(table);
    const across = Math.min(own.right, box.right) - Math.max(own.left, box.left);
    const down = Math.min(own.bottom, box.bottom) - Math.max(own.top, box.top);
    if (across > 0 && down > 0) return 'over';
    if (across > -NEAR && down > -NEAR && (shape === 'bar' || attribute(picture, 'src') === null)) return shape;
  }
  return null;
}

function tablesInSight(): readonly Element[] {
  const all = Document.prototype.querySelectorAll.call(document, 'table, [role="table"], [role="grid"]');
  return [...all].filter((table) => Element.prototype.querySelectorAll.call(table, 'tr, [role="row"]').length > 1);
}
