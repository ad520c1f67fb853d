/**
 * A holder for each unit and person out of the records of all sources, whatever order they come in. A name of earlier
 * years belongs to a unit of today only when it is spelt as its name or one of its other names, or an officer said so:
 * a unit that was renamed or merged, people of one name and sources that differ are questions, never guessed.
 */
import { groupBy } from '../../base/group-by.ts';
import { squashKey } from '../../base/text/text.ts';
import { matchUnit, spelledOut } from '../../report/match-unit.ts';
import type { Register } from '../../report/register.ts';
import type { History, HistoryQuestion, Holder } from './history.ts';
import { awardsIn, compare, type NamedRecord, resultsOf } from './same-results.ts';
import { NOBODY, type YearRecord } from './year-record.ts';

/** `register` = the units of today; null = there is no list, and names stay as they are written. */
export function historyOf(records: readonly YearRecord[], register: Register | null): History {
  const counted = records.filter(({ left }) => left !== true);
  const placed = place(counted, namesToday(register));
  const groups = [...groupBy(placed, ({ key }) => key).values()];
  const holders = groups.map(holderOf).sort((x, y) => compare(orderOf(x), orderOf(y)));
  const questions = [
    ...renamed(placed, register),
    ...namesakes(placed),
    ...groups.flatMap(merged),
    ...holders.flatMap(differing),
  ].sort((x, y) => compare(JSON.stringify(x), JSON.stringify(y)));
  const years = [...new Set(counted.flatMap(({ year }) => year ?? []))].sort((x, y) => x - y);
  return { holders, questions, years, byName: groupBy(holders, ({ name }) => squashKey(name)) };
}

interface OwnedRecord extends NamedRecord {
  /** One for all records of a holder. */
  readonly key: string;
  readonly name: string;
  /** The officer's own answer, or a name of today's list; otherwise it is only taken as written. */
  readonly by: 'answer' | 'register' | 'written';
}

/** Spelling of each name in the register → the unit's name. */
function namesToday(register: Register | null): ReadonlyMap<string, string> {
  const units = groupBy(
    (register ?? []).flatMap(({ name, otherNames }) =>
      [name, ...otherNames].map((text) => ({ key: spelledOut(text), name })),
    ),
    ({ key }) => key,
  );
  // A spelling that two units share is nobody's.
  return new Map(
    [...units].flatMap(([key, found]) => {
      const names = new Set(found.map(({ name }) => name));
      const [only] = names;
      return only !== undefined && names.size === 1 ? [[key, only] as const] : [];
    }),
  );
}

function place(records: readonly YearRecord[], today: ReadonlyMap<string, string>): readonly OwnedRecord[] {
  const works = new Map(
    [...groupBy(records.filter(isPerson), ({ name }) => squashKey(name))].map(([key, own]) => [
      key,
      new Set(own.map(({ of = '' }) => squashKey(of)).filter((of) => of !== '')),
    ]),
  );
  const worksOf = ({ name }: YearRecord) => works.get(squashKey(name)) ?? new Set<string>();
  const keyed = records.map((record) => ({
    record,
    written: isPerson(record) ? personKey(record, worksOf(record)) : spelledOut(record.name),
  }));
  const answers = answersOf(keyed);
  return keyed.map(({ record, written }): OwnedRecord => {
    const answer = record.now ?? answers.get(written);
    if (answer === NOBODY) return { record, written, key: `nobody ${written}`, name: record.name, by: 'answer' };
    const called = answer ?? record.name;
    // Of people of one name the list does not tell which it means.
    const mayBeListed = answer !== undefined || !isPerson(record) || worksOf(record).size < 2;
    const unit = mayBeListed ? today.get(spelledOut(called)) : undefined;
    const name = unit ?? called;
    const by = answer === undefined ? (unit === undefined ? 'written' : 'register') : 'answer';
    return { record, written, key: by === 'written' && isPerson(record) ? written : spelledOut(name), name, by };
  });
}

/** A person or household: never taken for a unit of the register that sounds alike. */
function isPerson({ kind, of = '' }: YearRecord): boolean {
  return kind === 'individual' || kind === 'household' || of !== '';
}

/** Of a name without a place of work: the only place known for it. */
function personKey({ name, of = '' }: YearRecord, works: ReadonlySet<string>): string {
  const [only] = works.size === 1 ? works : [];
  return `${squashKey(name)}|${squashKey(of) || (only ?? '')}`;
}

/** What an officer said of one record holds for all of the same written name, unless he said different things. */
function answersOf(records: readonly NamedRecord[]): ReadonlyMap<string, string> {
  const answersByName = groupBy(
    records.flatMap(({ record: { now }, written }) => (now === undefined ? [] : [{ written, now }])),
    ({ written }) => written,
  );
  return new Map(
    [...answersByName].flatMap(([key, all]) => {
      const names = all.map(({ now }) => now).sort(compare);
      const [first] = names;
      return first !== undefined && new Set(names.map(spelledOut)).size === 1 ? [[key, first] as const] : [];
    }),
  );
}

function holderOf(records: readonly OwnedRecord[]): Holder {
  const kinds = new Set(records.flatMap(({ record }) => record.kind ?? []));
  const [kind = null] = kinds.size === 1 ? kinds : [];
  const texts = (list: readonly string[]) => [...new Set(list.filter((text) => text !== ''))].sort(compare);
  const names = texts(records.map(({ name }) => name));
  const known = texts(records.flatMap(({ name, by }) => (by === 'register' ? [name] : [])));
  return {
    name: known[0] ?? names[0] ?? '',
    kind,
    of: texts(records.map(({ record }) => record.of ?? ''))[0] ?? '',
    results: resultsOf(records),
    awards: awardsIn(records),
  };
}

/** By name; to the last fact, so that no two different ones are equal. */
function orderOf(holder: Holder): string {
  const { name, of } = holder;
  return JSON.stringify([squashKey(name), squashKey(of), holder]);
}

function renamed(placed: readonly OwnedRecord[], register: Register | null): readonly HistoryQuestion[] {
  if (register === null) return [];
  const open = placed.filter(({ record, by }) => by === 'written' && !isPerson(record));
  return [...groupBy(open, ({ written }) => written).values()].flatMap((group): HistoryQuestion[] => {
    const names = [...new Set(group.map(({ record }) => record.name))].sort(compare);
    const [name = ''] = names;
    const guess = matchUnit(name, register)?.name ?? null;
    // Of a source that does not say whom it names it may be a person: asked only when it sounds like a unit of today.
    if (guess === null && !group.some(({ record }) => record.kind === 'collective')) return [];
    return [{ kind: 'renamed', name, years: yearsOf(group), guess }];
  });
}

function yearsOf(group: readonly OwnedRecord[]): readonly number[] {
  return [...new Set(group.flatMap(({ record }) => record.year ?? []))].sort((x, y) => x - y);
}

function namesakes(placed: readonly OwnedRecord[]): readonly HistoryQuestion[] {
  const people = placed.filter(({ record, by }) => isPerson(record) && by !== 'answer');
  return [...groupBy(people, ({ record }) => squashKey(record.name)).values()].flatMap((group): HistoryQuestion[] => {
    if (new Set(group.map(({ written }) => written)).size < 2) return [];
    const places = [...new Set(group.map(({ record }) => record.of ?? ''))].sort(compare);
    const [name = ''] = group.map(({ record }) => record.name).sort(compare);
    return [{ kind: 'namesake', name, places }];
  });
}

/** Names of one year in one movement; a record without a movement may be of any. */
function merged(records: readonly OwnedRecord[]): readonly HistoryQuestion[] {
  if (records.every(({ by, record }) => by !== 'register' || record.now !== undefined)) return [];
  const ofYear = [...groupBy(records, ({ record }) => record.year)];
  return ofYear.flatMap(([year, group]): HistoryQuestion[] => {
    const movements = new Set(group.map(({ record }) => squashKey(record.movement)));
    const namesIn = (movement: string) =>
      new Set(
        group.filter(({ record }) => ['', movement].includes(squashKey(record.movement))).map(({ written }) => written),
      );
    const open = new Set(
      [...movements].flatMap((movement) => (namesIn(movement).size > 1 ? [...namesIn(movement)] : [])),
    );
    if (open.size === 0 || group.every(({ written, by }) => !open.has(written) || by === 'answer')) return [];
    const called = group.filter(({ written }) => open.has(written)).map(({ record }) => record.name);
    const name = group.map((placed) => placed.name).sort(compare)[0] ?? '';
    return [{ kind: 'merged', name, year, names: [...new Set(called)].sort(compare) }];
  });
}

function differing({ name, results }: Holder): readonly HistoryQuestion[] {
  return results
    .filter(({ differs }) => differs)
    .map(({ year, movement, called, sources }) => ({ kind: 'differs', name, called, year, movement, sources }));
}
