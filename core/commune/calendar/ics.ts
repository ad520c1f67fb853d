/**
 * The dates as an iCalendar file (RFC 5545): one all-day event for each date that has a day, with a reminder a week
 * before. Text of plans is escaped, lines end in CRLF and are folded at 75 octets, never inside a character.
 */

import { dayNumber, isoDay } from '../../base/period/day.ts';
import type { Movement } from '../../movement/movement.ts';
import type { CalendarDay } from './calendar-day.ts';

const OCTETS = 75;

/** `stamp` = ISO day the file is made for. Null when no date has a day: a calendar without events is none. */
export function icsOf(
  { id, title }: Pick<Movement, 'id' | 'title'>,
  days: readonly CalendarDay[],
  stamp: string,
): string | null {
  const dated = days.filter(({ last }) => last !== null);
  if (dated.length === 0) return null;
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Thi Dua So//Lich phong trao//VI', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${escaped(title)}`,
    ...dated.flatMap((day) => eventOf(id, day, stamp)),
    'END:VCALENDAR',
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('');
}

function eventOf(
  id: string,
  { code, name, text, section, words, from, to, last }: CalendarDay,
  stamp: string,
): string[] {
  if (last === null) return [];
  const who = [from && `Bên thực hiện: ${from}.`, to && `Nơi nhận: ${to}.`].filter(Boolean).join(' ');
  const description = `${name}: ${words}. ${section === '' ? '' : `Kế hoạch, mục ${section}: `}${text}${who === '' ? '' : `\n${who}`}`;
  return [
    'BEGIN:VEVENT',
    `UID:${id}-${code}-${last}@thi-dua-so`,
    `DTSTAMP:${basic(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(last)}`,
    `DTEND;VALUE=DATE:${basic(isoDay(dayNumber(last) + 1))}`,
    `SUMMARY:${escaped(`${name} (ngày cuối)`)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(name)}`, 'TRIGGER:-P7D', 'END:VALARM'],
    'END:VEVENT',
  ];
}

function basic(iso: string): string {
  return iso.slice(0, 10).replaceAll('-', '');
}

/** TEXT of RFC 5545 3.3.11; other control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

/** The line in pieces of at most 75 octets; every piece after the first begins with a space, which counts. */
function folded(line: string): string[] {
  const utf8 = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const octets = utf8.encode(character).length;
    if (size + octets > OCTETS) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += octets;
  }
  return [...pieces, piece];
}
