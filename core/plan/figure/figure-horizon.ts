/** By when a figure is wanted: which of the times its sentence states is its own. */

import { DEEDS } from '../lexicon/deeds.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import type { Horizon } from '../time/horizon.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { type Bracket, bracketsOf, isWithin } from '../words/brackets.ts';
import { clauseStart } from '../words/clause.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import type { Figure } from './figure.ts';
import { IN_TURN, isNextTo } from './in-turn.ts';

/**
 * For each figure of a sentence the day it is wanted by, null = the sentence does not say: a time close behind it
 * ("80% vào năm 2025"), else the one stated before it.
 */
export function horizonsByFigure(
  tokens: readonly Token[],
  figures: readonly Figure[],
  horizons: readonly Horizon[],
  period: PlanPeriod,
): (figure: Figure) => string | null {
  if (horizons.length === 0) return () => null;
  const brackets = bracketsOf(tokens).map((bracket) => ({
    ...bracket,
    hasFigure: figures.some(({ at }) => isWithin(bracket, at)),
  }));
  const usable = horizons
    .filter(
      ({ from, day }) =>
        (period.from === null || day >= period.from) && !(isLater(day, period) && isInName(tokens, from)),
    )
    .map((horizon) => ({
      ...horizon,
      // "đạt 40% (năm 2025: 22%)": a time in a bracket belongs only to the figures in the bracket.
      within: brackets.filter((bracket) => bracket.hasFigure && isWithin(bracket, horizon.from)),
      leads: leadsTo(tokens, horizon.from),
      isNext: isOfNext(
        tokens,
        horizon,
        figures.find(({ at }) => at >= horizon.to),
      ),
    }));
  const trailingStyle = !usable.some(({ from }) => from < (figures[0]?.at ?? 0));
  return (figure) => {
    const own = usable.filter(({ within }) => within.every((bracket) => isWithin(bracket, figure.at)));
    const inTurn = inTurnFor(tokens, figure, figures, own);
    if (inTurn) return inTurn;
    const next = nextOf(figures, brackets, figure, tokens);
    const behind = own.find(
      (horizon) =>
        horizon.from >= figure.to &&
        horizon.from < next &&
        !horizon.isNext &&
        !tokens.slice(figure.to, horizon.from).some(({ key }) => key === ':') &&
        // "lên 70%, phần còn lại xong trước 31/3/2027": of the others.
        (horizon.leads || isClose(tokens, figure, horizon)),
    );
    // "05 công trình và 26 km mương, đều hoàn thành trước ngày …"
    const ahead = own.filter(({ from }) => from >= figure.to);
    const ofAll = ahead.find(
      (horizon, at) => isOfAll(tokens, horizon) || (at === 0 && endsAll(tokens, figure, figures, horizon)),
    );
    if (ofAll) return ofAll.day;
    const before = own.findLast((horizon) => horizon.from < figure.at && !isOfDeed(tokens, horizon));
    if (behind && (trailingStyle || isClose(tokens, figure, behind))) return lastBeside(tokens, own, behind).day;
    const last = lastJoined(tokens, figures, figure);
    const shared = own.find((horizon) => horizon.from >= last.to && horizon.leads && isClose(tokens, last, horizon));
    return (before ?? behind ?? (last === figure ? undefined : shared))?.day ?? null;
  };
}

/**
 * "Trồng 2.500 cây bóng mát và 6 km đường hoa trước ngày …", "cắt giảm 30% thời gian đối với 10 thủ tục trước ngày …":
 * the last that the same verb counts.
 */
function lastJoined(tokens: readonly Token[], figures: readonly Figure[], figure: Figure): Figure {
  let last = figure;
  for (const next of figures.slice(figures.indexOf(figure) + 1)) {
    const between = tokens.slice(last.to, next.from);
    const marks = between.filter(
      ({ kind, key }) => (kind === 'mark' && !/^[“”"]$/.test(key)) || kind === 'number' || key === 'và',
    );
    const isBeside = marks.length === 1 && marks[0]?.key === 'và' && between.at(-1)?.key === 'và';
    const isObject = next.kind !== 'percent' && (isBeside ? last.kind !== 'percent' : marks.length === 0);
    if (!isObject) break;
    last = next;
  }
  return last;
}

function isLater(day: string, { to }: PlanPeriod): boolean {
  return to !== null && day.slice(0, 4) > to.slice(0, 4);
}

/** "khám sức khỏe nghĩa vụ quân sự năm 2027 đạt 97%": a year behind a noun, led to by nothing. */
function isInName(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1];
  // "các năm 2026, 2027, 2028 lần lượt đạt …": years of a list name nothing.
  return before?.kind === 'word' && before.key !== 'các' && phraseBefore(tokens, from, TIME_LEADS) === 0;
}

function isOfAll(tokens: readonly Token[], { from }: Horizon): boolean {
  return findPhrase(tokens, from - FARTHEST_ALL, from, ALL_OF_THEM) >= 0;
}
/** "Mở 04 quầy, lắp 02 máy, đưa vào sử dụng trước ngày …": done with all that is counted before it, each by its own verb. */
function endsAll(tokens: readonly Token[], figure: Figure, figures: readonly Figure[], { from }: Horizon): boolean {
  const closes = findPhrase(tokens, from - FARTHEST_PUT, from, PUT_TO_USE);
  // "…, hoàn thành hồ sơ trước ngày …": of that alone.
  if (closes < 0 || phraseAt(tokens, closes + phraseAt(tokens, closes, PUT_TO_USE), LEADS) === 0) return false;
  return figures.every(({ at, kind }) => at < figure.at || at >= from || (at < closes && kind !== 'percent'));
}
const FARTHEST_PUT = 8;
const PUT_TO_USE = phrases(
  ', đưa vào sử dụng | , đưa vào hoạt động | , đưa vào vận hành | , đưa vào khai thác | , hoàn thành | , xong',
);
const FARTHEST_ALL = 5;
const ALL_OF_THEM = phrases('đều hoàn thành | đều xong | đều phải | tất cả hoàn thành | tất cả xong');

/** First token of the next figure; a figure in brackets only explains and does not count. */
function nextOf(
  figures: readonly Figure[],
  brackets: readonly Bracket[],
  figure: Figure,
  tokens: readonly Token[],
): number {
  const isAside = (at: number): boolean =>
    brackets.some((bracket) => isWithin(bracket, at) && !isWithin(bracket, figure.at));
  return figures.find(({ from, at }) => from >= figure.to && !isAside(at))?.from ?? tokens.length;
}

/** In the clause of the figure itself: no comma between. */
function isClose(tokens: readonly Token[], figure: Figure, { from }: Horizon): boolean {
  return tokens.slice(figure.to, from).every(({ key }) => key !== ',' && key !== ';' && key !== 'và');
}

/** "các năm 2026, 2027, 2028 lần lượt đạt 50%, 60%, 70%": as many times as figures, one behind the other. */
function inTurnFor(
  tokens: readonly Token[],
  figure: Figure,
  figures: readonly Figure[],
  horizons: readonly Horizon[],
): string | null {
  if (horizons.length < 2 || horizons.length !== figures.length) return null;
  if (findPhrase(tokens, 0, tokens.length, IN_TURN) < 0 && !(isList(tokens, horizons) && isRun(tokens, figures)))
    return null;
  const [first, last] = [figures[0], figures.at(-1)];
  const apart =
    horizons.every(({ to }) => to <= (first?.at ?? 0)) || horizons.every(({ from }) => from >= (last?.to ?? 0));
  return apart ? (horizons[figures.indexOf(figure)]?.day ?? null) : null;
}

/** "ký giao ước trước ngày 15/3, mỗi cụm tổ chức 02 cuộc": the day of what is due ends with its clause. */
function isOfDeed(tokens: readonly Token[], { from, to }: Horizon): boolean {
  if (tokens[to]?.key !== ',') return false;
  const start = clauseStart(tokens, from);
  return DEEDS.some(([, words]) => findPhrase(tokens, start, from, words) >= 0);
}

/** `30%, 50% và 70%`: figures that stand side by side. */
function isRun(tokens: readonly Token[], figures: readonly Figure[]): boolean {
  return figures.every(({ from }, at) => {
    const before = figures[at - 1];
    return !before || isNextTo(tokens, before.to, from);
  });
}

/** `02 hội nghị trong quý I và quý III`: all of them by the last of times side by side. */
function lastBeside(tokens: readonly Token[], horizons: readonly Horizon[], first: Horizon): Horizon {
  const run = horizons.slice(horizons.indexOf(first));
  const length = run.findIndex((_, at) => !isList(tokens, run.slice(0, at + 1)));
  return run[(length < 0 ? run.length : length) - 1] ?? first;
}

/** `các năm 2028 và 2030`: times that stand side by side. */
function isList(tokens: readonly Token[], horizons: readonly Horizon[]): boolean {
  return horizons.every(({ from }, at) => {
    const before = horizons[at - 1];
    return !before || (from - before.to === 1 && /^(?:,|và)$/.test(tokens[before.to]?.key ?? ''));
  });
}

/** "50% và đến năm 2030 là 80%": nothing but carrying words between a time and the figure it is for. */
export function introduces(tokens: readonly Token[], horizon: Horizon, figure: Figure | undefined): boolean {
  if (!figure || figure.at < horizon.to || figure.at - horizon.to > 4) return false;
  let at = horizon.to;
  const length = (): number => Math.max(phraseAt(tokens, at, CARRIES), phraseAt(tokens, at, DOES));
  while (at < figure.at && length() > 0) at += length();
  return at >= Math.min(figure.from, figure.at);
}
/** "xóa 14 điểm, riêng quý I xóa 5 điểm": of what follows. */
function isOfNext(tokens: readonly Token[], horizon: Horizon, figure: Figure | undefined): boolean {
  const isApart = tokens[horizon.from - 1]?.key === 'riêng' && figure !== undefined;
  if (isApart && tokens.slice(horizon.to, figure.at).every(({ kind }) => kind === 'word')) return true;
  return introduces(tokens, horizon, figure);
}
const CARRIES = phrases('là | đạt | : | ) | trở đi | phấn đấu | phải đạt | lên | còn | có');

/** `vào năm 2025`, `trước ngày …`, `(năm 2025)`; not `theo Kế hoạch năm 2025`. */
function leadsTo(tokens: readonly Token[], from: number): boolean {
  if (tokens[from - 1]?.key === 'đó') return false;
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) if (phraseAt(tokens, at, LEADS) > 0) return true;
  return false;
}
/** Words before a time that lead to it, if any. */
export function leadsLength(tokens: readonly Token[], from: number): number {
  return phraseBefore(tokens, from, TIME_LEADS);
}
const TIME_LEADS = phrases('đến | đến hết | tới | vào | trong | đến cuối | cuối | riêng | hết');
const LEADS = phrases('đến | đến hết | trong | vào | cuối | hết | trước | xong | ( | tới | , | nhất | chót');
