/**
 * The ledger of awards and the nominations as sheets: "Khen thưởng" and "Đề cử", read from any workbook with their
 * columns (award-layout.ts lays them out). A row that cannot be understood is set aside with its number and
 * the reason, and the other rows are used; nothing is guessed.
 */

import type { Result } from '../base/result.ts';
import { bareKey } from '../base/text/text.ts';
import type { Ledger, PastAward } from '../judge/award/ledger.ts';
import type { Nomination } from '../judge/award/nomination.ts';
import type { Audience } from '../movement/movement.ts';
import { audienceNamed } from '../report/register-audience.ts';
import { readDate } from '../sheet/grid/date.ts';
import { type Book, type CellValue, isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import type { NewValue } from '../sheet/workbook/port.ts';
import { dateValue, numberValue, textValue } from './council/look.ts';

export const LEDGER_SHEET = 'Khen thưởng';
export const NOMINATION_SHEET = 'Đề cử';

/** First = the title our own sheets use. */
export const AWARD_TITLES = {
  name: ['Tên đơn vị, cá nhân', 'Tên đơn vị', 'Đơn vị, cá nhân', 'Họ và tên', 'Tên', 'Tập thể, cá nhân'],
  form: ['Hình thức khen', 'Hình thức khen thưởng'],
  year: ['Năm', 'Năm khen', 'Năm được khen'],
  round: ['Đợt', 'Đợt khen'],
  achievement: ['Thành tích', 'Tóm tắt thành tích', 'Nội dung khen'],
  decision: ['Số quyết định', 'Quyết định số', 'Quyết định'],
  date: ['Ngày quyết định', 'Ngày'],
  audience: ['Đối tượng', 'Loại hình'],
  by: ['Đơn vị đề cử', 'Đề cử bởi', 'Nơi đề cử', 'Đơn vị đề nghị'],
  outOfTurn: ['Đột xuất', 'Khen đột xuất'],
} as const;
export type AwardField = keyof typeof AWARD_TITLES;

const FIELD_OF = new Map(
  (Object.keys(AWARD_TITLES) as AwardField[]).flatMap((field) =>
    AWARD_TITLES[field].map((title) => [bareKey(title), field] as const),
  ),
);
export const LEDGER_FIELDS: readonly AwardField[] = [
  ...(['name', 'audience', 'form', 'year', 'round', 'achievement', 'decision', 'date'] as const),
];
export const NOMINATION_FIELDS: readonly AwardField[] = ['name', 'audience', 'by', 'achievement', 'outOfTurn'];
export const AWARD_WIDTHS: Readonly<Partial<Record<AwardField, number>>> = {
  ...{ name: 27, form: 24, year: 7, round: 10, achievement: 26, decision: 13, date: 12 },
  ...{ by: 26, audience: 22, outOfTurn: 10 },
};
/** More columns on the same paper. */
export const LEDGER_WIDTHS: typeof AWARD_WIDTHS = {
  ...AWARD_WIDTHS,
  name: 22,
  audience: 11,
  form: 20,
  achievement: 24,
};
const HEADER_ROWS = 20;

export interface Awards {
  readonly ledger: Ledger;
  readonly nominations: readonly Nomination[];
  /** Rows that were set aside because they cannot be understood. */
  readonly aside: readonly AsideRow[];
}

/** A row as it was written; it stays in the workbook made from it. */
export interface AsideRow {
  readonly of: 'ledger' | 'nominations';
  readonly written: Readonly<Partial<Record<AwardField, NewValue>>>;
  /** Sheet and row, in Vietnamese. */
  readonly where: string;
  /** Why it is not understood, in Vietnamese. */
  readonly why: string;
}

export const LEDGER_TABLE = 'SoKhenThuong';
/** Columns of the ledger as a table of ours. */
export const LEDGER_COLUMNS = LEDGER_FIELDS.map((field) => ({
  name: AWARD_TITLES[field][0],
  width: LEDGER_WIDTHS[field] ?? 16,
  ...(field === 'date' ? { numberFormat: 'dd/mm/yyyy' } : {}),
  show: (awardGiven: PastAward) => givenValue(awardGiven, field),
}));

const KINDS: Readonly<Record<NonNullable<PastAward['kind']>, string>> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
  outside: 'Ngoài xã',
  combined: 'Tập thể, cá nhân',
};

export function givenValue(awardGiven: PastAward, field: AwardField): NewValue {
  switch (field) {
    case 'name':
      return textValue(awardGiven.unit);
    case 'audience':
      return textValue(awardGiven.kind ? KINDS[awardGiven.kind] : null);
    case 'year':
      return numberValue(awardGiven.year);
    case 'date':
      return dateValue(awardGiven.date ?? null);
    case 'form':
    case 'round':
    case 'achievement':
    case 'decision':
      return textValue(awardGiven[field] ?? null);
    case 'by':
    case 'outOfTurn':
      return { kind: 'empty' };
  }
}

/** Where the ledger of a sheet stands: its header row, a value for each of its columns, the row after its last. */
export function ledgerIn(sheet: Sheet): {
  readonly row: number;
  /** Column → the value of an award there; null = no such column of ours. */
  readonly valueAt: (pastAward: PastAward, column: number) => NewValue;
  /** Titles of the facts of an award that have no column. */
  readonly lost: (pastAward: PastAward) => readonly string[];
  readonly columns: readonly number[];
  readonly free: number;
} | null {
  const header = headerOf(sheet);
  if (!header?.columns.has('year')) return null;
  const fields = new Map([...header.columns].map(([field, column]) => [column, field] as const));
  const filled = [...sheet.rows].flatMap(([row, cells]) =>
    cells.some(({ column, value }) => fields.has(column) && value !== null && value !== '') ? [row] : [],
  );
  return {
    row: header.row,
    columns: [...fields.keys()],
    free: Math.max(header.row, ...filled) + 1,
    valueAt: (pastAward, column) => {
      const field = fields.get(column);
      return field ? givenValue(pastAward, field) : { kind: 'empty' };
    },
    lost: (pastAward) =>
      LEDGER_FIELDS.filter(
        (field) => field !== 'audience' && !header.columns.has(field) && givenValue(pastAward, field).kind !== 'empty',
      ).map((field) => AWARD_TITLES[field][0]),
  };
}

/** Every ledger and every list of nominations in a workbook, distinguished by their columns. */
export function readAwards(book: Book, audiences: readonly Audience[]): Result<Awards> {
  const ledger: PastAward[] = [];
  const nominations: Nomination[] = [];
  const aside: AsideRow[] = [];
  let found = 0;
  for (const sheet of book.sheets) {
    const header = headerOf(sheet);
    if (!header) continue;
    found += 1;
    const isLedger = header.columns.has('year');
    for (const [at, cells] of sheet.rows) {
      if (at <= header.row) continue;
      const values = new Map(cells.map((cell) => [cell.column, isCellError(cell.value) ? null : cell.value] as const));
      const row: Row = (field) => values.get(header.columns.get(field) ?? -1) ?? null;
      if (textOf(row('name')) === '') continue;
      const read = isLedger ? readLedgerRow(row, book.date1904, audiences) : readNomination(row, audiences);
      if (typeof read === 'string')
        aside.push({
          of: isLedger ? 'ledger' : 'nominations',
          written: asWritten(header.columns, row, book.date1904),
          where: `trang "${sheet.name}", hàng ${at + 1}`,
          why: read,
        });
      else if ('form' in read) ledger.push(read);
      else nominations.push(read);
    }
  }
  if (found > 0) return { ok: true, value: { ledger, nominations, aside } };
  return refusal(
    'Không trang nào có cột "Tên đơn vị, cá nhân" cùng hai cột "Hình thức khen", "Năm" (sổ khen thưởng) hoặc "Đối tượng" (đề cử).',
  );
}

/** A sentence on the rows set aside, to follow the name of their file; null when no row was set aside. */
export function setAsideWords({ aside }: Pick<Awards, 'aside'>): string | null {
  if (aside.length === 0) return null;
  const rows = aside.map(({ where, why }) => `${where}: ${why.replace(/[.\s]+$/u, '')}`).join('; ');
  return `chưa tính ${aside.length} dòng khen thưởng, đề cử (${rows}). Sửa các dòng này rồi làm lại trước khi ký.`;
}

type Row = (field: AwardField) => CellValue | null;

function asWritten(columns: ReadonlyMap<AwardField, number>, row: Row, date1904: boolean): AsideRow['written'] {
  const filled = [...columns.keys()].map((field) => [field, valueAsWritten(row(field), field, date1904)] as const);
  return Object.fromEntries(filled.filter(([, { kind }]) => kind !== 'empty'));
}

/** A day counted from 1904 is a day of our workbook. */
function valueAsWritten(value: CellValue | null, field: AwardField, date1904: boolean): NewValue {
  if (typeof value !== 'number') return textValue(textOf(value));
  const day = field === 'date' ? readDate(value, date1904) : null;
  return day ? dateValue(day) : numberValue(value);
}

function headerOf(sheet: Sheet): { readonly row: number; readonly columns: ReadonlyMap<AwardField, number> } | null {
  for (const [row, cells] of sheet.rows) {
    if (row >= HEADER_ROWS) return null;
    const columns = new Map<AwardField, number>();
    for (const { column, value } of cells) {
      const field = typeof value === 'string' ? FIELD_OF.get(bareKey(value)) : undefined;
      if (field && !columns.has(field)) columns.set(field, column);
    }
    const says = (...fields: readonly AwardField[]) => fields.every((field) => columns.has(field));
    // A list of proposals names a form too, but not the year of the achievement.
    const isOurs = says('form') ? says('year') : says('audience', 'by') || says('audience', 'achievement');
    if (columns.has('name') && isOurs) return { row, columns };
  }
  return null;
}

function readLedgerRow(row: Row, date1904: boolean, audiences: readonly Audience[]): PastAward | string {
  const form = textOf(row('form'));
  if (form === '') return 'thiếu hình thức khen.';
  const written = textOf(row('year'));
  const years = [...new Set(written.match(/\b20\d\d\b/g) ?? [])];
  if (written !== '' && years.length !== 1) return `"${written}" không phải là một năm.`;
  const day = row('date');
  const dayText = textOf(day);
  const date = dayText === '' ? null : readDate(typeof day === 'number' ? day : dayText, date1904);
  if (dayText !== '' && !date) return `"${dayText}" không phải là ngày quyết định.`;
  const year = years[0] === undefined ? null : Number(years[0]);
  const fields = {
    round: textOf(row('round')),
    achievement: textOf(row('achievement')),
    decision: textOf(row('decision')),
  };
  const filled = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
  const kind = kindIn(textOf(row('audience')), audiences);
  return { unit: textOf(row('name')), form, year, ...(kind ? { kind } : {}), ...filled, ...(date ? { date } : {}) };
}

/** By the movement's own names or the law's words; null = not stated. */
function kindIn(written: string, audiences: readonly Audience[]): PastAward['kind'] | null {
  const named = audienceNamed(written, audiences);
  if (/ngoài/iu.test(written) || named?.startsWith('outside-')) return 'outside';
  const own = audiences.find(({ kind }) => kind === named);
  if (own) return own.subject;
  const kinds = (['collective', 'individual', 'household'] as const).filter(
    (kind) => bareKey(written) === bareKey(KINDS[kind]),
  );
  return kinds[0] ?? null;
}

const YES = new Set(['co', 'x', 'dotxuat', '1', 'true']);
const NO = new Set(['', 'khong', '0', 'false']);

function readNomination(row: Row, audiences: readonly Audience[]): Nomination | string {
  const written = textOf(row('audience'));
  const audience = audienceNamed(written, audiences) ?? outsideKind(written, textOf(row('name')), audiences);
  if (!audience)
    return `đối tượng "${written}" không có trong phong trào (${audiences.map(({ name }) => name).join('; ')}).`;
  const reason = textOf(row('outOfTurn'));
  const key = bareKey(reason);
  if (!YES.has(key) && !NO.has(key)) return `không hiểu "${reason}" ở cột Đột xuất (ghi Có hoặc để trống).`;
  const [name, by, achievement] = [textOf(row('name')), textOf(row('by')), textOf(row('achievement'))];
  return { name, audience, by, achievement, outOfTurn: YES.has(key) };
}

/** Titles of a person, before a name. */
const PERSON = /^(?:ông|bà|anh|chị)(?![\p{L}])/iu;

/**
 * "Ngoài xã", as the ledger writes it: a person or a body as it says, or whichever the movement knows; of two, by the
 * name.
 */
function outsideKind(written: string, name: string, audiences: readonly Audience[]): string | null {
  if (!/ngoài/iu.test(written)) return null;
  if (/cá nhân/iu.test(written) !== /tập thể/iu.test(written))
    return /cá nhân/iu.test(written) ? 'outside-individual' : 'outside-collective';
  const known = audiences.filter(({ kind }) => kind.startsWith('outside-'));
  const [only] = known.length === 1 ? known : [];
  return only?.kind ?? (PERSON.test(name) ? 'outside-individual' : 'outside-collective');
}

function textOf(value: CellValue | null): string {
  return value === null ? '' : String(value).normalize('NFC').replace(/\s+/g, ' ').trim();
}

function refusal(message: string): { readonly ok: false; readonly refusal: { code: string; message: string } } {
  return { ok: false, refusal: { code: 'awards', message } };
}
