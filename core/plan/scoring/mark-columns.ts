/** Which column of a grid holds what of a scale of marks: by what stands in the cells first, by their headings second. */
import { ROW_NUMBER } from '../document/grid-head.ts';
import type { Grid, PlacedCell } from '../document/grids.ts';

export interface MarkColumns {
  /** null = rows have no column for their numbers. */
  readonly code: number | null;
  readonly name: number;
  /** The most a row can give. */
  readonly most: number;
  readonly bonus: number | null;
  readonly deduction: number | null;
  /** Column with the way to score. */
  readonly rule: number | null;
  /** What a unit has to show. */
  readonly evidence: number | null;
}

const POINTS = /^[-–+]?\s?\d{1,4}(?:[.,]\d{1,3})?(?:\s?(?:điểm|đ))?$|^\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?(?:điểm|đ))?$/iu;
const SAYS_POINTS =
  /\d ?(?:điểm|đ)(?!\p{L})|điểm (?:tối đa|chuẩn)|theo tỷ lệ|theo tỉ lệ|hội đồng|t[ỷỉ] lệ\s?=|không (?:tính|chấm) điểm/iu;

const HOW = /cách|hướng dẫn|phương pháp|điều kiện chấm|thang chấm|căn cứ chấm|diễn giải|quy định chấm|mức chấm/iu;
const SHOWN = /kiểm chứng|minh chứng|chứng minh|hồ sơ|tài liệu/iu;
const NAME = /nội dung|tiêu chí|chỉ số|chỉ tiêu|nhiệm vụ|tiêu chuẩn|danh mục|hạng mục|(?<!\p{L})tên(?!\p{L})/iu;
const MARKS = /điểm|thang|^(?:tối đa|chuẩn)|thưởng|(?:cộng|trừ)\)?$|trọng số/iu;
/** Points that somebody gave, not what there is to give. */
const GIVEN =
  /tự chấm|tự đánh giá|tự cho|phúc tra|thẩm định|duyệt|cấp trên|cấp xã|(?:cụm|khối|đoàn|tổ|hội đồng|điểm) (?:chấm|đạt)|đạt được|kết quả|số liệu|20\d\d/iu;
const BONUS = /(?:thưởng|cộng)\)?$/iu;
const DEDUCTION = /trừ\)?$/iu;

/** null = it is no table of marks. `rows` = of its body. */
export function markColumnsOf(names: readonly string[], rows: Grid['rows']): MarkColumns | null {
  const cells = names.map((_, column) => ownCells(rows, column));
  const columns = names.map((_, column) => column);
  const isHow = (column: number): boolean => HOW.test(names[column] ?? '') && !SHOWN.test(names[column] ?? '');
  const counted = columns.filter(
    (column) => MARKS.test(names[column] ?? '') && !isHow(column) && isMostly(cells[column] ?? [], POINTS),
  );
  const own = counted.filter((column) => !GIVEN.test(names[column] ?? ''));
  const bonus = own.find((column) => BONUS.test(names[column] ?? '')) ?? null;
  const deduction = own.find((column) => DEDUCTION.test(names[column] ?? '')) ?? null;
  const plain = own.filter((column) => column !== bonus && column !== deduction);
  const most = plain.find((column) => /tối đa|chuẩn|thang|quy định/iu.test(names[column] ?? '')) ?? plain[0];
  if (most === undefined) return null;
  const code =
    columns.find((column) => column < most && isMostly(cells[column] ?? [], ROW_NUMBER) && column <= 1) ?? null;
  const texts = columns.filter((column) => column !== code && !counted.includes(column));
  const evidence = texts.find((column) => SHOWN.test(names[column] ?? '') && !isHow(column)) ?? null;
  const left = texts.filter((column) => column !== evidence && !isHow(column));
  const name =
    left.find((column) => NAME.test(names[column] ?? '')) ?? left.find((column) => isWordy(cells[column] ?? []));
  if (name === undefined) return null;
  const rule =
    texts.find(isHow) ??
    texts.find(
      (column) => column !== name && column !== evidence && sharing(cells[column] ?? [], SAYS_POINTS) >= 0.5,
    ) ??
    null;
  return { code, name, most, bonus, deduction, rule, evidence };
}

/** Cells with words that begin in this column, each once. */
function ownCells(rows: Grid['rows'], column: number): readonly PlacedCell[] {
  return rows.flatMap((row, at) => {
    const cell = row[column];
    return cell && cell.column === column && cell.text !== '' && (at === 0 || rows[at - 1]?.[column] !== cell)
      ? [cell]
      : [];
  });
}

function sharing(cells: readonly PlacedCell[], words: RegExp): number {
  return cells.length === 0 ? 0 : cells.filter(({ text }) => words.test(text)).length / cells.length;
}

/** A figure or two may be missing, or hold a sum in words. */
function isMostly(cells: readonly PlacedCell[], words: RegExp): boolean {
  return cells.length > 0 && sharing(cells, words) >= 0.6;
}

function isWordy(cells: readonly PlacedCell[]): boolean {
  return cells.reduce((length, { text }) => length + text.length, 0) > 12 * cells.length;
}
