/**
 * "Tạo mẫu báo cáo": a sheet for each unit of a pasted list, and the units in the register. Sheets that stand are never
 * touched.
 */

import type { Period } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { reportTemplate, sheetName } from '../../core/form/template.ts';
import type { CriteriaSet } from '../../core/movement/criteria-set.ts';
import { criteriaSetFor, findAudience, wholeSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import type { Register } from '../../core/report/register.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { listedUnits } from '../book/listed-units.ts';
import { movementIn } from '../book/own-movement.ts';
import { ASSIGNED_LIST, COUNCIL_TABLES, findTable, OWN_TABLES } from '../book/own-tables.ts';
import { readRegister } from '../book/register.ts';
import { registerActions, unitsReporting, withListed, withUnits } from '../book/register-actions.ts';
import { readSettings } from '../book/settings.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host, HostBook } from '../host/port.ts';
import { loadBook } from '../run/load.ts';
import { formsFault } from './forms-fault.ts';
import { alikeUnits, LONGEST_NAME, longName, pastedUnits, unitsWithAudience } from './pasted-units.ts';

export interface FormsWanted {
  /** Kind or Vietnamese name; null = each unit's own audience, found in its line. */
  readonly audience: string | null;
  readonly period: Period;
  /** Names, or lines as pasted: numbering and empty lines allowed. */
  readonly units: readonly string[];
  /** Bytes of a list (.xlsx, .csv) in place of the two: each unit with its audience, and what else it says of it. */
  readonly listed?: Uint8Array;
}

interface FormsMade extends Outcome {
  /** Units a form was made for. */
  readonly made: readonly string[];
  /** Units that had a sheet of their name already. */
  readonly existing: readonly string[];
  /** Units of a list without criteria in the period: they stand in the list, and got no form. */
  readonly without: readonly string[];
  /** Groups of names now in the list that differ by their tones and marks only. */
  readonly alike: readonly (readonly string[])[];
}

/** More sheets than this make a workbook nobody can handle. */
const MOST = 250;
const NO_UNITS = 'Hãy dán danh sách đơn vị, mỗi dòng một đơn vị.';

export async function makeForms(
  host: Host,
  wanted: FormsWanted,
  progress: (done: number) => void = () => undefined,
): Promise<Result<FormsMade>> {
  const read = await host.read((share) => progress(share / 2));
  if (!read.ok) return read;
  const book = read.value;
  const settings = readSettings(book);
  if (!settings.ok) return settings;
  const held = await movementIn(book, settings.value.movement);
  if (!held.ok) return held;
  const { movement, toCheck } = held.value;
  const fault = formsFault(held.value);
  if (fault !== undefined) return refuse('criteria', fault);
  const outside = outsideMovement(movement, wanted.period);
  if (outside !== null) return refuse('outside-movement', outside);
  const listing = wanted.listed ? listedUnits(wanted.listed, movement.audiences) : pasted(movement, wanted);
  if (!listing.ok) return listing;
  const tooLong = listing.value.find(({ name }) => name.length > LONGEST_NAME);
  if (tooLong !== undefined) return refuse('long-name', longName(tooLong.name));
  const register = readRegister(book, movement);
  if (!register.ok) return register;

  const standing = new Set(book.book.sheets.map(({ name }) => sheetKey(name)));
  // A unit called like a sheet of ours gets a name of its own: sheets of ours are never read as reports.
  const ours = [...Object.values(OWN_TABLES), ...Object.values(COUNCIL_TABLES)].map(({ sheet }) => sheet);
  const taken = [...book.book.sheets.map(({ name }) => name), ...ours];
  const own =
    findTable(book, ASSIGNED_LIST.table) === undefined
      ? null
      : (await import('./own-targets.ts')).ownTargetsIn(book, movement, listing.value, wanted.period);
  const made: string[] = [];
  const keptSheets: string[] = [];
  const sheets: NewSheet[] = [];
  const used: CriteriaSet[] = [];
  const without: string[] = [];
  for (const { name: unit, audience } of listing.value) {
    const set = criteriaSetFor(movement, audience, wanted.period);
    if (!set) {
      without.push(unit);
      continue;
    }
    used.push(wholeSetFor(movement, audience, wanted.period) ?? set);
    const form = reportTemplate(
      { movement, set, audience, period: wanted.period, unit, ...(own ? { assigned: own(unit) } : {}) },
      [...taken, ...sheets.map(({ name }) => name)],
    );
    const plain = sheetName(unit, ours);
    if (standing.has(sheetKey(plain))) keptSheets.push(unit);
    else {
      made.push(unit);
      sheets.push(form);
    }
  }
  if (book.book.sheets.length + sheets.length > MOST)
    return refuse('too-many', `Một tệp chỉ nên có tối đa ${MOST} trang tính; hãy chia danh sách ra nhiều tệp.`);
  const list = withListed(register.value ?? (await unitsIn(book)), listing.value);
  const outcome = await perform(
    host,
    'Tạo mẫu báo cáo',
    [
      ...settingsActions(book, { ...settings.value, period: settings.value.period ?? wanted.period }),
      ...registerActions(book, movement, list),
      ...sheets.map((sheet) => ({ kind: 'add-sheet', sheet }) as const),
      // Units hold forms of it from now on: it is no longer changed silently.
      ...(toCheck === null ? [] : (await import('../book/set-versions.ts')).usedActions(book, movement, used)),
    ],
    (share) => progress(0.5 + share / 2),
  );
  if (!outcome.ok) return outcome;
  const kinds = [...new Set(listing.value.map(({ audience }) => audience))];
  const alike = kinds.flatMap((kind) =>
    alikeUnits(list.filter((unit) => unit.audience === kind).map(({ name }) => name)),
  );
  return done({ ...outcome.value, made, existing: keptSheets, alike, without });
}

/**
 * The units of a pasted list: all of the chosen audience, or each of the audience its line names; the user has to name
 * the audience of the others.
 */
function pasted(movement: Movement, { audience: named, period, units }: FormsWanted): Result<Register> {
  if (named === null) {
    const recognised = unitsWithAudience(units.join('\n'), movement.audiences);
    const silent = recognised.find(({ audience }) => audience === null);
    if (silent !== undefined)
      return refuse(
        'no-audience',
        `Chưa rõ “${silent.name}” thuộc đối tượng nào. Hãy ghi đối tượng ở cột bên cạnh tên đơn vị, hoặc chọn đối tượng.`,
      );
    if (recognised.length === 0) return refuse('no-units', NO_UNITS);
    return done(recognised.reduce<Register>((list, { name, audience }) => withUnits(list, [name], audience ?? ''), []));
  }
  const audience = findAudience(movement, named);
  if (!audience || !criteriaSetFor(movement, audience.kind, period))
    return refuse('no-set', `Phong trào không có bộ tiêu chí cho đối tượng "${named}" trong kỳ này.`);
  const names = pastedUnits(units.join('\n'));
  if (names.length === 0) return refuse('no-units', NO_UNITS);
  return done(withUnits([], names, audience.kind));
}

/** The units that have reported already: in a register made of the new units alone they would be strangers. */
async function unitsIn(book: HostBook): Promise<Register> {
  const loaded = await loadBook(book);
  return loaded.ok ? unitsReporting(loaded.value.reports) : [];
}

function sheetKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
