/**
 * Ledger of awards: what units and people were already given in this movement. One achievement is not commended twice (Luật Thi đua,
 * khen thưởng, Điều 5), and some rounds are only for those whom an earlier one passed over (TM-Q04).
 */
import type { Register } from '../report/register.ts';

export interface AwardGiven {
  /** Name of the unit or person, as in the register. */
  readonly unit: string;
  /** Form of the award, as written: `Bằng khen của Chủ tịch UBND tỉnh`. */
  readonly form: string;
  /** Year it was given for; null = not written. */
  readonly year: number | null;
}

export type Ledger = readonly AwardGiven[];

/** From the register's column "Đã được khen": `Bằng khen của Chủ tịch UBND tỉnh 2025; Giấy khen … 2024`. */
export function ledgerOf(register: Register | null): Ledger {
  return (register ?? []).flatMap(({ name, awards }) =>
    awards.map((text) => ({ unit: name, form: formOf(text), year: yearOf(text) })),
  );
}

const YEAR = /\b(20\d\d)\b/;

function yearOf(text: string): number | null {
  const found = YEAR.exec(text);
  return found ? Number(found[1]) : null;
}

function formOf(text: string): string {
  return text.replace(/[\s,(]*(?:năm\s*)?\b20\d\d\b[)\s]*/iu, ' ').trim();
}

/** What stands in the way of another award for the same year; null = nothing. An award of unknown year may be of this one. */
export function earlierAward(ledger: Ledger, unit: string, year: number | null): AwardGiven | null {
  const own = ledger.filter((one) => one.unit === unit);
  return own.find((one) => one.year === null || year === null || one.year === year) ?? null;
}
