/**
 * Which figure of an entry a rule scores: a/b before a typed ratio (the typed ratio is only compared), the typed ratio
 * only where a or b is absent, the observation for portal criteria. An unreadable figure is no value, never 0.
 */

import type { Quantity } from '../../base/quantity/quantity.ts';
import { percentage, quantityOf } from '../../base/quantity/quantity.ts';
import type { Measure } from '../../movement/rule.ts';
import type { RuleFigure, Value } from '../../movement/rules/value.ts';
import type { Entry, Read, Reading } from '../../report/report.ts';

const NOTHING: Value = { kind: 'none', why: 'chưa có số liệu', blank: true };
const UNREADABLE: Value = { kind: 'none', why: 'số liệu không đọc được', blank: false };
const ZERO_BASE: Value = { kind: 'none', why: 'mẫu số bằng 0', blank: false };
const NEGATIVE: Value = { kind: 'none', why: 'số liệu âm', blank: false };
const NOT_APPLICABLE: Value = { kind: 'not-applicable' };
const YES: Value = { kind: 'yes' };
const NO: Value = { kind: 'no' };

/** A bare number in the criterion's unit (a candidate of a flag, an observation). */
export function valueOfNumber(value: number, measure: Measure): Value {
  if (measure === 'yes-no') return value > 0 ? YES : NO;
  return figure(quantityOf(value), {}, measure);
}

/** Two whole numbers that stand in no sheet (the register's): 0 of 0 did not arise. */
export function valueOfPair(a: number, b: number): Value {
  return b === 0 ? NOT_APPLICABLE : figure(percentage(a, b), { a, b }, 'percentage');
}

/** The value of an entry. `consent`: the appraiser agreed to the exempted items (SR-24). */
export function entryValue(entry: Entry | null | undefined, measure: Measure, consent: boolean): Value {
  if (!entry) return NOTHING;
  if (entry.assigned === 'none') return NOT_APPLICABLE;
  if (measure === 'percentage') return percentageOf(entry, consent);
  const read = present(entry.value) ?? (entry.denominator ? undefined : present(entry.numerator));
  if (!read) return NOTHING;
  const reading = read.reading;
  if (reading.kind === 'number') {
    if (measure === 'date' || measure === 'level') return UNREADABLE;
    if (measure === 'yes-no') return reading.value === 1 ? YES : reading.value === 0 ? NO : UNREADABLE;
    return figure(quantityOf(reading.value), besides(entry), measure);
  }
  if (reading.kind !== 'fraction') return plain(reading);
  // A count written `40/50` is 40 of 50 expected.
  return measure === 'count' || measure === 'amount'
    ? figure(quantityOf(reading.a), { a: reading.a, b: reading.b, ...besides(entry) }, measure)
    : UNREADABLE;
}

function percentageOf(entry: Entry, consent: boolean): Value {
  const a = present(entry.numerator);
  const b = present(entry.denominator);
  if (a && b) {
    const x = a.reading;
    const y = b.reading;
    if (x.kind === 'number' && y.kind === 'number') return ratio(x.value, y.value, entry, consent);
    return x.kind === 'not-applicable' || y.kind === 'not-applicable' ? NOT_APPLICABLE : UNREADABLE;
  }
  const read = present(entry.value);
  const reading = read?.reading ?? (a ?? b)?.reading;
  if (!reading) return NOTHING;
  // "0 in all", and no number of them beside it.
  if (!read && !a && reading.kind === 'number' && reading.value === 0) return NOT_APPLICABLE;
  if (reading.kind === 'fraction') return ratio(reading.a, reading.b, entry, consent);
  if (reading.kind === 'number') {
    if (!read) return NOTHING;
    return figure(quantityOf(reading.value), besides(entry), 'percentage');
  }
  return plain(reading);
}

function ratio(a: number, b: number, entry: Entry, consent: boolean): Value {
  const exempted = consent ? exemptedOf(entry) : 0;
  // 0 out of 0 says in figures that nothing arose; it is not 100 %. A result beside it is a contradiction.
  const isSaid = present(entry.value) !== undefined && entry.value?.reading.kind !== 'not-applicable';
  if (b === 0) return a === 0 && !isSaid ? NOT_APPLICABLE : ZERO_BASE;
  if (exempted > 0 && exempted === b) return NOT_APPLICABLE;
  const base = exempted > 0 && exempted < b ? b - exempted : b;
  if (a < 0 || base < 0) return NEGATIVE;
  return figure(percentage(a, base), { a, b, exempted: b - base, ...besides(entry) }, 'percentage');
}

/** Items the unit asks to leave out (SR-24); 0 when none or unreadable. */
export function exemptedOf(entry: Entry): number {
  const reading = entry.exempted?.reading;
  return reading?.kind === 'number' && reading.value > 0 ? reading.value : 0;
}

/** What the figure is measured by: last year's, and the unit's own target. */
function besides(entry: Entry): Pick<RuleFigure, 'baseline' | 'assigned'> {
  const baseline = baselineOf(entry);
  return typeof entry.assigned === 'number' ? { baseline, assigned: quantityOf(entry.assigned) } : { baseline };
}

function baselineOf(entry: Entry): Quantity | null {
  const reading = entry.baseline?.reading;
  if (!reading) return null;
  const quantity =
    reading.kind === 'number'
      ? quantityOf(reading.value)
      : reading.kind === 'fraction' && reading.b > 0
        ? percentage(reading.a, reading.b)
        : null;
  return quantity && isSound(quantity) ? quantity : null;
}

/** `made` = the counts and the earlier value the quantity comes from, where there are any. */
function figure(
  quantity: Quantity,
  made: Partial<Pick<RuleFigure, 'a' | 'b' | 'exempted' | 'baseline' | 'assigned'>>,
  measure: Measure,
): Value {
  if (!isSound(quantity)) return UNREADABLE;
  if (quantity.n < 0 && (measure === 'percentage' || measure === 'count')) return NEGATIVE;
  const { a = null, b = null, exempted = 0, baseline = null, assigned } = made;
  const own = { kind: 'figure', n: quantity.n, d: quantity.d, a, b, exempted, baseline } as const;
  return assigned === undefined ? own : { ...own, assigned };
}

/** Figures beyond all counting (1e300, 1e-300) are no figures. */
function isSound({ n, d }: Quantity): boolean {
  return Number.isSafeInteger(n) && Number.isSafeInteger(d) && d > 0;
}

/** A read cell that is there at all. */
function present(read: Read | undefined): Read | undefined {
  return read && read.reading.kind !== 'missing' ? read : undefined;
}

function plain(reading: Exclude<Reading, { kind: 'number' | 'fraction' }>): Value {
  switch (reading.kind) {
    case 'yes':
      return YES;
    case 'no':
      return NO;
    case 'date':
    case 'level':
      return reading;
    case 'not-applicable':
      return NOT_APPLICABLE;
    case 'missing':
      return NOTHING;
    case 'ambiguous':
    case 'bad-date':
    case 'bound':
    case 'error':
    case 'text':
      return UNREADABLE;
  }
}
