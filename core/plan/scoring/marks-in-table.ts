/** Tables of marks whose columns nothing but a space parts: `TT Nội dung Điểm tối đa`; the marks stand last. */
import type { Points } from '../../base/quantity/points.ts';
import type { PlanText } from '../layout/plan-text.ts';
import { eachTable, type PlacedTable, type TextCell } from '../table/tables.ts';
import type { MarkRow, MarkTable } from './mark-table.ts';
import { add, TOTAL } from './marks-in-grid.ts';
import { pointsOf } from './marks-in-words.ts';

const HEADING = /^(?:stt|tt)\s.*(?:nội dung|tiêu chí|chỉ tiêu|nhiệm vụ).*\sđiểm (?:tối đa|chuẩn|quy định)(?:\s|$)/iu;
const OWN_INDEX = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-HĐ]|[a-zđ])[.)]?\s(?=\S)|^[-–+•]\s?/u;
const LAST_POINTS = /\s[-–]?(\d{1,3}(?:,\d{1,2})?)(?:\s?(?:điểm|đ))?$/iu;
/** Lines a name may take beside its first. */
const MOST_LINES = 6;

export function markTablesOf(text: PlanText): readonly MarkTable[] {
  return eachTable(text, (at) => tableAt(text, at));
}

interface Line {
  readonly code: string;
  readonly name: TextCell;
  readonly points: Points | null;
}

function tableAt(text: PlanText, at: number): PlacedTable<MarkTable> | null {
  if (!isHeading(text, at)) return null;
  const rows: MarkRow[] = [];
  const stack: { readonly level: string; readonly row: number }[] = [];
  let total: Points | null = null;
  let end = at + 1;
  let waiting = 0;
  for (; end < text.lines.length; end++) {
    const line = text.lines[end];
    if (!line) break;
    const { code, points, name } = lineOf(text.flat.slice(line.start, line.end), line.start);
    // Numbers of the columns, and the heading again on the next page.
    const isAgain = isHeading(text, end);
    if (isAgain && rows.length === 0) break;
    if (isAgain || /^\(?\d{1,2}\)?$/.test(name.text)) continue;
    if (points !== null && TOTAL.test(name.text)) {
      total = points;
      end++;
      break;
    }
    const last = rows.at(-1);
    // A name that takes more lines: its mark stands in the first or the last of them.
    const isOpen = last !== undefined && last.points === null && waiting < MOST_LINES;
    if (
      last &&
      code === '' &&
      (points === null ? isOpen || /^[\p{Ll}(]/u.test(name.text) : isOpen && /^[\p{Ll}(]/u.test(name.text))
    ) {
      rows[rows.length - 1] = {
        ...last,
        text: `${last.text} ${name.text}`,
        points: last.points ?? points,
        end: name.start + name.text.length,
      };
      waiting++;
      continue;
    }
    if (code === '' && points === null) break;
    waiting = 0;
    const { text: words, start } = name;
    add({ ...{ code, text: words, start, points }, ...PLAIN }, rows, stack);
  }
  if (rows.filter(({ points }) => points !== null).length < 2) return null;
  const to = text.lines[end]?.start ?? text.flat.length;
  return { table: { from: text.lines[at]?.start ?? 0, to, total, marks: rows }, end };
}

function isHeading({ lines }: PlanText, at: number): boolean {
  const raw = lines[at]?.raw ?? '';
  return raw.length <= LONGEST_HEADING && HEADING.test(raw.trim());
}
const LONGEST_HEADING = 400;

/** What such a row never has. */
const PLAIN = { kind: 'mark', rule: '', evidence: '', level: null, wanted: '' } as const;

/** `1 Tổ chức ít nhất 04 buổi 10`: the mark stands last. */
function lineOf(words: string, start: number): Line {
  const mark = LAST_POINTS.exec(words);
  const own = named({ text: mark ? words.slice(0, mark.index) : words, start });
  return { ...own, points: mark?.[1] === undefined ? null : pointsOf(mark[1]) };
}

/** `1. Tổ chức …`: its number stands with the name. */
function named({ text, start }: TextCell): Pick<Line, 'code' | 'name'> {
  const index = OWN_INDEX.exec(text);
  const length = index?.[0].length ?? 0;
  return { code: index ? (index[1] ?? '-') : '', name: { text: text.slice(length), start: start + length } };
}
