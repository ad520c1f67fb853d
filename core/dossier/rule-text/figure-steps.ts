/** Steps by figures → bands, or all or nothing: which side a bare figure opens to, and what lies between two steps. */
import { formatNumber } from '../../base/quantity/points.ts';
import type { Band, Comparator, ScoringRule } from '../../movement/rule.ts';
import type { Edge, FigureCondition } from './condition.ts';

export interface FigureStep {
  readonly when: FigureCondition;
  readonly points: number;
}

interface Steps {
  readonly rule: ScoringRule;
  readonly direction: 'higher' | 'lower';
  readonly notes: readonly string[];
}

/** `rest` = points of what lies beyond all steps; null = the words do not say, so nothing. null = they contradict. */
export function ruleOfSteps(steps: readonly FigureStep[], rest: number | null, max: number): Steps | null {
  const direction = directionOf(steps, rest);
  if (direction === null) return null;
  const bands = opened(steps, direction);
  const threshold = thresholdOf(bands, rest, max, direction);
  if (threshold) return { rule: threshold, direction, notes: [] };
  const notes: string[] = [];
  const joined = meeting(bands, notes);
  // Nothing is left for “còn lại”: the words contradict each other.
  const isWhole = joined?.some(({ from }) => from === null) && joined.some(({ to }) => to === null);
  if (isWhole && rest !== null && !joined?.some(({ points }) => points === rest)) return null;
  const beyond = joined && withRest(bestDownward(joined, max, direction), rest ?? 0, direction);
  if (!beyond) return null;
  const low = ({ from }: Span): number => from?.value ?? Number.NEGATIVE_INFINITY;
  const best = beyond.toSorted((x, y) =>
    low(x) === low(y) ? 0 : low(x) < low(y) === (direction === 'lower') ? -1 : 1,
  );
  return { rule: { kind: 'bands', bands: best.map(bandOf) }, direction, notes };
}

interface Span {
  readonly from: Edge | null;
  readonly to: Edge | null;
  readonly points: number;
}

/** Lowest first; where two steps meet, the step that ends there comes first. */
function byPlace({ when: x }: FigureStep, { when: y }: FigureStep): number {
  const [low, high] = [x.from?.value ?? Number.NEGATIVE_INFINITY, y.from?.value ?? Number.NEGATIVE_INFINITY];
  return low === high ? (x.to?.value ?? Infinity) - (y.to?.value ?? Infinity) || 0 : low - high;
}

/** More points for more, or for less; of one step the side it is open to. */
function directionOf(steps: readonly FigureStep[], rest: number | null): Steps['direction'] | null {
  const [first, ...others] = steps;
  if (!first) return null;
  if (others.length === 0) {
    const isCeiling = first.when.from === null;
    const isBetter = first.points >= (rest ?? 0);
    return isCeiling === isBetter ? 'lower' : 'higher';
  }
  const order = steps.toSorted(byPlace);
  const rising = order.every(({ points }, at) => at === 0 || points >= (order[at - 1]?.points ?? 0));
  const falling = order.every(({ points }, at) => at === 0 || points <= (order[at - 1]?.points ?? 0));
  return rising === falling ? null : rising ? 'higher' : 'lower';
}

/** `Họp 4 lần: 20` beside `3 lần: 15` holds from 4 on; of faults `1 lần: 3` holds up to 1. */
function opened(steps: readonly FigureStep[], direction: Steps['direction']): readonly Span[] {
  return steps.map(({ when: { from, to, isBare }, points }) => {
    if (!isBare || !from) return { from, to, points };
    return direction === 'higher' ? { from, to: null, points } : { from: null, to: from, points };
  });
}

function thresholdOf(
  spans: readonly Span[],
  rest: number | null,
  max: number,
  direction: Steps['direction'],
): ScoringRule | null {
  const earning = spans.filter(({ points }) => points > 0);
  const [only, ...others] = earning;
  if (!only || others.length > 0 || only.points !== max || (rest ?? 0) !== 0) return null;
  const edge = direction === 'higher' ? only.from : only.to;
  const isOpen = direction === 'higher' ? only.to === null : only.from === null;
  // The zero step must cover exactly the rest.
  const rests = spans.filter(({ points }) => points === 0);
  const meets = rests.every((span) => {
    const other = direction === 'higher' ? span.to : span.from;
    return other !== null && edge !== null && other.value === edge.value && other.inclusive !== edge.inclusive;
  });
  if (!edge || !isOpen || !meets) return null;
  const comparator: Comparator =
    direction === 'higher' ? (edge.inclusive ? 'gte' : 'gt') : edge.inclusive ? 'lte' : 'lt';
  return { kind: 'threshold', comparator, value: edge.value };
}

/** From the top down, each ending where the one above starts; null where they leave a gap no notation explains. */
function meeting(spans: readonly Span[], notes: string[]): readonly Span[] | null {
  const floorOf = ({ from }: Span): number => from?.value ?? Number.NEGATIVE_INFINITY;
  const order = spans.toSorted(
    (x, y) => floorOf(y) - floorOf(x) || (y.to?.value ?? Infinity) - (x.to?.value ?? Infinity),
  );
  const bottom = order.findLast(({ from }) => from === null);
  const ceilings = order.filter(({ from, to }) => from === null && to !== null);
  if (ceilings.length > 1) return ceilingsOnly(spans);
  const joined: Span[] = [];
  for (const span of order) {
    const above = joined.at(-1);
    if (!above) {
      joined.push(span);
      continue;
    }
    const edge = above.from;
    if (!edge) return null;
    if (span.to === null) joined.push({ ...span, to: opposite(edge) });
    else {
      const gap = edge.value - span.to.value;
      if (gap < 0 || gap > widest(edge.value, span.to.value)) return null;
      if (gap === 0 && edge.inclusive && span.to.inclusive)
        notes.push(
          `Hai mức cùng ghi ${formatNumber(edge.value)}: phần mềm tính ${formatNumber(edge.value)} vào mức bắt đầu từ số này.`,
        );
      // “trên 95 % trở lên” above “từ 90 % đến dưới 95 %”: somebody has to have 95 %.
      if (gap === 0 && !edge.inclusive && !span.to.inclusive) {
        joined[joined.length - 1] = { ...above, from: { ...edge, inclusive: true } };
        joined.push(span);
      } else joined.push({ ...span, to: opposite(edge) });
    }
  }
  return bottom && joined.at(-1) !== joined.find(({ from }) => from === null) ? null : joined;
}

/** Each step has only its upper edge: `đến 5 %: 10; đến 10 %: 5`. */
function ceilingsOnly(spans: readonly Span[]): readonly Span[] | null {
  const order = spans.toSorted((x, y) => (x.to?.value ?? Infinity) - (y.to?.value ?? Infinity));
  const joined: Span[] = [];
  for (const span of order) {
    const below = joined.at(-1);
    if (below && !below.to) return null;
    const gap = below?.to && span.from ? span.from.value - below.to.value : 0;
    const isNext = span.from === null || (gap > 0 && gap <= widest(span.from.value, below?.to?.value ?? 0));
    joined.push(below?.to && isNext ? { ...span, from: opposite(below.to) } : span);
  }
  return joined.every((span, at) => at === 0 || meets(joined[at - 1], span)) ? joined : null;
}

function meets(below: Span | undefined, span: Span): boolean {
  if (!below?.to || !span.from) return false;
  return below.to.value === span.from.value && below.to.inclusive !== span.from.inclusive;
}

/** Whole numbers: `75 – 84` ends where `85` starts; with one decimal a tenth, with two a hundredth. */
function widest(upper: number, lower: number): number {
  const places = Math.max(placesOf(upper), placesOf(lower));
  return 10 ** -places + 1e-9;
}

function placesOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** `Hạng 1 – 3: 10 điểm`: fewer than the fewest of the best step is no worse. */
function bestDownward(spans: readonly Span[], max: number, direction: Steps['direction']): readonly Span[] {
  if (direction === 'higher' || spans.some(({ from }) => from === null)) return spans;
  const lowest = spans.toSorted((x, y) => (x.from?.value ?? 0) - (y.from?.value ?? 0))[0];
  return spans.map((span) => (span === lowest && span.points === max ? { ...span, from: null } : span));
}

function withRest(spans: readonly Span[], rest: number, direction: Steps['direction']): readonly Span[] | null {
  const floors = spans.filter(({ from }) => from === null).length;
  const ceilings = spans.filter(({ to }) => to === null).length;
  const lowest = spans.reduce<Span | undefined>(
    (x, y) => (x?.from && (!y.from || y.from.value < x.from.value) ? y : (x ?? y)),
    undefined,
  );
  const highest = spans.reduce<Span | undefined>(
    (x, y) => (x?.to && (!y.to || y.to.value > x.to.value) ? y : (x ?? y)),
    undefined,
  );
  const below =
    floors === 0 && lowest?.from
      ? [{ from: null, to: opposite(lowest.from), points: direction === 'higher' ? rest : 0 }]
      : [];
  const top = highest?.to;
  if (ceilings === 0 && top) {
    // “từ 90 đến 100 %”: nothing lies above.
    const isWhole = direction === 'higher' && top.value === 100 && top.inclusive;
    const above: readonly Span[] = [{ from: opposite(top), to: null, points: rest }];
    if (direction === 'higher') {
      const best = spans.find((span) => span === highest);
      if (!best || !isWhole) return null;
      return [...spans.map((span) => (span === best ? { ...span, to: null } : span)), ...below];
    }
    return floors === 0 ? null : [...spans, ...above];
  }
  return [...spans, ...below];
}

const opposite = ({ value, inclusive }: Edge): Edge => ({ value, inclusive: !inclusive });

function bandOf({ from, to, points }: Span): Band {
  return {
    ...(from ? { from: from.value } : {}),
    fromInclusive: from?.inclusive ?? true,
    ...(to ? { to: to.value } : {}),
    toInclusive: to?.inclusive ?? false,
    points,
  };
}
