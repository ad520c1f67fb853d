/**
 * One report per unit and file: of several tables of a unit about the same criteria and the same time, the fullest is
 * the report, and a visible table is preferred to a hidden one. The other tables are named and not scored: an annex, a
 * table of highlights, the data behind the formulas, a sample on a guide.
 */
import { periodKey } from '../../base/period/period.ts';
import { foldKey } from '../../base/text/text.ts';
import { toA1 } from '../../sheet/grid/address.ts';
import type { Register } from '../register.ts';
import type { Remark } from '../report.ts';
import { type ReportDraft, speaks } from './assemble.ts';
import { hasResults, keyedRowsOf, keysOf, sharesTable, unitKeyOf } from './drafts.ts';
import { hiddenSheet } from './hidden.ts';
import type { Page } from './page.ts';
import { valueColumns } from './rows.ts';

interface Fullest {
  readonly chosen: readonly ReportDraft[];
  /** Notes on the tables set aside beside each report. */
  readonly remarks: ReadonlyMap<ReportDraft, readonly Remark[]>;
}

/** Two tables of one unit that are both nearly as full are two reports: which counts is for people to say. */
const NEARLY = 0.75;

export function fullest(drafts: readonly ReportDraft[], register: Register | null): Fullest {
  const remarks = new Map<ReportDraft, Remark[]>();
  const left = new Set<ReportDraft>();
  const sorted = [...drafts].sort((a, b) => rankOf(b) - rankOf(a) || Number(isCopyOf(a, b)) - Number(isCopyOf(b, a)));
  for (const draft of sorted) {
    if (left.has(draft)) continue;
    for (const other of sorted) {
      if (other === draft || left.has(other) || !isLess(other, draft, register)) continue;
      left.add(other);
      remarks.set(draft, [...(remarks.get(draft) ?? []), ...remarkOn(other, draft)]);
    }
  }
  const others = drafts.filter((draft) => !left.has(draft));
  const headed = others.map((draft) => withHeading(draft, left));
  return {
    chosen: headed,
    remarks: new Map(headed.map((draft, at) => [draft, remarks.get(others[at] ?? draft) ?? []])),
  };
}

/** Its sheet has the name that programs give to a copy: that of the other, numbered. */
function isCopyOf(copy: ReportDraft, draft: ReportDraft): boolean {
  const [name = '', original = ''] = [copy, draft].map(({ tables }) => tables[0]?.page.tellingName());
  return /^ ?\(\d{1,2}\)$/.test(name.slice(original.length)) && name.startsWith(original);
}

/** What stands above all tables of a sheet is read with the first of them, though another is the report. */
function withHeading(draft: ReportDraft, left: ReadonlySet<ReportDraft>): ReportDraft {
  const { identity, tables } = draft;
  const beside = [...left].filter((other) =>
    other.tables.some(({ page }) => tables.some((table) => table.page === page)),
  );
  const heading = beside.find(({ identity: { period } }) => period !== null)?.identity;
  const dated = beside.find(({ identity: { date } }) => date !== null)?.identity;
  if (!heading && !dated) return draft;
  const period = identity.period ?? heading?.period ?? null;
  return { ...draft, identity: { ...identity, period, date: identity.date ?? dated?.date ?? null } };
}

function isLess(other: ReportDraft, draft: ReportDraft, register: Register | null): boolean {
  if (isOfTargets(other, draft)) return true;
  if (unitKeyOf(other, register) !== unitKeyOf(draft, register) || !isSameTime(other, draft)) return false;
  if (!sharesTable(draft, other) && !sharesTable(other, draft)) return false;
  if (other.tables.every(({ page }) => isBehind(page, draft))) return true;
  if (isSeen(draft) !== isSeen(other)) return isSeen(draft);
  if (saysNothingNew(other, draft)) return true;
  return fullness(other) < NEARLY * fullness(draft);
}

/** Targets alone, of nobody or of the same unit, beside a report: what a year is to bring. */
function isOfTargets(other: ReportDraft, draft: ReportDraft): boolean {
  return !hasResults(other) && hasResults(draft) && (other.identity.unit === null || sharesTable(draft, other));
}

function isSameTime(a: ReportDraft, b: ReportDraft): boolean {
  const [x, y] = [a, b].map(({ identity: { period } }) => period && periodKey(period.period));
  return !x || !y || x === y;
}

function isSeen({ tables }: ReportDraft): boolean {
  return tables.some(({ page }) => page.sheet.state === 'visible');
}

/** Far above the cells of any table. */
const SEEN = 1e6;

function rankOf(draft: ReportDraft): number {
  return fullness(draft) + (isSeen(draft) ? SEEN : 0);
}

const known = new WeakMap<ReportDraft, number>();

/** Cells the unit filled in on rows that speak of criteria. */
function fullness(draft: ReportDraft): number {
  const count =
    known.get(draft) ??
    draft.tables.reduce((sum, { header, body }) => {
      const columns = valueColumns(header);
      const filled = body.filter(speaks).map(({ at }) => columns.filter((column) => at.has(column)).length);
      return sum + filled.reduce((all, number) => all + number, 0);
    }, 0);
  known.set(draft, count);
  return count;
}

/** A copy, a chart's data: every figure in its rows stands in the other's row of the same criterion. */
function saysNothingNew(other: ReportDraft, draft: ReportDraft): boolean {
  const known = figuresOf(draft);
  let fullestCount = 0;
  for (const [key, own] of figuresOf(other)) {
    const beside = known.get(key);
    for (const figure of own) {
      const isTold = (all: ReadonlySet<string>): boolean =>
        all.has(figure) || isShareOf(all, Number(figure)) || hasShareWith(own, Number(figure), all);
      if (beside === undefined || !isTold(beside)) return false;
      fullestCount += 1;
    }
  }
  return fullestCount >= LEAST_TOLD;
}

/** The figure in percent of two that stand there. */
function isShareOf(figures: ReadonlySet<string>, share: number): boolean {
  const numbers = [...figures].map(Number).filter((number) => number > 0);
  return numbers.some((a) => numbers.some((b) => a <= b && Math.abs((100 * a) / b - share) < ROUNDED));
}

/** With another of its own figures it makes up a share that stands there. */
function hasShareWith(own: ReadonlySet<string>, figure: number, beside: ReadonlySet<string>): boolean {
  return [...own].map(Number).some((other) => {
    const [least, most] = [Math.min(figure, other), Math.max(figure, other)];
    return most > 0 && [...beside].some((share) => Math.abs((100 * least) / most - Number(share)) < ROUNDED);
  });
}

/** A share is shown to two decimals. */
const ROUNDED = 0.006;

/** Fewer equal figures may be chance. */
const LEAST_TOLD = 3;

const figures = new WeakMap<ReportDraft, ReadonlyMap<string, ReadonlySet<string>>>();

/** Criterion → the figures and answers of its rows; nought, and what the form prints, tell nothing. */
function figuresOf(draft: ReportDraft): ReadonlyMap<string, ReadonlySet<string>> {
  const before = figures.get(draft);
  if (before) return before;
  const found = new Map<string, Set<string>>();
  for (const table of draft.tables) {
    const { index, code, titles, max, target, plan, unit, method } = table.header.columns;
    const printed = new Set([index, code, ...titles, max, target, plan, unit, method]);
    const keys = keysOf(table);
    keyedRowsOf(table).forEach(({ at }, order) => {
      const key = keys[order] ?? '';
      const own = found.get(key) ?? new Set<string>();
      for (const { column, text, isText } of at.values()) {
        if (printed.has(column)) continue;
        for (const figure of isText ? figuresIn(text) : [text]) if (Number(figure) !== 0) own.add(figure);
      }
      found.set(key, own);
    });
  }
  figures.set(draft, found);
  return found;
}

/** Every number of a text as a program writes it; a text without any stands for itself. */
function figuresIn(text: string): readonly string[] {
  const numbers = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
  return numbers.length === 0 ? [foldKey(text)] : numbers.map((number) => String(Number(number.replace(',', '.'))));
}

function remarkOn({ tables }: ReportDraft, report: ReportDraft): readonly Remark[] {
  return tables.flatMap(({ page, header, body }): readonly Remark[] => {
    if (page.sheet.state !== 'visible') return [hiddenSheet(page)];
    if (isBehind(page, report)) return [];
    const cell = { sheet: page.sheet.name, address: toA1(header.top, header.left) };
    return [{ kind: 'unread', why: 'table', text: `${body.filter(speaks).length} dòng`, cell }];
  });
}

/** The report's formulas take their figures from the sheet: it is read through them. */
function isBehind(page: Page, { tables }: ReportDraft): boolean {
  const sheet = page.tellingName();
  return tables.some(({ body }) =>
    body.some(({ at }) => [...at.values()].some(({ cell }) => cell.formula?.includes(sheet) === true)),
  );
}
