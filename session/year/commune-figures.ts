/** "Số liệu của xã" as the workbook has it: figures and remarks on targets that no unit and no portal gives. */
import { done, type Result } from '../../core/base/result.ts';
import type { CommuneFigure } from '../../core/commune/calendar/journal.ts';
import { journalIn } from '../book/journal.ts';
import type { Host } from '../host/port.ts';

export async function communeFigures(host: Host): Promise<Result<readonly CommuneFigure[]>> {
  const book = await host.read();
  return book.ok ? done(journalIn(book.value, null).figures ?? []) : book;
}
