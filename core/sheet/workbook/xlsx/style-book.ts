/**
 * The styles part while it is being changed. Formats are only ever appended: a cell that shares its format with others
 * gets a new format, and no other cell changes. Pass a cell's format and the wished look; the result is the index of
 * the format to use.
 */
import type { CellStyle } from '../port.ts';
import {
  addPart,
  addRelation,
  type BookDraft,
  draftPart,
  draftRelations,
  mainNamespace,
  setPart,
  XML_HEAD,
} from './draft.ts';
import { escapeXml } from './excel-text.ts';
import { builtInId } from './number-format.ts';
import {
  appendInside,
  childOf,
  childrenAt,
  type Outline,
  outlineOf,
  placeFor,
  type Splice,
  setAttribute,
  splice,
} from './outline.ts';
import { findPart } from './package.ts';
import {
  changesFont,
  closeFormat,
  deriveFont,
  differentialFillXml,
  openFormat,
  setChild,
  solidFill,
  thinBorder,
} from './style-parts.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { XmlScanner } from './xml-scan.ts';

interface Items {
  readonly list: string;
  readonly old: readonly string[];
  readonly added: string[];
  readonly known: Map<string, number>;
}

export interface StyleBook {
  readonly draft: BookDraft;
  readonly part: string | undefined;
  readonly workbookPart: string;
  readonly outline: Outline;
  readonly fonts: Items;
  readonly fills: Items;
  readonly borders: Items;
  readonly formats: Items;
  /** Looks of conditional formats. */
  readonly differentials: Items;
  readonly numberFormats: Items;
  readonly numberFormatIds: Map<string, number>;
  /** Format index by look, base and quote mark. */
  readonly derived: Map<string, number>;
  /**
   * Style object → format index by base and quote mark: callers often give one object to many cells. Let go with the
   * sheet it came from.
   */
  readonly looks: WeakMap<CellStyle, Map<number, number>>;
}

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
];
const FIRST_FREE_FORMAT = 164;
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** Opens the workbook's styles; a workbook without gets a plain styles part when something is added. */
export function openStyles(draft: BookDraft, workbook: WorkbookParts): StyleBook {
  const workbookPart = workbook.part;
  const relation = draftRelations(draft, workbookPart).find(
    (draftRelation) => draftRelation.type === 'styles' && findPart(draft.pack, draftRelation.target),
  );
  const blank = `${XML_HEAD}<styleSheet xmlns="${mainNamespace(draft)}"></styleSheet>`;
  const outline = outlineOf((relation && draftPart(draft, relation.target)) || blank);
  const { prefix } = outline;
  const none = (pattern: string): string =>
    `<${prefix}fill><${prefix}patternFill patternType="${pattern}"/></${prefix}fill>`;
  const numberFormats = itemsOf(outline, 'numFmts', []);
  const plain = `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
  const formats = itemsOf(outline, 'cellXfs', [plain]);
  // Cells may name formats of a list that is lost: what is appended must not become theirs.
  if (formats.old.length === 0) formats.added.push(...Array<string>(highestFormat(draft, workbook)).fill(plain));
  return {
    draft,
    part: relation?.target,
    workbookPart,
    outline,
    fonts: itemsOf(outline, 'fonts', [
      `<${prefix}font><${prefix}sz val="11"/><${prefix}name val="Calibri"/></${prefix}font>`,
    ]),
    fills: itemsOf(outline, 'fills', [none('none'), none('gray125')]),
    borders: itemsOf(outline, 'borders', [`<${prefix}border/>`]),
    formats,
    differentials: itemsOf(outline, 'dxfs', []),
    numberFormats,
    numberFormatIds: numberFormatsById(numberFormats.old),
    derived: new Map(),
    looks: new WeakMap(),
  };
}

/** Items of a list; an empty or absent list starts with what index 0 is taken to mean everywhere. */
function itemsOf(outline: Outline, list: string, first: readonly string[]): Items {
  const element = childOf(outline, list);
  const old = element
    ? childrenAt(outline.xml, element.start).map((element) => outline.xml.slice(element.start, element.end))
    : [];
  const added = old.length > 0 ? [] : [...first];
  return { list, old, added, known: new Map() };
}

const MAX_FORMAT = 64_000;

/** The highest format index any cell, row or column of the workbook names. */
function highestFormat(draft: BookDraft, { sheets }: WorkbookParts): number {
  let highest = 0;
  for (const { part } of sheets) {
    const xml = part === undefined ? '' : (draftPart(draft, part) ?? '');
    for (const match of xml.matchAll(/\s(?:s|style)="(\d{1,5})"/g)) highest = Math.max(highest, Number(match[1]));
  }
  return Math.min(highest, MAX_FORMAT);
}

function numberFormatsById(raw: readonly string[]): Map<string, number> {
  const ids = new Map<string, number>();
  for (const text of raw) {
    const scanner = new XmlScanner(text);
    scanner.next();
    ids.set(scanner.attribute('formatCode') ?? '', Number(scanner.attribute('numFmtId')));
  }
  return ids;
}

/**
 * Index of the format that looks like format `base` with `style` on top. `quote`: the text starts like a formula and
 * must stay text when it is edited in Excel; false removes such a mark, undefined leaves it unchanged.
 */
export function deriveFormat(styles: StyleBook, base: number, style: CellStyle | undefined, quote?: boolean): number {
  if (style === undefined && quote === undefined) return base;
  if (style === undefined) return derivedFormat(styles, base, style, quote);
  const place = base * 3 + (quote === undefined ? 0 : quote ? 1 : 2);
  const own = styles.looks.get(style) ?? new Map<number, number>();
  const known = own.get(place);
  if (known !== undefined) return known;
  const made = derivedFormat(styles, base, style, quote);
  styles.looks.set(style, own.set(place, made));
  return made;
}

function derivedFormat(
  styles: StyleBook,
  base: number,
  style: CellStyle | undefined,
  quote: boolean | undefined,
): number {
  const key = `${base}/${quote}/${style ? JSON.stringify(style) : ''}`;
  const known = styles.derived.get(key);
  if (known !== undefined) return known;
  const raw = itemAt(styles.formats, base);
  const marked = /\squotePrefix\s*=\s*["'](?:1|true)["']/.test(raw);
  const index =
    saysNothing(style) && (quote ?? marked) === marked
      ? base
      : append(styles.formats, makeFormat(styles, raw, style ?? {}, quote));
  styles.derived.set(key, index);
  return index;
}

/** Index of the conditional format's look that is nothing but this fill (RRGGBB). */
export function differentialFill({ differentials, outline: { prefix } }: StyleBook, fill: string): number {
  const raw = differentialFillXml(fill, prefix);
  const standing = differentials.old.indexOf(raw);
  return standing >= 0 ? standing : append(differentials, raw);
}

function saysNothing(style: CellStyle | undefined): boolean {
  return style === undefined || Object.values(style).every((value) => value === undefined);
}

function makeFormat(styles: StyleBook, raw: string, style: CellStyle, quote: boolean | undefined): string {
  const { prefix } = styles.outline;
  const parts = openFormat(raw);
  const use = (kind: string, flag: string, index: number): void => {
    parts.attributes.set(kind, String(index)).set(flag, '1');
  };
  if (changesFont(style)) {
    const font = deriveFont(itemAt(styles.fonts, Number(parts.attributes.get('fontId') ?? 0)), style, prefix);
    use('fontId', 'applyFont', append(styles.fonts, font));
  }
  if (style.fill !== undefined) use('fillId', 'applyFill', append(styles.fills, solidFill(style.fill, prefix)));
  const sides = style.border ? undefined : style.sides;
  if (style.border || sides) use('borderId', 'applyBorder', append(styles.borders, thinBorder(prefix, sides)));
  if (style.numberFormat !== undefined)
    use('numFmtId', 'applyNumberFormat', numberFormatId(styles, style.numberFormat));
  const wrap = style.wrap === undefined ? undefined : style.wrap ? '1' : '0';
  const alignment = [
    ['horizontal', style.horizontal],
    ['vertical', style.vertical],
    ['textRotation', style.rotated ? '90' : undefined],
    ['wrapText', wrap],
  ] as const;
  if (alignment.some(([, value]) => value !== undefined)) {
    setChild(parts, 'alignment', alignment, prefix);
    parts.attributes.set('applyAlignment', '1');
  }
  if (style.locked !== undefined) {
    setChild(parts, 'protection', [['locked', style.locked ? '1' : '0']], prefix);
    parts.attributes.set('applyProtection', '1');
  }
  if (quote === true) parts.attributes.set('quotePrefix', '1');
  if (quote === false) parts.attributes.delete('quotePrefix');
  return closeFormat(parts, prefix);
}

function itemAt(items: Items, index: number): string {
  const at = (number: number): string | undefined => items.old[number] ?? items.added[number - items.old.length];
  return at(index) ?? at(0) ?? '';
}

/** Index of this raw item among those added, appending it when it is new. */
function append(items: Items, raw: string): number {
  const known = items.known.get(raw);
  if (known !== undefined) return known;
  const index = items.old.length + items.added.push(raw) - 1;
  items.known.set(raw, index);
  return index;
}

function numberFormatId(styles: StyleBook, code: string): number {
  const known = builtInId(code) ?? styles.numberFormatIds.get(code);
  if (known !== undefined) return known;
  const id = Math.max(FIRST_FREE_FORMAT - 1, ...styles.numberFormatIds.values()) + 1;
  styles.numberFormatIds.set(code, id);
  append(styles.numberFormats, `<${styles.outline.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
  return id;
}

/** Writes the styles part into the draft when formats were added. */
export function saveStyles(styles: StyleBook): void {
  const { draft, outline } = styles;
  if (styles.formats.known.size === 0 && styles.differentials.known.size === 0) return;
  const { numberFormats, fonts, fills, borders, formats, differentials } = styles;
  const lists = [numberFormats, fonts, fills, borders, formats, differentials];
  const xml = splice(
    outline.xml,
    lists.flatMap((items) => saveItems(outline, items)),
  );
  if (styles.part !== undefined) {
    setPart(draft, styles.part, xml);
    return;
  }
  const part = `${styles.workbookPart.slice(0, styles.workbookPart.lastIndexOf('/') + 1)}styles.xml`;
  addPart(draft, part, CONTENT_TYPE, xml);
  addRelation(draft, styles.workbookPart, 'styles', part);
}

function saveItems(outline: Outline, items: Items): readonly Splice[] {
  if (items.added.length === 0) return [];
  const element = childOf(outline, items.list);
  const text = items.added.join('');
  const count = String(items.old.length + items.added.length);
  if (element)
    return [setAttribute(outline.xml, element.start, 'count', count), appendInside(outline.xml, element, text)];
  const at = placeFor(outline, items.list, ORDER);
  const name = `${outline.prefix}${items.list}`;
  return [{ from: at, to: at, text: `<${name} count="${count}">${text}</${name}>` }];
}
