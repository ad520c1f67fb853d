/**
 * The answers of the worksheet functions over plain data: wording around the core, without Excel's own error values
 * (cell-error.ts). Codes of a refusal: `value` = the argument cannot be read, `none` = there is no such figure.
 */

import { type Period, parsePeriod, periodKey } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import { detectLegacy, toUnicode } from '../../core/base/text/legacy-text.ts';
import { foldKey, nfc } from '../../core/base/text/text.ts';
import { indexObservations } from '../../core/judge/score/observed.ts';
import { INDICATORS } from '../../core/portal/indicator/catalogue.ts';
import { readValue } from '../../core/report/read/value.ts';
import type { Reading } from '../../core/report/report.ts';
import type { CellValue } from '../../core/sheet/grid/sheet.ts';
import type { BookData } from './book-data.ts';

const NO_LOOK = { font: '', numberFormat: 'General' };

/** A function's argument from a cell: an empty cell is null or ''. */
export type FunctionArgument = CellValue | null;

/**
 * A number as officers write it: `1.234,5` → 1234.5, `95,5%` → 95.5. `whole`: the figure is a count, so `1.234` is
 * 1234.
 */
export function numberOf(cell: FunctionArgument, whole: boolean): Result<number> {
  const { reading } = readValue(cell, NO_LOOK, { measure: whole ? 'count' : 'amount' });
  return reading.kind === 'number' ? found(reading.value) : refused('value', whyNoNumber(reading));
}

/** TCVN3 or VNI text → Unicode; any other text comes back composed (NFC). `font` '' = unknown. */
export function unicodeOf(text: string, font: string): string {
  const encoding = detectLegacy(text, font);
  return encoding ? toUnicode(text, encoding, font) : nfc(text);
}

/** The latest captured value of an indicator (code or name) for a unit and period. */
export function indicatorOf(
  { observations, register }: BookData,
  indicator: string,
  unit: string,
  periodText: string,
): Result<number> {
  const period = periodOf(periodText);
  if (!period.ok) return period;
  const key = foldKey(indicator);
  const named = INDICATORS.find(({ code, name }) => foldKey(code) === key || foldKey(name) === key);
  const code = named?.code ?? indicator.trim();
  const entry = register?.find(({ name, otherNames }) =>
    [name, ...otherNames].some((text) => foldKey(text) === foldKey(unit)),
  );
  const observe = indexObservations(observations, register)(entry?.name ?? unit, entry ?? null, period.value);
  const value = observe?.(code)?.value;
  if (value === undefined || value === null) {
    const subject = `chỉ số ${named?.name ?? code} của ${unit.trim()}, kỳ ${periodKey(period.value)}`;
    return refused('none', `Bảng Chỉ số không có ${subject}.`);
  }
  return found(value);
}

/** `2025`, `2025-Q4`, `2025-11`; a year may come as a number. */
export function periodOf(text: string): Result<Period> {
  const period = parsePeriod(text);
  return period ? found(period) : refused('value', `Kỳ "${text}" không đúng: ghi 2025, 2025-H1, 2025-Q4 hoặc 2025-11.`);
}

/** Why a reading is no number, as a sentence. */
function whyNoNumber(reading: Reading): string {
  switch (reading.kind) {
    case 'missing':
      return 'Ô trống.';
    case 'ambiguous':
      return `"${reading.text}" có thể là ${reading.candidates.map(plainFigure).join(' hoặc ')}: hãy ghi rõ.`;
    case 'not-applicable':
    case 'text':
    case 'bad-date':
    case 'bound':
    case 'error':
      return `"${reading.text}" không phải một con số.`;
    case 'number':
    case 'fraction':
    case 'yes':
    case 'no':
    case 'date':
    case 'level':
      return 'Nội dung này không phải một con số.';
  }
}

/** Without dots between thousands, which are what the doubt is about: `1234`, `1,234`. */
function plainFigure(value: number): string {
  return String(value).replace('.', ',');
}

export function found<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(code: 'value' | 'none', message: string): Result<never> {
  return { ok: false, refusal: { code, message } };
}
