/**
 * Vietnamese names of all that readers find: the catalogue's indicators, the portal's own metrics behind them, and
 * places in its lists.
 */
import { findIndicator } from './catalogue.ts';

/** With their highest points (facts on the portal, 2.2); 0 = information only. */
const METRICS: ReadonlyMap<string, readonly [name: string, max: number]> = new Map([
  ['ONLINE_SERVICE', ['Dịch vụ trực tuyến (cung cấp và thanh toán)', 22]],
  ['PUBLISH_ON_TIME', ['Công bố thủ tục đúng hạn', 6]],
  ['PUBLIC_UPDATE_ON_TIME', ['Cập nhật, công khai thủ tục đúng hạn', 4]],
  ['PUBLIC_CONTENT_FULL', ['Thủ tục công khai đủ nội dung', 2]],
  ['DOSSIER_SYNC', ['Hồ sơ đồng bộ lên Cổng', 6]],
  ['DOSSIER_RECEIVING_SATISFACTION', ['Hài lòng khi giải quyết hồ sơ', 6]],
  ['PETITION_PROCESSING_ON_TIME', ['Xử lý phản ánh, kiến nghị đúng hạn', 6]],
  ['PETITION_HANDLING_SATISFACTION', ['Hài lòng về xử lý phản ánh, kiến nghị', 6]],
  ['PETITION_CLASSIFICATION_TTHC', ['Phản ánh, kiến nghị về thủ tục', 0]],
  ['PETITION_CLASSIFICATION_STAFF', ['Phản ánh, kiến nghị về cán bộ', 0]],
  ['ORIGINAL_RESULT_AVAILABLE', ['Hồ sơ có kết quả điện tử', 6]],
  ['SO_HOA_GIAY_TO_GIAI_QUYET', ['Số hóa giấy tờ khi giải quyết', 4]],
  ['REUSED_DIGITIZED_DATA', ['Tái sử dụng dữ liệu số hóa', 2]],
  ['SYNCED_WITH_DVCQG_PERSONAL_STORAGE', ['Đồng bộ với kho dữ liệu cá nhân', 4]],
  ['CITIZEN_DATA_CONNECTED_DOSSIER', ['Hồ sơ khai thác dữ liệu dân cư', 2]],
  ['CITIZEN_DATA_CONNECTED_FORMALITY', ['Thủ tục khai thác dữ liệu dân cư', 2]],
  ['ELECTRONIC_CERTIFIED_COPY', ['Chứng thực bản sao điện tử', 2]],
]);

/** Counts of dossiers: they have no maximum. */
const COUNTS: ReadonlyMap<string, string> = new Map([
  ['tiep-nhan', 'Số hồ sơ tiếp nhận'],
  ['moi-tiep-nhan', 'Số hồ sơ mới tiếp nhận'],
  ['da-giai-quyet', 'Số hồ sơ đã giải quyết'],
  ['qua-han', 'Số hồ sơ quá hạn'],
  ['dang-giai-quyet', 'Số hồ sơ đang giải quyết'],
  ['dang-qua-han', 'Số hồ sơ đang quá hạn'],
  ['sap-den-han', 'Số hồ sơ đến hạn trong 3 ngày'],
  ['thu-tuc-toan-trinh', 'Số thủ tục cung cấp toàn trình'],
  ['thu-tuc-mot-phan', 'Số thủ tục cung cấp một phần'],
]);

/** In percent, of what no movement asks for. */
const SHARES: ReadonlyMap<string, string> = new Map([
  ['truc-tuyen-dung-han', 'Tỷ lệ hồ sơ trực tuyến giải quyết đúng hạn'],
]);

/** In days. */
const DAYS: ReadonlyMap<string, string> = new Map([['ngay-giai-quyet', 'Số ngày giải quyết bình quân']]);

/** Under which group of the evaluation a figure stands that is no metric of it. */
const GROUPS: ReadonlyMap<string, string> = new Map([
  ...['dung-han', 'da-giai-quyet', 'qua-han', 'ngay-giai-quyet'].map((code) => [code, 'TDGQ'] as const),
  ...['ho-so-truc-tuyen', 'truc-tuyen-dung-han', 'dich-vu-toan-trinh', 'thu-tuc-toan-trinh', 'thu-tuc-mot-phan'].map(
    (code) => [code, 'CLGQ'] as const,
  ),
  ['thanh-toan-truc-tuyen', 'TTTT'],
  ['hai-long', 'MDHL'],
  ['so-hoa-ho-so', 'MDSH'],
]);

const RANK = /^hang-(xa|loai)-(.+)$/;
const MEAN = /^binh-quan-xa-(.+)$/;

/**
 * Code of a unit's place among the communes of its province by an indicator; 1 is best, the maximum is how many
 * communes were placed.
 */
export function communeRank(indicator: string): string {
  return `hang-xa-${indicator}`;
}

/** The same among the communes of its own class: wards among wards. */
export function classRank(indicator: string): string {
  return `hang-loai-${indicator}`;
}

/** Whether the figure is a place: then less is better, and it has no share of its maximum. */
export function isRank(code: string): boolean {
  return RANK.test(code);
}

/** Code of the mean of an indicator over all communes of the province. */
export function communeMean(indicator: string): string {
  return `binh-quan-xa-${indicator}`;
}

/** Whether the figure concerns the whole list of communes: a rank in it, or its mean. */
export function isOfList(code: string): boolean {
  return isRank(code) || MEAN.test(code);
}

/** The group of the evaluation that a ratio or a count belongs to; undefined for a metric and for what is of none. */
export function groupOf(code: string): string | undefined {
  return GROUPS.get(code);
}

/** Whether the figure is a percentage 0 … 100: by the catalogue, or a name of the officer's own that says so. */
export function isPercent(code: string): boolean {
  const entry = findIndicator(code);
  return entry ? entry.unit === '%' : SHARES.has(code) || /^t[ỷỉ] lệ /iu.test(code);
}

/**
 * Scale of a figure that is not in the catalogue: points of a metric, a count, days, a place; undefined for a name of
 * the officer's own.
 */
export function metricUnit(code: string): 'điểm' | 'số lượng' | 'ngày' | 'hạng' | undefined {
  if (METRICS.has(code) || MEAN.test(code)) return 'điểm';
  if (DAYS.has(code)) return 'ngày';
  if (COUNTS.has(code)) return 'số lượng';
  return isRank(code) ? 'hạng' : undefined;
}

/** Highest points of a portal's metric; undefined when it is none we know. */
export function metricMax(code: string): number | undefined {
  const mean = MEAN.exec(code)?.[1];
  return mean === undefined ? METRICS.get(code)?.[1] : (findIndicator(mean)?.max ?? undefined);
}

/** The code itself when nobody has named it yet. */
export function indicatorName(code: string): string {
  const [, among, ranked] = RANK.exec(code) ?? [];
  if (ranked !== undefined)
    return `Hạng ${among === 'xa' ? 'trong các xã, phường' : 'cùng loại xã, phường'}: ${indicatorName(ranked)}`;
  const mean = MEAN.exec(code)?.[1];
  if (mean !== undefined) return `Bình quân các xã, phường: ${indicatorName(mean)}`;
  const name = findIndicator(code)?.name ?? METRICS.get(code)?.[0] ?? COUNTS.get(code);
  return name ?? SHARES.get(code) ?? DAYS.get(code) ?? code;
}
