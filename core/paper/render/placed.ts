/** Placed lines as sections of Word: a frame at each place, measured from the edge of the page; the grid of frames too. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  FrameAnchorType,
  HeightRule,
  type IParagraphOptions,
  type ISectionOptions,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { PlacedLine, PlacedPages } from '../placed-pages.ts';
import { plainText } from '../plain-text.ts';
import { FONT, mm } from './measures.ts';

/** A section for each page: what follows a page is never pushed onto it. */
export function placedSections({ width, height, grid, pages }: PlacedPages): readonly ISectionOptions[] {
  // The library turns a page that lies across itself.
  const isAcross = width > height;
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return pages.map((lines) => ({
    properties: {
      page: {
        size: {
          ...{ width: mm(short), height: mm(long) },
          orientation: isAcross ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0 },
      },
    },
    children: [...(grid ? gridOf(width, height) : []), ...lines.map(lineOf), smallest()],
  }));
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Absent = as high as what stands in it. */
  readonly height?: number;
}

function framed({ x, y, width, height }: Box, more: IParagraphOptions): FileChild {
  return new Paragraph({
    spacing: { before: 0, after: 0 },
    frame: {
      type: 'absolute',
      position: { x: mm(x), y: mm(y) },
      width: mm(width),
      height: mm(height ?? 0),
      rule: height === undefined ? HeightRule.AUTO : HeightRule.EXACT,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    ...more,
  });
}

function lineOf({ text, size, align, bold, whole, ...box }: PlacedLine): FileChild {
  const plain = plainText(text);
  return framed(box, {
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    children: [
      new TextRun({
        text: whole ? plain.replaceAll(' ', '\u00a0') : plain,
        ...{ font: FONT, size: Math.round(size * 2), bold },
      }),
    ],
  });
}

/** A page ends with a paragraph. */
function smallest(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [] });
}

/** Millimetres. */
const STEP = 10;
const LABELLED = 50;
const LINE = { style: BorderStyle.SINGLE, size: 2, space: 0, color: 'B0B0B0' } as const;

/** Lines a centimetre apart, numbered every five along the upper and the left edge. */
function gridOf(width: number, height: number): readonly FileChild[] {
  const steps = (length: number) => Array.from({ length: Math.ceil(length / STEP) }, (_, at) => at * STEP);
  const label = (at: number, box: Box) =>
    at % LABELLED === 0
      ? [framed(box, { children: [new TextRun({ text: String(at), font: FONT, size: 14, color: '808080' })] })]
      : [];
  return [
    ...steps(width).flatMap((x) => [
      framed({ x, y: 0, width: 1, height }, { border: { left: LINE }, children: [] }),
      ...label(x, { x: x + 1, y: 1, width: STEP }),
    ]),
    ...steps(height).flatMap((y) => [
      framed({ x: 0, y, width, height: 1 }, { border: { top: LINE }, children: [] }),
      ...(y === 0 ? [] : label(y, { x: 1, y: y + 1, width: STEP })),
    ]),
  ];
}
