/** Books of households, as villages keep them → the figures of their reports in the open workbook. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import type { NamedFile } from '../host/files.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host, HostAction } from '../host/port.ts';
import { load } from '../run/load.ts';
import { readSent } from './sent-file.ts';
import { tallyInto } from './tally-into.ts';

interface TalliesFilled extends Outcome {
  /** A Vietnamese sentence for each book. */
  readonly messages: readonly string[];
  /** Books that were not taken in, with their file's name. */
  readonly left: readonly { readonly file: string; readonly reason: string }[];
}

/** Figures already in a report are never replaced. Refused when no book could be used. */
export async function fillTally(host: Host, files: readonly NamedFile[]): Promise<Result<TalliesFilled>> {
  const loaded = await load(host);
  if (!loaded.ok) return loaded;
  const { movement, book, period } = loaded.value;
  const reports = loaded.value.reports.map(({ report, unit }) => ({
    ...report,
    unit: report.unit && { ...report.unit, text: unit },
    period: report.period ?? (period && { period, cell: { sheet: report.layout.sheet, address: 'A1' } }),
  }));
  const messages: string[] = [];
  const left: { file: string; reason: string }[] = [];
  const actions: HostAction[] = [];
  for (const { name, bytes } of files) {
    const sent = await readSent({ name, bytes });
    const into = sent.ok ? tallyInto(book.book, reports, movement, sent.value.book) : sent;
    if (!into.ok) {
      left.push({ file: name, reason: into.refusal.message });
      continue;
    }
    const { about, households, filled } = into.value;
    const codes = filled.length > 0 ? `${filled.length} tiêu chí (${filled.join(', ')})` : 'không tiêu chí nào';
    messages.push(`${about}: đã cộng ${households} hộ, điền ${codes}.`);
    left.push(...[...into.value.doubts, ...into.value.left].map((reason) => ({ file: name, reason })));
    for (const action of into.value.actions) {
      const sheet = book.book.sheets.find((sheet) => sheet.name === action.sheet);
      actions.push({ ...action, expected: (sheet && cellAt(sheet, action.row, action.column)?.value) ?? null });
    }
  }
  if (messages.length === 0)
    return refuse('no-tally', left.map(({ file, reason }) => `“${file}”: ${reason}`).join('\n'));
  const outcome = await perform(host, 'Cộng sổ hộ', actions);
  return outcome.ok ? done({ ...outcome.value, messages, left }) : outcome;
}
