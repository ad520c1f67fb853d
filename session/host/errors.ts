/**
 * What went wrong in Office → a stable code of ours, one Vietnamese sentence and what to do. By code, never by the
 * error's own message: that is localized, technical and not meant for officers. Not for faults in files: those are the
 * core's.
 */

import type { Refusal } from '../../core/base/result.ts';

export type HostCode =
  | 'protected'
  | 'editing'
  | 'too-big'
  | 'unsupported-version'
  | 'offline'
  | 'not-found'
  | 'busy'
  | 'merged'
  | 'filtered'
  | 'conflict'
  | 'bad-selection'
  | 'bad-value'
  | 'read-only'
  | 'unknown';

/** A refusal with its parts: `message` is the sentence and the advice together. */
interface HostRefusal extends Refusal {
  readonly code: HostCode;
  readonly sentence: string;
  /** The officer's way out. */
  readonly advice: string;
  /** Trying again unchanged can succeed. */
  readonly retry: boolean;
  /** Office's own code, for the log. */
  readonly office: string | null;
}

const WORDS: Readonly<Record<HostCode, readonly [sentence: string, advice: string, retry: boolean]>> = {
  protected: [
    'Trang tính hoặc tệp đang được bảo vệ nên không ghi vào được.',
    'Vào Xem lại > Bỏ bảo vệ trang tính rồi chạy lại.',
    false,
  ],
  editing: ['Đang có một ô được sửa dở.', 'Nhấn Enter hoặc Esc để kết thúc sửa ô rồi chạy lại.', true],
  'too-big': [
    'Dữ liệu quá lớn so với mức Excel cho phép trong một lần.',
    'Xóa bớt trang tính, hàng hoặc cột thừa, hoặc chia thành nhiều tệp rồi chạy lại.',
    false,
  ],
  'unsupported-version': [
    'Phiên bản Excel này chưa hỗ trợ chức năng cần dùng.',
    'Dùng Excel 2021 trở lên, Microsoft 365 hoặc Excel trên web; hoặc mở tệp bằng bản xem thử.',
    false,
  ],
  offline: ['Không kết nối được với Excel hoặc máy chủ.', 'Kiểm tra mạng rồi chạy lại.', true],
  'not-found': [
    'Trang tính, bảng hoặc ô cần dùng không còn trong tệp.',
    'Có thể đã bị đổi tên hoặc xóa; hãy kiểm tra lại rồi chạy lại.',
    true,
  ],
  busy: ['Excel đang bận nên chưa thực hiện được.', 'Đợi Excel xử lý xong rồi chạy lại.', true],
  merged: ['Vùng cần ghi có ô gộp nên Excel không cho thực hiện.', 'Bỏ gộp ô ở vùng đó rồi chạy lại.', false],
  filtered: ['Vùng cần ghi đang được lọc nên Excel không cho thực hiện.', 'Xóa bộ lọc rồi chạy lại.', false],
  conflict: [
    'Vùng cần ghi đụng với một bảng, tên hoặc nội dung khác.',
    'Dời hoặc đổi tên nội dung đó rồi chạy lại.',
    false,
  ],
  'bad-selection': [
    'Vùng đang chọn không dùng được hoặc một tệp Excel khác đang ở phía trước.',
    'Bấm vào một ô của tệp này rồi thử lại.',
    true,
  ],
  'bad-value': [
    'Excel không nhận một giá trị hoặc vùng ô cần ghi.',
    'Kiểm tra lại dữ liệu ở vùng đó rồi chạy lại.',
    false,
  ],
  'read-only': ['Tệp đang mở ở chế độ chỉ đọc.', 'Lưu thành bản khác hoặc bật chỉnh sửa rồi chạy lại.', false],
  unknown: [
    'Excel báo một lỗi chưa rõ nguyên nhân.',
    'Thử chạy lại; nếu vẫn lỗi, lưu tệp, đóng rồi mở lại Excel.',
    true,
  ],
};

/** Office's codes (Excel.ErrorCodes, OfficeExtension.ErrorCodes, RichApi HTTP faults) → ours. */
const CODES: ReadonlyMap<string, HostCode> = new Map<string, HostCode>([
  ['AccessDenied', 'protected'],
  ['InvalidOperationInCellEditMode', 'editing'],
  ['RequestPayloadSizeLimitExceeded', 'too-big'],
  ['ResponsePayloadSizeLimitExceeded', 'too-big'],
  ['RangeExceedsLimit', 'too-big'],
  ['OperationCellsExceedLimit', 'too-big'],
  ['FormulaLengthExceedsLimit', 'bad-value'],
  ['ApiNotFound', 'unsupported-version'],
  ['ApiNotAvailable', 'unsupported-version'],
  ['NotImplemented', 'unsupported-version'],
  ['UnsupportedFeature', 'unsupported-version'],
  ['UnsupportedOperation', 'unsupported-version'],
  ['UnsupportedSheet', 'unsupported-version'],
  ['UndoNotSupported', 'unsupported-version'],
  ['ConnectionFailure', 'offline'],
  ['NetworkError', 'offline'],
  ['Timeout', 'busy'],
  ['ItemNotFound', 'not-found'],
  ['InvalidReference', 'not-found'],
  ['InvalidObjectPath', 'not-found'],
  ['InvalidBinding', 'not-found'],
  ['ActivityLimitReached', 'busy'],
  ['RequestAborted', 'busy'],
  ['ServiceNotAvailable', 'busy'],
  ['HostRestarted', 'busy'],
  ['MergedRangeConflict', 'merged'],
  ['FilteredRangeConflict', 'filtered'],
  ['Conflict', 'conflict'],
  ['InsertDeleteConflict', 'conflict'],
  ['ItemAlreadyExists', 'conflict'],
  ['NonBlankCellOffSheet', 'conflict'],
  ['PivotTableRangeConflict', 'conflict'],
  ['InvalidSelection', 'bad-selection'],
  ['InactiveWorkbook', 'bad-selection'],
  ['InvalidArgument', 'bad-value'],
  ['InvalidOperation', 'bad-value'],
  ['ReadOnlyWorkbook', 'read-only'],
  ['Unauthenticated', 'offline'],
]);

/** The refusal of a code of ours. */
export function hostRefusal(code: HostCode, office: string | null = null): HostRefusal {
  const [sentence, advice, retry] = WORDS[code];
  return { code, message: `${sentence} ${advice}`, sentence, advice, retry, office };
}

/** Codes of the client that only a mistake in our code can cause. */
const OUR_BUGS: ReadonlySet<string> = new Set([
  'PropertyNotLoaded',
  'ValueNotLoaded',
  'InvalidRequestContext',
  'RunMustReturnPromise',
]);

/**
 * Anything thrown by Office → its refusal; undefined for what did not come from Office or is a bug of ours: that is
 * thrown on.
 */
export function refusalOfOffice(error: unknown): HostRefusal | undefined {
  const code = officeCode(error);
  if (code === undefined || OUR_BUGS.has(code)) return undefined;
  return hostRefusal(CODES.get(code) ?? 'unknown', code);
}

/** Office's code of an error; undefined when it is none of Office's. */
export function officeCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
