/**
 * Lines in and below a table that name a criterion by its code or its number: `* Mục 3.1 xin bổ sung thêm 01 buổi`. What
 * they say is a remark on that criterion, wherever it stands.
 */
import { foldKey } from '../../base/text/text.ts';
import type { Entry, SideRemark } from '../report.ts';
import { codeOf } from './code-of.ts';
import type { RowMeaning } from './match-rows.ts';
import { type PageCell, refTo } from './page.ts';
import { codeKey } from './set-index.ts';
import type { ReportTable } from './tables.ts';

/** Spelt as foldKey spells. */
const NAMED =
  /(?<![\p{L}\d])(?:mục|tiêu chí|chỉ tiêu|chỉ số|nội dung|tc|stt|số thứ tự|dòng|ý)\s*(?:số\s*)?(\d{1,3}(?:\.\d{1,3}){0,4}(?:\.[a-zđ](?![\p{L}]))?)(?![\d,/])/gu;
const LONGEST = 400;

/** The entries with what lines elsewhere on their tables say of them; `meanings` belong to the rows of all tables, in order. */
export function withNotesBelow(
  entries: readonly Entry[],
  tables: readonly ReportTable[],
  meanings: readonly RowMeaning[],
): readonly Entry[] {
  const notes = new Map<string, SideRemark[]>();
  let from = 0;
  for (const table of tables) {
    const own = meanings.slice(from, from + table.body.length);
    from += table.body.length;
    const loose = table.body.filter((_, at) => !isOfCriterion(own[at])).map(({ row }) => table.page.byRow.get(row));
    const cells = [...loose, ...table.below].flatMap((row) => row?.cells ?? []).filter(mayName);
    if (cells.length === 0) continue;
    const names = namesOf(table, own);
    for (const cell of cells)
      for (const [, number = ''] of foldKey(cell.text.slice(0, LONGEST)).matchAll(NAMED)) {
        const code = names.get(codeKey(number));
        if (code === undefined) continue;
        const remark = { text: cell.text, cell: refTo(table.page, cell.row, cell.column), isRemark: true };
        notes.set(code, [...(notes.get(code) ?? []), remark]);
      }
  }
  return notes.size === 0 ? entries : entries.map((entry) => noted(entry, '', notes));
}

function noted(entry: Entry, above: string, notes: ReadonlyMap<string, readonly SideRemark[]>): Entry {
  const code = above === '' ? entry.criterion : `${above}.${entry.criterion}`;
  const known = new Set((entry.remarks ?? []).map(({ cell }) => cell.address));
  const more = (notes.get(code) ?? []).filter(({ cell }) => !known.has(cell.address));
  return {
    ...entry,
    remarks: more.length === 0 ? entry.remarks : [...(entry.remarks ?? []), ...more],
    parts: entry.parts?.map((part) => noted(part, code, notes)),
  };
}

function isOfCriterion(meaning: RowMeaning | undefined): boolean {
  return meaning?.kind === 'criterion' || meaning?.kind === 'duplicate';
}

function mayName({ isText, text }: PageCell): boolean {
  return isText && text.length > SHORTEST && /\d/.test(text);
}

/** The name and a figure. */
const SHORTEST = 8;

/** Codes and numbers of the rows → code; a number that several rows have names none. */
function namesOf({ body }: ReportTable, meanings: readonly RowMeaning[]): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  const codes = new Map<string, string>();
  body.forEach((row, at) => {
    const meaning = meanings[at];
    if (meaning?.kind !== 'criterion') return;
    const code = codeOf(meaning);
    codes.set(codeKey(code), code);
    if (row.numbering?.kind !== 'decimal' || meaning.part) return;
    const { path } = row.numbering;
    names.set(path, names.has(path) ? undefined : code);
  });
  return new Map([...codes, ...names]);
}
