/** The figures of an evaluation under the group they are part of; of these only what there is news of is open at first. */
import { findIndicator } from '../../core/portal/indicator/catalogue.ts';
import { groupOf, isOfList } from '../../core/portal/indicator/indicator-name.ts';
import type { CapturedFigure } from '../messages/contract.ts';

interface FigureGroup {
  readonly head: CapturedFigure;
  /** Empty for a figure that stands alone. */
  readonly parts: readonly CapturedFigure[];
  /** A part has changed since the last time, or is held against a target. */
  readonly hasNews: boolean;
}

/**
 * In the order read: a part belongs to its own group, else to the last group before it. A rank among the communes is
 * never a part, as officers look for it first. Without groups every figure is listed by itself.
 */
export function figureGroups(figures: readonly CapturedFigure[]): readonly FigureGroup[] {
  const groups: { readonly head: CapturedFigure; readonly parts: CapturedFigure[] }[] = [];
  const waiting: CapturedFigure[] = [];
  for (const figure of figures) {
    // Figures requested about the commune itself come last, and may belong to a group that came earlier.
    const own = groupOf(figure.indicator);
    const isOwned = own !== undefined && figures.some((figure) => figure.indicator === own && isGroup(figure));
    const owner = isHead(figure) || isOwned ? undefined : groups.findLast(({ head }) => isGroup(head));
    if (isOwned) waiting.push(figure);
    else if (owner) owner.parts.push(figure);
    else groups.push({ head: figure, parts: [] });
  }
  for (const figure of waiting) {
    groups.find(({ head }) => head.indicator === groupOf(figure.indicator))?.parts.push(figure);
  }
  return groups.map((group) => ({ ...group, hasNews: group.parts.some(isNews) }));
}

function isHead(figure: CapturedFigure): boolean {
  return isGroup(figure) || isOfList(figure.indicator);
}

/** A group of the evaluation, or the sum of the groups: they have a maximum in the catalogue. */
function isGroup({ indicator }: CapturedFigure): boolean {
  return findIndicator(indicator)?.max != null;
}

function isNews({ value, last, target }: CapturedFigure): boolean {
  return target !== null || (last !== null && (last.delta === null ? last.value !== value : last.delta !== 0));
}
