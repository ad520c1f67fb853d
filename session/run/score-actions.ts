/**
 * The least actions that bring the workbook to a run's outcome: points, ranges and reasons beside each table, marks on
 * flagged cells, the tables of flags and places. What stands there already is not written again. Pure.
 */

import type { EntryState } from '../../core/council/current.ts';
import { KIND_NAMES } from '../../core/council/entry-kinds.ts';
import type { Flag, Severity } from '../../core/judge/flag/flag.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import type { CellValue, Range } from '../../core/sheet/grid/sheet.ts';
import { WHOLE_SHEET } from '../../core/sheet/workbook/marks.ts';
import type { Action, NewValue } from '../../core/sheet/workbook/port.ts';
import { councilSubtitle } from '../../core/sheets/council/council-subtitle.ts';
import { bySeverity, impactText } from '../../core/sheets/council/flag-words.ts';
import {
  numberValue,
  pointsValue,
  SEVERITIES,
  SEVERITY_NAME,
  shareValue,
  textValue,
} from '../../core/sheets/council/look.ts';
import { scoredSubtitle } from '../../core/sheets/council/scored-subtitle.ts';
import { fieldName, unitKey } from '../../core/sheets/council/unit-words.ts';
import { scoreColumns } from '../../core/sheets/score-triple.ts';
import { cellKey } from '../book/own-columns.ts';
import { findTable, OWN_TABLES, putTable, rowsOf, textOf } from '../book/own-tables.ts';
import { holds } from '../host/holds.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import type { LoadedBook } from './load.ts';
import type { SessionRun } from './run.ts';

/** All actions of a run, in order. `dressesProtected` = looks can be put on protected sheets too. */
export function scoreActions(loaded: LoadedBook, run: SessionRun, dressesProtected = false): readonly HostAction[] {
  const isClosed = (sheet: string) => !dressesProtected && isProtected(loaded.book, sheet);
  const columns = columnActions(loaded, run, isClosed);
  const rewritten = new Set(columns.map(({ sheet }) => sheet));
  return [
    ...columns,
    ...markActions(loaded, run.result.flags, rewritten, isClosed),
    ...flagTable(loaded.book, run),
    ...rankingTable(loaded.book, run),
  ];
}

/** Sheets with flags on cells that get no colours: their protection does not let us. */
export function uncolouredSheets({ book }: LoadedBook, { result }: SessionRun): readonly string[] {
  const flagged = new Set(result.flags.flatMap(({ cell }) => cell?.sheet ?? []));
  return book.book.sheets.flatMap(({ name, protected: closed }) =>
    closed === true && flagged.has(name) ? [name] : [],
  );
}

type IsClosed = (sheet: string) => boolean;

function isProtected({ book }: HostBook, sheet: string): boolean {
  return book.sheets.find(({ name }) => name === sheet)?.protected === true;
}

type Write = Extract<Action, { kind: 'write' }>;
type CellAction = Extract<HostAction, { kind: 'write' | 'column-width' }>;

/** Points beside the tables: only cells that hold something else; what an earlier run left elsewhere is emptied. */
function columnActions({ reports, columns }: LoadedBook, { result }: SessionRun, isClosed: IsClosed): CellAction[] {
  const held = new Map<string, CellValue>();
  for (const block of columns)
    for (const [key, value] of block.held) held.set(JSON.stringify([block.sheet, key]), value);
  const keyOf = (sheet: string, row: number, column: number) => JSON.stringify([sheet, cellKey(row, column)]);
  const messages = new Map(result.flags.map((flag) => [flag.id, flag]));
  const scores = new Map(result.reports.map(({ report, score }) => [report, score]));
  const planned = reports.flatMap(({ report, places }) => {
    const score = scores.get(report);
    return score ? scoreColumns(report, score, places, (point) => remarkOf(point.flags, messages)) : [];
  });
  const written = new Set<string>();
  const actions = planned.flatMap((action): CellAction[] => {
    // Widths and looks come with the first writing; a protected sheet takes values only.
    if (action.kind === 'column-width')
      return isClosed(action.sheet) || columns.some(({ sheet }) => sheet === action.sheet) ? [] : [action];
    if (action.kind !== 'write') return [];
    const key = keyOf(action.sheet, action.row, action.column);
    written.add(key);
    const expected = held.get(key) ?? null;
    if (holds(expected, action.value)) return [];
    return [{ ...(isClosed(action.sheet) ? bare(action) : action), expected }];
  });
  const leftovers = columns.flatMap((block) =>
    [...block.held].flatMap(([key, expected]): CellAction[] => {
      const [row = 0, column = 0] = key.split(',').map(Number);
      if (written.has(JSON.stringify([block.sheet, key]))) return [];
      return [{ kind: 'write', sheet: block.sheet, row, column, value: { kind: 'empty' }, expected }];
    }),
  );
  return [...leftovers, ...actions];
}

function bare({ kind, sheet, row, column, value }: Write): Write {
  return { kind, sheet, row, column, value };
}

/** The flags of a criterion in words, behind its reason: never by colour alone. */
function remarkOf(ids: readonly string[], flags: ReadonlyMap<string, Flag>): string {
  return ids
    .flatMap((id) => flags.get(id) ?? [])
    .map((flag) => `\n[${SEVERITY_NAME[flag.severity]}: ${flag.name}] ${flag.message}`)
    .join('');
}

interface CellMark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly severity: Severity;
  readonly text: string;
}

/**
 * Marks by cell, on the sheets where something changes since the last run, as the table of flags tells it. All of ours
 * are taken off there first: rows may have moved, and cells been copied with their marks, since.
 */
function markActions(
  { book }: LoadedBook,
  flags: readonly Flag[],
  rewritten: ReadonlySet<string>,
  isClosed: IsClosed,
): HostAction[] {
  const before = [...marksBefore(book).values()];
  const now = [...marksOf(flags).values()];
  const sheets = new Set([...before, ...now].map(({ sheet }) => sheet).concat([...rewritten]));
  const standing = book.book.sheets.filter(({ name }) => sheets.has(name));
  return standing.flatMap(({ name: sheet }): HostAction[] => {
    const own = now.filter((mark) => mark.sheet === sheet);
    const old = before.filter((mark) => mark.sheet === sheet);
    if (isClosed(sheet) || (!rewritten.has(sheet) && sameMarks(old, own))) return [];
    return [{ kind: 'mark', sheet, ranges: [WHOLE_SHEET], severity: null }, ...marksOn(sheet, own)];
  });
}

function sameMarks(a: readonly CellMark[], b: readonly CellMark[]): boolean {
  const keyOf = ({ row, column, text }: CellMark) => JSON.stringify([row, column, text]);
  const known = new Set(a.map(keyOf));
  return a.length === b.length && b.every((mark) => known.has(keyOf(mark)));
}

function marksOn(sheet: string, marks: readonly CellMark[]): HostAction[] {
  return SEVERITIES.flatMap((severity): HostAction[] => {
    const list = marks.filter((mark) => mark.severity === severity);
    if (list.length === 0) return [];
    const ranges = list.map(({ row, column }): Range => ({ top: row, left: column, bottom: row, right: column }));
    return [
      { kind: 'mark', sheet, ranges, severity, texts: list.map(({ row, column, text }) => ({ row, column, text })) },
    ];
  });
}

/** A mark for each cell, of its worst flag, naming all its flags. */
function marksOf(flags: readonly Flag[]): Map<string, CellMark> {
  return collected(
    bySeverity(flags).map(({ severity, name, cell, message, suggestion }) => ({
      severity,
      sheet: cell?.sheet ?? '',
      address: cell?.address ?? '',
      text: noteText(severity, name, message, suggestion),
    })),
  );
}

/** Earlier marks, from the table of flags. */
function marksBefore(book: HostBook): Map<string, CellMark> {
  const severityOf = new Map(SEVERITIES.map((severity) => [SEVERITY_NAME[severity], severity]));
  return collected(
    rowsOf(findTable(book, OWN_TABLES.flags.table)).flatMap((row) => {
      const severity = severityOf.get(textOf(row, 'Mức độ'));
      if (!severity) return [];
      const text = noteText(severity, textOf(row, 'Loại cảnh báo'), textOf(row, 'Nội dung'), textOf(row, 'Cách xử lý'));
      return [{ severity, sheet: textOf(row, 'Trang tính'), address: textOf(row, 'Ô'), text }];
    }),
  );
}

function noteText(severity: Severity, name: string, message: string, suggestion: string): string {
  const [said, todo] = [message, suggestion].map((text) => text.replace(/\s*\n\s*/g, ' '));
  return `[${SEVERITY_NAME[severity]}: ${name}] ${said}\n→ ${todo}`.normalize('NFC');
}

function collected(
  list: readonly {
    readonly severity: Severity;
    readonly sheet: string;
    readonly address: string;
    readonly text: string;
  }[],
): Map<string, CellMark> {
  const marks = new Map<string, CellMark>();
  for (const { severity, sheet, address, text } of list) {
    const at = fromA1(address);
    if (!at || sheet === '') continue;
    const key = JSON.stringify([sheet, address]);
    const known = marks.get(key);
    marks.set(key, known ? { ...known, text: `${known.text}\n\n${text}` } : { sheet, ...at, severity, text });
  }
  return marks;
}

/** The table "Cảnh báo", worst first, with what the council decided. */
function flagTable(book: HostBook, { result, current }: SessionRun): readonly HostAction[] {
  const impactOf = new Map(result.impacts.map((impact) => [impact.flag, impact]));
  const decidedOn = new Map(
    current.entries.flatMap((entry) =>
      entry.target.flag === null || isPast(entry) ? [] : [[entry.target.flag, entry] as const],
    ),
  );
  const rows = bySeverity(result.flags).map((flag): NewValue[] =>
    [
      SEVERITY_NAME[flag.severity],
      flag.name,
      flag.unit ?? flag.file,
      flag.criterion,
      flag.cell?.sheet ?? null,
      flag.cell?.address ?? null,
      flag.message,
      flag.suggestion,
      impactText(impactOf.get(flag.id)),
      decisionText(decidedOn.get(flag.id)),
      flag.id,
    ].map(textValue),
  );
  return putTable(book, OWN_TABLES.flags, [councilSubtitle(result)], rows);
}

function isPast({ state }: EntryState): boolean {
  return state === 'superseded' || state === 'withdrawn';
}

function decisionText(entryState: EntryState | undefined): string {
  if (!entryState) return '';
  const { entry, note } = entryState;
  return [`${KIND_NAMES[entry.kind]} (${entry.who})`, note].filter((text) => text !== '').join('. ');
}

/** The table "Xếp hạng" and, when it was made or its length changed, its chart. */
function rankingTable(book: HostBook, { result }: SessionRun): readonly HostAction[] {
  const scores = new Map(
    result.reports.map(({ unit, report, score }) => [unitKey(unit, report.audience), score] as const),
  );
  const rows = result.rankings.map((place): NewValue[] => {
    const score = scores.get(unitKey(place.unit, place.audience));
    const classes = score?.classification?.name ?? score?.possibleClasses.join(' / ') ?? null;
    return [
      textValue(fieldName(result, place)),
      numberValue(place.rank),
      textValue(place.unit),
      pointsValue(place.points),
      shareValue(place.share),
      pointsValue(score?.low ?? null),
      pointsValue(score?.high ?? null),
      numberValue(place.best),
      numberValue(place.worst),
      textValue(classes),
      textValue([place.tie, ...(score?.classReasons ?? [])].filter(Boolean).join(' ')),
    ];
  });
  const own = OWN_TABLES.ranking;
  const actions = putTable(book, own, [scoredSubtitle(result)], rows);
  const standing = findTable(book, own.table);
  if (actions.length === 0 || (standing && standing.rows.length === rows.length)) return actions;
  const sheet = standing?.sheet ?? own.sheet;
  const title = ['Điểm thi đua', councilSubtitle(result)].join(' – ');
  const chart = { name: 'TDS_BieuDoXepHang', title, table: own.table, labels: 'Đơn vị', values: 'Điểm' };
  return [...actions, { kind: 'chart', sheet, ...chart }];
}
