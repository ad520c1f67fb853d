/**
 * What only the commune knows and papers need: who signs, numbers, days, members of the council. A table of two
 * columns, "Mục" and "Giá trị"; a line left out stays a blank in the papers. A line that is not understood is named.
 */

import { bareKey } from '../base/text/text.ts';
import { tidy } from '../base/text/tidy.ts';
import { formatDate, readDate } from '../sheet/grid/date.ts';
import type { CellValue } from '../sheet/grid/sheet.ts';
import { BLANK_ITEMS, type CertificateBlank, readBlank } from './certificate-blank.ts';
import { PAPER_KIND_NAMES, PAPER_KINDS, type PaperKind } from './paper-kinds.ts';

export interface PaperSettings {
  /** `xã Ta Ma`, `tỉnh Điện Biên`: names in force, where the plan's are of before. */
  readonly commune: string | null;
  readonly province: string | null;
  /** Place in the line of place and date; the commune's name otherwise. */
  readonly place: string | null;
  /** ISO day of signing. */
  readonly signedOn: string | null;
  /** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH` where the chair does not sign himself. */
  readonly authority: readonly string[];
  readonly signer: string | null;
  /** The council: who chairs, who writes, who sits on it (`Nguyễn Văn A, Phó Chủ tịch UBND xã`). */
  readonly chair: string | null;
  readonly secretary: string | null;
  readonly members: readonly string[];
  /** ISO day. */
  readonly meetingOn: string | null;
  readonly meetingPlace: string | null;
  /** The body that receives the report upward. */
  readonly superior: string | null;
  /** Mức lương cơ sở on the day of the decision, đồng a month. */
  readonly basePay: number | null;
  /** The decree's factor for a giấy khen to a person, hundredths of the base pay; a household gets half as much again. */
  readonly personFactor: number | null;
  /** The blank that certificates are printed onto; null = the settings name none. */
  readonly blank: CertificateBlank | null;
  /** Number as printed (`15/TTr-UBND`), by paper: free text, communes number in many ways (`0200/KH-UBND`, `05-HD/VPTW`). */
  readonly numbers: Readonly<Partial<Record<PaperKind, string>>>;
}

export const NO_SETTINGS: PaperSettings = {
  ...{ commune: null, province: null, place: null, signedOn: null, authority: [], signer: null, chair: null },
  ...{
    secretary: null,
    members: [],
    meetingOn: null,
    meetingPlace: null,
    superior: null,
    basePay: null,
    personFactor: null,
    blank: null,
  },
  numbers: {},
};

type Single = Exclude<keyof PaperSettings, 'numbers' | 'members' | 'authority' | 'basePay' | 'personFactor' | 'blank'>;

/** Lines of the table, as an officer writes them. */
const SINGLE: Readonly<Record<Single, string>> = {
  commune: 'Tên xã',
  province: 'Tên tỉnh',
  place: 'Địa danh',
  signedOn: 'Ngày ký',
  signer: 'Người ký',
  chair: 'Chủ tịch Hội đồng',
  secretary: 'Thư ký Hội đồng',
  meetingOn: 'Ngày họp Hội đồng',
  meetingPlace: 'Địa điểm họp Hội đồng',
  superior: 'Cấp trên nhận báo cáo',
};
const BASE_PAY = 'Mức lương cơ sở';
const PERSON_FACTOR = 'Hệ số giấy khen cá nhân';
const MEMBER = 'Thành viên Hội đồng';
const AUTHORITY = 'Thẩm quyền ký';
const DAYS: ReadonlySet<Single> = new Set(['signedOn', 'meetingOn']);

/** Every line that is understood, in the order of the guide. */
const SETTING_ITEMS: readonly string[] = [
  ...Object.values(SINGLE),
  BASE_PAY,
  PERSON_FACTOR,
  AUTHORITY,
  MEMBER,
  ...BLANK_ITEMS,
  ...PAPER_KIND_NAMES.map((kind) => PAPER_KINDS[kind].numberItem),
];

/** A line of the table that one value of the settings stands in. */
export interface PaperItem {
  /** As the table calls it. */
  readonly item: string;
  readonly isDay: boolean;
  /** '' = not filled in yet. */
  readonly value: string;
}

/** The settings that every commune fills in, and the numbers of the papers there are; days as `31/12/2026`. */
export function paperItems(settings: PaperSettings, kinds: readonly PaperKind[]): readonly PaperItem[] {
  const needed: readonly Single[] = [
    'signedOn',
    'signer',
    'superior',
    'meetingOn',
    'meetingPlace',
    'chair',
    'secretary',
  ];
  const numbered = [...new Set(kinds)].filter((kind) => PAPER_KINDS[kind].sign !== null);
  return [
    ...needed.map((key) => {
      const value = settings[key] ?? '';
      return {
        item: SINGLE[key],
        isDay: DAYS.has(key),
        value: DAYS.has(key) && value !== '' ? formatDate(value) : value,
      };
    }),
    ...numbered.map((kind) => ({
      ...{ item: PAPER_KINDS[kind].numberItem, isDay: false },
      value: settings.numbers[kind] ?? '',
    })),
  ];
}

export interface SettingsRead {
  readonly settings: PaperSettings;
  /** Vietnamese sentences on lines that were not used. */
  readonly faults: readonly string[];
}

/**
 * Rows of two cells; a heading row "Mục" and empty values are passed over. Members and lines of authority may stand in
 * several rows.
 */
export function readPaperSettings(rows: readonly (readonly CellValue[])[]): SettingsRead {
  const singles = new Map(Object.entries(SINGLE).map(([key, item]) => [bareKey(item), key as Single] as const));
  const numberOf = new Map(PAPER_KIND_NAMES.map((kind) => [bareKey(PAPER_KINDS[kind].numberItem), kind] as const));
  const found: { -readonly [K in Single]?: string } = {};
  const texts: Partial<Record<PaperKind, string>> = {};
  const blankItems = new Map(BLANK_ITEMS.map((item) => [bareKey(item), item] as const));
  const blanks = new Map<string, string>();
  const members: string[] = [];
  const authority: string[] = [];
  const faults: string[] = [];
  const unknown: string[] = [];
  let basePay: number | null = null;
  let personFactor: number | null = null;
  for (const [item, cell] of rows) {
    const key = bareKey(textOf(item));
    const value = textOf(cell);
    if (key === '' || value === '' || key === bareKey('Mục')) continue;
    const single = singles.get(key);
    const numbered = numberOf.get(key);
    if (single !== undefined && found[single] !== undefined)
      faults.push(`Mục "${textOf(item)}" ghi hai lần: dùng giá trị đầu "${found[single]}".`);
    else if (single !== undefined && DAYS.has(single)) {
      const day = readDate(typeof cell === 'number' ? cell : value);
      if (day === null) faults.push(`Mục "${textOf(item)}": "${value}" không phải là ngày, nên để trống.`);
      else found[single] = day;
    } else if (single !== undefined) found[single] = value;
    else if (numbered !== undefined) texts[numbered] = value;
    else if (key === bareKey(BASE_PAY)) {
      basePay = dongOf(cell, value);
      if (basePay === null) faults.push(`Mục "${textOf(item)}": "${value}" không phải là số đồng, nên để trống.`);
    } else if (key === bareKey(PERSON_FACTOR)) {
      personFactor = hundredthsOf(cell, value);
      if (personFactor === null)
        faults.push(`Mục "${textOf(item)}": "${value}" không phải là hệ số (ghi như 0,3), nên để trống.`);
    } else if (blankItems.has(key)) blanks.set(blankItems.get(key) ?? '', value);
    else if (key === bareKey(MEMBER)) members.push(value);
    else if (key === bareKey(AUTHORITY)) authority.push(value);
    else unknown.push(`"${textOf(item)}"`);
  }
  if (unknown.length > 0)
    faults.push(`Không hiểu mục ${unknown.join(', ')} nên bỏ qua; các mục dùng được: ${SETTING_ITEMS.join(', ')}.`);
  const { blank, faults: blankFaults } = readBlank(blanks);
  const settings = { ...NO_SETTINGS, ...found, numbers: texts, members, authority, basePay, personFactor, blank };
  return { settings, faults: [...faults, ...blankFaults] };
}

/** `2.340.000`, `2340000 đồng`. */
function dongOf(cell: CellValue | undefined, value: string): number | null {
  const digits = /^(\d{1,3}(?:[. ]\d{3})+|\d+)\s*(?:đồng|đ)?$/iu.exec(value)?.[1]?.replace(/[. ]/g, '');
  const amount = typeof cell === 'number' ? cell : Number(digits ?? Number.NaN);
  return Number.isSafeInteger(amount) && amount > 0 ? amount : null;
}

/** `0,3`, `0.25`: hundredths; more than ten times the base pay is no factor of a giấy khen. */
function hundredthsOf(cell: CellValue | undefined, value: string): number | null {
  const digits = /^\d{1,2}(?:[.,]\d{1,2})?$/u.exec(value)?.[0].replace(',', '.');
  const factor = Math.round((typeof cell === 'number' ? cell : Number(digits ?? Number.NaN)) * 100);
  return Number.isSafeInteger(factor) && factor > 0 && factor <= 1000 ? factor : null;
}

function textOf(value: CellValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? tidy(String(value)) : '';
}
