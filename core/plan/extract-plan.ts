/** Reads a plan: its targets, deadlines and awards. One direction: text → lines → parts → sentences → findings. */

import { deadlinesIn, type PlanDeadline, type PlanYears } from './due/deadlines.ts';
import { deedNamed } from './due/deeds.ts';
import { fatesOf } from './fate/fates.ts';
import { type Leftover, leftoversOf, setAsideOf } from './fate/leftovers.ts';
import type { PlanPlace, PlanQuota, PlanTarget } from './finding.ts';
import { type Formation, formationOf } from './identity/formation.ts';
import type { PlanIdentity } from './identity/identity.ts';
import { plansForItself } from './identity/issuing-body.ts';
import { periodOfDates } from './identity/period-of-dates.ts';
import { detailsOf, type PlanDetails } from './identity/plan-details.ts';
import { type LaidOut, laidOut } from './laid-out.ts';
import type { PlanText } from './layout/plan-text.ts';
import { type Section, sectionsOf } from './layout/section.ts';
import { sentencesOf } from './layout/sentence.ts';
import { type PlanQuestion, questionsOf } from './questions.ts';
import { barsAndDues } from './quota/bars.ts';
import type { MarkTable } from './scoring/mark-table.ts';
import { isScale, leavesOf, numbersIn } from './scoring/plan-marks.ts';
import { type StatedScoring, statedScoring } from './scoring/stated-scoring.ts';
import { quotasInTable } from './table/award-rows.ts';
import { ofRow, targetsInTable } from './table/table-targets.ts';
import { AMENDS, type TextRange, tableAt } from './table/tables.ts';
import { taskRows, timedRows } from './table/task-rows.ts';
import type { LastSubject } from './targets/shared-subject.ts';
import { figuresIn } from './targets/targets.ts';
import { onlyYear, type PlanPeriod } from './time/plan-period.ts';
import { firstFrom as placeFrom } from './words/first-from.ts';
import { tokensOf } from './words/token.ts';

export interface PlanReading extends StatedScoring, PlanAccount {
  readonly targets: readonly PlanTarget[];
  readonly quotas: readonly PlanQuota[];
  readonly deadlines: readonly PlanDeadline[];
  /**
   * Draft of the movement: whose plan it is, who competes, which awards there are; null and [] where the plan does not
   * say.
   */
  readonly movement: PlanIdentity & Formation & PlanDetails;
}

/** A plan has some hundred figures at most; reading ends with this many. */
export const MOST_FIGURES = 5000;

/** Reads the text of a plan. Never fails: a text that is no plan has no findings. Linear in the length of the text. */
export function extractPlan(source: string): PlanReading {
  const { laid, found } = foundIn(source);
  return { ...found, ...accountOf(laid, found) };
}

interface ReadingOfLayout {
  readonly laid: LaidOut;
  /** What the plan says, without the account of what was left over. */
  readonly found: Omit<PlanReading, keyof PlanAccount>;
}

/** `period` = the movement's where it is known; else the text's own, or where it names none what its times say. */
export function foundIn(source: string, period: PlanPeriod | null = null): ReadingOfLayout {
  const laid = laidOut(source, period);
  const found = findingsIn(laid);
  const longer =
    period === null && laid.isYearOfIssue ? periodOfDates(laid.identity.period, laid.identity.plan.date, found) : null;
  return longer ? foundIn(source, longer) : { laid, found };
}

function findingsIn(laid: LaidOut): Omit<PlanReading, keyof PlanAccount> {
  const { text, parts, identity, period, tables, bodies } = laid;
  const measured = new Set<number>();
  const rewarded = new Set<number>();
  const targets: PlanTarget[] = [];
  const quotas: PlanQuota[] = [];
  const deadlines: PlanDeadline[] = [];
  /** Subject and unit of the last figure of each part, by the place of the part. */
  const messages = new Map<number, LastSubject>();
  const due = { since: firstYear(laid), only: onlyYear(period), issued: identity.plan.date };
  const nameOf = ({ start, end }: Section): string => text.flat.slice(start, end);
  /** Reads a stretch of a part; how many targets it has. */
  const read = (stretch: Section): number => {
    const sentences = sentencesOf(text.flat, stretch);
    const figures = figuresIn(text, sentences, period, MOST_FIGURES - targets.length, subjectAbove(stretch, messages));
    addAll(targets, figures.targets);
    addAll(quotas, figures.quotas);
    if (figures.quotas.length > 0) rewarded.add(stretch.start);
    const places = figures.targets.map(({ figureOffset }) => figureOffset);
    const days = new Set(figures.targets.map(({ deadline }) => deadline));
    const isTargeted = (start: number, end: number, day?: string): boolean =>
      isBetween(places, text.offsetOf(start), text.offsetOf(end)) && (day === undefined || days.has(day));
    addAll(deadlines, deadlinesIn(text, stretch, sentences, { ...due, isTargeted }));
    const closing = figures.targets.at(-1);
    if (closing) messages.set(stretch.start, closing);
    return places.length;
  };
  const hasTargets = bodies.flat().some(({ topics }) => topics.includes('targets'));
  for (const section of bodies.flat()) {
    if (targets.length >= MOST_FIGURES) break;
    for (const stretch of stretchesOf(section, tables)) {
      const levels = laid.levels.find(({ from }) => !('start' in stretch) && from === stretch.from);
      const beside = levels ? targetsInTable(text, levels, { ...section, topic: 'targets' }, period) : [];
      addAll(
        targets,
        beside.filter((target) => !targets.some((other) => isSame(target, other))),
      );
      // Read as sentences, the cells of a grid not understood would give wrong targets.
      if ('unread' in stretch) continue;
      if ('marks' in stretch) {
        readMarks(itemsOf(stretch, section), { read, targets, nameOf, hasTargets });
      } else if ('rows' in stretch) {
        const rows = taskRows(stretch, section, period);
        for (const { task, more, time } of rows ?? []) {
          const isNamed = read(task) > 0;
          const before = targets.length;
          const isCounted = more.filter((cell) => read(cell) > 0).length > 0 || isNamed;
          // A level in a cell beside the name is a level of what the row names.
          if (!isNamed)
            addAll(
              targets,
              targets.splice(before).map((target) => ofRow(target, nameOf(task))),
            );
          if (time) addAll(deadlines, dueOf(text, { task, time, isCounted }, due));
        }
        if (rows) continue;
        const awarded = quotasInTable(text, stretch, section);
        if (awarded) {
          addAll(quotas, awarded);
          if (awarded.length > 0) rewarded.add(section.start);
        }
        addAll(targets, targetsInTable(text, stretch, section, period));
        for (const row of timedRows(stretch, section)) addAll(deadlines, spansOf(text, row, due));
      } else if (read(stretch) > 0) measured.add(section.start);
    }
  }
  addAll(deadlines, endInPreamble(laid, due));
  const details = detailsOf(text, parts, bodies, {
    hasTarget: ({ start }) => measured.has(start),
    hasQuota: ({ start }) => rewarded.has(start),
    quotas,
    // "mỗi khối 01 lớp" of a school: only who issues for the commune has villages.
    hasVillages: !plansForItself(identity.issuer),
  });
  const formation = formationOf(text, identity.issuer.commune, [...preambleOf(laid), ...bodies.flat()]);
  const movement = { ...identity, ...formation, ...details };
  const awarding = statedScoring(laid);
  const wantedTargets = targets.filter(
    (target) => !isOfAwarding(target, awarding) && !isOfRule(target.figureOffset, target, awarding),
  );
  // A phrase that an amending plan changes stands again in the clause it quotes.
  const isQuotedAgain = ({ section, max, kind }: PlanQuota): boolean =>
    AMENDS.test(parts.title) &&
    quotas.some((other) => other.section.startsWith(`${section}.`) && other.max === max && other.kind === kind);
  const givenQuotas = quotas.filter(
    (quota) => !isQuotedAgain(quota) && !isOfRule(quota.offset + quota.text.length - 1, { value: quota.max }, awarding),
  );
  return {
    targets: wantedTargets,
    quotas: givenQuotas,
    ...awarding,
    ...barsAndDues(awarding.bars, saidOnce(deadlines)),
    movement,
  };
}

interface Reader {
  /** Reads a stretch of a part into `targets`; how many it has. */
  readonly read: (stretch: Section) => number;
  readonly targets: PlanTarget[];
  readonly nameOf: (section: Section) => string;
  /** A part of the plan sets targets; without it the levels of a set of criteria are the targets. */
  readonly hasTargets: boolean;
}

/** The levels that rows of a set require: levels in their names, else the levels that earn all their points. */
function readMarks(items: ReturnType<typeof itemsOf>, { read, targets, nameOf, hasTargets }: Reader): void {
  const before = targets.length;
  const levels: PlanTarget[] = [];
  for (const { item, level } of items) {
    const own = targets.length;
    read(item);
    if (hasTargets || level === null || targets.slice(own).some(isLevel)) continue;
    const first = targets.length;
    read(level);
    levels.push(...targets.splice(first).map((target) => ofRow(target, nameOf(item))));
  }
  const marked = targets.splice(before);
  const wanted = marked.filter((target) => isLevel(target) && !targets.some((other) => isSame(target, other)));
  addAll(targets, [...wanted, ...levels.filter(({ unit }) => unit !== 'điểm')]);
}

/** Subject and unit that a part goes on with: those of its opener, else those of its neighbour. */
function subjectAbove({ opener, neighbour }: Section, messages: ReadonlyMap<number, LastSubject>): LastSubject | null {
  if (opener) return messages.get(opener.start) ?? { subject: opener.name, unit: null };
  return messages.get(neighbour ?? -1) ?? null;
}

interface PlanAccount {
  /** Figures that nothing used and nothing tells apart, in the order of the text. */
  readonly leftovers: readonly Leftover[];
  /** Figures that tell how things stood, or come from others: not used, and shown so that none is lost. */
  readonly setAside: readonly Leftover[];
  /** In the order they are to be answered. */
  readonly questions: readonly PlanQuestion[];
}

/** Leftovers and questions of a plan with these findings. */
export function accountOf(
  laid: LaidOut,
  found: Pick<PlanReading, 'targets' | 'quotas' | 'deadlines'> & StatedScoring,
): PlanAccount {
  const hasMore = found.quotas.length + found.scorings.length > 0;
  const fates = fatesOf(laid, found);
  return {
    leftovers: leftoversOf(laid, fates),
    setAside: setAsideOf(laid, fates),
    questions: questionsOf(laid, { targets: found.targets, hasMore }),
  };
}

/** The share of votes a candidate needs and the points of a class are no targets. */
function isOfAwarding({ figureOffset, kind, text: words }: PlanTarget, { vote, classLadders }: StatedScoring): boolean {
  const within = ({ offset, text }: Pick<PlanPlace, 'offset' | 'text'>): boolean =>
    figureOffset >= offset && figureOffset < offset + text.length;
  // "từ 85 điểm trở lên được công nhận" is a class, and what it takes.
  const opensDoor = kind === 'award-threshold' && /(?<!\p{L})được(?!\p{L})/iu.test(words);
  return (vote !== null && within(vote)) || (!opensDoor && classLadders.some(within));
}

/** `Từ 70% đến dưới 90%: 5 điểm` below a criterion is part of its rule, neither a target nor a quota. */
function isOfRule(place: number, { value }: { readonly value: number | null }, stated: StatedScoring): boolean {
  const scale = stated.scorings.find(({ offset, end }) => place >= offset && place < end);
  if (!scale || scale.isTable || !isScale(scale)) return false;
  const mark = leavesOf(scale.marks).findLast(({ offset }) => offset <= place);
  return (
    mark !== undefined &&
    value !== null &&
    place >= mark.offset + mark.text.length &&
    numbersIn(mark.rule).includes(value)
  );
}

/** What is marked in a table of marks, as parts of the plan. */
function itemsOf(
  { marks }: MarkTable,
  section: Section,
): readonly { readonly item: Section; readonly level: Section | null }[] {
  const part = { heading: '', opener: null, neighbour: null, carried: null, topics: ['targets'] } as const;
  const items = marks.filter(({ isGroup }) => !isGroup);
  return items.map(({ path, start, end, level }) => {
    const own = [section.section, path].filter((words) => words !== '').join('.');
    const item: Section = { ...section, ...part, topic: 'targets', section: own, start, body: start, end };
    return { item, level: level ? { ...item, ...level, body: level.start } : null };
  });
}

/** `Hồ sơ trực tuyến đạt 80% trở lên`: other figures of a row of marks say what is marked, not what is wanted. */
function isLevel({ comparator }: PlanTarget): boolean {
  return comparator !== '=';
}

/** Its figure, and nearly all its words, occur in the other. */
function isSame(target: PlanTarget, other: PlanTarget): boolean {
  const words = other.text.toLowerCase();
  const own = (target.text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !SAYS_HOW_MUCH.has(word));
  return target.value === other.value && own.filter((word) => words.includes(word)).length >= 0.7 * own.length;
}

const SAYS_HOW_MUCH: ReadonlySet<string> = new Set(['tỷ', 'tỉ', 'lệ', 'đạt', 'từ', 'trở', 'lên', 'ít', 'nhất']);

/** What the row of a table makes due by the time beside it; of a row with a target, only what is a deed of its own. */
function dueOf(
  text: PlanText,
  { task, time, isCounted }: { readonly task: Section; readonly time: Section; readonly isCounted: boolean },
  plan: PlanYears,
): readonly PlanDeadline[] {
  const deed = deedNamed(tokensOf(text.flat, task.start, task.end));
  const dues = deadlinesIn(text, time, sentencesOf(text.flat, time), { ...plan, isTargeted: () => false, deed });
  // The first day of a span stands with its last day.
  const isOpening = ({ when }: PlanDeadline): boolean =>
    dues.some(({ opens }) => 'date' in when && when.date === opens);
  // "Đợt 2 | Từ 01/12 đến 29/01 | 90% phụ huynh …": a span is a wave, a single day that of its target.
  const own = isCounted && deed === null ? dues.filter(({ opens }) => opens !== undefined) : dues;
  return own
    .filter((due) => !isOpening(due))
    .map((due) => ({ ...due, what: deed ?? (isCounted ? 'other' : due.what) }));
}

/** `Ngày hội Đại đoàn kết | 13/13 thôn | Từ 01/11 đến 18/11/2026`: the days of what a row with a level is held in. */
function spansOf(
  text: PlanText,
  { task, time }: { readonly task: Section; readonly time: Section },
  plan: PlanYears,
): readonly PlanDeadline[] {
  return dueOf(text, { task, time, isCounted: true }, plan).filter(({ opens }) => opens !== undefined);
}

/** "… kế hoạch thi đua, thời gian từ ngày 10/9/2025 đến hết ngày 20/12/2025, như sau:" */
function endInPreamble(laid: LaidOut, plan: PlanYears): readonly PlanDeadline[] {
  const { text } = laid;
  return preambleOf(laid).flatMap((section) =>
    deadlinesIn(text, section, sentencesOf(text.flat, section), {
      ...plan,
      isTargeted: () => false,
      isWhole: true,
    }).filter(({ what }) => what === 'end'),
  );
}

/** What stands before the first part, as a part. */
function preambleOf({ text, parts: { preamble }, period }: LaidOut): readonly Section[] {
  const item = { label: null, start: preamble.from, end: preamble.to, section: '', parent: -1 };
  return sectionsOf(text, [item], period);
}

/** The earliest year for a date without a year: that of the movement or of the plan itself. */
function firstYear({ period, identity: { plan } }: LaidOut): number | null {
  const years = [period.from, plan.date].flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))]));
  return years.length === 0 ? null : Math.min(...years);
}

/** A year named for a whole part yields a single deadline for each deed in it. */
function saidOnce(deadlines: readonly PlanDeadline[]): readonly PlanDeadline[] {
  const seen = new Set<string>();
  return deadlines.filter(({ section, what, when }) => {
    const key = `${section} ${what} ${JSON.stringify(when)}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A part of the plan, its text and its tables in their order. */
function* stretchesOf<T extends TextRange>(section: Section, tables: readonly T[]): Generator<Section | T> {
  let start = section.start;
  let at = firstFrom(tables, section.start);
  for (let table = tables[at]; table && table.from < section.end; table = tables[++at]) {
    yield { ...section, start, end: table.from };
    yield table;
    start = Math.min(table.to, section.end);
  }
  if (start < section.end) yield { ...section, start };
}

/** Index of the first table at or behind a place. */
function firstFrom(tables: readonly TextRange[], place: number): number {
  const before = tableAt(tables, place - 1);
  return before ? tables.indexOf(before) + 1 : 0;
}

/** Whether any of the ascending places is in [from, to). */
function isBetween(places: readonly number[], from: number, to: number): boolean {
  return (places[placeFrom(places, from)] ?? to) < to;
}

/** As push(...more), for more than a call may have arguments. */
function addAll<T>(list: T[], more: readonly T[]): void {
  for (const nonNullable of more) list.push(nonNullable);
}
