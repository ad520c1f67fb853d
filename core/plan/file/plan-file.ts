/**
 * The one door from a file of a plan to its text. What a file is, its first bytes say, never its name. A PDF and a
 * picture are named here only: their readers are large and belong to who has the machine (a process or worker that can
 * be ended).
 */
import { decodeText } from './decode-text.ts';
import { docText } from './doc/doc-text.ts';
import { docxText } from './docx-text.ts';

type PlanFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pdf' }
  /** A .png or .jpg: a page photographed or scanned. */
  | { readonly kind: 'picture' }
  /** A Vietnamese sentence. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A plan with pictures in it is some MB. */
const MOST_BYTES = 30 * 1024 * 1024;
const AS_DOCX = 'hãy mở bằng Word rồi lưu lại thành .docx.';

/** Kinds that are known and not read, by how they begin (a byte is a character). */
const NOT_READ: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, `Tệp là văn bản RTF (dù có thể mang tên .doc), chưa đọc trực tiếp được: ${AS_DOCX}`],
  [
    /^\s*(?:<!doctype html|<html|<head|<meta|<body|mime-version:)/i,
    `Tệp là trang web (dù có thể mang tên .doc), chưa đọc trực tiếp được: ${AS_DOCX}`,
  ],
  [
    /^\s*<\?xml[^>]*>[\s\S]*?(?:<w:wordDocument|mso-application|<pkg:package)/i,
    `Tệp là Word dạng XML, chưa đọc trực tiếp được: ${AS_DOCX}`,
  ],
  [/^(?:\u00db\u00a5-|1\u00be|\u00fe7|\u00dc\u00a5h)/, `Tệp do Word rất cũ ghi, chưa đọc được: ${AS_DOCX}`],
  [
    /^(?:GIF8|BM|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif))/s,
    'Ảnh ở dạng chưa đọc được: hãy lưu ảnh thành .png hoặc .jpg.',
  ],
];

/** Reads the bytes of a plan's file. Never throws for what they hold. */
export function readPlanFile(bytes: Uint8Array): PlanFile {
  if (bytes.length === 0) return { kind: 'refused', reason: 'Tệp rỗng (0 byte).' };
  if (bytes.length > MOST_BYTES) return { kind: 'refused', reason: 'Tệp quá lớn (trên 30 MB).' };
  const head = Array.from(bytes.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('');
  if (head.startsWith('PK\u0003\u0004')) return asFile(docxText(bytes));
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) return asFile(docText(bytes));
  // Readers of PDF look for its mark through the first 1,024 bytes; what printers put before it is not theirs.
  if (/%PDF-\d\.\d/.test(head)) return { kind: 'pdf' };
  if (/^(?:\u0089PNG|\u00ff\u00d8\u00ff)/.test(head)) return { kind: 'picture' };
  const reason = NOT_READ.find(([pattern]) => pattern.test(head.replace(/^\u00ef\u00bb\u00bf/, '')))?.[1];
  if (reason !== undefined) return { kind: 'refused', reason };
  const text = decodeText(bytes);
  return text === null
    ? { kind: 'refused', reason: 'Tệp không phải văn bản: hãy dùng tệp .docx, .doc, .pdf hoặc .txt (mã UTF-8).' }
    : { kind: 'text', text };
}

function asFile(read: ReturnType<typeof docText>): PlanFile {
  return read.ok ? { kind: 'text', text: read.value } : { kind: 'refused', reason: read.reason };
}
