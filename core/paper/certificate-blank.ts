/**
 * The commune's own blank of a giấy khen: its size and where each field is printed, as the table of settings has it. Our
 * places are a beginning on A4 across (the order of the lines: Nghị định 98/2023/NĐ-CP, Điều 104, expired); every commune
 * moves them after a test print.
 */

const FIELDS = {
  name: 'Phôi: họ tên',
  deed: 'Phôi: thành tích',
  decision: 'Phôi: số quyết định',
  place: 'Phôi: địa danh và ngày ký',
  authority: 'Phôi: thẩm quyền ký',
  signer: 'Phôi: người ký',
} as const;
export type BlankField = keyof typeof FIELDS;

interface FieldPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Points. */
  readonly size: number;
}

export interface CertificateBlank {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  /** null = the blank has it printed, or it is written by hand. */
  readonly fields: Readonly<Record<BlankField, FieldPlace | null>>;
}

const SIZE_ITEM = 'Khổ phôi giấy khen';

export const BLANK_ITEMS: readonly string[] = [SIZE_ITEM, ...Object.values(FIELDS)];

const DEFAULT: Readonly<Record<BlankField, FieldPlace>> = {
  name: { x: 48, y: 100, width: 200, size: 22 },
  deed: { x: 38, y: 116, width: 220, size: 15 },
  decision: { x: 25, y: 160, width: 125, size: 12 },
  place: { x: 165, y: 140, width: 110, size: 13 },
  authority: { x: 165, y: 147, width: 110, size: 13 },
  signer: { x: 165, y: 182, width: 110, size: 14 },
};
/** Millimetres: from a card to A3. */
const [LEAST, MOST] = [100, 420];

interface BlankRead {
  /** null = the settings name no size, and nothing is printed on blanks. */
  readonly blank: CertificateBlank | null;
  readonly faults: readonly string[];
}

/** `given`: item of BLANK_ITEMS → its value. `297 x 210`; `48; 100; 200; 22` = left, top, width, letters; `không`. */
export function readBlank(texts: ReadonlyMap<string, string>): BlankRead {
  const size = texts.get(SIZE_ITEM);
  if (size === undefined) return { blank: null, faults: [] };
  const [width = 0, height = 0] = numbersIn(size);
  const isPossible = [width, height].every((length) => length >= LEAST && length <= MOST);
  if (!isPossible)
    return { blank: null, faults: [`Mục "${SIZE_ITEM}": "${size}" không phải khổ giấy (ghi như 297 x 210, mm).`] };
  const faults: string[] = [];
  const placeOf = (field: BlankField): FieldPlace | null => {
    const text = texts.get(FIELDS[field]);
    if (text === undefined) return scaled(DEFAULT[field], width, height);
    if (/^không$/iu.test(text.trim())) return null;
    const [x = -1, y = -1, across = 0, letters = 0] = numbersIn(text);
    const isInside =
      x >= 0 && y >= 0 && across > 0 && x + across <= width && y < height && letters >= 6 && letters <= 60;
    if (isInside) return { x, y, width: across, size: letters };
    faults.push(
      `Mục "${FIELDS[field]}": "${text}" không nằm trong phôi ${width} x ${height} mm (ghi: cách trái; cách trên; rộng; cỡ chữ, như 48; 100; 200; 22).`,
    );
    return scaled(DEFAULT[field], width, height);
  };
  const fields = Object.fromEntries(
    (Object.keys(FIELDS) as BlankField[]).map((field) => [field, placeOf(field)]),
  ) as Record<BlankField, FieldPlace | null>;
  return { blank: { width, height, fields }, faults };
}

/** Our places are for A4 across. */
function scaled({ x, y, width, size }: FieldPlace, across: number, down: number): FieldPlace {
  const [right, below] = [across / 297, down / 210];
  return { x: Math.round(x * right), y: Math.round(y * below), width: Math.floor(width * right), size };
}

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.')));
}
