/**
 * Puts the sheets of many workbooks into a single workbook and writes it once: writing after each file would copy and
 * read everything before it again.
 */
import { done, type Refusal } from '../../core/base/result.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import type { Action } from '../../core/sheet/workbook/port.ts';
import type { BookFile } from '../../session/host/port.ts';
import { wholeSheets } from '../../session/host/whole-sheets.ts';
import { change, type PreviewState } from './preview-state.ts';

interface Inserted {
  readonly state: PreviewState;
  /** Of each file, in order: how many sheets it added at the end, or why nothing of it came in. */
  readonly answers: readonly (number | Refusal)[];
}

/** Of each file comes in all or nothing. */
export function withBooks(start: PreviewState, files: readonly BookFile[]): Inserted {
  const wanted = files.map(({ bytes, book, names }): readonly Action[] | Refusal => {
    const read = book ? done(book) : readBook(bytes);
    if (!read.ok) return read.refusal;
    return wholeSheets(bytes, read.value).map((sheet) => ({
      kind: 'add-sheet',
      sheet: { ...sheet, name: names?.get(sheet.name) ?? sheet.name },
    }));
  });
  const actions = wanted.flatMap((result) => ('code' in result ? [] : result));
  const { state, refused } = change(start, actions);
  if (refused.length === 0)
    return { state, answers: wanted.map((result) => ('code' in result ? result : result.length)) };
  const why = new Map(refused.map(({ action, refusal }) => [action, refusal] as const));
  const reasons = wanted.map((result) =>
    'code' in result ? result : result.flatMap((action) => why.get(action) ?? [])[0],
  );
  const rest = withBooks(
    start,
    files.filter((_, index) => reasons[index] === undefined),
  );
  const taken = [...rest.answers];
  return { state: rest.state, answers: reasons.map((reason) => reason ?? taken.shift() ?? 0) };
}
