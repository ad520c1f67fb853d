/** What each target comes to in the whole province; its number is that of its column among the communes. */
import { TARGET_STATE_NAME, TARGET_STATE_SIGN, TARGET_STATES } from '../core/commune/result/commune-result.ts';
import { wholeText } from '../core/province/province-book.ts';
import type { ProvinceView } from '../core/province/roll-up.ts';
import { element } from '../ui/element.ts';

/** Head of the column that names a row's target. */
const WORDS = 'Chỉ tiêu';

export function targetTable({ columns }: ProvinceView): HTMLElement {
  const heads = [
    'Số',
    WORDS,
    'Mức giao',
    ...TARGET_STATES.map((state) => `${TARGET_STATE_SIGN[state]} ${TARGET_STATE_NAME[state]}`),
    'Tỷ lệ chung (tổng a : tổng b)',
  ];
  const rows = columns.map((column, at) =>
    element(
      'tr',
      {},
      element('td', {}, String(at + 1)),
      element('th', { scope: 'row', class: 'words' }, column.text),
      element('td', {}, column.levels.filter((level) => level !== '').join('; ') || '–'),
      ...TARGET_STATES.map((state) => element('td', { class: 'count' }, `${column.counts[state]} xã`)),
      element('td', {}, wholeText(column) || '–'),
    ),
  );
  return element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Bảng chỉ tiêu trong toàn tỉnh' },
    element(
      'table',
      { class: 'targets' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...heads.map((text) =>
            element('th', text === WORDS ? { scope: 'col', class: 'words' } : { scope: 'col' }, text),
          ),
        ),
      ),
      element('tbody', {}, ...rows),
    ),
  );
}
