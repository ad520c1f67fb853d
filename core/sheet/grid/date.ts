/**
 * Vietnamese dates: day first, always. A date that cannot be, or that can be read two ways, is none: a year of two
 * digits, a year alone, 31/02.
 */

const NUMERIC = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})$/;
const WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})$/;
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/;
/** A serial number stored as text. */
const SERIAL_TEXT = /^\d{5}$/;
/** A date inside a sentence or a place-and-date line (`Ta Ma, ngày 05 tháng 11 năm 2025`). */
const INSIDE =
  /(?:ngày ?)?(?<!\d)(\d{1,2}) ?tháng ?(\d{1,2}),? ?năm ?(\d{4})(?!\d)|(?<![\d/.-])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?![\d/])/;
/** Longest text that is searched: a date stands in a line, not in a book. */
const LONGEST = 2000;

/** Days from 1899-12-30 to 1970-01-01, and what the 1904 system adds. */
const EPOCH_1900 = 25_569;
const SHIFT_1904 = 1462;
const DAY = 86_400_000;
/** 1990-01-01 … 2099-12-31: a smaller number in a date column is a year or a count, not a day. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_050;

/**
 * Reads a cell that should hold a date: text as `05/11/2025`, `5-11-2025`, `5.11.2025`, `ngày 05 tháng 11 năm 2025` (a
 * place before it is allowed), `2025-11-05`, each with an optional time that is dropped; or a serial number. Returns an
 * ISO day, or null when it is no possible day.
 */
export function readDate(value: string | number, date1904 = false): string | null {
  if (typeof value === 'number') return fromSerial(value, date1904);
  const text = tidy(value)
    .replace(/^[^\d,;]{0,60}[,;] ?(?=ngày )/, '')
    .replace(/,? ?(?:lúc |vào )?\d{1,2} ?(?:(?::|h|giờ) ?\d{2}(?::\d{2})?(?: phút)?|h|giờ)(?: ?(?:am|pm|sa|ch))?$/, '')
    .replace(/ ?[.;,]$/, '');
  if (SERIAL_TEXT.test(text)) return fromSerial(Number(text), date1904);
  const iso = ISO.exec(text);
  if (iso) return isoDay(iso[1], iso[2], iso[3]);
  const match = NUMERIC.exec(text.replace(/^ngày /, '')) ?? WORDS.exec(text);
  return match ? isoDay(match[3], match[2], match[1]) : null;
}

/**
 * First date written in a longer text: its words and the ISO day, `date: null` when such a day does not exist. null =
 * no date.
 */
export function findDate(text: string): { readonly text: string; readonly date: string | null } | null {
  const match = INSIDE.exec(tidy(text));
  if (!match) return null;
  const [day, month, year] = match[1] ? match.slice(1, 4) : match.slice(4, 7);
  return { text: match[0], date: isoDay(year, month, day) };
}

/** `2025-11-05` → `05/11/2025`. */
export function formatDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

function tidy(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\uff0f\uff10-\uff19]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['’]|['’]$/g, '')
    .toLowerCase();
}

function fromSerial(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial) + (date1904 ? SHIFT_1904 : 0);
  if (!(day >= FIRST_SERIAL && day <= LAST_SERIAL)) return null;
  return new Date((day - EPOCH_1900) * DAY).toISOString().slice(0, 10);
}

function isoDay(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!real || Number(year) < 1900 || Number(year) > 2099) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
