/** Targets and quotas of a part of the plan: the figures of its sentences, each on its own. */
import { cueBefore, type Figure, figuresOf } from './figure.ts';
import type { Place, PlanQuota, PlanTarget } from './finding.ts';
import { type Horizon, horizonsOf } from './horizon.ts';
import { obliges } from './obliging.ts';
import type { PlanText } from './plan-text.ts';
import { openQuotaOf, quotaOf } from './quota.ts';
import type { Section } from './section.ts';
import type { Sentence } from './sentence.ts';
import { clauseStart, cuesOf, isTold } from './stance.ts';
import { subjectOf } from './subject.ts';
import { findPhrase, phraseAt, phraseBefore, phrases, type Token } from './token.ts';

export interface Figures {
  readonly targets: readonly PlanTarget[];
  readonly quotas: readonly PlanQuota[];
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

interface Chosen {
  readonly targets: readonly { readonly figure: Figure; readonly comparator: PlanTarget['comparator'] }[];
  readonly quotas: readonly { readonly figure: Figure; readonly quota: Omit<PlanQuota, keyof Place> }[];
}

/** Targets and quotas of the sentences of one part; no more sentences are read once there are `most` targets. */
export function figuresIn(text: PlanText, sentences: readonly Sentence[], period: Period, most: number): Figures {
  const targets: PlanTarget[] = [];
  const quotas: PlanQuota[] = [];
  for (const sentence of sentences) {
    if (targets.length >= most) break;
    const found = figuresOfSentence(text, sentence, period);
    targets.push(...found.targets);
    quotas.push(...found.quotas);
  }
  return { targets, quotas };
}

function figuresOfSentence(text: PlanText, sentence: Sentence, period: Period): Figures {
  const { tokens, section } = sentence;
  const figures = figuresOf(tokens);
  if (figures.length === 0) return { targets: [], quotas: openQuota(text, sentence) };
  const horizons = horizonsOf(tokens, onlyYear(period));
  const { targets, quotas } = choose(sentence, figures, horizons, period);
  if (targets.length + quotas.length === 0) return { targets: [], quotas: openQuota(text, sentence) };
  const chosen = [...targets, ...quotas].map(({ figure }) => figure).sort((a, b) => a.at - b.at);
  const bounds = boundsOf(tokens, chosen);
  const boundOf = (figure: Figure): Bounds => bounds.get(figure) ?? { from: 0, to: tokens.length };
  return {
    targets: targets.map(({ figure, comparator }) => ({
      ...placeOf(text, sentence, boundOf(figure)),
      ...subjectOf(text.flat, tokens, figure, boundOf(figure)),
      comparator,
      value: figure.value,
      valueMax: figure.valueMax,
      unit: figure.unit,
      deadline: horizonFor(tokens, figure, figures, horizons, period) ?? section.horizon ?? period.to,
      kind: section.topic === 'standard' || figure.kind === 'points' ? 'award-threshold' : 'numeric',
      figureOffset: text.offsetOf(tokens[figure.at]?.start ?? sentence.start),
    })),
    quotas: quotas.map(({ figure, quota }) => ({ ...placeOf(text, sentence, boundOf(figure)), ...quota })),
  };
}

/** What a sentence without a number of places gives, if it gives anything. */
function openQuota(text: PlanText, sentence: Sentence): PlanQuota[] {
  const open = openQuotaOf(sentence.tokens, sentence.section);
  return open ? [{ ...placeOf(text, sentence, { from: 0, to: sentence.tokens.length }), ...open }] : [];
}

/** The year of a plan for one year: "quý II" then needs no year. */
function onlyYear({ from, to }: Period): number | null {
  const year = to?.slice(0, 4);
  return year !== undefined && from?.slice(0, 4) === year ? Number(year) : null;
}

/**
 * Sorts the figures of a sentence into targets, quotas and what only tells; comparators are carried along its lists.
 */
function choose(
  { tokens, section }: Sentence,
  figures: readonly Figure[],
  horizons: readonly Horizon[],
  period: Period,
): Chosen {
  const targets: Chosen['targets'][number][] = [];
  const quotas: Chosen['quotas'][number][] = [];
  const since = period.from === null ? null : Number(period.from.slice(0, 4));
  const cues = cuesOf(tokens, horizons, since);
  let previous: Figure | null = null;
  let taken: Figure | null = null;
  let comparator: PlanTarget['comparator'] | null = null;
  for (const figure of figures) {
    const told: boolean =
      phraseAt(tokens, figure.to, NOT_CONSIDERED) > 0 ||
      isGrowth(tokens, figure, taken) ||
      !Number.isFinite(figure.value) ||
      isTold(tokens, figure, figures, cues, section, since);
    const carried: PlanTarget['comparator'] | null = told ? null : carriedFor(tokens, figure, previous, comparator);
    const quota: ReturnType<typeof quotaOf> = told
      ? 'within'
      : quotaOf(tokens, carried ? { ...figure, comparator: carried } : figure, section);
    const target: boolean = quota === null && obliges(tokens, figure, section, taken);
    if (quota !== null && quota !== 'within') quotas.push({ figure, quota });
    if (target) targets.push({ figure, comparator: comparatorOf(figure, carried, section) });
    taken = target ? figure : null;
    comparator = quota === 'within' ? null : carriesComparator(figure) ? figure.comparator : carried;
    previous = figure;
  }
  return { targets, quotas };
}

/** "đạt dưới 70 điểm không xét khen": what shuts out is nothing to reach. */
const NOT_CONSIDERED = phrases('không xét | không được xét | thì không | không khen | không đề nghị');

/** "90% hộ có Internet, tăng 15% so với năm 2025": the growth only explains the target before it. */
function isGrowth(tokens: readonly Token[], figure: Figure, taken: Figure | null): boolean {
  if (taken?.kind !== 'percent' || figure.compared || phraseBefore(tokens, figure.from, GROWTH) === 0) return false;
  return phraseAt(tokens, figure.to, AGAINST) > 0 && tokens[figure.from - 2]?.key === ',';
}
const GROWTH = phrases('tăng | giảm');
const AGAINST = phrases('so với | so');

function comparatorOf(
  figure: Figure,
  carried: PlanTarget['comparator'] | null,
  section: Section,
): PlanTarget['comparator'] {
  if (figure.compared || figure.fromWord) return figure.comparator;
  return carried ?? listComparator(section, figure) ?? '=';
}

function carriesComparator(figure: Figure): boolean {
  return figure.compared && figure.comparator !== 'range' && figure.comparator !== 'rank<=';
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * "trên 70% hộ, 50% thôn": a bare number right behind a comma or "và" takes the comparator over; 100 % cannot be
 * exceeded.
 */
function carriedFor(
  tokens: readonly Token[],
  figure: Figure,
  previous: Figure | null,
  comparator: PlanTarget['comparator'] | null,
): PlanTarget['comparator'] | null {
  if (!previous || !comparator || figure.compared || figure.fromWord || figure.from !== figure.at) return null;
  const joint = tokens[figure.at - 1]?.key;
  if (joint !== ',' && joint !== 'và' && joint !== 'hoặc') return null;
  if (figure.at - previous.to > 16 || isPercent(figure) !== isPercent(previous)) return null;
  return figure.kind === 'percent' && figure.value >= 100 ? null : comparator;
}

function isPercent(figure: Figure): boolean {
  return figure.kind === 'percent';
}

/** From "… đạt tối thiểu các chỉ tiêu sau:" above a list. */
function listComparator(section: Section, figure: Figure): PlanTarget['comparator'] | null {
  if (!section.carried || figure.from !== figure.at) return null;
  for (let at = 1; at <= section.carried.length; at++) {
    const { comparator } = cueBefore(section.carried, at);
    if (comparator) return comparator;
  }
  return null;
}

const JOINTS = phrases(', | và | : | ; | đồng thời | trong đó | cũng như | hoặc');

/** Which tokens belong to which figure: parted at the comma or "và" before the next figure's own words. */
function boundsOf(
  tokens: readonly Token[],
  figures: readonly Figure[],
): ReadonlyMap<Figure, { from: number; to: number }> {
  const bounds = new Map<Figure, { from: number; to: number }>();
  let from = 0;
  figures.forEach((figure, index) => {
    const next = figures[index + 1];
    const to = next ? partingBetween(tokens, figure, next) : tokens.length;
    bounds.set(figure, { from, to });
    from = to + (next ? phraseAt(tokens, to, JOINTS) : 0);
  });
  return bounds;
}

function partingBetween(tokens: readonly Token[], figure: Figure, next: Figure): number {
  const numberFirst = phraseAt(tokens, next.from - 1, JOINTS) > 0;
  if (numberFirst) return Math.max(figure.to, next.from - 1);
  for (let at = figure.to; at < next.from; at++)
    if (phraseAt(tokens, at, JOINTS) > 0 && tokens[at]?.key !== ':') return at;
  return Math.max(figure.to, Math.min(next.from, clauseStart(tokens, next.from)));
}

const LEADING_WORDS = phrases('và | hoặc | đồng thời | trong đó | cũng như | , | : | ( | ) | -');

function placeOf(text: PlanText, sentence: Sentence, bounds: { readonly from: number; readonly to: number }): Place {
  const { tokens, section } = sentence;
  let { from } = bounds;
  for (
    let length = phraseAt(tokens, from, LEADING_WORDS);
    length > 0 && from + length < bounds.to;
    length = phraseAt(tokens, from, LEADING_WORDS)
  )
    from += length;
  const start = tokens[from]?.start ?? sentence.start;
  const end = tokens[bounds.to - 1]?.end ?? sentence.end;
  return {
    text: text.flat.slice(start, end).replace(/[\s,:;.]+$/, ''),
    section: section.section,
    offset: text.offsetOf(start),
  };
}

const PERIOD_NAMES = phrases('giai đoạn');

/** The horizon stated before the figure; where the sentence states it behind ("đạt 80% vào năm 2025"), that one. */
function horizonFor(
  tokens: readonly Token[],
  figure: Figure,
  figures: readonly Figure[],
  horizons: readonly Horizon[],
  period: Period,
): string | null {
  const usable = horizons.filter(
    ({ from, day }) =>
      (period.from === null || day >= period.from) &&
      !(tokens[from]?.kind === 'years' && phraseAt(tokens, from - 1, PERIOD_NAMES) > 0 && from > 2),
  );
  const inTurn = inTurnFor(tokens, figure, figures, usable);
  if (inTurn) return inTurn;
  const next = figures[figures.indexOf(figure) + 1]?.from ?? tokens.length;
  const yearEnd = findPhrase(tokens, figure.to, next, YEAR_END);
  // "…, 100% vào cuối năm": the plan's own year.
  if (yearEnd >= 0 && tokens[yearEnd + 2]?.kind !== 'number' && period.from?.slice(0, 4) === period.to?.slice(0, 4))
    return period.to;
  const behind = usable.find(({ from }) => from >= figure.to && from < next && leadsTo(tokens, from));
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

/** `vào năm 2025`, `trước ngày …`, `(năm 2025)`; not `theo Kế hoạch năm 2025`. */
function leadsTo(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) if (phraseAt(tokens, at, LEADS) > 0) return true;
  return false;
}
const YEAR_END = phrases('cuối năm');
const LEADS = phrases('đến | đến hết | trong | vào | cuối | hết | trước | xong | ( | tới | ,');
