/** What stands around a paper's body: heading with the country's name, kind and summary, recipients and signatures. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Heading, Paper, Signature } from '../paper.ts';
import { mm, SIZE, textWidth } from './measures.ts';
import { line } from './text.ts';

const CENTRE = { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
} as const;

/** Width of the left side: the issuing body. */
const LEFT = 0.37;

/** A drawn line of this length, centred under a text in a column of this width. */
function ruleUnder(length: number, column: number): Paragraph {
  const side = Math.max(0, Math.round((column - length) / 2));
  return line(
    '',
    { size: 4 },
    {
      spacing: { before: 50, after: 60, line: 60, lineRule: 'exact' },
      indent: { left: side, right: side },
      border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    },
  );
}

function sideBySide(width: number, left: readonly Paragraph[], right: readonly Paragraph[], share = LEFT): Table {
  const widths = [Math.round(width * share), width - Math.round(width * share)];
  return inColumns(width, widths, [left, right]);
}

function inColumns(width: number, widths: readonly number[], columns: readonly (readonly Paragraph[])[]): Table {
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          (children, at) =>
            new TableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlign.TOP,
              margins: { left: 0, right: 0 },
              borders: { top: NONE, bottom: NONE, left: NONE, right: NONE },
              children: children.length > 0 ? [...children] : [line('', {}, CENTRE)],
            }),
        ),
      }),
    ],
  });
}

/** Country and motto, issuing body, number, place and date. */
export function headingBlocks(
  { upper, issuer, number, placeAndDate }: Heading,
  landscape: boolean,
): readonly FileChild[] {
  const width = textWidth(landscape);
  const left = width * LEFT;
  // About a third to a half of the issuing body's own length; the motto's line is as long as the motto.
  const named = [
    ...(upper === null ? [] : [line(upper, { size: SIZE.issuer }, CENTRE)]),
    ...issuer.map((text) => line(text, { size: SIZE.issuer, bold: true }, CENTRE)),
    ruleUnder(mm(20), left),
    ...(number === null ? [] : [line(number, { size: SIZE.number }, CENTRE)]),
  ];
  return [
    sideBySide(width, named, [
      line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: SIZE.country, bold: true }, CENTRE),
      line('Độc lập - Tự do - Hạnh phúc', { size: SIZE.motto, bold: true }, CENTRE),
      ruleUnder(mm(63), width - left),
      ...(placeAndDate === null ? [] : [line(placeAndDate, { size: SIZE.place, italics: true }, CENTRE)]),
    ]),
  ];
}

/** Kind of paper in capitals, summary, line under it. */
export function titleBlocks(type: string, about: string, landscape: boolean): readonly FileChild[] {
  const spacing = { before: 240, after: 0 };
  return [
    line(type, { size: SIZE.type, bold: true }, { ...CENTRE, spacing }),
    line(about, { size: SIZE.type, bold: true }, CENTRE),
    ruleUnder(mm(45), textWidth(landscape)),
  ];
}

/** “Kính gửi:”, to whom it goes. */
export function addressBlocks(to: readonly string[]): readonly FileChild[] {
  const [only] = to;
  if (only === undefined) return [];
  if (to.length === 1) return [line(`Kính gửi: ${only}`, {}, { alignment: AlignmentType.CENTER })];
  return [
    line('Kính gửi:', {}, { indent: { left: mm(40) } }),
    ...to.map((name, at) =>
      line(`- ${name}${at === to.length - 1 ? '.' : ';'}`, {}, { indent: { left: mm(55) }, spacing: { before: 0 } }),
    ),
  ];
}

/**
 * Recipients on the left, who signs on the right; several who sign stand beside each other. The block
 * stays together.
 */
export function closingBlocks({ signatures, recipients, landscape = false }: Paper): readonly FileChild[] {
  const [first, ...others] = signatures;
  if (!first) return [];
  const width = textWidth(landscape);
  const gap = line('', { size: 12 }, { keepNext: true });
  if (others.length > 0) {
    const each = Math.floor(width / signatures.length);
    return [
      gap,
      inColumns(
        width,
        signatures.map(() => each),
        signatures.map(signatureLines),
      ),
    ];
  }
  return [gap, sideBySide(width, recipientLines(recipients), signatureLines(first), 0.5)];
}

function recipientLines(recipients: readonly string[]): readonly Paragraph[] {
  if (recipients.length === 0) return [];
  const plain = { spacing: { before: 0, after: 0 } };
  return [
    line('Nơi nhận:', { size: SIZE.recipientsTitle, bold: true, italics: true }, plain),
    ...recipients.map((name, at) =>
      line(`- ${name}${at === recipients.length - 1 ? '.' : ';'}`, { size: SIZE.recipients }, plain),
    ),
  ];
}

function signatureLines({ authority, hint, name }: Signature): readonly Paragraph[] {
  const keep = { ...CENTRE, keepNext: true };
  return [
    ...authority.map((text) => line(text, { size: SIZE.signature, bold: true }, keep)),
    ...(hint === undefined ? [] : [line(hint, { size: SIZE.number, italics: true }, keep)]),
    ...[1, 2, 3, 4].map(() => line('', {}, keep)),
    line(name, { size: SIZE.signature, bold: true }, CENTRE),
  ];
}
