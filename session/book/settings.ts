/** The sheet "Cài đặt": which movement and period the workbook is about, and the day deadlines are reckoned on. */
import { dossierHeading } from '../../core/dossier/dossier-heading.ts';
import { formatDate, readDate } from '../../core/grid/date.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { type Period, parsePeriod, periodKey, periodName } from '../../core/period/period.ts';
import type { Result } from '../../core/result.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { done, refuse } from '../host/refusal.ts';
import { headingIn } from './own-movement.ts';
import { findTable, numberOf, OWN_TABLES, placedRows, putTable, rowsOf, type TableRow, textOf } from './own-tables.ts';

export interface RunSettings {
  /** Id; null = not chosen yet. */
  readonly movement: string | null;
  /** null = the one most reports name. */
  readonly period: Period | null;
  /** ISO day deadlines are reckoned on; null = only report dates are compared. */
  readonly asOf: string | null;
  /** Seals of the last decisions known: a log cut at its end shows by them. */
  readonly seals: readonly string[];
  /** The same of votes; absent = none is known. */
  readonly voteSeals?: readonly string[];
  /** The same of sessions and closings. */
  readonly sessionSeals?: readonly string[];
}

const ITEMS = {
  movement: 'Phong trào',
  period: 'Kỳ báo cáo',
  asOf: 'Ngày tính hạn',
  sets: 'Bộ tiêu chí',
  seals: 'Dấu vết sổ quyết định',
  voteSeals: 'Dấu vết biểu quyết',
  sessionSeals: 'Dấu vết phiên họp',
} as const;

/**
 * Settings as they stand in the workbook; all unset when there is no such sheet. Refused when a value cannot be
 * understood.
 */
export function readSettings(book: Pick<HostBook, 'book' | 'tables'>): Result<RunSettings> {
  const { settings, faults } = settingsIn(book);
  return faults[0] === undefined ? done(settings) : refuse('settings', faults[0]);
}

/** The same, a value that cannot be understood taken for unset, with a Vietnamese sentence that names its cell. */
export function settingsIn(book: Pick<HostBook, 'book' | 'tables'>): {
  readonly settings: RunSettings;
  readonly faults: readonly string[];
} {
  const rows = settingRows(book);
  const faults: string[] = [];
  const fault = (item: string, text: string): null => {
    const place = placedRows(findTable(book, OWN_TABLES.settings.table)).find(({ row }) => textOf(row, 'Mục') === item);
    faults.push(`${place?.cell('Giá trị') ?? 'Trang "Cài đặt"'}: ${text}`);
    return null;
  };
  const named = valueIn(rows, ITEMS.movement);
  const isKnown = named === '' || headingIn(book.book, named) !== undefined;
  if (!isKnown) fault(ITEMS.movement, `không có phong trào mang mã "${named}".`);
  // A workbook that is a dossier is about its own movement unless it says another.
  const movement = (isKnown ? named : '') || dossierHeading(book.book)?.id || null;
  const written = valueIn(rows, ITEMS.period);
  const period =
    (written === '' ? null : parsePeriod(written)) ??
    (written === ''
      ? null
      : fault(ITEMS.period, `không hiểu kỳ báo cáo "${written}" (ghi 2025, 2025-Q4 hoặc 2025-11).`));
  const day = dayIn(rows.get(ITEMS.asOf), book.book.date1904);
  const asOf =
    day === undefined ? fault(ITEMS.asOf, `"${valueIn(rows, ITEMS.asOf)}" không phải là ngày tính hạn.`) : day;
  return { settings: { movement, period, asOf, ...readSeals(book) }, faults };
}

/** The seals alone: they stand whatever cannot be understood beside them. */
export function readSeals(book: Pick<HostBook, 'tables'>): Pick<RunSettings, 'seals' | 'voteSeals' | 'sessionSeals'> {
  const rows = settingRows(book);
  const sealsIn = (item: string) =>
    valueIn(rows, item)
      .split(/[\s;]+/)
      .filter((seal) => seal !== '');
  return {
    seals: sealsIn(ITEMS.seals),
    voteSeals: sealsIn(ITEMS.voteSeals),
    sessionSeals: sealsIn(ITEMS.sessionSeals),
  };
}

type SettingRows = ReadonlyMap<string, TableRow>;

function settingRows(book: Pick<HostBook, 'tables'>): SettingRows {
  return new Map(rowsOf(findTable(book, OWN_TABLES.settings.table)).map((row) => [textOf(row, 'Mục'), row]));
}

function valueIn(rows: SettingRows, item: string): string {
  return textOf(rows.get(item) ?? new Map(), 'Giá trị');
}

function dayIn(row: TableRow | undefined, date1904: boolean): string | null | undefined {
  if (!row || textOf(row, 'Giá trị') === '') return null;
  return readDate(numberOf(row, 'Giá trị') ?? textOf(row, 'Giá trị'), date1904) ?? undefined;
}

/**
 * What brings the sheet to these settings. `movement` = the one just chosen; without it the sheet keeps what it says of
 * the criteria.
 */
export function settingsActions(book: HostBook, settings: RunSettings, movement?: Movement): readonly HostAction[] {
  const heading = movement ?? (settings.movement === null ? undefined : headingIn(book.book, settings.movement));
  const sets = movement ? setVersions(movement) : heading ? valueIn(settingRows(book), ITEMS.sets) : '';
  const { period, asOf, sessionSeals = [] } = settings;
  const rows = [
    [ITEMS.movement, settings.movement ?? '', heading?.title ?? 'Chọn trong khung Thi đua số.'],
    [
      ITEMS.period,
      period ? periodKey(period) : '',
      period ? periodName(period) : 'Để trống: kỳ nhiều báo cáo ghi nhất.',
    ],
    [ITEMS.asOf, asOf ? formatDate(asOf) : '', 'Ghi ngày/tháng/năm; để trống: chỉ so với ngày ghi trên báo cáo.'],
    [ITEMS.sets, sets, 'Muốn sửa: vào mục Tiêu chí.'],
    [ITEMS.seals, settings.seals.join('; '), 'Phần mềm ghi; để phát hiện sổ quyết định bị cắt bớt.'],
    [ITEMS.voteSeals, settings.voteSeals?.join('; ') ?? '', 'Phần mềm ghi; để phát hiện biểu quyết bị cắt bớt.'],
    ...(sessionSeals.length > 0
      ? [[ITEMS.sessionSeals, sessionSeals.join('; '), 'Phần mềm ghi; để phát hiện sổ phiên họp bị cắt bớt.']]
      : []),
  ];
  return putTable(
    book,
    OWN_TABLES.settings,
    ['Sửa ở cột Giá trị.'],
    rows.map((row) => row.map(textValue)),
  );
}

function setVersions(movement: Movement): string {
  return [...new Set(movement.criteriaSets.map(({ version }) => version))].join('; ');
}
