/**
 * Opens a backup file as far as its list of contents: what is not a backup of ours, or not of this version, is refused
 * with one sentence.
 */
import type { Result } from '../../core/base/result.ts';
import { FileFault } from '../../core/sheet/workbook/xlsx/fault.ts';
import { readZip, type ZippedEntry } from '../zip/zip-reader.ts';
import {
  anyManifestSchema,
  BLOB,
  CAPTURES,
  MANIFEST,
  type Manifest,
  MOVEMENT,
  manifestSchema,
  OUTBOX,
  READERS,
  SETTINGS,
  VERSION,
} from './format.ts';

export interface Backup {
  readonly manifest: Manifest;
  readonly entries: ReadonlyMap<string, ZippedEntry>;
}

const REFUSALS = {
  'not-backup': 'Tệp này không phải là tệp sao lưu của Thi Đua Số. Hãy chọn tệp .zip đã tải về ở mục “Sao lưu”.',
  'other-version': 'Tệp sao lưu do phiên bản khác của tiện ích tạo ra. Hãy cập nhật tiện ích rồi thử lại.',
  damaged: 'Tệp sao lưu bị hỏng hoặc tải về chưa xong nên không mở được. Hãy chọn bản khác.',
  'not-ours': 'Nội dung tệp này không đúng dạng tệp sao lưu của Thi Đua Số, nên không nhận phần nào.',
  'too-large':
    'Tệp này phình ra quá lớn khi mở, không giống tệp sao lưu của Thi Đua Số, nên bị từ chối để bảo đảm an toàn.',
} as const;
type BackupFault = keyof typeof REFUSALS;

export function refuseBackup(code: BackupFault): {
  readonly ok: false;
  readonly refusal: { code: string; message: string };
} {
  return { ok: false, refusal: { code, message: REFUSALS[code] } };
}

export async function openBackup(file: Blob): Promise<Result<Backup>> {
  try {
    const entries = new Map((await readZip(file)).map((entry) => [entry.name, entry]));
    const manifestEntry = entries.get(MANIFEST);
    if (!manifestEntry) return refuseBackup('not-backup');
    const content = parsed(new TextDecoder().decode(await manifestEntry.read()));
    const any = anyManifestSchema.safeParse(content);
    if (!any.success) return refuseBackup('not-backup');
    const manifest = manifestSchema.safeParse(content);
    if (!manifest.success) return refuseBackup(any.data.version <= VERSION ? 'damaged' : 'other-version');
    return isWhole(manifest.data, entries)
      ? { ok: true, value: { manifest: manifest.data, entries } }
      : refuseBackup('damaged');
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const isNoZip = !(await startsLikeZip(file));
    return refuseBackup(isNoZip ? 'not-backup' : error.code === 'too-large' ? 'too-large' : 'damaged');
  }
}

/** The manifest lists exactly what is in the file, and nothing in it has a name we did not give. */
function isWhole({ entries: listed }: Manifest, entries: ReadonlyMap<string, ZippedEntry>): boolean {
  return (
    listed.length === entries.size - 1 &&
    new Set(listed.map(({ name }) => name)).size === listed.length &&
    listed.every(({ name, size }) => isOurs(name) && entries.get(name)?.size === size) &&
    [OUTBOX, READERS, SETTINGS].every((name) => entries.has(name)) &&
    listed.every(({ name, type }) => BLOB.test(name) === (type !== undefined))
  );
}

function isOurs(name: string): boolean {
  return BLOB.test(name) || CAPTURES.test(name) || [OUTBOX, READERS, SETTINGS, MOVEMENT].includes(name);
}

/** undefined when it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function startsLikeZip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x50 && second === 0x4b;
}
