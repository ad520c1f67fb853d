/**
 * Last year's movement as a draft for this year, or for the commune that several were merged into. The plan's words
 * stay; days move.
 */
import type { Criterion } from '../movement/criteria-set.ts';
import type { CalendarEntry, Movement, Target, When } from '../movement/movement.ts';
import { kindOf, type ScoringRule } from '../movement/rule.ts';
import { codeOfWords } from './code-of-words.ts';
import { copyQuestions } from './copy-questions.ts';
import { DISTRICTS_END } from './successors.ts';

export interface CopyWanted {
  /** Year the copy begins in; null = the days stay. */
  readonly year: number | null;
  /** The commune that takes it over; null = the same. */
  readonly commune: string | null;
  readonly province: string | null;
  readonly predecessors: readonly string[];
  /** ISO day from which the commune bears its name. */
  readonly validFrom: string | null;
}

/** The copy: a plan without number and date, for they will be new. */
export function copyMovement(movement: Movement, wanted: CopyWanted): Movement {
  const moved = wanted.year === null ? movement : later(movement, wanted.year - firstYear(movement));
  const copy = taken(moved, wanted, movement);
  // As it was: nothing to ask.
  return copy === movement ? movement : { ...copy, warnings: copyQuestions(copy, movement) };
}

function firstYear({ period }: Movement): number {
  return Number((period.from ?? period.to).slice(0, 4));
}

function later(movement: Movement, by: number): Movement {
  const words = (text: string) => wordsLater(text, by);
  const day = (iso: string) => dayLater(iso, by);
  const maybe = (iso: string | null) => (iso === null ? null : day(iso));
  return {
    ...movement,
    id: movement.id.replace(/\d{4}/g, (year) => String(Number(year) + by)),
    title: words(movement.title),
    otherTitles: movement.otherTitles.map(words),
    plan: { number: null, date: null, dateText: null, title: words(movement.plan.title) },
    theme: movement.theme === null ? null : words(movement.theme),
    scope: words(movement.scope),
    period: { from: maybe(movement.period.from), to: day(movement.period.to) },
    phases: movement.phases.map((phase) => ({
      ...phase,
      name: words(phase.name),
      from: day(phase.from),
      to: day(phase.to),
    })),
    targets: movement.targets.map(
      (target): Target => ({ ...target, deadline: maybe(target.deadline), startsOn: maybe(target.startsOn) }),
    ),
    calendar: movement.calendar.map((deadline): CalendarEntry => ({ ...deadline, when: whenLater(deadline.when, by) })),
    criteriaSets: movement.criteriaSets.map((set) => ({
      ...set,
      title: words(set.title),
      criteria: set.criteria.map((criterion) => criterionLater(criterion, by)),
    })),
  };
}

function criterionLater(criterion: Criterion, by: number): Criterion {
  const { target, milestones } = criterion;
  return {
    ...criterion,
    title: wordsLater(criterion.title, by),
    target: target && aimLater(target, by),
    rule: ruleLater(criterion.rule, by),
    ...(milestones
      ? {
          milestones: milestones.map(({ target, rule }) => ({
            target: aimLater(target, by),
            rule: ruleLater(rule, by),
          })),
        }
      : {}),
  };
}

type Aim = NonNullable<Criterion['target']>;

function aimLater(target: Aim, by: number): Aim {
  return { ...target, by: target.by === null ? null : dayLater(target.by, by) };
}

function ruleLater(rule: ScoringRule, by: number): ScoringRule {
  const days = (day: string) => dayLater(day, by);
  return kindOf(rule).mapDays(rule, days, (part) => ({ ...part, rule: ruleLater(part.rule, by) }));
}

function whenLater(when: When, by: number): When {
  switch (when.kind) {
    case 'date':
      return { ...when, date: dayLater(when.date, by) };
    case 'quarter':
    case 'year':
      return { ...when, year: when.year + by };
    case 'month':
      return { ...when, year: when.year === null ? null : when.year + by };
    case 'month-day':
    case 'recurring':
    case 'unspecified':
      return when;
  }
}

/** A full ISO day some years on; 29/02 becomes 28/02 where it has to. What has no year stays. */
function dayLater(iso: string, by: number): string {
  const match = /^(\d{4})-(\d{2}-\d{2})$/.exec(iso);
  if (!match) return iso;
  const year = Number(match[1]) + by;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, '0')}-${match[2] === '02-29' && !isLeap ? '02-28' : match[2]}`;
}

/** `năm 2024` → `năm 2025`, `2023 - 2025` → `2024 - 2026`; numbers of documents stay. */
function wordsLater(text: string, by: number): string {
  return text.replace(/(?<![\d/])20\d\d(?![\d/])/g, (year) => String(Number(year) + by));
}

function taken(movement: Movement, wanted: CopyWanted, from: Movement): Movement {
  if (wanted.commune === null && wanted.province === null) return movement;
  const commune = wanted.commune ?? movement.issuer.commune;
  const province = wanted.province ?? movement.issuer.province;
  const isNew = commune !== from.issuer.commune || wanted.predecessors.length > 0;
  const day = wanted.validFrom ?? movement.period.from ?? movement.period.to;
  const withoutDistrict = day >= DISTRICTS_END;
  const upward = (to: string | null) => (to && withoutDistrict && /huyện/iu.test(to) ? `UBND ${province}` : to);
  const predecessors = wanted.predecessors.length > 0 ? [...wanted.predecessors] : [from.issuer.commune];
  return {
    ...movement,
    ...(isNew
      ? { id: `${codeOfWords(commune.replace(/^(?:xã|phường|thị trấn) /iu, ''))}-${firstYear(movement)}` }
      : {}),
    issuer: { ...movement.issuer, commune, province, ...(withoutDistrict && { district: null }) },
    ...(isNew ? { predecessors } : {}),
    ...(wanted.validFrom === null ? {} : { validFrom: wanted.validFrom }),
    ...(movement.recipients ? { recipients: [...new Set(movement.recipients.map((to) => upward(to) ?? to))] } : {}),
    // The same commune's plan of the same year: only the old communes are new.
    plan:
      commune === from.issuer.commune
        ? movement.plan
        : { number: null, date: null, dateText: null, title: movement.plan.title },
    calendar: movement.calendar.map((deadline) => ({ ...deadline, to: upward(deadline.to) })),
    scope: isNew ? `địa bàn ${commune}` : movement.scope,
  };
}
