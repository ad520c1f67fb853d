/** A row of a register → its unit. Anything that cannot be understood is reported, never guessed. */

import { bareKey } from '../base/text/text.ts';
import type { Audience } from '../movement/movement.ts';
import type { RegisterUnit } from '../report/register.ts';
import { audienceNamed, audienceOfName } from '../report/register-audience.ts';
import { formatDate, readDate } from '../sheet/grid/date.ts';
import type { CellValue } from '../sheet/grid/sheet.ts';
import { DAY_FIELDS, HEADERS, type RegisterField } from './register-columns.ts';

const YES = new Set(['x', 'co', 'da', 'roi', 'dadangky', 'codangky', '1', 'true', 'yes', '✓', '✔', '☑', '☒']);
const NO = new Set(['', 'khong', 'chua', 'khongdangky', 'chuadangky', '0', 'false', 'no', '☐']);

/** In the column "Đăng ký": it takes part, and nobody wrote down whether it registered. */
export const NOT_NOTED = 'Chưa rõ';

/** The unit of a row; null for a row without a unit; a sentence when something in it cannot be understood. */
export function readUnit(
  row: ReadonlyMap<number, CellValue>,
  columns: ReadonlyMap<RegisterField, number>,
  audiences: readonly Audience[],
  date1904: boolean,
): RegisterUnit | string | null {
  const valueIn = (field: RegisterField): CellValue => row.get(columns.get(field) ?? -1) ?? '';
  const textOf = (field: RegisterField) => String(valueIn(field)).normalize('NFC').replace(/\s+/g, ' ').trim();
  const listOf = (field: RegisterField) =>
    textOf(field)
      .split(/[;|]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const dayIn = (field: RegisterField) => (textOf(field) === '' ? null : readDate(dateValue(valueIn(field)), date1904));
  const badDay = DAY_FIELDS.find((field) => textOf(field) !== '' && dayIn(field) === null);
  const name = textOf('name');
  if (name === '' || /^\(?\d+\)?$/.test(name)) return null;

  const written = textOf('audience');
  const audience = written === '' ? audienceOfName(name, audiences) : audienceNamed(written, audiences);
  if (!audience) {
    const known = audiences.map((audience) => audience.name).join('; ');
    return written === ''
      ? `chưa rõ “${name}” thuộc đối tượng nào; hãy ghi ở cột Đối tượng một trong: ${known}.`
      : `đối tượng "${written}" không có trong phong trào (${known}).`;
  }
  if (badDay) return `"${textOf(badDay)}" không phải là ngày (cột ${HEADERS[badDay][0]}).`;
  const [registered, on] = [
    columns.has('registered') ? valueIn('registered') : null,
    columns.has('registeredOn') ? dayIn('registeredOn') : undefined,
  ];
  const registration = readRegistration(registered, on, date1904);
  if (typeof registration === 'string') return registration;
  const plan = dayIn('planReceived');
  const women = readPercent(valueIn('women'));
  if (women === undefined) return `không hiểu "${textOf('women')}" ở cột Tỷ lệ nữ.`;
  const reports = readReportCounts(textOf('reportsAsked'), textOf('reportsInTime'));
  if (typeof reports === 'string') return reports;
  return {
    name,
    otherNames: listOf('otherNames'),
    audience,
    ...registration,
    ...(plan === null ? {} : { planReceived: plan }),
    received: dayIn('received'),
    women,
    facts: factsIn(String(valueIn('facts')).normalize('NFC')),
    awards: listOf('awards'),
    portalCode: textOf('portalCode') || null,
    ...reports,
    ...(textOf('bloc') === '' ? {} : { bloc: textOf('bloc') }),
    ...(textOf('head') === '' ? {} : { head: textOf('head') }),
  };
}

/** Both counts or none; a sentence when they cannot be. */
function readReportCounts(
  requested: string,
  inTime: string,
): Pick<RegisterUnit, 'reportsAsked' | 'reportsInTime'> | string {
  if (requested === '' && inTime === '') return {};
  const [all, some] = [requested, inTime].map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined));
  return all === undefined || some === undefined || some > all
    ? `số báo cáo yêu cầu "${requested}" và số báo cáo đúng hạn "${inTime}" phải là hai số, số đúng hạn không lớn hơn.`
    : { reportsAsked: all, reportsInTime: some };
}

function dateValue(value: CellValue): string | number {
  return typeof value === 'number' ? value : String(value);
}

/**
 * Whether it registered, and when. `told` = the cell of the column "Đăng ký" (null = no such column), `on` = the day
 * (undefined = no column for it). A list without either column lists units that take part.
 */
function readRegistration(
  written: CellValue | null,
  on: string | null | undefined,
  date1904: boolean,
): Pick<RegisterUnit, 'registered' | 'registeredOn' | 'isRegistrationNoted'> | string {
  const text = written === null ? '' : String(written).replace(/\s+/g, ' ').trim();
  if (bareKey(text) === bareKey(NOT_NOTED) && !on) return { registered: true };
  const answer = written === null ? null : readYes(written, date1904);
  if (written !== null && answer === null) return `không hiểu "${text}" ở cột Đăng ký (ghi Có hoặc Không).`;
  if (answer === false && text !== '' && on)
    return `ghi "${text}" ở cột Đăng ký nhưng có ngày đăng ký ${formatDate(on)}.`;
  if (typeof answer === 'string' && on && on !== answer) return `có hai ngày đăng ký: ${text} và ${formatDate(on)}.`;
  const day = on ?? (typeof answer === 'string' ? answer : null);
  if (day !== null) return { registered: true, registeredOn: day };
  if (written === null) return { registered: on === undefined };
  return answer === false ? { registered: false } : { registered: true, isRegistrationNoted: true };
}

/** A tick, a word, or the ISO day of registration; null when it is none of them. */
function readYes(value: CellValue, date1904: boolean): boolean | string | null {
  if (typeof value === 'boolean') return value;
  const text = String(value).trim();
  const key = bareKey(text) || text;
  if (YES.has(key)) return true;
  if (NO.has(key)) return false;
  return readDate(dateValue(value), date1904);
}

/** `75`, `75,5 %`, or 0.75 from a percent cell → percent; null when empty, undefined when it is no share. */
function readPercent(value: CellValue): number | null | undefined {
  const text = String(value).trim();
  if (text === '') return null;
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text);
  if (!match) return undefined;
  const number = Number(`${match[1]}.${match[2] ?? 0}`);
  const percent = typeof value === 'number' && value > 0 && value <= 1 ? number * 100 : number;
  return percent <= 100 ? percent : undefined;
}

/** A list in one cell: parted by semicolons, bars, plus signs, lines, or numbers and dashes before each item. */
function factsIn(text: string): string[] {
  return text
    .split(/[;|+\r\n]|(?:^|\s)(?:-|\d{1,2}[.)])\s/)
    .map((item) => item.replace(/^[-–•*\s]+|[\s.,]+$/g, ''))
    .filter((item) => item !== '');
}
