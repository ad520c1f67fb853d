/**
 * What a plan wants of one thing by several days ("60% … đến năm 2026, 80% đến năm 2030"), put together: one criterion,
 * not one for each figure.
 */
import type { PlanTarget } from '../../plan/finding.ts';
import { squashKey } from '../../text/text.ts';
import { isLower, type Wording, wordingOf } from './criterion-of-target.ts';

interface Thing {
  /** By their days, one for each; a figure without a day comes last. */
  readonly horizons: readonly PlanTarget[];
  readonly wording: Wording;
  /** The plan has two figures of it for one day. */
  readonly twofold: boolean;
}

interface Worded {
  readonly target: PlanTarget;
  readonly wording: Wording;
  /** Nothing but a time stands behind its figure: what it is of, another figure of the sentence says. */
  readonly bare: boolean;
}

/** In the order of their first figures. */
export function horizonsOfThings(targets: readonly PlanTarget[]): Thing[] {
  const things: Worded[][] = [];
  for (const target of targets) {
    const wording = wordingOf(target);
    const one = { target, wording: withoutTime(wording), bare: isBare(target) };
    const same = things.find((others) => others.some((other) => isSame(other, one)));
    if (same) same.push(one);
    else things.push([{ ...one, wording }]);
  }
  return things.map(thingOf);
}

function thingOf(same: readonly Worded[]): Thing {
  const inTurn = same
    .map(({ target }) => target)
    .toSorted((a, b) => (a.deadline ?? END).localeCompare(b.deadline ?? END));
  const horizons = inTurn.filter((one, at) => at === 0 || one.deadline !== inTurn[at - 1]?.deadline);
  const figures = new Set(inTurn.map(({ deadline, comparator, value }) => [deadline, comparator, value].join(' ')));
  const { wording } = same.find(({ bare }) => !bare) ?? (same[0] as Worded);
  return {
    horizons,
    wording: horizons.length > 1 ? withoutTime(wording) : wording,
    twofold: figures.size > horizons.length,
  };
}

/** Behind all days. */
const END = '9999';

function isSame(one: Worded, other: Worded): boolean {
  const [a, b] = [one.target, other.target];
  if (a.unit !== b.unit || isLower(a) !== isLower(b)) return false;
  if (squashKey(withoutTime(one.wording).title) === squashKey(withoutTime(other.wording).title)) return true;
  return (
    overlap(a, b) &&
    a.deadline !== b.deadline &&
    (one.bare || other.bare) &&
    squashKey(a.subject) === squashKey(b.subject)
  );
}

/** The words of one hold words of the other: they share a sentence. */
function overlap(a: PlanTarget, b: PlanTarget): boolean {
  return a.offset < b.offset + b.text.length && b.offset < a.offset + a.text.length;
}

const TIME = String.raw`(?:(?:vào|đến|tới|trong|hết|cuối|riêng|các|là)\s+)*(?:năm|tháng|quý|giai đoạn)\s+[\dIVX][\dIVX\/ ,–-]*(?:năm\s+20\d\d)?`;
const BEHIND = new RegExp(
  String.raw`^\s?%?[\s,;.)]*(?:${TIME})?[\s,;.)]*(?:(?:và|lên|đạt|${TIME}|:)\s*)*(?:\d|$)`,
  'iu',
);
const ENDS = new RegExp(String.raw`(?:[\s,;(]+${TIME}(?:\s*:\s*[\d.,]+\s*%?)?\)?)+$`, 'iu');

function isBare({ text, offset, figureOffset }: PlanTarget): boolean {
  const figure = text.slice(Math.max(0, figureOffset - offset));
  return BEHIND.test(figure.replace(/^[\d.,]*\d/u, ''));
}

/** `hộ gia đình có cáp quang đến năm 2026` is the same thing in 2030. */
function withoutTime({ title, numerator, denominator }: Wording): Wording {
  const bare = (words: string) => words.replace(ENDS, '');
  return { title: bare(title), numerator: bare(numerator), denominator: bare(denominator) };
}
