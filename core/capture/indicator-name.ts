/** Vietnamese names of all that readers find: the catalogue's indicators, and the portal's own metrics behind them. */
import { findIndicator } from '../indicator/catalogue.ts';

const METRICS: ReadonlyMap<string, string> = new Map([
  ['tiep-nhan', 'Số hồ sơ tiếp nhận'],
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

/** The code itself when nobody has named it yet. */
export function indicatorName(code: string): string {
  return findIndicator(code)?.name ?? METRICS.get(code) ?? code;
}
