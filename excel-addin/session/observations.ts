/** The sheet "Chỉ số": captured indicator values as rows, and back. */
import type { z } from 'zod';
import { type Observation, observationSchema } from '../../core/indicator/observation.ts';
import { parsePeriod } from '../../core/indicator/period.ts';
import { numberValue, textValue } from '../../core/workbook/council/look.ts';
import type { NewValue } from '../../core/workbook/port.ts';
import type { HostAction, HostBook } from '../host/port.ts';
import { findTable, numberOf, OWN_TABLES, putTable, rowsOf, type TableRow, textOf } from './own-tables.ts';

export interface ReadObservations {
  /** null = there is no such sheet. */
  readonly observations: readonly Observation[] | null;
  /** Vietnamese sentences on rows that could not be read. */
  readonly notes: readonly string[];
}

export function readObservations(book: HostBook): ReadObservations {
  const table = findTable(book, OWN_TABLES.observations.table);
  if (!table) return { observations: null, notes: [] };
  const notes: string[] = [];
  const observations = rowsOf(table).flatMap((row, index): Observation[] => {
    const read = observationOf(row);
    if (read.success && (read.data.period === null || parsePeriod(read.data.period))) return [read.data];
    notes.push(
      `Trang "${table.sheet}", dòng ${index + 1} của bảng: thiếu chỉ số hoặc đơn vị, hoặc không hiểu kỳ, nên không dùng.`,
    );
    return [];
  });
  return { observations, notes };
}

function observationOf(row: TableRow): z.ZodSafeParseResult<Observation> {
  const code = textOf(row, 'Mã đơn vị');
  const [id = '', version = ''] = textOf(row, 'Bộ đọc').split(/ (?=\S*$)/);
  return observationSchema.safeParse({
    indicator: textOf(row, 'Chỉ số'),
    unit: { name: textOf(row, 'Đơn vị'), ...(code === '' ? {} : { code }) },
    period: textOf(row, 'Kỳ') || null,
    value: numberOf(row, 'Giá trị'),
    max: numberOf(row, 'Tối đa'),
    numerator: numberOf(row, 'Tử số'),
    denominator: numberOf(row, 'Mẫu số'),
    provenance: {
      url: textOf(row, 'Địa chỉ trang'),
      capturedAt: textOf(row, 'Thời điểm ghi nhận'),
      reader: { id, version },
      contentHash: textOf(row, 'Dấu vết'),
    },
  });
}

function observationCells(one: Observation): readonly NewValue[] {
  const { provenance } = one;
  return [
    textValue(one.indicator),
    textValue(one.unit.name),
    textValue(one.unit.code ?? one.unit.id ?? null),
    textValue(one.period),
    numberValue(one.value),
    numberValue(one.max ?? null),
    numberValue(one.numerator ?? null),
    numberValue(one.denominator ?? null),
    textValue(provenance.capturedAt),
    textValue(provenance.url),
    textValue(`${provenance.reader.id} ${provenance.reader.version}`.trim()),
    textValue(provenance.contentHash),
  ];
}

/** What brings the sheet to these observations. */
export function observationActions(book: HostBook, observations: readonly Observation[]): readonly HostAction[] {
  return putTable(
    book,
    OWN_TABLES.observations,
    ['Kỳ ghi 2025, 2025-Q4 hoặc 2025-11; ô giá trị để trống là chưa công bố, không phải 0.'],
    observations.map(observationCells),
  );
}

/** A later capture of the same indicator, unit and period takes the earlier one's place; all others stay. */
export function mergeObservations(held: readonly Observation[], added: readonly Observation[]): readonly Observation[] {
  const merged = new Map(held.map((one) => [keyOf(one), one]));
  for (const one of added) merged.set(keyOf(one), one);
  return [...merged.values()];
}

function keyOf({ indicator, unit, period }: Observation): string {
  return JSON.stringify([indicator, unit.code ?? unit.id ?? unit.name, period]);
}
