/**
 * Lines at fixed places of a page that is printed already: a certificate's blank (phôi giấy khen). Lengths in millimetres
 * from the upper left corner of the page.
 */

export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Of the field: a text that may be broken goes on in the next line within it. */
  readonly width: number;
  /** Points. */
  readonly size: number;
  readonly align: 'left' | 'center';
  readonly bold: boolean;
  /** A name or a title is never broken: its letters are made smaller until it fits. */
  readonly whole: boolean;
}

export interface PlacedPages {
  readonly width: number;
  readonly height: number;
  /** A grid of centimetres behind the lines: the test print on plain paper. */
  readonly grid: boolean;
  readonly pages: readonly (readonly PlacedLine[])[];
}

/** Widths of the letters of Times New Roman, thousandths of the size; every other sign is taken as wide as `m`. */
const WIDTHS: Readonly<Record<number, string>> = {
  250: ' .,',
  278: 'ijlt/;:',
  333: "frIJ()-–'",
  389: 's',
  444: 'aecz?',
  500: 'bdghknopquvxyđ0123456789“”ơ',
  540: 'ư',
  556: 'SFP',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYwĐ',
  778: 'mƠƯ',
  889: 'M',
  944: 'W',
  1000: '…',
};
const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  Object.entries(WIDTHS).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)] as const)),
);
const WIDEST = 778;
/** Bold letters are wider; and no table of widths is exact. */
const BOLD = 1.08;
const SPARE = 1.04;
const MM_A_POINT = 0.3528;
/** Points; smaller letters are not read from a wall. */
export const LEAST_SIZE = 9;

/** How wide a text is, millimetres. */
export function textWidth({ text, size, bold }: Pick<PlacedLine, 'text' | 'size' | 'bold'>): number {
  const letters = [...text.normalize('NFC')].map((letter) => {
    const own = WIDTH_OF.get(letter);
    // Marks above and below add nothing; the horn of ơ and ư does.
    return (
      own ??
      WIDTH_OF.get(
        letter
          .normalize('NFD')
          .replace(/(?!\u031b)\p{M}/gu, '')
          .normalize('NFC'),
      ) ??
      WIDEST
    );
  });
  return (letters.reduce((sum, width) => sum + width, 0) / 1000) * size * MM_A_POINT * (bold ? BOLD : 1) * SPARE;
}

/** The line in letters by which it fits its field, in half points down to the least; other lines as they are. */
export function fitted(line: PlacedLine): PlacedLine {
  const width = textWidth(line);
  if (!line.whole || width <= line.width) return line;
  const size = Math.floor(2 * line.size * (line.width / width)) / 2;
  return { ...line, size: Math.max(LEAST_SIZE, size) };
}
