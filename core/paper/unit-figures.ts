/**
 * The figures of the movement that several papers state, each counted once from the one list of units, and what of them
 * does not add up. Private persons and households are not units: of them only their number is stated.
 */
import { groupBy } from '../base/group-by.ts';
import { ownTargets } from '../commune/result/commune-result.ts';
import {
  isLate,
  isReceived,
  type ListedUnit,
  reportingUnits,
  unitAudiences,
  unitList,
} from '../judge/run/unit-list.ts';
import type { RankedUnit } from '../judge/score/score-sheet.ts';
import { hasRegistered } from '../report/register.ts';
import type { PaperFacts } from './facts.ts';
import { reportOf } from './lists.ts';

export interface UnitFigures {
  /** Units of the register, and how many of them registered; null = nobody wrote registrations down. */
  readonly listed: number | null;
  readonly registered: number | null;
  /** Units that take part or sent a report anyway, each in exactly one of the following lists. */
  readonly expected: readonly ListedUnit[];
  readonly received: readonly ListedUnit[];
  readonly missing: readonly ListedUnit[];
  /** Of those received. */
  readonly returned: readonly ListedUnit[];
  readonly late: readonly ListedUnit[];
  /** Places of units, best first within each audience. */
  readonly ranked: readonly RankedUnit[];
  /** Name of each class with its number of units, the best class first; units without a class are counted last. */
  readonly classes: readonly (readonly [name: string, count: number])[];
  /** `05 cá nhân`: private persons and households that sent a form of their own. */
  readonly persons: { readonly individual: number; readonly household: number };
}

export function unitFigures(facts: Pick<PaperFacts, 'run'>): UnitFigures {
  const { run } = facts;
  const isUnit = unitAudiences(run.movement);
  const all = unitList(run);
  const expected = reportingUnits(run);
  const own = run.register?.filter(({ audience }) => isUnit(audience)) ?? null;
  const answered = own?.filter((unit) => hasRegistered(unit) !== null) ?? [];
  const received = expected.filter(isReceived);
  const ranked = run.rankings.filter(({ audience }) => isUnit(audience));
  const persons = (subject: 'individual' | 'household') => {
    const kinds = new Set(
      run.movement.audiences.filter((audience) => audience.subject === subject).map(({ kind }) => kind),
    );
    return all.filter((listedUnit) => kinds.has(listedUnit.audience) && isReceived(listedUnit)).length;
  };
  return {
    listed: own?.length ?? null,
    registered: answered.length === 0 ? null : answered.filter((unit) => hasRegistered(unit)).length,
    expected: expected,
    received,
    missing: expected.filter((listedUnit) => !isReceived(listedUnit)),
    returned: received.filter(({ state }) => state === 'returned'),
    late: received.filter((listedUnit) => isLate(run, listedUnit)),
    ranked,
    classes: classesOf(facts, ranked),
    persons: { individual: persons('individual'), household: persons('household') },
  };
}

const NO_CLASS = 'chưa xếp loại';

function classesOf(facts: Pick<PaperFacts, 'run'>, ranked: readonly RankedUnit[]): UnitFigures['classes'] {
  const { movement } = facts.run;
  const ladders = movement.criteriaSets.map(({ classification }) =>
    [...classification].sort((x, y) => y.from - x.from),
  );
  const order = [...new Set(ladders.flatMap((bands) => bands.map(({ name }) => name)))];
  const placeOf = (name: string) =>
    Math.min(...ladders.map((bands) => bands.findIndex((band) => band.name === name)).filter((at) => at >= 0));
  const named = groupBy(
    ranked,
    ({ unit, audience }) => reportOf(facts, unit, audience)?.score?.classification?.name ?? NO_CLASS,
  );
  const known = order.toSorted((x, y) => placeOf(x) - placeOf(y)).filter((name) => named.has(name));
  const names = [...known, ...(named.has(NO_CLASS) ? [NO_CLASS] : [])];
  return names.map((name) => [name, named.get(name)?.length ?? 0] as const);
}

/** What does not add up, in Vietnamese; none where every breakdown sums to its whole and nobody is counted twice. */
export function figureFaults(facts: PaperFacts): readonly string[] {
  const { expected, received, missing, ranked, classes } = unitFigures(facts);
  const sum = classes.reduce((all, [, count]) => all + count, 0);
  const twice = [
    expected.map(({ name, audience }) => `${audience}|${name}`),
    ranked.map(({ unit, audience }) => `${audience}|${unit}`),
  ]
    .flatMap((keys) => keys.filter((key, at) => keys.indexOf(key) < at))
    .map((key) => key.replace(/^.*\|/u, ''));
  const states = Object.values(facts.commune?.counts ?? {}).reduce((all, count) => all + count, 0);
  const targets = ownTargets(facts.commune?.targets ?? []).length;
  return [
    ...(received.length + missing.length === expected.length
      ? []
      : [`Số đơn vị đã gửi và chưa gửi báo cáo cộng lại không bằng ${expected.length}.`]),
    ...(sum === ranked.length ? [] : [`Số đơn vị theo xếp loại cộng lại là ${sum}, xếp hạng ${ranked.length} đơn vị.`]),
    ...(twice.length === 0 ? [] : [`Đơn vị được tính hai lần: ${[...new Set(twice)].join('; ')}.`]),
    ...(states === targets ? [] : [`Số chỉ tiêu theo đánh giá cộng lại là ${states}, Kế hoạch có ${targets}.`]),
  ];
}
