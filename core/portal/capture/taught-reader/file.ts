/** A taught reader as a file that an officer can pass on to others. It leaves out the unit she pointed at. */
import * as z from 'zod/mini';
import { type TaughtReader, taughtReaderSchema } from './definition.ts';

/** Characters; ours have a few thousand. */
const LONGEST_FILE = 200_000;

export function taughtReaderFile(definition: TaughtReader): string {
  const tables = definition.tables.map((table) => ({ ...table, unit: { ...table.unit, name: null } }));
  return `${JSON.stringify({ ...definition, tables }, null, 2)}\n`;
}

type ReaderFile =
  | { readonly ok: true; readonly definition: TaughtReader }
  /** A Vietnamese sentence. */
  | { readonly ok: false; readonly reason: string };

/** Never throws; nothing of a file that does not fit is used. */
export function parseReaderFile(text: string): ReaderFile {
  if (text.length > LONGEST_FILE) return refused('Tệp quá lớn, không phải tệp cách đọc.');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused('Tệp này không phải tệp cách đọc (không phải JSON).');
  }
  const head = z.object({ kind: z.literal('thi-dua-so-cach-doc'), format: z.unknown() }).safeParse(json);
  if (!head.success) return refused('Tệp này không phải tệp cách đọc của Thi Đua Số.');
  if (head.data.format !== 1) {
    return refused('Tệp cách đọc do bản mới hơn của Thi Đua Số tạo: hãy cập nhật tiện ích rồi nhập lại.');
  }
  const parsed = taughtReaderSchema.safeParse(json);
  if (parsed.success) return { ok: true, definition: parsed.data };
  const [issue] = parsed.error.issues;
  const where = PLACES.get(String(issue?.path[0] ?? '')) ?? 'nội dung';
  const why = issue?.code === 'custom' && issue.message !== 'Invalid input' ? ` (${issue.message})` : '';
  return refused(`Tệp cách đọc bị sai ở phần ${where}${why}, nên không nhập.`);
}

const PLACES: ReadonlyMap<string, string> = new Map([
  ['id', 'định danh'],
  ['version', 'phiên bản'],
  ['label', 'tên nguồn'],
  ['address', 'địa chỉ trang'],
  ['instead', 'cách đọc được thay'],
  ['tables', 'bảng và các cột'],
]);

function refused(reason: string): ReaderFile {
  return { ok: false, reason };
}
