/** Small words of the messages: numbers as officers write them, hostile text made harmless to show. */

import { formatNumber } from '../../base/quantity/points.ts';
import { nfc } from '../../base/text/text.ts';

const LONGEST_QUOTE = 60;

/** Text from a sheet in quotation marks: one line, no control or direction characters, at most 60 characters. */
export function quote(text: string): string {
  const shown = nfc(text.slice(0, 4 * LONGEST_QUOTE))
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  const letters = [...shown];
  return `“${letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…` : shown}”`;
}

/** `66,67 %` */
export function percent(value: number): string {
  return `${formatNumber(value)} %`;
}

/** A raw cell value as it stands there. */
export function rawText(raw: string | number | boolean | null): string {
  if (typeof raw === 'number') return formatNumber(raw, 4);
  return raw === null ? '' : String(raw);
}

/** At most `most` names, the rest counted. */
export function listed(names: readonly string[], most = 5): string {
  const rest = names.length - most;
  return names.slice(0, most).join(', ') + (rest > 0 ? ` và ${rest} mục khác` : '');
}
