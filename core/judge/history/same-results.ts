/** Merges the records of a unit or person: several sources of the same year make a single result and a single award. */
import { groupBy } from '../../base/group-by.ts';
import { inCodeOrder } from '../../base/text/code-order.ts';
import { bareKey, squashKey } from '../../base/text/text.ts';
import type { YearAward, YearResult } from './history.ts';
import type { YearRecord } from './year-record.ts';

/** A record with the key of its written name. */
export interface NamedRecord {
  readonly record: YearRecord;
  readonly written: string;
}

/** Results by year, movement and written name. A record without a movement joins the only movement of its year. */
export function resultsOf(records: readonly NamedRecord[]): readonly YearResult[] {
  const scored = records.filter(({ record: { points, share, classification } }) =>
    [points, share, classification].some((fact) => fact !== undefined),
  );
  const ofYear = groupBy(scored, ({ record, written }) => JSON.stringify([record.year, written]));
  return [...ofYear.values()]
    .flatMap((group) => [...byMovement(group).values()].map(resultOf))
    .sort((x, y) => inCodeOrder(sortKey(x), sortKey(y)));
}

function byMovement(group: readonly NamedRecord[]): ReadonlyMap<string, readonly NamedRecord[]> {
  const keys = new Set(group.map(({ record }) => squashKey(record.movement)).filter((key) => key !== ''));
  const [only] = keys.size === 1 ? keys : [];
  const named = group.filter(({ record }) => record.movement !== '');
  const keyOf = ({ record }: NamedRecord): string => {
    if (record.movement !== '') return squashKey(record.movement);
    const same = named.filter((other) => figuresOf(other.record) === figuresOf(record));
    const sameKeys = new Set(same.map((other) => squashKey(other.record.movement)));
    const [equal] = sameKeys.size > 0 ? [...sameKeys].sort() : [];
    return only ?? equal ?? '';
  };
  return groupBy(group, keyOf);
}

function figuresOf({ points, share, classification }: YearRecord): string {
  return JSON.stringify([points ?? null, share ?? null, squashKey(classification ?? '')]);
}

function resultOf(group: readonly NamedRecord[]): YearResult {
  const records = sorted(group.map(({ record }) => record));
  const points = distinct(records.map((record) => record.points));
  const share = distinct(records.map((record) => record.share));
  const classes = [...groupBy(texts(records, 'classification'), squashKey).values()].flatMap(([first]) => first ?? []);
  const only = <T>(values: readonly T[]): T | null => (values.length === 1 ? (values[0] ?? null) : null);
  return {
    year: records[0]?.year ?? null,
    movement: texts(records, 'movement')[0] ?? '',
    called: records[0]?.name ?? '',
    points: only(points),
    share: only(share),
    classification: only(classes),
    differs: [points, share, classes].some((values) => values.length > 1),
    sources: distinct(records.map(({ source }) => source)),
  };
}

/**
 * Awards by title and year. Two decisions are two awards; an award without a decision is one of those with the same
 * title and year, unless it is of another movement.
 */
export function awardsIn(records: readonly NamedRecord[]): readonly YearAward[] {
  const titled = sorted(
    records.flatMap(({ record }) => (record.title === undefined || bareKey(record.title) === '' ? [] : [record])),
  );
  // `Giấy khen` and `Giấy khen của Chủ tịch UBND xã` with the same decision are the same award.
  const titles = distinct(titled.map(({ title = '' }) => squashKey(title))).sort((x, y) => y.length - x.length);
  const decided = titled.filter(({ decision = '' }) => decision !== '');
  const years = (record: YearRecord): number | null =>
    record.year ?? onlyYear(decided.filter((other) => isSameDecision(other, record)));
  // Without a decision it may be the award of that year with a longer title.
  const mayBeOf = (record: YearRecord, other: YearRecord) =>
    isSameDecision(other, record) || ((record.decision ?? '') === '' && other.year === record.year);
  const titleKey = (record: YearRecord): string => {
    const own = squashKey(record.title ?? '');
    const longer = decided.filter((other) => mayBeOf(record, other)).map(({ title = '' }) => squashKey(title));
    return titles.find((title) => title === own || (longer.includes(title) && title.startsWith(own))) ?? own;
  };
  const groups = groupBy(titled, (record) => JSON.stringify([years(record), titleKey(record)]));
  return [...groups.values()]
    .flatMap((group) => apart(group).map((same) => awardOf(same, years)))
    .sort((x, y) => inCodeOrder(sortKey(x), sortKey(y)));
}

function isSameDecision(one: YearRecord, other: YearRecord): boolean {
  return (other.decision ?? '') !== '' && squashKey(one.decision ?? '') === squashKey(other.decision ?? '');
}

function onlyYear(records: readonly YearRecord[]): number | null {
  const years = distinct(records.map(({ year }) => year ?? undefined));
  return years.length === 1 ? (years[0] ?? null) : null;
}

/** Splits records of the same title and year into awards. */
function apart(group: readonly YearRecord[]): readonly (readonly YearRecord[])[] {
  const decided = [
    ...groupBy(
      group.filter(({ decision = '' }) => decision !== ''),
      ({ decision = '' }) => squashKey(decision),
    ).values(),
  ];
  const movements = new Set(decided.flat().map(({ movement }) => squashKey(movement)));
  const bare = group.filter(({ decision = '' }) => decision === '');
  const own = bare.filter(
    ({ movement }) =>
      movement !== '' && decided.length > 0 && !movements.has(squashKey(movement)) && !movements.has(''),
  );
  const others = decided.length > 0 ? own : bare.filter(({ movement }) => movement !== '');
  const byOther = [...groupBy(others, ({ movement }) => squashKey(movement)).values()];
  const all = [...decided, ...byOther];
  const placed = new Set(all.flat());
  const rest = group.filter((record) => !placed.has(record));
  const [first, ...more] = all;
  // The remaining records repeat some award here; the number of awards is the same whichever it is.
  return first === undefined ? [rest] : [[...first, ...rest], ...more];
}

function awardOf(group: readonly YearRecord[], years: (record: YearRecord) => number | null): YearAward {
  const records = sorted(group);
  const longest = [...texts(records, 'title')].sort((x, y) => y.length - x.length || inCodeOrder(x, y));
  const [first] = records;
  return {
    year: first ? years(first) : null,
    movement: texts(records, 'movement')[0] ?? '',
    title: longest[0] ?? '',
    decision: texts(records, 'decision')[0] ?? '',
    date: texts(records, 'date')[0] ?? '',
    sources: distinct(records.map(({ source }) => source)),
  };
}

/** Sorts records by all their fields, so that the order of the sources does not matter. */
function sorted(records: readonly YearRecord[]): readonly YearRecord[] {
  const keyOf = (record: YearRecord) => JSON.stringify(Object.entries(record).sort(([x], [y]) => inCodeOrder(x, y)));
  return [...records]
    .map((record) => ({ record, key: keyOf(record) }))
    .sort((x, y) => inCodeOrder(x.key, y.key))
    .map(({ record }) => record);
}

function texts(
  records: readonly YearRecord[],
  field: 'movement' | 'title' | 'decision' | 'date' | 'classification',
): readonly string[] {
  return records.flatMap((record) => (record[field] ? [record[field]] : []));
}

function distinct<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** Sort key: by year and movement, then by every field, so that only equal items have equal keys. */
function sortKey(item: YearResult | YearAward): string {
  const { year, movement } = item;
  return JSON.stringify([year ?? 0, movement, item]);
}
