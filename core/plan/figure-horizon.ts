/** By when a figure is wanted: which of the times its sentence states is its own. */
import { bracketsOf, isWithin } from './brackets.ts';
import type { Figure } from './figure.ts';
import type { Horizon } from './horizon.ts';
import type { Period } from './targets.ts';
import { findPhrase, phraseAt, phraseBefore, phrases, type Token } from './token.ts';

const PERIOD_NAMES = phrases('giai đoạn');

/** The horizon stated before the figure; where the sentence states it behind ("đạt 80% vào năm 2025"), that one. */
export function horizonFor(
  tokens: readonly Token[],
  figure: Figure,
  figures: readonly Figure[],
  horizons: readonly Horizon[],
  period: Period,
): string | null {
  const brackets = bracketsOf(tokens);
  const usable = horizons.filter(
    ({ from, day }) =>
      (period.from === null || day >= period.from) &&
      !(tokens[from]?.kind === 'years' && phraseAt(tokens, from - 1, PERIOD_NAMES) > 0 && from > 2) &&
      // "đạt 40% (năm 2025: 22%)": what a bracket says of its own figures holds for them alone.
      brackets.every(
        (bracket) =>
          !isWithin(bracket, from) || isWithin(bracket, figure.at) || !figures.some(({ at }) => isWithin(bracket, at)),
      ),
  );
  const inTurn = inTurnFor(tokens, figure, figures, usable);
  if (inTurn) return inTurn;
  const isAside = (at: number): boolean =>
    brackets.some((bracket) => isWithin(bracket, at) && !isWithin(bracket, figure.at));
  const next = figures.find(({ from, at }) => from >= figure.to && !isAside(at))?.from ?? tokens.length;
  const yearEnd = findPhrase(tokens, figure.to, next, YEAR_END);
  // "…, 100% vào cuối năm": the plan's own year.
  if (yearEnd >= 0 && tokens[yearEnd + 2]?.kind !== 'number' && period.from?.slice(0, 4) === period.to?.slice(0, 4))
    return period.to;
  const behind = usable.find(
    (horizon) =>
      horizon.from >= figure.to &&
      horizon.from < next &&
      leadsTo(tokens, horizon.from) &&
      !introduces(
        tokens,
        horizon,
        figures.find(({ at }) => at >= horizon.to),
      ),
  );
  const before = usable.findLast(({ from }) => from < figure.at);
  const trailingStyle = !usable.some(({ from }) => from < (figures[0]?.at ?? 0));
  if (trailingStyle && behind) return behind.day;
  return (before ?? behind)?.day ?? null;
}

const IN_TURN = phrases('lần lượt | tương ứng');

/** "các năm 2026, 2027, 2028 lần lượt đạt 50%, 60%, 70%": as many times as figures, one behind the other. */
function inTurnFor(
  tokens: readonly Token[],
  figure: Figure,
  figures: readonly Figure[],
  horizons: readonly Horizon[],
): string | null {
  if (horizons.length < 2 || horizons.length !== figures.length) return null;
  if (findPhrase(tokens, 0, tokens.length, IN_TURN) < 0) return null;
  const [first, last] = [figures[0], figures.at(-1)];
  const apart =
    horizons.every(({ to }) => to <= (first?.at ?? 0)) || horizons.every(({ from }) => from >= (last?.to ?? 0));
  return apart ? (horizons[figures.indexOf(figure)]?.day ?? null) : null;
}

/** "50% và đến năm 2030 là 80%": nothing but carrying words between a time and the figure it is for. */
export function introduces(tokens: readonly Token[], horizon: Horizon, figure: Figure | undefined): boolean {
  if (!figure || figure.at - horizon.to > 4) return false;
  let at = horizon.to;
  while (at < figure.at && phraseAt(tokens, at, CARRIES) > 0) at += phraseAt(tokens, at, CARRIES);
  return at >= Math.min(figure.from, figure.at);
}
const CARRIES = phrases('là | đạt | : | phấn đấu | phải đạt | lên | còn | có');

/** `vào năm 2025`, `trước ngày …`, `(năm 2025)`; not `theo Kế hoạch năm 2025`. */
function leadsTo(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) if (phraseAt(tokens, at, LEADS) > 0) return true;
  return false;
}
/** Words before a time that lead to it, if any. */
export function leadsLength(tokens: readonly Token[], from: number): number {
  return phraseBefore(tokens, from, TIME_LEADS);
}
const TIME_LEADS = phrases('đến | đến hết | tới | vào | trong | đến cuối | cuối | riêng | hết');
const YEAR_END = phrases('cuối năm');
const LEADS = phrases('đến | đến hết | trong | vào | cuối | hết | trước | xong | ( | tới | ,');
