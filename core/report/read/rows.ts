/**
 * A body row of a table: its number, title and cells by column; and the rows that are no criterion: totals, signatures.
 */
import { foldKey, squashKey } from '../../base/text/text.ts';
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { Header } from './header.ts';
import { type RowNumbering, readNumbering } from './numbering.ts';
import { cellKey, type Page, type PageCell, type PageRow } from './page.ts';

export interface BodyRow {
  readonly row: number;
  readonly page: Page;
  readonly header: Header;
  /** Cells inside the table, by column. */
  readonly at: ReadonlyMap<number, PageCell>;
  readonly numbering: RowNumbering | undefined;
  /** Text of the column "Mã". */
  readonly code: string;
  /** Texts that may be the criterion's title, the finer one first. */
  readonly titles: readonly string[];
  readonly titleCell: PageCell | undefined;
  /** First text of the row: the label of total and group rows merged over several columns. */
  readonly label: string;
  /** The unit typed something in a column that is its to fill. */
  readonly filled: boolean;
}

/** The row within the table's columns; undefined when nothing stands there. */
export function readRow(page: Page, header: Header, row: PageRow): BodyRow | undefined {
  const { columns, left, right } = header;
  const cells = row.cells.filter((cell) => cell.column >= left && cell.column <= right);
  if (cells.length === 0) return undefined;
  const at = new Map(cells.map((cell) => [cell.column, cell]));
  const titleCells = columns.titles.flatMap((column) => at.get(column) ?? []).filter((cell) => cell.isText);
  const lastTitle = Math.max(...columns.titles);
  // A figure typed as text is no label.
  const labelCell = cells.find((cell) => cell.isText && cell.column <= lastTitle && /\p{L}/u.test(cell.text));
  const spanned = labelCell && (page.spans.get(cellKey(row.row, labelCell.column))?.right ?? 0) >= lastTitle;
  const titleCell = titleCells[0] ?? (spanned ? labelCell : undefined);
  const title = titleCell?.text ?? '';
  const index = columns.index === undefined ? undefined : at.get(columns.index);
  const number = index && index !== titleCell ? index.text : numberBefore(title);
  return {
    row: row.row,
    page,
    header,
    at,
    numbering: readNumbering(number),
    code: columns.code === undefined ? '' : (at.get(columns.code)?.text ?? ''),
    titles: titleCells.length > 0 ? titleCells.map((cell) => cell.text) : titleCell ? [title] : [],
    titleCell,
    label: labelCell?.text ?? '',
    // A line over the whole table may begin in the column of remarks.
    filled: valueColumns(header).some((column) => at.has(column) && at.get(column) !== titleCell),
  };
}

/** Numbering written into the title itself: `1.2. Ban hành …`. */
function numberBefore(title: string): string {
  return (
    /^\s*((?:tiêu chí|chỉ tiêu)\s*\d{1,3}|\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5}|[A-Z])[.):]?\s/i.exec(
      title.slice(0, 40),
    )?.[1] ?? ''
  );
}

/** Columns the unit fills. */
export function valueColumns({ columns }: Header): readonly number[] {
  const { value, figure, numerator, denominator, self, evidence, explanation } = columns;
  return [value, figure, numerator, denominator, self, evidence, explanation].filter((item) => item !== undefined);
}

const TOTAL =
  /^(?:[ivx]+ ?)?(?:tổng cộng|tổng điểm|tổng số điểm|tổng|cộng|cộng điểm|điểm tổng cộng|điểm tổng)(?: ?[:=(]| ?$| (?:tiêu chí|nhóm|mục|phần|điểm|các|tự|toàn|chung|cộng|a|b|i|\d|của|đạt))/;
/** `Cộng V`, `Cộng nhóm I: …`, `Tổng điểm mục 2`, `Bình quân nhóm I`; `Cộng (I+II+III)` is the whole. */
const PART_TOTAL =
  /^(?:(?:tổng|cộng|tổng cộng|tổng điểm|tổng số điểm|điểm|bình quân|trung bình) )(?:điểm )?(?:của )?(?:(?:tiêu chí|nhóm|mục|phần|lĩnh vực|nội dung|chương) ?(?:số |tiêu chí |thứ )?(?:[ivx]{1,5}|\d{1,2}|[a-h])(?![\p{L}\d]| ?[+&])(?! tiêu chí)|\(?(?:[ivx]{1,5}|[a-h]|\d{1,2})\)?[.:]?$)/u;

/** Any other sum: `Cộng mang sang trang sau`, `Cộng trang trước mang sang`; a criterion is numbered or filled in. */
const SOME_SUM = /^(?:tổng|cộng)(?![\p{L}])/u;

/** `whole` = the total of the table, `part` = of one group; null = no total row. */
export function totalKind(row: BodyRow): 'whole' | 'part' | null {
  const label = foldKey(row.label.slice(0, 120));
  if (PART_TOTAL.test(label)) return 'part';
  if (TOTAL.test(label)) return 'whole';
  return SOME_SUM.test(label) && holdsPointsOnly(row) ? 'part' : null;
}

/** Of all the row could hold only maxima and points are there. */
export function holdsPointsOnly({ numbering, code, at, header, titleCell }: BodyRow): boolean {
  const { max, self, appraised } = header.columns;
  const points = new Set([max, self, ...appraised]);
  const own = new Set(header.texts.map(({ column }) => column));
  const others = [...at.values()].filter(
    (cell) => cell !== titleCell && own.has(cell.column) && !points.has(cell.column),
  );
  return numbering === undefined && code === '' && others.every(({ isText }) => isText) && others.length < 2;
}

/** `Tự xếp loại`, `Đề nghị xếp loại: Tốt`: the class the unit gives itself, under the table's total. */
export function isClassRow(row: BodyRow): boolean {
  return /^(?:(?:đơn vị )?tự |đề nghị |kết quả )*(?:đánh giá,? )?(?:xếp loại|xếp hạng|phân loại)(?: (?:thi đua|chung|tự chấm|của đơn vị|đề nghị|năm|quý))*(?: ?[:.…(].*)?$/u.test(
    foldKey(row.label.slice(0, 120)),
  );
}

const SIGNERS: ReadonlySet<string> = new Set(
  (
    'người lập|người lập biểu|người lập bảng|người tổng hợp|người báo cáo|người tự chấm|người thẩm định|người chấm điểm|người đứng đầu|' +
    'chủ tịch|phó chủ tịch|thủ trưởng|thủ trưởng đơn vị|thủ trưởng cơ quan|hiệu trưởng|trạm trưởng|' +
    'bí thư|giám đốc|đại diện đơn vị|xác nhận của đơn vị|xác nhận của ubnd xã|chủ tịch ubnd|' +
    'chủ tịch ubnd xã|công chức tổng hợp|cán bộ tổng hợp|kế toán|văn phòng|nơi nhận|ký tên|đã ký|ký, ghi rõ họ tên|ký, đóng dấu|' +
    'ký, ghi rõ họ tên, đóng dấu|ký và ghi rõ họ tên|chủ tịch hội đồng|trưởng ban|người kiểm tra'
  )
    .split('|')
    .map((text) => squashKey(text)),
);
/** `Trưởng ấp`, `Tổ trưởng`, `Trưởng thôn / Tổ trưởng`, `Chủ hộ`, spelt as foldKey spells. */
const SIGNED_AT_HOME = new RegExp(
  String.raw`^(?:chủ hộ|(?:(?:tổ trưởng|trưởng (?:${VILLAGE_PATTERN}))(?: ?\/ ?|$))+)$`,
);
const SIGNED_FOR = /^(?:tm|t\/m|kt|tl|tuq)\s*\./i;

/** A row of the signature block, or the place-and-date line above it: the table ends before it. */
export function isSignatureRow(row: PageRow): boolean {
  // Programs that fill in merged cells leave each text many times.
  const texts = new Set(row.cells.map(({ text }) => text));
  if (texts.size > 5 || row.cells.some((cell) => !cell.isText)) return false;
  return row.cells.some((cell) => {
    const text = cell.text.slice(0, 120);
    const first = text.split(/[\r\n]/)[0] ?? '';
    return (
      SIGNERS.has(squashKey(first)) ||
      SIGNED_AT_HOME.test(foldKey(first)) ||
      SIGNED_FOR.test(first) ||
      isPlaceAndDate(first)
    );
  });
}

/**
 * `Ta Ma, ngày 03 tháng 11 năm 2025`, also with its blanks left open. A document with its day (`Kế hoạch số 5, ngày …`)
 * is none.
 */
export function isPlaceAndDate(text: string): boolean {
  const line = foldKey(text.slice(0, 160));
  const match =
    /^(?:([^,]{2,40}), ?)?ngày[\s.…_\d]{0,40}tháng[\s.…_\d]{0,40}năm[\s.…_\d]{0,40}$/.exec(line) ??
    /^([^,]{2,40}), ?(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}$/.exec(line);
  return match !== null && !(match[1] !== undefined && NOT_A_PLACE.test(match[1]));
}

/** Spelt as foldKey spells. */
const NOT_A_PLACE =
  /[\d/]|^(?:kế hoạch|quyết định|báo cáo|công văn|thông báo|tờ trình|chương trình|nghị quyết|biên bản|giấy|danh sách|hình|ảnh|tài liệu|văn bản|hợp đồng|hoá đơn|phiếu|hội nghị|họp|cuộc|tập huấn|kh|qđ|bc|cv|tb|bb|có|đã)(?![\p{L}])/u;
