/**
 * The evidence of captures as a ZIP for somebody else to check: every page copy, answer and picture as captured, a
 * manifest with their hashes, and the digest of the manifest. We choose the names of files; no text of a page gets into
 * them.
 */

import type { Store } from '../store/db.ts';
import { sha256 } from '../store/hash.ts';
import type { BlobRecord, CaptureRecord } from '../store/records.ts';
import { zipWriter } from '../zip/zip-writer.ts';
import { capturesFile } from './captures-file.ts';

/**
 * File endings by type. A page copy ends in .txt: opened from a folder it is shown as text, and no script of the portal
 * runs.
 */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html.txt'],
  ['application/json', '.json'],
  ['image/png', '.png'],
]);

const FILE_NAMES = { page: 'trang', answer: 'tra-loi', file: 'tep' } as const;

const READ_ME = `BẰNG CHỨNG CỦA CÁC BẢN CHỤP SỐ LIỆU (tiện ích Thi Đua Số)

manifest.json         từng bản chụp: thời điểm, địa chỉ trang, số liệu đã xác nhận, số sửa tay và lý do, và mã băm SHA-256 của từng tệp
manifest.json.sha256  mã băm của manifest.json
so-lieu.json          các số liệu đã xác nhận, nhập được vào tiện ích Excel
trang-*.html.txt      bản chép nguyên văn trang, để đuôi .txt cho an toàn khi mở
tra-loi-*.json        câu trả lời của Cổng mà trang đã nhận
tep-*.bin             tệp báo cáo như đã nhận (đổi đuôi về .xlsx, .xls hoặc .csv để mở); trang-*.html.txt bên cạnh là chữ của tệp ấy
anh.png               ảnh phần số liệu trên màn hình

Xem trước khi gửi cho người khác: tên, số định danh, điện thoại, địa chỉ trong cột về người đã được che ở bản chép và ở ảnh, nhưng một cái tên đứng lẻ trong câu có thể còn sót.

Cách kiểm: tính SHA-256 của từng tệp (Windows: certutil -hashfile TỆP SHA256; Linux, Mac: sha256sum TỆP) rồi so với manifest.json.
`;

interface Piece {
  /** null = no longer there, or changed since the capture: then it is no evidence and is not in the file. */
  readonly file: string | null;
  readonly hash: string;
}

export async function evidenceZip(db: Store, captureIds: readonly string[]): Promise<Blob> {
  const zip = zipWriter();
  const files: { name: string; size: number; hash: string }[] = [];
  const add = async (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    zip.add(name, bytes);
    files.push({ name, size: bytes.length, hash: await sha256(bytes) });
  };
  const captures: object[] = [];
  const records: CaptureRecord[] = [];
  for (const [index, id] of captureIds.entries()) {
    const record = await db.captures.get(id);
    if (!record) continue;
    const folder = `ban-chup-${String(index + 1).padStart(4, '0')}`;
    const piece = async (hash: string, name: string): Promise<Piece> => {
      const blob = await db.blobs.get(hash);
      if (!blob || (await sha256(blob.bytes)) !== hash) return { file: null, hash };
      const file = `${folder}/${name}${endingOf(blob)}`;
      await add(file, blob.bytes);
      return { file, hash };
    };
    const parts: object[] = [];
    for (const [at, { kind, url, request, hash }] of record.parts.entries()) {
      parts.push({ kind, url, request, ...(await piece(hash, `${FILE_NAMES[kind]}-${at + 1}`)) });
    }
    const picture = record.picture === null ? null : await piece(record.picture, 'anh');
    const { at, url, title, state, unread, view, duplicateOf, observations, corrections } = record;
    const summary = { id, at, url, title, state, duplicateOf, unread, view, observations, corrections };
    captures.push({ folder, ...summary, parts, picture });
    records.push(record);
  }
  const observations = records.flatMap((record) => record.observations);
  await add('so-lieu.json', encoded(capturesFile(observations)));
  const manifest = encoded(
    `${JSON.stringify({ kind: 'thi-dua-so-evidence', version: 1, files, captures }, null, 2)}\n`,
  );
  zip.add('manifest.json', manifest);
  zip.add('manifest.json.sha256', encoded(`${(await sha256(manifest)).replace('sha256:', '')}  manifest.json\n`));
  zip.add('DOC-TRUOC.txt', encoded(`\ufeff${READ_ME.replaceAll('\n', '\r\n')}`));
  return zip.finish();
}

function endingOf({ type }: BlobRecord): string {
  return ENDINGS.get(type) ?? '.bin';
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
