/** What each figure of a sentence is of, where several share one name or take turns over a list of names. */

import type { Figure } from '../figure/figure.ts';
import { isEachAside, LEADS } from '../figure/figure-bounds.ts';
import { leadsLength } from '../figure/figure-horizon.ts';
import { afterBracket, type TokenRange, type Turns } from '../figure/in-turn.ts';
import { phrases } from '../lexicon/phrases.ts';
import { DOES, PREDICATES, verbsFor } from '../lexicon/verbs.ts';
import type { Horizon } from '../time/horizon.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { type Subject, subjectOf } from './subject.ts';

interface Stated {
  readonly figure: Figure;
  /** Tokens its own words stand in; of a list that shares one name, the whole list. */
  readonly bounds: TokenRange;
}

/** What was spoken of last. */
export interface LastSubject {
  /** '' = nothing. */
  readonly subject: string;
  /** null = it has no figure of its own. */
  readonly unit: string | null;
}

interface Of {
  readonly subject: Subject;
  /** Only a time stands with it: its subject is that of the figure before it, or `above`. */
  readonly goesOn: boolean;
}

interface Passage {
  readonly flat: string;
  readonly tokens: readonly Token[];
  readonly horizons: readonly Horizon[];
  readonly turns: Turns | null;
}

/**
 * Figures of a sentence, in order, each with what it is of. `above` = what the sentence before or the heading speaks
 * of, for figures that say nothing but a time; '' = nothing.
 */
export function withSubjects<T extends Stated>(
  { flat, tokens, horizons, turns }: Passage,
  stated: readonly T[],
  above: LastSubject,
): readonly (T & Of)[] {
  const verbs = sharedVerbs(flat, tokens, stated);
  const own = stated.map((item, at) => {
    const subject = subjectOf(flat, tokens, item.figure, item.bounds);
    const verb = verbs[at] ?? '';
    return { ...item, subject: { ...subject, subject: `${subject.subject}${verb}` }, goesOn: false };
  });
  // "80% hồ sơ cấp tỉnh, 70% hồ sơ cấp xã được xử lý trên mạng (trừ hồ sơ mật)": left out of each.
  for (let at = own.length - 2; at >= 0; at--) {
    const [item, next] = [own[at], own[at + 1]];
    const exclusion = verbs[at] ? next?.subject.exclusion : undefined;
    if (item && exclusion)
      own[at] = { ...item, subject: { ...item.subject, exclusion: item.subject.exclusion ?? exclusion } };
  }
  const bare = stated.map((item, at) => {
    const before = stated[at - 1];
    return isBare(tokens, item, horizons, before ? { subject: '', unit: before.figure.unit } : above);
  });
  let noun = '';
  return own.map((item, at) => {
    const whole = own[at - 1];
    if (whole && isEachAside(tokens, item.bounds.from)) {
      const subject = `${whole.subject.subject} (${item.subject.subject})`;
      return {
        ...item,
        bounds: joined(own, { from: at - 1, to: at }, item.bounds),
        subject: { ...item.subject, subject },
      };
    }
    const name = nameOf(flat, tokens, item.figure, turns);
    if (name === null && !bare[at]) {
      // "85% hộ nghèo có điện thoại, 70% có Internet": the noun is written once.
      const verb = noun === '' ? null : verbOf(flat, tokens, item);
      if (verb !== null) return { ...item, subject: { ...item.subject, subject: `${noun} ${verb}` } };
      noun = item.figure.kind === 'percent' ? item.subject.subject : '';
      return item;
    }
    const inTurn = own.map(({ figure }) => turns?.numbers.includes(figure.at) === true);
    const run = name === null ? runAround(bare, at) : { from: inTurn.indexOf(true), to: inTurn.lastIndexOf(true) };
    const bounds = joined(own, run, item.bounds);
    const named = own.slice(run.from, run.to + 1).find((_, index) => !bare[run.from + index])?.subject;
    if (name === null) {
      const shared = named ?? { ...item.subject, subject: above.subject || item.subject.subject };
      const subject = { ...shared, subject: `${shared.subject}${asideOf(flat, tokens, item)}` };
      return { ...item, bounds, subject, goesOn: changes(tokens, item) === changes(tokens, stated[at - 1] ?? item) };
    }
    // "các thôn Đông, Tây lần lượt đạt 90%, 85% hộ có Internet": the words behind the last number hold for each.
    const last = own[run.to];
    const head = turns?.namesBehind ? named?.subject : last && behind(flat, tokens, last);
    return { ...item, bounds, subject: { ...item.subject, subject: head ? `${head} ${name}` : name } };
  });
}

/**
 * "45% hộ sản xuất, 90% cơ sở OCOP và 100% hợp tác xã bán hàng trên sàn": the predicate behind the last noun of a list
 * belongs to every noun. For each figure ` bán hàng trên sàn`; '' = it has its own predicate, or there is none.
 */
function sharedVerbs(flat: string, tokens: readonly Token[], stated: readonly Stated[]): readonly string[] {
  const words = (from: number, to: number): string => flat.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  let last = { noun: '', verb: '' };
  return stated
    .toReversed()
    .map(({ figure, bounds }) => {
      const { noun, verb } = last;
      last = { noun: '', verb: '' };
      if (figure.kind !== 'percent' || !isLead(tokens, bounds.from, figure.from) || bounds.to <= figure.to) return '';
      let at = figure.to + 1;
      const isNoun = (): boolean => phraseAt(tokens, at, SAID_OF_EACH) + phraseAt(tokens, at, OPENS_PHRASE) === 0;
      while (at < bounds.to && tokens[at]?.kind === 'word' && isNoun()) at++;
      const own = words(figure.to, at);
      const isPlain = at >= bounds.to;
      // Only a figure that opens its words continues the list.
      if (bounds.from >= figure.from && (isPlain || phraseAt(tokens, at, SAID_OF_EACH) > 0))
        last = isPlain ? { noun, verb } : { noun: own, verb: words(at, bounds.to).replace(/[\s.;,]+$/u, '') };
      // "5% hồ sơ trễ hạn, 3% hồ sơ phải trả lại": of the same thing each says its own.
      return isPlain && verb !== '' && !own.startsWith(`${noun} `) ? ` ${verb}` : '';
    })
    .toReversed();
}
const SAID_OF_EACH = phrases(`${verbsFor('said')} | ${verbsFor('unit')}`);
/** `60% giao dịch qua ngân hàng` has a predicate without a verb, which belongs to no other noun. */
const OPENS_PHRASE = phrases('qua | bằng | trên');

/** Nothing but words that lead to a figure. */
function isLead(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  for (let length = 1; at < to && length > 0; at += length) length = phraseAt(tokens, at, LEADS);
  return at >= to;
}

/** The predicate of those counted, where the figure opens its words and a verb follows: `có Internet`; else null. */
function verbOf(flat: string, tokens: readonly Token[], { figure, bounds }: Stated): string | null {
  const opens = figure.kind === 'percent' && bounds.from >= figure.from && phraseAt(tokens, figure.to, PREDICATES) > 0;
  return opens ? flat.slice(tokens[figure.to]?.start ?? 0, tokens[bounds.to - 1]?.end ?? 0) : null;
}

/** The figures in a run with this figure: bare figures, and the named figure before or behind them. */
function runAround(bare: readonly boolean[], at: number): TokenRange {
  let [from, to] = [at, at];
  while (from > 0 && bare[from]) from--;
  while (to + 1 < bare.length && bare[to + 1]) to++;
  // Nothing before them says of what: the words behind the last one do.
  if (bare[from] && to + 1 < bare.length) to++;
  return { from, to };
}

function joined(stated: readonly Stated[], run: TokenRange, bounds: TokenRange): TokenRange {
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
function findOpening(tokens: readonly Token[], { from, to }: TokenRange): number {
  for (let at = to - 2; at > from; at--) {
    const length = Math.max(phraseAt(tokens, at, PREDICATES), phraseAt(tokens, at, OPENS));
    // "chữ ký số" is a name.
    if (length > 0 && at + length < to && tokens[at - 1]?.key !== 'chữ') return at + length;
  }
  return from;
}
const OPENS = phrases('của | về | cho | tại | ở | trong | theo');

/** `tăng 10%`, `giảm 2 điểm`: by how much; `tăng lên 70%` says up to what. */
function changes(tokens: readonly Token[], { figure: { from, at } }: Stated): boolean {
  return phraseBefore(tokens, from, CHANGES) > 0 && findPhrase(tokens, from, at, REACHES) < 0;
}
const REACHES = phrases('lên | còn | xuống | đến | tới | đạt');
const CHANGES = phrases('tăng | giảm | tăng thêm | giảm thêm');

/**
 * A figure with only a time: "75% năm 2028", "và đến năm 2030 là 90%". A count repeats its unit and its deed: "năm 2027
 * mở 5 lớp".
 */
function isBare(
  tokens: readonly Token[],
  { figure, bounds }: Stated,
  horizons: readonly Horizon[],
  before: LastSubject,
): boolean {
  const behind = asideEnd(tokens, figure);
  const isCount = figure.kind === 'count';
  const isEmptyFrom = (from: number, to: number): boolean => isEmpty(tokens, { from, to }, horizons, isCount);
  if (!isEmptyFrom(bounds.from, figure.from) || !isEmptyFrom(behind, bounds.to)) return false;
  if (!isCount) return figure.kind === 'percent' || figure.kind === 'points';
  const isTimed = horizons.some(({ from, to }) => from >= bounds.from && to <= bounds.to);
  const isSameUnit = before.unit === null ? before.subject.includes(figure.unit) : before.unit === figure.unit;
  return isTimed && isSameUnit;
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

function isEmpty(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  horizons: readonly Horizon[],
  isCount: boolean,
): boolean {
  for (let at = from; at < to; ) {
    const time = horizons.find((horizon) => horizon.from - leadsLength(tokens, horizon.from) <= at && at < horizon.to);
    const words = Math.max(phraseAt(tokens, at, SAYS_NOTHING), isCount ? phraseAt(tokens, at, DOES) : 0);
    const step = time ? time.to - at : words;
    if (step === 0) return false;
    at += step;
  }
  return true;
}
const SAYS_NOTHING = phrases(
  'hoàn thành | bảo đảm | đảm bảo | thực hiện | trong đó | cụ thể | cụ thể là | tăng lên | nâng lên | tiếp tục | tỷ lệ này | tỷ lệ đó | con số này | con số đó | , | và | : | . | ( | ) | - | + | là | đạt | có | lên | phấn đấu | duy trì | còn | giảm | tăng | phải | trở lên | trở xuống | đến | vào | trong | hết | riêng | cuối | các | với | lần lượt | tương ứng | theo thứ tự | chỉ tiêu | mục tiêu',
);
