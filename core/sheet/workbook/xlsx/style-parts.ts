/** XML of fonts, fills, borders and cell formats: what a `CellStyle` changes on the raw element it starts from. */
import type { CellStyle, Side } from '../port.ts';
import { escapeXml } from './excel-text.ts';
import { childrenAt } from './outline.ts';
import { XmlScanner } from './xml-scan.ts';

/** The order Excel writes a font's children in. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/** True when the style says anything about the font. */
export function changesFont(style: CellStyle): boolean {
  const { bold, italic, fontName, fontSize, fontColour } = style;
  return [bold, italic, fontName, fontSize, fontColour].some((item) => item !== undefined);
}

/** Raw `<font>` → raw `<font>` with the style's changes; the rest stays. */
export function deriveFont(raw: string, style: CellStyle, prefix: string): string {
  const parts = new Map(childrenAt(raw, 0).map((child) => [child.name, raw.slice(child.start, child.end)]));
  const set = (name: string, attributes: string): void => void parts.set(name, `<${prefix}${name}${attributes}/>`);
  if (style.bold !== undefined) toggle(parts, 'b', style.bold, prefix);
  if (style.italic !== undefined) toggle(parts, 'i', style.italic, prefix);
  if (style.fontSize !== undefined) set('sz', ` val="${style.fontSize}"`);
  if (style.fontColour !== undefined) set('color', ` rgb="FF${colour(style.fontColour)}"`);
  if (style.fontName !== undefined) {
    set('name', ` val="${escapeXml(style.fontName)}"`);
    // A theme font overrides the name, family and character set describe the font before.
    for (const name of ['scheme', 'family', 'charset']) parts.delete(name);
  }
  const ranked = [...parts].sort((a, b) => FONT_ORDER.indexOf(a[0]) - FONT_ORDER.indexOf(b[0]));
  return `<${prefix}font>${ranked.map(([, xml]) => xml).join('')}</${prefix}font>`;
}

function toggle(parts: Map<string, string>, name: string, on: boolean, prefix: string): void {
  if (on) parts.set(name, `<${prefix}${name}/>`);
  else parts.delete(name);
}

/**
 * The look of a conditional format that fills: a fill of it counts by its background, for Excel and LibreOffice alike.
 */
export function differentialFillXml(fill: string, prefix: string): string {
  const pattern = `<${prefix}patternFill><${prefix}bgColor rgb="FF${colour(fill)}"/></${prefix}patternFill>`;
  return `<${prefix}dxf><${prefix}fill>${pattern}</${prefix}fill></${prefix}dxf>`;
}

/** A solid fill. */
export function solidFill(fill: string, prefix: string): string {
  const pattern = `${prefix}patternFill`;
  const colours = `<${prefix}fgColor rgb="FF${colour(fill)}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${pattern} patternType="solid">${colours}</${pattern}></${prefix}fill>`;
}

const SIDES: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** A thin border, on all four sides unless some are named. */
export function thinBorder(prefix: string, sides: readonly Side[] = SIDES): string {
  const drawn = (name: Side): string => `<${prefix}${name} style="thin"><${prefix}color auto="1"/></${prefix}${name}>`;
  const all = SIDES.map((side) => (sides.includes(side) ? drawn(side) : `<${prefix}${side}/>`)).join('');
  return `<${prefix}border>${all}<${prefix}diagonal/></${prefix}border>`;
}

/** RRGGBB, upper case; anything else becomes black rather than broken markup. */
export function colour(text: string): string {
  return /^[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : '000000';
}

interface FormatParts {
  readonly attributes: Map<string, string>;
  /** Raw children by name: alignment, protection, extLst. */
  readonly children: Map<string, string>;
}

/** A raw `<xf>` taken apart. */
export function openFormat(raw: string): FormatParts {
  const scanner = new XmlScanner(raw);
  scanner.next();
  return {
    attributes: scanner.rawAttributes(),
    children: new Map(childrenAt(raw, 0).map((child) => [child.name, raw.slice(child.start, child.end)])),
  };
}

/** The `<xf>` of these parts. */
export function closeFormat({ attributes, children }: FormatParts, prefix: string): string {
  const open = `<${prefix}xf${writeAttributes(attributes)}`;
  const inner = ['alignment', 'protection', 'extLst'].map((name) => children.get(name) ?? '').join('');
  return inner === '' ? `${open}/>` : `${open}>${inner}</${prefix}xf>`;
}

/** Sets attributes of a child such as `alignment`, keeping its others. */
export function setChild(
  parts: FormatParts,
  name: string,
  values: readonly (readonly [string, string | undefined])[],
  prefix: string,
): void {
  const set = values.filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  if (set.length === 0) return;
  const raw = parts.children.get(name);
  const attributes = raw ? openFormat(raw).attributes : new Map<string, string>();
  for (const [key, value] of set) attributes.set(key, value);
  parts.children.set(name, `<${prefix}${name}${writeAttributes(attributes)}/>`);
}

function writeAttributes(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
}
