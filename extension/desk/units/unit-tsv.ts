/** The table of units as rows for pasting into a sheet. */
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { harmless } from '../../../core/sheets/delimited.ts';
import type { UnitTableRow } from '../../history/unit-table.ts';

const HEADER = ['Hạng', 'Đơn vị', 'Mã đơn vị', 'Giá trị', 'Tử số', 'Mẫu số', 'Lần trước', 'Thay đổi', 'Hạng lần trước'];

/** Figures with a decimal comma and no thousands, as a Vietnamese Excel takes numbers; missing = empty. */
export function unitTsv(rows: readonly UnitTableRow[]): string {
  const lines = rows.map(({ rank, name, code, figure, lastRank }) => [
    ...[number(rank), harmless(name), harmless(code)],
    ...[figure.value, figure.numerator, figure.denominator].map(number),
    ...[figure.last?.value ?? null, figure.last?.delta ?? null, lastRank].map(number),
  ]);
  return [HEADER, ...lines].map((line) => line.join('\t')).join('\r\n');
}

function number(figure: number | null): string {
  return figure === null ? '' : formatNumber(figure).replaceAll('.', '');
}
