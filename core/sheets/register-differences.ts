/** How two lists of units differ, in words, for a user who has both and uses one of them. */
import { matchUnit } from '../report/match-unit.ts';
import type { Register, RegisterUnit } from '../report/register.ts';
import { REGISTER_TITLES, registerCells } from './register-sheet.ts';

/** Most units named in a sentence; beyond that only their number. */
const NAMED = 6;

/** Vietnamese half sentences about `given` beside `own`; none when they say the same. */
export function registerDifferences(listed: Register, own: Register): string[] {
  const pairs = listed.map((unit) => ({ unit, before: matchUnit(unit.name, own) }));
  const met = new Set(pairs.map(({ before }) => before));
  const added = pairs.flatMap(({ unit, before }) => (before === null ? [unit] : []));
  const missing = own.filter((unit) => !met.has(unit) && matchUnit(unit.name, listed) === null);
  const changed = pairs.flatMap(({ unit, before }) => {
    const titles = before === null ? [] : changedTitles(unit, before);
    return titles.length > 0 ? [`${unit.name} (${titles.join(', ')})`] : [];
  });
  return [
    ...sentences('thêm', added.map(nameOf)),
    ...sentences('không có', missing.map(nameOf)),
    ...sentences('ghi khác', changed),
  ];
}

function nameOf({ name }: RegisterUnit): string {
  return name;
}

function changedTitles(unit: RegisterUnit, before: RegisterUnit): string[] {
  const was = registerCells(before, before.audience);
  return registerCells(unit, unit.audience).flatMap((value, at) => {
    const title = REGISTER_TITLES[at];
    return value === was[at] || title === undefined ? [] : [title];
  });
}

function sentences(what: string, units: readonly string[]): string[] {
  if (units.length === 0) return [];
  const more = units.length > NAMED ? ` và ${units.length - NAMED} đơn vị khác` : '';
  return [`${what} ${units.slice(0, NAMED).join('; ')}${more}`];
}
