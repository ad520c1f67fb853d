/** Who reports, for which audience and period, from which day: read from the lines above and below a table. */

import type { Period } from '../../base/period/period.ts';
import { bareKey, foldKey } from '../../base/text/text.ts';
import { VILLAGE_OPENING, VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { findDate, readDate } from '../../sheet/grid/date.ts';
import { matchUnit, unitCut, unitInside } from '../match-unit.ts';
import type { Register } from '../register.ts';
import type { CellRef, Report } from '../report.ts';
import { headerWord } from './header-words.ts';
import { labelIn, says, tidyValue, withoutBrackets } from './label-text.ts';
import { type Page, type PageCell, type PageRow, refTo } from './page.ts';
import { periodIn } from './period-text.ts';
import { isPlaceAndDate } from './rows.ts';

export interface TextInCell {
  readonly text: string;
  readonly cell: CellRef;
}

export interface Identity {
  readonly unit: TextInCell | null;
  /** Units named beside the first, when they are others. */
  readonly otherUnits: readonly TextInCell[];
  readonly audience: TextInCell | null;
  readonly period: { readonly period: Period; readonly cell: CellRef } | null;
  /** The period comes only from the movement's own title: any other source of a period is better. */
  readonly periodAssumed?: boolean;
  readonly date: Report['date'];
}

// The patterns run on folded text and are spelt as foldKey spells: uỷ, kì, công ti.
/** `Khối: …` alone names the audience. */
const UNIT_LABEL = new RegExp(
  `^(?!khối(?: |$))(?:[a-d\\d]{1,2}[.)] ?)?(?:tên )?(?:đơn vị|cơ quan|cơ quan, đơn vị|tập thể|cá nhân|${VILLAGE_PATTERN}|trường|trạm|hộ gia đình|hộ|chủ hộ|tên chủ hộ|họ và tên|họ tên|họ và tên chủ hộ|họ tên chủ hộ|doanh nghiệp|hợp tác xã|cơ sở)(?: (?:báo cáo|tự chấm|tự đánh giá|được chấm|dự thi|tham gia|thi đua|gửi báo cáo|đăng kí|đánh giá|lập biểu)){0,2}$`,
);
const AUDIENCE_LABEL =
  /^(?:[a-d\d]{1,2}[.)] ?)?(?:đối tượng|khối|nhóm đối tượng|loại hình|cụm|nhóm)(?: (?:thi đua|áp dụng|đơn vị|báo cáo))?$/;
const DATE_LABEL =
  /^(?:[a-d\d]{1,2}[.)] ?)?(?:ngày|thời gian)(?: (?:báo cáo|gửi|lập|lập biểu|gửi báo cáo|lập báo cáo|kí))$/;
const PERIOD_LABEL =
  /^(?:[a-d\d]{1,2}[.)] ?)?(?:kì|năm|thời kì|giai đoạn)(?: (?:báo cáo|đánh giá|thi đua|chấm điểm)){0,2}$/;
const MEASURES = /^(?:%|điểm|đồng|nghìn đồng|triệu đồng|tỉ đồng|người|hộ|lượt|tính.*)$/;
const PARTS_OF_COUNTRY = /^(?:cộng hoà|độc lập|số ?:|đảng cộng sản)/;
const UNIT_WORDS = new RegExp(
  `^(?:${VILLAGE_OPENING}|tdp|trường|trạm|hội|đoàn|ban|văn phòng|vp|công an|ban chqs|hợp tác xã|htx|công ti|doanh nghiệp|chi bộ|chi hội|hộ|ub ?mttq|ubmttq|mttq|uỷ ban mặt trận|mặt trận|đảng uỷ|quĩ|bưu điện|phòng|trung tâm|tiểu học|mầm non|thcs) \\S`,
  'u',
);

/**
 * Reads the lines of one table: those above it, then those below. The name of the sheet counts only when the register
 * knows it.
 */
export function readIdentity(
  page: Page,
  above: readonly PageRow[],
  below: readonly PageRow[],
  register: Register | null,
  movementTitles: readonly string[],
): Identity {
  const cells = [...above, ...below]
    .slice(0, 300)
    .flatMap((row) => row.cells.slice(0, 60))
    .filter(isTold);
  const top = linesOf(above);
  const units = labelledUnits(page, top);
  const unit = units[0] ?? unlabelledUnit(page, top, register) ?? unitOfSheetName(page, register);
  const key = unit ? unitKey(unit.text, register) : '';
  return {
    unit,
    otherUnits: units.slice(1).filter((other) => unitKey(other.text, register) !== key),
    audience: labelled(page, top, AUDIENCE_LABEL)[0] ?? null,
    ...periodOf(page, top, movementTitles),
    date: readReportDate(page, cells),
  };
}

function unitKey(text: string, register: Register | null): string {
  return bareKey((register && matchUnit(text, register)?.name) ?? text);
}

/** `Nhãn: giá trị` in one cell, or the label in one cell and the value in the next. Dotted values are blanks. */
function labelled(page: Page, cells: readonly PageCell[], label: RegExp): readonly TextInCell[] {
  return cells.flatMap((cell, at): TextInCell[] => {
    if (!cell.isText || cell.text.length > 300) return [];
    const text = withoutBrackets(cell.text);
    const colon = text.search(/[:：]/);
    const name = labelIn(text, colon);
    if (!label.test(name)) return [];
    const inside = colon < 0 ? '' : untilNextLabel(text.slice(colon + 1));
    const next = cells[at + 1];
    const beside =
      next && next.row === cell.row
        ? isLabel(next) || (colon < 0 && headerWord(next.text)?.exact)
          ? undefined
          : next
        : valueBelow(cell, cells, at);
    const source = says(inside) || !beside ? cell : beside;
    const value = tidyValue(source === cell ? inside : source.text);
    return says(value) ? [{ text: value, cell: refTo(page, source.row, source.column) }] : [];
  });
}

/** `Bản Nà Đắng - Kỳ báo cáo: năm 2025`: what stands behind the next label is its own. */
function untilNextLabel(text: string): string {
  const at = text.search(/(?:[;|\n]|,\s|\s[-–—]\s|\s{3,})\s*(?:\p{L}+ ){0,4}\p{L}+\s?[:：]/u);
  return at > 0 ? text.slice(0, at) : text;
}

/** A label alone on its row, with its colon: what stands alone right below it. */
function valueBelow(label: PageCell, cells: readonly PageCell[], at: number): PageCell | undefined {
  const [before, next, after] = [cells[at - 1], cells[at + 1], cells[at + 2]];
  if (!isLabel(label) || before?.row === label.row || next?.row !== label.row + 1 || after?.row === next.row)
    return undefined;
  return next.column === label.column && !/[:：]/.test(next.text) ? next : undefined;
}

/** `Đơn vị: …`, `Họ và tên: …`: a line that says whose the table below it is. */
export function namesItsUnit(text: string): boolean {
  const bare = withoutBrackets(text);
  const colon = bare.search(/[:：]/);
  return colon > 0 && colon < 60 && UNIT_LABEL.test(labelIn(bare, colon));
}

/** `Đối tượng:` with nothing behind it: what stands in the next cell belongs to it. */
function isLabel(cell: PageCell): boolean {
  return cell.isText && /[:：][\s.…_]*$/.test(cell.text.slice(-60));
}

function labelledUnits(page: Page, cells: readonly PageCell[]): readonly TextInCell[] {
  return labelled(page, cells, UNIT_LABEL).filter(
    ({ text }) => /\p{L}{2}/u.test(text) && !MEASURES.test(foldKey(text)) && text.length <= 200,
  );
}

/**
 * A line that is a unit's name: known to the register, or named like a unit; the issuing commune itself does not count.
 */
function unlabelledUnit(page: Page, cells: readonly PageCell[], register: Register | null): TextInCell | null {
  const lines = cells.filter((cell, at) => {
    const before = cells[at - 1];
    const isBehindLabel = before !== undefined && before.row === cell.row && isLabel(before);
    if (
      (isLabel(cell) && !ANNOUNCES.test(cell.text)) ||
      (isBehindLabel && !(register && matchUnit(cell.text, register)))
    )
      return false;
    if (isBehindLabel && OTHERS_LABEL.test(foldKey(before.text))) return false;
    return cell.isText && cell.text.length <= 300 && !PARTS_OF_COUNTRY.test(foldKey(cell.text));
  });
  const textIn = (cell: PageCell, text: string): TextInCell => ({
    text: tidyValue(
      ANNOUNCES.test(text) ? text.replace(/\s+(?:xin |kính )?(?:báo cáo|tự đánh giá|tổng hợp) .*$/iu, '') : text,
    ),
    cell: refTo(page, cell.row, cell.column),
  });
  if (register) {
    for (const cell of lines) {
      for (const line of cell.text.split(/[\r\n]+/))
        if (matchUnit(tidyValue(line), register)) return textIn(cell, line);
    }
    for (const cell of lines) {
      const inside = isTitle(cell.text) ? unitInside(cell.text, register) : null;
      if (inside) return textIn(cell, inside.name);
    }
  }
  for (const cell of lines) {
    const of = /(?:^|\s)của\s+(?!.*\scủa\s)(.{3,120})$/iu.exec(cell.text.slice(0, 300).replace(/[\r\n]+/g, ' '))?.[1];
    const name = of?.replace(/\s*(?:[,()\]]|năm|quý|tháng).*$/iu, '');
    if (isTitle(cell.text) && name && isOwnName(foldKey(name))) return textIn(cell, name);
  }
  const below = lines.find((cell, at) => /^\s*của\s+\p{L}/iu.test(cell.text) && isTitle(lines[at - 1]?.text ?? ''));
  const owner = below && tidyValue(below.text);
  if (below && owner !== undefined && isOwnName(foldKey(owner))) return textIn(below, owner);
  for (const cell of lines) {
    for (const line of cell.text.split(/[\r\n]+/)) {
      const name = foldKey(tidyValue(line));
      if (line.length <= 80 && UNIT_WORDS.test(name) && !NOT_A_UNIT.test(name) && periodIn(line) === null)
        return textIn(cell, line);
    }
  }
  return besideMotto(cells, lines, textIn);
}

/** "Bản Nà Đắng báo cáo kết quả như sau:" is a sentence and no label. */
const ANNOUNCES = /(?:như sau|sau đây|dưới đây)\s*[:：]\s*$/iu;

/** The issuing commune and what it issued are not who reports. */
function isOwnName(name: string): boolean {
  return (
    !ISSUERS.test(name) && !NOT_A_UNIT.test(name) && !/(?:phong trào|chương trình|bộ tiêu chí|chính phủ)/.test(name)
  );
}

const ISSUERS =
  /^(?:(?:các )?(?:đơn vị|cơ quan|cơ quan, đơn vị)$|ubnd|uỷ ban nhân dân|hđnd|hội đồng|đảng bộ|huyện|tỉnh|xã|bộ (?!phận)|chính phủ|thủ tướng|ban chỉ đạo)/;

/** The heading's left block says under whom and then who: the line beside "Độc lập - Tự do - Hạnh phúc". */
function besideMotto(
  cells: readonly PageCell[],
  lines: readonly PageCell[],
  textIn: (cell: PageCell, text: string) => TextInCell,
): TextInCell | null {
  const mottos = new Map(
    cells.filter(({ text }) => /độc lập/i.test(text.slice(0, 120))).map(({ row, column }) => [row, column] as const),
  );
  for (const cell of lines) {
    const lower = (cell.text.split(/[\r\n]+/).at(-1) ?? '').trim();
    const isLeft = cell.column < (mottos.get(cell.row) ?? -1);
    if (isLeft && isOwnName(foldKey(lower)) && !/\d{3}|:/.test(lower)) return textIn(cell, lower);
  }
  return null;
}

/** Labels of those the report is for, not from. */
const OTHERS_LABEL = /gửi|nhận|chủ trì|phối hợp|cấp trên|phúc tra|thẩm định/;

/** The text names a unit: a unit of the register, or a name of the usual form. */
export function namesUnit(text: string, register: Register | null): boolean {
  if (text.length > 80 || !/\p{L}/u.test(text)) return false;
  if (register && matchUnit(text, register)) return true;
  const name = foldKey(text);
  return UNIT_WORDS.test(name) && !NOT_A_UNIT.test(name) && periodIn(text) === null;
}

/** Lines that begin like a unit's name and are titles: `Bản tổng hợp điểm số`, `Ban hành kèm theo …`. */
const NOT_A_UNIT =
  /^(?:bản (?:tổng hợp|tự|đăng kí|chấm|báo|cam kết|giải trình|kê)|ban (?:hành|chỉ đạo|ngày|đêm)|hội đồng|đoàn kết|hộ chiếu)|(?:tiêu chí|chấm điểm|báo cáo|kèm theo|biểu mẫu|phụ lục|kế hoạch)/;

function isTitle(text: string): boolean {
  return /(?:báo cáo|bao cao|phiếu|bảng|biểu|kết quả|tự chấm|tự đánh giá|chấm điểm|kèm theo)/.test(
    foldKey(text.slice(0, 200)),
  );
}

function unitOfSheetName(page: Page, register: Register | null): TextInCell | null {
  if (register === null) return null;
  const name = page.tellingName();
  const known = matchUnit(name, register) ?? unitInside(name, register) ?? unitCut(name, register);
  return known ? { text: known.name, cell: refTo(page, 0, 0) } : null;
}

type Timed = Pick<Identity, 'period' | 'periodAssumed'>;

/**
 * The first that names a period of its own; the movement's title counts only where nothing else does. Both are to be
 * taken, for a period of its own is assumed no more.
 */
export function surest(timed: readonly Timed[]): Required<Timed> {
  const named = timed.filter(({ period }) => period !== null);
  const { period, periodAssumed = false } = named.find((timed) => !timed.periodAssumed) ?? named[0] ?? { period: null };
  return { period, periodAssumed };
}

/**
 * A period in the name of a sheet or file, where blanks are often typed otherwise; a single day there is when it was
 * sent.
 */
export function periodOfName(name: string, page: Page): Identity['period'] {
  const period = periodIn(
    name.replace(/[_.+]+/g, ' ').replace(/(?<=\p{L})-(?=\p{L})|(?<=\p{L})-(?=\d)|(?<=\d)-(?=\p{L})/gu, ' '),
  );
  const isDay = period?.kind === 'days' && period.from === period.to;
  return period && !isDay ? { period, cell: refTo(page, 0, 0) } : null;
}

/** The period the lines above a table print, or the name of its sheet. */
export function printedPeriod(page: Page, above: readonly PageRow[], movementTitles: readonly string[]) {
  return periodOf(page, linesOf(above), movementTitles).period?.period ?? null;
}

function periodOf(page: Page, lines: readonly PageCell[], movementTitles: readonly string[]): Required<Timed> {
  const timed = readPeriod(page, lines, movementTitles);
  const isSure = timed.period !== null && !timed.periodAssumed;
  return surest(isSure ? [timed] : [timed, { period: periodOfName(page.tellingName(), page) }]);
}

function linesOf(above: readonly PageRow[]): readonly PageCell[] {
  return above
    .slice(-300)
    .flatMap((row) => row.cells.slice(0, 60))
    .filter(isTold);
}

/** Instructions for filling in a form, with their examples, say nothing about the report. */
function isTold({ text }: PageCell): boolean {
  return !/(?:^|[^\p{L}])(?:ví dụ|vd ?:|chẳng hạn|ghi (?:rõ|đầy đủ|đúng|theo|tên)|điền (?:rõ|đầy đủ|đúng|theo|tên))(?![\p{L}])/u.test(
    foldKey(text.slice(0, 300)),
  );
}

/** A labelled period first, then a title line, then any other line. */
function readPeriod(page: Page, cells: readonly PageCell[], movementTitles: readonly string[]): Timed {
  const parted = periodInParts(page, cells);
  if (parted) return { period: parted };
  for (const label of labelled(page, cells, PERIOD_LABEL)) {
    const period = periodIn(label.text);
    if (period) return { period: { period, cell: label.cell } };
  }
  const lines = cells.filter((cell) => cell.isText && cell.text.length <= 400);
  const ordered = [
    ...lines.filter((cell) => PERIOD_LABEL.test(foldKey(cell.text.split(':')[0] ?? ''))),
    ...lines.filter((cell) => isTitle(cell.text)),
    ...lines,
  ];
  // The movement's own title may name a year: only when nothing beside it names a period does it count.
  const titles = movementTitles.map((title) => foldKey(title)).filter((title) => title !== '');
  const beside = (text: string): string => titles.reduce((rest, title) => rest.replaceAll(title, ' '), foldKey(text));
  const section = lines.findLast(({ text }) => SECTION.test(text) && periodIn(beside(text)) !== null);
  const named = section && periodIn(beside(section.text));
  if (section && named) return { period: { period: named, cell: refTo(page, section.row, section.column) } };
  for (const textOf of [beside, (text: string): string => text]) {
    for (const { text, row, column } of ordered) {
      const period = periodIn(textOf(text));
      if (period)
        return {
          period: { period, cell: refTo(page, row, column) },
          ...(textOf === beside ? {} : { periodAssumed: true }),
        };
    }
  }
  return { period: null };
}

/** `Quý: | III | Năm: | 2025`: the labels and values of one row together. */
function periodInParts(page: Page, cells: readonly PageCell[]): Identity['period'] {
  const year = cells.find((cell) => cell.isText && YEAR_LABEL.test(foldKey(cell.text)));
  if (!year) return null;
  const row = cells.filter((cell) => cell.row === year.row && cell.text.length <= 40);
  const period = row.length < 4 ? null : periodIn(row.map(({ text }) => text.replace(/[:：]/g, ' ')).join(' '));
  const cell = row[1];
  return period && cell ? { period, cell: refTo(page, cell.row, cell.column) } : null;
}

const YEAR_LABEL = /^năm ?[:：]$/;

/** `I. Kết quả năm 2024`: the heading of one table among several. */
const SECTION = /^\s*(?:[IVX]{1,4}|[A-D]|\d|Bảng \d|Phần [IVX\d]{1,3})\s*[.):]\s*\p{L}/u;

/** "Ngày báo cáo: …", else the line with place and date. A line whose blanks are not filled in is no date. */
function readReportDate(page: Page, cells: readonly PageCell[]): Report['date'] {
  for (const [at, cell] of cells.entries()) {
    const colon = cell.text.indexOf(':');
    const name = foldKey(colon < 0 ? cell.text.slice(0, 80) : cell.text.slice(0, colon));
    if (!cell.isText || !DATE_LABEL.test(name)) continue;
    const inside = colon < 0 ? '' : cell.text.slice(colon + 1).trim();
    const next = cells[at + 1];
    const source = says(inside) || next?.row !== cell.row ? cell : next;
    const value = source === cell ? inside : source.cell.value;
    const text = source === cell ? inside : source.text;
    if (!says(text) || isOpenDate(text)) continue;
    const date = typeof value === 'number' ? readDate(value, page.date1904) : readDate(text);
    return { date, text, cell: refTo(page, source.row, source.column) };
  }
  for (const cell of cells) {
    const own = cell.isText ? attachedTo(cell.text) : null;
    if (own) return { ...own, cell: refTo(page, cell.row, cell.column) };
  }
  for (const cell of cells) {
    for (const line of cell.isText ? cell.text.split(/[\r\n]+/) : []) {
      const text = line.trim();
      if (!isPlaceAndDate(text) || isOpenDate(text)) continue;
      return { date: readDate(text) ?? findDate(text)?.date ?? null, text, cell: refTo(page, cell.row, cell.column) };
    }
  }
  return null;
}

/** `(Kèm theo Báo cáo số 45/BC ngày 28 tháng 10 năm 2025 của …)`; what the plan was issued with has the plan's day. */
function attachedTo(text: string): { readonly date: string | null; readonly text: string } | null {
  const line = text.slice(0, 300);
  const behind = /kèm theo (?:báo cáo|công văn|tờ trình|phiếu báo cáo|văn bản báo cáo)(.*)$/.exec(foldKey(line))?.[1];
  return behind === undefined || /ban hành kèm/.test(foldKey(line)) ? null : findDate(behind);
}

/** `ngày … tháng … năm …`: a day, month or year is left open. */
function isOpenDate(text: string): boolean {
  const folded = foldKey(text);
  if (!/ngày|tháng|năm/.test(folded)) return !/\d/.test(text);
  return (
    !/ngày[^\d]{0,5}\d{1,2}[^\d]{0,10}tháng[^\d]{0,5}\d{1,2}[^\d]{0,10}năm[^\d]{0,5}\d{4}/.test(folded) &&
    !/\d{1,2}\/\d{1,2}\/\d{4}/.test(folded)
  );
}
