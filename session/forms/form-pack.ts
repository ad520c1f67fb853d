/**
 * The forms of a list of units, a file for each under a name that every system accepts, with the message to send along.
 * A unit's audience comes from the list; a unit without an audience gets no form.
 */
import type { Period } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { formMessage } from '../../core/commune/calendar/messages.ts';
import { reportTemplate } from '../../core/form/template.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { zipOfFiles } from '../../core/sheet/workbook/xlsx/zip-write.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { freeName, LONGEST_NAME, longName } from './pasted-units.ts';

export interface FormPack {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array; readonly message: string }[];
  /** Units without a form: their audience is not scored in the period. */
  readonly without: readonly string[];
}

export interface PackWanted {
  readonly movement: Movement;
  readonly period: Period;
  /**
   * Makes the short forms of a month or quarter, of a followUpMovement: the unit's figures of the last time by the code
   * of the criterion.
   */
  readonly before?: (unit: string) => ReadonlyMap<string, string>;
  /** The assigned targets of a unit by code; absent = no unit has any. */
  readonly assigned?: (unit: string) => ReadonlyMap<string, number | 'none'>;
}

export function formPack(units: Register, { movement, period, before, assigned }: PackWanted): Result<FormPack> {
  const tooLong = units.find(({ name }) => name.length > LONGEST_NAME);
  if (tooLong) return refuse('long-name', longName(tooLong.name));
  const files: FormPack['files'][number][] = [];
  const without: string[] = [];
  const taken = new Set<string>();
  for (const { name, audience } of units) {
    const set = criteriaSetFor(movement, audience, period);
    if (!set) {
      without.push(name);
      continue;
    }
    const unit = name.normalize('NFC').trim();
    const own = { ...(before ? { before: before(name) } : {}), ...(assigned ? { assigned: assigned(name) } : {}) };
    const book = markedBook([reportTemplate({ movement, set, audience, period, unit, ...own })], 'form');
    if (!book.ok) return book;
    const file = `${freeName(unit, taken)}.xlsx`;
    files.push({
      name: file,
      bytes: book.value,
      message: formMessage(unit, file, { movement, period, followUp: before !== undefined }),
    });
  }
  return done({ files, without });
}

/** Sorts first in any list of files. */
const MESSAGES = '0 - Tin nhắn gửi từng đơn vị.txt';

/** The files in one .zip, with the messages in one text to copy from. */
export function zippedPack({ files }: FormPack): Result<Uint8Array> {
  const messages = files.map(({ name, message }) => `----- ${name} -----\r\n${message}\r\n`).join('\r\n');
  // Windows' own editor knows UTF-8 by the mark at the beginning.
  return zipOfFiles([{ name: MESSAGES, bytes: new TextEncoder().encode(`\uFEFF${messages}`) }, ...files]);
}
