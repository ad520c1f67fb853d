/**
 * A movement as a later plan amends it: what its new text asks stands for what it replaces, what it abolishes goes, all
 * else stays with its code. Criteria of a changed target aim at the new figure; their sets then take the next number.
 */
import { foldKey } from '../../base/text/text.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import type { CalendarEntry, Movement, Quota, Target } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import { leavesOf, type PlanMark } from '../../plan/scoring/plan-marks.ts';
import { calendarRows, quotaRows, rowCode, targetRows } from './plan-rows.ts';
import { criterionOfMark } from './rule-of-mark.ts';

/** Common words of a new text and of what it replaces, as a share of the shorter. */
const SAME = 0.5;
const PART = '(?:mục|phần) (?<part>[IVX]{1,5}|[A-H])(?![\\p{L}\\d])';
const ABOLISHES = new RegExp(
  `(?:bãi bỏ|hủy bỏ|huỷ bỏ|bỏ) (?:điểm (?<letter>[a-zđ]),? ?)?(?:khoản (?<number>\\d{1,2})(?!\\d),? ?)?(?:(?:của )?${PART})?`,
  'giu',
);
const REFERENCE = new RegExp(
  `(?:điểm (?<letter>[a-zđ]),? ?)?khoản (?<number>\\d{1,2})(?!\\d),? ?(?:của )?${PART}`,
  'iu',
);
const ANY_PART = new RegExp(PART, 'giu');

/** `text` = of the amending plan. */
export function amendedMovement(inUse: Movement, reading: PlanReading, text: string): Movement {
  const gone = new Set(abolishedIn(text));
  const remaining = inUse.targets.filter(({ section }) => !gone.has(section));
  const { renewed, added } = matched(remaining, targetRows(reading.targets, false));
  const abolished = new Set(inUse.targets.flatMap(({ code, section }) => (gone.has(section) ? [code] : [])));
  const oneYear = (inUse.period.from ?? inUse.period.to).slice(0, 4) === inUse.period.to.slice(0, 4);
  const { quotas } = quotaRows(reading.quotas, inUse.awards, inUse.audiences, oneYear);
  const changed = changedRows(reading);
  return {
    ...inUse,
    targets: [
      ...remaining.map((old): Target => {
        const now = renewed.get(old.code);
        return now ? { ...old, ...now, code: old.code, section: old.section, scope: old.scope } : old;
      }),
      ...added.map((target, at) => ({ ...target, code: freeCode(inUse, at) })),
    ],
    quotas: withQuotas(inUse.quotas, quotas),
    calendar: withDays(
      inUse.calendar,
      calendarRows(reading.deadlines, oneYear ? Number(inUse.period.to.slice(0, 4)) : null),
    ),
    criteriaSets: inUse.criteriaSets.map((set) => ({
      ...set,
      criteria: set.criteria.map((old) => {
        const criterion = rescored(old, changed);
        const code = criterion.target?.code ?? '';
        if (abolished.has(code)) return { ...criterion, target: null };
        const now = renewed.get(code);
        if (!criterion.target || !now || now.value === null || now.comparator === null) return criterion;
        const { comparator, value, deadline } = now;
        return { ...criterion, target: { ...criterion.target, comparator, value, by: deadline } };
      }),
    })),
  };
}

/** A row of the scale that the new text changes, and the words of its title. */
interface ChangedRow {
  readonly mark: PlanMark;
  readonly words: ReadonlySet<string>;
}

function changedRows({ scorings }: PlanReading): readonly ChangedRow[] {
  const marks = scorings.flatMap((scoring) => (scoring.isAmending ? leavesOf(scoring.marks) : []));
  return marks.map((mark) => ({ mark, words: wordsOf({ subject: '', text: mark.text }) }));
}

/** The criterion with the points and the rule of its changed row; as it was where none, or more than one, has its words. */
function rescored(criterion: Criterion, changed: readonly ChangedRow[]): Criterion {
  const title = [...wordsOf({ subject: '', text: criterion.title })];
  const [row, ...others] =
    title.length === 0 ? [] : changed.filter(({ words }) => title.every((word) => words.has(word)));
  if (!row || others.length > 0 || row.mark.points === null) return criterion;
  const beside = { measured: criterion, report: null, unruled: null, onRead: () => undefined };
  const { rule, measure, unit, direction, maxPoints } = criterionOfMark(row.mark, criterion.code, beside);
  return row.mark.rule === ''
    ? { ...criterion, maxPoints }
    : { ...criterion, rule, measure, unit, direction, maxPoints, proposed: false };
}

/** The line abolishes a clause or a part, named in full or not. */
export function isAbolishing(line: string): boolean {
  return [...line.matchAll(ABOLISHES)].some(({ groups = {} }) => sectionOf(groups) !== '');
}

/** Parts a plan abolishes: `II.4`, `II.2.a`; "Bỏ khoản 4" is of the part that was named last before. */
export function abolishedIn(text: string): readonly string[] {
  const parts = [...text.matchAll(ANY_PART)];
  return [...text.matchAll(ABOLISHES)].flatMap(({ index, groups = {} }) => {
    if (sectionOf(groups) === '') return [];
    const part = groups.part ?? parts.findLast((named) => named.index < index)?.groups?.part;
    return part === undefined ? [] : [sectionOf({ ...groups, part })];
  });
}

/** `II.2.a`; '' where nothing is named. */
function sectionOf({ part, number, letter }: Readonly<Record<string, string | undefined>>): string {
  return [part, number, letter].filter((text) => text !== undefined).join('.');
}

/** Which row of the dossier each new text stands for, and those that stand for none. */
function matched(remaining: readonly Target[], found: readonly Target[]) {
  const renewed = new Map<string, Target>();
  const added: Target[] = [];
  for (const target of found) {
    const open = remaining.filter(({ code, unit }) => unit === target.unit && !renewed.has(code));
    const cited = sectionOf(REFERENCE.exec(target.text)?.groups ?? {});
    const [named, ...more] = open.filter(({ section }) => section === cited);
    const [best] = open
      .map(({ code, ...old }) => ({ code, ...commonWords(old, target) }))
      .sort((a, b) => b.ofShorter - a.ofShorter || b.ofLonger - a.ofLonger);
    if (named && more.length === 0) renewed.set(named.code, target);
    else if (best && best.ofShorter >= SAME) renewed.set(best.code, target);
    else added.push(target);
  }
  return { renewed, added };
}

/** The `nth` code no row of the dossier has had. */
function freeCode({ targets }: Movement, nth: number): string {
  const taken = new Set(targets.map(({ code }) => code));
  let at = targets.length;
  for (let left = nth; left > 0 || taken.has(rowCode('CT', at)); at++) if (!taken.has(rowCode('CT', at))) left--;
  return rowCode('CT', at);
}

function withQuotas(remaining: readonly Quota[], found: readonly Quota[]): Quota[] {
  const isSame = (old: Quota, item: Quota): boolean => old.kind === item.kind && old.round === item.round;
  const changed = remaining.map((old) => {
    const now = found.find((item) => isSame(old, item));
    return now ? { ...old, text: now.text, max: now.max, percent: now.percent, base: now.base } : old;
  });
  const added = found.filter((item) => !remaining.some((old) => isSame(old, item)));
  return [...changed, ...added.map((item, at) => ({ ...item, code: rowCode('DM', remaining.length + at) }))];
}

/** A new day stands for the only old one of the same deed, or for the old one it names; else it is another. */
function withDays(remaining: readonly CalendarEntry[], found: readonly CalendarEntry[]): CalendarEntry[] {
  const renewed = new Map<string, CalendarEntry>();
  const added: CalendarEntry[] = [];
  for (const deadline of found) {
    const same = remaining.filter(({ code, what }) => what === deadline.what && !renewed.has(code));
    const named = remaining.find(({ code, when }) => !renewed.has(code) && isNamedIn(deadline.text, when));
    const old = named ?? (same.length === 1 ? same[0] : undefined);
    if (old) renewed.set(old.code, deadline);
    else added.push(deadline);
  }
  return [
    ...remaining.map((old): CalendarEntry => {
      const now = renewed.get(old.code);
      return now ? { ...old, text: now.text, when: now.when } : old;
    }),
    ...added.map((deadline, at) => ({ ...deadline, code: rowCode('TH', remaining.length + at) })),
  ];
}

/** `lùi từ ngày 30/10/2026 sang ngày 15/11/2026` */
function isNamedIn(text: string, when: CalendarEntry['when']): boolean {
  return when.kind === 'date' && text.includes(when.date.split('-').reverse().join('/'));
}

/** Common words as shares of the shorter and of the longer text: a short subject lies within many. */
function commonWords(old: Pick<Target, 'subject' | 'text'>, target: Target) {
  const [a, b] = [wordsOf(old), wordsOf(target)];
  const common = [...a].filter((word) => b.has(word)).length;
  const share = (size: number) => common / Math.max(1, size);
  return { ofShorter: share(Math.min(a.size, b.size)), ofLonger: share(Math.max(a.size, b.size)) };
}

function wordsOf({ subject, text }: Pick<Target, 'subject' | 'text'>): ReadonlySet<string> {
  const words = (subject === '' ? text : subject).match(/\p{L}{2,}/gu) ?? [];
  return new Set(words.map(foldKey));
}
