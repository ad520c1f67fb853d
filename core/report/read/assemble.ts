/** Puts a report together from the tables it stands on: rows matched to its set, values, total, remarks, layout. */
import type { Movement } from '../../movement/movement.ts';
import type { ColumnRole, Entry, Remark, Report, TableLayout } from '../report.ts';
import type { SetChoice } from './choose-set.ts';
import { codeOf } from './code-of.ts';
import { isEstimate } from './column-time.ts';
import { layoutColumns } from './columns.ts';
import { pointsAt, readEntries } from './entries.ts';
import { formVersion } from './form-version.ts';
import { formulaRemarks } from './formula-text.ts';
import { hiddenRemarks, hiddenSheet } from './hidden.ts';
import type { Identity } from './identity.ts';
import { accountFor } from './ledger.ts';
import { withNotesBelow } from './notes-below.ts';
import { MADE_ROW, refTo } from './page.ts';
import { type BodyRow, totalKind } from './rows.ts';
import { sumsOfParts } from './rows-of-parts.ts';
import type { ReportTable } from './tables.ts';
import { readPoints } from './value.ts';

/** The tables of one report, in order, with who it is from. */
export interface ReportDraft {
  readonly tables: readonly ReportTable[];
  readonly identity: Identity;
  /** Found on a cover or summary sheet. */
  readonly grandTotal?: Report['total'];
}

/** Columns a scored copy adds beside a table, for each unit whose columns it has. */
const SCORE_COLUMNS = 3;

/** The report of a draft read against the chosen set. */
export function assemble(draft: ReportDraft, choice: SetChoice, movement: Movement, file: string): Report | null {
  const { tables, identity, grandTotal } = draft;
  const [first] = tables;
  if (!first) return null;
  const rows = tables.flatMap((table) => table.body);
  const entries = withNotesBelow(readEntries(rows, choice.meanings), tables, choice.meanings);
  const { set } = choice.index;
  const wholes = set.criteria.filter((criterion) => !criterion.bonus).map((criterion) => criterion.maxPoints);
  const maxima = [100, wholes.reduce((sum, points) => sum + points, 0) / 100];
  const totals = tables.flatMap((table) => table.total ?? []);
  const ownTotal = totals.flatMap((row) => totalOf(row, maxima) ?? []).at(-1) ?? null;
  // The tables of a report parted over sheets each have a total of their own: only the summary's is the whole.
  const version = formVersion(tables);
  const total = grandTotal && (totals.length !== 1 || tables.length > 1) ? grandTotal : ownTotal;
  const sums = sumsOfParts(rows, choice.meanings);
  const ledger = first.answers ? null : accountFor(tables, choice.meanings, entries, sums.used);
  return {
    file,
    sheets: [...new Set(tables.map((table) => table.page.sheet.name))],
    movement: movement.id,
    set: set.version,
    ...(version ? { formVersion: version } : {}),
    unit: identity.unit,
    audience: set.audience,
    audienceFrom: choice.from,
    period: identity.period,
    date: identity.date,
    entries,
    total,
    ...(first.answers || first.isMade ? { answers: true } : {}),
    ...(ledger ? { account: ledger.account } : {}),
    layout: layoutOf(first, rows, choice),
    remarks: [
      ...missingColumns(tables, rows, entries, choice),
      ...estimates(tables),
      ...rowRemarks(rows, choice),
      ...tableRemarks(tables, choice),
      ...sheetRemarks(tables),
      ...(ledger?.remarks ?? []),
      ...sums.remarks,
      ...identity.otherUnits.map(({ text, cell }): Remark => ({ kind: 'several-units', text, cell })),
    ],
  };
}

/** Under the unit's points, or behind its label: `Tổng điểm tự chấm: 85,5/100 điểm`. */
function totalOf(row: BodyRow, maxima: readonly number[]): Report['total'] | undefined {
  const own = pointsAt(row, row.header.columns.self, maxima);
  const label = [...row.at.values()].find(({ isText, text }) => isText && text === row.label);
  const typed = /^[^\d]*(?:tự (?:chấm|đánh giá)|đạt)[^\d]*[:=]\s*(\d[\d., /]*(?:đ|điểm)?)\s*$/iu.exec(
    label?.text ?? '',
  )?.[1];
  if (label === undefined || typed === undefined || (own && own.reading.kind !== 'missing')) return own;
  const { reading } = readPoints(typed.replace(/\s*\/\s*\d[\d.,]*/, ''), label.look);
  return { reading, cell: refTo(row.page, label.row, label.column), raw: label.text };
}

function layoutOf(table: ReportTable, rows: readonly BodyRow[], { meanings }: SetChoice): TableLayout {
  const { page, header, lastRow } = table;
  // Answers of an online form share a single row, sentences of one cell too, so a criterion's points have no row.
  const isShared = table.answers || rows.some(({ row }) => row >= MADE_ROW);
  const places = rows.flatMap((row, at) => {
    if (isShared) return [];
    const code = meanings[at]?.kind === 'criterion' ? codeOf(meanings[at]) : undefined;
    return code === undefined ? [] : [[code, { sheet: row.page.sheet.name, row: row.row }] as const];
  });
  return {
    sheet: page.sheet.name,
    headerTop: header.top,
    headerBottom: header.bottom,
    lastRow,
    lastColumn: header.right + SCORE_COLUMNS * (table.unitsBefore ?? 0),
    columns: layoutColumns(header.columns),
    headings: header.texts,
    isKept: header.isKept,
    rows: new Map(places),
  };
}

/** Columns the report cannot do without. A form that knows no points at all (SC-09) needs no self score either. */
function missingColumns(
  tables: readonly ReportTable[],
  rows: readonly BodyRow[],
  entries: readonly Entry[],
  choice: SetChoice,
): readonly Remark[] {
  const [table] = tables;
  if (!table) return [];
  const { columns, top } = table.header;
  const { set } = choice.index;
  const criteria = set.criteria.filter((criterion) => criterion.filledBy === 'unit');
  const hasResult =
    columns.value !== undefined ||
    (columns.numerator !== undefined && columns.denominator !== undefined) ||
    entries.some((entry) => entry.value ?? entry.numerator);
  const hasPoints = columns.max !== undefined || columns.appraised.length > 0;
  const hasEvidence = columns.evidence !== undefined || entries.some((entry) => entry.evidence.length > 0);
  const missing: ColumnRole[] = [];
  if (!hasResult && criteria.length > 0) missing.push('value');
  if (tables.every(({ header }) => header.columns.self === undefined) && hasPoints && set.scored) missing.push('self');
  if (!hasEvidence && criteria.some((criterion) => criterion.evidence === 'required')) missing.push('evidence');
  if (rows.length === 0) return [];
  const cell = refTo(table.page, top, columns.titles[0] ?? table.header.left);
  return missing.map((role) => ({ kind: 'missing-column', role, cell }));
}

/** The first column of results whose heading calls it an estimate, once for each sheet. */
function estimates(tables: readonly ReportTable[]): readonly Remark[] {
  const bySheet = new Map<string, Remark>();
  for (const { page, header } of tables) {
    const { value, figure, numerator } = header.columns;
    const column = header.texts.find(
      (headerColumn) => [value, figure, numerator].includes(headerColumn.column) && isEstimate(headerColumn.texts),
    );
    if (column === undefined || bySheet.has(page.sheet.name)) continue;
    const text = column.texts.join(' / ').replace(/\s+/g, ' ').slice(0, 120);
    bySheet.set(page.sheet.name, { kind: 'estimate', text, cell: refTo(page, header.bottom, column.column) });
  }
  return [...bySheet.values()];
}

function rowRemarks(rows: readonly BodyRow[], { meanings }: SetChoice): readonly Remark[] {
  return rows.flatMap((row, at): Remark[] => {
    const meaning = meanings[at];
    const cell = refTo(row.page, row.titleCell?.row ?? row.row, row.titleCell?.column ?? row.header.left);
    if (meaning?.kind === 'unknown')
      return [{ kind: 'unknown-row', text: (row.titles[0] ?? row.label).slice(0, 300), cell }];
    if (meaning?.kind !== 'duplicate' || meaning.completes) return [];
    const first = rows[meaning.first];
    const firstCell = first ? refTo(first.page, first.row, first.titleCell?.column ?? first.header.left) : cell;
    return [{ kind: 'duplicate-row', criterion: codeOf(meaning) ?? '', cell, first: firstCell }];
  });
}

function tableRemarks(tables: readonly ReportTable[], { meanings }: SetChoice): readonly Remark[] {
  let from = 0;
  return tables.flatMap((table) => {
    const own = meanings.slice(from, from + table.body.length);
    from += table.body.length;
    return hiddenRemarks(table, own);
  });
}

/** Notes shown once for each sheet of the report. */
function sheetRemarks(tables: readonly ReportTable[]): readonly Remark[] {
  const pages = new Set(tables.map((table) => table.page));
  return [...pages].flatMap((page): Remark[] => [
    ...(page.sheet.state === 'visible' ? [] : [hiddenSheet(page)]),
    ...page.legacy.map((spot): Remark => ({ kind: 'legacy-text', ...spot })),
    ...formulaRemarks(page),
  ]);
}

/** True for rows that say something of their own: those whose titles tell one report from another. */
export function speaks(row: BodyRow): boolean {
  return (
    row.titles.length > 0 && totalKind(row) === null && (row.numbering !== undefined || row.filled || row.code !== '')
  );
}
