/** The files a run may take beside the reports: the register of units, captured portal values. Unusable ones end the command. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { capturesFileSchema, type Observation } from '../core/indicator/observation.ts';
import type { Movement } from '../core/movement/movement.ts';
import type { Register } from '../core/report/register.ts';
import { csvText } from '../core/workbook/csv.ts';
import { kindOf } from '../core/workbook/file.ts';
import { readIndicatorBook, readIndicatorText } from '../core/workbook/indicator-rows.ts';
import { registerFromBook, registerFromCsv } from '../core/workbook/register-sheet.ts';
import { hanoiTime } from './hanoi-time.ts';
import { parseJson, whatIsWrong } from './load-movement.ts';
import { fromUser } from './paths.ts';
import { readFileBook } from './read-file.ts';
import { refuse } from './usage-error.ts';

/** `--units`: a sheet of a workbook or a .csv. */
export async function loadRegister(typed: string, movement: Movement): Promise<Register> {
  const { audiences } = movement;
  if (['.csv', '.txt', '.tsv'].includes(extname(typed).toLowerCase())) {
    const register = registerFromCsv(csvText(readBytes(typed)), audiences);
    return register.ok ? register.value : refuse(register.refusal.message);
  }
  readBytes(typed);
  const book = await readFileBook(fromUser(typed));
  if (!book.ok) return refuse(`Không đọc được danh sách đơn vị "${typed}": ${book.refusal.message}`);
  const register = registerFromBook(book.value, audiences);
  return register.ok ? register.value : refuse(register.refusal.message);
}

/** `--captures`: observations of portal indicators as JSON, or as a workbook or .csv with the columns of the sheet "Chỉ số". Known by content. */
export async function loadCaptures(typed: string): Promise<readonly Observation[]> {
  const what = `Tệp số liệu Cổng "${typed}"`;
  const bytes = readBytes(typed);
  const kind = kindOf(bytes);
  const text = kind.ok && kind.value === 'unknown' ? csvText(bytes) : null;
  if (text !== null && /^\s*[{[]/.test(text)) {
    const parsed = capturesFileSchema.safeParse(parseJson(text, what));
    return parsed.success ? parsed.data.observations : refuse(`${what} ${whatIsWrong(parsed.error)}`);
  }
  const book = text === null ? await readFileBook(bytes) : null;
  if (book && !book.ok) return refuse(`${what}: ${book.refusal.message}`);
  const now = hanoiTime(new Date());
  const read = book ? readIndicatorBook(book.value, now) : readIndicatorText(text ?? '', now);
  return read.ok ? read.value : refuse(`${what}: ${read.refusal.message}`);
}

function readBytes(typed: string): Uint8Array {
  try {
    return readFileSync(fromUser(typed));
  } catch {
    return refuse(`Không đọc được tệp "${typed}".`);
  }
}
