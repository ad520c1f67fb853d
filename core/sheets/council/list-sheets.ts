/** The sheets "Chỉ số" (observations, as captured) and "Đơn vị" (the register, which can be read back). */

import { parsePeriod, periodName } from '../../base/period/period.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import { indicatorName } from '../../portal/indicator/indicator-name.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { REGISTER_DAYS, REGISTER_TITLES, registerCells } from '../register-sheet.ts';
import { COUNT, DATE, dateValue, FIGURE, numberValue, TEXT, textValue } from './look.ts';
import type { SheetOffice } from './office-frame.ts';
import { tableSheet } from './table-sheet.ts';
import { audienceName } from './unit-words.ts';

/** Values of portal indicators with where and when each was captured. */
export function observationSheet(result: RunResult, subtitle: string, office: SheetOffice): NewSheet {
  return tableSheet({
    paper: { office, columns: 7, ...((result.observations ?? []).length === 0 ? { rows: 0 } : {}) },
    name: 'Chỉ số',
    title: 'CHỈ SỐ GHI NHẬN TỪ CỔNG DỊCH VỤ CÔNG',
    subtitle,
    table: 'ChiSo',
    columns: [
      { title: 'Chỉ số', width: 28, style: TEXT },
      { title: 'Đơn vị', width: 30, style: TEXT },
      { title: 'Kỳ', width: 14, style: TEXT },
      { title: 'Giá trị', width: 10, style: FIGURE },
      { title: 'Tử số', width: 10, style: FIGURE },
      { title: 'Mẫu số', width: 10, style: FIGURE },
      { title: 'Ngày ghi nhận', width: 15, style: DATE },
      { title: 'Mã chỉ số', width: 14, style: TEXT },
      { title: 'Thời điểm ghi nhận', width: 26, style: TEXT },
      { title: 'Địa chỉ trang', width: 60, style: TEXT },
    ],
    rows: (result.observations ?? []).map(observationCells),
  });
}

function observationCells(observation: Observation): NewValue[] {
  const period = parsePeriod(observation.period ?? '');
  return [
    textValue(indicatorName(observation.indicator)),
    textValue(observation.unit.name),
    textValue(period ? periodName(period) : 'chưa rõ'),
    numberValue(observation.value),
    numberValue(observation.numerator ?? null),
    numberValue(observation.denominator ?? null),
    dateValue(observation.provenance.capturedAt),
    textValue(observation.indicator),
    textValue(observation.provenance.capturedAt),
    textValue(observation.provenance.url),
  ];
}

/** Names, audience, registration and days are printed; what only checks need is for the screen. */
const REGISTER_WIDTHS = [32, 20, 20, 9, 12, 12, 13, 12, 24, 16];
const REGISTER_PRINTED = 7;
const COUNTED = new Set(['Đăng ký', 'Tỷ lệ nữ (%)']);

/**
 * The register; without a register, a first draft of it: the units that sent a report, with the unknown columns left
 * empty. Not printed beside a board, which shows the same units and days.
 */
export function registerSheet(
  result: RunResult,
  subtitle: string,
  { office, printed }: { readonly office: SheetOffice; readonly printed: boolean },
): NewSheet {
  const units = result.register?.map((unit) => registerCells(unit, audienceName(result, unit.audience))) ?? [
    ...new Map(
      result.reports.map(({ unit, report }) => [unit, [unit, null, audienceName(result, report.audience)]]),
    ).values(),
  ];
  const columns = REGISTER_TITLES.map((title, index) => ({
    title,
    width: REGISTER_WIDTHS[index] ?? 16,
    style: REGISTER_DAYS.has(index) ? DATE : COUNTED.has(REGISTER_TITLES[index] ?? '') ? COUNT : TEXT,
  }));
  return tableSheet({
    paper: { office, columns: REGISTER_PRINTED, ...(printed ? {} : { rows: 0 }) },
    name: 'Đơn vị',
    title: 'DANH SÁCH ĐƠN VỊ THAM GIA',
    subtitle,
    table: 'DonVi',
    columns,
    rows: units.map((cells) =>
      cells.map((value, index) => {
        if (typeof value === 'number') return numberValue(value);
        return REGISTER_DAYS.has(index) ? dateValue(value) : textValue(value);
      }),
    ),
  });
}
