/**
 * What must hold for every figure, checked on every read: it lies on its indicator's own scale (by the catalogue, not
 * by the answer), a share equals that of its counts, no unit has two values for the same question, and the equations of
 * its reader hold. A figure that fails is withheld, with a sentence.
 */

import { periodKey } from '../../base/period/period.ts';
import { periodSaid } from '../../base/period/period-text.ts';
import { findIndicator } from '../indicator/catalogue.ts';
import { indicatorName, isOfList, isPercent, isRank, metricMax, metricUnit } from '../indicator/indicator-name.ts';
import type { PageElement } from './page.ts';
import { caveatsIn, notesOf } from './page-notes.ts';
import type { CaptureReading, Must, OfUnits, Question, ReadOutcome } from './reader.ts';
import { scaleOf } from './scale.ts';
import { unitKey } from './unit-match.ts';
import { notUnits } from './unit-row.ts';

/** Figures are printed to two places: what is made of them may be off by the last. */
export const LAST_PLACE = 0.011;

/** `found` without what cannot stand; not found when nothing with a value is left. `page` = undefined of an answer. */
export function checkedOutcome(outcome: ReadOutcome, page: PageElement | undefined): ReadOutcome {
  if (outcome.kind === 'not-found') return outcome;
  const scale = outcome.scale ?? (page && scaleOf(page));
  const isList = outcome.readings.some(({ unit }) => !isPartName(unit.name));
  const named = outcome.readings.filter(({ unit }) => !isPartName(unit.name)).map(({ unit }) => unit.name);
  const timed = new Set([...new Set(outcome.readings.map(({ unit }) => unit.name))].filter(saysOwnTime));
  const nobody = page ? notUnits(named) : new Set<string>();
  const caveats = page ? caveatsIn(notesOf(page)) : [];
  const faults = new Map<string, Fault>();
  const places = new Map(outcome.readings.map((reading) => [reading, placeKey(reading)]));
  const twice = contradicted(places);
  const seen = new Set<string>();
  const countless = new Set<string>();
  const readings = outcome.readings.flatMap((reading) => {
    const place = places.get(reading) ?? '';
    const key = place + reading.indicator;
    const miscounted = countFault(reading, scale);
    // Points do not change with the unit their counts are in.
    const isPoints = findIndicator(reading.indicator)?.unit === 'điểm' || metricUnit(reading.indicator) === 'điểm';
    const fault =
      (isPoints ? undefined : miscounted) ??
      (timed.has(reading.unit.name) ? 'dòng ghi kỳ của riêng nó' : undefined) ??
      (isList && isPartName(reading.unit.name) ? 'dòng con của dòng trên, không phải một đơn vị' : undefined) ??
      (nobody.has(reading.unit.name) ? 'dòng này không phải của một đơn vị' : undefined) ??
      (twice.has(place)
        ? 'trang có hai dòng khác nhau'
        : faultOf(isPoints && miscounted !== undefined ? uncounted(reading) : reading));
    if (fault !== undefined) {
      const kind = fault.replace(/[\d.,]+/g, '');
      const held = faults.get(kind) ?? { count: 0, example: '', units: new Map<string, string>() };
      const example = `“${indicatorName(reading.indicator)}” của ${reading.unit.name || 'đơn vị'}: ${fault}`;
      const own = unitKey(reading.unit);
      held.units.set(own, held.units.get(own) ?? `${example}, nên không lấy.`);
      faults.set(kind, { ...held, count: held.count + 1, example: held.example || example });
      return [];
    }
    if (seen.has(key)) return [];
    seen.add(key);
    if (miscounted !== undefined) countless.add(miscounted.replace(/[\d.,]+ /, ''));
    const { must: _must, ...rest } = miscounted === undefined ? reading : uncounted(reading);
    return [rest];
  });
  const sentences = [...faults.values()].map(faultText);
  const ofUnits: OfUnits = new Map([
    ...(outcome.ofUnits ?? []),
    ...[...faults.values()].map((fault) => [faultText(fault), fault.units] as const),
  ]);
  const uncountedText = [...countless].map((why) => `Số hồ sơ đi kèm điểm không lấy: ${why}.`);
  const warnings = [...outcome.warnings, ...sentences, ...uncountedText, ...caveats];
  if (readings.every(({ value, numerator }) => value === null && numerator == null)) {
    return { kind: 'not-found', reason: sentences[0] ?? warnings[0] ?? 'Trang chưa có số nào.' };
  }
  return {
    ...outcome,
    readings,
    warnings,
    ofUnits,
    questions: [...(outcome.questions ?? []), ...nothingYet(readings)],
  };
}

interface Fault {
  readonly count: number;
  readonly example: string;
  /** Unit key → the sentence about its first figure. */
  readonly units: Map<string, string>;
}

function faultText({ count, example }: Fault): string {
  return `${example}${count > 1 ? ` (và ${count - 1} số khác)` : ''}, nên không lấy.`;
}

/** Nothing but zeros is what pages show before their figures have come. */
function nothingYet(readings: readonly CaptureReading[]): readonly Question[] {
  const values = readings.filter(({ value, indicator }) => value !== null && !isOfList(indicator));
  if (values.length === 0 || values.some(({ value, numerator }) => value !== 0 || (numerator ?? 0) !== 0)) return [];
  return [
    {
      key: 'so-khong',
      about: 'Mọi số trên trang đều là 0. Trang đã tải xong và đúng là 0?',
      shown: 'mọi số là 0',
      isKept: false,
    },
  ];
}

/** Counts in a multiple, or with a fraction, are not what they look like. */
function countFault(reading: CaptureReading, scale: string | undefined): string | undefined {
  const counts = [
    reading.numerator,
    reading.denominator,
    metricUnit(reading.indicator) === 'số lượng' ? reading.value : null,
  ];
  const own = counts.filter((count) => count != null);
  if (scale !== undefined && own.length > 0) return `trang ghi số theo “${scale}”`;
  const part = own.find((count) => !Number.isInteger(count));
  return part === undefined ? undefined : `${shown(part)} không phải số đếm`;
}

function uncounted(reading: CaptureReading): CaptureReading {
  return { ...reading, numerator: null, denominator: null };
}

/** `- Trực tuyến`, `Trong đó: nộp qua bưu chính`: what a unit's own line is made of. */
const PART =
  /^(?:[-–+•*]\s|trong đó|(?:(?:hồ sơ )?(?:nộp|tiếp nhận) )?(?:trực tuyến|trực tiếp|qua bưu chính|qua dịch vụ bưu chính|bưu chính)(?!\p{L}))/iu;

/** `Xã Ta Ma (tháng 8/2024)`: of another time than the rest of the list. */
function saysOwnTime(name: string): boolean {
  return /\d/.test(name) && periodSaid(name).kind !== 'none';
}

function isPartName(name: string): boolean {
  return PART.test(name.normalize('NFC').trim());
}

function placeKey({ unit, period }: CaptureReading): string {
  return `${unitKey(unit)}\n${period && periodKey(period)}\n`;
}

/** Units and periods with two different values for the same figure: which of the two lines is right cannot be known. */
function contradicted(places: ReadonlyMap<CaptureReading, string>): ReadonlySet<string> {
  const first = new Map<string, CaptureReading>();
  const twice = new Set<string>();
  for (const [reading, place] of places) {
    const key = place + reading.indicator;
    const held = first.get(key);
    if (!held) first.set(key, reading);
    else if (
      held.value !== reading.value ||
      (held.denominator ?? null) !== (reading.denominator ?? null) ||
      unitKey({ name: held.unit.name }) !== unitKey({ name: reading.unit.name })
    ) {
      twice.add(place);
    }
  }
  return twice;
}

/** Vietnamese, undefined when all holds. */
function faultOf(reading: CaptureReading): string | undefined {
  const broken = reading.must?.find((must) => !holds(must));
  return (
    offScale(reading) ??
    badShare(reading) ??
    (broken && `${broken.what} (${shown(broken.left)} ≠ ${shown(broken.right)})`)
  );
}

export function holds({ left, right, within = 0 }: Must): boolean {
  return Math.abs(left - right) <= within + 1e-9;
}

function offScale({ indicator, value, max }: CaptureReading): string | undefined {
  const most = findIndicator(indicator)?.max ?? metricMax(indicator) ?? (isPercent(indicator) ? 100 : undefined);
  if (most !== undefined && max !== undefined && max !== most) {
    return `trang ghi tối đa ${shown(max)}, danh mục là ${most}`;
  }
  const top = most ?? max;
  if (value !== null && (!(value >= 0) || (top !== undefined && value > top))) {
    return `${shown(value)} không nằm trong 0 … ${top ?? ''}`;
  }
  const whole = metricUnit(indicator) === 'số lượng' || isRank(indicator);
  return value !== null && whole && !Number.isInteger(value) ? `${shown(value)} không phải số nguyên` : undefined;
}

function badShare({ indicator, value, numerator, denominator }: CaptureReading): string | undefined {
  if (numerator == null || denominator == null) return undefined;
  if (!(numerator >= 0 && numerator <= denominator))
    return `${shown(numerator)} trên ${shown(denominator)} không phải tỷ lệ`;
  if (!isPercent(indicator) || value === null || denominator === 0) return undefined;
  const share = (100 * numerator) / denominator;
  return Math.abs(share - value) <= LAST_PLACE ? undefined : `${shown(value)} % không phải ${numerator}/${denominator}`;
}

function shown(value: number): string {
  return Number.isNaN(value) ? 'không có số' : String(Math.round(value * 100) / 100).replace('.', ',');
}
