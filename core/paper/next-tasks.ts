/**
 * What a period leaves for the time to come: targets not reached, not known or due later, contents that nobody reported
 * on, and criteria that most units are weak in. Each with who carries it out and by which day, as the plan has it; what
 * the plan leaves open stays open.
 */
import { groupBy } from '../base/group-by.ts';
import { periodDays } from '../base/period/period.ts';
import { squashKey } from '../base/text/text.ts';
import { calendarOf } from '../commune/calendar/calendar.ts';
import { ownTargets, type TargetResult } from '../commune/result/commune-result.ts';
import { isAbout, type PlanContent } from '../commune/result/content-criteria.ts';
import { measuredBy, type Tied } from '../commune/result/measured-by.ts';
import { unitAudiences, unitList } from '../judge/run/unit-list.ts';
import type { CriterionScore } from '../judge/score/score-sheet.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import { setOfReport } from '../movement/criteria-set-for.ts';
import type { Movement, Target } from '../movement/movement.ts';
import { factsOf } from '../movement/rule.ts';
import { formatDate } from '../sheet/grid/date.ts';
import { openContents } from './content-answers.ts';
import type { PaperFacts } from './facts.ts';
import { resultWords } from './target-words.ts';
import { BLANK, countWords, inside } from './words.ts';

/** missed, unknown, ahead = a target · content = a content or field without a result · weak = a criterion. */
export type TaskKind = 'missed' | 'unknown' | 'ahead' | 'content' | 'weak';

export interface NextTask {
  readonly kind: TaskKind;
  /** Of the target, content, field or criterion. */
  readonly code: string;
  /** Verbatim from the plan or the form. */
  readonly text: string;
  readonly section: string;
  /** What the book has of it; '' = nothing. */
  readonly now: string;
  /** As the plan calls them; empty = the plan says nothing. */
  readonly carriers: readonly string[];
  /** Members of the council to whom the journal assigns the field. */
  readonly assigned: readonly string[];
  /** ISO day; null = the plan names none. */
  readonly last: string | null;
  /** The day in words, or a blank for the commune's own. */
  readonly due: string;
}

type Role = Movement['roles'][number];

/** Targets first, by kind, those ahead by their day; then contents and criteria in the plan's order. */
export function nextTasks(facts: PaperFacts): readonly NextTask[] {
  const targets = targetTasks(facts);
  return [...targets, ...contentTasks(facts), ...weakTasks(facts, new Set(targets.map(({ code }) => code)))];
}

/** `năm 2026`, `giai đoạn 2026 - 2030`; `thời gian tới` where the plan has ended. */
export function nextName({ run: { movement, period } }: Pick<PaperFacts, 'run'>): string {
  const end = period && periodDays(period).to;
  if (!end || end >= movement.period.to) return 'thời gian tới';
  const phase = movement.phases.find(({ from }) => from > end);
  if (phase && movement.phases.some(({ to }) => to === end))
    return `giai đoạn ${phase.from.slice(0, 4)} - ${phase.to.slice(0, 4)}`;
  return period.kind === 'year' ? `năm ${period.year + 1}` : 'thời gian tới';
}

function targetTasks(facts: PaperFacts): readonly NextTask[] {
  const { movement } = facts.run;
  const all = ownTargets(facts.commune?.targets ?? []).flatMap((result): readonly NextTask[] => {
    const kind = kindOf(result);
    const target = movement.targets.find(({ code }) => code === result.code);
    if (kind === null || target === undefined) return [];
    const who = { carriers: carriersOf(target, movement), assigned: assignedTo(facts, result.text) };
    const { code, text, section, deadline } = result;
    return [
      { kind, code, text, section, now: nowWords(result, kind), ...who, last: deadline, due: dueOf(facts, target) },
    ];
  });
  const of = (kind: TaskKind) => all.filter((task) => task.kind === kind);
  const ahead = of('ahead').toSorted((x, y) => (x.last ?? '').localeCompare(y.last ?? ''));
  return [...of('missed'), ...of('unknown'), ...ahead];
}

function kindOf({ state }: TargetResult): TaskKind | null {
  const kinds = { met: null, 'not-met': 'missed', 'not-due': 'ahead' } as const;
  return state === 'not-enough-data' || state === 'no-source' ? 'unknown' : kinds[state];
}

/** The figure against its level; where that is not enough, who has to give more. */
function nowWords(result: TargetResult, kind: TaskKind): string {
  const { figure, level, units, sourceText, source } = result;
  if (source === 'none') return kind === 'unknown' ? sourceText : '';
  const now = figure.value === null ? [] : [resultWords(result), ...(level === '' ? [] : [`yêu cầu ${level}`])];
  const gaps = [...units.missing.map(({ unit }) => unit), ...units.doubtful];
  const wanted = kind !== 'unknown' || gaps.length === 0 ? [] : [`còn thiếu số liệu của ${gaps.join(', ')}`];
  return [...now, ...wanted].join('; ');
}

/** The plan's day; what is past by the day the papers bear gets a new one from the commune, or the plan's next. */
function dueOf({ run: { movement, period }, settings }: PaperFacts, { code, sameAs, deadline }: Target): string {
  if (deadline === null) return BLANK;
  const today = settings.signedOn ?? (period && periodDays(period).to) ?? deadline;
  if (deadline >= today) return formatDate(deadline);
  const first = sameAs ?? code;
  const next = movement.targets.find(
    (other) => (other.code === first || other.sameAs === first) && (other.deadline ?? '') > today,
  );
  const then = next?.deadline ? `mức tiếp theo của Kế hoạch: ${formatDate(next.deadline)}` : `hạn mới: ${BLANK}`;
  return `Đã qua hạn ${formatDate(deadline)}; ${then}`;
}

/** Groups whose forms give the figure; else whom the plan gives the matter to. */
function carriersOf(target: Target, movement: Movement): readonly string[] {
  const kinds = criteriaOf(target, movement).map(({ set }) => set.audience);
  return kinds.length > 0 ? namesOf(kinds, movement) : posts(rolesOn(target, movement));
}

function namesOf(kinds: readonly string[], { audiences }: Movement): readonly string[] {
  return audiences.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
}

/** A matter as contents name it, and the roles whose duty it is. */
const DUTY_MATTERS: readonly (readonly [content: RegExp, (role: Role) => boolean])[] = [
  [/mặt trận|MTTQ|đoàn thể/iu, ({ post }) => /mặt trận|MTTQ|đoàn thể/iu.test(post)],
  [/lãnh đạo|chỉ đạo/iu, ({ duties }) => duties.includes('steering')],
  [/tuyên truyền|quán triệt|nhận thức/iu, ({ duties }) => duties.includes('communication')],
  [/nguồn lực|kinh phí/iu, ({ duties }) => duties.includes('funding')],
];

function rolesOn(content: Pick<PlanContent, 'text'>, { roles }: Movement): readonly Role[] {
  return roles.filter(
    (role) =>
      isAbout({ title: role.text }, content) ||
      DUTY_MATTERS.some(([matter, isGiven]) => matter.test(content.text.normalize('NFC')) && isGiven(role)),
  );
}

function posts(roles: readonly Role[]): readonly string[] {
  return [...new Set(roles.map(({ post }) => inside(post)))];
}

/** Posts that the plan has watch over the movement as a whole. */
export function watchersOf({ roles }: Movement): readonly string[] {
  return posts(roles.filter(({ duties }) => duties.includes('monitor')));
}

function assignedTo({ journal }: PaperFacts, text: string): readonly string[] {
  const key = squashKey(text);
  const own = journal.visits.filter(
    ({ kind, what }) =>
      kind === 'assignment' && squashKey(what).length >= SHORTEST_FIELD && key.includes(squashKey(what)),
  );
  return [...new Set(own.map(({ who }) => inside(who)))];
}

/** Letters of a field of work; a shorter text stands in too many sentences. */
const SHORTEST_FIELD = 6;

function contentTasks(facts: PaperFacts): readonly NextTask[] {
  const { movement, period } = facts.run;
  const fields = new Set(movement.priorityFields.map(({ code }) => code));
  const end = period && periodDays(period).to;
  const last = end && end < movement.period.to ? (nextPhase(movement, end)?.to ?? movement.period.to) : null;
  return openContents(facts).map((content): NextTask => {
    const { code, text, source } = content;
    const named = rolesOn(content, movement);
    const carriers = posts(
      named.length > 0 ? named : movement.roles.filter(({ duties }) => duties.includes('participant')),
    );
    const what = fields.has(code) ? `Lĩnh vực ưu tiên: ${inside(text)}` : inside(text);
    const rest = { section: source.section, now: '', carriers, assigned: assignedTo(facts, text), last };
    return { kind: 'content', code, text: what, ...rest, due: last === null ? BLANK : formatDate(last) };
  });
}

function nextPhase({ phases }: Movement, end: string): Movement['phases'][number] | undefined {
  return phases.find(({ to }) => to > end);
}

/** One unit's points for a criterion of its form. */
interface Scored {
  readonly audience: string;
  readonly criterion: Criterion;
  readonly unit: string;
  readonly points: CriterionScore;
}

/** More than half of the units are certain of less than half of the points. The plan sets no such level: it is ours. */
function weakTasks(facts: PaperFacts, taken: ReadonlySet<string>): readonly NextTask[] {
  const { movement } = facts.run;
  const listed = new Set(
    movement.targets
      .filter(({ code }) => taken.has(code))
      .flatMap((target) =>
        criteriaOf(target, movement).map(({ set, criterion }) => `${set.audience}|${criterion.code}`),
      ),
  );
  const byCriterion = groupBy(scored(facts), ({ audience, criterion: { code } }) => `${audience}|${code}`);
  return [...byCriterion].flatMap(([key, own]): readonly NextTask[] => {
    const [first] = own;
    const weak = own.filter(({ points: { high, max } }) => high * 2 < max);
    if (!first || weak.length * 2 <= own.length || listed.has(key)) return [];
    const { audience, criterion } = first;
    const day = nextReport(facts);
    const now = `${countWords(weak.length)}/${countWords(own.length)} đơn vị: ${weak.map(({ unit }) => unit).join(', ')}`;
    const { code, title, source } = criterion;
    const who = { carriers: namesOf([audience], movement), assigned: assignedTo(facts, title) };
    const when = { last: day?.last ?? null, due: day?.last ? formatDate(day.last) : BLANK };
    return [{ kind: 'weak', code, text: title, section: source.section, now, ...who, ...when }];
  });
}

function criteriaOf(target: Target, movement: Movement): readonly Tied[] {
  const method = measuredBy(target, movement);
  return 'criteria' in method ? method.criteria : [];
}

function scored({ run }: PaperFacts): readonly Scored[] {
  const isUnit = unitAudiences(run.movement);
  return unitList(run).flatMap(({ name, audience, report, state }): readonly Scored[] => {
    const set =
      report && isUnit(audience) && state === 'received'
        ? setOfReport(run.movement, report.report, run.period)
        : undefined;
    return (set?.criteria ?? []).flatMap((criterion) => {
      const points = report?.score?.points.find((item) => item.criterion === criterion.code);
      const counts = points && points.max > 0 && !points.bonus && factsOf(criterion.rule).deducts === null;
      return counts ? [{ audience, criterion, unit: name, points }] : [];
    });
  });
}

/** The next day after the period on which units report, as the plan or the commune set it. */
function nextReport({ run: { movement, period } }: PaperFacts) {
  if (period === null) return undefined;
  const { to } = periodDays(period);
  return [period.year, period.year + 1]
    .flatMap((year) => calendarOf(movement, year, to))
    .find(({ what, last }) => what === 'unit-report' && last !== null && last > to);
}
