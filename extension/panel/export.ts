/** Confirmed figures on their way out: the captures file the command line and the add-in take, and rows for pasting into a sheet. */
import { indicatorName } from '../../core/capture/indicator-name.ts';
import { capturesFileSchema, type Observation } from '../../core/indicator/observation.ts';
import { formatNumber } from '../../core/movement/points.ts';

/** Parsed by the very schema the others read with: what leaves here can be read there. */
export function capturesFile(observations: readonly Observation[]): string {
  return `${JSON.stringify(capturesFileSchema.parse({ observations }), null, 2)}\n`;
}

const HEADER = ['Chỉ số', 'Tên chỉ số', 'Đơn vị', 'Mã đơn vị', 'Kỳ', 'Giá trị', 'Tử số', 'Mẫu số', 'Chụp lúc', 'Nguồn'];

/** Rows for the clipboard. A text the sheet would run is held back by an apostrophe. */
export function tabRows(observations: readonly Observation[]): string {
  const rows = observations.map(({ indicator, unit, period, value, numerator, denominator, provenance }) => [
    ...[indicator, indicatorName(indicator), unit.name, unit.code ?? unit.id ?? '', period ?? ''].map(harmless),
    ...[value, numerator, denominator].map((figure) =>
      figure == null ? '' : formatNumber(figure).replaceAll('.', ''),
    ),
    ...[provenance.capturedAt, provenance.url].map(harmless),
  ]);
  return [HEADER, ...rows].map((row) => row.join('\t')).join('\r\n');
}

function harmless(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
