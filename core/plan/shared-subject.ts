/** What each figure of a sentence is of, where several share one name or take turns over a list of names. */
import type { Figure } from './figure.ts';
import { leadsLength } from './figure-horizon.ts';
import type { Horizon } from './horizon.ts';
import { afterBracket, type Span, type Turns } from './in-turn.ts';
import { PREDICATES, type Subject, subjectOf } from './subject.ts';
import { phraseAt, phrases, type Token } from './token.ts';

interface Stated {
  readonly figure: Figure;
  /** Tokens its own words stand in; of a list that shares one name, the whole list. */
  readonly bounds: Span;
}

/**
 * Figures of a sentence, in order, each with what it is of. `above` = what the sentence before or the heading speaks
 * of, for figures that say nothing but a time; '' = nothing.
 */
export function withSubjects<T extends Stated>(
  flat: string,
  tokens: readonly Token[],
  stated: readonly T[],
  horizons: readonly Horizon[],
  turns: Turns | null,
  above: string,
): readonly (T & { readonly subject: Subject })[] {
  const own = stated.map((one) => ({ ...one, subject: subjectOf(flat, tokens, one.figure, one.bounds) }));
  const bare = stated.map((one) => isBare(tokens, one, horizons));
  let noun = '';
  return own.map((one, at) => {
    const name = nameOf(flat, tokens, one.figure, turns);
    if (name === null && !bare[at]) {
      // "85% hộ nghèo có điện thoại, 70% có Internet": who they are is said once.
      const verb = noun === '' ? null : verbOf(flat, tokens, one);
      if (verb !== null) return { ...one, subject: { ...one.subject, subject: `${noun} ${verb}` } };
      noun = one.figure.kind === 'percent' ? one.subject.subject : '';
      return one;
    }
    const inTurn = own.map(({ figure }) => turns?.numbers.includes(figure.at) === true);
    const run = name === null ? runAround(bare, at) : { from: inTurn.indexOf(true), to: inTurn.lastIndexOf(true) };
    const bounds = joined(own, run, one.bounds);
    const named = own.slice(run.from, run.to + 1).find((_, index) => !bare[run.from + index])?.subject;
    if (name === null) {
      const shared = named ?? { ...one.subject, subject: above || one.subject.subject };
      return { ...one, bounds, subject: { ...shared, subject: `${shared.subject}${asideOf(flat, tokens, one)}` } };
    }
    // "các thôn Đông, Tây lần lượt đạt 90%, 85% hộ có Internet": the words behind the last number hold for each.
    const last = own[run.to];
    const head = turns?.namesBehind ? named?.subject : last && behind(flat, tokens, last);
    return { ...one, bounds, subject: { ...one.subject, subject: head ? `${head} ${name}` : name } };
  });
}

/** What is said of those counted, where the figure opens its words and a verb follows: `có Internet`; else null. */
function verbOf(flat: string, tokens: readonly Token[], { figure, bounds }: Stated): string | null {
  const opens = figure.kind === 'percent' && bounds.from >= figure.from && phraseAt(tokens, figure.to, PREDICATES) > 0;
  return opens ? flat.slice(tokens[figure.to]?.start ?? 0, tokens[bounds.to - 1]?.end ?? 0) : null;
}

/** The figures that stand together with this one: bare ones, and the one before or behind them that is named. */
function runAround(bare: readonly boolean[], at: number): Span {
  let [from, to] = [at, at];
  while (from > 0 && bare[from]) from--;
  while (to + 1 < bare.length && bare[to + 1]) to++;
  // Nothing before them says of what: the words behind the last one do.
  if (bare[from] && to + 1 < bare.length) to++;
  return { from, to };
}

function joined(stated: readonly Stated[], run: Span, bounds: Span): Span {
  return { from: stated[run.from]?.bounds.from ?? bounds.from, to: stated[run.to]?.bounds.to ?? bounds.to };
}

function behind(flat: string, tokens: readonly Token[], { figure, bounds }: Stated): string {
  if (figure.kind !== 'percent' || tokens[figure.to]?.kind !== 'word') return '';
  return flat.slice(tokens[figure.to]?.start ?? 0, tokens[bounds.to - 1]?.end ?? 0);
}

/** The name a figure takes its turn on; what the first name opens ("Tỷ lệ người dân có …") holds for the others. */
function nameOf(flat: string, tokens: readonly Token[], figure: Figure, turns: Turns | null): string | null {
  const at = turns?.numbers.indexOf(figure.at) ?? -1;
  const span = turns?.names?.[at];
  const first = turns?.names?.[0];
  if (!span || !first) return null;
  const words = (from: number, to: number): string => flat.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  const name = words(span.from, span.to);
  if (at === 0 || phraseAt(tokens, first.from, COUNTS) === 0 || phraseAt(tokens, span.from, COUNTS) > 0) return name;
  const isWhole = findOpening(tokens, span) > span.from;
  const opened = isWhole ? first.from + phraseAt(tokens, first.from, COUNTS) : findOpening(tokens, first);
  return `${words(first.from, Math.max(opened, first.from + phraseAt(tokens, first.from, COUNTS)))} ${name}`;
}
const COUNTS = phrases('tỷ lệ | số | số lượng');

/** Behind the last verb or preposition of a name: `Tỷ lệ người dân có | tài khoản`; its start when it has none. */
function findOpening(tokens: readonly Token[], { from, to }: Span): number {
  for (let at = to - 2; at > from; at--) {
    const length = Math.max(phraseAt(tokens, at, PREDICATES), phraseAt(tokens, at, OPENS));
    // "chữ ký số" is a name.
    if (length > 0 && at + length < to && tokens[at - 1]?.key !== 'chữ') return at + length;
  }
  return from;
}
const OPENS = phrases('của | về | cho | tại | ở | trong | theo');

/** A share whose own words are a time at most: "75% năm 2028", "và đến năm 2030 là 90%". */
function isBare(tokens: readonly Token[], { figure, bounds }: Stated, horizons: readonly Horizon[]): boolean {
  if (figure.kind !== 'percent' && figure.kind !== 'points') return false;
  const behind = asideEnd(tokens, figure);
  return isEmpty(tokens, bounds.from, figure.from, horizons) && isEmpty(tokens, behind, bounds.to, horizons);
}

/** `90% (y tế), 92% (giáo dục)`: the bracket says which. */
function asideEnd(tokens: readonly Token[], { to }: Figure): number {
  const end = afterBracket(tokens, to);
  return tokens.slice(to, end).some(({ kind }) => kind === 'number' || kind === 'slash') ? to : end;
}

function asideOf(flat: string, tokens: readonly Token[], { figure }: Stated): string {
  const end = asideEnd(tokens, figure);
  return end > figure.to ? ` ${flat.slice(tokens[figure.to]?.start ?? 0, tokens[end - 1]?.end ?? 0)}` : '';
}

function isEmpty(tokens: readonly Token[], from: number, to: number, horizons: readonly Horizon[]): boolean {
  for (let at = from; at < to; ) {
    const time = horizons.find((one) => one.from - leadsLength(tokens, one.from) <= at && at < one.to);
    const step = time ? time.to - at : phraseAt(tokens, at, SAYS_NOTHING);
    if (step === 0) return false;
    at += step;
  }
  return true;
}
const SAYS_NOTHING = phrases(
  ', | và | : | . | ( | ) | - | + | là | đạt | có | lên | phấn đấu | duy trì | còn | giảm | tăng | phải | trở lên | trở xuống | đến | vào | trong | hết | riêng | cuối | các | với | lần lượt | tương ứng | theo thứ tự | chỉ tiêu | mục tiêu',
);
