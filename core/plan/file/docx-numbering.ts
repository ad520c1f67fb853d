/** Lists of a .docx: numbering.xml, and the styles that carry a list or are shown in capitals. */
import { OPEN, XmlScanner } from '../../sheet/workbook/xlsx/xml-scan.ts';
import type { ListLevel, WordList, WordLists } from './list-labels.ts';

export interface Numbering extends WordLists {
  /** Style → its list and level, through what it is based on. */
  readonly styles: ReadonlyMap<string, StyleList>;
  /** Definition and style → the level the definition keeps for paragraphs of that style. */
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

interface StyleList {
  readonly basedOn: string | null;
  /** Shown in capitals; null = it does not say. */
  readonly capitals: boolean | null;
  readonly list: string | null;
  readonly level: number | null;
}

interface OpenList {
  definition: string;
  readonly starts: Map<number, number>;
  readonly own: Map<number, ListLevel>;
}

/** Reads both parts; pass '' for a missing part. Throws FileFault. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const definitions = new Map<string, Map<number, ListLevel>>();
  const lists = new Map<string, OpenList>();
  const levelOfStyle = new Map<string, number>();
  const linkOf = new Map<string, string>();
  let definition = '';
  let list: OpenList | null = null;
  let at = 0;
  for (const { name, value, id, level, isList } of elements(numberingXml)) {
    if (name === 'abstractNum') {
      definition = id;
      definitions.set(definition, new Map());
      list = null;
    } else if (isList) {
      list = { definition: '', starts: new Map(), own: new Map() };
      lists.set(id, list);
    } else if (name === 'abstractNumId' && list) list.definition = value;
    else if (name === 'numStyleLink' && !list) linkOf.set(definition, value);
    else if (name === 'pStyle' && !list) levelOfStyle.set(`${definition} ${value}`, at);
    else if (name === 'lvlOverride') at = level;
    else if (name === 'startOverride' && list) list.starts.set(at, Number(value) || 0);
    else {
      const levels = list ? list.own : definitions.get(definition);
      if (name === 'lvl') at = level;
      if (name === 'lvl') levels?.set(at, { ...PLAIN, text: `%${at + 1}.` });
      else changeLevel(levels, at, name, value);
    }
  }
  const styles = readStyleLists(stylesXml);
  const linked = (list: WordList): WordList => {
    const style = styles.get(linkOf.get(list.definition) ?? '');
    return { ...list, definition: lists.get(style?.list ?? '')?.definition ?? list.definition };
  };
  return {
    definitions,
    lists: new Map([...lists].map(([id, openList]) => [id, linked(openList)])),
    styles,
    levelOfStyle,
  };
}

const PLAIN: ListLevel = { start: 1, format: 'decimal', text: '', legal: false, restart: null };

function changeLevel(levels: Map<number, ListLevel> | undefined, at: number, name: string, value: string): void {
  const level = levels?.get(at);
  if (!level) return;
  if (name === 'start') levels?.set(at, { ...level, start: Number(value) || 0 });
  if (name === 'numFmt') levels?.set(at, { ...level, format: value });
  if (name === 'lvlText') levels?.set(at, { ...level, text: value });
  if (name === 'lvlRestart') levels?.set(at, { ...level, restart: Number(value) || 0 });
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
      styles.set(style, { basedOn: null, capitals: null, list: null, level: null });
    } else if (known && name === 'basedOn') styles.set(style, { ...known, basedOn: value });
    else if (known && name === 'numId') styles.set(style, { ...known, list: value });
    else if (known && name === 'ilvl') styles.set(style, { ...known, level: Number(value) });
    else if (known && (name === 'caps' || name === 'smallCaps'))
      styles.set(style, { ...known, capitals: isOn(value) || known.capitals === true });
  }
  return styles;
}

/** Value of a property that is there (`<w:caps/>`, `<w:vanish w:val="0"/>`) → whether it is switched on. */
export function isOn(value: string): boolean {
  return !/^(?:0|false|off)$/.test(value);
}

const MOST_STEPS = 20;

/** Whether a style shows its words in capitals; null = neither it nor a style it is based on sets this. */
export function capitalsOf({ styles }: Numbering, style: string | null): boolean | null {
  let found = styles.get(style ?? '');
  for (let step = 0; found && found.capitals === null && step < MOST_STEPS; step++)
    found = styles.get(found.basedOn ?? '');
  return found?.capitals ?? null;
}

/** Where a paragraph stands in a list: its own words, else its style's. null = in none (`numId` 0 switches it off). */
export function listOf(
  numbering: Numbering,
  own: { list: string | null; level: number | null; style: string | null },
): { list: string; level: number } | null {
  let { list, level } = own;
  let style = own.style;
  for (let step = 0; style !== null && step < MOST_STEPS && (list === null || level === null); step++) {
    const found: StyleList | undefined = numbering.styles.get(style);
    list ??= found?.list ?? null;
    const definition: string | undefined = numbering.lists.get(list ?? '')?.definition;
    level ??= numbering.levelOfStyle.get(`${definition} ${style}`) ?? found?.level ?? null;
    style = found?.basedOn ?? null;
  }
  return list === null || list === '0' || !numbering.lists.has(list) ? null : { list, level: level ?? 0 };
}
