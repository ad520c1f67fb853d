/**
 * Ledger of awards: awards that units and people received in this movement, over the years. An achievement is not
 * commended twice (Luật Thi đua, khen thưởng, Điều 5), and some rounds are only for units that were passed over in an
 * earlier round (TM-Q04).
 */

import { squashKey } from '../../base/text/text.ts';
import type { Quota } from '../../movement/movement.ts';
import { matchUnit } from '../../report/match-unit.ts';
import type { Register } from '../../report/register.ts';

export interface PastAward {
  /** Name of the unit or person, as written. */
  readonly unit: string;
  /** Form of the award, as written: `Bằng khen của Chủ tịch UBND tỉnh`. */
  readonly form: string;
  /** Year of the achievement; null = not written. */
  readonly year: number | null;
  /** Whom the quotas count it as; absent = not written, so it may be any. */
  readonly kind?: Quota['kind'];
  /** Round and achievement, number of the decision and its ISO day, as far as they are written. */
  readonly round?: string;
  readonly achievement?: string;
  readonly decision?: string;
  readonly date?: string;
}

export type Ledger = readonly PastAward[];

/** From the register's column "Đã được khen": `Bằng khen của Chủ tịch UBND tỉnh 2025; Giấy khen … 2024`. */
export function ledgerOf(register: Register | null): Ledger {
  return (register ?? []).flatMap(({ name, awards }) =>
    awards.map((text) => ({ unit: name, form: formOf(text), year: yearOf(text) })),
  );
}

/**
 * The ledger together with the awards of the register, without duplicates. Units carry the register's names, because a
 * ledger of many years writes the same unit in many ways.
 */
export function wholeLedger(ledger: Ledger, register: Register | null): Ledger {
  return joinLedgers(
    ledger.map((pastAward) => ({
      ...pastAward,
      unit: isUnit(pastAward) ? registeredName(pastAward.unit, register) : pastAward.unit,
    })),
    ledgerOf(register),
  );
}

/** Of an award whose kind is not written it may be. */
function isUnit({ kind }: PastAward): boolean {
  return kind === undefined || kind === 'collective' || kind === 'combined';
}

/** The register's name for a unit, however it is written; as written where none or several fit. */
export function registeredName(name: string, register: Register | null): string {
  return register === null ? name : (matchUnit(name, register)?.name ?? name);
}

function joinLedgers(first: Ledger, second: Ledger): Ledger {
  const keyOf = ({ unit, form, year }: PastAward) => JSON.stringify([squashKey(unit), squashKey(form), year]);
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((pastAward) => !known.has(keyOf(pastAward)))];
}

const YEAR = /\b(20\d\d)\b/;

function yearOf(text: string): number | null {
  const found = YEAR.exec(text);
  return found ? Number(found[1]) : null;
}

function formOf(text: string): string {
  return text.replace(/[\s,(]*(?:năm\s*)?\b20\d\d\b[)\s]*/iu, ' ').trim();
}

/**
 * An award that stands in the way of another award for the same year; null = none. An award of unknown year may be of
 * this year. An award out of turn is returned last, as it may be for another achievement.
 */
export function earlierAward(ledger: Ledger, unit: string, year: number | null): PastAward | null {
  const own = awardsOf(ledger, unit).filter((award) => award.year === null || year === null || award.year === year);
  return own.find((pastAward) => !isOutOfTurn(pastAward)) ?? own[0] ?? null;
}

/** Awards for the years of a span, both ends included; an award of unknown year may belong to any span. */
export function awardsBetween(
  ledger: Ledger,
  unit: string,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): Ledger {
  return awardsOf(ledger, unit).filter(
    ({ year }) => year === null || ((from === null || from <= year) && (to === null || year <= to)),
  );
}

/** An award for a single deed (đột xuất): only people can tell whether it is the same achievement. */
export function isOutOfTurn({ round = '', form }: PastAward): boolean {
  return /đột xuất/iu.test(`${round} ${form}`.normalize('NFC'));
}

/** All awards of a unit or person, in the ledger's order. */
export function awardsOf(ledger: Ledger, unit: string): Ledger {
  const key = squashKey(unit);
  return ledger.filter((pastAward) => squashKey(pastAward.unit) === key);
}

/** `Bằng khen của Chủ tịch UBND tỉnh năm 2025`. */
export function awardText({ form, year }: PastAward): string {
  return `${form}${year === null ? '' : ` năm ${year}`}`;
}
