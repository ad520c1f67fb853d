/** Targets × communes: a row a commune, a column a target, each field with a sign and its figure. */

import { formatNumber } from '../core/base/quantity/points.ts';
import { bareKey } from '../core/base/text/text.ts';
import { TARGET_STATE_NAME, TARGET_STATE_SIGN } from '../core/commune/result/commune-result.ts';
import type { SentTarget } from '../core/commune/result/sent-result.ts';
import { nameText } from '../core/province/province-book.ts';
import type { CommuneRow, ProvinceView } from '../core/province/roll-up.ts';
import { element } from '../ui/element.ts';
import { shareBar, shareText } from './share-bar.ts';

export interface CommuneTable {
  readonly whole: HTMLElement;
  /** Sets the rows in this order; nothing is made anew. */
  readonly arrange: (rows: readonly CommuneRow[]) => void;
}

export function communeTable({ columns, rows }: ProvinceView): CommuneTable {
  const head = element(
    'tr',
    {},
    ...['Xã', 'Đã nộp', 'Đúng hạn', 'Đạt'].map((text) => element('th', { scope: 'col' }, text)),
    ...columns.map(({ text }, at) =>
      element('th', { scope: 'col', title: text }, String(at + 1), element('span', { class: 'unseen' }, `: ${text}`)),
    ),
  );
  const widths = element(
    'colgroup',
    {},
    element('col', { class: 'name' }),
    element('col', { class: 'share', span: '2' }),
    element('col', { class: 'field', span: String(columns.length + 1) }),
  );
  const made = new Map(rows.map((row) => [row, rowOf(row)]));
  const body = element('tbody');
  const whole = element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Bảng các xã theo từng chỉ tiêu' },
    element('table', { class: 'heat' }, widths, element('thead', {}, head), body),
  );
  return { whole, arrange: (order) => body.replaceChildren(...order.flatMap((row) => made.get(row) ?? [])) };
}

function rowOf({ name, claimed, result, received, inTime, met, cells }: CommuneRow): HTMLElement {
  const share = (partOfWhole: CommuneRow['received'] | null) => {
    const bar = partOfWhole && shareBar(partOfWhole);
    return element('td', {}, partOfWhole ? shareText(partOfWhole) : '–', ...(bar ? [bar] : []));
  };
  return element(
    'tr',
    { 'data-xa': bareKey(name) },
    element('th', { scope: 'row' }, nameText(name, claimed)),
    ...(result
      ? [share(received), share(inTime), element('td', {}, `${met}/${cells.filter(Boolean).length}`)]
      : [element('td', { colspan: '3', class: 'faint' }, 'chưa gửi')]),
    ...cells.map((target) => (target ? cellOf(target) : element('td', { class: 'none' }))),
  );
}

function cellOf({ state, value, level, a, b }: SentTarget): HTMLElement {
  const counts = a === null || b === null ? '' : `${formatNumber(a)}/${formatNumber(b)}; `;
  // The words stand in the title, for pointer and screen reader; a field is one element, for there are thousands.
  return element(
    'td',
    { class: state, title: `${counts}${TARGET_STATE_NAME[state]}${level === '' ? '' : `, mức giao ${level}`}` },
    value === null ? TARGET_STATE_SIGN[state] : `${TARGET_STATE_SIGN[state]} ${formatNumber(value, 1)}`,
  );
}
