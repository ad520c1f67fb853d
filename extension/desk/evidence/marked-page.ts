/** The copy of a page with the cells of one figure marked, for the frame it is looked at in. */
import { figureCells } from '../../../core/portal/capture/figure-cells.ts';
import { parseCopy } from '../../panel/point/parse-copy.ts';
import type { CaptureRecord } from '../../store/records.ts';

export type StoredFigure = CaptureRecord['observations'][number];

/** undefined where the page does not show it. */
export function markedPage(html: string, { unit, value, numerator, denominator }: StoredFigure): string | undefined {
  const page = parseCopy(html);
  const cells = figureCells(page, { unit: unit.name, value, numerator, denominator });
  for (const [at, cell] of cells.entries())
    if (cell instanceof Element) Element.prototype.setAttribute.call(cell, 'data-figure-cell', String(at + 1));
  return cells.length > 0 && page instanceof Element ? page.outerHTML : undefined;
}

/** Where in the text of an answer the figure stands: of the first of its numbers behind the name of its unit. */
export function placeInText(
  text: string,
  { unit, value, numerator }: StoredFigure,
): readonly [number, number] | undefined {
  const at = [unit.id, unit.code, unit.name]
    .map((name) => (name ? text.indexOf(`"${name}"`) : -1))
    .find((found) => found >= 0);
  if (at === undefined) return undefined;
  const shown = [value, numerator].flatMap((item) => (item == null ? [] : [String(item)]));
  for (const figure of shown) {
    const found = new RegExp(`: "?${figure.replace('.', '\\.')}"?(?=[,\\s}\\]]|$)`).exec(text.slice(at));
    if (found) return [at + found.index + 2, at + found.index + found[0].length];
  }
  return [at, at + 1];
}
