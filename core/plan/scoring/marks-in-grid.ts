/**
 * A grid of marks, row by row: `STT | Chỉ số, tiêu chí | Điểm tối đa | Cách xác định và tính điểm | Tài liệu kiểm
 * chứng`. Rows below a row without a number of their own are its parts, its steps, its formula, or the rest of its name.
 */
import { type Points, toPoints } from '../../base/quantity/points.ts';
import { type HeadedGrid, isCounting, ROW_NUMBER } from '../document/grid-head.ts';
import type { PlacedCell } from '../document/grids.ts';
import type { Column } from '../table/table-columns.ts';
import type { Table, TextRange } from '../table/tables.ts';
import { fullStepOf } from './full-step.ts';
import { type MarkColumns, markColumnsOf } from './mark-columns.ts';
import type { MarkRow, MarkTable } from './mark-table.ts';
import { withoutNoteMarks } from './note-marks.ts';
import type { PlanMark } from './plan-marks.ts';

interface Columns extends MarkColumns {
  /** Columns of the level and of its unit; null = no such column. */
  readonly wanted: number | null;
  readonly unit: number | null;
}

/** What one row of the grid says. */
interface Line {
  readonly code: string;
  /** Words of its name; '' = the cell is empty or belongs to a row above. */
  readonly text: string;
  readonly start: number;
  readonly points: Points | null;
  readonly kind: PlanMark['kind'];
  readonly rule: string;
  readonly evidence: string;
  readonly bonus: Points | null;
  readonly deduction: Points | null;
  readonly level: MarkRow['level'] | null;
  readonly wanted: string;
}

/** The name of the row of the sum. */
export const TOTAL =
  /^(?:tổng(?: số)?(?: cộng)?(?: số)?(?: điểm)?(?: tối đa)?|cộng|tổng điểm toàn bộ)(?: \([^)]*\))?:?$/iu;
/** `TỔNG ĐIỂM PHẦN I`, `Cộng tiêu chí 2`: the sum of the group above. */
const GROUP_TOTAL =
  /^(?:tổng(?: số)?(?: cộng)?(?: điểm)?|cộng)(?: điểm)? (?:phần|nhóm|mục|tiêu chí|tiêu chuẩn|nội dung)(?!\p{L})/iu;
const OWN_INDEX =
  /^(?:([\dIVX]{1,4}(?:\.\d{1,3}){0,3}|[A-HĐ](?:\.[IVX\d]{1,4}){0,3}|[a-zđ])[.)]\s?(?=\p{L})|(\d{1,2}(?:\.\d{1,3}){1,3})\s(?=\p{L}))|^[-–+•]\s?/u;
const NAMED_INDEX =
  /^(tiêu chí|chỉ tiêu|tiêu chuẩn|nội dung|mục|phần|nhóm)\s(?:số\s)?(\d{1,3}|[IVX]{1,5})(?=[\s.:]|$)/iu;
const TITLE_POINTS = /\s*\((?:tối đa:?\s?)?(\d{1,4}(?:,\d{1,2})?)\s?(?:điểm|đ)\)\s*$/iu;
const SAYS_HOW =
  /^[a-dxy]\s?[=:]|(?:^|\s)(?:tỷ lệ|tỉ lệ|điểm)[^=]{0,30}=|\d\s?(?:điểm|đ)(?!\p{L})|:\s?(?:điểm tối đa|đủ điểm)|theo t[ỷỉ] lệ|không (?:tính|chấm) điểm/iu;

/** null = not a grid of marks. `levels` = the levels in its other columns. */
export function marksInGrid(grid: HeadedGrid, notesBehind: string, levels?: Table): MarkTable | null {
  const { top, names } = headingOf(grid);
  if (top === 0) return null;
  const body = grid.rows.slice(top);
  const own = markColumnsOf(names, body);
  if (!own) return null;
  const roleAt = (role: Column['role']): number | null => {
    const at = levels?.columns.findIndex((column) => column.role === role) ?? -1;
    return at < 0 ? null : at;
  };
  const columns = { ...own, wanted: roleAt('value'), unit: roleAt('unit') };
  const heads = new Set(grid.rows.slice(0, top).map(textOf));
  const made: MarkRow[] = [];
  const extra: MarkRow[] = [];
  const stack: { readonly level: string; readonly row: number }[] = [];
  const read: TextRange[] = [];
  let total: Points | null = null;
  /** False = the row holds no mark. */
  const take = (line: Line): boolean => {
    if (line.points !== null && TOTAL.test(line.text)) {
      total = line.points;
      return true;
    }
    if (GROUP_TOTAL.test(line.text)) {
      const group = stack[0]?.row ?? -1;
      const of = made[group];
      if (of && of.points === null) made[group] = { ...of, points: line.points };
      return true;
    }
    const last = made.at(-1);
    if (last && continued(made, last, line)) return true;
    if (line.text === '' || (line.points === null && line.code === '' && last && last.points !== null)) return false;
    add(line, made, stack);
    if (line.bonus !== null) extra.push(extraOf(line, line.bonus, 'bonus'));
    if (line.deduction !== null) extra.push(extraOf(line, line.deduction, 'deduction'));
    return true;
  };
  const { code: _, ...held } = columns;
  for (const [at, row] of body.entries()) {
    // The heading again on the next page, and numbers of the columns.
    if (heads.has(textOf(row)) || isCounting(row) || !take(lineOf(row, top + at, columns))) continue;
    for (const { start, text } of Object.values(held).flatMap((column) => row[column ?? -1] ?? []))
      read.push({ from: start, to: start + text.length });
  }
  if (made.filter(({ points }) => points !== null).length < 2) return null;
  const marks = withoutNoteMarks(made, total, notesBehind);
  return { from: grid.from, to: grid.to, total, marks: [...marks, ...extra], read };
}

/** Where the cells below hold only marks of one or two digits, the heading is the first row without a mark. */
function headingOf({ head, rows: [first = []] }: HeadedGrid): {
  readonly top: number;
  readonly names: readonly string[];
} {
  if (head.rows > 0) return { top: head.rows, names: head.names };
  const names = first.map(({ text }) => text);
  return { top: names.some((name) => /\d/.test(name)) || names.filter(Boolean).length < 2 ? 0 : 1, names };
}

function textOf(row: readonly PlacedCell[]): string {
  return [...new Set(row)].map(({ text }) => text).join('\n');
}

function lineOf(row: readonly PlacedCell[], at: number, columns: Columns): Line {
  const own = (column: number | null): PlacedCell | null => {
    const cell = column === null ? undefined : row[column];
    // A cell that reaches down from a row above belongs to that row.
    return cell && cell.row === at ? cell : null;
  };
  const [codeCell, nameCell, mostCell] = [own(columns.code), own(columns.name), own(columns.most)];
  const words = nameCell?.text ?? (ROW_NUMBER.test(codeCell?.text ?? '') ? '' : (codeCell?.text ?? ''));
  const start = nameCell?.start ?? codeCell?.start ?? 0;
  const index = ROW_NUMBER.test(codeCell?.text ?? '') ? null : (OWN_INDEX.exec(words) ?? null);
  const code = index
    ? (index[1] ?? index[2] ?? '-')
    : ROW_NUMBER.test(codeCell?.text ?? '')
      ? (codeCell?.text ?? '').replace(/[.)]$/, '')
      : '';
  const named = words.slice(index?.[0].length ?? 0);
  const inTitle = TITLE_POINTS.exec(named);
  const isWide = mostCell !== null && mostCell === nameCell;
  const most = isWide ? null : pointsIn(mostCell?.text ?? '');
  const points = most?.points ?? (inTitle ? toPoints(Number((inTitle[1] ?? '').replace(',', '.'))) : null);
  const wanted = own(columns.wanted)?.text ?? '';
  const rule = own(columns.rule);
  const evidence = own(columns.evidence);
  return {
    code,
    text: inTitle ? named.slice(0, inTitle.index) : named,
    start: start + (index?.[0].length ?? 0),
    points,
    kind: most?.sign === '-' ? 'deduction' : most?.sign === '+' ? 'bonus' : 'mark',
    rule: [rule && rule !== nameCell ? rule.lines.join('\n') : '', most?.range ?? '']
      .filter((part) => part !== '')
      .join('\n'),
    evidence: evidence && evidence !== nameCell ? evidence.lines.join('; ') : '',
    bonus: pointsIn(own(columns.bonus)?.text ?? '')?.points ?? null,
    deduction: pointsIn(own(columns.deduction)?.text ?? '')?.points ?? null,
    level: rule && rule !== nameCell ? fullStepOf(rule) : null,
    wanted: /^[^\p{L}%]*$/u.test(wanted) ? `${wanted} ${own(columns.unit)?.text ?? ''}`.trim() : wanted,
  };
}

/** `20`, `7,5 điểm`, `-5`; `0 - 10` is for people to place in. */
function pointsIn(words: string): { readonly points: Points; readonly sign: string; readonly range: string } | null {
  const range = /^(\d{1,3})\s?[-–]\s?(\d{1,4})(?:\s?(?:điểm|đ))?$/iu.exec(words);
  if (range) return { points: toPoints(Number(range[2])), sign: '', range: `Từ ${range[1]} đến ${range[2]} điểm` };
  const [, sign = '', number] = /^([-–+]?)\s?(\d{1,4}(?:[.,]\d{1,3})?)(?:\s?(?:điểm|đ))?$/iu.exec(words) ?? [];
  if (number === undefined) return null;
  const plain = /^\d{1,3}\.\d{3}$/.test(number) ? number.replace('.', '') : number.replace(',', '.');
  return { points: toPoints(Number(plain)), sign: sign === '–' ? '-' : sign, range: '' };
}

/** Goes on with the row above: the rest of its name, a line of its rule, of what is shown. True = it did. */
function continued(made: MarkRow[], last: MarkRow, line: Line): boolean {
  if (line.code !== '' || line.points !== null) return false;
  const isRule = line.text !== '' && SAYS_HOW.test(line.text);
  const isRest =
    line.text !== '' && !isRule && (/^[\p{Ll}(]/u.test(line.text) || last.points === null) && !last.isGroup;
  if (line.text !== '' && !isRule && !isRest) return false;
  if (isRest && last.points === null && /^\p{Lu}/u.test(line.text)) return false;
  made[made.length - 1] = {
    ...last,
    text: isRest ? `${last.text} ${line.text}` : last.text,
    rule: joined(last.rule, isRule ? line.text : '', line.rule),
    evidence: joined(last.evidence, line.evidence),
    end: isRest ? line.start + line.text.length : last.end,
  };
  return true;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** A row behind those made; `stack` = the numbers above it, the outermost first. */
export function add(
  line: Omit<Line, 'bonus' | 'deduction'>,
  made: MarkRow[],
  stack: { readonly level: string; readonly row: number }[],
): void {
  const level = levelOf(line);
  const known = stack.findIndex((item) => item.level === level);
  if (known >= 0) stack.splice(known);
  const above = stack.at(-1)?.row ?? -1;
  const over = made[above];
  if (over) made[above] = { ...over, isGroup: true };
  const path = [over?.path ?? '', line.code.replace('-', '')].filter((part) => part !== '').join('.');
  const { code, text, points, kind, rule, wanted, evidence, start, level: full } = line;
  made.push({
    ...{ code, text, points, kind, rule, evidence, start, end: start + text.length },
    ...{ path, isGroup: false, above, ...(full && { level: full }), ...(wanted && { wanted }) },
  });
  stack.push({ level, row: made.length - 1 });
}

/** Numbers of one make: `I`, `1`, `1.1`, `a`, `Tiêu chí 1`; '' = unnumbered. */
function levelOf({ code, text }: Pick<Line, 'code' | 'text'>): string {
  if (code === '') return NAMED_INDEX.exec(text)?.[1]?.toLowerCase() ?? '';
  const parts = code.split('.');
  const last = parts.at(-1) ?? '';
  const make = /^\d/.test(last)
    ? '1'
    : /^[IVX]+$/.test(last)
      ? 'I'
      : /\p{Lu}/u.test(last)
        ? 'A'
        : code === '-'
          ? '-'
          : 'a';
  return parts.length > 1 ? `${make}${'.'.repeat(parts.length - 1)}` : make;
}

function extraOf({ text, start }: Line, points: Points, kind: 'bonus' | 'deduction'): MarkRow {
  const words = kind === 'bonus' ? 'Điểm thưởng' : 'Điểm trừ';
  const place = { start, end: start + text.length, path: '', isGroup: false, above: -1 };
  return { code: '', text: `${words}: ${text}`, points, kind, rule: '', evidence: '', ...place };
}
