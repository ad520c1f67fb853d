/**
 * The comparator of a figure without one: from the list, where it stands once, before the figures or behind the last.
 */

import type { Figure } from '../figure/figure.ts';
import { introduces, leadsLength } from '../figure/figure-horizon.ts';
import { isNextTo, type Turns } from '../figure/in-turn.ts';
import type { PlanTarget } from '../finding.ts';
import type { Section } from '../layout/section.ts';
import { phrases } from '../lexicon/phrases.ts';
import type { Horizon } from '../time/horizon.ts';
import { cueBefore } from '../words/comparator.ts';
import { phraseAt, type Token } from '../words/token.ts';

/** `carried` = what its list carries over to it; null = nothing. */
export function comparatorOf(
  figure: Figure,
  carried: PlanTarget['comparator'] | null,
  section: Section,
): PlanTarget['comparator'] {
  if (figure.compared || figure.fromWord) return figure.comparator;
  return carried ?? (isWhole(figure) ? null : listComparator(section)) ?? '=';
}

/** Whether the figures behind it may take its comparator over. */
export function carriesComparator(figure: Figure): boolean {
  return figure.compared && !figure.closed && figure.comparator !== 'range' && figure.comparator !== 'rank<=';
}

interface Carrying {
  /** The figure before it. */
  readonly previous: Figure | null;
  /** Of the figure before it. */
  readonly comparator: PlanTarget['comparator'] | null;
  readonly horizons: readonly Horizon[];
  readonly turns: Turns | null;
}

/**
 * "trên 70% hộ, 50% thôn": a bare number right behind a comma or "và" takes the comparator over.
 */
export function carriedFor(
  tokens: readonly Token[],
  figure: Figure,
  { previous, comparator, horizons, turns }: Carrying,
): PlanTarget['comparator'] | null {
  if (!previous || !comparator || figure.compared || figure.fromWord || isDoer(tokens, figure)) return null;
  const time = horizons.find((horizon) => horizon.from >= previous.to && introduces(tokens, horizon, figure));
  if (figure.from !== figure.at && !time) return null;
  // "50% và đến năm 2030 là 80% số hộ" says of what only once.
  if (time && time.from - leadsLength(tokens, time.from) > previous.to + 1) return null;
  const joint = tokens[(time ? time.from - leadsLength(tokens, time.from) : figure.at) - 1]?.key;
  if (joint !== ',' && joint !== 'và' && joint !== 'hoặc') return null;
  const inTurn = turns?.numbers.includes(figure.at) && turns.numbers.includes(previous.at);
  if (!inTurn && (figure.at - previous.to > farthest(figure, horizons) || isPercent(figure) !== isPercent(previous)))
    return null;
  return isWhole(figure) ? null : comparator;
}

/** "ít nhất 01 bình chữa cháy, 21 thôn ra mắt Tổ liên gia": who does something of their own. */
function isDoer(tokens: readonly Token[], { kind, to }: Figure): boolean {
  return kind === 'count' && phraseAt(tokens, to, OWN_DEEDS) > 0;
}
const OWN_DEEDS = phrases('ra mắt | thành lập | xây dựng | tổ chức | ký | đăng ký | duy trì | có | đạt');

/** "trên 40% người trong độ tuổi lao động … vào năm 2026, 55% vào năm 2027": a time closes what stands before. */
function farthest(figure: Figure, horizons: readonly Horizon[]): number {
  return horizons.some(({ to }) => to === figure.at - 1) ? 32 : 16;
}

/** 100 % cannot be exceeded. */
function isWhole(figure: Figure): boolean {
  return isPercent(figure) && figure.value >= 100;
}

function isPercent(figure: Figure): boolean {
  return figure.kind === 'percent';
}

/** From "… đạt tối thiểu các chỉ tiêu sau:" above a list. */
function listComparator(section: Section): PlanTarget['comparator'] | null {
  if (!section.carried) return null;
  for (let at = 1; at <= section.carried.length; at++) {
    const { comparator } = cueBefore(section.carried, at);
    if (comparator) return comparator;
  }
  return null;
}

interface FigureComparator {
  readonly figure: Figure;
  readonly comparator: PlanTarget['comparator'];
}

/** "từ 90% (y tế), 92% và 95% trở lên": the words behind the last figure of a run belong to all of them. */
export function closedTogether(
  tokens: readonly Token[],
  targets: readonly FigureComparator[],
): readonly FigureComparator[] {
  let behind: FigureComparator | null = null;
  return targets
    .toReversed()
    .map((target) => {
      const next: FigureComparator | null = behind;
      const isRun =
        next?.figure.closed === true &&
        !target.figure.compared &&
        target.figure.kind === next.figure.kind &&
        isNextTo(tokens, target.figure.to, next.figure.at);
      behind = isRun ? { figure: { ...target.figure, closed: true }, comparator: next.comparator } : target;
      return behind;
    })
    .toReversed();
}
