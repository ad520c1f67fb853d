/**
 * Merges the records of all sources into a holder for each unit and person; the order of the sources does not matter. A
 * name of earlier years belongs to a unit of today only if it is spelt like the unit's name or another name of it, or by
 * an officer's answer. Renamed and merged units, people with the same name and differing sources become questions.
 */
import { groupBy } from '../../base/group-by.ts';
import { inCodeOrder } from '../../base/text/code-order.ts';
import { squashKey } from '../../base/text/text.ts';
import { matchUnit, spelledOut } from '../../report/match-unit.ts';
import type { Register } from '../../report/register.ts';
import type { History, HistoryQuestion, Holder } from './history.ts';
import { awardsIn, type NamedRecord, resultsOf } from './same-results.ts';
import { NOBODY, type YearRecord } from './year-record.ts';

/** `register` = the units of today; null = no list: names stay as written. */
export function historyOf(records: readonly YearRecord[], register: Register | null): History {
  const counted = records.filter(({ left }) => left !== true);
  const placed = place(counted, namesToday(register));
  const groups = [...groupBy(placed, ({ key }) => key).values()];
  const holders = groups.map(holderOf).sort((x, y) => inCodeOrder(orderOf(x), orderOf(y)));
  const questions = [
    ...renamed(placed, register),
    ...namesakes(placed),
    ...groups.flatMap(merged),
    ...holders.flatMap(differing),
  ].sort((x, y) => inCodeOrder(JSON.stringify(x), JSON.stringify(y)));
  const years = [...new Set(counted.flatMap(({ year }) => year ?? []))].sort((x, y) => x - y);
  return { holders, questions, years, byName: groupBy(holders, ({ name }) => squashKey(name)) };
}

interface OwnedRecord extends NamedRecord {
  /** The same for all records of a holder. */
  readonly key: string;
  readonly name: string;
  /** Where the name comes from: the officer's answer, the register, or the source as written. */
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
  // A spelling shared by two units identifies neither.
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
    // The list does not tell people of the same name apart.
    const mayBeListed = answer !== undefined || !isPerson(record) || worksOf(record).size < 2;
    const unit = mayBeListed ? today.get(spelledOut(called)) : undefined;
    const name = unit ?? called;
    const by = answer === undefined ? (unit === undefined ? 'written' : 'register') : 'answer';
    return { record, written, key: by === 'written' && isPerson(record) ? written : spelledOut(name), name, by };
  });
}

/** A person or household: never matched to a unit of the register. */
function isPerson({ kind, of = '' }: YearRecord): boolean {
  return kind === 'individual' || kind === 'household' || of !== '';
}

/** A name without a workplace takes the only workplace known for it. */
function personKey({ name, of = '' }: YearRecord, works: ReadonlySet<string>): string {
  const [only] = works.size === 1 ? works : [];
  return `${squashKey(name)}|${squashKey(of) || (only ?? '')}`;
}

/** An officer's answer on one record applies to all records with the same written name, unless the answers differ. */
function answersOf(records: readonly NamedRecord[]): ReadonlyMap<string, string> {
  const answersByName = groupBy(
    records.flatMap(({ record: { now }, written }) => (now === undefined ? [] : [{ written, now }])),
    ({ written }) => written,
  );
  return new Map(
    [...answersByName].flatMap(([key, all]) => {
      const names = all.map(({ now }) => now).sort();
      const [first] = names;
      return first !== undefined && new Set(names.map(spelledOut)).size === 1 ? [[key, first] as const] : [];
    }),
  );
}

function holderOf(records: readonly OwnedRecord[]): Holder {
  const kinds = new Set(records.flatMap(({ record }) => record.kind ?? []));
  const [kind = null] = kinds.size === 1 ? kinds : [];
  const texts = (list: readonly string[]) => [...new Set(list.filter((text) => text !== ''))].sort();
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

/** Sort key: by name, then by every field, so that only equal holders have equal keys. */
function orderOf(holder: Holder): string {
  const { name, of } = holder;
  return JSON.stringify([squashKey(name), squashKey(of), holder]);
}

function renamed(placed: readonly OwnedRecord[], register: Register | null): readonly HistoryQuestion[] {
  if (register === null) return [];
  const open = placed.filter(({ record, by }) => by === 'written' && !isPerson(record));
  return [...groupBy(open, ({ written }) => written).values()].flatMap((group): HistoryQuestion[] => {
    const names = [...new Set(group.map(({ record }) => record.name))].sort();
    const [name = ''] = names;
    const guess = matchUnit(name, register)?.name ?? null;
    // The source gives no kind, so this may be a person: ask only if the name is like a unit's of today.
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
    const places = [...new Set(group.map(({ record }) => record.of ?? ''))].sort();
    const [name = ''] = group.map(({ record }) => record.name).sort();
    return [{ kind: 'namesake', name, places }];
  });
}

/** Asks about several names of a holder in the same year and movement. A record without a movement fits every movement. */
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
    const name = group.map((placed) => placed.name).sort()[0] ?? '';
    return [{ kind: 'merged', name, year, names: [...new Set(called)].sort() }];
  });
}

function differing({ name, results }: Holder): readonly HistoryQuestion[] {
  return results
    .filter(({ differs }) => differs)
    .map(({ year, movement, called, sources }) => ({ kind: 'differs', name, called, year, movement, sources }));
}
