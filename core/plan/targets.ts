/** Targets and quotas of a part of the plan: the figures of its sentences, each on its own. */
import { cueBefore, type Figure, figuresOf } from './figure.ts';
import type { Place, PlanQuota, PlanTarget } from './finding.ts';
import { type Horizon, horizonsOf } from './horizon.ts';
import { obliges } from './obliging.ts';
import type { PlanText } from './plan-text.ts';
import { quotaOf } from './quota.ts';
import type { Section } from './section.ts';
import { type Sentence, sentencesOf } from './sentence.ts';
import { clauseStart, isTold } from './stance.ts';
import { subjectOf } from './subject.ts';
import { phraseAt, phrases, type Token } from './token.ts';

export interface Figures {
  readonly targets: readonly PlanTarget[];
  readonly quotas: readonly PlanQuota[];
}

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** Targets and quotas of one part. */
export function figuresIn(text: PlanText, section: Section, period: Period): Figures {
  const targets: PlanTarget[] = [];
  const quotas: PlanQuota[] = [];
  for (const sentence of sentencesOf(text.flat, section)) {
    const found = figuresOfSentence(text, sentence, period);
    targets.push(...found.targets);
    quotas.push(...found.quotas);
  }
  return { targets, quotas };
}

function figuresOfSentence(text: PlanText, sentence: Sentence, period: Period): Figures {
  const { tokens, section } = sentence;
  const figures = figuresOf(tokens);
  if (figures.length === 0) return { targets: [], quotas: [] };
  const since = period.from === null ? null : Number(period.from.slice(0, 4));
  const targets: { figure: Figure; comparator: PlanTarget['comparator'] }[] = [];
  const quotas: { figure: Figure; quota: NonNullable<ReturnType<typeof quotaOf>> }[] = [];
  let previous: Figure | null = null;
  let taken: Figure | null = null;
  let comparator: PlanTarget['comparator'] | null = null;
  for (const figure of figures) {
    if (!Number.isFinite(figure.value) || isTold(tokens, figure, figures, section, since)) {
      taken = null;
      comparator = null;
      previous = figure;
      continue;
    }
    const carried: PlanTarget['comparator'] | null = carriedFor(tokens, figure, previous, comparator);
    const quota = quotaOf(tokens, carried ? { ...figure, comparator: carried } : figure, section);
    if (quota) quotas.push({ figure, quota });
    else if (obliges(tokens, figure, section, taken)) {
      const compared =
        figure.compared || figure.fromWord ? figure.comparator : (carried ?? listComparator(section, figure) ?? '=');
      targets.push({ figure, comparator: compared });
      taken = figure;
    } else taken = null;
    comparator =
      figure.compared && figure.comparator !== 'range' && figure.comparator !== 'rank<=' ? figure.comparator : carried;
    previous = figure;
  }
  const bounds = boundsOf(
    tokens,
    [...targets, ...quotas].map(({ figure }) => figure).sort((a, b) => a.at - b.at),
  );
  const place = (figure: Figure): Place =>
    placeOf(text, sentence, bounds.get(figure) ?? { from: 0, to: tokens.length });
  const horizons = horizonsOf(tokens);
  return {
    targets: targets.map(({ figure, comparator: compared }) => ({
      ...place(figure),
      ...subjectOf(text.flat, tokens, figure, bounds.get(figure) ?? { from: 0, to: tokens.length }),
      comparator: compared,
      value: figure.value,
      valueMax: figure.valueMax,
      unit: figure.unit,
      deadline: horizonFor(tokens, figure, figures, horizons, period) ?? section.horizon ?? period.to,
      kind: section.topic === 'standard' || figure.kind === 'points' ? 'award-threshold' : 'numeric',
      figureOffset: text.offsetOf(tokens[figure.at]?.start ?? sentence.start),
    })),
    quotas: quotas.map(({ figure, quota }) => ({ ...place(figure), ...quota })),
  };
}

/** "trên 70% hộ, 50% thôn": a bare number right behind a comma or "và" takes the comparator over; 100 % cannot be exceeded. */
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
  const next = figures[figures.indexOf(figure) + 1]?.from ?? tokens.length;
  const behind = usable.find(({ from }) => from >= figure.to && from < next && leadsTo(tokens, from));
  const before = usable.findLast(({ from }) => from < figure.at);
  const trailingStyle = !usable.some(({ from }) => from < (figures[0]?.at ?? 0));
  if (trailingStyle && behind) return behind.day;
  return (before ?? behind)?.day ?? null;
}

/** `vào năm 2025`, `trước ngày …`, `(năm 2025)`; not `theo Kế hoạch năm 2025`. */
function leadsTo(tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 2); at--) if (phraseAt(tokens, at, LEADS) > 0) return true;
  return false;
}
const LEADS = phrases('đến | đến hết | trong | vào | cuối | hết | trước | xong | ( | tới | ,');
