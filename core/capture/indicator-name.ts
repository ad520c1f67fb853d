/** Vietnamese names of all that readers find: the catalogue's indicators, the portal's own metrics behind them, and places in its lists. */
import { findIndicator } from '../indicator/catalogue.ts';

const METRICS: ReadonlyMap<string, string> = new Map([
  ['ONLINE_SERVICE', 'Dịch vụ trực tuyến (cung cấp và thanh toán)'],
  ['PUBLISH_ON_TIME', 'Công bố thủ tục đúng hạn'],
  ['PUBLIC_UPDATE_ON_TIME', 'Cập nhật, công khai thủ tục đúng hạn'],
  ['PUBLIC_CONTENT_FULL', 'Thủ tục công khai đủ nội dung'],
  ['DOSSIER_SYNC', 'Hồ sơ đồng bộ lên Cổng'],
  ['DOSSIER_RECEIVING_SATISFACTION', 'Hài lòng khi giải quyết hồ sơ'],
  ['PETITION_PROCESSING_ON_TIME', 'Xử lý phản ánh, kiến nghị đúng hạn'],
  ['PETITION_HANDLING_SATISFACTION', 'Hài lòng về xử lý phản ánh, kiến nghị'],
  ['PETITION_CLASSIFICATION_TTHC', 'Phản ánh, kiến nghị về thủ tục'],
  ['PETITION_CLASSIFICATION_STAFF', 'Phản ánh, kiến nghị về cán bộ'],
  ['ORIGINAL_RESULT_AVAILABLE', 'Hồ sơ có kết quả điện tử'],
  ['SO_HOA_GIAY_TO_GIAI_QUYET', 'Số hóa giấy tờ khi giải quyết'],
  ['REUSED_DIGITIZED_DATA', 'Tái sử dụng dữ liệu số hóa'],
  ['SYNCED_WITH_DVCQG_PERSONAL_STORAGE', 'Đồng bộ với kho dữ liệu cá nhân'],
  ['CITIZEN_DATA_CONNECTED_DOSSIER', 'Hồ sơ khai thác dữ liệu dân cư'],
  ['CITIZEN_DATA_CONNECTED_FORMALITY', 'Thủ tục khai thác dữ liệu dân cư'],
  ['ELECTRONIC_CERTIFIED_COPY', 'Chứng thực bản sao điện tử'],
]);

/** Counts of dossiers: they have no maximum. */
const COUNTS: ReadonlyMap<string, string> = new Map([
  ['tiep-nhan', 'Số hồ sơ tiếp nhận'],
  ['moi-tiep-nhan', 'Số hồ sơ mới tiếp nhận'],
]);

const RANK = /^hang-xa-(.+)$/;

/** Code of a unit's place among the communes of its province by an indicator; 1 is best, the maximum is how many communes were placed. */
export function communeRank(indicator: string): string {
  return `hang-xa-${indicator}`;
}

/** Whether the figure is a place: then less is better, and it has no share of its maximum. */
export function isRank(code: string): boolean {
  return RANK.test(code);
}

/** Whether the figure is a percentage 0 … 100: by the catalogue, or a name of the officer's own that says so. */
export function isPercent(code: string): boolean {
  const entry = findIndicator(code);
  return entry ? entry.unit === '%' : /^t[ỷỉ] lệ /iu.test(code);
}

/** Scale of a figure that is not in the catalogue: points of a metric, a count, a place; undefined for a name of the officer's own. */
export function metricUnit(code: string): 'điểm' | 'số lượng' | 'hạng' | undefined {
  if (METRICS.has(code)) return 'điểm';
  if (COUNTS.has(code)) return 'số lượng';
  return isRank(code) ? 'hạng' : undefined;
}

/** The code itself when nobody has named it yet. */
export function indicatorName(code: string): string {
  const ranked = RANK.exec(code)?.[1];
  if (ranked !== undefined) return `Hạng trong các xã, phường: ${indicatorName(ranked)}`;
  return findIndicator(code)?.name ?? METRICS.get(code) ?? COUNTS.get(code) ?? code;
}
