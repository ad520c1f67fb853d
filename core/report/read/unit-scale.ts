/**
 * Figures written in tens, hundreds, thousands: "nghìn người" in the column of units, "(ĐVT: trăm hộ)" in a heading or over
 * the table.
 */
import { foldKey } from '../../base/text/text.ts';
import type { Reading } from '../report.ts';
import type { Header } from './header.ts';
import type { BodyRow } from './rows.ts';
import { readUnit } from './value-words.ts';

interface UnitScale {
  /** One figure of the sheet stands for so many. */
  readonly factor: number;
  /** What is counted as the sheet calls it; '' = it does not say. */
  readonly thing: string;
  readonly text: string;
}

const FACTORS: Readonly<Record<string, number>> = {
  chục: 10,
  trăm: 100,
  nghìn: 1_000,
  ngàn: 1_000,
  vạn: 10_000,
  triệu: 1_000_000,
  tỉ: 1_000_000_000,
};

/** Spelt as foldKey spells. */
const SCALE =
  /^(?:(?:đơn vị tính|đvt|đơn vị) ?:? ?)?(chục|trăm|nghìn|ngàn|vạn|triệu|tỉ(?! lệ| trọng| suất| số))(?: ([\p{L} ,/]{1,40}))?$/u;
/** In brackets behind a word. */
const BRACKET = /[([]([^)\]]{3,40})[)\]]/gu;
const LABELLED = /^[([]?(?:đơn vị tính|đvt) ?:/u;
const LONGEST = 60;

function scaleIn(text: string): UnitScale | undefined {
  const [, word = '', thing = ''] = SCALE.exec(foldKey(text.slice(0, LONGEST)).replace(/[.;]$/u, '')) ?? [];
  const factor = FACTORS[word];
  return factor === undefined ? undefined : { factor, thing: thing.trim(), text: text.trim() };
}

/** The scale of a figure in this column of the row: the row's own unit speaks before the heading, that before the table. */
export function scaleAt(row: BodyRow, column: number, counted: string | undefined): UnitScale | undefined {
  const own = ownScale(row, counted);
  return own === undefined ? (headedScales(row).get(column) ?? headedScales(row).get(WHOLE)) : (own ?? undefined);
}

/** null = the row has a unit of its own, and counts in that alone; undefined = it has none. */
function ownScale(row: BodyRow, counted: string | undefined): UnitScale | null | undefined {
  const before = ofRows.get(row);
  if (before !== undefined || ofRows.has(row)) return before;
  const { unit } = row.header.columns;
  const own = unit === undefined ? undefined : row.at.get(unit)?.text;
  // A cell that says "trăm hộ" and no more is the unit of its row, whatever the word over it.
  const found = own === undefined ? scaleBeside(row, counted) : (scaleIn(own) ?? null);
  ofRows.set(row, found);
  return found;
}

function scaleBeside({ at }: BodyRow, unit: string | undefined): UnitScale | undefined {
  for (const { isText, text } of at.values()) {
    const scale = isText && text.length <= LONGEST ? scaleIn(text) : undefined;
    // "Triệu Văn An" is a name.
    if (scale !== undefined && isThing(scale.thing, unit)) return scale;
  }
  return undefined;
}

function isThing(thing: string, unit: string | undefined): boolean {
  return [thing, thing.split(' ')[0] ?? ''].some((word) => readUnit(word, unit) !== undefined);
}

const ofRows = new WeakMap<BodyRow, UnitScale | null | undefined>();

const WHOLE = -1;
const known = new WeakMap<Header['texts'], ReadonlyMap<number, UnitScale>>();

function headedScales({ header, page }: BodyRow): ReadonlyMap<number, UnitScale> {
  const before = known.get(header.texts);
  if (before) return before;
  const found = new Map<number, UnitScale>();
  for (const { column, texts } of header.texts) {
    const scale = texts.flatMap(bracketed)[0];
    if (scale) found.set(column, scale);
  }
  // A header printed again has the line over the first.
  const above = page.rows.filter(({ row }) => row < header.top).flatMap(({ cells }) => cells);
  const whole = above.findLast(({ text, isText }) => isText && LABELLED.test(foldKey(text.slice(0, LONGEST))));
  const scale = whole && scaleIn(whole.text.replace(/[()[\]]/gu, ' ').trim());
  if (scale) found.set(WHOLE, scale);
  known.set(header.texts, found);
  return found;
}

function bracketed(text: string): readonly UnitScale[] {
  return [...text.matchAll(BRACKET)].flatMap(([, inner = '']) => scaleIn(inner.trim()) ?? []);
}

/**
 * A figure of the sheet as a number of cases; 18 in "trăm lượt" are 1.800. What is no whole number of them stays a text. Of
 * money beside a criterion that counts other things the unit is told, for the checks to ask about; a figure with a unit of
 * its own is let be.
 */
export function inCases(reading: Reading, scale: UnitScale, unit = ''): Reading {
  const isMoney = (text: string): boolean => /(?:đồng|vnđ|vnd)$/u.test(foldKey(text));
  if (isMoney(scale.thing) && !isMoney(unit))
    return reading.kind === 'number' ? { ...reading, unit: scale.text } : reading;
  const factor = scale.factor / (FACTORS[foldKey(unit).split(' ')[0] ?? ''] ?? 1);
  const times = (value: number): number => Math.round(value * factor * MILLION) / MILLION;
  const isWhole = (value: number): boolean => isMoney(unit) || Number.isInteger(times(value));
  const asText = (figures: string): Reading => ({ kind: 'text', text: `${figures} ${scale.text}` });
  if (reading.kind === 'ambiguous') return { ...reading, candidates: reading.candidates.map(times) };
  if (reading.kind === 'fraction')
    return isWhole(reading.a) && isWhole(reading.b)
      ? { ...reading, a: times(reading.a), b: times(reading.b) }
      : asText(`${reading.a}/${reading.b}`);
  if (reading.kind !== 'number' || reading.unit !== undefined) return reading;
  return isWhole(reading.value)
    ? { ...reading, value: times(reading.value) }
    : asText(String(reading.value).replace('.', ','));
}

/** Decimals are exact to so many parts. */
const MILLION = 1_000_000;
