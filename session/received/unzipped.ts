/**
 * Reports sent as a .zip → the workbooks in it, in any of its folders. Of an entry's path only the name is used; files
 * that are no workbooks are listed, and an archive that would unpack to more than an office sends is refused.
 */
import type { Result } from '../../core/base/result.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { FileFault, guarded } from '../../core/sheet/workbook/xlsx/fault.ts';
import { readZipDirectory, type ZipEntry } from '../../core/sheet/workbook/xlsx/zip-directory.ts';
import { inflateEntry } from '../../core/sheet/workbook/xlsx/zip-inflate.ts';
import type { NamedFile } from '../host/files.ts';
import { distinctNames } from './distinct-names.ts';

interface Unzipped {
  readonly files: readonly NamedFile[];
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

const WORKBOOK = /\.(?:xlsx|xlsm|xls|ods)$/i;
/** Files that operating systems put beside others, and Excel's lock file. */
const BESIDE = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$)/i;
/** Workbooks of a thousand units and more. */
const MOST_FILES = 2_000;
const MOST_BYTES = 256 * 1024 * 1024;
const NAMED = 5;
const TOO_LARGE = 'Tệp nén quá lớn khi giải nén nên không mở; hãy chia báo cáo ra nhiều tệp nén nhỏ hơn.';
const DAMAGED = 'Tệp nén bị hỏng hoặc không phải kiểu .zip nên không mở được; hãy nén lại thành .zip rồi chọn lại.';

/**
 * The files of an archive in the order of their names, workbooks where nothing else is wanted; what else is wanted keeps
 * its folders. Refused as a whole when it is damaged or too large.
 */
export function unzipped({ name, bytes }: NamedFile, wanted = WORKBOOK): Result<Unzipped> {
  const read = guarded(() => {
    const entries = readZipDirectory(bytes).flatMap((entry) => {
      const path = entry.name.normalize('NFC').split('/').map(clean);
      const file = path.pop() ?? '';
      return file === '' || BESIDE.test(file) || path.includes('__MACOSX') ? [] : [{ entry, path, file }];
    });
    const books = entries.filter(({ file }) => wanted.test(file));
    const size = books.reduce((sum, { entry }) => sum + entry.size, 0);
    if (books.length > MOST_FILES || size > MOST_BYTES) throw new FileFault('too-large');
    const others = entries.filter((entry) => !books.includes(entry)).map(({ file }) => file);
    const names = wanted === WORKBOOK ? distinctNames(books) : books.map(({ path, file }) => [...path, file].join('/'));
    const unpacked = books.map(({ entry }, at) => ({ file: names[at] ?? '', made: inflated(entry) }));
    const sorted = unpacked.toSorted((x, y) => inNameOrder(x.file, y.file));
    return {
      files: sorted.flatMap(({ file, made }) => (made.ok ? [{ name: file, bytes: made.value }] : [])),
      refused: [
        ...sorted.flatMap(({ file, made }) => (made.ok ? [] : [{ file, reason: made.refusal.message }])),
        ...(others.length > 0 ? [{ file: name, reason: passedOver(others) }] : []),
        ...(entries.length === 0 ? [{ file: name, reason: 'Tệp nén không có tệp nào.' }] : []),
      ],
    };
  });
  if (read.ok) return read;
  const message = read.refusal.code === 'too-large' ? TOO_LARGE : DAMAGED;
  return { ok: false, refusal: { ...read.refusal, message } };
}

function inflated(entry: ZipEntry): Result<Uint8Array> {
  // Those stored as they are lie in the archive's own bytes, which are handed on with them.
  return guarded(() => inflateEntry(entry).slice());
}

function passedOver(others: readonly string[]): string {
  const more = others.length - NAMED;
  const listed = others.slice(0, NAMED).join(', ') + (more > 0 ? ` và ${more} tệp nữa` : '');
  return `${others.length} tệp bên trong không phải bảng tính nên bỏ qua: ${listed}.`;
}

/** A step of a path as a name to show: no steps upwards, no signs that cannot be seen. */
function clean(step: string): string {
  return /^\.*$/.test(step)
    ? ''
    : step
        .replace(/[\p{C}\\]/gu, '')
        .trim()
        .slice(0, 200);
}
