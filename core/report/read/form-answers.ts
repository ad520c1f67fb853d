/**
 * Answers of an online form: the first row holds the questions, every row below is a unit's report, with the time it
 * was sent. A question is a criterion's title, alone or with what is wanted of it ("… [Điểm tự chấm]", "Minh chứng: …",
 * "Minh chứng" right behind it).
 */

import { foldKey } from '../../base/text/text.ts';
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { readDate } from '../../sheet/grid/date.ts';
import type { CellRef } from '../report.ts';
import type { ReportColumns } from './columns.ts';
import type { Header, HeaderPlace, Sense } from './header.ts';
import { isYear } from './header-texts.ts';
import { type HeaderRole, headerWord } from './header-words.ts';
import { type Identity, readIdentity, type TextInCell } from './identity.ts';
import { bareTitle, readNumbering } from './numbering.ts';
import { type Page, type PageCell, type PageRow, refTo } from './page.ts';
import { periodIn } from './period-text.ts';
import { type BodyRow, isSignatureRow } from './rows.ts';
import { saysAll } from './says-whole.ts';
import type { ReportTable, Sight } from './tables.ts';
import { turnedTable } from './turned-table.ts';

/** So many different criteria in one row are no rows of a table. */
const LEAST_QUESTIONS = 3;
/** A title of a criterion is longer. */
const SHORTEST_QUESTION = 12;
const MAX_HEADER_ROWS = 20;
const MAX_ANSWERS = 2_000;
const LONGEST_QUESTION = 500;

type AnswerRole = 'value' | 'baseline' | 'numerator' | 'denominator' | 'self' | 'evidence' | 'explanation';
const ASKED: Readonly<Partial<Record<HeaderRole, AnswerRole>>> = {
  value: 'value',
  baseline: 'baseline',
  figure: 'value',
  ratio: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
  self: 'self',
  points: 'self',
  evidence: 'evidence',
  explanation: 'explanation',
};

interface Question {
  readonly cell: PageCell;
  readonly title: string;
  readonly columns: Map<AnswerRole, number>;
}

interface AnswerHeader {
  readonly row: PageRow;
  readonly questions: readonly Question[];
  readonly unit: number | null;
  readonly date: number | null;
  readonly sent: number | null;
  readonly period: number | null;
  readonly audience: number | null;
  readonly total: number | null;
}

/** A table for each answer; none when the page is no such list. */
export function findAnswers(page: Page, sense: Sight): readonly ReportTable[] {
  for (const row of page.rows.slice(0, MAX_HEADER_ROWS)) {
    if (!mayAsk(row)) continue;
    const questions = readQuestions(row, sense);
    if (questions.questions.length < LEAST_QUESTIONS) continue;
    const under = page.byRow.get(row.row + 1);
    const parts = under && askedBelow(under, row, questions.questions);
    const side = parts ? null : turnedTable(page, row, questions.questions[0]?.cell.column ?? 0, sense);
    if (side) return [side];
    const body = page.rows.filter((pageRow) => pageRow.row > (parts ? row.row + 1 : row.row));
    const end = body.findIndex(isSignatureRow);
    const answers = body
      .slice(0, end < 0 ? MAX_ANSWERS : Math.min(end, MAX_ANSWERS))
      .filter((pageRow) => pageRow.cells.length > 1 && !isOfAll(pageRow));
    const unit = questions.unit ?? namesBefore(answers, questions.questions[0]?.cell.column ?? 0);
    const identity = toldOnPage(page, row, end < 0 ? [] : body.slice(end), sense);
    return answers.map((answer) =>
      answerTable(page, { ...questions, unit, questions: parts ?? questions.questions }, answer, identity),
    );
  }
  return [];
}

/** Several longer texts and no number: cheap to know, and most rows are none. */
function mayAsk({ cells }: PageRow): boolean {
  if (cells.length < LEAST_QUESTIONS || cells.some((cell) => !cell.isText && !isYear(cell))) return false;
  return cells.filter(({ text }) => text.length >= SHORTEST_QUESTION).length >= LEAST_QUESTIONS;
}

/** "Kết quả | Điểm tự chấm | Minh chứng" under each criterion; undefined when the row below holds no such words. */
function askedBelow(under: PageRow, over: PageRow, questions: readonly Question[]): readonly Question[] | undefined {
  const isRepeated = (cell: PageCell): boolean =>
    over.cells.some(({ column, text }) => column === cell.column && text === cell.text);
  const cells = under.cells.filter((cell) => !isRepeated(cell));
  const roles = cells.map((cell) => (cell.isText ? ASKED[headerWord(cell.text)?.role ?? 'other'] : undefined));
  if (roles.length < questions.length || roles.some((role) => role === undefined)) return undefined;
  return questions.map((question, at) => {
    const next = questions[at + 1]?.cell.column ?? Number.POSITIVE_INFINITY;
    const own = cells.flatMap(({ column }, order): (readonly [AnswerRole, number])[] => {
      const role = roles[order];
      return role && column >= question.cell.column && column < next ? [[role, column]] : [];
    });
    return { ...question, columns: new Map([...own].reverse()) };
  });
}

/** The last column before the questions that holds a text for each answer, and another for each. */
function namesBefore(answers: readonly PageRow[], first: number): number | null {
  const columns = answers[0]?.cells.flatMap(({ column }) => (column < first ? [column] : [])) ?? [];
  const isOfNames = (column: number): boolean => {
    const names = answers.flatMap(({ cells }) => cells.find((cell) => cell.column === column && cell.isText) ?? []);
    return names.length === answers.length && new Set(names.map(({ text }) => foldKey(text))).size === names.length;
  };
  return columns.findLast(isOfNames) ?? null;
}

/** The sum or the mean of all, below the units. */
function isOfAll({ cells }: PageRow): boolean {
  const name = cells.find(({ isText }) => isText);
  return name !== undefined && saysAll(name.text);
}

/** What the lines above the questions, or below the answers, say for all. */
function toldOnPage(
  page: Page,
  { row }: PageRow,
  below: readonly PageRow[],
  sense: Sight,
): Pick<Identity, 'period' | 'date'> {
  const above = page.rows.filter((pageRow) => pageRow.row < row);
  if (above.length === 0) return { period: null, date: null };
  const { period, date } = readIdentity(page, above, below, null, sense.movementTitles ?? []);
  return { period, date };
}

function readQuestions(row: PageRow, sense: Sense): AnswerHeader {
  const questions: Question[] = [];
  const byTitle = new Map<string, Question>();
  const found: Record<'unit' | 'date' | 'sent' | 'period' | 'audience' | 'total', number | null> = {
    unit: null,
    date: null,
    sent: null,
    period: null,
    audience: null,
    total: null,
  };
  const texts = row.cells.filter(({ isText }) => isText);
  for (const [at, cell] of texts.entries()) {
    // The rest of the row cannot make it a row of questions any more; rows of plain tables end here soon.
    if (questions.length + texts.length - at < LEAST_QUESTIONS) break;
    const question = questionIn(cell.text, sense);
    if (question) {
      const key = foldKey(question.title);
      const known = byTitle.get(key) ?? { cell, title: question.title, columns: new Map<AnswerRole, number>() };
      if (!byTitle.has(key)) {
        byTitle.set(key, known);
        questions.push(known);
      }
      if (!known.columns.has(question.role)) known.columns.set(question.role, cell.column);
      continue;
    }
    const about = aboutReport(cell.text);
    if (about) found[about] ??= cell.column;
    else followUp(cell, questions);
  }
  return { row, questions, ...found };
}

/** A question that contains its criterion's title, and the role that it asks for. */
function questionIn(question: string, sense: Sense): { readonly title: string; readonly role: AnswerRole } | null {
  if (sense.isCriterion(question) || sense.isCriterion(bareTitle(question))) return { title: question, role: 'value' };
  const text = question
    .slice(0, LONGEST_QUESTION)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  const splits: (readonly [title: string, role: string])[] = [];
  const bracket = /^(.*\S)\s*[[(]([^\])]{1,60})[\])]\s*$/su.exec(text);
  if (bracket) splits.push([bracket[1] ?? '', bracket[2] ?? '']);
  const fronted = /^\s*[[(]([^\])]{1,60})[\])]\s*(.*)$/su.exec(text);
  if (fronted) splits.push([fronted[2] ?? '', fronted[1] ?? '']);
  for (const mark of text.matchAll(/\s*(?:[:：\n]|\s[-–—|/]\s)\s*/gu)) {
    const [before, behind] = [text.slice(0, mark.index), text.slice(mark.index + mark[0].length)];
    splits.push([before, behind], [behind, before]);
  }
  for (const [title, said] of splits) {
    const role = ASKED[headerWord(said.trim())?.role ?? 'other'];
    if (role && (sense.isCriterion(title.trim()) || sense.isCriterion(bareTitle(title.trim()))))
      return { title: title.trim(), role };
  }
  const plain = splits.find(([title, said]) => readNumbering(said.trim()) && sense.isCriterion(title.trim()));
  return plain ? { title: plain[0].trim(), role: 'value' } : null;
}

/** `Minh chứng` or `Minh chứng 1.2` behind a question belongs to it. */
function followUp(cell: PageCell, questions: readonly Question[]): void {
  const code = /\s(\d{1,2}(?:\.\d{1,2}){1,2})\s*$/u.exec(cell.text)?.[1];
  const word = code ? cell.text.slice(0, -code.length).trim() : cell.text;
  const role = ASKED[headerWord(word)?.role ?? 'other'];
  const named = code
    ? questions.find(({ cell: { text } }) =>
        new RegExp(`^\\D{0,12}${code.replaceAll('.', '\\.')}(?!\\d)`, 'u').test(text),
      )
    : undefined;
  const question = code ? named : questions.at(-1);
  if (role && question && !question.columns.has(role)) question.columns.set(role, cell.column);
}

const UNIT_QUESTION = new RegExp(
  `^(?:\\d{1,2}[.)] ?)?(?:tên )?(?:đơn vị|cơ quan|tập thể|${VILLAGE_PATTERN}|trường|họ và tên|hộ gia đình)(?:[ ,(].{0,50})?$`,
);

function aboutReport(text: string): 'unit' | 'date' | 'sent' | 'period' | 'audience' | 'total' | null {
  const line = foldKey(text.slice(0, 120)).replace(/[\s:*?]+$/, '');
  if (/^(?:dấu thời gian|timestamp|thời gian gửi|thời điểm gửi|thời gian nộp)$/.test(line)) return 'sent';
  if (/^(?:ngày|thời gian) (?:báo cáo|gửi|lập|nộp)(?: báo cáo)?$/.test(line)) return 'date';
  if (/^(?:kì|năm|kì báo cáo|năm báo cáo|kì đánh giá)$/.test(line)) return 'period';
  if (/^(?:đối tượng|khối|nhóm đối tượng|loại hình)(?: .{0,20})?$/.test(line)) return 'audience';
  if (/^tổng (?:số )?điểm/.test(line)) return 'total';
  return UNIT_QUESTION.test(line) && headerWord(text)?.role !== 'self' ? 'unit' : null;
}

const NO_COLUMNS: ReportColumns = {
  index: undefined,
  code: undefined,
  titles: [],
  unit: undefined,
  target: undefined,
  plan: undefined,
  max: undefined,
  method: undefined,
  numerator: undefined,
  denominator: undefined,
  value: undefined,
  ratio: undefined,
  mixed: false,
  rivals: [],
  twins: [],
  figure: undefined,
  yes: undefined,
  no: undefined,
  self: undefined,
  appraised: [],
  evidence: undefined,
  explanation: undefined,
  baseline: undefined,
  exempted: undefined,
  foreign: false,
  apart: new Map(),
  open: [],
  weak: [],
};

function answerTable(
  page: Page,
  questions: AnswerHeader,
  answer: PageRow,
  onPage: Pick<Identity, 'period' | 'date'>,
): ReportTable {
  const at = new Map(answer.cells.map((cell) => [cell.column, cell]));
  const { row } = questions.row;
  const place: HeaderPlace = {
    top: row,
    bottom: row,
    bodyTop: row + 1,
    left: questions.row.cells[0]?.column ?? 0,
    right: questions.row.cells.at(-1)?.column ?? 0,
    texts: [],
    bareFigures: false,
  };
  const headerOf = (columns: Partial<ReportColumns>): Header => ({ ...place, columns: { ...NO_COLUMNS, ...columns } });
  const rowOf = (header: Header, title: string, titleCell: PageCell | undefined): BodyRow => ({
    row: answer.row,
    page,
    header,
    at,
    numbering: readNumbering(/^\s*(\d{1,3}(?:\.\d{1,3}){1,4})[.):]?\s/.exec(title)?.[1] ?? ''),
    // A question about a part, not about the criterion itself.
    code: /^\s*(\d{1,3}(?:\.\d{1,3}){1,4}\.[a-zđ])[.):]?\s/u.exec(title)?.[1] ?? '',
    titles: title === '' ? [] : [title],
    titleCell,
    label: '',
    filled: true,
  });
  const body = questions.questions.map(({ cell, title, columns }) =>
    rowOf(headerOf(Object.fromEntries(columns)), title, { ...cell, text: title }),
  );
  const all = Object.fromEntries(questions.questions.flatMap(({ columns }) => [...columns]));
  const total = questions.total === null ? null : rowOf(headerOf({ self: questions.total }), '', undefined);
  return {
    page,
    header: headerOf({ ...all, titles: [place.left] }),
    above: [],
    body,
    below: [],
    total,
    // The row itself has the place for the total beside the answers.
    lastRow: answer.row - 1,
    ownIdentity: withPageTold(toldIn(page, questions, at, answer.row), onPage),
    answers: true,
  };
}

function withPageTold(own: Identity, { period, date }: Pick<Identity, 'period' | 'date'>): Identity {
  return { ...own, period: own.period ?? period, date: own.date ?? date };
}

/** Who sent the answer, when, for which period. */
function toldIn(page: Page, questions: AnswerHeader, at: ReadonlyMap<number, PageCell>, row: number): Identity {
  const textIn = (column: number | null): TextInCell | null => {
    const cell = column === null ? undefined : at.get(column);
    return cell ? { text: cell.text, cell: refTo(page, row, cell.column) } : null;
  };
  const periodTold = textIn(questions.period);
  const period = periodTold && periodIn(/^\d{4}$/.test(periodTold.text) ? `năm ${periodTold.text}` : periodTold.text);
  const dateCell = textIn(questions.date) ? questions.date : questions.sent;
  const cell = dateCell === null ? undefined : at.get(dateCell);
  const { value } = cell?.cell ?? { value: null };
  const date = typeof value === 'number' ? readDate(value, page.date1904) : cell ? readDate(cell.text) : null;
  const dateAt: CellRef | null = cell ? refTo(page, row, cell.column) : null;
  return {
    unit: textIn(questions.unit),
    otherUnits: [],
    audience: textIn(questions.audience),
    period: periodTold && period ? { period, cell: periodTold.cell } : null,
    date: cell && dateAt ? { date, text: cell.text, cell: dateAt } : null,
  };
}
