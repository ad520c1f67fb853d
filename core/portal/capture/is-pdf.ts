/** What is known of a PDF before it is taken apart, without a reader of PDFs. */

/** By its first letters. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}

/** Where a page of it has no text: nothing on it can be proved. */
export const SCANNED =
  'tệp PDF có trang là ảnh quét, không có chữ: hãy lấy tệp .xlsx hoặc PDF xuất thẳng từ hệ thống một cửa.';
