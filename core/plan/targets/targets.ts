/** Targets and quotas of a part of the plan: the figures of its sentences, each on its own. */

import { closingTime } from '../due/closing-time.ts';
import { datesOf, isDayNamed } from '../due/due-dates.ts';
import { type Figure, figuresOf } from '../figure/figure.ts';
import { type Bounds, boundsOf } from '../figure/figure-bounds.ts';
import { horizonsByFigure } from '../figure/figure-horizon.ts';
import { type Turns, turnsOf } from '../figure/in-turn.ts';
import type { PlanPlace, PlanQuota, PlanTarget } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import type { Sentence } from '../layout/sentence.ts';
import { phrases } from '../lexicon/phrases.ts';
import { openQuotaOf } from '../quota/open-quota.ts';
import { isPrize } from '../quota/prize.ts';
import { isConditionOf, quotaOf } from '../quota/quota.ts';
import { endsOf, type Horizon, horizonsOf } from '../time/horizon.ts';
import { isPast, type PlanPeriod } from '../time/plan-period.ts';
import { termsOf } from '../time/school-terms.ts';
import { type Bracket, bracketsOf, isWithin } from '../words/brackets.ts';
import { UPWARDS } from '../words/comparator.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import { carriedFor, carriesComparator, closedTogether, comparatorOf } from './carried-comparator.ts';
import { type LedTime, openingTime, withSameTimes } from './carried-times.ts';
import { isOfContest } from './contest.ts';
import { isOneClause } from './describing.ts';
import { looksBack } from './looks-back.ts';
import { isNamed } from './number-name.ts';
import { obliges } from './obliging.ts';
import { isOfProcedure, isOfRunning } from './of-procedure.ts';
import { isOfVoting } from './of-voting.ts';
import { referenceOf, withoutChange } from './reference.ts';
import { type LastSubject, withSubjects } from './shared-subject.ts';
import { cuesOf, isFunding, isNarrative } from './stance.ts';
import { subjectOf } from './subject.ts';

interface Figures {
  readonly targets: readonly PlanTarget[];
  readonly quotas: readonly PlanQuota[];
}

interface Chosen {
  readonly targets: readonly { readonly figure: Figure; readonly comparator: PlanTarget['comparator'] }[];
  readonly quotas: readonly { readonly figure: Figure; readonly quota: Omit<PlanQuota, keyof PlanPlace> }[];
}

/**
 * Targets and quotas of the sentences of one part; no more sentences are read once there are `most` targets. `opened` =
 * what the words before it in its list, or those that open the list, speak of.
 */
export function figuresIn(
  text: PlanText,
  sentences: readonly Sentence[],
  period: PlanPeriod,
  most: number,
  opened: LastSubject | null,
): Figures {
  const targets: PlanTarget[] = [];
  const quotas: PlanQuota[] = [];
  let message: LastSubject | null = null;
  let led: LedTime | null = null;
  let inTurn: readonly PlanTarget['deadline'][] = [];
  let telling = false;
  for (const [at, sentence] of sentences.entries()) {
    if (targets.length >= most) break;
    const held = led;
    led = openingTime(text.flat, sentences[at - 1], sentence, { led, period });
    const { under } = sentence.section;
    const heading = { subject: NAMES_A_SHARE.test(under) ? under : '', unit: null };
    const above: LastSubject = message ?? targets.at(-1) ?? (opened?.subject ? opened : heading);
    const found = figuresOfSentence(text, sentence, period, {
      afterQuota: quotas.at(-1)?.kind ?? null,
      above,
      led: led === held || !led?.ofAll ? led : { ...led, ofAll: false },
      behind: sentences[at + 1],
    });
    message = found.told;
    telling = looksBack(text, sentences[at - 1], sentence, { isBefore: telling, since: period.from });
    if (telling) continue;
    const own = withSameTimes(sentence, found.targets, inTurn);
    inTurn = own.map(({ deadline }) => deadline);
    targets.push(...own);
    // "Hằng năm tặng Giấy khen cho 04 chi bộ; Chủ tịch UBND xã tặng Giấy khen cho 05 ấp": in the same round.
    for (const quota of found.quotas) quotas.push({ ...quota, round: quota.round ?? quotas.at(-1)?.round ?? null });
  }
  return { targets, quotas };
}

/** A heading that names the subject of the figures below it. */
const NAMES_A_SHARE = /^t[ỷỉ] lệ /iu;

interface Around {
  /** Whom the quota before it is of; null = none stands before it. */
  readonly afterQuota: PlanQuota['kind'] | null;
  readonly above: LastSubject;
  /** Day that the words before it in its list set. */
  readonly led: LedTime | null;
  /** The sentence behind it. */
  readonly behind: Sentence | undefined;
}

function figuresOfSentence(
  text: PlanText,
  sentence: Sentence,
  period: PlanPeriod,
  { afterQuota, above, led, behind }: Around,
): Figures & { readonly told: LastSubject | null } {
  const { tokens, section } = sentence;
  const stated = horizonsOf(tokens, period);
  const terms = termsOf(tokens, period);
  const own = stated.filter(({ from }) => !terms.some((term) => from >= term.from && from < term.to));
  const horizons = [...own, ...terms, ...endsOf(tokens, period)].sort((a, b) => a.from - b.from);
  // "trong 6 tháng đầu năm", "hằng tháng, ngày 25 báo cáo": the number is part of the time.
  const dates = datesOf(tokens, null);
  const isOfTime = ({ at }: Figure): boolean =>
    // "17h ngày 20/11/2026"
    tokens[at + 1]?.key === 'h' ||
    horizons.some(({ from, to }) => at >= from && at < to) ||
    (isDayNamed(tokens, at) && dates.some(({ from, to }) => at >= from && at < to));
  const figures = figuresOf(tokens).filter((figure) => !isOfTime(figure));
  if (figures.length === 0)
    return { targets: [], quotas: openQuota(text, sentence, behind, afterQuota !== null), told: null };
  const turns = turnsOf(tokens);
  const { targets, quotas } = choose(sentence, figures, { horizons, period, afterQuota, turns });
  if (targets.length + quotas.length === 0)
    return {
      targets: [],
      quotas: openQuota(text, sentence, behind, afterQuota !== null),
      told: toldOf(text, tokens, figures, 0),
    };
  const chosen = [...targets, ...quotas].map(({ figure }) => figure).sort((a, b) => a.at - b.at);
  const bounds = boundsOf(tokens, chosen);
  // "90% đạt từ 80/100 điểm trong kỳ sát hạch tháng 9": points that only describe do not block a time.
  // Nor does a number that is part of a name: "100% học sinh lớp 1, lớp 6 đăng ký trước ngày 31/7".
  const timed = figures.filter(
    (figure) => chosen.includes(figure) || (figure.kind !== 'points' && !isNamed(tokens, figure)),
  );
  const dayOf = horizonsByFigure(tokens, timed, horizons, period);
  const boundOf = (figure: Figure): Bounds => bounds.get(figure) ?? { from: 0, to: tokens.length };
  // What opens with its figure goes on with the list: "…; 85% số hộ …".
  const carried = figures[0]?.from === 0 || led?.ofAll ? led?.day : null;
  const closed = closingTime(text.flat, sentence, behind, period);
  const bounded = targets.map((target) => ({ ...target, bounds: boundOf(target.figure) }));
  return {
    targets: withSubjects({ flat: text.flat, tokens, horizons, turns }, bounded, above).map(
      (withSubject): PlanTarget => {
        const { figure, comparator } = withSubject;
        const place = placeOf(text, sentence, withSubject.bounds);
        const relativeTo = referenceOf(place.text, figure);
        return {
          ...place,
          ...(relativeTo === null
            ? withSubject.subject
            : { ...withSubject.subject, subject: withoutChange(withSubject.subject.subject) }),
          comparator,
          value: figure.value,
          valueMax: figure.valueMax,
          unit: figure.unit,
          deadline: notPast(dayOf(figure) ?? closed ?? carried ?? section.horizon, period) ?? period.to,
          kind: isThreshold(tokens, figure, section) ? 'award-threshold' : 'numeric',
          figureOffset: text.offsetOf(tokens[figure.at]?.start ?? sentence.start),
          goesOn: withSubject.goesOn,
          relativeTo,
          under: section.under,
        };
      },
    ),
    quotas: quotas.map(({ figure, quota }) => ({ ...placeOf(text, sentence, boundOf(figure)), ...quota })),
    told: toldOf(text, tokens, figures, chosen.at(-1)?.to ?? 0),
  };
}

/** "3.120 hộ có Internet (đạt 74%); phấn đấu đạt 90%": what the figures from a token on, which only tell, speak of last. */
function toldOf(
  text: PlanText,
  tokens: readonly Token[],
  figures: readonly Figure[],
  from: number,
): LastSubject | null {
  const bounds = boundsOf(tokens, figures);
  for (let at = figures.length - 1; at >= 0; at--) {
    const [before, figure] = [figures[at - 1], figures[at]];
    const own = figure && bounds.get(figure);
    if (!own || figure.at < from) return null;
    const bracket = before ? findPhrase(tokens, before.to, figure.from + 1, OPENING) : -1;
    const words =
      before && bracket > 0
        ? text.flat.slice(tokens[before.at + 1]?.start, tokens[bracket]?.start)
        : subjectOf(text.flat, tokens, figure, own).subject;
    const subject = words.replace(NOT_YET, '').trim();
    if (/\p{L}+ \p{L}+/u.test(subject)) return { subject, unit: null };
  }
  return null;
}
const OPENING = phrases('(');
/** The time of the report is no part of the subject. */
const NOT_YET = /^năm 20\d\d,? |(?: (?:hiện|hiện nay|hiện tại|năm 20\d\d|mới|đã|chỉ))+$/giu;

/** What it takes to be commended, by its part or by its own words. */
function isThreshold(tokens: readonly Token[], figure: Figure, section: Section): boolean {
  if (section.topic === 'standard' || isConditionOf(tokens, figure)) return true;
  // "Bộ chỉ số phục vụ người dân | Đạt từ 88 điểm trở lên": what a task is to come to.
  const isWanted = section.topic === 'tasks' || (figure.fraction && section.topics.includes('targets'));
  return figure.kind === 'points' && !isWanted;
}

/** The awards of a sentence without a number of places, if any. */
function openQuota(text: PlanText, sentence: Sentence, behind: Sentence | undefined, afterQuota: boolean): PlanQuota[] {
  const open = openQuotaOf(sentence.tokens, sentence.section, behind?.tokens ?? [], afterQuota);
  return open ? [{ ...placeOf(text, sentence, { from: 0, to: sentence.tokens.length }), ...open }] : [];
}

/** "Năm 2025: 71%; phấn đấu 80%": not by a day that is past. */
function notPast(day: string | null, period: PlanPeriod): string | null {
  return day !== null && isPast(day, period) ? null : day;
}

/**
 * Sorts the figures of a sentence into targets, quotas and what only tells; comparators are carried along its lists.
 */
interface Sight {
  readonly horizons: readonly Horizon[];
  readonly period: PlanPeriod;
  /** Whom the quota before the sentence is of; null = none stands before it. */
  readonly afterQuota: PlanQuota['kind'] | null;
  readonly turns: Turns | null;
}

function choose(
  { tokens, section }: Sentence,
  figures: readonly Figure[],
  { horizons, period, afterQuota, turns }: Sight,
): Chosen {
  const targets: Chosen['targets'][number][] = [];
  const quotas: Chosen['quotas'][number][] = [];
  const since = period.from === null ? null : Number(period.from.slice(0, 4));
  const cues = cuesOf(tokens, horizons, since);
  const brackets = bracketsOf(tokens);
  const isAward = section.topics.some((topic) => topic.startsWith('award'));
  let previous: Figure | null = null;
  let taken: Figure | null = null;
  let funded = false;
  let comparator: PlanTarget['comparator'] | null = null;
  for (const figure of figures) {
    const isSetApart: boolean =
      isNotConsidered(tokens, figure) ||
      isOfVoting(tokens, figure) ||
      isInFormula(tokens, figure) ||
      earnsPoints(tokens, figure) ||
      isOfProcedure(tokens, figure, section) ||
      (funded && goesOn(tokens, figure, previous)) ||
      !Number.isFinite(figure.value) ||
      isInTurnName(figure, turns) ||
      (isOfContest(tokens, figure, section) && !isPrize(tokens, figure)) ||
      isNarrative(figure, cues, { tokens, figures, section, since, issued: period.issued ?? null, horizons, brackets });
    funded = isSetApart && (funded || isFunding(tokens, figure, section));
    const carried: PlanTarget['comparator'] | null = isSetApart
      ? null
      : carriedFor(tokens, figure, { previous, comparator, horizons, turns });
    // "20 cá nhân (trong đó không giữ chức vụ chiếm ít nhất 70%)"
    const quota: ReturnType<typeof quotaOf> =
      isSetApart || isPartOfQuota(tokens, figure, quotas, brackets, { afterQuota: afterQuota !== null, isAward })
        ? 'within'
        : quotaOf(
            tokens,
            carried ? { ...figure, comparator: carried } : figure,
            section,
            afterQuota,
            quotas.at(-1)?.quota.kind ?? afterQuota,
          );
    const target: boolean =
      quota === null &&
      !isPrize(tokens, figure) &&
      !isOfRunning(tokens, figure, section) &&
      !isOfAwarded(tokens, figure, quotas) &&
      obliges(tokens, figure, section, taken);
    if (quota !== null && quota !== 'within') quotas.push({ figure, quota });
    if (target) targets.push({ figure, comparator: comparatorOf(figure, carried, section) });
    // "90% trẻ dưới 1 tuổi được tiêm đủ 8 mũi": an age parts nothing.
    taken = target ? figure : figure.unit === 'tuổi' ? taken : null;
    // "tài khoản mức 2, 85% …": a number that only names stands outside the list.
    // "45 hội viên dưới 40 tuổi và 30 đoàn viên": an age passes nothing on.
    if (!target && quota === null && (figure.unit === 'tuổi' || isNamed(tokens, figure))) continue;
    comparator = quota === 'within' ? null : carriesComparator(figure) ? figure.comparator : carried;
    previous = figure;
  }
  return { targets: closedTogether(tokens, targets), quotas };
}

/** "từ 60% đến dưới 80% thì 20 điểm": a step of what is marked. */
function earnsPoints(tokens: readonly Token[], { to }: Figure): boolean {
  for (let at = to; at < to + FARTHEST_POINTS && !/^[,;.:]$/.test(tokens[at]?.key ?? ';'); at++) {
    const isEarned = tokens[at]?.kind === 'number' && tokens[at + 1]?.key === 'điểm';
    if (isEarned) return phraseBefore(tokens, at, EARNS) > 0 && phraseAt(tokens, at + 2, UPWARDS) === 0;
  }
  return false;
}
const FARTHEST_POINTS = 12;
const EARNS = phrases('thì | thì trọn | thì được | được tính | được trọn | được cộng | thì tính');

/** "tặng Giấy khen cho 02 công chức không có hồ sơ trễ hẹn": of whom it is. */
function isOfAwarded(tokens: readonly Token[], figure: Figure, quotas: Chosen['quotas']): boolean {
  const quota = quotas.at(-1);
  return figure.kind === 'zero' && quota !== undefined && isOneClause(tokens, quota.figure.to, figure);
}

/** A share in brackets or with "trong đó" behind a quota only parts it. */
function isPartOfQuota(
  tokens: readonly Token[],
  figure: Figure,
  quotas: Chosen['quotas'],
  brackets: readonly Bracket[],
  { afterQuota, isAward }: { readonly afterQuota: boolean; readonly isAward: boolean },
): boolean {
  if (figure.kind !== 'percent') return false;
  if (isAward && phraseAt(tokens, 0, OF_ALL) > 0) return true;
  const quota = quotas.at(-1);
  if (quota === undefined) return afterQuota && phraseAt(tokens, 0, AMONG_THEM) > 0;
  // "18 người, trong đó lãnh đạo, quản lý không quá 20% tổng số"
  if (findPhrase(tokens, quota.figure.to, figure.at, AMONG_THEM) >= 0) return true;
  return brackets.some((bracket) => bracket.from >= quota.figure.to && isWithin(bracket, figure.at));
}
const AMONG_THEM = phrases('trong đó');
/** "Trong tổng số cá nhân được khen, lãnh đạo không quá 30%" */
const OF_ALL = phrases('trong số | trong tổng số');

/** "khám ít nhất 01 lần/năm, tiêm đủ 3 mũi lần lượt đạt 90%, 80%": a count within what the figures in turn are of. */
function isInTurnName({ at }: Figure, turns: Turns | null): boolean {
  return turns?.names?.some(({ from, to }) => at >= from && at < to) === true;
}

/** "Điểm = (số hộ có tài khoản/tổng số hộ) x 10" */
function isInFormula(tokens: readonly Token[], { at }: Figure): boolean {
  const [before, sign] = [tokens[at - 2], tokens[at - 1]];
  return /^[x×*]$/.test(sign?.key ?? '') && (before?.key === ')' || before?.kind === 'word');
}

/** "đạt dưới 50% chỉ tiêu thì không xét khen", "bị nhắc nhở 02 lần thì không xét": what shuts out is nothing to reach. */
function isNotConsidered(tokens: readonly Token[], { comparator, from, to }: Figure): boolean {
  const isBorne = tokens.slice(Math.max(0, from - LONGEST_FAULT), from).some(({ key }) => key === 'bị');
  if (!comparator.startsWith('<') && !isBorne) return false;
  if (phraseAt(tokens, to, NOT_CONSIDERED) > 0) return true;
  let end = to;
  while (end < to + FARTHEST_AGAINST && tokens[end]?.kind === 'word') end++;
  return findPhrase(tokens, to, end, THEN_NOT) >= 0;
}
const LONGEST_FAULT = 4;
const NOT_CONSIDERED = phrases('không | thì | coi như');
const THEN_NOT = phrases('thì không | không xét | không được xét | không xem xét | không đề nghị | không bình xét');

/** "hỗ trợ 30% mức đóng cho hộ cận nghèo, 20% cho …": a bare one right behind a comma is of the same list; so is money. */
function goesOn(tokens: readonly Token[], figure: Figure, previous: Figure | null): boolean {
  const joint = tokens[figure.at - 1]?.key;
  if (figure.kind === 'money') return !figure.compared;
  return previous?.kind === figure.kind && figure.from === figure.at && (joint === ',' || joint === 'và');
}

const FARTHEST_AGAINST = 8;

const LEADING_WORDS = phrases('và | hoặc | đồng thời | trong đó | cũng như | , | : | ( | ) | -');

function placeOf(
  text: PlanText,
  sentence: Sentence,
  bounds: { readonly from: number; readonly to: number },
): PlanPlace {
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
    text: text.flat.slice(start, end).replace(/[\s,:;.(]+$/, ''),
    section: section.section,
    offset: text.offsetOf(start),
  };
}
