/**
 * How a cell's own look becomes styles of the page. The file's values never reach a style as they are: switches,
 * words of closed lists, and colours of six hexadecimal digits. Text stays readable on its ground in every theme. Pure.
 */
import type { CellStyle } from '../../core/sheet/workbook/port.ts';

interface CellPaint {
  readonly fontWeight?: 600;
  readonly fontStyle?: 'italic';
  readonly textAlign?: 'start' | 'center' | 'end' | 'justify';
  readonly alignContent?: 'start' | 'center' | 'end';
  readonly backgroundColor?: string;
  readonly color?: string;
}

const ALIGN = { left: 'start', center: 'center', right: 'end', justify: 'justify' } as const;
const STANDS = { top: 'start', center: 'center', bottom: 'end' } as const;
const HEX = /^[0-9A-F]{6}$/i;
const PAPER = 'FFFFFF';
/** WCAG's least for text. */
const READABLE = 4.5;

/** `ground` = colour behind a cell without a fill; `plain` = without the file's colours: a mark of ours stands there. */
export function cellPaint(look: CellStyle | undefined, ground: string, plain: boolean): CellPaint {
  // By default spreadsheets place a text at the bottom of its cell.
  if (look === undefined) return { alignContent: 'end' };
  const { bold, italic, horizontal, vertical = 'bottom' } = look;
  return {
    alignContent: Object.hasOwn(STANDS, vertical) ? STANDS[vertical] : 'end',
    ...(bold === true ? { fontWeight: 600 } : {}),
    ...(italic === true ? { fontStyle: 'italic' } : {}),
    ...(horizontal !== undefined && Object.hasOwn(ALIGN, horizontal) ? { textAlign: ALIGN[horizontal] } : {}),
    ...(plain ? {} : coloursOf(look, ground)),
  };
}

function coloursOf({ fill, fontColour }: CellStyle, ground: string): CellPaint {
  // A ground of paper is the grid's own, dark in the dark.
  const back = fill === PAPER ? null : hexOf(fill);
  const text = hexOf(fontColour);
  const isReadable = text !== null && contrast(text, back ?? ground) >= READABLE;
  if (back === null) return isReadable ? { color: `#${text}` } : {};
  const own = isReadable ? text : contrast('000000', back) >= contrast('FFFFFF', back) ? '000000' : 'FFFFFF';
  return { backgroundColor: `#${back}`, color: `#${own}` };
}

function hexOf(colour: string | undefined): string | null {
  return colour !== undefined && HEX.test(colour) ? colour : null;
}

/** Of two colours, by WCAG: 1 to 21. */
function contrast(x: string, y: string): number {
  const [dark, light] = [luminance(x), luminance(y)].sort((number, other) => number - other);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const part = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4);
}
