/** Tables of marks: `TT | Nội dung | Điểm tối đa | Điểm tự chấm`, columns parted by tabs, bars, wide gaps or one space. */
import type { Points } from '../../base/quantity/points.ts';
import type { FlatLine, PlanText } from '../layout/plan-text.ts';
import { type Cell, cellsOf, eachTable, type Found } from '../table/tables.ts';
import type { MarkRow, MarkTable } from './mark-table.ts';
import { pointsOf } from './marks-in-words.ts';

const NAME = /nội dung|tiêu chí|chỉ tiêu|nhiệm vụ/iu;
const MOST =
  /^(?:(?:số |mức |thang )?điểm(?: số)?(?: (?:tối đa|chuẩn|quy định|thi đua))?|thang điểm|tối đa)(?: \(.*\))?$/iu;
const HOW = /cách (?:chấm|tính|cho|xác định)|hướng dẫn chấm|phương pháp|thang chấm|diễn giải|căn cứ chấm/iu;
/** The same columns where nothing but a space parts them. */
const FLATTENED = /^(?:stt|tt)\s.*(?:nội dung|tiêu chí|chỉ tiêu|nhiệm vụ).*\sđiểm (?:tối đa|chuẩn|quy định)(?:\s|$)/iu;
const INDEX = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-HĐ]|[a-zđ])[.)]?$/u;
const OWN_INDEX = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-HĐ]|[a-zđ])[.)]?\s(?=\S)|^[-–+•]\s?/u;
const POINTS = /^[-–]?(\d{1,3}(?:,\d{1,2})?)\s?(?:điểm|đ)?$/iu;
const LAST_POINTS = /\s[-–]?(\d{1,3}(?:,\d{1,2})?)(?:\s?(?:điểm|đ))?$/iu;
const TOTAL = /^(?:tổng(?: số)?(?: cộng)?(?: điểm)?|cộng)(?: \([^)]*\))?$/iu;
/** Lines a name may take beside its first. */
const MOST_LINES = 6;

export function markTablesOf(text: PlanText): readonly MarkTable[] {
  return eachTable(text, (at) => tableAt(text, at));
}

interface Columns {
  /** Of all cells; 0 = nothing but a space parts them. */
  readonly count: number;
  readonly name: number;
  readonly most: number;
  readonly how: number;
}

function columnsOf(line: FlatLine | undefined): Columns | null {
  if (!line || line.raw.length > 400 || !/điểm/iu.test(line.raw)) return null;
  const cells = cellsOf(line).map(({ text }) => text);
  const most = cells.findIndex((cell) => MOST.test(cell));
  const name = cells.findIndex((cell) => NAME.test(cell) && !/điểm/iu.test(cell));
  if (most > name && name >= 0)
    return { count: cells.length, name, most, how: cells.findIndex((cell) => HOW.test(cell)) };
  return FLATTENED.test(line.raw.trim()) ? { count: 0, name: 1, most: 2, how: -1 } : null;
}

interface Line {
  readonly code: string;
  readonly name: Cell | null;
  readonly points: Points | null;
  readonly rule: string;
}

function tableAt(text: PlanText, at: number): Found<MarkTable> | null {
  const columns = columnsOf(text.lines[at]);
  if (!columns) return null;
  const rows: MarkRow[] = [];
  const stack: { readonly level: string; readonly row: number }[] = [];
  let total: Points | null = null;
  let end = at + 1;
  let waiting = 0;
  for (; end < text.lines.length; end++) {
    const line = text.lines[end];
    if (!line) break;
    const { code, points, rule, ...own } = lineOf(text, line, columns);
    const name = own.name && placed(text.flat.slice(line.start, line.end), own.name, line.start);
    // Numbers of the columns, and the heading again on the next page.
    const isHeading = columnsOf(line) !== null;
    if (isHeading && rows.length === 0) break;
    if (isHeading || !name || /^\(?\d{1,2}\)?$/.test(name.text)) continue;
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
    // "3. Số lượng khen thưởng" and text below it: the next part of the plan.
    if (columns.count > 0 && points === null && isText(line) && isText(text.lines[end + 1])) break;
    waiting = 0;
    const level = levelOf(code);
    const known = stack.findIndex((one) => one.level === level);
    if (known >= 0) stack.splice(known);
    const above = stack.at(-1)?.row ?? -1;
    const over = rows[above];
    if (over) rows[above] = { ...over, isGroup: true };
    const path = [over?.path ?? '', code.replace('-', '')].filter((part) => part !== '').join('.');
    const place = { start: name.start, end: name.start + name.text.length };
    rows.push({
      ...{ code, text: name.text, points, kind: 'mark', rule, evidence: '' },
      ...{ ...place, path, isGroup: false, above },
    });
    stack.push({ level, row: rows.length - 1 });
  }
  if (rows.filter(({ points }) => points !== null).length < 2) return null;
  const to = text.lines[end]?.start ?? text.flat.length;
  return { table: { from: text.lines[at]?.start ?? 0, to, total, marks: rows }, end };
}

/** Nothing parts it. */
function isText(line: FlatLine | undefined): boolean {
  return line !== undefined && cellsOf(line).filter(({ text }) => text !== '').length < 2;
}

/** Where the words of a cell stand in the running text, which keeps the bars between cells. */
function placed(words: string, { text }: Cell, from: number): Cell {
  return { text, start: from + Math.max(0, words.indexOf(text)) };
}

function levelOf(code: string): string {
  if (/^\d/.test(code)) return `1${'.'.repeat(code.split('.').length - 1)}`;
  return /^[IVX]+$/.test(code)
    ? 'I'
    : code
        .slice(0, 1)
        .replace(/\p{Lu}/u, 'A')
        .replace(/\p{Ll}/u, 'a');
}

function lineOf(text: PlanText, line: FlatLine, { count, name: nameAt, most, how }: Columns): Line {
  const cells = cellsOf(line);
  const filled = cells.filter(({ text }) => text !== '');
  const isPlaced = count > 0 && cells.length === count;
  if (filled.length < 2 && !isPlaced) return flattened(text.flat.slice(line.start, line.end), line.start);
  const [first] = filled;
  const isIndexed = first !== undefined && INDEX.test(first.text);
  const name = isPlaced && cells[nameAt]?.text !== '' ? cells[nameAt] : filled[isIndexed ? 1 : 0];
  const behind = name ? cells.slice(cells.indexOf(name) + 1) : [];
  const marked = isPlaced ? cells[most] : behind.find((cell) => POINTS.test(cell.text));
  const ruleText = isPlaced && how > 0 ? (cells[how]?.text ?? '') : '';
  const own = name && !isIndexed ? named(name) : { code: first?.text.replace(/[.)]$/, '') ?? '', name: name ?? null };
  return {
    ...own,
    points: pointsOrNull(POINTS.exec(marked?.text ?? '')?.[1]),
    rule: POINTS.test(ruleText) ? '' : ruleText,
  };
}

/** `1 Tổ chức ít nhất 04 buổi 10`: the mark stands last. */
function flattened(words: string, start: number): Line {
  const mark = LAST_POINTS.exec(words);
  const own = named({ text: mark ? words.slice(0, mark.index) : words, start });
  return { ...own, points: pointsOrNull(mark?.[1]), rule: '' };
}

/** `1. Tổ chức …`: its number stands with the name. */
function named({ text, start }: Cell): Pick<Line, 'code' | 'name'> {
  const index = OWN_INDEX.exec(text);
  const length = index?.[0].length ?? 0;
  return { code: index ? (index[1] ?? '-') : '', name: { text: text.slice(length), start: start + length } };
}

function pointsOrNull(words: string | undefined): Points | null {
  return words === undefined ? null : pointsOf(words);
}
