/**
 * Long lists are drawn as they are scrolled: only the rows in sight are on the page, and an empty space as high as all
 * the others keeps the scroll bar right.
 */
import { ofElement, ofNode } from './untouched.ts';

/** Rows beyond which the list is held whole; what a header and a pager take beside the rows, in CSS pixels. */
const MOST_ROWS = 400;
const BESIDE = 80;
const MOST_LEVELS = 3;

/** `rows` = of the table, those without words among them. */
export function isCut(table: Element, rows: readonly Element[]): boolean {
  if (rows.length < 2 || rows.length > MOST_ROWS) return false;
  let drawn = 0;
  for (const row of rows) if ((ofNode(row, 'textContent') ?? '').trim() !== '') drawn += heightOf(row);
  if (drawn === 0) return false;
  let at: Element | null = table;
  for (let level = 0; at !== null && level < MOST_LEVELS; level++) {
    const around: Element | null = ofNode(at, 'parentElement');
    if (around === null) return false;
    const high = heightOf(at);
    const scrolls = /^(?:auto|scroll)$/.test(getComputedStyle(around).overflowY);
    if (scrolls && high > 1.5 * drawn + BESIDE && high > ofElement(around, 'clientHeight') + 4) return true;
    at = around;
  }
  return false;
}

/** An empty row in the place of many, in CSS pixels. */
const HIGHEST_ROW = 240;

export function isSpace(row: Element): boolean {
  return (ofNode(row, 'textContent') ?? '').trim() === '' && heightOf(row) > HIGHEST_ROW;
}

function heightOf(element: Element): number {
  return Element.prototype.getBoundingClientRect.call(element).height;
}
