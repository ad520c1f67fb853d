/** Turns an error of the file system into one Vietnamese sentence an officer can act on. */

const READING: Readonly<Record<string, string>> = {
  ENOENT: 'Không còn ở đó (đã bị xóa hoặc đổi tên trong khi đang chạy, hoặc là liên kết trỏ tới chỗ không có).',
  ELOOP: 'Là liên kết vòng nên không đọc được.',
  EACCES: 'Không có quyền đọc; hãy cấp quyền rồi chạy lại.',
  EPERM: 'Không có quyền đọc; hãy cấp quyền rồi chạy lại.',
  ENXIO: 'Không phải là tệp thường nên không đọc.',
  ESTALE: 'Ổ đĩa mạng đã mất kết nối; hãy kết nối lại rồi chạy lại.',
  ENOTCONN: 'Ổ đĩa mạng đã mất kết nối; hãy kết nối lại rồi chạy lại.',
  EHOSTDOWN: 'Ổ đĩa mạng đã mất kết nối; hãy kết nối lại rồi chạy lại.',
  ETIMEDOUT: 'Ổ đĩa mạng không trả lời; hãy kết nối lại rồi chạy lại.',
  EIO: 'Ổ đĩa báo lỗi khi đọc; hãy chép sang ổ khác rồi chạy lại.',
  EBUSY: 'Đang bị chương trình khác khóa; hãy đóng chương trình đó rồi chạy lại.',
  EMFILE: 'Máy đang mở quá nhiều tệp; hãy đóng bớt chương trình rồi chạy lại.',
  ENAMETOOLONG: 'Tên hoặc đường dẫn quá dài.',
};

const WRITING: Readonly<Record<string, string>> = {
  ENOSPC: 'ổ đĩa đã đầy; hãy giải phóng chỗ trống rồi chạy lại',
  EDQUOT: 'đã dùng hết dung lượng được cấp; hãy xóa bớt tệp rồi chạy lại',
  EFBIG: 'tệp lớn hơn mức ổ đĩa cho phép',
  EROFS: 'ổ đĩa chỉ cho đọc; hãy chọn thư mục khác',
  EACCES: 'không có quyền ghi; hãy chọn thư mục khác hoặc cấp quyền',
  EPERM: 'không có quyền ghi, hoặc tệp đang mở trong Excel',
  EBUSY: 'tệp đang mở trong Excel hoặc chương trình khác; hãy đóng rồi chạy lại',
  ENOENT: 'không tạo được thư mục ở chỗ này; hãy chọn thư mục khác',
  ENOTDIR: 'trên đường dẫn có một tệp chứ không phải thư mục; hãy chọn thư mục khác',
  EEXIST: 'chỗ này đã có một tệp cùng tên; hãy chọn thư mục khác',
  ENAMETOOLONG: 'tên hoặc đường dẫn quá dài; hãy chọn thư mục có đường dẫn ngắn hơn',
  ESTALE: 'ổ đĩa mạng đã mất kết nối; hãy kết nối lại rồi chạy lại',
  ENOTCONN: 'ổ đĩa mạng đã mất kết nối; hãy kết nối lại rồi chạy lại',
  EIO: 'ổ đĩa báo lỗi khi ghi; hãy chọn ổ khác',
};

/** Code of a file system error; '' for anything else. */
export function troubleCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why something could not be read: a whole sentence. */
export function fileTrouble(error: unknown): string {
  const code = troubleCode(error);
  return (
    READING[code] ?? `Không mở được${code === '' ? '' : ` (${code})`}; hãy kiểm tra tệp còn ở đó và không bị khóa.`
  );
}

/** Why something could not be written: the end of a sentence, without its full stop. */
export function writeTrouble(error: unknown): string {
  const code = troubleCode(error);
  return WRITING[code] ?? `hệ điều hành từ chối${code === '' ? '' : ` (${code})`}`;
}
