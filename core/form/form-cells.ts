/**
 * What is written on the form: letterhead and title, table, signatures and the guide. The only formulas are the ratios
 * and the total.
 */
import { toA1 } from '../grid/address.ts';
import { formatDate } from '../grid/date.ts';
import type { Range } from '../grid/sheet.ts';
import type { CriteriaSet } from '../movement/criteria-set.ts';
import type { Movement } from '../movement/movement.ts';
import { factsOf, partsOf } from '../movement/rule.ts';
import { targetText } from '../movement/rules/wording.ts';
import { versionWords } from '../movement/set-version.ts';
import { type Period, periodName } from '../period/period.ts';
import { fromPoints, type Points } from '../quantity/points.ts';
import type { ColumnRole } from '../report/report.ts';
import type { CellStyle, NewCell, NewValue } from '../workbook/port.ts';
import type { FormGrid, FormLine, FormRow } from './form-grid.ts';
import * as look from './form-look.ts';
import { methodText, PROPOSED } from './method-text.ts';

/** What the form is for. */
export interface FormSubject {
  readonly movement: Movement;
  readonly set: CriteriaSet;
  /** Kind of audience, e.g. `village`. */
  readonly audience: string;
  readonly period: Period;
  /** null = the unit writes its own name. */
  readonly unit: string | null;
}

export interface Block {
  readonly cells: readonly NewCell[];
  readonly merges: readonly Range[];
}

const HEADERS: Readonly<Partial<Record<ColumnRole, string>>> = {
  code: 'Mã',
  title: 'Tiêu chí',
  unit: 'ĐVT',
  target: 'Chỉ tiêu',
  max: 'Điểm tối đa',
  method: 'Cách tính điểm',
  baseline: 'Trước phong trào',
  numerator: 'Số thực hiện (a)',
  denominator: 'Tổng số (b)',
  value: 'Kết quả',
  self: 'Điểm tự chấm',
  evidence: 'Minh chứng (tài liệu kiểm chứng)',
  explanation: 'Giải trình',
};

/** Letterhead, title, unit, audience, period and day. */
export function headBlock(grid: FormGrid, { movement, audience, period, unit }: FormSubject): Block {
  const last = grid.lastColumn;
  const leftEnd = grid.columns.get('unit') ?? 2;
  const rightStart = (grid.columns.get('method') ?? 4) + 1;
  const { unitCell, dateCell } = grid;
  const audienceName = movement.audiences.find(({ kind }) => kind === audience)?.name ?? audience;
  const spans: readonly (readonly [row: number, left: number, right: number, text: string, style: CellStyle])[] = [
    [0, 0, leftEnd, 'ỦY BAN NHÂN DÂN', look.LETTERHEAD],
    [0, rightStart, last, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', look.LETTERHEAD_BOLD],
    [1, 0, leftEnd, communeName(movement).toUpperCase(), look.LETTERHEAD_BOLD],
    [1, rightStart, last, 'Độc lập - Tự do - Hạnh phúc', look.LETTERHEAD_BOLD],
    [2, 0, last, 'BIỂU TỰ ĐÁNH GIÁ, CHẤM ĐIỂM', look.TITLE],
    [3, 0, last, `${movement.title}\n${planText(movement)}`, look.SUBTITLE],
    [unitCell.row, 0, 1, 'Đơn vị:', look.LABEL],
    [unitCell.row, unitCell.column, rightStart - 1, unit ?? '', unit === null ? look.OPEN_FACT : look.FACT],
    [unitCell.row, rightStart, dateCell.column - 1, 'Đối tượng:', look.LABEL],
    [unitCell.row, dateCell.column, last, audienceName, look.FACT],
    [dateCell.row, 0, 1, 'Kỳ báo cáo:', look.LABEL],
    [dateCell.row, unitCell.column, rightStart - 1, periodName(period), look.FACT],
    [dateCell.row, rightStart, dateCell.column - 1, 'Ngày báo cáo:', look.LABEL],
    [dateCell.row, dateCell.column, last, '', look.OPEN_FACT],
  ];
  return spanned(spans);
}

/**
 * `(Kèm theo Kế hoạch số 100/KH-UBND ngày 22/02/2024 của UBND xã Lục Ba)`; what the issued plan leaves blank is left
 * blank.
 */
function planText(movement: Movement): string {
  const { number, date } = movement.plan;
  const day = date === null ? '…/…/…' : formatDate(date);
  return `(Kèm theo Kế hoạch số ${number ?? '…/KH-UBND'} ngày ${day} của UBND ${communeName(movement)})`;
}

/** `xã Ta Ma`; a bare name gets its `xã`. */
function communeName({ issuer }: Movement): string {
  return /^(?:xã|phường|thị trấn|đặc khu)\s/i.test(issuer.commune) ? issuer.commune : `xã ${issuer.commune}`;
}

/** Header, group rows, criteria, parts and the total. */
export function tableCells(grid: FormGrid, set: CriteriaSet): readonly NewCell[] {
  const header = [...grid.columns].map(([role, column]): NewCell => {
    return { row: grid.headerRow, column, value: text(HEADERS[role] ?? ''), style: look.HEADER };
  });
  return [...header, ...grid.rows.flatMap((row) => rowCells(grid, row)), ...totalCells(grid, set)];
}

function rowCells(grid: FormGrid, row: FormRow): readonly NewCell[] {
  return [...grid.columns].map(([role, column]): NewCell => {
    const at = { row: row.row, column };
    if (row.kind === 'group') return { ...at, value: groupValue(row, role), style: groupStyle(role) };
    const { line } = row;
    if (PRINTED.has(role)) return { ...at, value: printedValue(line, role), style: printedStyle(line, role) };
    if (role === 'value' && line.open.has('numerator')) {
      return { ...at, value: ratio(grid, row.row), style: { ...look.printed(role), numberFormat: '0.00' } };
    }
    const style = line.open.has(role) ? look.open(role, isWords(line, role)) : look.closed(role);
    return { ...at, value: { kind: 'empty' }, style };
  });
}

const PRINTED: ReadonlySet<ColumnRole> = new Set(['code', 'title', 'unit', 'target', 'max', 'method']);

function groupValue(row: Extract<FormRow, { kind: 'group' }>, role: ColumnRole): NewValue {
  if (role === 'code') return text(row.code);
  if (role === 'title') return text(row.title);
  return role === 'max' && row.maxPoints > 0 ? points(row.maxPoints) : { kind: 'empty' };
}

function groupStyle(role: ColumnRole): CellStyle {
  const horizontal = look.printed(role).horizontal;
  return horizontal === undefined ? look.GROUP : { ...look.GROUP, horizontal };
}

function printedValue(line: FormLine, role: ColumnRole): NewValue {
  const { target } = line.criterion;
  switch (role) {
    case 'code':
      return text(line.code);
    case 'title':
      return text(line.title);
    case 'unit':
      return text(unitText(line));
    case 'target':
      return target === null || !hasFigure(line)
        ? { kind: 'empty' }
        : text(`${targetText(target.comparator, target.value, line.criterion.unit)}${ourMark(line)}`);
    case 'max':
      return points(printedMaximum(line));
    default:
      return text(methodText(line));
  }
}

function printedMaximum({ rule, maxPoints }: FormLine): number {
  const { deducts } = factsOf(rule);
  return deducts === null ? maxPoints : 0 - deducts;
}

/** The plan's own figure bears no mark. */
function ourMark({ criterion }: FormLine): string {
  return criterion.proposed && criterion.target?.code === null ? ` ${PROPOSED}` : '';
}

/** A target is printed beside the one figure it is measured by: not on parts, nor where parts are added up. */
function hasFigure({ kind, rule, measure }: FormLine): boolean {
  return kind === 'criterion' && partsOf(rule).length === 0 && !NO_FIGURE.has(measure);
}

const NO_FIGURE: ReadonlySet<FormLine['measure']> = new Set(['yes-no', 'date', 'level']);

function printedStyle(line: FormLine, role: ColumnRole): CellStyle {
  return line.kind === 'part' && role !== 'method' ? { ...look.printed(role), italic: true } : look.printed(role);
}

function unitText({ kind, measure, criterion }: FormLine): string {
  if (measure === 'percentage') return '%';
  if (measure === 'yes-no') return 'Có/Không';
  if (measure === 'date') return 'ngày';
  if (measure === 'level') return 'mức';
  return kind === 'criterion' ? criterion.unit : '';
}

/** Days and names are kept as typed: Excel would turn 05/11/2025 into 11 May where it is set to English. */
function isWords(line: FormLine, role: ColumnRole): boolean {
  if (role === 'evidence' || role === 'explanation') return true;
  return role === 'value' && NO_FIGURE.has(line.measure);
}

/** a/b in percent; nothing while a or b is no number, so that an untouched form says nothing. */
function ratio(grid: FormGrid, row: number): NewValue {
  const a = toA1(row, grid.columns.get('numerator') ?? 0);
  const b = toA1(row, grid.columns.get('denominator') ?? 0);
  return {
    kind: 'formula',
    formula: `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),IF(${b}>0,${a}/${b}*100,""),"")`,
    value: null,
  };
}

function totalCells(grid: FormGrid, set: CriteriaSet): readonly NewCell[] {
  const { totalRow, columns, rows } = grid;
  if (totalRow === null) return [];
  const self = columns.get('self') ?? 0;
  const range = `${toA1(grid.headerRow + 1, self)}:${toA1(rows.at(-1)?.row ?? totalRow, self)}`;
  const most = set.criteria.reduce((sum, { bonus, maxPoints }) => sum + (bonus ? 0 : maxPoints), 0);
  return [...columns].map(([role, column]): NewCell => {
    const horizontal = look.printed(role).horizontal;
    const style: CellStyle = horizontal === undefined ? look.TOTAL : { ...look.TOTAL, horizontal };
    const at = { row: totalRow, column, style };
    if (role === 'title') return { ...at, value: text('Tổng cộng') };
    if (role === 'max') return { ...at, value: points(most) };
    if (role !== 'self') return { ...at, value: { kind: 'empty' } };
    return { ...at, value: { kind: 'formula', formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, value: null } };
  });
}

const GUIDE = [
  'Chỉ điền vào các ô nền vàng; các ô khác đã khóa. Không thêm, bớt, đổi chỗ hàng và cột. Không sửa cột Mã.',
  'Tiêu chí tính tỷ lệ: ghi số thực hiện vào cột (a), tổng số vào cột (b); cột Kết quả tự tính. Chỉ ghi số, không ghi kèm chữ.',
  'Nội dung thật sự không phát sinh trong kỳ: chỉ ở tiêu chí mà cột Cách tính điểm cho phép, ghi KPS vào cột (a) hoặc cột Kết quả và nêu lý do ở cột Giải trình. Có phát sinh nhưng bằng không thì ghi 0.',
  'Ngày, tháng ghi đủ dạng ngày/tháng/năm, ví dụ 05/11/2025.',
  'Minh chứng ghi số, ký hiệu, ngày ban hành và tên văn bản; nhiều văn bản thì cách nhau bằng dấu chấm phẩy.',
  'Mức và điểm có ghi (đề xuất) do UBND xã đặt ra để chấm, kế hoạch không nêu; điểm tối đa cũng vậy.',
  'Điểm tự chấm không vượt điểm tối đa; điểm trừ ghi số âm. Tiêu chí do Hội đồng chấm (ô xám) đơn vị không tự chấm.',
] as const;

interface Signers {
  readonly signer: string;
  readonly witness: string;
  /** A village has no stamp, nor has a household or a person. */
  readonly stamped: boolean;
}

function signersOf({ audiences }: Movement, audience: string): Signers {
  const own = audiences.find(({ kind }) => kind === audience);
  const village = (audiences.find(({ kind }) => kind === 'village')?.name ?? 'Xóm').toUpperCase();
  switch (own?.subject ?? 'collective') {
    case 'household':
      return { signer: 'CHỦ HỘ', witness: `TRƯỞNG ${village}`, stamped: false };
    case 'individual':
      return { signer: 'NGƯỜI TỰ CHẤM', witness: 'XÁC NHẬN CỦA ĐƠN VỊ', stamped: false };
    case 'collective':
      return audience === 'village'
        ? { signer: `TRƯỞNG ${village}`, witness: 'NGƯỜI LẬP BIỂU', stamped: false }
        : { signer: 'THỦ TRƯỞNG ĐƠN VỊ', witness: 'NGƯỜI LẬP BIỂU', stamped: true };
  }
}

/** Signatures, then the guide below them, where no reader takes it for rows of the table. */
export function footBlock(grid: FormGrid, { movement, audience, set }: FormSubject): Block {
  const last = grid.lastColumn;
  const half = grid.columns.get('unit') ?? 2;
  const right = (grid.columns.get('method') ?? 4) + 1;
  const { signer, witness, stamped } = signersOf(movement, audience);
  const sign = grid.footRow + 1;
  const guide = sign + 7;
  return spanned([
    [sign, 0, half, witness, look.SIGNER],
    [sign, right, last, signer, look.SIGNER],
    [sign + 1, 0, half, '(Ký, ghi rõ họ tên)', look.SIGNER_HINT],
    [sign + 1, right, last, stamped ? '(Ký, ghi rõ họ tên, đóng dấu)' : '(Ký, ghi rõ họ tên)', look.SIGNER_HINT],
    [sign + 5, 0, half, '', look.SIGNER_NAME],
    [sign + 5, right, last, '', look.SIGNER_NAME],
    [guide, 0, last, 'Hướng dẫn điền biểu', look.GUIDE_TITLE],
    ...GUIDE.map((line, at) => [guide + 1 + at, 0, last, `${at + 1}. ${line}`, look.GUIDE] as const),
    [guide + 1 + GUIDE.length, 0, last, `Bộ tiêu chí ${versionWords(set)}`, look.GUIDE],
  ]);
}

/** Merged texts. Every cell of a merge carries the style, so that borders and fills are whole. */
function spanned(
  spans: readonly (readonly [row: number, left: number, right: number, content: string, style: CellStyle])[],
): Block {
  const cells = spans.flatMap(([row, left, right, content, style]) =>
    Array.from({ length: right - left + 1 }, (_, step): NewCell => {
      return { row, column: left + step, value: step === 0 ? text(content) : { kind: 'empty' }, style };
    }),
  );
  const merges = spans.map(([row, left, right]): Range => ({ top: row, left, bottom: row, right }));
  return { cells, merges: merges.filter(({ left, right }) => right > left) };
}

function text(content: string): NewValue {
  return content === '' ? { kind: 'empty' } : { kind: 'text', text: content };
}

function points(value: Points): NewValue {
  return { kind: 'number', number: fromPoints(value) };
}
