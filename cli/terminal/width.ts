/**
 * How many columns a text takes on a terminal: tone marks none, full-width characters two. Control characters are taken
 * out.
 */

const MARK = /\p{M}/u;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Width in terminal columns. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) if (!MARK.test(character)) width += WIDE.test(character) ? 2 : 1;
  return width;
}

/** Text of a sheet made harmless for a terminal: one line, no control or direction characters. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}

/** Pads to the width, on the right or (numbers) on the left; a longer text is cut with `…`. */
export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const shown = textWidth(text) > width ? `${cut(text, width - 1)}…` : text;
  const padding = ' '.repeat(Math.max(0, width - textWidth(shown)));
  return align === 'left' ? shown + padding : padding + shown;
}

function cut(text: string, width: number): string {
  let shown = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) break;
    shown += character;
  }
  return shown.trimEnd();
}
