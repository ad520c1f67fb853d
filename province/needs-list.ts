/** Who needs help and why, with the rule beside it. */

import { bareKey } from '../core/base/text/text.ts';
import { NEEDS_RULE } from '../core/province/needs.ts';
import type { ProvinceView } from '../core/province/roll-up.ts';
import { element } from '../ui/element.ts';

/** Rows shown at first. */
const FIRST = 10;

export function needsList({ rows }: ProvinceView): readonly HTMLElement[] {
  const inNeed = rows.filter(({ needs }) => needs.length > 0).toSorted((x, y) => y.needs.length - x.needs.length);
  const line = ({ name, needs }: (typeof inNeed)[number]) =>
    element(
      'li',
      { 'data-xa': bareKey(name) },
      element('strong', {}, name),
      `: ${needs.map(({ words }) => words).join('; ')}.`,
    );
  const list = (some: typeof inNeed) => element('ul', {}, ...some.map(line));
  const rest = inNeed.slice(FIRST);
  return [
    element('p', { class: 'faint' }, NEEDS_RULE),
    inNeed.length === 0 ? element('p', {}, 'Không xã nào.') : list(inNeed.slice(0, FIRST)),
    ...(rest.length === 0 ? [] : [element('details', {}, element('summary', {}, `${rest.length} xã nữa`), list(rest))]),
  ];
}
