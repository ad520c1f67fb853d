/**
 * Figures written in tens, hundreds, thousands: "nghìn người" in the column of units, "(trăm hộ)" in a heading or over the
 * table.
 */
import { foldKey } from '../../base/text/text.ts';
import type { Reading } from '../report.ts';
import type { Header } from './header.ts';
import type { Page } from './page.ts';
import type { BodyRow } from './rows.ts';
import { readUnit } from './value-words.ts';

interface UnitScale {
  /** What figures of the sheet are multiplied by. */
  readonly factor: number;
  /** What is counted as the sheet calls it; '' = it does not say. */
  readonly thing: string;
  readonly text: string;
}

const FACTORS: Readonly<Record<string, number>> = {
  chục: 10,
  trăm: 100,
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tỉ: 1e9,
};

/** Spelt as foldKey spells; "tỉ lệ" is no milliard. */
const SCALE =
  /^[([]?(?:(?:đơn vị tính|đvt) ?:? ?)?(chục|trăm|nghìn|ngàn|vạn|triệu|tỉ(?! lệ| trọng| suất| số))(?: ([\p{L} ,/]{1,40}))?[.;)\]]?$/u;
const LABELLED = /^[([]?(?:đơn vị tính|đvt) ?:/u;
const LONGEST = 60;

function scaleIn(text = ''): UnitScale | undefined {
  const [, word = '', thing = ''] = text.length > LONGEST ? [] : (SCALE.exec(foldKey(text)) ?? []);
  const factor = FACTORS[word];
  return factor === undefined ? undefined : { factor, thing, text };
}

/** The scale of a figure in this column of the row: the row's own unit speaks before the heading, that before the table. */
export function scaleAt({ at, header, page }: BodyRow, column: number, counted?: string): UnitScale | undefined {
  const { unit = -1 } = header.columns;
  if (at.has(unit)) return scaleIn(at.get(unit)?.text);
  // A cell that says "trăm hộ" and no more is the unit of its row, whatever the word over it; "Triệu Văn An" is a name.
  for (const { text } of at.values()) {
    const scale = scaleIn(text);
    if (scale && (readUnit(scale.thing, counted) ?? readUnit(scale.thing.split(' ')[0] ?? '', counted))) return scale;
  }
  const heading = header.texts.find((headed) => headed.column === column)?.texts.join(' ') ?? '';
  return scaleIn(/[([][^)\]]{3,40}[)\]]/u.exec(heading)?.[0]) ?? scaleOver(header, page);
}

const known = new WeakMap<Header, UnitScale | false>();

/** Written over the table; of a header that is printed again the line over the first counts. */
function scaleOver(header: Header, { rows }: Page): UnitScale | undefined {
  let found = known.get(header);
  if (found === undefined) {
    const above = rows.filter(({ row }) => row < header.top).flatMap(({ cells }) => cells);
    found = scaleIn(above.findLast(({ text }) => LABELLED.test(foldKey(text.slice(0, LONGEST))))?.text) ?? false;
    known.set(header, found);
  }
  return found || undefined;
}

/**
 * A figure of the sheet as a number of cases; 18 in "trăm lượt" are 1.800. What is no whole number of them stays a text. Of
 * money beside a criterion that counts other things the unit stays with the figure, for the checks; a figure with a unit of
 * its own is let be.
 */
export function inCases(reading: Reading, { factor, thing, text }: UnitScale, unit = ''): Reading {
  const isMoney = (words: string): boolean => /(?:đồng|vnđ)$/u.test(foldKey(words));
  const times = (value: number): number =>
    Math.round((value * factor * 1e6) / (FACTORS[foldKey(unit).split(' ')[0] ?? ''] ?? 1)) / 1e6;
  if (reading.kind === 'fraction') return { ...reading, a: times(reading.a), b: times(reading.b) };
  if (reading.kind === 'ambiguous') return { ...reading, candidates: reading.candidates.map(times) };
  if (reading.kind !== 'number' || reading.unit) return reading;
  if (isMoney(thing) && !isMoney(unit)) return { ...reading, unit: text };
  const value = times(reading.value);
  return isMoney(unit) || Number.isInteger(value)
    ? { ...reading, value }
    : { kind: 'text', text: `${reading.value} ${text}`.replace('.', ',') };
}
