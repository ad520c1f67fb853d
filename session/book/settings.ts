/** The sheet "Cài đặt": which movement and period the workbook is about, and the day deadlines are reckoned on. */

import { type Period, parsePeriod } from '../../core/base/period/period.ts';
import { done, type Result, refuse } from '../../core/base/result.ts';
import { dossierHeading } from '../../core/dossier/dossier-heading.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import type { HostBook } from '../host/port.ts';
import { headingIn } from './own-movement.ts';
import { findTable, numberOf, OWN_TABLES, type OwnTableRow, placedRows, rowsOf, textOf } from './own-tables.ts';

export interface RunSettings {
  /** Id; null = not chosen yet. */
  readonly movement: string | null;
  /** null = the period that most reports name. */
  readonly period: Period | null;
  /** ISO day deadlines are reckoned on; null = only report dates are compared. */
  readonly asOf: string | null;
  /** The group that appraises goes before the council; absent = the council alone. */
  readonly twoRounds?: boolean;
  /** Seals of the last decisions known: a log cut at its end shows by them. */
  readonly seals: readonly string[];
  /** The same of votes; absent = none is known. */
  readonly voteSeals?: readonly string[];
  /** The same of sessions and closings. */
  readonly sessionSeals?: readonly string[];
}

/** Names of the rows. */
export const ITEMS = {
  movement: 'Phong trào',
  period: 'Kỳ báo cáo',
  asOf: 'Ngày tính hạn',
  sets: 'Bộ tiêu chí',
  twoRounds: 'Hai vòng chấm',
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
  const rounds = valueIn(rows, ITEMS.twoRounds);
  const twoRounds = rounds.toLowerCase() === 'có';
  if (!twoRounds && !['', 'không'].includes(rounds.toLowerCase()))
    fault(ITEMS.twoRounds, `không hiểu "${rounds}" (ghi Có hoặc Không).`);
  return { settings: { movement, period, asOf, ...(twoRounds ? { twoRounds } : {}), ...readSeals(book) }, faults };
}

/** Only the seals: they count even where other settings cannot be understood. */
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

type SettingRows = ReadonlyMap<string, OwnTableRow>;

export function settingRows(book: Pick<HostBook, 'tables'>): SettingRows {
  return new Map(rowsOf(findTable(book, OWN_TABLES.settings.table)).map((row) => [textOf(row, 'Mục'), row]));
}

export function valueIn(rows: SettingRows, item: string): string {
  return textOf(rows.get(item) ?? new Map(), 'Giá trị');
}

function dayIn(row: OwnTableRow | undefined, date1904: boolean): string | null | undefined {
  if (!row || textOf(row, 'Giá trị') === '') return null;
  return readDate(numberOf(row, 'Giá trị') ?? textOf(row, 'Giá trị'), date1904) ?? undefined;
}
