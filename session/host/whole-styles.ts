/** styles.xml → the whole look of each cell format, as far as a sheet of ours or the grid can have it. */
import type { CellStyle } from '../../core/sheet/workbook/port.ts';
import { type ColourOf, coloursOf } from '../../core/sheet/workbook/xlsx/colours.ts';
import { builtInFormat } from '../../core/sheet/workbook/xlsx/number-format.ts';
import { childOf, childrenAt, type Element, type Outline, outlineOf } from '../../core/sheet/workbook/xlsx/outline.ts';
import { isTrue } from '../../core/sheet/workbook/xlsx/read-cells.ts';
import { XmlScanner } from '../../core/sheet/workbook/xlsx/xml-scan.ts';

const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Looks by format index (the `s` of a cell). `theme` = the part with the workbook's colours, if it has one. */
export function wholeStyles(xml: string | undefined, theme: string | undefined): readonly CellStyle[] {
  if (!xml) return [];
  const styles = outlineOf(xml);
  const list = (name: string) => childrenOf(styles, name);
  const colourOf = coloursOf(xml, theme);
  const fonts = list('fonts').map((font) => fontOf(xml, font, colourOf));
  const fills = list('fills').map((fill) => fillOf(xml, fill, colourOf));
  const borders = list('borders').map((border) => borderOf(xml, border));
  const formats = new Map(
    list('numFmts').map(({ start }) => {
      const { attribute } = openAt(xml, start);
      return [Number(attribute('numFmtId')), attribute('formatCode') ?? 'General'] as const;
    }),
  );
  return list('cellXfs').map((format) => {
    const { attribute } = openAt(xml, format.start);
    const at = (name: string) => Number(attribute(name) ?? 0);
    const numberFormat = formats.get(at('numFmtId')) ?? builtInFormat(at('numFmtId'));
    return {
      ...fonts[at('fontId')],
      ...fills[at('fillId')],
      ...borders[at('borderId')],
      ...(numberFormat === 'General' ? {} : { numberFormat }),
      ...partsOf(xml, format),
    };
  });
}

/** Children of a child of the root, by its name. */
export function childrenOf(outline: Outline, name: string): readonly Element[] {
  const element = childOf(outline, name);
  return element ? childrenAt(outline.xml, element.start) : [];
}

/** The attributes of the element at a place. */
export function openAt(xml: string, start: number): { readonly attribute: (name: string) => string | undefined } {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  return { attribute: (name) => scanner.attribute(name) };
}

function fontOf(xml: string, font: Element, colourOf: ColourOf): CellStyle {
  const parts = new Map(childrenAt(xml, font.start).map((child) => [child.name, openAt(xml, child.start)] as const));
  const value = (name: string) => parts.get(name)?.attribute('val');
  const isOn = (name: string) => parts.has(name) && isTrue(value(name) ?? '1');
  const size = Number(value('sz'));
  const colour = colourOf((name) => parts.get('color')?.attribute(name));
  const name = value('name');
  return {
    ...(name ? { fontName: name } : {}),
    ...(size > 0 && size < 410 ? { fontSize: size } : {}),
    ...(isOn('b') ? { bold: true } : {}),
    ...(isOn('i') ? { italic: true } : {}),
    ...(colour ? { fontColour: colour } : {}),
  };
}

function fillOf(xml: string, fill: Element, colourOf: ColourOf): CellStyle {
  const [pattern] = childrenAt(xml, fill.start);
  if (pattern?.name !== 'patternFill' || openAt(xml, pattern.start).attribute('patternType') !== 'solid') return {};
  const front = childrenAt(xml, pattern.start).find(({ name }) => name === 'fgColor');
  const colour = front && colourOf(openAt(xml, front.start).attribute);
  return colour ? { fill: colour } : {};
}

function borderOf(xml: string, border: Element): CellStyle {
  const drawn = childrenAt(xml, border.start).flatMap(({ name, start }) => {
    const style = openAt(xml, start).attribute('style');
    return style && style !== 'none' ? [name] : [];
  });
  const sides = SIDES.filter((side) => drawn.includes(side));
  if (sides.length === 0) return {};
  return sides.length === SIDES.length ? { border: true } : { sides };
}

const HORIZONTAL = ['left', 'center', 'right', 'justify'] as const;
const VERTICAL = ['top', 'center', 'bottom'] as const;

/** Alignment and protection of a format. */
function partsOf(xml: string, format: Element): CellStyle {
  const parts = new Map(childrenAt(xml, format.start).map((child) => [child.name, openAt(xml, child.start)] as const));
  const of = (part: string, name: string) => parts.get(part)?.attribute(name);
  const horizontal = HORIZONTAL.find((text) => text === of('alignment', 'horizontal'));
  const vertical = VERTICAL.find((text) => text === of('alignment', 'vertical'));
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(of('alignment', 'textRotation') === '90' ? { rotated: true } : {}),
    ...(isTrue(of('alignment', 'wrapText')) ? { wrap: true } : {}),
    ...(parts.has('protection') && !isTrue(of('protection', 'locked') ?? '1') ? { locked: false } : {}),
  };
}
