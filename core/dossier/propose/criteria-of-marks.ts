/**
 * A plan's own scale of marks → groups and criteria: its groups, words and points, each with its place in the plan. A
 * mark is scored by the plan's own rule where it has one (rule-of-mark.ts), else by a proposed rule; the points of
 * targets that share a mark are proposed too.
 */

import { squashKey } from '../../base/text/text.ts';
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import type { PlanMark, PlanScoring } from '../../plan/scoring/plan-marks.ts';
import type { PlannedThing } from './horizons-of-things.ts';
import { criterionOfMark, type OnRead, type Unruled } from './rule-of-mark.ts';
import { sharePoints } from './share-points.ts';

interface MarkedThings {
  /** The demands on this audience. */
  readonly own: readonly PlannedThing[];
  /** Every figure of the plan that a unit can report. */
  readonly all: readonly PlannedThing[];
  /** The criterion of a thing for `points` points. */
  readonly make: (thing: PlannedThing, code: string, points: number) => Criterion | null;
  /** That of the report of the year. */
  readonly report: (code: string, points: number) => Criterion | null;
  /** How rows without a rule in words are scored; null = the officer has not answered. */
  readonly unruled: Unruled | null;
  readonly onRead: OnRead;
}

type MarkedCriteria = Pick<CriteriaSet, 'groups' | 'criteria' | 'bonusCap'>;

export function criteriaOfMarks({ marks, bonusCap, text }: PlanScoring, things: MarkedThings): MarkedCriteria {
  const plain = marks.filter(isMark);
  const isFlat = plain.every(({ parts }) => parts.length === 0);
  const shared = new Map(isFlat ? plain.map((mark) => [mark, thingsBelow(mark, things.own)]) : []);
  const isShared = [...shared.values()].some((some) => some.length > 0);
  const heading = {
    code: '1',
    text: text.replace(/\([^)]*\)|[\s:.]+$/gu, '').trim() || 'Nội dung chấm điểm',
    parts: plain,
  };
  const groups =
    isFlat && !isShared
      ? [heading]
      : plain
          // What a group adds or takes stands with the bonuses and deductions below, and counts once.
          .map((mark) => ({ ...mark, parts: mark.parts.length > 0 ? mark.parts.filter(isMark) : [mark] }))
          .filter(({ parts }) => parts.length > 0);
  const extra = (['bonus', 'deduction'] as const).flatMap((kind) => {
    const parts = leavesOf(marks, kind);
    return parts.length === 0 ? [] : [{ code: '', text: kind === 'bonus' ? 'Điểm thưởng' : 'Điểm trừ', parts }];
  });
  const all = [...groups, ...extra];
  const codes = distinct(all.map(({ code }) => code));
  const criteria = all.flatMap(({ parts }, at): Criterion[] => {
    const [only] = parts;
    const below = only && parts.length === 1 ? (shared.get(only) ?? []) : [];
    const group = codes[at] ?? '';
    if (only && below.length > 0) return sharedBy(below, only, group, things);
    const leaves = parts.flatMap((part) => (part.parts.length > 0 ? leavesOf([part], part.kind, true) : [part]));
    const own = distinct(leaves.map(({ code }) => code));
    return leaves.map((mark, place) => criterionOf(mark, `${group}.${own[place]}`, things));
  });
  const bonuses = leavesOf(marks, 'bonus').reduce((sum, { points }) => sum + (points ?? 0), 0);
  return {
    groups: all.map((item, at) => ({ code: codes[at] ?? '', title: item.text })),
    criteria,
    bonusCap: bonuses === 0 ? 0 : (bonusCap ?? bonuses),
  };
}

function isMark({ kind }: PlanMark): boolean {
  return kind === 'mark';
}

/** Marks with points and nothing below them; a part within a part also names the part it belongs to. */
function leavesOf(marks: readonly PlanMark[], kind: PlanMark['kind'], isNamed = false): readonly PlanMark[] {
  return marks.flatMap((mark) => {
    if (mark.parts.length === 0) return mark.kind === kind && mark.points !== null ? [mark] : [];
    return leavesOf(mark.parts, kind).map((part) =>
      isNamed ? { ...part, code: '', text: `${mark.text}: ${part.text}` } : part,
    );
  });
}

/** The plan's own numbers where they tell all apart and can be a code, else 1, 2, 3; what has none gets its place. */
function distinct(codes: readonly string[]): readonly string[] {
  const own = codes.filter((code) => code !== '').map((code) => code.split('.').at(-1) ?? '');
  const isUsable = own.every((code) => /^[0-9A-Za-z]+$/.test(code)) && new Set(own).size === own.length;
  const taken = new Set(isUsable ? own : []);
  return codes.map((code, at) => {
    if (isUsable && code !== '') return code.split('.').at(-1) ?? '';
    let free = at + 1;
    while (taken.has(String(free))) free++;
    taken.add(String(free));
    return String(free);
  });
}

/** Targets under the part of the plan that a mark is of, by its number (`Nội dung I`) or by the words of its heading. */
function thingsBelow({ text }: PlanMark, own: readonly PlannedThing[]): readonly PlannedThing[] {
  const number = NUMBERED.exec(text)?.[1];
  const key = squashKey(text);
  const isBelow = (path: string, code: string): boolean => `.${path}.`.includes(`.${code}.`);
  return own.filter(({ horizons: [first] }) => {
    if (!first) return false;
    if (OF_ALL.test(text)) return true;
    if (number !== undefined) return /^[IVX]+$/.test(number) && isBelow(first.section, number);
    return key.length >= SHORTEST && squashKey(first.under).includes(key);
  });
}
const NUMBERED = /^(?:nội dung|chỉ tiêu|tiêu chí|mục|phần|nhóm) ([IVX]+|[A-HĐ]|\d+(?:\.\d+)*)$/iu;
/** `Điểm thực hiện chỉ tiêu` */
const OF_ALL = /^(?:điểm )?(?:kết quả )?(?:(?:thực hiện|hoàn thành) )?(?:các )?(?:chỉ tiêu|nội dung)(?: thi đua)?$/iu;
const SHORTEST = 8;

/** The mark is the plan's, what each of them has of it is ours. */
function sharedBy(below: readonly PlannedThing[], mark: PlanMark, group: string, things: MarkedThings): Criterion[] {
  const chosen = below.slice(0, Math.max(1, Math.floor((mark.points ?? 0) / 100)));
  const whole = Math.floor((mark.points ?? 0) / 100);
  const shares = sharePoints(
    whole,
    chosen.map(() => 1),
  );
  const made = chosen.flatMap((thing, at) => things.make(thing, `${group}.${at + 1}`, shares[at] ?? 0) ?? []);
  const sum = made.reduce((all, { maxPoints }) => all + maxPoints, 0);
  if (sum === mark.points) return made;
  return [criterionOf(mark, `${group}.1`, { ...things, ...NO_THINGS })];
}

const NO_THINGS = { own: [], all: [], make: () => null, report: () => null, unruled: null };

function criterionOf(mark: PlanMark, code: string, things: MarkedThings): Criterion {
  const points = (mark.points ?? 0) / 100;
  const thing = mark.kind === 'mark' ? thingOf(mark, things) : null;
  const measured = thing && things.make(thing, code, points);
  const report = !measured && /báo cáo/iu.test(mark.text) ? things.report(code, points) : null;
  return criterionOfMark(mark, code, { measured, report, unruled: things.unruled, onRead: things.onRead });
}

/** What the mark's own words want a figure of, else the one thing of the plan that they name. */
function thingOf({ offset, text }: PlanMark, { own, all }: MarkedThings): PlannedThing | null {
  const inside = all.filter(({ horizons }) =>
    horizons.some((horizon) => horizon.offset >= offset && horizon.offset < offset + text.length),
  );
  const key = squashKey(text);
  const named =
    inside.length > 0
      ? inside
      : own.filter(({ wording }) => key.includes(squashKey(wording.title.replace(/^Tỷ lệ /u, ''))));
  const [only, ...others] = named;
  return only && others.length === 0 && countOf(text) < 2 ? only : null;
}

/** Clauses that each want something. */
function countOf(text: string): number {
  return text.split(';').length;
}
