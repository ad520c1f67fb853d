/**
 * Word's automatic numbers: numbering.xml and the styles that carry a list, and the label each numbered paragraph gets.
 */
import { OPEN, XmlScanner } from '../workbook/xlsx/xml-scan.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2.`: the counters of the levels in it. */
  readonly text: string;
  /** All counters of the label in plain digits. */
  readonly legal: boolean;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly lists: ReadonlyMap<string, List>;
  /** Style → its list and level, through what it is based on. */
  readonly styles: ReadonlyMap<string, StyleList>;
}

interface StyleList {
  readonly basedOn: string | null;
  readonly list: string | null;
  readonly level: number | null;
}

/** Reads both parts; a missing one is ''. Throws FileFault. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const levels = new Map<string, Map<number, Level>>();
  const lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  let abstract = '';
  let list: { abstract: string; starts: Map<number, number> } | null = null;
  let at = 0;
  for (const { name, value, id, level, isList } of elements(numberingXml)) {
    if (name === 'abstractNum') {
      abstract = id;
      levels.set(abstract, new Map());
      list = null;
    } else if (isList) {
      list = { abstract: '', starts: new Map() };
      lists.set(id, list);
    } else if (name === 'abstractNumId' && list) list.abstract = value;
    else if (name === 'lvlOverride') at = level;
    else if (name === 'startOverride' && list) list.starts.set(at, Number(value) || 0);
    else if (name === 'lvl') {
      at = level;
      if (!list) levels.get(abstract)?.set(at, { start: 1, format: 'decimal', text: `%${at + 1}.`, legal: false });
    } else if (!list) changeLevel(levels.get(abstract), at, name, value);
  }
  return { levels, lists, styles: readStyleLists(stylesXml) };
}

function changeLevel(levels: Map<number, Level> | undefined, at: number, name: string, value: string): void {
  const level = levels?.get(at);
  if (!level) return;
  if (name === 'start') levels?.set(at, { ...level, start: Number(value) || 0 });
  if (name === 'numFmt') levels?.set(at, { ...level, format: value });
  if (name === 'lvlText') levels?.set(at, { ...level, text: value });
  if (name === 'isLgl') levels?.set(at, { ...level, legal: value !== '0' && value !== 'false' });
}

interface Element {
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly level: number;
  /** `<w:num>`: one list. */
  readonly isList: boolean;
}

function* elements(xml: string): Generator<Element> {
  if (xml === '') return;
  const scanner = new XmlScanner(xml);
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN) continue;
    const { name } = scanner;
    const id = scanner.linked('abstractNumId') ?? scanner.linked('numId') ?? scanner.linked('styleId') ?? '';
    yield {
      name,
      value: scanner.linked('val') ?? '',
      id,
      level: Number(scanner.linked('ilvl') ?? 0),
      isList: name === 'num',
    };
  }
}

function readStyleLists(xml: string): ReadonlyMap<string, StyleList> {
  const styles = new Map<string, StyleList>();
  let style = '';
  for (const { name, value, id } of elements(xml)) {
    const known = styles.get(style);
    if (name === 'style') {
      style = id;
      styles.set(style, { basedOn: null, list: null, level: null });
    } else if (known && name === 'basedOn') styles.set(style, { ...known, basedOn: value });
    else if (known && name === 'numId') styles.set(style, { ...known, list: value });
    else if (known && name === 'ilvl') styles.set(style, { ...known, level: Number(value) });
  }
  return styles;
}

/** Where a paragraph stands in a list: its own words, else its style's. null = in none (`numId` 0 switches it off). */
export function listOf(
  numbering: Numbering,
  own: { list: string | null; level: number | null; style: string | null },
): { list: string; level: number } | null {
  let { list, level } = own;
  let style = own.style;
  for (let step = 0; style !== null && step < 20 && (list === null || level === null); step++) {
    const found: StyleList | undefined = numbering.styles.get(style);
    list ??= found?.list ?? null;
    level ??= found?.level ?? null;
    style = found?.basedOn ?? null;
  }
  return list === null || list === '0' || !numbering.lists.has(list) ? null : { list, level: level ?? 0 };
}

/** Counts on: call it for each numbered paragraph in its order. Lists on one definition share their counters. */
export function labelMaker(numbering: Numbering): (list: string, level: number) => string {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (list, level) => {
    const { abstract = '', starts } = numbering.lists.get(list) ?? {};
    const levels = numbering.levels.get(abstract);
    const own = levels?.get(level);
    if (!levels || !own) return '';
    const counts = counters.get(abstract) ?? [];
    counters.set(abstract, counts);
    const override = begun.has(`${list}:${level}`) ? undefined : starts?.get(level);
    begun.add(`${list}:${level}`);
    const before = counts[level];
    counts[level] = override ?? (before === undefined ? own.start : before + 1);
    counts.length = level + 1;
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
    if (own.format === 'bullet') return '-';
    if (own.format === 'none') return '';
    return own.text.replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      return formatted(counts[at] ?? 1, own.legal ? 'decimal' : (levels.get(at)?.format ?? 'decimal'));
    });
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function formatted(count: number, format: string): string {
  if (format === 'upperLetter' || format === 'lowerLetter') {
    // Word counts a b c d e, and aa behind z.
    const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format !== 'upperRoman' && format !== 'lowerRoman') return String(count);
  let left = count;
  let numeral = '';
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) numeral += sign;
  return format === 'lowerRoman' ? numeral.toLowerCase() : numeral;
}
