/**
 * What can be wrong with a file: a stable code and the one Vietnamese sentence the officer sees.
 * `FileFault` is thrown only inside core/sheet/workbook, so that a scanner deep in a part need not thread results; `guarded`
 * at the
 * doors turns it into a value. Any other exception is our bug and passes through.
 */
import type { Refusal, Result } from '../../../base/result.ts';

const MESSAGES = {
  'not-workbook': 'Tệp này không phải là bảng tính; hãy gửi lại tệp .xlsx, .xlsm, .xls hoặc .ods.',
  'not-xlsx': 'Tệp này không phải là .xlsx hay .xlsm; hãy mở bằng Excel và lưu lại thành .xlsx.',
  'binary-workbook': 'Tệp ở dạng .xlsb (nhị phân) chưa đọc được; hãy mở bằng Excel và lưu lại thành .xlsx.',
  encrypted: 'Tệp được đặt mật khẩu nên không đọc được; hãy gửi bản không đặt mật khẩu.',
  damaged: 'Tệp bị hỏng hoặc chưa tải xong nên không đọc được; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
  'unsafe-markup': 'Tệp chứa khai báo DTD, không phải do phần mềm bảng tính tạo ra, nên bị từ chối để bảo đảm an toàn.',
  'too-large':
    'Tệp quá lớn khi giải nén nên không đọc được; hãy xóa bớt trang tính, hình ảnh hoặc định dạng thừa rồi gửi lại.',
  'too-large-to-write':
    'Tệp sẽ quá lớn hoặc có quá nhiều trang tính, ghi xong không mở lại được; hãy chia các đơn vị ra nhiều lần làm.',
  'unknown-code-page':
    'Chữ trong tệp ghi bằng bảng mã cũ chưa đọc được; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
  'no-worksheet': 'Tệp không có trang tính nào đọc được; hãy kiểm tra lại tệp đã gửi.',
  'too-slow':
    'Đọc tệp quá lâu hoặc tốn quá nhiều bộ nhớ nên đã dừng; hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại.',
  unreadable: 'Không mở được tệp; hãy kiểm tra tệp còn ở đó và không bị chương trình khác khóa.',
} as const;

export type FaultCode = keyof typeof MESSAGES;

/** Thrown inside core/sheet/workbook when a file cannot be used; carries the code of the refusal. */
export class FileFault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode) {
    super(code);
    this.code = code;
  }
}

/** The refusal of a code: the code and its Vietnamese sentence. */
export function refusalOf(code: FaultCode): Refusal {
  return { code, message: MESSAGES[code] };
}

/** A refused result. */
export function refused(code: FaultCode): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: refusalOf(code) };
}

/** Runs `work`; a FileFault becomes a refusal. */
export function guarded<T>(work: () => T): Result<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof FileFault) return refused(error.code);
    throw error;
  }
}
