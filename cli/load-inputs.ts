/** The files a run may take beside the reports: the register of units, captured portal values. Unusable ones end the command. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { capturesFileSchema, type Observation } from '../core/indicator/observation.ts';
import type { Movement } from '../core/movement/movement.ts';
import type { Register } from '../core/report/register.ts';
import { csvText } from '../core/workbook/csv.ts';
import { registerFromBook, registerFromCsv } from '../core/workbook/register-sheet.ts';
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

/** `--captures`: observations of portal indicators as JSON. */
export function loadCaptures(typed: string): readonly Observation[] {
  const what = `Tệp số liệu Cổng "${typed}"`;
  const parsed = capturesFileSchema.safeParse(parseJson(csvText(readBytes(typed)), what));
  return parsed.success ? parsed.data.observations : refuse(`${what} ${whatIsWrong(parsed.error)}`);
}

function readBytes(typed: string): Uint8Array {
  try {
    return readFileSync(fromUser(typed));
  } catch {
    return refuse(`Không đọc được tệp "${typed}".`);
  }
}
