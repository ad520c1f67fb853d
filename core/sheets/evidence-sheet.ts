/**
 * The list of evidence files, "Minh chứng": a row for every file of a unit and criterion when it is handed in, opened,
 * accepted or doubted; of several rows on one file the last holds. Written into the council's workbook and the office's
 * own book, and read back from either. The files themselves lie elsewhere, under their SHA-256.
 */
import {
  EVIDENCE_KIND_NAMES,
  type EvidenceKind,
  type EvidenceState,
  type PlacedEvidence,
} from '../report/evidence/evidence-file.ts';
import { matchUnit } from '../report/match-unit.ts';
import type { Register } from '../report/register.ts';
import { readDate } from '../sheet/grid/date.ts';
import type { Sheet } from '../sheet/grid/sheet.ts';
import type { NewSheet, NewValue } from '../sheet/workbook/port.ts';
import { COUNT, DATE, dateValue, numberValue, TEXT, textValue } from './council/look.ts';
import type { SheetOffice } from './council/office-frame.ts';
import { tableSheet } from './council/table-sheet.ts';
import { titledRows } from './titled-rows.ts';

export const EVIDENCE_SHEET = 'Minh chứng';

export const EVIDENCE_STATE_NAMES: Readonly<Record<EvidenceState, string>> = {
  given: 'Đã nộp',
  opened: 'Đã mở xem',
  accepted: 'Chấp nhận',
  doubted: 'Nghi vấn',
};

/** Title and width in characters, in the order of `evidenceCells`. */
export const EVIDENCE_TABLE = [
  ['Đơn vị', 24],
  ['Tiêu chí', 9],
  ['Tệp', 36],
  ['Loại', 8],
  ['Số văn bản', 16],
  ['Ngày văn bản', 12],
  ['Tình trạng', 12],
  ['Lý do', 30],
  ['Người xem', 20],
  ['Cỡ (byte)', 12],
  ['SHA-256', 20],
] as const;
/** The digest is for programs. */
const PRINTED = 9;

export function evidenceCells(file: PlacedEvidence): readonly NewValue[] {
  const { unit, criterion, name, kind, number, date, state, reason, who, size, hash } = file;
  return [
    ...[unit, criterion, name, EVIDENCE_KIND_NAMES[kind], number].map(textValue),
    dateValue(date),
    ...[EVIDENCE_STATE_NAMES[state], reason, who].map(textValue),
    numberValue(size),
    textValue(hash),
  ];
}

export function evidenceSheet(files: readonly PlacedEvidence[], subtitle: string, office: SheetOffice): NewSheet {
  const styles: Readonly<Record<string, typeof TEXT>> = { 'Ngày văn bản': DATE, 'Cỡ (byte)': COUNT };
  return tableSheet({
    paper: { office, columns: PRINTED, ...(files.length === 0 ? { rows: 0 } : {}) },
    name: EVIDENCE_SHEET,
    title: 'MINH CHỨNG CÁC ĐƠN VỊ ĐÃ NỘP',
    subtitle,
    table: 'MinhChung',
    columns: EVIDENCE_TABLE.map(([title, width]) => ({ title, width, style: styles[title] ?? TEXT })),
    rows: files.map(evidenceCells),
  });
}

interface EvidenceRead {
  readonly files: readonly PlacedEvidence[];
  /** Vietnamese sentences on rows that were left out. */
  readonly faults: readonly string[];
}

const COLUMNS = {
  unit: ['Đơn vị'],
  criterion: ['Tiêu chí'],
  name: ['Tệp'],
  kind: ['Loại'],
  number: ['Số văn bản'],
  date: ['Ngày văn bản'],
  state: ['Tình trạng'],
  reason: ['Lý do'],
  who: ['Người xem'],
  size: ['Cỡ (byte)'],
  hash: ['SHA-256'],
} as const;

/** The list on the sheet of this name; null when the workbook has none. */
export function readEvidence(
  sheets: readonly Pick<Sheet, 'name' | 'rows'>[],
  register: Register | null,
  { date1904 = false, wanted = EVIDENCE_SHEET }: { readonly date1904?: boolean; readonly wanted?: string } = {},
): EvidenceRead | null {
  const sheet = sheets.find(({ name }) => name.normalize('NFC').trim() === wanted.normalize('NFC').trim());
  const rows = sheet && titledRows(sheet, COLUMNS, ['unit', 'criterion', 'name', 'state', 'hash']);
  if (!rows) return null;
  const kindOf = keyed(EVIDENCE_KIND_NAMES);
  const stateOf = keyed(EVIDENCE_STATE_NAMES);
  const last = new Map<string, PlacedEvidence>();
  const faults: string[] = [];
  for (const { number: row, text, value } of rows) {
    const state = stateOf.get(text('state'));
    const kind: EvidenceKind | undefined = kindOf.get(text('kind'));
    const hash = text('hash');
    if (state === undefined || kind === undefined || !/^[0-9a-f]{64}$/.test(hash)) {
      faults.push(`Trang "${wanted}", hàng ${row}: thiếu loại, tình trạng hoặc SHA-256 của tệp nên không dùng.`);
      continue;
    }
    const written = text('unit');
    const unit = (register && matchUnit(written, register)?.name) ?? written;
    const day = value('date');
    const date = day === null ? null : readDate(typeof day === 'number' ? day : text('date'), date1904);
    const [criterion, name] = [text('criterion'), text('name')];
    const size = Number(value('size')) || 0;
    const placed = { unit, criterion, name, kind, hash, size, number: text('number') || null, date };
    last.set(evidenceKey(placed), { ...placed, state, who: text('who'), reason: text('reason') });
  }
  return { files: [...last.values()], faults };
}

/** What is handed in now, with what became of it before; files listed before that are not here now stay. */
export function withEarlierStates<F extends PlacedEvidence>(
  now: readonly F[],
  earlier: readonly PlacedEvidence[],
): readonly PlacedEvidence[] {
  const known = new Map(earlier.map((file) => [evidenceKey(file), file] as const));
  const here = new Set(now.map(evidenceKey));
  return [
    ...now.map((file): PlacedEvidence => {
      const { state, who, reason } = known.get(evidenceKey(file)) ?? file;
      return { ...file, state, who, reason };
    }),
    ...earlier.filter((file) => !here.has(evidenceKey(file))),
  ];
}

/** The same file of the same unit for the same criterion. */
export function evidenceKey({ unit, criterion, hash }: Pick<PlacedEvidence, 'unit' | 'criterion' | 'hash'>): string {
  return JSON.stringify([unit, criterion, hash]);
}

function keyed<K extends string>(names: Readonly<Record<K, string>>): ReadonlyMap<string, K> {
  return new Map((Object.keys(names) as K[]).map((key) => [names[key], key]));
}
