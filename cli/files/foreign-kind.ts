/**
 * Recognises files in which no report can be read by name and first bytes; each kind has a sentence that tells the officer
 * what to ask the unit for.
 */
import { extname } from 'node:path';

const ASK = 'hãy xin đơn vị gửi báo cáo bằng tệp Excel (.xlsx)';

/** File kinds by extension. Any other file is recognised by its content. */
const BY_NAME: readonly (readonly [string, readonly string[]])[] = [
  ['tệp Word kiểu khác .docx', ['.rtf', '.odt', '.dotx']],
  ['ảnh', ['.jpg', '.jpeg', '.png', '.gif', '.bmp', '.heic', '.tif', '.tiff', '.webp']],
  ['tệp CSV', ['.csv', '.tsv']],
  ['tệp chữ', ['.txt', '.md', '.log', '.json']],
  ['tệp trình chiếu', ['.pptx', '.ppt', '.odp']],
  ['trang web', ['.htm', '.html', '.mht', '.mhtml', '.xml', '.url']],
  ['thư điện tử', ['.eml', '.msg']],
  ['phim hoặc âm thanh', ['.mp4', '.mov', '.avi', '.mp3', '.wav', '.m4a', '.3gp']],
];

const PACKED = ['.rar', '.7z', '.tar', '.gz', '.tgz', '.bz2', '.xz'];

/** The sentence for a file that is no workbook by its name; null when its name does not tell. */
export function foreignByName(name: string): string | null {
  const extension = extname(name).toLowerCase();
  if (PACKED.includes(extension))
    return `Là tệp nén ${extension} chưa mở được; hãy giải nén vào thư mục báo cáo (tệp .zip thì mở được) rồi chạy lại.`;
  const kind = BY_NAME.find(([, extensions]) => extensions.includes(extension))?.[0];
  return kind === undefined ? null : `Là ${kind}, không phải bảng tính nên không đọc được báo cáo trong đó; ${ASK}.`;
}

/** The sentence for a file without a telling name, by its first bytes; null when it may be a workbook or a .zip. */
export function foreignByContent(head: Uint8Array): string | null {
  if (head.length === 0) return `Là tệp rỗng (0 byte); ${ASK}.`;
  const starts = (...bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) return null;
  return `Không phải bảng tính nên không đọc được báo cáo trong đó; ${ASK}.`;
}
