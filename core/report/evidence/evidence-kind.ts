/**
 * What a file of evidence is, by its content; or the sentence that says why it is not taken. Nothing of it is run or
 * unpacked here: of a .docx or .xlsx only the directory is read.
 */
import { done, type Result, refuse } from '../../base/result.ts';
import { guarded } from '../../sheet/workbook/xlsx/fault.ts';
import { looksLikeZip, readZipDirectory } from '../../sheet/workbook/xlsx/zip-directory.ts';
import { type EvidenceKind, MOST_EVIDENCE_BYTES } from './evidence-file.ts';

const ENDINGS: Readonly<Record<EvidenceKind, readonly string[]>> = {
  pdf: ['.pdf'],
  picture: ['.jpg', '.jpeg', '.png'],
  word: ['.docx'],
  workbook: ['.xlsx'],
};
/** What to ask the unit for. */
export const TAKEN_KINDS = 'hãy gửi tệp .pdf, .jpg, .png, .docx hoặc .xlsx';
const SHOWN: Readonly<Record<EvidenceKind, string>> = {
  pdf: 'tệp PDF',
  picture: 'ảnh',
  word: 'tệp Word',
  workbook: 'bảng tính',
};

/** True for names a unit gives to what it hands in as evidence. */
export function hasEvidenceEnding(name: string): boolean {
  return Object.values(ENDINGS).flat().includes(endingOf(name));
}

/** The kind, when the content is one that is taken and its name does not say otherwise. */
export function evidenceKind(name: string, bytes: Uint8Array): Result<EvidenceKind> {
  if (bytes.length === 0) return refuse('empty', 'Tệp rỗng (0 byte); hãy xin đơn vị gửi lại.');
  if (bytes.length > MOST_EVIDENCE_BYTES)
    return refuse('too-large', 'Tệp lớn hơn 20 MB; hãy xin đơn vị nén ảnh hoặc tách tệp rồi gửi lại.');
  const found = contentKind(bytes);
  if (!found.ok) return found;
  const ending = endingOf(name);
  if (!ENDINGS[found.value].includes(ending))
    return refuse(
      'other-ending',
      `Tên tệp ghi ${ending || 'không có đuôi'} nhưng nội dung là ${SHOWN[found.value]}; hãy hỏi lại đơn vị rồi đặt đúng đuôi tệp.`,
    );
  return found;
}

function contentKind(bytes: Uint8Array): Result<EvidenceKind> {
  const starts = (...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return done('picture');
  if (looksLikeZip(bytes)) return officeKind(bytes);
  const text = new TextDecoder('latin1').decode(bytes);
  if (!/%PDF-\d\.\d/.test(text.slice(0, 1024)))
    return refuse('other-kind', `Nội dung tệp không thuộc loại nhận được; ${TAKEN_KINDS}.`);
  if (runsCode(text))
    return refuse('script', 'Tệp PDF có mã lệnh tự chạy nên không nhận; hãy xin đơn vị in lại thành PDF rồi gửi.');
  return done('pdf');
}

/** A .docx or .xlsx without macros, whose parts unfold to no more than what our readers take. */
function officeKind(bytes: Uint8Array): Result<EvidenceKind> {
  const read = guarded(() => readZipDirectory(bytes).map(({ name }) => name));
  if (!read.ok)
    return refuse(
      read.refusal.code,
      'Tệp bị hỏng, có mật khẩu hoặc nén bất thường nên không nhận; hãy xin đơn vị gửi lại.',
    );
  if (read.value.some((part) => /(?:^|\/)vbaProject\.bin$/i.test(part)))
    return refuse('macros', 'Tệp có macro nên không nhận; hãy xin đơn vị lưu lại thành .docx, .xlsx hoặc PDF.');
  if (read.value.includes('word/document.xml')) return done('word');
  if (read.value.includes('xl/workbook.xml')) return done('workbook');
  return refuse('other-kind', `Nội dung tệp không thuộc loại nhận được; ${TAKEN_KINDS}.`);
}

/**
 * Actions that a viewer may run by itself; the short `/JS` beside them also occurs in packed pictures by chance. A name
 * can be written with `#61` for `a`.
 */
function runsCode(pdf: string): boolean {
  const plain = pdf.replace(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return /\/(?:JavaScript|Launch|RichMedia)(?![A-Za-z0-9])/.test(plain);
}

function endingOf(name: string): string {
  return /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0].toLowerCase() ?? '';
}
