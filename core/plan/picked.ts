/** Content of a stretch of a plan that an officer selected: its words, its part, and the first figure in it. */

import { headedGrids } from './document/grid-head.ts';
import { type Figure, figuresOf } from './figure/figure.ts';
import type { PlanPlace } from './finding.ts';
import { outlineOf } from './layout/outline.ts';
import { partsOf } from './layout/plan-parts.ts';
import { type PlanText, readPlanText } from './layout/plan-text.ts';
import { tableAt, tablesOf } from './table/tables.ts';
import { tokensOf } from './words/token.ts';

interface PickedPassage extends PlanPlace {
  /** null = there is none in it. */
  readonly figure: Pick<Figure, 'comparator' | 'value' | 'valueMax' | 'unit'> | null;
  /** Place of the number itself; that of the words where there is none. */
  readonly figureOffset: number;
}

/** `from`, `to` count in the folded text, as `Place.offset` does. */
export function pickedFrom(source: string, from: number, to: number): PickedPassage {
  const plan = readPlanText(source);
  const words = plan.folded.slice(from, to);
  const text = words.trim();
  const offset = from + words.indexOf(text);
  const tokens = tokensOf(text, 0, text.length);
  const [figure] = figuresOf(tokens);
  const at = figure ? (tokens[figure.at]?.start ?? 0) : 0;
  return { text, section: sectionAt(plan, offset), offset, figure: figure ?? null, figureOffset: offset + at };
}

/** Where words stand in a plan, however they are broken into lines; null = nowhere. */
export function placeIn(source: string, words: string): { readonly from: number; readonly to: number } | null {
  const text = words.normalize('NFC').replace(/\s+/g, ' ').trim();
  const from = text === '' ? -1 : readPlanText(source).folded.indexOf(text);
  return from < 0 ? null : { from, to: from + text.length };
}

/** The part whose words reach over the place; '' before the first. */
function sectionAt(plan: PlanText, offset: number): string {
  const tables = tablesOf(plan, headedGrids(plan), null, partsOf(plan).title);
  const isTable = (place: number): boolean => place < (tableAt(tables, place)?.to ?? 0);
  const items = partsOf(plan).bodies.flatMap(({ from, to }) => outlineOf(plan, from, to, isTable));
  return items.findLast(({ start }) => plan.offsetOf(start) <= offset)?.section ?? '';
}
